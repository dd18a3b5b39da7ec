// Makes the book that is measured: so many lines over so many offices, one fiscal year, every voucher in its chain. What is made stays made:
// whoever ends it half-way and begins again goes on with the next office.
import { type Knex } from 'knex'
import { arranging, filling, ordinaryAccounts, unfilled } from './book.queries.ts'

export const bookYear = 2569
const from = '2025-10-01'
export const bank = '1101030102.001'
export const cash = '1101010101.001'
const linesOfVoucher = 4
const filled = ['vouchers', 'voucher_lines', 'account_balances', 'sub_ledger_balances', 'number_counters', 'ledger_books']

export interface BookPlan {
  readonly lines: number
  readonly offices: number
}

export interface Sizes {
  readonly large: number
  readonly middle: number
  readonly small: number
}

/** Vouchers of the largest office (a tenth of all lines), of the second (a hundredth), and of every other, which share the rest. */
export function sizesOf({ lines, offices }: BookPlan): Sizes {
  const share = (part: number) => Math.max(4, Math.round(lines / part / linesOfVoucher))
  const [large, middle] = [share(10), share(100)]
  return { large, middle, small: Math.max(4, Math.floor((lines / linesOfVoucher - large - middle) / Math.max(1, offices - 2))) }
}

export interface Told {
  readonly offices: number
  readonly ofOffices: number
  readonly vouchers: number
  readonly ofVouchers: number
}

interface Unfilled {
  organisation_id: string
  vouchers: number
}

/** `tell` hears of every office that is done. Answers how many were made now. */
export async function makeBook(owner: Knex, plan: BookPlan, tell: (told: Told) => void = () => undefined): Promise<number> {
  await owner.transaction(async (transaction) => {
    for (const statement of arranging) await transaction.raw(statement, { ...sizesOf(plan), offices: plan.offices, year: bookYear, bank })
  })
  const { rows } = await owner.raw<{ rows: Unfilled[] }>(unfilled, { year: bookYear })
  const accounts = await ordinaryOf(owner)
  const told = { offices: 0, ofOffices: rows.length, vouchers: 0, ofVouchers: rows.map((row) => row.vouchers).reduce((one, other) => one + other, 0) }
  const queue = rows.values()
  const stopped = { is: false }
  const hand = async () => {
    for (const { organisation_id: organisation, vouchers } of queue) {
      if (stopped.is) return
      await fill(owner, { organisation, ...accounts })
      told.offices += 1
      told.vouchers += vouchers
      tell(told)
    }
  }
  const hands = await Promise.allSettled([hand(), hand()].map((one) => one.catch((error: unknown) => { stopped.is = true; throw error })))
  for (const one of hands) if (one.status === 'rejected') throw one.reason
  if (rows.length > 0) for (const table of filled) await owner.raw(`VACUUM ANALYZE ${table}`)
  return rows.length
}

interface Ordinary {
  readonly expenses: readonly string[]
  readonly revenues: readonly string[]
}

async function ordinaryOf(owner: Knex): Promise<Ordinary> {
  const { rows } = await owner.raw<{ rows: { account_group: string; codes: string[] }[] }>(ordinaryAccounts, { year: bookYear })
  const of = (group: string) => rows.find((row) => row.account_group === group)?.codes ?? []
  return { expenses: of('expense'), revenues: of('revenue') }
}

/** Triggers and foreign keys rest meanwhile: the proof of the book looks at everything afterwards. */
async function fill(owner: Knex, { organisation, expenses, revenues }: Ordinary & { organisation: string }): Promise<void> {
  await owner.transaction(async (transaction) => {
    await transaction.raw(`SET LOCAL session_replication_role = replica; SET LOCAL synchronous_commit = off; SET LOCAL work_mem = '256MB'; SET LOCAL jit = off`)
    await transaction.raw(filling, { organisation, year: bookYear, from, bank, cash, expenses: [...expenses], revenues: [...revenues] })
  })
}

export interface BenchOffice {
  readonly organisationId: string
  readonly headId: string
  readonly makerId: string
  readonly bank: string
  readonly vouchers: number
}

/** The largest first, then the second, then all of a size. */
export async function findBenchOffices(owner: Knex): Promise<BenchOffice[]> {
  const { rows } = await owner.raw('SELECT organisation_id, head_id, maker_id, bank, vouchers FROM bench.offices ORDER BY place')
  return rows.map((row: { organisation_id: string; head_id: string; maker_id: string; bank: string; vouchers: number }) => (
    { organisationId: row.organisation_id, headId: row.head_id, makerId: row.maker_id, bank: row.bank, vouchers: row.vouchers }
  ))
}

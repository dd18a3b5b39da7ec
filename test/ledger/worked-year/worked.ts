// The worked year of three units (worked-year.json), and how its vouchers are posted.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findAccounts, openFiscalYear, postLines, reverseVoucher, stages, voucherTypes, type LinesToPost, type PostingLine } from '../../../src/ledger/index.ts'
import { saveSubLedgerKey } from '../../../src/registers/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { baht, isZero } from '../../../src/platform/money.ts'
import { type Officer } from '../../../src/platform/database/work.ts'
import { type TestDatabase } from '../../support/database.ts'
import { aLao, anOfficer, asOfficer, aSubUnit, type Acting } from '../../support/world.ts'

const posting = z.object({ account: z.string(), debit: z.string(), credit: z.string(), sub: z.string().optional() })
const voucher = z.object({
  seq: z.number(), entity: z.string(), date: z.string(), voucher_type: z.enum(voucherTypes), voucher_no: z.string(), stage: z.string(), description_th: z.string(),
  reverses: z.string().optional(), postings: z.array(posting),
})
const trial = z.object({ rows: z.array(posting.omit({ sub: true })) })

const line = z.object({ id: z.string(), task_code: z.string(), name_th: z.string(), approved: z.string() })
const budgetEvent = z.object({ date: z.string(), line: z.string(), kind: z.string(), amount: z.string(), available_after: z.string() })
const reportLine = z.object({ approved: z.string(), transfer_in: z.string(), transfer_out: z.string(), reserved: z.string(), committed: z.string(), expended: z.string(), refunded: z.string(), available_lapsed: z.string() })
const withheld = z.object({ entity: z.string(), date: z.string(), form: z.string(), payee: z.string(), base: z.string(), tax: z.string(), remitted: z.string().nullable() })
const cheque = z.object({ date: z.string(), payee: z.string(), amount: z.string(), status: z.string() })

export const worked = z.object({
  vouchers: z.array(voucher), budget_lines: z.array(line), budget_events: z.array(budgetEvent),
  expected: z.object({
    trial_balance: z.record(z.string(), z.object({ pre_adjust: trial, adjusted: trial, post_closing: trial, post_audit: trial })),
    lao_month_end_balances: z.record(z.string(), z.record(z.string(), z.string())),
    budget_report: z.record(z.string(), reportLine), withholding_register: z.array(withheld), cheque_register: z.array(cheque),
    subledger_at_year_end: z.array(z.object({ entity: z.string(), account: z.string(), sub: z.string(), balance: z.string(), side: z.string() })),
    statutory_fund: z.object({ total_receipts: z.string(), budget_expenditure_incl_carried: z.string(), reserve_15_percent: z.string() }),
  }),
}).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'worked-year.json'), 'utf8')))
export type WorkedVoucher = (typeof worked.vouchers)[number]

export interface WorkedUnit extends Acting {
  readonly officer: Officer
  readonly maker: Officer
}

interface NetRow {
  account_code: string
  net: string
}

/** A closing of what the auditor changed says so itself. */
const postAuditClosing = { stage: 'post-audit-closing' } as const

export function expectedNets(rows: readonly z.infer<typeof trial>['rows'][number][]): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [row.account, isZero(baht(row.debit)) ? `-${row.credit}` : row.debit]))
}

interface NetsUntil {
  readonly stage: (typeof stages)[number]
  readonly month?: number
  readonly year?: number
}

/** Accounts that are not at nothing; what stands on the credit side is negative. */
export async function netsIn({ owner }: TestDatabase, organisationId: string, { stage, month = 12, year = 2568 }: NetsUntil): Promise<Record<string, string>> {
  const rows: NetRow[] = await owner('account_balances').where({ organisation_id: organisationId, fiscal_year: year }).where('stage', '<=', stages.indexOf(stage))
    .where('month', '<=', month).groupBy('account_code').havingRaw('sum(debit) <> sum(credit)').select('account_code', owner.raw('(sum(debit) - sum(credit))::numeric(18,2)::text AS net'))
  return Object.fromEntries(rows.map((row) => [row.account_code, row.net]))
}

/** The three units with their registers, and all vouchers that are wanted, in their order. */
export class WorkedYear {
  readonly #db: TestDatabase
  readonly registers = new Map<string, string>()
  readonly units = new Map<string, WorkedUnit>()
  readonly numbers = new Map<number, string>()
  readonly #ids = new Map<string, string>()

  constructor(db: TestDatabase) {
    this.#db = db
  }

  unitOf(entity: string): WorkedUnit {
    const unit = this.units.get(entity)
    if (!unit) throw new Error(entity)
    return unit
  }

  async open(): Promise<void> {
    const db = this.#db
    const lao = await aLao(db)
    const head = await anOfficer(db, { at: lao, groups: ['LAO_FIN_HEAD'] })
    for (const account of await asOfficer(db, head).read((read) => findAccounts(read))) if (account.subLedger !== null) this.registers.set(account.code, account.subLedger)
    await this.#openUnit('LAO01', head)
    await this.#openUnit('SCH01', await anOfficer(db, { at: await aSubUnit(db, { lao }), groups: ['SUB_FIN_HEAD'] }))
    await this.#openUnit('PWN01', await anOfficer(db, { at: await aSubUnit(db, { lao, kind: '01' }), groups: ['PAWN_MANAGER'] }))
  }

  async post(isWanted: (voucher: WorkedVoucher) => boolean): Promise<void> {
    for (const given of worked.vouchers.filter(isWanted)) await this.#post(given)
  }

  netsOf(entity: string, until: NetsUntil): Promise<Record<string, string>> {
    return netsIn(this.#db, this.unitOf(entity).officer.organisationId, until)
  }

  async #openUnit(entity: string, at: Officer): Promise<void> {
    const db = this.#db
    const office = { id: at.organisationId, kind: at.organisationKind, name: '', provinceCode: at.provinceCode }
    const unit = { ...asOfficer(db, at), officer: at, maker: await anOfficer(db, { at: office, groups: [] }) }
    this.units.set(entity, unit)
    await unit.work(async (work) => {
      await openFiscalYear(work, fiscalYear(2568))
      for (const { account, sub } of worked.vouchers.filter((each) => each.entity === entity).flatMap((each) => each.postings)) {
        const kind = this.registers.get(account)
        if (kind !== undefined && sub !== undefined && sub !== 'GENERAL') await saveSubLedgerKey(work, { kind, key: sub, name: sub, registerId: null, isOpen: true })
      }
    })
    await db.owner('fiscal_periods').where({ organisation_id: at.organisationId }).update({ state: 'open' })
  }

  async #post(given: WorkedVoucher): Promise<void> {
    const unit = this.unitOf(given.entity)
    const documentDate = calendarDate(given.date)
    const posted = await unit.work((work) => {
      if (given.voucher_type === 'RX') return reverseVoucher(work, this.#ids.get(`${given.entity} ${given.reverses ?? ''}`) ?? '0', { reason: given.description_th, documentDate })
      const lines: LinesToPost = {
        type: given.voucher_type, documentDate, source: { kind: 'worked-year', id: String(given.seq) }, event: 'worked', description: given.description_th, preparedBy: unit.maker.userId,
        lines: given.postings.map((each) => this.#lineOf(each)), ...(given.stage === 'post_audit_closing' && postAuditClosing),
      }
      return postLines(work, lines)
    })
    this.numbers.set(given.seq, posted.number)
    this.#ids.set(`${given.entity} ${posted.number}`, posted.id)
  }

  #lineOf({ account, debit, credit, sub }: z.infer<typeof posting>): PostingLine {
    const isDebit = !isZero(baht(debit))
    return { accountCode: account, side: isDebit ? 'D' : 'C', amount: baht(isDebit ? debit : credit), subKey: this.registers.has(account) ? sub : undefined }
  }
}

// A whole year of three units, voucher by voucher: every trial balance, every month's end and every register, to the satang.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findAccounts, openFiscalYear, postLines, reverseVoucher, stages, verifyBook, voucherTypes, type LinesToPost, type PostingLine } from '../../../src/ledger/index.ts'
import { saveSubLedgerKey } from '../../../src/registers/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { baht, isZero } from '../../../src/platform/money.ts'
import { type Officer } from '../../../src/platform/database/work.ts'
import { testDatabase } from '../../support/database.ts'
import { aLao, anOfficer, asOfficer, aSubUnit, type Acting } from '../../support/world.ts'

const posting = z.object({ account: z.string(), debit: z.string(), credit: z.string(), sub: z.string().optional() })
const voucher = z.object({
  seq: z.number(), entity: z.string(), date: z.string(), voucher_type: z.enum(voucherTypes), voucher_no: z.string(), stage: z.string(), description_th: z.string(),
  reverses: z.string().optional(), postings: z.array(posting),
})
const trial = z.object({ rows: z.array(posting.omit({ sub: true })) })
const year = z.object({
  vouchers: z.array(voucher),
  expected: z.object({
    trial_balance: z.record(z.string(), z.object({ pre_adjust: trial, adjusted: trial, post_closing: trial, post_audit: trial })),
    lao_month_end_balances: z.record(z.string(), z.record(z.string(), z.string())),
    subledger_at_year_end: z.array(z.object({ entity: z.string(), account: z.string(), sub: z.string(), balance: z.string(), side: z.string() })),
  }),
}).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'worked-year.json'), 'utf8')))
type WorkedVoucher = (typeof year.vouchers)[number]

const db = await testDatabase(instant('2026-01-15T05:00:00.000Z'))
const registers = new Map<string, string>()

interface Unit extends Acting {
  readonly officer: Officer
  readonly maker: Officer
}
const units = new Map<string, Unit>()
const numbers = new Map<number, string>()
const ids = new Map<string, string>()

function unitOf(entity: string): Unit {
  const unit = units.get(entity)
  if (!unit) throw new Error(entity)
  return unit
}

function lineOf({ account, debit, credit, sub }: z.infer<typeof posting>): PostingLine {
  const isDebit = !isZero(baht(debit))
  return { accountCode: account, side: isDebit ? 'D' : 'C', amount: baht(isDebit ? debit : credit), subKey: registers.has(account) ? sub : undefined }
}

async function open(entity: string, at: Officer): Promise<void> {
  const unit = { ...asOfficer(db, at), officer: at, maker: await anOfficer(db, { at: { id: at.organisationId, kind: at.organisationKind, name: '', provinceCode: at.provinceCode }, groups: [] }) }
  units.set(entity, unit)
  await unit.work(async (work) => {
    await openFiscalYear(work, fiscalYear(2568))
    for (const { account, sub } of year.vouchers.filter((each) => each.entity === entity).flatMap((each) => each.postings)) {
      const kind = registers.get(account)
      if (kind !== undefined && sub !== undefined && sub !== 'GENERAL') await saveSubLedgerKey(work, { kind, key: sub, name: sub, registerId: null, isOpen: true })
    }
  })
  await db.owner('fiscal_periods').where({ organisation_id: at.organisationId }).update({ state: 'open' })
}

/** A closing of what the auditor changed says so itself. */
const postAuditClosing = { stage: 'post-audit-closing' } as const

async function post(given: WorkedVoucher): Promise<void> {
  const unit = unitOf(given.entity)
  const documentDate = calendarDate(given.date)
  const posted = await unit.work((work) => {
    if (given.voucher_type === 'RX') return reverseVoucher(work, ids.get(`${given.entity} ${given.reverses ?? ''}`) ?? '0', { reason: given.description_th, documentDate })
    const lines: LinesToPost = {
      type: given.voucher_type, documentDate, source: { kind: 'worked-year', id: String(given.seq) }, event: 'worked', description: given.description_th, preparedBy: unit.maker.userId,
      lines: given.postings.map(lineOf), ...(given.stage === 'post_audit_closing' && postAuditClosing),
    }
    return postLines(work, lines)
  })
  numbers.set(given.seq, posted.number)
  ids.set(`${given.entity} ${posted.number}`, posted.id)
}

interface NetRow {
  account_code: string
  net: string
}

async function netsOf(entity: string, { stage, month = 12 }: { stage: (typeof stages)[number]; month?: number }): Promise<Record<string, string>> {
  const rows: NetRow[] = await db.owner('account_balances').where({ organisation_id: unitOf(entity).officer.organisationId }).where('stage', '<=', stages.indexOf(stage)).where('month', '<=', month)
    .groupBy('account_code').havingRaw('sum(debit) <> sum(credit)').select('account_code', db.owner.raw('(sum(debit) - sum(credit))::numeric(18,2)::text AS net'))
  return Object.fromEntries(rows.map((row) => [row.account_code, row.net]))
}

function expectedNets(rows: readonly z.infer<typeof trial>['rows'][number][]): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [row.account, isZero(baht(row.debit)) ? `-${row.credit}` : row.debit]))
}

beforeAll(async () => {
  const lao = await aLao(db)
  const head = await anOfficer(db, { at: lao, groups: ['LAO_FIN_HEAD'] })
  for (const account of await asOfficer(db, head).read((read) => findAccounts(read))) if (account.subLedger !== null) registers.set(account.code, account.subLedger)
  await open('LAO01', head)
  await open('SCH01', await anOfficer(db, { at: await aSubUnit(db, { lao }), groups: ['SUB_FIN_HEAD'] }))
  await open('PWN01', await anOfficer(db, { at: await aSubUnit(db, { lao, kind: '01' }), groups: ['PAWN_MANAGER'] }))
  for (const given of year.vouchers) await post(given)
}, 60_000)

describe('the worked year', () => {
  it('gives every voucher the number it should have', () => {
    expect(year.vouchers.length).toBeGreaterThan(100)
    expect(year.vouchers.map((given) => numbers.get(given.seq))).toEqual(year.vouchers.map((given) => given.voucher_no))
  })

  const cases = Object.entries(year.expected.trial_balance).flatMap(([entity, balances]) => [
    { entity, name: 'before adjustments', stage: 'normal', balance: balances.pre_adjust }, { entity, name: 'after adjustments', stage: 'adjusting', balance: balances.adjusted },
    { entity, name: 'after closing', stage: 'closing', balance: balances.post_closing }, { entity, name: 'after the audit', stage: 'post-audit-closing', balance: balances.post_audit },
  ] as const)
  it.each(cases)('$entity: the trial balance $name', async ({ entity, stage, balance }) => {
    expect(await netsOf(entity, { stage })).toEqual(expectedNets(balance.rows))
  })

  it.each(Object.entries(year.expected.lao_month_end_balances))('LAO01: what stands on %s', async (day, balances) => {
    const month = (Number(day.slice(5, 7)) + 2) % 12 + 1
    expect(await netsOf('LAO01', { stage: 'normal', month })).toEqual(balances)
  })

  it('leaves every register as it should stand', async () => {
    const wanted = year.expected.subledger_at_year_end.filter(({ account }) => registers.has(account))
    expect(wanted.length).toBeGreaterThan(20)
    for (const { entity, account, sub, balance, side } of wanted) {
      const row = await db.owner('sub_ledger_balances').where({ organisation_id: unitOf(entity).officer.organisationId, account_code: account, sub_key: sub })
        .first(db.owner.raw('(debit - credit)::text AS net'))
      expect([entity, account, sub, row?.net]).toEqual([entity, account, sub, side === 'D' ? balance : `-${balance}`])
    }
  })

  it('is proven, book by book', async () => {
    for (const unit of units.values()) expect((await unit.read((read) => verifyBook(read, unit.officer.organisationId))).faults).toEqual([])
  })
})

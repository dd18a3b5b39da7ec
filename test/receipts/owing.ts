// A town whose taxpayer owes taxes, and the runs of 30 September over them.
import { randomUUID } from 'node:crypto'
import { getVoucher, openFiscalYear } from '../../src/ledger/index.ts'
import { calendarDate, fiscalYear, type CalendarDate } from '../../src/platform/dates.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { mustSettleDebts } from '../../src/receipts/tax-collect/tax-collect.service.ts'
import { getDebt } from '../../src/receipts/tax-debt/tax-debt.repository.ts'
import { createDebt } from '../../src/receipts/tax-debt/tax-debt.service.ts'
import { debtNumber, type DebtCommand, type TaxDebt } from '../../src/receipts/tax-debt/tax-debt.ts'
import { approveRun, askRun, getRun } from '../../src/receipts/tax-run/tax-run.service.ts'
import { type RunKind } from '../../src/receipts/tax-run/tax-run.ts'
import { getTaxpayer } from '../../src/receipts/taxpayer/taxpayer.repository.ts'
import { createTaxpayer } from '../../src/receipts/taxpayer/taxpayer.service.ts'
import { type TestDatabase } from '../support/database.ts'
import { today, type Person, type School } from './school.ts'
import { aTown, moneyIn } from './town.ts'

export const lastYear = fiscalYear(2569)
export const lastDay = calendarDate('2026-09-30')
export const landDebtor = '1102050194.004'
export const signDebtor = '1102050194.003'
export const owner = 'นางบุญมา ที่ดินมาก'

export interface Owing extends School {
  readonly db: TestDatabase
  readonly taxpayerId: string
}

export async function aTaxTown(db: TestDatabase): Promise<Owing> {
  const town = await aTown(db)
  await town.head.work((work) => openFiscalYear(work, lastYear))
  const taxpayerId = await town.clerk.work((work) => createTaxpayer(work, {
    formKey: randomUUID(), register: 'taxpayer', personKind: 'person', name: owner, personNumber: '', address: '1 หมู่ 2', phone: '', isActive: true,
    items: [{ kind: 'land', place: 'โฉนด 1234', detail: '' }],
  }))
  return { ...town, db, taxpayerId }
}

export const assess = (town: Owing, given: Partial<DebtCommand> = {}) => town.clerk.work((work) => createDebt(work, {
  formKey: randomUUID(), taxpayerId: town.taxpayerId, taxKind: 'land', taxYear: 2569, assessed: baht('5000'), discount: zero, isOpening: false, noticeDate: calendarDate('2026-02-01'),
  dueDate: calendarDate('2026-04-30'), parts: 1, isFiledLate: false, signs: [], remark: '', ...given,
}))
export const debtOf = (town: Owing, id: string) => town.clerk.read((read) => getDebt(read, town.organisation.id, id))
export const keyOf = async (town: Owing) => (await town.clerk.read((read) => getTaxpayer(read, town.organisation.id, town.taxpayerId))).key

/** A paper written by hand. */
export const byHand = (on: CalendarDate) => ({ on, payerNumber: '', isReckoned: false })

const sheets = { next: 1 }

interface Payment {
  readonly amount: string
  readonly date?: CalendarDate
  readonly state?: string
  /** Still on its way to the books. */
  readonly isUnposted?: boolean
}

/** What a receipt does once it is summed up: it names the debt, and the books have the money. */
export async function pay(town: Owing, debt: TaxDebt, { amount, date = today, state = 'recorded', isUnposted = false }: Payment): Promise<void> {
  const account = debt.isSetUp ? debt.taxKind.debtorAccount : debt.taxKind.revenueAccount
  const line = { row: 0, reference: debtNumber(debt), accountCode: account, subKey: debt.isSetUp ? debt.taxpayer.key : null, amount: baht(amount) }
  await town.clerk.work((work) => mustSettleDebts(work, [line], byHand(date)))
  const sheet = sheets.next++
  const [made] = await town.db.owner('receipts').insert({
    organisation_id: town.organisation.id, kind: 'handwritten', state, fiscal_year: 2570, book: 'ภ', sheet, receipt_date: date, payer: debt.taxpayer.name, total: amount,
    recorded_by: town.clerk.officer.userId, recorded_at: town.db.clock.now(), ...(state === 'cancelled' && { cancel_reason: 'ผิด', cancelled_by: town.head.officer.userId }),
  }).returning('id')
  await town.db.owner('receipt_lines').insert({ organisation_id: town.organisation.id, receipt_id: made.id, line: 1, income_code: debt.taxKind.revenueCode, account_code: account, amount, reference: line.reference })
  if (state === 'recorded' && !isUnposted) await moneyIn(town, { account, amount, date, ...(debt.isSetUp && { key: debt.taxpayer.key }) })
}

export const ask = (town: Owing, kind: RunKind, year = lastYear) => town.clerk.work((work) => askRun(work, { kind, fiscalYear: year, formKey: randomUUID() }))
export const approve = (who: Person, id: string, version = 1) => who.work((work) => approveRun(work, id, version))

export async function run(town: Owing, kind: RunKind): Promise<string> {
  const id = await ask(town, kind)
  await approve(town.head, id)
  return id
}

export async function linesOf(town: Owing, voucherId: string) {
  const voucher = await town.head.read((read) => getVoucher(read, town.organisation.id, voucherId))
  return [voucher.type, voucher.documentDate, ...voucher.lines.map((line) => [line.side, line.accountCode, line.amount, line.subKey])]
}

export async function runLines(town: Owing, id: string) {
  return linesOf(town, (await town.head.read((read) => getRun(read, town.organisation.id, id))).voucher?.id ?? '0')
}

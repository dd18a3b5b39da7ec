// Money in: receipts of the counter and of the school through slip and summary, cash carried to the bank, money moved between accounts.
import { randomUUID } from 'node:crypto'
import { baht, sum } from '../../../src/platform/money.ts'
import { type CalendarDate } from '../../../src/platform/dates.ts'
import { getDeposit } from '../../../src/receipts/deposit/deposit.repository.ts'
import { createDeposit } from '../../../src/receipts/deposit/deposit.service.ts'
import { findNamedRefunds } from '../../../src/receipts/income-line/income-line.service.ts'
import { createPayIn, payIn } from '../../../src/receipts/pay-in/pay-in.service.ts'
import { type PayInCommand } from '../../../src/receipts/pay-in/pay-in.ts'
import { confirmSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { issue } from '../../receipts/lao.ts'
import { prepare, receivedSlip, record, type School } from '../../receipts/school.ts'
import { type World } from './world.ts'

export interface Income {
  readonly code: string
  readonly amount: string
  /** Of the register of its account. */
  readonly key?: string
}

/** One receipt of the counter: in cash, or into the savings account. */
export async function collected(world: World, on: CalendarDate, { incomes, isCash = false }: { readonly incomes: readonly Income[]; readonly isCash?: boolean }): Promise<void> {
  const { counter } = world
  const lines = incomes.map(({ code, amount, key }) => ({ incomeCode: code, amount: baht(amount), key }))
  const payments = isCash ? undefined : [{ row: 0, means: 'transfer' as const, bankAccountId: counter.bankAccountId, reference: '', amount: sum(lines.map(({ amount }) => amount)) }]
  await summedUp(counter, on, await issue(counter.clerk, { lines, ...(payments && { payments }) }))
}

/** What was paid too much on a claim comes back. */
export async function givenBack(world: World, on: CalendarDate, { search, amount }: { readonly search: string; readonly amount: string }): Promise<void> {
  const [named] = await world.counter.clerk.read((read) => findNamedRefunds(read, { search, on }))
  await collected(world, on, { incomes: [{ code: 'DB21', amount, key: named?.name ?? '' }] })
}

/** One hand-written receipt of the school, into its account. */
export async function keptBySchool({ school }: World, on: CalendarDate, { code, amount, key }: Income): Promise<void> {
  await summedUp(school, on, await record(school.clerk, { date: on, income: code, amount, ...(key !== undefined && { key }), transferTo: school.bankAccountId }))
}

async function summedUp(office: School, on: CalendarDate, receipt: string): Promise<void> {
  await receivedSlip(office, { receiptIds: [receipt], date: on })
  const summary = await prepare(office.finance, on)
  await office.head.work((work) => confirmSummary(work, summary, 1))
}

export async function paidIn({ counter }: World, on: CalendarDate, { money, to }: { readonly money: PayInCommand['money']; readonly to: string }): Promise<void> {
  const id = await counter.finance.work((work) => createPayIn(work, { formKey: randomUUID(), payInDate: on, bankAccountId: to, remark: '', money }))
  await counter.head.work((work) => payIn(work, id, { version: 1, paidOn: on, bankReference: 'KTB 1' }))
}

export function moved(world: World, on: CalendarDate, { from, to, amount }: { readonly from: string; readonly to: string; readonly amount: string }): Promise<void> {
  return paidIn(world, on, { money: { fromAccountId: from, amount: baht(amount) }, to })
}

/** An item of deposits, called as the story calls it: its key. */
export async function aDeposit({ books, counter }: World, kindCode: string, label: string): Promise<string> {
  const id = await counter.finance.work((work) => createDeposit(work, { formKey: randomUUID(), kindCode, depositor: label, depositorNumber: '', reference: label, dueDate: null, remark: '' }))
  const { key } = await counter.finance.read((read) => getDeposit(read, counter.organisation.id, id))
  books.name('LAO01', { kind: 'contract', key }, label)
  return key
}

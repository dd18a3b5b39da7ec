// What stands at the end of the year, beside what the study says: registers of keys, cheques, tax withheld, the budget.
import { getLine, type Balance } from '../../../src/budget/index.ts'
import { clearCheque } from '../../../src/expenditure/cheque/cheque.service.ts'
import { findTaxRows } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, isZero, minus, plus, sum, toNumeric, zero, type Money } from '../../../src/platform/money.ts'
import { worked } from '../../ledger/worked-year/worked.ts'
import { entities, type Entity } from './books.ts'
import { type World } from './world.ts'

type Nets = Record<string, string>

const wantedKeys = ({ books }: World) => worked.expected.subledger_at_year_end.filter(({ account }) => books.hasRegister(account))

export function toldKeys(world: World): Nets {
  return Object.fromEntries(wantedKeys(world).map(({ entity, account, sub, balance, side }) => [`${entity} ${account} ${sub}`, side === 'D' ? balance : `-${balance}`]))
}

/** Keys that the story does not tell apart count as its GENERAL. */
export async function keptKeys(world: World): Promise<Nets> {
  const { db, books } = world
  const wanted = wantedKeys(world)
  const named = new Set(wanted.map(({ entity, account, sub }) => `${entity} ${account} ${sub}`))
  const nets = new Map<string, Money>()
  for (const entity of entities) {
    const accounts = [...new Set(wanted.filter((each) => each.entity === entity).map(({ account }) => account))]
    const rows: { account_code: string; sub_key: string; debit: string; credit: string }[] = await db.owner('sub_ledger_balances').where({ organisation_id: books.office(entity).organisationId })
      .whereIn('account_code', accounts).select('account_code', 'sub_key', 'debit', 'credit')
    for (const { account_code: account, sub_key: key, debit, credit } of rows) {
      const label = `${entity} ${account} ${books.labelOf(entity, { account, key })}`
      const place = named.has(label) ? label : named.has(`${entity} ${account} GENERAL`) ? `${entity} ${account} GENERAL` : label
      nets.set(place, plus(nets.get(place) ?? zero, minus(baht(debit), baht(credit))))
    }
  }
  return Object.fromEntries([...nets].filter(([, net]) => !isZero(net)).map(([place, net]) => [place, toNumeric(net)]))
}

/** The bank has paid all that the story says it has, each on its own day. */
export async function chequesCleared({ db, lao }: World): Promise<void> {
  const rows: { id: string; version: number; handed_over_on: string; payee_name: string }[] = await db.owner('cheques').where({ organisation_id: lao.organisationId, state: 'handed_over' })
    .select('id', 'version', 'payee_name', db.owner.raw('handed_over_on::text AS handed_over_on'))
  const cleared = new Set(worked.expected.cheque_register.filter(({ status }) => status === 'cleared').map(({ date, payee }) => `${date} ${payee}`))
  for (const { id, version, handed_over_on: day, payee_name: payee } of rows) {
    if (cleared.has(`${day} ${payee}`)) await lao.finance.work((work) => clearCheque(work, id, { version, clearedOn: calendarDate(day) }))
  }
}

const statusOf: Readonly<Record<string, string>> = { handed_over: 'outstanding' }

export async function keptCheques({ db, lao }: World) {
  const rows: { number: string; state: string; payee_name: string; amount: string; day: string }[] = await db.owner('cheques').where({ organisation_id: lao.organisationId }).orderBy('number')
    .select('number', 'state', 'payee_name', 'amount', db.owner.raw('cheque_date::text AS day'))
  return rows.map(({ day: date, payee_name: payee, amount, state }) => ({ date, payee, amount, status: statusOf[state] ?? state }))
}

/** 'LAO01 2024-10-28 ภ.ง.ด.1': base, tax and the day it was handed on; the eleven pay-rolls of September together, as the study has them. */
export type TaxSums = Record<string, { readonly base: string; readonly tax: string; readonly remitted: string }>

export function toldTax(): TaxSums {
  return Object.fromEntries(worked.expected.withholding_register.map(({ entity, date, form, base, tax, remitted }) => [`${entity} ${date} ${form}`, { base, tax, remitted: remitted ?? '' }]).sort())
}

export async function keptTax(world: World): Promise<TaxSums> {
  const sums = new Map<string, { base: Money; tax: Money; remitted: string }>()
  for (const entity of ['LAO01', 'SCH01'] as const) for (const month of months) for (const row of await rowsOf(world, entity, month)) {
    const place = `${entity} ${row.paidOn} ${row.form}`
    const before = sums.get(place) ?? { base: zero, tax: zero, remitted: row.remittedOn ?? '' }
    sums.set(place, { base: plus(before.base, row.base), tax: plus(before.tax, row.amount), remitted: before.remitted })
  }
  return Object.fromEntries([...sums].sort(([one], [other]) => one.localeCompare(other)).map(([place, { base, tax, remitted }]) => [place, { base: toNumeric(base), tax: toNumeric(tax), remitted }]))
}

const months = ['2024-10', '2024-11', '2024-12', ...Array.from({ length: 9 }, (_each, index) => `2025-0${index + 1}`)]

async function rowsOf({ books }: World, entity: Entity, month: string) {
  const { organisationId, reader } = books.office(entity)
  const rows = await reader.read((read) => findTaxRows(read, organisationId, calendarDate(`${month}-01`)))
  return rows.filter(({ state }) => state === 'issued')
}

export function toldBudget(): Record<string, Nets> {
  return Object.fromEntries(Object.entries(worked.expected.budget_report).map(([id, { approved, transfer_in: into, transfer_out: out, reserved, committed, expended, refunded, available_lapsed: available }]) => (
    [id, { approved, transferred: toNumeric(minus(baht(into), baht(out))), reserved, committed, expended, refunded, available }])))
}

export async function keptBudget({ lao, linesOf }: World): Promise<Record<string, Nets>> {
  const report: Record<string, Nets> = {}
  for (const [id, lines] of linesOf) {
    const balances: Balance[] = []
    for (const line of lines) balances.push((await lao.head.read((read) => getLine(read, lao.organisationId, line))).balance)
    const total = (name: 'approved' | 'transferred' | 'reserved' | 'committed' | 'refunded' | 'available') => toNumeric(sum(balances.map((balance) => balance[name])))
    report[id] = {
      approved: total('approved'), transferred: total('transferred'), reserved: total('reserved'), committed: total('committed'),
      expended: toNumeric(sum(balances.map(({ claimed, paid }) => plus(claimed, paid)))), refunded: total('refunded'), available: total('available'),
    }
  }
  return report
}

// What of the spending is unfinished: it stands against the closing of its year, and is told before its month is closed (§3.10, EX-9). Pure.
import { type Blocker } from '../../ledger/index.ts'
import { addDays, addMonths, compareDates, fiscalYear, fiscalYearOf, fiscalYearPeriod, formatThaiDateField, type CalendarDate, type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { claimPaths, correctionPaths, waiverPaths } from '../expenditure.paths.ts'
import { loanPaths } from '../loan.paths.ts'
import { openSpendingText as text } from '../open-spending.text.ts'
import { paymentPaths, withholdingPaths } from '../payment.paths.ts'
import { acceptancePaths, forfeiturePaths } from '../procurement.paths.ts'

export const openKinds = ['payments', 'paying', 'checked', 'endorsed', 'submitted', 'acceptances', 'clearings', 'forfeitures', 'corrections', 'waivers', 'taxes'] as const
export type OpenKind = (typeof openKinds)[number]

/** Tax of the last month is remitted in the next year, by its own term. */
export const openOfYear: readonly OpenKind[] = ['payments', 'paying', 'checked', 'endorsed', 'submitted', 'acceptances', 'clearings', 'forfeitures', 'corrections', 'waivers']
/** A claim is owed from the day it is approved, whatever its own, and so holds up no month. */
export const openOfMonth: readonly OpenKind[] = ['payments', 'acceptances', 'clearings', 'forfeitures', 'corrections', 'waivers', 'taxes']

export interface OpenSpending {
  readonly count: number
  readonly amount: Money
}

export type OpenFound = ReadonlyMap<OpenKind, OpenSpending>

/** In the order of the kinds, each with the list that shows it. */
export function blockersOf(found: OpenFound, kinds: readonly OpenKind[], days: DayRange): Blocker[] {
  return kinds.flatMap((kind) => {
    const open = found.get(kind)
    return open === undefined ? [] : [{ text: text.open[kind](String(open.count), formatMoney(open.amount)), href: listOf(kind, days) }]
  })
}

function listOf(kind: OpenKind, { from, until }: DayRange): string {
  const between = `from=${formatThaiDateField(from)}&until=${formatThaiDateField(addDays(until, -1))}`
  switch (kind) {
    case 'payments': return `${paymentPaths.list}?state=recorded&${between}`
    case 'acceptances': return `${acceptancePaths.list}?state=draft&${between}`
    case 'forfeitures': return `${forfeiturePaths.list}?state=draft&${between}`
    case 'corrections': return `${correctionPaths.list}?state=submitted&${between}`
    case 'waivers': return `${waiverPaths.list}?state=submitted&${between}`
    case 'clearings': return `${loanPaths.list}?standing=clearing`
    case 'taxes': return `${withholdingPaths.list}?month=${formatThaiDateField(from).slice(3)}`
    case 'paying': case 'checked': case 'endorsed': case 'submitted': return `${claimPaths.list}?state=${kind}&${between}`
  }
}

/** How long before 30 September the home page tells of the year that ends. */
const monthsBefore = 2

/** The year whose closing is next: the one that soon ends, otherwise the one before. */
export function yearToClose(today: CalendarDate): FiscalYear {
  const year = fiscalYearOf(today)
  return compareDates(today, addMonths(fiscalYearPeriod(year).until, -monthsBefore)) >= 0 ? year : fiscalYear(year - 1)
}

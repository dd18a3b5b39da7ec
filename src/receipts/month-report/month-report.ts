// รายงานรับ - จ่ายเงิน ประจำเดือน: what came in and what went out of cash and banks, beside the estimates, with what was brought and carried forward
// (budget-and-receipts §5.1; F29). Pure.
import { type OfficerRead } from '../../platform/database/work.ts'
import { type CalendarDate, type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { minus, negate, plus, sum, zero, type Money } from '../../platform/money.ts'

/** Of the month, and of the year until its end. */
export interface Amounts {
  readonly month: Money
  readonly year: Money
}

export interface AskedMovement {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  /** From the beginning of the year to the end of the month. */
  readonly days: DayRange
  /** First day of the month. */
  readonly month: CalendarDate
}

/** What stands beside the money in its vouchers, added up; what was reversed is taken off. */
export interface MovedLine extends Amounts {
  readonly side: 'D' | 'C'
  readonly accountCode: string
  readonly revenueCode: string | null
  readonly budgetLineId: string | null
}

export interface Movement {
  readonly lines: readonly MovedLine[]
  /** Debited by payments, whatever it settled. */
  readonly settled: Amounts
}

/** What this room cannot know by itself. */
export interface MonthRooms {
  /** What payments paid for, by the lines of their claims. */
  paidLines(read: OfficerRead, asked: AskedMovement): Promise<readonly MovedLine[]>
}

interface Named {
  readonly code: string
  readonly name: string
}

/** A line with all that tells where it is reported. */
export interface NamedLine extends Amounts {
  readonly side: 'D' | 'C'
  readonly account: Named & { readonly group: string; readonly subLedger: string | null }
  readonly revenue: Named | null
  readonly place: { readonly category: Named; readonly fund: Named | null } | null
}

/** In the order of the report. */
export const sections = ['revenues', 'grants', 'received', 'spending', 'funds', 'paid'] as const
export type Section = (typeof sections)[number]

export interface MonthRow extends Named, Amounts {
  readonly section: Section
  /** Absent where nothing is estimated. */
  readonly estimate?: Money | undefined
}

/** หมวดเงินอุดหนุนระบุวัตถุประสงค์/เฉพาะกิจ: it is in no ordinance. */
const grantCategory = '441000'

/** Where a line is reported, and whether it takes off: income given back, spending that came back. */
function placeOf({ side, account, revenue, place }: NamedLine): Named & { readonly section: Section; readonly takesOff: boolean } {
  const isIn = side === 'C'
  if (revenue) return { ...revenue, section: revenue.code === grantCategory ? 'grants' : 'revenues', takesOff: !isIn }
  if (account.group === 'revenue') return { ...account, section: 'revenues', takesOff: !isIn }
  if (place && account.subLedger !== 'loan_contract') return place.fund ? { ...place.fund, section: 'funds', takesOff: isIn } : { ...place.category, section: 'spending', takesOff: isIn }
  if (account.group === 'expense') return { ...account, section: 'spending', takesOff: isIn }
  return { ...account, section: isIn ? 'received' : 'paid', takesOff: false }
}

export interface Estimates {
  readonly revenues: readonly (Named & { readonly amount: Money })[]
  readonly spending: readonly (Named & { readonly amount: Money })[]
}

/** Every category that was estimated or moved, by section and code. */
export function rowsOf(lines: readonly NamedLine[], { revenues, spending }: Estimates): MonthRow[] {
  const rows = new Map<string, MonthRow>()
  const add = (given: MonthRow) => {
    const key = `${given.section}/${given.code}`
    const known = rows.get(key)
    rows.set(key, known ? { ...known, month: plus(known.month, given.month), year: plus(known.year, given.year), estimate: given.estimate === undefined ? known.estimate : plus(known.estimate ?? zero, given.estimate) } : given)
  }
  for (const { code, name, amount } of revenues) add({ section: 'revenues', code, name, estimate: amount, month: zero, year: zero })
  for (const { code, name, amount } of spending) add({ section: 'spending', code, name, estimate: amount, month: zero, year: zero })
  for (const line of lines) {
    const { section, code, name, takesOff } = placeOf(line)
    add({ section, code, name, month: takesOff ? negate(line.month) : line.month, year: takesOff ? negate(line.year) : line.year })
  }
  return [...rows.values()].sort((one, other) => sections.indexOf(one.section) - sections.indexOf(other.section) || orderOf(one).localeCompare(orderOf(other), 'en'))
}

/** Categories before what only has an account. */
const orderOf = ({ code }: Named) => `${code.includes('.') ? 1 : 0}${code}`

/** Of a payment the debts it settled are told by the claims; what no claim accounts for was paid anew after it had come back. */
export function unexplained({ settled }: Movement, paid: readonly MovedLine[]): Amounts {
  return { month: minus(settled.month, sumOf(paid).month), year: minus(settled.year, sumOf(paid).year) }
}

export function sumOf(rows: readonly Amounts[]): Amounts {
  return { month: sum(rows.map(({ month }) => month)), year: sum(rows.map(({ year }) => year)) }
}

/** Both sides and what lies between. */
export function balanceOfRows(rows: readonly MonthRow[]): { readonly received: Amounts; readonly paid: Amounts; readonly net: Amounts } {
  const isIn = ({ section }: MonthRow) => section === 'revenues' || section === 'grants' || section === 'received'
  const [received, paid] = [sumOf(rows.filter(isIn)), sumOf(rows.filter((row) => !isIn(row)))]
  return { received, paid, net: { month: minus(received.month, paid.month), year: minus(received.year, paid.year) } }
}

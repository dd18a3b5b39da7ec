// How taxes of a local authority are reckoned: signboards by area and script, what lateness adds, parts, doubt by age (budget-and-receipts §4.9).
// Every figure of the law comes from dated settings; nothing here knows one.
import { addMonths, compareDates, type CalendarDate } from '../../platform/dates.ts'
import { allocate, compare, isZero, minus, money, plus, sum, times, zero, type Money } from '../../platform/money.ts'

export const scripts = ['thai', 'mixed', 'foreign'] as const
export type Script = (typeof scripts)[number]

export interface Sign {
  /** In centimetres. */
  readonly width: number
  readonly height: number
  /** Thai only; Thai with foreign letters or pictures; no Thai, or Thai below the foreign. */
  readonly script: Script
  readonly isMoving: boolean
}

/** Figures in force on one day, by 'signboard/minimum': whole baht, per cent, or a count. */
export type TaxFigures = ReadonlyMap<string, number>

export function figure(figures: TaxFigures, name: string): number {
  const value = figures.get(name)
  if (value === undefined) throw new RangeError(`no setting ${name} is in force`)
  return value
}

const bahtOf = (whole: number): Money => money(BigInt(whole) * 100n)
const perCent = (amount: Money, hundredths: number): Money => times(amount, { numerator: BigInt(hundredths), denominator: 100n }, 'half-up')

/** Units of 500 square centimetres; what is left over half counts as one, else it is dropped. */
export function unitsOf({ width, height }: Sign, unitArea: number): number {
  const area = width * height
  const whole = Math.floor(area / unitArea)
  return (area - whole * unitArea) * 2 > unitArea ? whole + 1 : whole
}

export interface ReckonedSign {
  readonly units: number
  /** Whole baht a unit. */
  readonly rate: number
  readonly tax: Money
  /** Raised to the least a sign pays. */
  readonly isLeast: boolean
}

export function reckonSign(sign: Sign, figures: TaxFigures): ReckonedSign {
  const rate = figure(figures, `signboard/rate-${sign.script}-${sign.isMoving ? 'moving' : 'still'}`)
  const units = unitsOf(sign, figure(figures, 'signboard/unit-area'))
  const [tax, least] = [bahtOf(units * rate), bahtOf(figure(figures, 'signboard/minimum'))]
  const isLeast = compare(tax, least) < 0
  return { units, rate, tax: isLeast ? least : tax, isLeast }
}

export const signTax = (sign: Sign, figures: TaxFigures): Money => reckonSign(sign, figures).tax

export const signboardTax = (signs: readonly Sign[], figures: TaxFigures): Money => sum(signs.map((sign) => signTax(sign, figures)))

/** Months or parts of a month since the day; 0 until it is past. */
export function monthsLate(due: CalendarDate, day: CalendarDate): number {
  if (compareDates(day, due) <= 0) return 0
  let months = 1
  while (compareDates(addMonths(due, months), day) < 0) months += 1
  return months
}

export interface Part {
  readonly due: CalendarDate
  readonly amount: Money
}

export type TaxCode = 'land' | 'signboard' | 'house' | 'local'

export interface Owed {
  readonly taxKind: TaxCode
  /** What is to be paid altogether, the discount taken off. */
  readonly amount: Money
  readonly due: CalendarDate
  readonly parts: number
  readonly isFiledLate: boolean
  readonly warned: { readonly on: CalendarDate; readonly until: CalendarDate } | null
}

/** Equal monthly parts; what does not divide goes to the first. */
export function partsOf({ amount, due, parts }: Owed): Part[] {
  const amounts = allocate(amount, Array.from({ length: parts }, () => 1n))
  return amounts.map((share, index) => ({ amount: share, due: addMonths(due, index) }))
}

/** Payments settle the earliest part first. */
export function openParts(owed: Owed, settled: Money): Part[] {
  let left = settled
  return partsOf(owed).map((part) => {
    const covered = compare(left, part.amount) < 0 ? left : part.amount
    left = minus(left, covered)
    return { ...part, amount: minus(part.amount, covered) }
  }).filter((part) => !isZero(part.amount))
}

export interface Late {
  readonly penalty: Money
  readonly surcharge: Money
}

/** From what lateness is reckoned, as the receipt tells it: the tax it falls on, per cent, months. */
export interface Reckoned {
  readonly penalty: { readonly of: Money; readonly rate: number } | undefined
  /** `isCapped`: of the land tax never more than the tax itself. */
  readonly surcharges: readonly { readonly of: Money; readonly rate: number; readonly months: number; readonly isCapped: boolean }[]
}

interface AskedLate {
  readonly settled: Money
  /** So much is paid now; absent: all that is open. */
  readonly share?: Money | undefined
  readonly day: CalendarDate
  readonly figures: TaxFigures
}

/** Of parts, as much as a payment settles: the earliest first. */
function settledNow(parts: readonly Part[], share: Money | undefined): readonly Part[] {
  let left = share ?? sum(parts.map((part) => part.amount))
  return parts.map((part) => {
    const covered = compare(left, part.amount) < 0 ? left : part.amount
    left = minus(left, covered)
    return { ...part, amount: covered }
  }).filter((part) => !isZero(part.amount))
}

/** Of the tax still open on a day, part by part; of a part payment only what it settles (§4.9). */
export function reckonLate(owed: Owed, { settled, share, day, figures }: AskedLate): Reckoned {
  const late = settledNow(openParts(owed, settled), share).map((part) => ({ of: part.amount, months: monthsLate(part.due, day) }))
  const overdue = late.filter(({ months }) => months > 0)
  const rate = surchargeRate(owed.taxKind, figures)
  return {
    penalty: penaltyOn(owed, { day, figures, open: sum(late.map(({ of }) => of)), overdue: sum(overdue.map(({ of }) => of)) }),
    surcharges: rate === undefined ? [] : overdue.map((part) => ({ ...part, rate, isCapped: owed.taxKind === 'land' && rate * part.months > 100 })),
  }
}

/** What lateness adds: เบี้ยปรับ and เงินเพิ่ม. */
export function lateOf(owed: Owed, asked: AskedLate): Late {
  const { penalty, surcharges } = reckonLate(owed, asked)
  return { penalty: penalty ? perCent(penalty.of, penalty.rate) : zero, surcharge: sum(surcharges.map(({ of, rate, months, isCapped }) => (isCapped ? of : perCent(of, rate * months)))) }
}

interface Lateness {
  readonly day: CalendarDate
  readonly figures: TaxFigures
  readonly open: Money
  readonly overdue: Money
}

function penaltyOn({ taxKind, isFiledLate, warned }: Owed, { day, figures, open, overdue }: Lateness): Reckoned['penalty'] {
  if (taxKind === 'signboard') return isFiledLate ? { of: open, rate: figure(figures, 'signboard/penalty-late-filing') } : undefined
  if (taxKind !== 'land') return undefined
  const isWarned = warned !== null && compareDates(day, warned.on) >= 0
  const stage = !isWarned ? 'before' : compareDates(day, warned.until) <= 0 ? 'within' : 'after'
  return { of: overdue, rate: figure(figures, `land/penalty-${stage}-warning`) }
}

/** The abolished taxes are collected as they were set up. */
function surchargeRate(taxKind: TaxCode, figures: TaxFigures): number | undefined {
  return taxKind === 'land' || taxKind === 'signboard' ? figure(figures, `${taxKind}/surcharge-month`) : undefined
}

export function mayBeInParts(taxKind: TaxCode, amount: Money, figures: TaxFigures): boolean {
  return taxKind === 'land' && compare(amount, bahtOf(figure(figures, 'land/parts-from'))) >= 0
}

/** The share of a debt that is doubtful, by its whole years past due. */
export function allowanceOf(balance: Money, { due, day, figures }: { due: CalendarDate; day: CalendarDate; figures: TaxFigures }): Money {
  const years = [3, 2, 1].find((count) => compareDates(addMonths(due, 12 * count), day) < 0)
  return years === undefined ? zero : perCent(balance, figure(figures, `all/allowance-${years}`))
}

export const dueWith = (tax: Money, { penalty, surcharge }: Late): Money => plus(tax, plus(penalty, surcharge))

// แผนการใช้จ่ายรายไตรมาส (BU-9): what each line means to spend in which quarter, beside what it did. A quarter that is past stays as it was planned.
import { addDays, addMonths, compareDates, fiscalYearPeriod, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, sum, zero, type Money } from '../../platform/money.ts'
import { revised, type LineWithBalance } from '../line/line.ts'
import { reportText } from '../report.text.ts'

const { errors } = reportText.quarter

export const quarters = [1, 2, 3, 4] as const
export type Quarter = (typeof quarters)[number]

/** By quarter; one not named is nothing. */
export type ByQuarter = ReadonlyMap<Quarter, Money>

export interface PlannedLine {
  readonly line: LineWithBalance
  readonly planned: ByQuarter
  /** Claimed and paid, refunds taken off, by the day of the claim. */
  readonly used: ByQuarter
}

export interface TypedPlan {
  readonly lineId: string
  readonly quarter: Quarter
  readonly amount: Money
}

export function amountIn(amounts: ByQuarter, quarter: Quarter): Money {
  return amounts.get(quarter) ?? zero
}

export function totalOf(amounts: ByQuarter): Money {
  return sum(amounts.values())
}

/** Its last day is over. */
export function isPast(year: FiscalYear, quarter: Quarter, today: CalendarDate): boolean {
  const last = addDays(addMonths(fiscalYearPeriod(year).from, 3 * quarter), -1)
  return compareDates(last, today) < 0
}

export function fieldOf(lineId: string, quarter: Quarter): string {
  return `plan.${lineId}.${quarter}`
}

/** Past quarters stay; a line plans no more than it has. */
export function faultsOf(lines: readonly PlannedLine[], typed: readonly TypedPlan[], isClosed: (quarter: Quarter) => boolean): FieldErrors {
  const wrong: Record<string, string> = {}
  const known = new Map(lines.map((each) => [each.line.id, each]))
  for (const { lineId, quarter } of typed) {
    if (!known.has(lineId)) wrong[fieldOf(lineId, quarter)] = errors.noLine
    else if (isClosed(quarter)) wrong[fieldOf(lineId, quarter)] = errors.past(String(quarter))
  }
  for (const { line, planned } of lines) {
    const asked = typed.filter(({ lineId }) => lineId === line.id)
    const [given, total] = [revised(line.balance), totalOf(new Map([...planned, ...asked.map(({ quarter, amount }) => [quarter, amount] as const)]))]
    const [first] = asked
    if (first && compare(total, given) > 0) wrong[fieldOf(line.id, first.quarter)] ??= errors.over(formatMoney(total), formatMoney(given))
  }
  return wrong
}

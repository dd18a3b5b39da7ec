// อากรการฆ่าสัตว์ on one receipt with the fees of slaughterhouse and lairage: kind of animal × head × rate (budget-and-receipts §4.2, scenario 36).
import { type CalendarDate } from '../../platform/dates.ts'
import { isZero, sum, type Money } from '../../platform/money.ts'

export const slaughterFees = ['duty', 'slaughterhouse', 'lairage'] as const
export type SlaughterFee = (typeof slaughterFees)[number]

/** Annex B. */
export const slaughterIncomes: Readonly<Record<SlaughterFee, string>> = { duty: '41100004', slaughterhouse: '41210001', lairage: '41210002' }

export interface SlaughterRate extends Readonly<Record<SlaughterFee, Money>> {
  readonly id: string
  readonly animal: string
  readonly validFrom: CalendarDate
  readonly authority: string
}

export interface SlaughterHeads {
  readonly rate: SlaughterRate
  readonly heads: number
}

export interface SlaughterLine {
  readonly incomeCode: string
  readonly amount: Money
}

/** A line for each of the three that costs anything. */
export function slaughterLines(brought: readonly SlaughterHeads[]): SlaughterLine[] {
  return slaughterFees.map((name) => ({
    incomeCode: slaughterIncomes[name], amount: sum(brought.flatMap(({ rate, heads }) => Array.from({ length: heads }, () => rate[name]))),
  })).filter(({ amount }) => !isZero(amount))
}

export interface NewRate extends Readonly<Record<SlaughterFee, Money>> {
  readonly animal: string
  readonly validFrom: CalendarDate
  readonly authority: string
}

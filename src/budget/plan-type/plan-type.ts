// The year's control lines at a glance: แผนงาน × งบ, what was given, what is used or bound, what is left.
import { minus, sum, type Money } from '../../platform/money.ts'

export interface PlanTypeSum {
  readonly planCode: string
  /** '53' */
  readonly typePrefix: string
  readonly given: Money
  readonly available: Money
}

export const figures = ['given', 'used', 'available'] as const
export type Figure = (typeof figures)[number]

/** Used is whatever is given and no longer available: spent, claimed, bound, carried or lapsed. */
export function figureOf(sums: readonly PlanTypeSum[], figure: Figure): Money {
  const [given, available] = [sum(sums.map((each) => each.given)), sum(sums.map((each) => each.available))]
  return { given, used: minus(given, available), available }[figure]
}

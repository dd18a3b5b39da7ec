// What is kept back from pay: social security by dated rates, and how much of the rest pay can bear (expenditure-accounting-assets §1.5). Pure.
import { compare, isNegative, minus, money, times, zero, type Money } from '../../platform/money.ts'
import { percentRate } from '../../platform/percent.ts'

/** A kind of deduction, in the order in which they are kept back when pay is too small. */
export interface PayDeduction {
  readonly code: string
  readonly name: string
  readonly kind: 'withholding' | 'deposit' | 'loan'
  readonly accountCode: string
  readonly ruleCode: string | null
  /** Who gets it: one body for all, one of several, a loan of the person, nobody. */
  readonly creditor: 'one' | 'named' | 'loan' | 'none'
  /** Budget item of the employer's own part. */
  readonly employerItem: string | null
  readonly isReckoned: boolean
  readonly priority: number
}

/** Of a month, from the dated table. */
export interface SocialSecurityRates {
  /** Per cent. */
  readonly employee: string
  readonly employer: string
  readonly floor: Money
  readonly ceiling: Money
}

const satangOfBaht = 100n

/** One person's part of one side: of the wage within floor and ceiling, rounded to whole baht, half up. No wage, no contribution. */
export function contribution(wage: Money, { percent, floor, ceiling }: { readonly percent: string; readonly floor: Money; readonly ceiling: Money }): Money {
  if (compare(wage, zero) <= 0) return zero
  const counted = compare(wage, floor) < 0 ? floor : compare(wage, ceiling) > 0 ? ceiling : wage
  const { numerator, denominator } = percentRate(percent)
  return money(times(counted, { numerator, denominator: denominator * satangOfBaht }, 'half-up') * satangOfBaht)
}

export interface Asked {
  readonly code: string
  readonly amount: Money
}

/** Each as far as pay bears it, by the order of the law; what does not fit is left out and told. The floor must remain. */
export function fitted<T extends Asked>(gross: Money, asked: readonly T[], { priorityOf, floor }: { priorityOf(code: string): number; readonly floor: Money }): { kept: T[]; cut: T[] } {
  let left = minus(gross, floor)
  const kept: T[] = []
  const cut: T[] = []
  for (const each of asked.toSorted((a, b) => priorityOf(a.code) - priorityOf(b.code))) {
    const room = isNegative(left) ? zero : left
    const amount = compare(each.amount, room) > 0 ? room : each.amount
    if (compare(amount, zero) > 0) kept.push({ ...each, amount })
    if (compare(amount, each.amount) < 0) cut.push({ ...each, amount: minus(each.amount, amount) })
    left = minus(left, amount)
  }
  return { kept, cut }
}

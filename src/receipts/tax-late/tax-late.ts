// Penalty and surcharge of a tax that is paid in parts: what was paid ahead of the tax it falls on, and what was left off when that tax was paid (§4.9, scenario 34). Pure.
import { type CalendarDate } from '../../platform/dates.ts'
import { compare, isNegative, minus, negate, plus, zero, type Money } from '../../platform/money.ts'
import { type Due } from '../tax-debt/tax-debt.ts'
import { lateOf, type Late, type Owed, type TaxFigures } from '../tax-rule/tax-rule.ts'

/** What one receipt or found money paid of a debt, a write-off took from it, or an order took from its lateness, on the day the money was handed over or the word given. */
export interface Settlement {
  readonly day: CalendarDate
  readonly tax: Money
  readonly late: Late
  /** At a counter; money that came by itself, write-offs and orders ask for no lateness. */
  readonly isPaid: boolean
}

export interface LateAccount {
  /** Paid or reduced by order, and not yet asked for. */
  readonly ahead: Late
  /** Left off by a paper of the hand or by who may: nobody asks for it again, but it may be paid. */
  readonly leftOff: Late
}

export const noLate: Late = { penalty: zero, surcharge: zero }

/** In the order of the settlements; figures are those of each day. */
export function lateAccount(owed: Owed, settlements: readonly Settlement[], figuresOn: (day: CalendarDate) => TaxFigures): LateAccount {
  let [settled, ahead, leftOff] = [zero, noLate, noLate]
  for (const { day, tax, late, isPaid } of settlements) {
    const asked = isPaid ? lateOf(owed, { settled, share: tax, day, figures: figuresOn(day) }) : noLate
    const left = each((part) => minus(plus(ahead[part], late[part]), asked[part]))
    settled = plus(settled, tax)
    ahead = each((part) => (isNegative(left[part]) ? zero : left[part]))
    leftOff = each((part) => (isNegative(left[part]) ? plus(leftOff[part], negate(left[part])) : leftOff[part]))
  }
  return { ahead, leftOff }
}

/** What lateness asks still: never less than nothing. */
export const stillAsked = (asked: Late, { ahead }: LateAccount): Late => each((part) => (compare(asked[part], ahead[part]) < 0 ? zero : minus(asked[part], ahead[part])))

/** As much as may be paid without any tax: of all that is open, and what was left off. */
export const mostAlone = (asked: Late, account: LateAccount): Late => each((part) => plus(stillAsked(asked, account)[part], account.leftOff[part]))

/** What is asked and what of it was paid ahead. */
export interface LateDue extends Pick<Due, 'late' | 'reckoned'> {
  readonly ahead: Late
  readonly most: Late
}

function each(of: (part: keyof Late) => Money): Late {
  return { penalty: of('penalty'), surcharge: of('surcharge') }
}

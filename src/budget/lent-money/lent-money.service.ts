// Money that an officer borrowed of a control line comes back, by a receipt or from the pay: the line may spend it again (expenditure-accounting-assets §1.6, S34).
// Locks: loans by id → budget lines. Asked before the counters.
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { plus, zero, type Money } from '../../platform/money.ts'
import { refund, takeBackRefund } from '../control/control.service.ts'
import { findMovement } from '../control/control.repository.ts'
import { type Source } from '../control/control.ts'
import { findGivenBack, findLentMoney, holdLoans } from './lent-money.repository.ts'
import { loanIdIn, sharesBack } from './lent-money.ts'

export interface MoneyBack {
  /** Of the register: 'LON12'; others are no concern of the budget. */
  readonly subKey: string | null | undefined
  readonly amount: Money
}

/** The paper by which it came back. */
export interface BackBy {
  readonly source: Source
  readonly date: CalendarDate
  readonly description: string
}

const eventOf = (loanId: string) => `lent-money-back/${loanId}`

/** In the year it was lent; what comes back after 30 September belongs to no line any more (§1.8). */
export async function takeInLentMoney(work: OfficerWork, by: BackBy, back: readonly MoneyBack[]): Promise<void> {
  const amounts = byLoan(back)
  const years = await holdLoans(work, [...amounts.keys()])
  for (const [loanId, year] of years) {
    const lent = year === fiscalYearOf(by.date) ? await findLentMoney(work, loanId) : undefined
    const shares = lent ? sharesBack(lent.unspent, amounts.get(loanId) ?? zero) : []
    if (lent && shares.length > 0) await refund(work, { ...by, event: eventOf(loanId), of: lent.claim }, shares)
  }
}

/** The paper is reversed: what it gave back to the lines they must still have. */
export async function giveOutLentMoney(work: OfficerWork, by: BackBy & { readonly reversedBy: Source }, back: readonly MoneyBack[]): Promise<void> {
  const { source, reversedBy, ...act } = by
  const loans = await holdLoans(work, [...byLoan(back).keys()])
  for (const loanId of loans.keys()) {
    const movement = await findMovement(work, { source, event: eventOf(loanId) })
    const lent = movement === undefined ? undefined : await findLentMoney(work, loanId)
    if (movement === undefined || !lent) continue
    await takeBackRefund(work, { ...act, source: reversedBy, event: `lent-money-out/${loanId}`, of: lent.claim }, await findGivenBack(work, movement))
  }
}

function byLoan(back: readonly MoneyBack[]): ReadonlyMap<string, Money> {
  const amounts = new Map<string, Money>()
  for (const { subKey, amount } of back) {
    const id = loanIdIn(subKey)
    if (id !== undefined) amounts.set(id, plus(amounts.get(id) ?? zero, amount))
  }
  return amounts
}

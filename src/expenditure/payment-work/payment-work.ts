// What of the payments waits for an officer: for the home page.
import { type Officer } from '../../platform/database/work.ts'
import { type Permission } from '../../platform/http/route.ts'
import { type Money } from '../../platform/money.ts'
import { paymentPaths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'

const text = paymentText.work

export interface WaitingPayments {
  readonly count: number
  readonly amount: Money
}

export interface PaymentCounts {
  /** Approved claims that no payment pays yet. */
  readonly payable: WaitingPayments
  /** Recorded by others, not yet in the books. */
  readonly recorded: WaitingPayments
}

export interface PaymentWorkItem extends WaitingPayments {
  readonly key: 'pay' | 'post'
  readonly text: string
  readonly href: string
}

export function paymentItemsFor(officer: Officer, counts: PaymentCounts): PaymentWorkItem[] {
  const items: readonly (Omit<PaymentWorkItem, 'count' | 'amount'> & { readonly may: Permission; readonly waiting: WaitingPayments })[] = [
    { key: 'pay', may: 'expense.pay:create', text: text.toPay, href: paymentPaths.new, waiting: counts.payable },
    { key: 'post', may: 'expense.pay:approve', text: text.toPost, href: `${paymentPaths.list}?state=recorded`, waiting: counts.recorded },
  ]
  return items.filter(({ may, waiting }) => waiting.count > 0 && officer.permissions.has(may)).map(({ may: _may, waiting, ...item }) => ({ ...item, ...waiting }))
}

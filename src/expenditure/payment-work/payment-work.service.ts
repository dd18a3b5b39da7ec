import { type OfficerRead } from '../../platform/database/work.ts'
import { countWaitingPayments } from './payment-work.repository.ts'
import { paymentItemsFor, type PaymentWorkItem } from './payment-work.ts'

/** What waits for this officer: approved claims to pay, recorded payments to approve. Nothing for who has no payments to do with. */
export async function findPaymentWork(read: OfficerRead): Promise<PaymentWorkItem[]> {
  const rights = ['expense.pay:create', 'expense.pay:approve', 'expense.cheque:create', 'expense.cheque:approve', 'expense.cheque:edit']
  return rights.some((right) => read.actor.permissions.has(right)) ? paymentItemsFor(read.actor, await countWaitingPayments(read)) : []
}

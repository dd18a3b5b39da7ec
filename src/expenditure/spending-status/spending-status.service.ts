import { lastPostedDay } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { paymentSource } from '../payment/payment.ts'
import { countSpending } from './spending-status.repository.ts'
import { spendingStatusOf, type SpendingStatus } from './spending-status.ts'

const rights = ['expense.voucherreq:view', 'expense.contract:view', 'expense.loan:view', 'expense.pay:view', 'expense.payee:approve']

/** Nothing for who may look at none of it. */
export async function findSpendingStatus(read: OfficerRead): Promise<SpendingStatus> {
  return rights.some((right) => read.actor.permissions.has(right)) ? spendingStatusOf(read.actor, await countSpending(read), await lastPostedDay(read, read.actor.organisationId, paymentSource)) : { inWork: [], standing: [] }
}

// What of reports and payments waits for an officer: for the home page.
import { type Officer } from '../../platform/database/work.ts'
import { type Permission } from '../../platform/http/route.ts'
import { type Money } from '../../platform/money.ts'
import { chequeReportText } from '../cheque-report.text.ts'
import { chequeReportPaths, paymentPaths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'

const text = paymentText.work
const ofReports = chequeReportText.work

export interface WaitingPayments {
  readonly count: number
  readonly amount: Money
}

export interface PaymentCounts {
  /** Approved claims that stand in no report and no payment. */
  readonly payable: WaitingPayments
  /** Drafts of others. */
  readonly drafted: WaitingPayments
  /** Approved, not yet signed by all. */
  readonly unsigned: WaitingPayments
  /** Rows of issued reports that nobody pays yet. */
  readonly issued: WaitingPayments
  /** Recorded by others, not yet in the books. */
  readonly recorded: WaitingPayments
}

export interface PaymentWorkItem extends WaitingPayments {
  readonly key: 'pay' | 'report' | 'approve-report' | 'issue' | 'hand-over' | 'post'
  readonly text: string
  readonly href: string
}

/** Where reports are kept, approved claims wait for one; elsewhere for their payment. */
export function paymentItemsFor(officer: Officer, counts: PaymentCounts): PaymentWorkItem[] {
  const isReporting = officer.organisationKind === 'LAO'
  const items: readonly (Omit<PaymentWorkItem, 'count' | 'amount'> & { readonly may: Permission; readonly waiting: WaitingPayments })[] = [
    isReporting ? { key: 'report', may: 'expense.cheque:create', text: text.toPay, href: chequeReportPaths.new, waiting: counts.payable }
      : { key: 'pay', may: 'expense.pay:create', text: text.toPay, href: paymentPaths.new, waiting: counts.payable },
    { key: 'approve-report', may: 'expense.cheque:approve', text: ofReports.toApprove, href: `${chequeReportPaths.list}?state=draft&by=others`, waiting: counts.drafted },
    { key: 'issue', may: 'expense.cheque:edit', text: ofReports.toIssue, href: `${chequeReportPaths.list}?state=approved`, waiting: counts.unsigned },
    { key: 'hand-over', may: 'expense.pay:create', text: ofReports.toPay, href: paymentPaths.new, waiting: counts.issued },
    { key: 'post', may: 'expense.pay:approve', text: text.toPost, href: `${paymentPaths.list}?state=recorded&by=others`, waiting: counts.recorded },
  ]
  return items.filter(({ may, waiting }) => waiting.count > 0 && officer.permissions.has(may)).map(({ may: _may, waiting, ...item }) => ({ ...item, ...waiting }))
}

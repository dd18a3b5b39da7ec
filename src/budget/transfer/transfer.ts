// โอนงบประมาณ: money moves between lines of one year and one source; what goes out is what comes in (budget-and-receipts §3.5).
import { lifecycle } from '../../documents/index.ts'
import { addDays, compareDates, type CalendarDate } from '../../platform/dates.ts'
import { type BudgetDocument, type DocumentLine } from '../document/document.ts'

export const transferLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'budget.transfer:edit' },
    submit: { to: 'submitted', may: 'budget.transfer:create' },
    cancel: { to: 'cancelled', may: 'budget.transfer:edit' },
  },
  submitted: {
    approve: { to: 'approved', may: 'budget.transfer:approve', notBy: 'author' },
    reject: { to: 'rejected', may: 'budget.transfer:approve' },
    return: { to: 'draft', may: 'budget.transfer:approve' },
  },
  approved: {
    announce: { to: 'announced', may: 'budget.transfer:create' },
    revoke: { to: 'cancelled', may: 'budget.transfer:approve', notBy: 'author' },
  },
  announced: { report: { to: 'announced', may: 'budget.transfer:create' } },
  rejected: {},
  cancelled: {},
})

export type TransferState = keyof typeof transferLifecycle.table
export const transferStates: readonly TransferState[] = ['draft', 'submitted', 'approved', 'announced', 'rejected', 'cancelled']

export interface Transfer extends BudgetDocument<TransferState> {
  readonly lines: readonly DocumentLine[]
}

/** Approved, not reported, and the days the law gives are over. */
export function isReportLate({ state, steps }: Pick<Transfer, 'state' | 'steps'>, today: CalendarDate, days: number): boolean {
  const approved = steps.findLast((step) => step.action === 'approve')
  const isOpen = (state === 'approved' || state === 'announced') && !steps.some((step) => step.action === 'report')
  return isOpen && approved !== undefined && compareDates(today, addDays(approved.happenedOn, days)) > 0
}

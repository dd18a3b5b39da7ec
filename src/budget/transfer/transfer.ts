// โอนงบประมาณ: money moves between lines of one year and one source; what goes out is what comes in (budget-and-receipts §3.5).
import { lifecycle } from '../../documents/index.ts'
import { type DeskDocument } from '../desk/desk.ts'

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
export type Transfer = DeskDocument<TransferState>

// โอนงบประมาณ: money moves between lines of one year and one source; what goes out is what comes in (budget-and-receipts §3.5).
import { lifecycle } from '../../documents/index.ts'
import { untilApproval, type DeskDocument } from '../desk/desk.ts'

export const transferLifecycle = lifecycle({
  ...untilApproval('budget.transfer'),
  approved: {
    announce: { to: 'announced', may: 'budget.transfer:create' },
    revoke: { to: 'cancelled', may: 'budget.transfer:approve', notBy: 'author' },
  },
  announced: { report: { to: 'announced', may: 'budget.transfer:create' } },
})

export type TransferState = keyof typeof transferLifecycle.table
export type Transfer = DeskDocument<TransferState>

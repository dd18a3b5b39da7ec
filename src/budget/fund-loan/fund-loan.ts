// แหล่งเงินกู้: approved by the council as an ordinance of its own; its lines pay no more than was drawn (budget-and-receipts §3.8).
import { lifecycle } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { untilApproval, type DeskDocument } from '../desk/desk.ts'

export const loanLifecycle = lifecycle({
  ...untilApproval('budget.supplementary'),
  approved: {
    cash: { to: 'approved', may: 'budget.supplementary:edit' },
    uncash: { to: 'approved', may: 'budget.supplementary:edit' },
    close: { to: 'closed', may: 'budget.supplementary:approve' },
  },
  closed: {},
})

export type LoanState = keyof typeof loanLifecycle.table
export type Loan = DeskDocument<LoanState>

export const loanSource = '60'

/** What only a loan says of itself. */
export interface Terms {
  readonly lender: string
  readonly contractNumber: string
  readonly contractDate: CalendarDate
  /** Per cent a year, four decimals at most, as text. */
  readonly rate: string
  readonly months: number
  /** The ordinance the council passes for it. */
  readonly ordinance: string
}

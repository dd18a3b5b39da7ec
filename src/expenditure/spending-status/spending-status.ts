// How the spending of an office stands: for the home page (access-admin-oversight §3.1).
import { waitingItems, type Waiting, type WaitingItem } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { claimText } from '../claim.text.ts'
import { claimPaths } from '../expenditure.paths.ts'
import { loanPaths } from '../loan.paths.ts'
import { accountPaths } from '../payee.paths.ts'
import { paymentPaths } from '../payment.paths.ts'
import { contractPaths } from '../procurement.paths.ts'

const text = claimText.status

export interface SpendingCounts {
  /** With a number, and no money gone out. */
  readonly unpaid: Waiting
  readonly contracts: Waiting
  readonly loans: Waiting
  /** Bank accounts of payees that somebody else asked for. */
  readonly accounts: Waiting
}

export interface SpendingStatus {
  /** In work, of the whole office; for the accounts: by this officer. */
  readonly inWork: readonly WaitingItem[]
  readonly standing: readonly WaitingItem[]
}

export function spendingStatusOf(officer: Officer, { unpaid, contracts, loans, accounts }: SpendingCounts, lastPayment: CalendarDate | undefined): SpendingStatus {
  const [verify] = waitingItems(officer, [{ may: 'expense.payee:approve', text: text.accounts, href: accountPaths.list, waiting: accounts }])
  return {
    inWork: [
      ...waitingItems(officer, [{ may: 'expense.voucherreq:view', text: text.unpaid, href: `${claimPaths.list}?unpaid=yes`, waiting: unpaid }]),
      ...verify ? [{ ...verify, amount: undefined }] : [],
    ],
    standing: [
      ...lastPayment && officer.permissions.has('expense.pay:view') ? [{ text: text.lastPayment(formatThaiDate(lastPayment)), href: `${paymentPaths.list}?state=posted` }] : [],
      ...waitingItems(officer, [
        { may: 'expense.contract:view', text: text.contracts, href: `${contractPaths.list}?state=signed`, waiting: contracts },
        { may: 'expense.loan:view', text: text.loans, href: `${loanPaths.list}?standing=owing`, waiting: loans },
      ]),
    ],
  }
}

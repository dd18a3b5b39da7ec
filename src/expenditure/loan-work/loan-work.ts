// What of the loans waits for an officer: for the home page.
import { decidedBy } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type Permission } from '../../platform/http/route.ts'
import { type Money } from '../../platform/money.ts'
import { loanPaths } from '../loan.paths.ts'
import { loanText } from '../loan.text.ts'
import { pettyPaths } from '../petty.paths.ts'
import { pettyText } from '../petty.text.ts'

const text = loanText.work

export interface WaitingLoans {
  readonly count: number
  readonly amount: Money
}

export interface LoanCounts {
  readonly ownDrafts: WaitingLoans
  readonly submitted: WaitingLoans
  /** Granted, and no claim on its way. */
  readonly unclaimed: WaitingLoans
  readonly overdue: WaitingLoans
  /** Loans of which vouchers are handed in, with the sum of those vouchers. */
  readonly clearings: WaitingLoans
  /** Floats of petty cash that are asked for. */
  readonly floats: WaitingLoans
}

export interface LoanWorkItem extends WaitingLoans {
  readonly key: 'submit' | 'approve' | 'claim' | 'overdue' | 'clear' | 'float'
  readonly text: string
  readonly href: string
}

export function loanItemsFor(officer: Officer, { isAlone, ...counts }: LoanCounts & { readonly isAlone: boolean }): LoanWorkItem[] {
  const { query } = decidedBy({ isAlone })
  const of = (standing: string) => `${loanPaths.list}?standing=${standing}`
  const items: readonly (Omit<LoanWorkItem, 'count' | 'amount'> & { readonly may: Permission; readonly waiting: WaitingLoans })[] = [
    { key: 'submit', may: 'expense.loan:create', text: text.toSubmit, href: `${of('draft')}&by=me`, waiting: counts.ownDrafts },
    { key: 'approve', may: 'expense.loan:approve', text: text.toApprove, href: `${of('submitted')}${query}`, waiting: counts.submitted },
    { key: 'claim', may: 'expense.voucherreq:create', text: text.toClaim, href: of('unclaimed'), waiting: counts.unclaimed },
    { key: 'clear', may: 'expense.loan:approve', text: text.clearings, href: of('clearing'), waiting: counts.clearings },
    { key: 'float', may: 'expense.loan:approve', text: pettyText.work.toApprove, href: `${pettyPaths.list}?state=submitted${query}`, waiting: counts.floats },
    { key: 'overdue', may: 'expense.loan:edit', text: text.overdue, href: loanPaths.overdue, waiting: counts.overdue },
  ]
  return items.filter(({ may, waiting }) => waiting.count > 0 && officer.permissions.has(may)).map(({ may: _may, waiting, ...item }) => ({ ...item, ...waiting }))
}

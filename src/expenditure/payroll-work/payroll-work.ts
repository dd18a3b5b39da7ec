// What of the runs of pay waits for an officer: for the home page.
import { decidedBy } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type Permission } from '../../platform/http/route.ts'
import { type Money } from '../../platform/money.ts'
import { payRunPaths } from '../pay-run.paths.ts'
import { payRunText } from '../pay-run.text.ts'

const text = payRunText.work

export interface WaitingRuns {
  readonly count: number
  readonly amount: Money
}

export interface RunCounts {
  readonly ownDrafts: WaitingRuns
  readonly submitted: WaitingRuns
  /** Approved, and no claim of it on its way. */
  readonly unclaimed: WaitingRuns
}

export interface PayrollWorkItem extends WaitingRuns {
  readonly key: 'pay-submit' | 'pay-approve' | 'pay-claim'
  readonly text: string
  readonly href: string
}

export function payrollItemsFor(officer: Officer, { isAlone, ...counts }: RunCounts & { readonly isAlone: boolean }): PayrollWorkItem[] {
  const { query } = decidedBy({ isAlone })
  const of = (state: string) => `${payRunPaths.list}?state=${state}`
  const items: readonly (Omit<PayrollWorkItem, 'count' | 'amount'> & { readonly may: Permission; readonly waiting: WaitingRuns })[] = [
    { key: 'pay-submit', may: 'expense.payroll:create', text: text.toSubmit, href: `${of('draft')}&by=me`, waiting: counts.ownDrafts },
    { key: 'pay-approve', may: 'expense.check:approve', text: text.toApprove, href: `${of('submitted')}${query}`, waiting: counts.submitted },
    { key: 'pay-claim', may: 'expense.voucherreq:create', text: text.toClaim, href: `${of('approved')}&waiting=yes`, waiting: counts.unclaimed },
  ]
  return items.filter(({ may, waiting }) => waiting.count > 0 && officer.permissions.has(may)).map(({ may: _may, waiting, ...item }) => ({ ...item, ...waiting }))
}

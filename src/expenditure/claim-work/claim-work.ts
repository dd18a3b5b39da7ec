// What of the claims waits for an officer: for the home page.
import { type Officer } from '../../platform/database/work.ts'
import { type Permission } from '../../platform/http/route.ts'
import { type Money } from '../../platform/money.ts'
import { claimText } from '../claim.text.ts'
import { correctionText } from '../correction.text.ts'
import { claimCheckPaths, claimPaths, correctionPaths, waiverPaths } from '../expenditure.paths.ts'
import { waiverText } from '../waiver.text.ts'

const text = claimText.work

export interface WaitingClaims {
  readonly count: number
  readonly amount: Money
}

/** One's own drafts; and those that others prepared, by the step they wait for. */
export interface ClaimCounts {
  readonly ownDrafts: WaitingClaims
  readonly submitted: WaitingClaims
  readonly endorsed: WaitingClaims
  readonly checked: WaitingClaims
  readonly corrections: WaitingClaims
  readonly waivers: WaitingClaims
}

export interface ClaimWorkItem extends WaitingClaims {
  readonly key: 'submit' | 'endorse' | 'check' | 'approve' | 'correct' | 'waive'
  readonly text: string
  readonly href: string
}

export function claimItemsFor(officer: Officer, counts: ClaimCounts): ClaimWorkItem[] {
  const steps: readonly (Omit<ClaimWorkItem, 'count' | 'amount'> & { readonly may: Permission; readonly waiting: WaitingClaims })[] = [
    { key: 'submit', may: 'expense.voucherreq:create', text: text.toSubmit, href: `${claimPaths.list}?state=draft&by=me`, waiting: counts.ownDrafts },
    { key: 'endorse', may: 'expense.voucherreq:approve', text: text.toEndorse, href: `${claimPaths.list}?state=submitted&by=others`, waiting: counts.submitted },
    { key: 'check', may: 'expense.check:create', text: text.toCheck, href: `${claimCheckPaths.list}?by=others`, waiting: counts.endorsed },
    { key: 'approve', may: 'expense.check:approve', text: text.toApprove, href: `${claimCheckPaths.list}?by=others`, waiting: counts.checked },
    { key: 'correct', may: 'expense.check:approve', text: correctionText.work, href: `${correctionPaths.list}?state=submitted&by=others`, waiting: counts.corrections },
    { key: 'waive', may: 'expense.check:approve', text: waiverText.work, href: `${waiverPaths.list}?state=submitted&by=others`, waiting: counts.waivers },
  ]
  return steps.filter(({ may, waiting }) => waiting.count > 0 && officer.permissions.has(may)).map(({ may: _may, waiting, ...item }) => ({ ...item, ...waiting }))
}

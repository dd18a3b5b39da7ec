// A payee's bank account: asked for with its passbook, verified by a second person, replaced, never changed (PA-8, INV-13).
import { lifecycle } from '../../documents/index.ts'
import { secondsBetween, type Instant } from '../../platform/dates.ts'
import { type Person } from '../../platform/database/people.ts'

/** Kind of its attachments. */
export const accountSource = 'payee-account'

export const accountLifecycle = lifecycle({
  requested: {
    verify: { to: 'verified', may: 'expense.payee:approve', notBy: 'author' },
    refuse: { to: 'refused', may: 'expense.payee:approve', notBy: 'author' },
  },
  verified: {},
  refused: {},
  replaced: {},
})
export type AccountState = keyof typeof accountLifecycle.table

export interface AccountCommand {
  readonly payeeId: string
  readonly bankCode: string
  readonly branch: string
  readonly accountNumber: string
  readonly accountName: string
  /** The account whose place it takes. */
  readonly replacesId: string | null
  readonly reason: string
}

export interface PayeeAccount extends AccountCommand {
  readonly organisationId: string
  readonly id: string
  readonly state: AccountState
  readonly bankName: string
  /** Who asked for it. */
  readonly authorId: string
  readonly author: Person
  readonly requestedAt: Instant
  readonly deciderId: string | null
  readonly decider: Person | null
  readonly decidedAt: Instant | null
  readonly decision: string
  /** Null until verified. An account that takes another's place waits for the cooling-off. */
  readonly usableFrom: Instant | null
}

/** Verified, and past its cooling-off. */
export function isUsable({ state, usableFrom }: Pick<PayeeAccount, 'state' | 'usableFrom'>, now: Instant): boolean {
  return state === 'verified' && usableFrom !== null && secondsBetween(usableFrom, now) >= 0
}

/** Where money for an account goes today: to the one that took its place, of all a payee ever had. */
export function inItsPlace<A extends Pick<PayeeAccount, 'id' | 'state' | 'replacesId'>>(accounts: readonly A[], id: string): A | undefined {
  const heir = accounts.find(({ replacesId, state }) => replacesId === id && (state === 'verified' || state === 'replaced'))
  return heir ? inItsPlace(accounts, heir.id) : accounts.find((account) => account.id === id)
}

/** 'ธนาคารกรุงไทย สาขาแสนสุข 1234567890 บริษัท วัสดุดี จำกัด' */
export function accountName({ bankName, branch, accountNumber, accountName: name }: Pick<PayeeAccount, 'bankName' | 'branch' | 'accountNumber' | 'accountName'>): string {
  return [bankName, branch, accountNumber, name].filter((part) => part !== '').join(' ')
}

/** With whose it is, for the list of those that wait. */
export interface AccountOfPayee extends PayeeAccount {
  readonly payeeName: string
}

// What waits for an officer, line by line, as the home page lists it: what, how many, for how much, and the list of exactly these.
import { type Officer } from '../platform/database/work.ts'
import { type WaitingHeads } from '../platform/database/heads.ts'
import { type Permission } from '../platform/http/route.ts'
import { fromNumeric, sum, type Money } from '../platform/money.ts'

export interface Waiting {
  readonly count: number
  readonly amount: Money
}

export interface WaitingItem {
  readonly text: string
  /** Absent for who may not open the list. */
  readonly href?: string | undefined
  /** Absent where only the amount means something. */
  readonly count?: number | undefined
  /** Absent where nothing is to be added up. */
  readonly amount?: Money | undefined
}

export interface WaitingStep {
  readonly may: Permission
  readonly text: string
  readonly href: string
  readonly waiting: Waiting
}

/** Only what this officer may do, and only where something waits. */
export function waitingItems(officer: Officer, steps: readonly WaitingStep[]): WaitingItem[] {
  return steps.filter(({ may, waiting }) => waiting.count > 0 && officer.permissions.has(may)).map(({ text, href, waiting }) => ({ text, href, ...waiting }))
}

/** Whose documents wait for who decides: those of others, and in a small unit one's own too. */
export function decidedBy({ isAlone }: { readonly isAlone: boolean }): { readonly query: string; readonly wanted: Partial<Pick<WaitingHeads, 'isMine'>> } {
  return isAlone ? { query: '', wanted: {} } : { query: '&by=others', wanted: { isMine: false } }
}

/** Of what was counted: those that fit, together. */
export function waitingOf(counted: readonly WaitingHeads[], wanted: Partial<Pick<WaitingHeads, 'state' | 'group' | 'isMine'>>): Waiting {
  const fits = counted.filter((each) => (wanted.state ?? each.state) === each.state && (wanted.group ?? each.group) === each.group && (wanted.isMine ?? each.isMine) === each.isMine)
  return { count: fits.reduce((all, { count }) => all + count, 0), amount: sum(fits.map(({ amount }) => fromNumeric(amount))) }
}

// ใบบันทึกรายการเงิน: what ends or moves money already in the books, prepared by one and approved by another: securities forfeited (R10), deposits moved (R8),
// unidentified money recognised (R13), cash over and short (R15, P34), tax debts written off (S79), cheques that came back (RE-7).
import { lifecycle, type DocumentHead, type PaperRule, type RegisterFilter } from '../../documents/index.ts'
import { type Slot } from '../../ledger/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { revenueCodeOf } from '../income-item/income-item.ts'
import { type LinePlace } from '../income-line/income-line.ts'
import { type ChequeKey } from '../returned-cheque/returned-cheque.ts'
import { type Prepared } from '../sign/sign.ts'

export const entryStates = ['draft', 'submitted', 'posted', 'reversed', 'cancelled'] as const
export type EntryState = (typeof entryStates)[number]

export const entryLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'revenue.trust:edit', onlyBy: 'author' },
    submit: { to: 'submitted', may: 'revenue.trust:create' },
    cancel: { to: 'cancelled', may: 'revenue.trust:edit' },
  },
  submitted: {
    approve: { to: 'posted', may: 'revenue.trust:approve', notBy: 'author' },
    return: { to: 'draft', may: 'revenue.trust:approve' },
  },
  posted: { reverse: { to: 'reversed', may: 'revenue.trust:approve', notBy: 'author' } },
  reversed: {},
  cancelled: {},
})

/** Order, resolution, the bank's notice of a cheque; what comes late is added to what was decided upon. */
export const entryPapers: PaperRule<EntryState> = { may: 'revenue.trust:edit', lifecycle: entryLifecycle, late: ['posted'] }

export const entryKinds = ['forfeit', 'transfer', 'identify', 'over', 'short', 'charge', 'write-off', 'bounce'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What each kind asks for beside day, amount and reason. */
export const asksFor: Readonly<Record<EntryKind, { readonly deposit: boolean; readonly target: boolean; readonly debt: boolean; readonly cheque?: boolean }>> = {
  forfeit: { deposit: true, target: false, debt: false },
  transfer: { deposit: true, target: true, debt: false },
  identify: { deposit: false, target: true, debt: false },
  over: { deposit: false, target: false, debt: false },
  short: { deposit: false, target: false, debt: false },
  charge: { deposit: false, target: false, debt: false },
  'write-off': { deposit: false, target: false, debt: true },
  bounce: { deposit: false, target: false, debt: false, cheque: true },
}

/** The others move no cash and no bank account. */
export const movesCash = (kind: EntryKind): boolean => ['over', 'short', 'bounce'].includes(kind)

export interface EntryHead extends DocumentHead<EntryState>, Prepared {
  readonly kind: EntryKind
  readonly entryDate: CalendarDate
  readonly amount: Money
  readonly reason: string
  readonly preparer: Person
}

/** Where the money belongs: an income or a kind of deposit or debtor, and all that a line of a receipt would name. */
export interface Target {
  /** '41300001', 'DP99' or, at a sub-unit, the account. */
  readonly code: string
  readonly name: string
  readonly accountCode: string
  /** As typed in the box of its register. */
  readonly words: string
  /** Names a tax debt. */
  readonly reference: string
  readonly place: Omit<LinePlace, 'subKind'>
}

export interface Entry extends EntryHead {
  readonly deposit: { readonly id: string; readonly key: string; readonly depositor: string; readonly accountCode: string } | null
  readonly target: Target | null
  /** The tax debt that is written off, and how much of it the allowance bears. */
  readonly debt: { readonly id: string; readonly covered: Money } | null
  /** The cheque that came back, and once posted the key of who owes it. */
  readonly bounced: { readonly cheque: ChequeKey; readonly debtorKey: string | null } | null
  /** Order, resolution or letter by which it is done. */
  readonly authority: string
  readonly returnReason: string | null
  readonly preparedAt: string
  readonly approver: Person | null
  readonly approvedAt: string | null
  readonly voucher: { readonly id: string; readonly number: number; readonly fiscalYear: FiscalYear } | null
}

export interface EntryCommand {
  readonly kind: EntryKind
  readonly entryDate: CalendarDate
  readonly depositId: string | null
  readonly debtId: string | null
  readonly covered: Money
  readonly cheque?: ChequeKey | null
  readonly targetCode: string | null
  readonly targetKey: string | null
  readonly targetReference?: string
  readonly amount: Money
  readonly reason: string
  readonly authority: string
}

export type EntryFilter = RegisterFilter<EntryState> & { readonly kind: EntryKind | undefined }

/** Both sides are slots, whatever the kind: what a kind does not have is not asked for by its rule. */
export interface EntryFacts {
  readonly slots: { readonly deposit: Slot; readonly target: Slot }
  readonly amounts: { readonly amount: Money }
}

export function targetSlot({ code, accountCode, place }: Target): Slot {
  const { subKey, counterpartyId, refund } = place
  return {
    accountCode, subKey: subKey ?? undefined, counterpartyId: counterpartyId ?? undefined, budgetLineId: refund?.budgetLineId ?? undefined, revenueCode: revenueCodeOf(code),
  }
}

export function entryFacts({ deposit, amount }: Pick<Entry, 'deposit' | 'amount'>, target: Slot | undefined): EntryFacts {
  const from = deposit ? { accountCode: deposit.accountCode, subKey: deposit.key } : { accountCode: '' }
  return { slots: { deposit: from, target: target ?? { accountCode: '' } }, amounts: { amount } }
}

/** S79: what the allowance does not bear is a loss. */
export interface WrittenOff {
  readonly slots: { readonly allowance: Slot; readonly badDebt: Slot; readonly debtor: Slot }
  readonly amounts: { readonly amount: Money; readonly covered: Money; readonly uncovered: Money }
}

/** Who owes a cheque that came back, and the own account it was taken from. */
export interface BouncedFacts {
  readonly slots: { readonly debtor: Slot; readonly bank: Slot }
  readonly amounts: { readonly amount: Money }
}

// ยกเลิกหนี้ที่เงินตีกลับ: money that came back is paid to nobody any more. The debt ends and its cost is taken back: of the same year with its budget, of an earlier one into เงินสะสม (P24, P27). Pure.
import { lifecycle, printedNumber, type DocumentHead, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { compare, isZero, minus, sum, zero, type Money } from '../../platform/money.ts'
import { type Claim, type StoredPayee } from '../claim/claim.ts'

/** Source kind of its voucher and budget movement, kind of its trail and attachments. */
export const waiverSource = 'claim-waiver'

export const waiverStates = ['submitted', 'posted', 'refused', 'cancelled', 'reversed'] as const
export type WaiverState = (typeof waiverStates)[number]

/** The department asks, whoever approves claims decides. */
export const waiverLifecycle = lifecycle({
  submitted: {
    approve: { to: 'posted', may: 'expense.check:approve', notBy: 'author' },
    refuse: { to: 'refused', may: 'expense.check:approve' },
    cancel: { to: 'cancelled', may: 'expense.voucherreq:edit' },
  },
  posted: { reverse: { to: 'reversed', may: 'expense.check:approve', notBy: 'author' } },
  refused: {},
  cancelled: {},
  reversed: {},
})

export const waiverPapers: PaperRule<WaiverState> = { may: 'expense.voucherreq:edit', loose: ['submitted'] }

export type WaiverStep = 'approve' | 'refuse' | 'cancel' | 'reverse'

/** So much of what the claim cost, in one place of the books. */
export interface WaivedCost {
  /** Its place among the costs of the claim, from 1. */
  readonly line: number
  readonly budgetLineId: string | null
  readonly accountCode: string
  readonly subKey: string | null
  readonly counterpartyId: string | null
  readonly fundCode: string | null
  readonly revenueCode: string | null
  readonly amount: Money
}

/** As the claim's payment can be taken back now. */
export interface KnownWaiver {
  readonly claim: Claim
  readonly costs: readonly WaivedCost[]
  /** Whose money alone came back; nobody: all of it did. */
  readonly people: readonly StoredPayee[]
  /** All that came back and waits. */
  readonly due: Money
}

export interface WaiverCommand {
  readonly claimId: string
  readonly documentDate: CalendarDate
  readonly amount: Money
  readonly reason: string
  readonly costs: readonly WaivedCost[]
  /** Places in the batch. */
  readonly people: readonly number[]
}

export interface Waiver extends DocumentHead<WaiverState>, Omit<WaiverCommand, 'costs' | 'people'> {
  readonly organisationName: string
  readonly claimNumber: number | null
  readonly claimYear: FiscalYear
  readonly claimTitle: string
  readonly payeeName: string
  readonly voucherId: string | null
  readonly endReason: string | null
  readonly author: Person
  readonly poster: Person | null
  /** Of a batch; nobody: the whole claim. */
  readonly people: readonly string[]
}

export interface WholeWaiver extends Waiver {
  readonly costs: readonly (WaivedCost & { readonly accountName: string; readonly lineName: string })[]
  readonly lines: readonly number[]
}

/** 'WVR-00001/70' */
export function waiverName({ number, fiscalYear }: Pick<Waiver, 'number' | 'fiscalYear'>): string {
  return printedNumber('WVR', number ?? 0, fiscalYear)
}

/** It came back, and nobody is paying it. Withheld tax is owed to the Revenue Department whatever came back. */
export function isWaivable({ state, reopenedBy, origin }: Pick<Claim, 'state' | 'reopenedBy' | 'origin'>): boolean {
  return state === 'approved' && reopenedBy !== null && origin?.kind !== 'tax-remittance'
}

/** What is left of each cost after what was waived before. */
export function costsLeft(costs: readonly WaivedCost[], waived: readonly Pick<WaivedCost, 'line' | 'amount'>[]): WaivedCost[] {
  return costs.map((cost) => ({ ...cost, amount: minus(cost.amount, sum(waived.filter(({ line }) => line === cost.line).map(({ amount }) => amount))) })).filter(({ amount }) => compare(amount, zero) > 0)
}

/** What is taken back of each; of an only cost all of it, of several as it was told. */
export function sharesOf(costs: readonly WaivedCost[], told: ReadonlyMap<number, Money>, amount: Money): WaivedCost[] {
  const [only, ...others] = costs
  if (only && others.length === 0) return [{ ...only, amount }]
  return costs.flatMap((cost) => {
    const share = told.get(cost.line) ?? zero
    return isZero(share) ? [] : [{ ...cost, amount: share }]
  })
}

/** Income and expense of an earlier year are accumulated money. */
export function isOfYear(accountCode: string): boolean {
  return /^[45]/.test(accountCode)
}

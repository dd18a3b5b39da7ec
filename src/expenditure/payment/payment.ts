// บันทึกการจ่ายเงิน: a creditor was paid what approved claims ask for; approved by the head it makes the PV (expenditure-accounting-assets §1.1, §1.10).
import { lifecycle, type DocumentHead, type RegisterFilter, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type OrganisationKind } from '../../platform/database/work.ts'
import { compareDates, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { compare, isZero, plus, sum, zero, type Money } from '../../platform/money.ts'
import { type BankAccountKind } from '../../registers/index.ts'
import { type Channel, type Claim, type ClaimHead } from '../claim/claim.ts'

/** Source kind of vouchers, trail, attachments. */
export const paymentSource = 'payment'

export const paymentLifecycle = lifecycle({
  recorded: {
    post: { to: 'posted', may: 'expense.pay:approve', notBy: 'author' },
    cancel: { to: 'cancelled', may: 'expense.pay:edit' },
  },
  posted: {
    reverse: { to: 'reversed', may: 'expense.pay:approve', notBy: 'author' },
    bounce: { to: 'bounced', may: 'expense.pay:approve', notBy: 'author' },
    'bounce-people': { to: 'posted', may: 'expense.pay:approve', notBy: 'author' },
    'unbounce-people': { to: 'posted', may: 'expense.pay:approve', notBy: 'author' },
  },
  bounced: {
    unbounce: { to: 'posted', may: 'expense.pay:approve', notBy: 'author' },
  },
  reversed: {},
  cancelled: {},
})

/** The receiver's receipt, the bank's slip: papers come while the payment stands, and go before its voucher is posted upon them. */
export const paymentPapers: PaperRule<PaymentState> = { may: 'expense.pay:edit', loose: ['recorded'], late: ['posted', 'bounced'] }
export type PaymentState = keyof typeof paymentLifecycle.table
export type PaymentStep = 'post' | 'cancel' | 'reverse' | 'bounce' | 'unbounce' | 'bounce-people' | 'unbounce-people'
export const paymentStates = ['recorded', 'posted', 'bounced', 'reversed', 'cancelled'] as const

export interface PaymentCommand {
  /** The row of an issued report that is paid; null for what needs none. */
  readonly reportRowId: string | null
  readonly claimIds: readonly string[]
  /** A cheque counts on the day it is handed over, a transfer or withdrawal on its value date. */
  readonly paymentDate: CalendarDate
  readonly channel: Channel
  readonly bankAccountId: string | null
  readonly chequeNumber: string
  readonly chequeDate: CalendarDate | null
  /** Who took the cheque. */
  readonly handedTo: string
  /** By which paper the taker was known; '' where it was sent by post. */
  readonly receiverId: string
  /** Of the report of cheques and withdrawals that a sub-unit keeps on paper. */
  readonly paperNumber: string
  readonly paperDate: CalendarDate | null
  readonly reference: string
  readonly remark: string
}

export interface RunningNumber {
  readonly number: number
  readonly fiscalYear: FiscalYear
}

export interface PaymentHead extends DocumentHead<PaymentState> {
  readonly paymentDate: CalendarDate
  readonly channel: Channel
  readonly bankName: string | null
  readonly payeeNames: string
  readonly chequeNumber: string | null
  readonly gross: Money
  readonly deducted: Money
  readonly net: Money
  readonly voucherId: string | null
  /** Of its PV. */
  readonly voucherNumber: RunningNumber | null
  readonly claimNumbers: readonly RunningNumber[]
  /** The money of some of its people came back, and of the others did not. */
  readonly isBouncedInPart: boolean
}

export interface Payment extends PaymentHead {
  readonly bankAccountId: string | null
  readonly chequeId: string | null
  readonly chequeDate: CalendarDate | null
  readonly handedTo: string | null
  readonly paperNumber: string
  readonly paperDate: CalendarDate | null
  readonly reference: string
  readonly remark: string
  readonly reason: string
  /** The bank's day on which the money was back. */
  readonly bouncedOn: CalendarDate | null
  readonly bounceVoucherId: string | null
  readonly author: Person
  readonly poster: Person | null
  readonly claims: readonly PaidClaim[]
  readonly reportRowId: string | null
  readonly report: { readonly id: string; readonly number: number; readonly fiscalYear: FiscalYear } | null
  readonly organisationName: string
}

/** An approved claim as the payer sees it. */
export interface PaidClaim extends Pick<ClaimHead, 'id' | 'number' | 'fiscalYear' | 'title' | 'gross' | 'deducted' | 'net' | 'payeeId' | 'claimDate' | 'departmentName'>, Pick<Claim, 'payeeAccountId'> {
  readonly payeeName: string
  /** Where a transfer of it goes; '' where it names no account. */
  readonly payeeAccountName: string
  readonly channel: Channel | null
}

export type PaymentFilter = RegisterFilter<PaymentState> & { readonly search: string }

/** A ใบถอน that no report brings to paper, as long as the bank may still want it. */
export function hasSlip({ channel, state, reportRowId }: Pick<Payment, 'channel' | 'state' | 'reportRowId'>): boolean {
  return channel === 'withdrawal' && reportRowId === null && (state === 'recorded' || state === 'posted')
}

export function totalsOf(claims: readonly Pick<Claim, 'gross' | 'deducted' | 'net'>[]) {
  return { gross: sum(claims.map(({ gross }) => gross)), deducted: sum(claims.map(({ deducted }) => deducted)), net: sum(claims.map(({ net }) => net)) }
}

/** What is wrong with a payment before anybody asks the books; names of the messages by field. */
export type Fault = 'noClaims' | 'payees' | 'accounts' | 'future' | 'beforeClaim' | 'noBank' | 'noCheque' | 'noChequeDate' | 'noReceiver' | 'paper' | 'current' | 'savings' | 'cash' | 'nothing' | 'report' | 'beforeReport' | 'beforeBounce'

export interface Judged {
  readonly command: PaymentCommand
  readonly claims: readonly Pick<Claim, 'payeeId' | 'payeeAccountId' | 'claimDate' | 'net'>[]
  readonly bankKind: BankAccountKind | undefined
  readonly officeKind: OrganisationKind
  /** Of the report whose row is paid. */
  readonly reportDate: CalendarDate | null
  /** The last day on which money of these claims came back. */
  readonly backOn: CalendarDate | null
  readonly today: CalendarDate
  readonly cashMost: Money
}

/** LAOs pay by cheque and slip from an approved report (§1.1), a transfer or cash without one; sub-units keep the report on paper. */
export function faultsOf({ command, claims, bankKind, officeKind, reportDate, backOn, today, cashMost }: Judged): Readonly<Record<string, Fault>> {
  const { channel, paymentDate } = command
  const isBank = channel !== 'cash'
  return {
    ...(claims.length === 0 && { claimIds: 'noClaims' }),
    ...(channel === 'transfer' && new Set(claims.map(({ payeeAccountId }) => payeeAccountId)).size > 1 && { claimIds: 'accounts' }),
    ...(new Set(claims.map(({ payeeId }) => payeeId ?? '')).size > 1 && { claimIds: 'payees' }),
    ...(claims.some(({ claimDate }) => compareDates(paymentDate, claimDate) < 0) && { paymentDate: 'beforeClaim' }),
    ...(compareDates(paymentDate, today) > 0 && { paymentDate: 'future' }),
    ...(isBank && bankKind === undefined && { bankAccountId: 'noBank' }),
    ...(channel === 'cheque' && bankKind !== undefined && bankKind !== 'current' && { bankAccountId: 'current' }),
    ...(channel === 'withdrawal' && bankKind === 'current' && { bankAccountId: 'savings' }),
    ...(channel === 'cheque' && command.chequeNumber === '' && { chequeNumber: 'noCheque' }),
    ...(channel === 'cheque' && (command.chequeDate === null || compareDates(command.chequeDate, paymentDate) > 0) && { chequeDate: 'noChequeDate' }),
    ...(channel === 'cheque' && command.handedTo === '' && { handedTo: 'noReceiver' }),
    ...(officeKind === 'LAO' && reportDate === null && (channel === 'cheque' || channel === 'withdrawal') && { claimIds: 'report' }),
    ...(reportDate !== null && compareDates(paymentDate, reportDate) < 0 && { paymentDate: 'beforeReport' }),
    ...(isBefore(paymentDate, backOn) && { paymentDate: 'beforeBounce' }),
    ...(isBank && officeKind !== 'LAO' && (command.paperNumber === '' || command.paperDate === null) && { paperNumber: 'paper' }),
    ...(isBank && claims.length > 0 && isZero(totalsNet(claims)) && { channel: 'nothing' }),
    ...(channel === 'cash' && compare(totalsNet(claims), cashMost) > 0 && { channel: 'cash' }),
  }
}

/** The bank would have paid the same money twice on the days between (P27). */
export function isBefore(paymentDate: CalendarDate, backOn: CalendarDate | null): boolean {
  return backOn !== null && compareDates(paymentDate, backOn) < 0
}

function totalsNet(claims: readonly Pick<Claim, 'net'>[]): Money {
  return sum(claims.map(({ net }) => net))
}

export interface BudgetShare {
  readonly lineId: string
  readonly amount: Money
}

/** So much of each control line. */
export function sharesOf({ lines }: Pick<Claim, 'lines'>): BudgetShare[] {
  const byLine = new Map<string, Money>()
  for (const { budgetLineId, amount } of lines) if (budgetLineId !== null) byLine.set(budgetLineId, plus(byLine.get(budgetLineId) ?? zero, amount))
  return [...byLine].map(([lineId, amount]) => ({ lineId, amount }))
}

/** R7: what is lent is not spent; the vouchers that clear it are. */
export function spentBy(claims: readonly Pick<Claim, 'kind' | 'lines'>[]): BudgetShare[] {
  return claims.filter(({ kind }) => kind !== 'C6').flatMap(sharesOf)
}

/** Nothing is undone before it was done. */
export function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return compareDates(one, other) > 0 ? one : other
}

// ฎีกาเบิกเงิน: a department asks the treasury to pay; nothing leaves without one (expenditure-accounting-assets §1.1–§1.3).
import { lifecycle, type DocumentHead, type RegisterFilter, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { minus, sum, zero, type Money } from '../../platform/money.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type ClaimKind } from '../claim-kind/claim-kind.ts'

/** Source kind of its budget movements and vouchers, kind of its trail and attachments. */
export const claimSource = 'claim'

/** A returned claim is a draft that keeps its number. */
export const claimStates = ['draft', 'submitted', 'endorsed', 'checked', 'approved', 'paying', 'paid', 'cancelled'] as const
export type ClaimState = (typeof claimStates)[number]

export const channels = ['cheque', 'withdrawal', 'transfer', 'cash'] as const
export type Channel = (typeof channels)[number]

export const deductionKinds = ['recoupment', 'retention', 'withholding', 'fine', 'deposit', 'loan'] as const
export type DeductionKind = (typeof deductionKinds)[number]

/** Department prepares and endorses, treasury checks, the head of finance approves; payments move it on. Who prepared it decides nothing of it. */
export const claimLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.voucherreq:edit', onlyBy: 'author' },
    submit: { to: 'submitted', may: 'expense.voucherreq:create' },
    cancel: { to: 'cancelled', may: 'expense.voucherreq:edit' },
  },
  submitted: {
    withdraw: { to: 'draft', may: 'expense.voucherreq:edit' },
    endorse: { to: 'endorsed', may: 'expense.voucherreq:approve', notBy: 'author' },
    reject: { to: 'draft', may: 'expense.voucherreq:approve' },
  },
  endorsed: {
    check: { to: 'checked', may: 'expense.check:create', notBy: 'author' },
    return: { to: 'draft', may: 'expense.check:create' },
  },
  checked: {
    approve: { to: 'approved', may: 'expense.check:approve', notBy: 'author' },
    refuse: { to: 'draft', may: 'expense.check:approve' },
  },
  approved: { revoke: { to: 'cancelled', may: 'expense.check:approve', notBy: 'author' } },
  paying: {},
  paid: {},
  cancelled: {},
})

export const claimPapers: PaperRule<ClaimState> = { may: 'expense.voucherreq:edit', lifecycle: claimLifecycle }

/** As its table shall see it while it is edited: lines and sums of what another desk drafted are that document's, so whoever completes its head becomes its author. */
export function asEdited<C extends Pick<Claim, 'origin' | 'authorId'>>(claim: C): C {
  return claim.origin === null ? claim : { ...claim, authorId: '' }
}

/** Steps with an address of their own; checking has its page at the checker's desk. */
export type ClaimStep = 'submit' | 'cancel' | 'withdraw' | 'endorse' | 'reject' | 'return' | 'approve' | 'refuse' | 'revoke'

/** The document behind another: 'acceptance' and its id. */
export interface Origin {
  readonly kind: string
  readonly id: string
}

export interface ClaimLine {
  readonly budgetLineId: string | null
  /** The cost of a claim that sets up a debt; otherwise what the payment debits. */
  readonly accountCode: string
  readonly subKey: string | null
  readonly counterpartyId: string | null
  readonly fundCode: string | null
  readonly revenueCode: string | null
  readonly description: string
  readonly amount: Money
  /** The accepted delivery it settles. */
  readonly source: Origin | null
}

/** In the order of §1.5; what is withheld is credited at the payment. */
export interface ClaimDeduction {
  readonly kind: DeductionKind
  readonly accountCode: string
  readonly subKey: string | null
  readonly description: string
  readonly base: Money | null
  /** Per cent, as the table of rules has it: '1', '0.25'. */
  readonly rate: string | null
  readonly ruleCode: string | null
  readonly amount: Money
}

/** One of the people of a batch: pay-roll, allowances. */
export interface ClaimPayee {
  readonly payeeId: string | null
  readonly name: string
  readonly taxId: string
  readonly bankCode: string
  readonly accountNumber: string
  readonly accountName: string
  readonly gross: Money
  readonly deducted: Money
  /** Of what is deducted the part that is tax, where that was told. */
  readonly tax?: Money | undefined
}

/** What a form or another desk tells of it. */
export interface ClaimCommand {
  readonly kind: ClaimKind
  readonly claimDate: CalendarDate
  readonly departmentId: string | null
  readonly sourceCode: string | null
  readonly payeeId: string | null
  readonly payeeAccountId: string | null
  readonly channel: Channel | null
  readonly title: string
  readonly invoiceNumber: string
  readonly invoiceDate: CalendarDate | null
  readonly vat: 'none' | 'included'
  readonly withholdingRule: string | null
  readonly orderTotal: Money | null
  readonly contractId: string | null
  readonly loanId: string | null
  readonly receiptId: string | null
  readonly approvalReference: string
  readonly remark: string
  readonly duplicateReason: string
  readonly lines: readonly ClaimLine[]
  readonly deductions: readonly ClaimDeduction[]
  readonly payees: readonly ClaimPayee[]
}

/** A draft that another desk makes: what it leaves out is empty. */
export type NewClaim = Partial<ClaimCommand> & Pick<ClaimCommand, 'kind' | 'claimDate' | 'title' | 'lines'> & { readonly origin: Origin; readonly formKey?: string }

export interface ClaimHead extends DocumentHead<ClaimState> {
  readonly kind: ClaimKind
  readonly claimDate: CalendarDate
  readonly departmentId: string | null
  readonly departmentName: string | null
  readonly departmentNumber: number | null
  readonly treasuryNumber: number | null
  readonly treasuryDate: CalendarDate | null
  readonly payeeId: string | null
  readonly payeeName: string | null
  /** Of a batch. */
  readonly peopleCount: number
  readonly title: string
  readonly gross: Money
  readonly deducted: Money
  readonly net: Money
  readonly returnReason: string | null
  readonly payableVoucherId: string | null
  /** The first payment whose money came back: from then on only the net is owed, by the account of vouchers payable. */
  readonly reopenedBy: string | null
  /** Of the people of a batch whose money alone came back; null: of all it pays. */
  readonly returnedNet: Money | null
  /** Its money came back and is paid to nobody any more. */
  readonly isWaived: boolean
  readonly author: Person
}

export interface StoredPayee extends ClaimPayee {
  /** Place in the batch. */
  readonly line: number
  /** The money of some alone came back, this one's too, and nobody paid it since. */
  readonly isReturned: boolean
}

export interface Claim extends ClaimHead, Omit<ClaimCommand, keyof ClaimHead | 'payees'> {
  readonly payees: readonly StoredPayee[]
  readonly organisationName: string
  readonly origin: Origin | null
  readonly payeeTaxId: string | null
  /** Bank, branch, number and name of the account its money shall go to; '' where none is named. */
  readonly payeeAccountName: string
  readonly endorser: Person | null
  readonly checker: Person | null
  readonly checkerId: string | null
  readonly approver: Person | null
}

export interface ClaimFilter extends RegisterFilter<ClaimState> {
  readonly kind: ClaimKind | undefined
  readonly departmentId: string | undefined
  /** A number, part of the title or of the payee's name. */
  readonly search: string | undefined
  /** With a number: handed in at least once. */
  readonly isNumbered?: boolean
  /** States in which no money has gone out. */
  readonly isUnpaid: boolean
}

export interface ClaimCount extends ClaimTotals {
  readonly count: number
}

export interface ClaimTotals {
  readonly gross: Money
  readonly deducted: Money
  readonly net: Money
}

export function totalsOf({ lines, deductions }: Pick<ClaimCommand, 'lines' | 'deductions'>): ClaimTotals {
  const gross = sum(lines.map(({ amount }) => amount))
  const deducted = sum(deductions.map(({ amount }) => amount))
  return { gross, deducted, net: minus(gross, deducted) }
}

/** What a payment of it moves: after one that bounced only what was to reach the payee, or those of its people it did not reach; the rest stands as it was booked (P27). */
export function dueOf({ reopenedBy, returnedNet, gross, deducted, net }: Pick<Claim, 'reopenedBy' | 'returnedNet' | keyof ClaimTotals>): ClaimTotals {
  const due = returnedNet ?? net
  return reopenedBy === null ? { gross, deducted, net } : { gross: due, deducted: zero, net: due }
}

/** Whom a payment of it reaches. */
export function peopleDue({ payees }: Pick<Claim, 'payees'>): readonly StoredPayee[] {
  return payees.some(({ isReturned }) => isReturned) ? payees.filter(({ isReturned }) => isReturned) : payees
}

/** A delivery's claim that was still on its way when its year ended: its obligation was carried to a line of this one, its number was not (§1.11). */
export function isRenewable({ kind, origin, fiscalYear }: Pick<Claim, 'kind' | 'origin' | 'fiscalYear'>, today: CalendarDate): boolean {
  return kind === 'C2' && origin?.kind === 'acceptance' && fiscalYear < fiscalYearOf(today)
}

/** A refund of income touches the income of its own year only. */
export function givesBackIncome({ lines }: Pick<ClaimCommand, 'lines'>): boolean {
  return lines.some(({ accountCode }) => accountCode.startsWith('4'))
}

const nothing = {
  departmentId: null, sourceCode: null, payeeId: null, payeeAccountId: null, channel: null, invoiceNumber: '', invoiceDate: null, vat: 'none', withholdingRule: null,
  orderTotal: null, contractId: null, loanId: null, receiptId: null, approvalReference: '', remark: '', duplicateReason: '', deductions: [], payees: [],
} as const

export function commandOf({ origin: _origin, formKey: _formKey, ...given }: NewClaim): ClaimCommand {
  return { ...nothing, ...given }
}

/** The key of the debt in the register of payees: the payee, or the claim itself where many are paid. */
export function debtKeyOf({ id, payeeId }: Pick<Claim, 'id' | 'payeeId'>): string {
  return payeeId ?? `CLM${id}`
}

/** One of a batch whose tax was withheld. */
export interface TaxedPerson {
  readonly payeeId: string | null
  readonly name: string
  readonly taxId: string
  readonly base: Money
  readonly amount: Money
}

/** What the desk that drafted a claim does when it moves, in the same transaction. Its file imports nothing of the desk `claim-step`. */
export interface OriginHooks {
  /** Of the document it comes from: no claim upon it bears an earlier day (INV-14). */
  earliestOn?(read: OfficerRead, claim: Claim): Promise<CalendarDate>
  onSubmitted?(work: OfficerWork, claim: Claim): Promise<void>
  /** Returned to the department, or cancelled. */
  onReleased?(work: OfficerWork, claim: Claim): Promise<void>
  onApproved?(work: OfficerWork, claim: Claim): Promise<void>
  /** Of every payment of it, also of one anew after its money came back: refused if it may not go out. */
  onPaying?(work: OfficerWork, claim: Claim): Promise<void>
  /** Before its budget is paid: documents are held and moved here. */
  onPaid?(work: OfficerWork, claim: Claim, payment: ClaimPayment): Promise<void>
  /** Once its budget is paid: what takes a number. */
  onBooked?(work: OfficerWork, claim: Claim, payment: ClaimPayment): Promise<void>
  /** Whose tax a deduction of a batch is. */
  taxesOf?(read: OfficerRead, claim: Claim, deduction: ClaimDeduction): Promise<TaxedPerson[]>
  /** The payment was reversed. */
  onReversed?(work: OfficerWork, claim: Claim, payment: ClaimPayment): Promise<void>
  /** The money came back, or a payment anew was reversed: it waits for another payment, in the books it is paid. */
  onReopened?(work: OfficerWork, claim: Claim, payment: ClaimPayment): Promise<void>
  /** Its money is out again. */
  onPaidAnew?(work: OfficerWork, claim: Claim, payment: ClaimPayment): Promise<void>
}

export interface ClaimPayment {
  readonly paymentId: string
  readonly paidOn: CalendarDate
}

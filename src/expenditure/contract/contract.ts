// สัญญา/ข้อตกลง: signed upon an approved request; what was set aside becomes an obligation, and what is over is free again (expenditure-accounting-assets §1.2).
import { lifecycle, printedNumber, type DocumentHead, type PaperRule } from '../../documents/index.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type Person } from '../../platform/database/people.ts'
import { compare, formatMoney, isNegative, isZero, minus, type Money } from '../../platform/money.ts'
import { isInOrder, isOver, restOfPrice, shareOf, type Instalment } from '../contract-terms/contract-terms.ts'
import { contractText } from '../contract.text.ts'
import { type PayeeKind } from '../deduction/deduction.ts'
import { isWithin, type FineKind } from '../late-fine/late-fine.ts'
import { procurementText } from '../procurement.text.ts'
import { type ProcurementRules } from '../procurement-rules/procurement-rules.ts'
import { type FundedLine } from '../purchase-request/purchase-request.ts'

const { errors } = contractText

/** Source kind of its obligations, kind of its key in the ledger's register, of its trail and attachments. */
export const contractSource = 'contract'

export const contractStates = ['draft', 'signed', 'completed', 'terminated', 'closed', 'cancelled', 'revoked'] as const
export type ContractState = (typeof contractStates)[number]
/** Neither given up nor ended. */
export const liveStates: ReadonlySet<ContractState> = new Set(['draft', 'signed', 'completed', 'terminated'])
/** Signed and not yet closed: papers are taken in for it. */
export const openStates = ['signed', 'completed', 'terminated'] as const
/** It may hold security of the other side. */
export const securedStates = [...openStates, 'closed'] as const
export const contractKinds = ['contract', 'purchase-order', 'hire-order', 'agreement'] as const
export type ContractKind = (typeof contractKinds)[number]
export const securityKinds = ['none', 'cash', 'bank-guarantee', 'e-guarantee', 'bond', 'draft'] as const
export type SecurityKind = (typeof securityKinds)[number]

/** The paper is signed outside; recording it is the step. Nobody in the department's table approves contracts. */
export const contractLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.contract:edit' },
    sign: { to: 'signed', may: 'expense.contract:edit' },
    cancel: { to: 'cancelled', may: 'expense.contract:edit' },
  },
  signed: {
    complete: { to: 'completed', may: 'expense.contract:edit' },
    terminate: { to: 'terminated', may: 'expense.contract:edit' },
    revoke: { to: 'revoked', may: 'expense.contract:edit' },
    advance: { to: 'signed', may: 'expense.voucherreq:create' },
    refund: { to: 'signed', may: 'expense.voucherreq:create' },
  },
  completed: {
    close: { to: 'closed', may: 'expense.contract:edit' },
    reopen: { to: 'signed', may: 'expense.contract:edit' },
    refund: { to: 'completed', may: 'expense.voucherreq:create' },
  },
  terminated: {
    close: { to: 'closed', may: 'expense.contract:edit' },
    reopen: { to: 'signed', may: 'expense.contract:edit' },
    refund: { to: 'terminated', may: 'expense.voucherreq:create' },
  },
  closed: {
    reopen: { to: 'signed', may: 'expense.contract:edit' },
    refund: { to: 'closed', may: 'expense.voucherreq:create' },
  },
  cancelled: {},
  revoked: {},
})

/** The signed paper comes after the signing: files are taken until the contract is settled, and what it was signed upon stays. */
export const contractPapers: PaperRule<ContractState> = { may: 'expense.contract:edit', lifecycle: contractLifecycle, late: ['signed', 'completed', 'terminated'] }

export type ContractStep = 'sign' | 'cancel' | 'complete' | 'terminate' | 'close' | 'revoke' | 'reopen' | 'advance' | 'refund'

export interface ContractInstalment extends Instalment {
  readonly description: string
}

export interface ContractTerms {
  readonly kind: ContractKind
  readonly contractNumber: string
  readonly egpProject: string
  readonly egpControl: string
  readonly title: string
  readonly signedOn: CalendarDate
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  /** With VAT in it, where there is any. */
  readonly price: Money
  readonly vat: 'none' | 'included'
  readonly fineKind: FineKind
  /** Per cent a day. */
  readonly fineRate: string
  readonly fineReason: string
  readonly advancePercent: string
  readonly retentionPercent: string
  readonly securityKind: SecurityKind
  readonly securityAmount: Money
  readonly securityReference: string
  /** Why more is asked for than the usual share. */
  readonly securityReason: string
  readonly warrantyMonths: number
  readonly instalments: readonly ContractInstalment[]
}

export interface ContractCommand extends ContractTerms {
  readonly requestId: string
  readonly payeeId: string
}

export interface ContractHead extends DocumentHead<ContractState> {
  readonly requestId: string
  readonly kind: ContractKind
  readonly contractNumber: string
  readonly egpProject: string
  readonly payeeId: string
  readonly payeeName: string
  readonly title: string
  readonly signedOn: CalendarDate
  readonly endsOn: CalendarDate
  readonly price: Money
  readonly author: Person
}

export interface Contract extends ContractHead, ContractTerms {
  readonly organisationName: string
  readonly payeeKind: PayeeKind
  readonly payeeTaxId: string | null
  readonly payeeAddress: string
  readonly waivedDays: number
  readonly endReason: string | null
  readonly requestNumber: string
  readonly requestedOn: CalendarDate
  /** The obligation, line by line. */
  readonly lines: readonly FundedLine[]
}

/** What came of it so far. */
export interface ContractFigures {
  readonly accepted: Money
  /** Claims handed in. */
  readonly claimed: Money
  readonly paid: Money
  /** Fines that claims deducted, and those that neither a claim nor a receipt has settled yet. */
  readonly fined: Money
  readonly fineOwed: Money
  /** Paid in advance and not yet taken back; held back; held as security: the ledger's balances of its key. */
  readonly advance: Money
  readonly retention: Money
  readonly security: Money
}

/** 'CON-00012/70' */
export function contractName({ number, fiscalYear }: Pick<ContractHead, 'number' | 'fiscalYear'>): string {
  return number === null ? procurementText.noNumber : printedNumber('CON', number, fiscalYear)
}

/** Its key in the ledger's register of contracts: its number, which tells it to whoever reads the books. */
export const contractKey = contractName

/** Of a contract that has an advance. */
export function advanceOf({ price, advancePercent }: Pick<ContractTerms, 'price' | 'advancePercent'>): Money {
  return shareOf(price, advancePercent)
}

export interface ContractAround {
  readonly rules: ProcurementRules
  readonly requestedOn: CalendarDate
  readonly today: CalendarDate
}

/** Everything that stands against these terms, each at its field. */
export function termFaults(terms: ContractTerms, { rules, requestedOn, today }: ContractAround): FieldErrors {
  return { ...dayFaults(terms, requestedOn, today), ...egpFault(terms, rules), ...fineFault(terms, rules), ...shareFaults(terms, rules), ...instalmentFaults(terms) }
}

/** INV-14: request ≤ contract ≤ its end. */
function dayFaults({ signedOn, startsOn, endsOn }: ContractTerms, requestedOn: CalendarDate, today: CalendarDate): FieldErrors {
  return {
    ...(compareDates(signedOn, today) > 0 && { signedOn: errors.future }), ...(compareDates(signedOn, requestedOn) < 0 && { signedOn: errors.beforeRequest }),
    ...((compareDates(endsOn, startsOn) < 0 || compareDates(endsOn, signedOn) < 0) && { endsOn: errors.endBefore }),
  }
}

function egpFault({ price, egpProject, egpControl }: ContractTerms, rules: ProcurementRules): FieldErrors {
  const from = rules.amount('egp-required-from')
  const isWanted = compare(price, from) >= 0
  return {
    ...(egpProject === '' ? isWanted && { egpProject: errors.egp(formatMoney(from)) } : egpNumberFaults({ egpProject })),
    // e-GP gives it once the contract is keyed there: wanted by the first claim.
    ...(egpControl !== '' && egpNumberFaults({ egpControl })),
  }
}

/** As the system of the Comptroller General gives them: eleven digits a project, twelve a contract. */
export function egpNumberFaults(numbers: { readonly egpProject?: string; readonly egpControl?: string }): FieldErrors {
  const { egpProject, egpControl } = numbers
  return {
    ...(egpProject !== undefined && !/^[0-9]{11}$/.test(egpProject) && { egpProject: errors.egpProject }),
    ...(egpControl !== undefined && !/^[0-9]{12}$/.test(egpControl) && { egpControl: errors.egpControl }),
  }
}

function fineFault({ fineKind, fineRate, fineReason }: ContractTerms, rules: ProcurementRules): FieldErrors {
  const [least, most] = [rules.text(`fine-${fineKind}-least`), rules.text(`fine-${fineKind}-most`)]
  return isWithin(fineRate, { least, most }) || fineReason !== '' ? {} : { fineReason: errors.fineRange(least, most) }
}

function shareFaults(terms: ContractTerms, rules: ProcurementRules): FieldErrors {
  const [advance, retention, security, usual] = [rules.text('advance-most'), rules.text('retention-most'), rules.text('security-most'), rules.text('security-usual')]
  const isSecured = terms.securityKind !== 'none'
  return {
    ...(isOver(terms.advancePercent, advance) && { advancePercent: errors.advance(advance) }),
    ...(isOver(terms.retentionPercent, retention) && { retentionPercent: errors.retention(retention) }),
    ...(isSecured === isZero(terms.securityAmount) && { securityAmount: isSecured ? errors.noSecurity : errors.strangeSecurity }),
    ...(compare(terms.securityAmount, shareOf(terms.price, security)) > 0 && { securityAmount: errors.security(security) }),
    ...(compare(terms.securityAmount, shareOf(terms.price, usual)) > 0 && terms.securityReason === '' && { securityReason: errors.securityReason(usual) }),
  }
}

export function instalmentFaults({ price, instalments, endsOn }: Pick<ContractTerms, 'price' | 'instalments' | 'endsOn'>): FieldErrors {
  const rest = restOfPrice(price, instalments)
  const isWhole = isZero(rest)
  if (!isWhole) return { 'instalments.0.amount': isNegative(rest) ? errors.instalmentsOver(formatMoney(minus(price, rest)), formatMoney(price)) : errors.instalmentsUnder(formatMoney(rest)) }
  return isInOrder(instalments, endsOn) ? {} : { 'instalments.0.dueOn': errors.instalmentDays }
}

// The form of a claim: people of a batch as rows, deductions from figures, a stored draft as somebody would have typed it. Pure.
import { readAmount } from '../../documents/index.ts'
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { isCitizenId } from '../../platform/citizen-id.ts'
import { compare, formatMoney, isNegative, isZero, readBaht, zero, type Money } from '../../platform/money.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { type KnownLines, type TypedRow } from '../claim-lines/claim-lines.ts'
import { type Claim, type ClaimCommand, type ClaimDeduction, type ClaimPayee } from '../claim/claim.ts'
import { type ClaimKind } from '../claim-kind/claim-kind.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type PayeeMeant } from '../payee-meant/payee-meant.ts'
import { refundOrigin, type CollectedReceipt } from '../claim-refund/claim-refund.ts'
import { claimText } from '../claim.text.ts'
import { type Deducted, type WithholdingRule } from '../deduction/deduction.ts'
import { type ClaimInput } from './claim-form.schema.ts'

const { errors } = claimText

/** What a form speaks of, and what is wrong with it. */
export interface Reckoned {
  readonly kind: ClaimKind
  readonly on: CalendarDate
  /** What a refund of income gives back. */
  readonly receipt: CollectedReceipt | undefined
  readonly payee: PayeeMeant | undefined
  readonly rules: readonly WithholdingRule[]
  readonly known: KnownLines
  readonly command: ClaimCommand
  readonly figures: Deducted
  readonly faults: FieldErrors
}

export interface People {
  readonly payees: readonly ClaimPayee[]
  /** Each names its row. */
  readonly faults: readonly string[]
}

/** Columns: name, tax id, bank code, account number, amount, deducted, of that tax. A heading is left out. */
export function readPeople(pasted: string): People {
  const rows = pasted.split(/\r?\n/).map((line) => line.split('\t').map((cell) => toArabicDigits(cell).trim())).filter((cells) => cells.join('') !== '')
  const body = rows.filter((cells, index) => index > 0 || readBaht(cells[4] ?? '') !== undefined)
  const judged = body.map((cells, index) => personIn(cells, String(index + 1)))
  return { payees: judged.flatMap((each) => (typeof each === 'string' ? [] : [each])), faults: judged.filter((each) => typeof each === 'string') }
}

function personIn([name = '', id = '', bank = '', account = '', gross = '', deducted = '', tax = '']: readonly string[], row: string): ClaimPayee | string {
  const fault = (text: string) => errors.person(row, text)
  const taxId = id.replace(/[\s-]/g, '')
  const accountNumber = account.replace(/[\s-]/g, '')
  if (name === '' || name.length > 200 || !/^([0-9]{3})?$/.test(bank) || !/^([0-9]{10,15})?$/.test(accountNumber)) return fault(errors.personCells)
  if (taxId !== '' && !isCitizenId(taxId)) return fault(errors.taxId)
  const amount = readAmount(gross)
  const less = deducted === '' || deducted === '-' ? zero : readBaht(deducted)
  if (typeof amount === 'string') return fault(amount)
  if (less === undefined || compare(less, zero) < 0) return fault(errors.amount)
  const told = tax === '' ? undefined : tax === '-' ? zero : readBaht(tax) ?? null
  if (told === null || (told !== undefined && (isNegative(told) || compare(told, less) > 0))) return fault(errors.personTax)
  return compare(less, amount) > 0 ? fault(errors.overDeducted) : { payeeId: null, name, taxId, bankCode: bank, accountNumber, accountName: name, gross: amount, deducted: less, tax: told }
}

/** As rows of a spreadsheet again. */
export function peopleText(payees: readonly ClaimPayee[]): string {
  return payees.map((each) => [each.name, each.taxId, each.bankCode, each.accountNumber, formatMoney(each.gross), formatMoney(each.deducted), ...(each.tax === undefined ? [] : [formatMoney(each.tax)])].join('\t')).join('\n')
}

/** The rule by the kind of the payee. Staff and pensioners owe no 1 %: their pay is taxed by ภ.ง.ด.1 as it is chosen, what they spent for the office is given back (§1.5). */
export function usualRule(rules: readonly WithholdingRule[], { kind, payee }: Pick<Reckoned, 'kind' | 'payee'>): WithholdingRule | undefined {
  return kind === 'C4' || payee?.isStaff ? undefined : rules.find(({ isDefault }) => isDefault)
}

/** The tax as a line of the claim: none where nothing is withheld. */
export function withheldLine(rule: WithholdingRule | undefined, { base, withholding }: Deducted): ClaimDeduction[] {
  if (!rule || rule.accountCode === null || isZero(withholding)) return []
  return [{ kind: 'withholding', accountCode: rule.accountCode, subKey: null, description: rule.incomeType, base, rate: rule.rate, ruleCode: rule.code, amount: withholding }]
}

export interface Shown {
  /** As it is typed. */
  readonly receipt: string
  readonly payee: string
  /** By id of the control line: '0012 ค่าไฟฟ้า'. */
  readonly lineNames: ReadonlyMap<string, string>
}

/** A stored draft in the boxes. */
export function inputOf(claim: Claim, { payee, receipt, lineNames }: Shown): ClaimInput {
  const tax = claim.deductions.find(({ kind }) => kind === 'withholding')
  return {
    kind: claim.kind, department: claim.departmentId ?? '', documentDate: formatThaiDateField(claim.claimDate), payee, payeeAccount: claim.payeeAccountId ?? '', channel: claim.channel ?? '', title: claim.title,
    invoiceNumber: claim.invoiceNumber, invoiceDate: claim.invoiceDate === null ? '' : formatThaiDateField(claim.invoiceDate), vat: claim.vat, rule: claim.withholdingRule ?? '',
    typedTax: tax && tax.rate === null ? formatMoney(tax.amount) : '', orderTotal: amountText(claim.orderTotal), approvalReference: claim.approvalReference,
    receipt, remark: claim.remark, duplicateReason: claim.duplicateReason, pasted: peopleText(claim.payees), formKey: '', version: String(claim.version),
    rows: claim.lines.map((line): TypedRow => ({
      line: line.budgetLineId === null ? '' : lineNames.get(line.budgetLineId) ?? '', unit: line.counterpartyId ?? '', account: line.source?.kind === refundOrigin ? line.source.id : line.accountCode, key: line.subKey ?? '',
      description: line.description, amount: formatMoney(line.amount),
    })),
    deductions: claim.deductions.filter(({ kind }) => kind !== 'withholding').map((each): TypedRow => ({
      line: '', unit: '', account: each.accountCode, key: each.subKey ?? '', description: each.description, amount: formatMoney(each.amount),
    })),
  }
}

function amountText(amount: Money | null): string {
  return amount === null ? '' : formatMoney(amount)
}

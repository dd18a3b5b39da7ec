// What a claim must be before the department hands it in (expenditure-accounting-assets §1.3, INV-14). Pure.
import { compareDates, fiscalYearOf, fiscalYearPeriod, addDays, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, sum, zero } from '../../platform/money.ts'
import { claimKinds } from '../claim-kind/claim-kind.ts'
import { totalsOf, type Claim, type ClaimCommand } from '../claim/claim.ts'
import { claimText } from '../claim.text.ts'

const { errors } = claimText

/** Whatever its kind: days in order, somebody to pay, not less than nothing to pay out. */
export function faultsOf(claim: ClaimCommand, today: CalendarDate): FieldErrors {
  return { ...dayFaults(claim, today), ...payeeFaults(claim), ...referenceFaults(claim), ...(isNegative(totalsOf(claim).net) && { '': errors.negative }) }
}

/** What takes from เงินสะสม or other funds was allowed by somebody (S43, C12). A refund has a revenue account only in the year of its receipt. */
export function referenceFaults({ kind, approvalReference, lines }: ClaimCommand): FieldErrors {
  const { needsReference } = claimKinds[kind]
  const isNeeded = needsReference === 'always' || (needsReference === 'earlier-year' && lines.some(({ accountCode }) => !accountCode.startsWith('4')))
  return isNeeded && approvalReference === '' ? { approvalReference: errors.reference } : {}
}

function dayFaults({ claimDate, invoiceDate }: ClaimCommand, today: CalendarDate): FieldErrors {
  return {
    ...(compareDates(claimDate, today) > 0 && { documentDate: errors.future }),
    ...(invoiceDate !== null && compareDates(invoiceDate, claimDate) > 0 && { invoiceDate: errors.invoiceAfter }),
  }
}

function payeeFaults(claim: ClaimCommand): FieldErrors {
  const { payees: allowed } = claimKinds[claim.kind]
  const isBatch = claim.payees.length > 0
  if (!isBatch && claim.payeeId === null) return { [allowed === 'batch' ? 'pasted' : 'payee']: allowed === 'batch' ? errors.noPeople : errors.payee }
  if (isBatch && allowed === 'one') return { pasted: errors.onePayee }
  if (isBatch && claim.payeeId !== null) return { payee: errors.bothPayees }
  return isBatch && !addsUp(claim) ? { pasted: errors.peopleDiffer } : {}
}

/** INV-16: where more than the tax is kept back, the list tells whose tax it is; a desk that drafted the claim knows by itself. */
export function taxFaults({ payees, deductions }: Pick<ClaimCommand, 'payees' | 'deductions'>): FieldErrors {
  const taxes = deductions.filter(({ kind }) => kind === 'withholding')
  const isTold = payees.some(({ tax }) => tax !== undefined)
  if (payees.length === 0 || (!isTold && (taxes.length === 0 || taxes.length === deductions.length))) return {}
  const [tax, told] = [sum(taxes.map(({ amount }) => amount)), sum(payees.map((payee) => payee.tax ?? zero))]
  return compare(tax, told) === 0 ? {} : { pasted: errors.peopleTax(formatMoney(tax), formatMoney(told)) }
}

/** The people of a batch get what the lines claim, and leave what is deducted. */
function addsUp(claim: ClaimCommand): boolean {
  const { gross, deducted } = totalsOf(claim)
  const of = (column: 'gross' | 'deducted') => sum(claim.payees.map((payee) => payee[column]))
  return compare(of('gross'), gross) === 0 && compare(of('deducted'), deducted) === 0
}

/** The debt belongs to the claim's year: set up on the day itself, after 30 September on that day. */
export function debtDay({ claimDate }: Pick<Claim, 'claimDate'>, today: CalendarDate): CalendarDate {
  const last = addDays(fiscalYearPeriod(fiscalYearOf(claimDate)).until, -1)
  return compareDates(today, last) > 0 ? last : today
}

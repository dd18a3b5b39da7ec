// A loan contract as it is typed → the contract, or what is wrong with each box (expenditure-accounting-assets §1.8). Pure.
import { budgetLineName, readBudgetLine, type LineWithBalance } from '../../budget/index.ts'
import { readAmount } from '../../documents/index.ts'
import { compareDates, formatThaiDate, formatThaiDateField, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { formatMoney } from '../../platform/money.ts'
import { sourceFits } from '../claim-kind/claim-kind.ts'
import { loanText } from '../loan.text.ts'
import { loanKinds, loanSources, type Loan, type LoanCommand, type LoanLine } from '../loan/loan.ts'
import { type LoanInput, type TypedEstimate } from './loan-form.schema.ts'

const { errors } = loanText

/** What a form may speak of. */
export interface KnownForLoan {
  readonly today: CalendarDate
  readonly lines: readonly LineWithBalance[]
  readonly departments: readonly { readonly id: string; readonly name: string; readonly isActive: boolean }[]
  /** The one person the box means, or what is wrong with it. */
  readonly borrower: { readonly id: string; readonly name: string } | string
}

export interface JudgedLoan {
  readonly command: LoanCommand | undefined
  readonly faults: FieldErrors
}

export function judgeLoan(input: LoanInput, known: KnownForLoan): JudgedLoan {
  const kind = loanKinds.find((each) => each === input.kind)
  const source = loanSources.find((each) => each === input.source)
  const loanDate = readThaiDate(input.documentDate)
  const returnDate = kind === 'travel' ? readThaiDate(input.returnDate) : null
  const estimate = judgeEstimate(input.rows, { source, on: loanDate ?? known.today, lines: known.lines })
  const faults = { ...headFaults(input, known), ...(kind === 'travel' && returnFault(returnDate, loanDate)), ...estimate.faults }
  if (Object.keys(faults).length > 0 || !kind || !source || !loanDate || returnDate === undefined || typeof known.borrower === 'string') return { command: undefined, faults }
  return { faults, command: {
    loanDate, kind, source, departmentId: input.department === '' ? null : input.department, payeeId: known.borrower.id, position: input.position, purpose: input.purpose,
    returnDate, consents: input.consents === 'yes', approvalReference: input.approvalReference, lines: estimate.lines,
  } }
}

function headFaults(input: LoanInput, { today, departments, borrower }: KnownForLoan): FieldErrors {
  const loanDate = readThaiDate(input.documentDate)
  const isDepartment = departments.length === 0 || departments.some(({ id, isActive }) => isActive && id === input.department)
  const isWords = (text: string, longest: number) => text !== '' && text.length <= longest
  return {
    ...(!loanKinds.some((each) => each === input.kind) && { kind: errors.kind }), ...(!loanSources.some((each) => each === input.source) && { source: errors.source }),
    ...(!isDepartment && { department: errors.department }), ...(typeof borrower === 'string' && { borrower }),
    ...(loanDate === undefined ? { documentDate: errors.date } : compareDates(loanDate, today) > 0 && { documentDate: errors.future }),
    ...(!isWords(input.position, 200) && { position: errors.position }), ...(!isWords(input.purpose, 300) && { purpose: errors.purpose }),
    ...(input.approvalReference.length > 200 && { approvalReference: errors.tooLong('200') }),
    ...(input.source === 'accumulated' && input.approvalReference === '' && { approvalReference: errors.reference }),
  }
}

function returnFault(returnDate: CalendarDate | null | undefined, loanDate: CalendarDate | undefined): FieldErrors {
  if (!returnDate) return { returnDate: errors.returnDate }
  return loanDate !== undefined && compareDates(returnDate, loanDate) < 0 ? { returnDate: errors.returnBefore } : {}
}

interface KnownForEstimate {
  readonly source: LoanCommand['source'] | undefined
  readonly on: CalendarDate
  readonly lines: readonly LineWithBalance[]
}

/** Blank rows keep their place, so that a fault finds its cell. */
function judgeEstimate(rows: readonly TypedEstimate[], known: KnownForEstimate): { readonly lines: readonly LoanLine[]; readonly faults: FieldErrors } {
  const faults: Record<string, string> = {}
  const found: { line: LoanLine; control: LineWithBalance | undefined; index: number }[] = []
  for (const [index, row] of rows.entries()) {
    if (row.line === '' && row.description === '' && row.amount === '') continue
    const judged = judgeRow(row, known)
    for (const [cell, message] of Object.entries(judged.wrong)) faults[`lines.${index}.${cell}`] = message
    if (judged.line) found.push({ line: judged.line, control: judged.control, index })
  }
  const first = found[0]?.control
  for (const { control, index } of found) {
    if (first && control && control.sourceCode !== first.sourceCode) faults[`lines.${index}.line`] = errors.otherSource
  }
  if (found.length === 0 && Object.keys(faults).length === 0) faults['lines.0.description'] = errors.noLines
  return { lines: found.map(({ line }) => line), faults }
}

function judgeRow(row: TypedEstimate, { source, on, lines }: KnownForEstimate) {
  const amount = readAmount(row.amount)
  const control = source === 'budget' ? controlIn(row.line, on, lines) : undefined
  const wrong = {
    ...(typeof control === 'string' && { line: control }), ...(source === 'accumulated' && row.line !== '' && { line: errors.noBudget }),
    ...((row.description === '' || row.description.length > 200) && { description: errors.description }), ...(typeof amount === 'string' && { amount }),
  }
  if (Object.keys(wrong).length > 0 || typeof amount === 'string' || typeof control === 'string') return { wrong, line: undefined, control: undefined }
  return { wrong, control, line: { budgetLineId: control?.id ?? null, description: row.description, amount } }
}

function controlIn(typed: string, on: CalendarDate, lines: readonly LineWithBalance[]): LineWithBalance | string {
  const line = readBudgetLine(lines, typed)
  if (typeof line === 'string') return line
  if (!sourceFits('C6', line.sourceCode) && !sourceFits('C10', line.sourceCode)) return errors.wrongSource(budgetLineName(line))
  const isUsable = compareDates(on, line.usableFrom) >= 0 && compareDates(on, line.usableUntil) <= 0
  return isUsable ? line : errors.notUsable(formatThaiDate(line.usableFrom), formatThaiDate(line.usableUntil))
}

/** A stored draft in the boxes. */
export function inputOf(loan: Loan, { borrower, lineNames }: { readonly borrower: string; readonly lineNames: ReadonlyMap<string, string> }): LoanInput {
  return {
    kind: loan.kind, source: loan.source, department: loan.departmentId ?? '', documentDate: formatThaiDateField(loan.loanDate), borrower, position: loan.position,
    purpose: loan.purpose, returnDate: loan.returnDate === null ? '' : formatThaiDateField(loan.returnDate), consents: loan.consents ? 'yes' : '',
    approvalReference: loan.approvalReference, formKey: '', version: String(loan.version),
    rows: loan.lines.map(({ budgetLineId, description, amount }) => ({
      line: budgetLineId === null ? '' : lineNames.get(budgetLineId) ?? '', description, amount: formatMoney(amount),
    })),
  }
}

export function blankInput(today: CalendarDate, { formKey, department }: { readonly formKey: string; readonly department: string }): LoanInput {
  return {
    kind: 'travel', source: 'budget', department, documentDate: formatThaiDateField(today), borrower: '', position: '', purpose: '', returnDate: '', consents: '',
    approvalReference: '', rows: [], formKey, version: '',
  }
}

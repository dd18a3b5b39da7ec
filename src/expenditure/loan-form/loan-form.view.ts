// The form of a loan contract as finished strings, in the order of the paper.
import { budgetLineList, budgetLineOptions } from '../../budget/index.ts'
import { fiscalYearOf, readThaiDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, date, field, lineEditor, refusals, select, type Control, type ErrorSummary, type LineEditor, type Option, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, readBaht, sum, zero } from '../../platform/money.ts'
import { loanPaths as paths } from '../loan.paths.ts'
import { loanText as text } from '../loan.text.ts'
import { personChooser } from '../payee-meant/payee-meant.ts'
import { loanKinds, loanSources } from '../loan/loan.ts'
import { type KnownForLoan } from './loan-form.ts'
import { type LoanInput } from './loan-form.schema.ts'

const { fields, lines: words } = text

export interface LoanFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly fiscalYear: string
  readonly head: readonly Control[]
  readonly lineEditor: LineEditor
  readonly foot: readonly Control[]
  readonly save: string
}

export interface LoanChoices {
  readonly known: KnownForLoan
  /** Of the draft to be mended; a new one has none. */
  readonly id: string | undefined
  readonly more: number | undefined
}

export function formPage(input: LoanInput, choices: LoanChoices, errors: FieldErrors = {}): LoanFormPage {
  const { id, known } = choices
  const title = id === undefined ? text.newTitle : text.editTitle
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: id === undefined ? paths.new : paths.edit(id), cancelHref: id === undefined ? paths.list : paths.show(id), formKey: input.formKey, version: input.version,
    fiscalYear: String(fiscalYearOf(readThaiDate(input.documentDate) ?? known.today)), head: headControls(input, known, errors),
    lineEditor: estimateEditor(input, choices, errors), foot: footControls(input, errors), save: text.save,
  }
}

const named = (values: readonly string[], names: Readonly<Record<string, string>>): Option[] => values.map((value) => ({ value, text: names[value] ?? value }))

function headControls(input: LoanInput, { departments }: KnownForLoan, errors: FieldErrors): Control[] {
  const offices = [{ value: '', text: text.choose }, ...departments.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, text: name }))]
  return [
    { select: select({ name: 'kind', label: fields.kind, options: named(loanKinds, text.kinds), value: input.kind, error: errors.kind, required: true }) },
    { select: select({ name: 'source', label: fields.source, options: named(loanSources, text.sources), value: input.source, error: errors.source, required: true }) },
    ...(departments.length === 0 ? [] : [{ select: select({ name: 'department', label: fields.department, options: offices, value: input.department, error: errors.department, required: true }) }]),
    { date: date({ name: 'documentDate', label: fields.documentDate, value: input.documentDate, error: errors.documentDate, required: true }) },
    { field: field({ name: 'borrower', label: fields.borrower, hint: fields.borrowerHint, value: input.borrower, error: errors.borrower, required: true, width: 'full', list: personChooser }) },
    { field: field({ name: 'position', label: fields.position, value: input.position, error: errors.position, required: true, maxLength: 200 }) },
    { date: date({ name: 'returnDate', label: fields.returnDate, hint: fields.returnHint, value: input.returnDate, error: errors.returnDate }) },
    { field: field({ name: 'purpose', label: fields.purpose, value: input.purpose, error: errors.purpose, required: true, width: 'full', maxLength: 300 }) },
  ]
}

function estimateEditor(input: LoanInput, { known, more }: LoanChoices, errors: FieldErrors): LineEditor {
  return lineEditor({
    name: 'lines', caption: words.caption, errors, rows: input.rows.map((row) => ({ ...row })), blankRows: more ?? Math.max(1, 3 - input.rows.length),
    columns: [
      { name: 'line', label: words.line, kind: 'text', list: budgetLineList }, { name: 'available', label: words.available, kind: 'output', ask: paths.available, of: 'line' },
      { name: 'description', label: words.description, kind: 'text' }, { name: 'amount', label: words.amount, kind: 'money', isTotalled: true },
    ],
    totals: { amount: formatMoney(sum(input.rows.map(({ amount }) => readBaht(amount) ?? zero))) }, addRows: { name: 'moreLines', value: '3', label: words.more },
    lists: [{ id: budgetLineList, options: budgetLineOptions(known.lines) }],
  })
}

function footControls(input: LoanInput, errors: FieldErrors): Control[] {
  return [
    { field: field({ name: 'approvalReference', label: fields.approvalReference, hint: fields.referenceHint, value: input.approvalReference, error: errors.approvalReference, maxLength: 200, width: 'full' }) },
    { choice: choice({ name: 'consents', type: 'checkbox', label: fields.consents, error: errors.consents, options: [{ value: 'yes', text: text.consent }], values: [input.consents] }) },
  ]
}

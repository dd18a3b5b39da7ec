// The form of a clearing as finished strings.
import { budgetLineList, budgetLineOptions } from '../../budget/index.ts'
import { formatThaiDate, formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineEditor, refusals, type Control, type ErrorSummary, type LineEditor, type PageHeader, type SummaryList } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, readBaht, sum, zero } from '../../platform/money.ts'
import { type KnownLines } from '../claim-lines/claim-lines.ts'
import { clearingText as text } from '../clearing.text.ts'
import { accountText, choicesOf } from '../expense-account/expense-account.ts'
import { loanPaths } from '../loan.paths.ts'
import { loanText } from '../loan.text.ts'
import { numberText } from '../loan/loan.view.ts'
import { type Loan } from '../loan/loan.ts'
import { type ClearingInput } from './clearing-form.schema.ts'

const { fields, lines: words } = text

export interface ClearingFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
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

export interface ClearingChoices {
  readonly loan: Loan
  readonly known: KnownLines
  readonly more: number | undefined
}

export function formPage(input: ClearingInput, choices: ClearingChoices, errors: FieldErrors = {}): ClearingFormPage {
  const { loan } = choices
  const number = numberText(loan)
  return {
    title: text.newTitle, breadcrumb: [{ text: loanText.listTitle, href: loanPaths.list }, { text: number, href: loanPaths.show(loan.id) }, { text: text.newTitle }],
    pageHeader: { title: text.newTitle }, ...refusals(errors), action: loanPaths.clearNew(loan.id), cancelHref: loanPaths.show(loan.id), formKey: input.formKey, version: '',
    fiscalYear: String(loan.fiscalYear), save: text.save,
    summaryList: { items: [
      { label: text.columns.loan, text: number }, { label: text.columns.borrower, text: loan.payeeName }, { label: loanText.columns.purpose, text: loan.purpose },
      ...(loan.dueOn === null ? [] : [{ label: loanText.columns.due, text: formatThaiDate(loan.dueOn) }]), { label: text.columns.owed, text: formatMoney(loan.balance), isMoney: true },
    ] },
    head: [{ date: date({ name: 'documentDate', label: fields.documentDate, value: input.documentDate, error: errors.documentDate, required: true }) }],
    lineEditor: vouchersEditor(input, choices, errors),
    foot: [
      { field: field({ name: 'receiptReference', label: fields.receiptReference, hint: fields.receiptHint, value: input.receiptReference, error: errors.receiptReference, maxLength: 100, width: 'full' }) },
      { field: field({ name: 'remark', label: fields.remark, value: input.remark, error: errors.remark, maxLength: 500, width: 'full' }) },
    ],
  }
}

const accountList = 'clearing-accounts'

function vouchersEditor(input: ClearingInput, { known, more }: ClearingChoices, errors: FieldErrors): LineEditor {
  const accounts = [...known.accounts.values()].flatMap(choicesOf).map((account) => ({ value: accountText(account), text: '' }))
  return lineEditor({
    name: 'lines', caption: words.caption, errors, rows: input.rows.map((row) => ({ ...row })), blankRows: more ?? Math.max(1, 3 - input.rows.length),
    columns: [
      { name: 'line', label: words.line, kind: 'text', list: budgetLineList }, { name: 'account', label: words.account, kind: 'text', list: accountList },
      { name: 'description', label: words.description, kind: 'text' }, { name: 'amount', label: words.amount, kind: 'money', isTotalled: true },
    ],
    totals: { amount: formatMoney(sum(input.rows.map(({ amount }) => readBaht(amount) ?? zero))) }, addRows: { name: 'moreLines', value: '3', label: words.more },
    lists: [{ id: budgetLineList, options: budgetLineOptions(known.lines) }, { id: accountList, options: accounts }],
  })
}

/** One row for each line of the estimate, still without its vouchers. */
export function blankInput(given: { readonly loan: Loan; readonly lineNames: ReadonlyMap<string, string>; readonly today: CalendarDate; readonly formKey: string }): ClearingInput {
  const { loan, lineNames, today, formKey } = given
  return {
    documentDate: formatThaiDateField(today), receiptReference: '', remark: '', formKey,
    rows: loan.lines.map(({ budgetLineId, description }) => (
      { line: budgetLineId === null ? '' : lineNames.get(budgetLineId) ?? '', unit: '', account: '', key: '', description, amount: '' })),
  }
}

// The form of a person who is paid: head, pay by control line, deductions by creditor.
import { budgetLineList, budgetLineOptions } from '../../budget/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, field, lineEditor, refusals, select, type Control, type ErrorSummary, type LineEditor, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, readBaht, sum, zero } from '../../platform/money.ts'
import { employeeKinds } from '../employee/employee.ts'
import { employeeText as text } from '../employee.text.ts'
import { loanNumber } from '../loan/loan.ts'
import { personChooser } from '../payee-meant/payee-meant.ts'
import { employeePaths as paths } from '../payroll.paths.ts'
import { type KnownForEmployee } from './employee-form.ts'
import { type EmployeeInput } from './employee-form.schema.ts'

const { fields } = text
const creditorList = 'pay-creditors'

export interface EmployeeFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly head: readonly Control[]
  readonly pays: LineEditor
  readonly deductions: LineEditor
}

export interface EmployeeChoices {
  readonly known: KnownForEmployee
  /** Of the person to be changed; a new one has none. */
  readonly id: string | undefined
  /** Which table asks for more rows. */
  readonly more: 'pays' | 'deductions' | undefined
}

export function formPage(input: EmployeeInput, choices: EmployeeChoices, errors: FieldErrors = {}): EmployeeFormPage {
  const { id, known } = choices
  const title = id === undefined ? text.newTitle : text.editTitle
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: id === undefined ? paths.new : paths.edit(id), cancelHref: id === undefined ? paths.list : paths.show(id), formKey: input.formKey, version: input.version,
    head: headControls(input, known, errors), pays: paysEditor(input, choices, errors), deductions: deductionsEditor(input, choices, errors),
  }
}

function headControls(input: EmployeeInput, { departments }: KnownForEmployee, errors: FieldErrors): Control[] {
  const choose = { value: '', text: text.choose }
  const offices = [choose, ...departments.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, text: name }))]
  return [
    { field: field({ name: 'person', label: fields.person, hint: fields.personHint, value: input.person, error: errors.person, required: true, width: 'full', list: personChooser }) },
    { select: select({ name: 'kind', label: fields.kind, options: [choose, ...employeeKinds.map((value) => ({ value, text: text.kinds[value] }))], value: input.kind, error: errors.kind, required: true }) },
    { field: field({ name: 'position', label: fields.position, value: input.position, error: errors.position, required: true, maxLength: 200 }) },
    ...(departments.length === 0 ? [] : [{ select: select({ name: 'department', label: fields.department, options: offices, value: input.department, error: errors.department, required: true }) }]),
    { choice: choice({ name: 'insured', type: 'checkbox', label: fields.insured, options: [{ value: 'yes', text: text.insured }], values: [input.insured], error: errors.insured }) },
    { field: field({ name: 'startsOn', label: fields.startsOn, hint: fields.monthHint, value: input.startsOn, error: errors.startsOn, required: true, inputmode: 'numeric', maxLength: 10, width: 'short' }) },
    { field: field({ name: 'endsOn', label: fields.endsOn, hint: fields.endsHint, value: input.endsOn, error: errors.endsOn, inputmode: 'numeric', maxLength: 10, width: 'short' }) },
  ]
}

const totalOf = (rows: readonly { readonly amount: string }[]) => formatMoney(sum(rows.map(({ amount }) => readBaht(amount) ?? zero)))
const blankRows = (rows: readonly unknown[], isMore: boolean) => (isMore ? 3 : Math.max(1, 2 - rows.length))

function paysEditor(input: EmployeeInput, { known, more }: EmployeeChoices, errors: FieldErrors): LineEditor {
  const words = text.pays
  const hasKeys = input.kind === 'pensioner'
  return lineEditor({
    name: 'pays', caption: words.caption, errors, rows: input.pays.map((row) => ({ ...row })), blankRows: blankRows(input.pays, more === 'pays'),
    columns: [
      { name: 'kind', label: words.kind, kind: 'text', options: [{ value: 'wage', text: words.kinds.wage }, { value: 'allowance', text: words.kinds.allowance }] },
      { name: 'title', label: words.title, kind: 'text' }, { name: 'line', label: words.line, kind: 'text', list: budgetLineList },
      ...(hasKeys ? [{ name: 'key', label: words.key, kind: 'text' as const }] : []),
      { name: 'amount', label: words.amount, kind: 'money', isTotalled: true }, { name: 'startsOn', label: words.startsOn, kind: 'date' }, { name: 'endsOn', label: words.endsOn, kind: 'date' },
    ],
    totals: { amount: totalOf(input.pays) }, addRows: { name: 'morePays', value: '3', label: text.moreRows }, lists: [{ id: budgetLineList, options: budgetLineOptions(known.lines) }],
  })
}

function deductionsEditor(input: EmployeeInput, { known, more }: EmployeeChoices, errors: FieldErrors): LineEditor {
  const words = text.deductions
  const named = known.creditors.filter(({ isActive }) => isActive).map(({ name, code }) => ({ value: name, text: known.deductions.find((each) => each.code === code)?.name ?? '' }))
  const loans = known.loans.map((loan) => ({ value: loanNumber(loan) ?? '', text: text.owes(formatMoney(loan.balance)) }))
  return lineEditor({
    name: 'deductions', caption: words.caption, errors, rows: input.deductions.map((row) => ({ ...row })), blankRows: blankRows(input.deductions, more === 'deductions'),
    columns: [
      { name: 'code', label: words.code, kind: 'text', options: known.deductions.filter(({ isReckoned }) => !isReckoned).map(({ code, name }) => ({ value: code, text: name })) },
      { name: 'creditor', label: words.creditor, kind: 'text', list: creditorList }, { name: 'amount', label: words.amount, kind: 'money', isTotalled: true },
      { name: 'startsOn', label: words.startsOn, kind: 'date' }, { name: 'endsOn', label: words.endsOn, kind: 'date' },
    ],
    totals: { amount: totalOf(input.deductions) }, addRows: { name: 'moreDeductions', value: '3', label: text.moreRows }, lists: [{ id: creditorList, options: [...named, ...loans] }],
  })
}

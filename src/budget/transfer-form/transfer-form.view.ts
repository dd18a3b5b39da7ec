// The form of a transfer as finished strings: head, three tables, and what the check of now found.
import { fiscalYearOf, formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, lineEditor, type Control, type LineEditor, type SummaryList } from '../../platform/http/components.ts'
import { formatMoney, minus } from '../../platform/money.ts'
import { linePaths, transferPaths as paths } from '../budget.paths.ts'
import { budgetText } from '../budget.text.ts'
import { transferText as text } from '../change.text.ts'
import { deskText } from '../desk.text.ts'
import { formFrame, headControls, type FormPage } from '../desk/desk.view.ts'
import { type DocumentLine } from '../document/document.ts'
import { classLists, keyColumns } from '../line-key/line-key.view.ts'
import { availableText, lineText, nameOf, type Known } from '../named-line/named-line.ts'
import { lineList, lineOptions } from '../named-line/named-line.view.ts'
import { type Judged, type TypedLines } from '../transfer-lines/transfer-lines.ts'
import { type TransferInput } from '../transfer/transfer.schema.ts'
import { type Transfer } from '../transfer/transfer.ts'

const { fields, columns, captions } = text

export interface FormChoices {
  readonly transfer: Transfer | undefined
  readonly known: Known
  readonly judged: Judged
  readonly isAgain: boolean
}

export function formPage(input: TransferInput, choices: FormChoices, errors: FieldErrors = {}): FormPage {
  const { transfer, known, judged, isAgain } = choices
  return {
    ...formFrame({ paths, text }, { document: transfer, input, fiscalYear: fiscalYearOf(known.on), errors }),
    controls: [...headControls(input, errors), changesControl(input, errors)], hint: text.hint, editors: editorsOf(input.lines, choices, errors),
    check: text.check, checkedTitle: text.checked.title, checked: isAgain ? checkedOf(judged) : undefined,
  }
}

function changesControl(input: TransferInput, errors: FieldErrors): Control {
  const options = [{ value: 'no', text: text.answers.no }, { value: 'yes', text: text.answers.yes }]
  const changes = { name: 'changes', label: fields.changes, hint: fields.changesHint, values: [input.changes], error: errors.changes }
  return { choice: choice({ ...changes, type: 'radio', options, inline: true, required: true }) }
}

function editorsOf(typed: TypedLines, { known, judged, isAgain }: FormChoices, errors: FieldErrors): LineEditor[] {
  const addRows = { name: 'again', value: 'more', label: text.more }
  const amount = { name: 'amount', label: columns.amount, kind: 'money', isTotalled: true } as const
  const specification = { name: 'specification', label: columns.specification, kind: 'text' } as const
  const lineColumns = [
    { name: 'line', label: columns.line, kind: 'text', list: lineList },
    { name: 'available', label: columns.available, kind: 'output', ask: linePaths.available, of: 'line' }, amount,
  ] as const
  const blankRows = (rows: readonly unknown[]) => Math.max(isAgain ? 2 : 0, 3 - rows.length)
  const rows = (of: 'out' | 'in') => typed[of].map((row) => ({ line: lineText(known, row.line), available: availableText(known, row.line), amount: row.amount }))
  return [
    lineEditor({
      name: 'out', caption: captions.out, columns: lineColumns, rows: rows('out'), blankRows: blankRows(typed.out), errors, addRows,
      totals: { amount: formatMoney(judged.out) }, lists: [{ id: lineList, options: lineOptions(known.lines) }],
    }),
    lineEditor({ name: 'in', caption: captions.in, columns: lineColumns, rows: rows('in'), blankRows: blankRows(typed.in), errors, addRows }),
    lineEditor({
      name: 'items', caption: captions.items, columns: [...keyColumns(known), specification, amount], rows: typed.items.map((item) => ({ ...item })),
      blankRows: blankRows(typed.items), errors, addRows, lists: classLists(known.classes),
    }),
  ]
}

function checkedOf({ out, in: into, approval }: Judged): SummaryList {
  const { checked } = text
  return {
    items: [
      { label: checked.out, text: formatMoney(out), isMoney: true }, { label: checked.in, text: formatMoney(into), isMoney: true },
      { label: checked.difference, text: formatMoney(minus(out, into)), isMoney: true },
      { label: checked.approver, text: deskText.approval(budgetText.approvers[approval.approver], approval.reference) },
    ],
  }
}

export function blankInput(formKey: string, today: CalendarDate): TransferInput {
  return { documentDate: formatThaiDateField(today), title: '', reason: '', changes: '', formKey, version: '', lines: { out: [], in: [], items: [] } }
}

/** A stored draft in the boxes. */
export function inputOf(transfer: Transfer): TransferInput {
  const rows = (direction: 'out' | 'in') => transfer.lines.filter((line) => line.direction === direction && !line.isNewItem)
    .map(({ control, amount }) => ({ line: control ? nameOf(control) : '', amount: formatMoney(amount) }))
  return {
    documentDate: formatThaiDateField(transfer.documentDate), title: transfer.title, reason: transfer.reason, changes: transfer.changesSubstance ? 'yes' : 'no',
    formKey: '', version: String(transfer.version),
    lines: { out: rows('out'), in: rows('in'), items: transfer.lines.filter((line) => line.isNewItem).map(itemOf) },
  }
}

function itemOf({ key, explanation, amount }: DocumentLine) {
  return {
    department: key?.departmentId ?? '', task: key?.taskCode ?? '', code: key?.economicCode ?? '', title: key?.title ?? '', specification: explanation,
    amount: formatMoney(amount),
  }
}

// The lines of a fund as finished strings: typed into, standing with their figures, on paper; and the money that came in.
import { formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineEditor, lineTable, money, type CellContent, type Column, type Control, type LineEditor, type LineTable, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney, minus, sum, type Money } from '../../platform/money.ts'
import { linePaths } from '../budget.paths.ts'
import { type CashReceipt, type CashStanding } from '../cash/cash.ts'
import { type AskedControls, type DeskDocument } from '../desk/desk.ts'
import { type DocumentLine } from '../document/document.ts'
import { fundText as text } from '../fund.text.ts'
import { classLists, keyColumns } from '../line-key/line-key.view.ts'
import { lineNumber } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { type FundFigures, type FundRules, type TypedFundRow } from './fund-lines.ts'

const { columns, captions, figures } = text

export interface EditorGiven {
  readonly rules: FundRules
  readonly errors: FieldErrors
  readonly total: Money
  /** More rows were asked for, or the draft is opened again. */
  readonly isAgain: boolean
}

export function fundEditor(rows: readonly TypedFundRow[], { rules, errors, total, isAgain }: EditorGiven): LineEditor {
  const plan = rules.needsPlan ? [{ name: 'plan', label: columns.plan, kind: 'text' } as const] : []
  return lineEditor({
    name: 'lines', caption: captions.lines, errors, blankRows: Math.max(isAgain ? 2 : 0, 3 - rows.length), rows: rows.map((row) => ({ ...row })),
    columns: [
      ...keyColumns(rules), { name: 'explanation', label: columns.explanation, kind: 'text' }, ...plan,
      { name: 'amount', label: columns.amount, kind: 'money', isTotalled: true },
    ],
    totals: { amount: formatMoney(total) }, lists: classLists(rules.classes), addRows: { name: 'again', value: 'more', label: text.more },
  })
}

export interface AroundLines {
  readonly names: Names
  readonly isLinked: boolean
}

/** On the page with what became of each line; on paper what was allotted. */
export function fundTable(document: Pick<DeskDocument, 'organisationId' | 'lines'>, around: AroundLines): LineTable {
  const { isLinked } = around
  const rows = document.lines.map((line) => ({ line, figures: isLinked ? standingOf(line) : [] }))
  const sums = (isLinked ? [0, 1, 2, 3] : []).map((column) => sum(rows.flatMap((row) => row.figures[column] ?? [])))
  const allotted = sum(document.lines.map(({ amount }) => amount))
  return lineTable({
    caption: captions.lines, empty: captions.noLines, columns: isLinked ? standingColumns : paperColumns,
    rows: rows.map((row) => [
      ...placeOf(row.line, { ...around, organisationId: document.organisationId }), formatMoney(row.line.amount),
      ...(isLinked && !row.line.control ? ['', '', '', ''] : row.figures.map(formatMoney)),
    ]),
    totals: rows.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [allotted, ...sums].map(formatMoney) }],
  })
}

const placeColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.department, kind: 'text' }, { label: columns.place, kind: 'text' },
  { label: columns.category, kind: 'text' },
]
const paperColumns: readonly Column[] = [...placeColumns, { label: columns.allotted, kind: 'money' }]
const standingColumns: readonly Column[] = [
  ...paperColumns, { label: columns.bound, kind: 'money' }, { label: columns.paid, kind: 'money' }, { label: columns.frozen, kind: 'money' },
  { label: columns.available, kind: 'money' },
]

function placeOf({ control, key, explanation, planReference }: DocumentLine, { names, isLinked, organisationId }: AroundLines & { readonly organisationId: string }): CellContent[] {
  const at = control ?? key
  const [task, economic] = [names.classes.get(at?.taskCode ?? ''), names.classes.get(at?.economicCode ?? '')]
  const nameOf = (code: string | null | undefined) => names.classes.get(code ?? '')?.name
  return [
    {
      text: control ? `${lineNumber(control)} ${control.title}` : key?.title, note: [explanation, planReference].filter((words) => words !== '').join(' · ') || undefined,
      href: control && isLinked ? linePaths.show(organisationId, control.id) : undefined,
    },
    { text: names.departments.get(at?.departmentId ?? '')?.name ?? '' },
    { text: nameOf(task?.planCode), note: task ? `${task.code} ${task.name}` : undefined },
    { text: nameOf(economic?.typeCode), note: economic ? `${economic.code} ${economic.name}` : undefined },
  ]
}

/** Bound, paid, frozen, available. */
function standingOf({ control }: DocumentLine): Money[] {
  if (!control) return []
  const { reserved, committed, claimed, paid, refunded, frozen, available } = control.balance
  return [sum([reserved, committed, claimed]), minus(paid, refunded), frozen, available]
}

/** What came in, what went out of it, and what may still be bound. */
export function fundItems({ received, paid }: CashStanding, { frozen, available }: FundFigures): SummaryItem[] {
  const rows: readonly (readonly [string, Money])[] = [
    [figures.received, received], [figures.paid, paid], [figures.cashLeft, minus(received, paid)], [figures.frozen, frozen], [figures.available, available],
  ]
  return rows.map(([label, amount]) => ({ label, text: formatMoney(amount), isMoney: true }))
}

export function cashTable(receipts: readonly CashReceipt[]): LineTable {
  return lineTable({
    caption: captions.cash, empty: captions.noCash, columns: cashColumns,
    rows: receipts.map(({ receivedOn, reference, amount, recordedBy }) => [{ text: reference }, formatThaiDateShort(receivedOn), recordedBy.name, formatMoney(amount)]),
    totals: receipts.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [formatMoney(sum(receipts.map(({ amount }) => amount)))] }],
  })
}

const cashColumns: readonly Column[] = [
  { label: columns.reference, kind: 'text', isRowHeader: true }, { label: columns.receivedOn, kind: 'date' }, { label: columns.recorder, kind: 'text' },
  { label: columns.received, kind: 'money' },
]

/** The boxes of money that came in, below its day. */
export function cashControls({ typed, errors }: AskedControls): Control[] {
  return [
    { money: money({ name: 'amount', label: columns.received, value: typed('amount'), error: errors.amount, required: true }) },
    { field: field({ name: 'reference', label: columns.reference, value: typed('reference'), error: errors.reference, required: true, width: 'long', maxLength: 200 }) },
  ]
}

// The lines of a fund as finished strings: typed into, standing with their figures, on paper; and the money that came in.
import { formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineEditor, lineTable, money, type CellContent, type Column, type Control, type LineEditor, type LineTable, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney, isZero, minus, sum, zero, type Money } from '../../platform/money.ts'
import { linePaths } from '../budget.paths.ts'
import { type CashReceipt, type CashStanding } from '../cash/cash.ts'
import { type AskedControls, type DeskDocument } from '../desk/desk.ts'
import { type DocumentLine, type Kind } from '../document/document.ts'
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

/** On the page, once set up, with what became of each line; on paper what was allotted. */
export function fundTable(document: Pick<DeskDocument, 'kind' | 'organisationId' | 'lines'>, around: AroundLines): LineTable {
  const { kind, organisationId, lines } = document
  const shown = around.isLinked && lines.some(({ control }) => control) ? standing.filter(({ of }) => of === undefined || of === kind) : []
  const cells = (line: DocumentLine) => shown.map(({ figure }) => (line.control ? figure(line.control.balance) : zero))
  const rows = lines.map((line) => [line.amount, ...cells(line)])
  return lineTable({
    caption: captions.lines, empty: captions.noLines, columns: [...placeColumns, ...[columns.allotted, ...shown.map(({ label }) => label)].map(asMoney)],
    rows: lines.map((line, index) => [...placeOf(line, { ...around, organisationId }), ...(rows[index] ?? []).map(formatMoney)]),
    totals: rows.length === 0 ? [] : [{
      label: text.sum, isGrand: true, cells: ['', ...shown].map((_column, index) => formatMoney(sum(rows.flatMap((row) => row[index] ?? [])))),
    }],
  })
}

const asMoney = (label: string): Column => ({ label, kind: 'money' })

interface Standing {
  readonly label: string
  /** Only where this kind can come by it. */
  readonly of?: Kind
  figure(balance: NonNullable<DocumentLine['control']>['balance']): Money
}

const standing: readonly Standing[] = [
  { label: columns.bound, figure: ({ reserved, committed, claimed }) => sum([reserved, committed, claimed]) },
  { label: columns.paid, figure: ({ paid, refunded }) => minus(paid, refunded) }, { label: columns.frozen, of: 'grant', figure: ({ frozen }) => frozen },
  { label: columns.available, figure: ({ available }) => available },
]

const placeColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.department, kind: 'text' }, { label: columns.place, kind: 'text' },
  { label: columns.category, kind: 'text' },
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

/** What came in, what went out of it, and what may still be bound. */
export function fundItems({ received, paid }: CashStanding, { frozen, available }: FundFigures): SummaryItem[] {
  const rows: readonly (readonly [string, Money])[] = [
    [figures.received, received], [figures.paid, paid], [figures.cashLeft, minus(received, paid)],
    ...(isZero(frozen) ? [] : [[figures.frozen, frozen] as const]), [figures.available, available],
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

// Form, lines and paper of an extension as finished strings.
import { bahtText } from '../../platform/baht-text.ts'
import { calendarDate, formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { lineTable, type Column, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { extensionPaths as paths, linePaths } from '../budget.paths.ts'
import { approverName, formFrame, headControls, memoPage, type MemoPrint } from '../desk/desk.view.ts'
import { lineNumber } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { gridOf, type GridForm } from '../unspent-form/unspent-form.view.ts'
import { byLine, type Unspent } from '../unspent/unspent.ts'
import { carryText, extensionText as text, yearEndText } from '../year-end.text.ts'
import { type ExtensionInput } from './extension.schema.ts'
import { type Extension } from './extension.ts'

const { columns } = yearEndText

export interface ExtensionFormGiven {
  readonly extension: Extension | undefined
  readonly unspent: readonly Unspent[]
  readonly names: Names
  readonly fiscalYear: number
}

export function extensionForm(input: ExtensionInput, { extension, unspent, names, fiscalYear }: ExtensionFormGiven, errors: FieldErrors): GridForm {
  const lines = byLine(unspent)
  const typed = (row: number) => input.rows.find(({ of }) => of === lines[row]?.line.id)
  return {
    ...formFrame({ paths, text }, { document: extension, input, fiscalYear, errors }), controls: headControls(input, errors), hint: text.hint, check: undefined,
    checkedTitle: undefined, checked: undefined,
    grid: gridOf({
      unspent: lines, names, keyOf: ({ line }) => line.id, amounts: new Map(lines.map(({ line, all }) => [line.id, all])), caption: text.caption, empty: text.none,
      asked: [{ name: 'untilDate', label: text.fields.untilDate, kind: 'date' }, { name: 'reason', label: carryText.fields.reason, kind: 'text' }],
      valueOf: (row, name) => (name === 'untilDate' ? typed(row)?.untilDate : typed(row)?.reason) ?? '',
    }, errors),
  }
}

export function blankInput(formKey: string, today: CalendarDate): ExtensionInput {
  return { documentDate: formatThaiDateField(today), title: text.listTitle, reason: '', formKey, version: '', rows: [] }
}

/** A stored draft in the boxes. */
export function inputOf(extension: Extension): ExtensionInput {
  return {
    documentDate: formatThaiDateField(extension.documentDate), title: extension.title, reason: extension.reason, formKey: '', version: String(extension.version),
    rows: extension.lines.map(({ lineId, untilDate, explanation }) => (
      { of: lineId ?? '', untilDate: untilDate ? formatThaiDateField(untilDate) : '', reason: explanation })),
  }
}

export interface AroundLines {
  readonly names: Names
  readonly isLinked: boolean
}

export function linesTable(extension: Extension, { names, isLinked }: AroundLines): LineTable {
  return lineTable({
    caption: text.lines, empty: '', columns: lineColumns,
    rows: extension.lines.map(({ control, lineId, amount, oldExplanation, untilDate, explanation }) => [
      { text: control ? `${lineNumber(control)} ${control.title}` : '', href: isLinked ? linePaths.show(extension.organisationId, lineId ?? '') : undefined },
      `${control?.taskCode ?? ''} ${names.classes.get(control?.taskCode ?? '')?.name ?? ''}`, oldExplanation === '' ? '' : formatThaiDateShort(calendarDate(oldExplanation)),
      untilDate ? formatThaiDateShort(untilDate) : '', formatMoney(amount), { text: explanation },
    ]),
    totals: [{ label: yearEndText.sum, isGrand: true, cells: [formatMoney(sum(extension.lines.map(({ amount }) => amount))), ''] }],
  })
}

/** What is laid before the council, or before the executive who had approved the carrying. */
export function memo(extension: Extension, { names, organisation, mark }: { readonly names: Names; readonly organisation: string; readonly mark: string }): MemoPrint {
  const { paper } = text
  const total = sum(extension.lines.map(({ amount }) => amount))
  return memoPage(extension, {
    title: paper.title, backHref: paths.show(extension.id), organisation, mark, lineTable: linesTable(extension, { names, isLinked: false }),
    background: paper.background(String(extension.fiscalYear - 1)), facts: paper.facts(extension.reason), proposal: paper.proposal(approverName(extension), formatMoney(total), bahtText(total)),
  })
}

const lineColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.task, kind: 'text' }, { label: columns.oldUntil, kind: 'date' },
  { label: columns.newUntil, kind: 'date' }, { label: columns.rest, kind: 'money' }, { label: columns.reason, kind: 'text' },
]

// Form and lines of a lapse, and the page of lines past their last day, as finished strings.
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { lineTable, type Column, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { documentHref, lapsePaths as paths, linePaths } from '../budget.paths.ts'
import { formFrame, headControls } from '../desk/desk.view.ts'
import { sourceOf } from '../document/document.ts'
import { nameOf } from '../document/document.view.ts'
import { lineNumber } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { gridOf, noteOf, type GridForm } from '../unspent-form/unspent-form.view.ts'
import { isOf, keyOf, type Unspent } from '../unspent/unspent.ts'
import { lapseText as text, yearEndText } from '../year-end.text.ts'
import { type LapseInput } from './lapse.schema.ts'
import { type Lapse, type PastDueFund } from './lapse.ts'

const { columns } = yearEndText

export interface LapseFormGiven {
  readonly lapse: Lapse | undefined
  readonly unspent: readonly Unspent[]
  readonly names: Names
  readonly fiscalYear: number
}

export function lapseForm(input: LapseInput, { lapse, unspent, names, fiscalYear }: LapseFormGiven, errors: FieldErrors): GridForm {
  return {
    ...formFrame({ paths, text }, { document: lapse, input, fiscalYear, errors }), controls: headControls(input, errors), hint: text.hint, check: undefined,
    checkedTitle: undefined, checked: undefined,
    grid: gridOf({
      unspent, names, keyOf, caption: text.caption, empty: text.none, asked: [{ name: 'wanted', label: text.wanted, kind: 'tick' }],
      valueOf: (row) => {
        const each = unspent[row]
        return each && input.wanted.includes(keyOf(each)) ? 'yes' : ''
      },
    }, errors),
  }
}

/** Everything past its day is ticked. */
export function startingInput(unspent: readonly Unspent[], { formKey, today }: { readonly formKey: string; readonly today: CalendarDate }): LapseInput {
  return { documentDate: formatThaiDateField(today), title: text.listTitle, reason: '', formKey, version: '', wanted: unspent.map(keyOf) }
}

/** A stored draft in the boxes. */
export function inputOf(lapse: Lapse, unspent: readonly Unspent[]): LapseInput {
  return {
    documentDate: formatThaiDateField(lapse.documentDate), title: lapse.title, reason: lapse.reason, formKey: '', version: String(lapse.version),
    wanted: unspent.filter((each) => lapse.lines.some((line) => isOf(line, each))).map(keyOf),
  }
}

export interface AroundLines {
  readonly names: Names
  readonly isLinked: boolean
}

export function linesTable(lapse: Lapse, { names, isLinked }: AroundLines): LineTable {
  return lineTable({
    caption: text.lines, empty: '', columns: lineColumns,
    rows: lapse.lines.map(({ control, lineId, amount, planReference, untilDate }) => [
      {
        text: control ? `${lineNumber(control)} ${control.title}` : '', href: isLinked ? linePaths.show(lapse.organisationId, lineId ?? '') : undefined,
        note: planReference || undefined,
      },
      control ? String(control.fiscalYear) : '', `${control?.taskCode ?? ''} ${names.classes.get(control?.taskCode ?? '')?.name ?? ''}`,
      untilDate ? formatThaiDateShort(untilDate) : '', formatMoney(amount),
    ]),
    totals: [{ label: yearEndText.sum, isGrand: true, cells: [formatMoney(sum(lapse.lines.map(({ amount }) => amount)))] }],
  })
}

const lineColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.year, kind: 'number' }, { label: columns.task, kind: 'text' },
  { label: columns.until, kind: 'date' }, { label: columns.lapsed, kind: 'money' },
]

export interface PastDueGiven {
  readonly organisationId: string
  readonly unspent: readonly Unspent[]
  readonly names: Names
}

export function pastDueTable({ organisationId, unspent, names }: PastDueGiven): LineTable {
  return lineTable({
    caption: text.due.title, captionHidden: true, empty: text.none, columns: pastDueColumns,
    rows: unspent.map((each) => [
      { text: `${lineNumber(each.line)} ${each.line.title}`, href: linePaths.show(organisationId, each.line.id), note: noteOf(each, names) }, String(each.line.fiscalYear),
      formatThaiDate(each.line.usableUntil), formatMoney(each.amount),
    ]),
    totals: unspent.length === 0 ? [] : [{ label: yearEndText.sum, isGrand: true, cells: [formatMoney(sum(unspent.map(({ amount }) => amount)))] }],
  })
}

export function pastDueFundsTable(funds: readonly PastDueFund[], isOwn: boolean): LineTable {
  return lineTable({
    caption: text.due.funds, empty: '', columns: fundColumns,
    rows: funds.map((fund) => [
      { text: nameOf(fund), href: isOwn ? documentHref(sourceOf(fund)) : undefined, note: fund.title }, formatThaiDate(fund.until), formatMoney(fund.available),
      formatMoney(fund.cash),
    ]),
  })
}

const fundColumns: readonly Column[] = [
  { label: columns.document, kind: 'text', isRowHeader: true }, { label: columns.until, kind: 'date' }, { label: columns.rest, kind: 'money' },
  { label: columns.cash, kind: 'money' },
]

const pastDueColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.year, kind: 'number' }, { label: columns.until, kind: 'date' },
  { label: columns.rest, kind: 'money' },
]

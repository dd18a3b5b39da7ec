// Runs of pay as finished strings: the list, its file, and the form of a new one.
import { dayControls, listFrame, makerControls, organisationControls, saveActions, seenFrom, stateControl, waitingControls, withAll, type ExportTable, type FoundRegister, type ListFrame } from '../../documents/index.ts'
import { budgetLineList, budgetLineOptions, type LineWithBalance } from '../../budget/index.ts'
import { formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, refusals, select, type Column, type Control, type ErrorSummary, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { monthName } from '../month/month.ts'
import { employeePaths, welfarePaths, withheldPaths } from '../payroll.paths.ts'
import { payRunPaths as paths } from '../pay-run.paths.ts'
import { payRunText as text } from '../pay-run.text.ts'
import { type AskedRuns, type NewRunInput } from './pay-run.schema.ts'
import { runKinds, runNumber, type RunHead, type RunTotals } from './pay-run.ts'

const { columns, fields } = text

export interface FoundRuns extends FoundRegister<RunHead> {
  readonly own: string
  readonly totals: RunTotals
  readonly mayPrint: boolean
}

export const numberText = (run: Pick<RunHead, 'number' | 'fiscalYear'>): string => runNumber(run) ?? text.noNumber
export const titleOf = ({ kind, month }: Pick<RunHead, 'kind' | 'month'>): string => text.title(text.kinds[kind], monthName(month))

export function listPage({ filter, days, kind }: AskedRuns, found: FoundRuns): ListFrame {
  const query = new URLSearchParams({ organisation: filter.organisationId, state: filter.state ?? '', kind, ...days.typed })
  const last = found.items.at(-1)
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: days.errors, next: found.hasMore && last ? `${paths.list}?${query}&after=${last.id}` : undefined,
      countText: text.countText(String(found.items.length), found.totals.count.toLocaleString('en-US')),
      controls: [
        ...organisationControls(found, filter.organisationId), { select: select({ name: 'kind', label: fields.kind, options: withAll(runKinds.map((value) => ({ value, text: text.kinds[value] }))), value: kind }) },
        ...dayControls(days), stateControl(text.states, filter.state), ...makerControls(filter.by), ...waitingControls(filter.isWaiting),
      ],
      actions: [
        ...(found.mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }] : []), { text: text.toRegister.payroll, href: employeePaths.list, kind: 'secondary' },
        { text: text.toRegister.welfare, href: welfarePaths.list, kind: 'secondary' }, { text: text.toRegister.withheld, href: withheldPaths.list, kind: 'secondary' },
        ...saveActions(paths.list, query, found.mayPrint),
      ],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns, rows: found.items.map((run) => rowOf(run, found.own)),
      totals: found.items.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [formatMoney(found.totals.gross), formatMoney(found.totals.deducted), formatMoney(found.totals.net), '', ''] }],
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.month, kind: 'text', isRowHeader: true }, { label: columns.kind, kind: 'text' }, { label: columns.number, kind: 'code' }, { label: columns.people, kind: 'number' },
  { label: columns.gross, kind: 'money' }, { label: columns.deducted, kind: 'money' }, { label: columns.net, kind: 'money' }, { label: columns.payDate, kind: 'date' }, { label: columns.state, kind: 'status' },
]

function rowOf(run: RunHead, own: string) {
  return [
    { text: monthName(run.month), href: seenFrom(own, run.organisationId, paths.show(run.id)) }, text.kinds[run.kind], numberText(run), String(run.people), formatMoney(run.gross),
    formatMoney(run.deducted), formatMoney(run.net), formatThaiDateShort(run.payDate), { status: text.states[run.state] },
  ]
}

export function exportTable({ office, runs, today }: { readonly office: string; readonly runs: readonly RunHead[]; readonly today: CalendarDate }): ExportTable {
  return {
    fileName: text.fileName(today), name: text.listTitle, about: [office, text.listTitle],
    header: [columns.month, columns.kind, columns.number, columns.people, columns.gross, columns.deducted, columns.net, columns.employer, columns.payDate, columns.state],
    rows: runs.map((run) => [
      monthName(run.month), text.kinds[run.kind], numberText(run), String(run.people), run.gross, run.deducted, run.net, run.employer, { day: run.payDate }, text.states[run.state].text,
    ]),
  }
}

export interface NewRunPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly save: string
}

export function newPage(input: NewRunInput, lines: readonly LineWithBalance[], errors: FieldErrors = {}): NewRunPage {
  const title = text.newTitle
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors), action: paths.new, cancelHref: paths.list, formKey: input.formKey,
    version: '', save: text.make,
    controls: [
      { select: select({ name: 'kind', label: fields.kind, options: runKinds.map((value) => ({ value, text: text.kinds[value] })), value: input.kind, error: errors.kind, required: true }) },
      { field: field({ name: 'month', label: fields.month, hint: fields.monthHint, value: input.month, error: errors.month, required: true, inputmode: 'numeric', maxLength: 10, width: 'short' }) },
      { date: date({ name: 'payDate', label: fields.payDate, value: input.payDate, error: errors.payDate, required: true }) },
      { field: field({
        name: 'employerLine', label: fields.employerLine, hint: fields.employerHint, value: input.employerLine, error: errors.employerLine, width: 'full',
        list: { id: budgetLineList, options: budgetLineOptions(lines) },
      }) },
      { field: field({ name: 'remark', label: fields.remark, value: input.remark, error: errors.remark, maxLength: 300, width: 'full' }) },
    ],
  }
}

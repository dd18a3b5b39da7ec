import { acceptedFiles, attachmentsView, type Attachment } from '../../documents/index.ts'
import { fiscalYear, formatInstant, formatThaiDate, instant, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, date, field, file, lineTable, refusals, select, type Actions, type Attachments, type Control, type ErrorSummary, type Filters, type LineTable, type PageHeader, type Status, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type Blocker } from '../closing/closing.ts'
import { closingText } from '../closing.text.ts'
import { closingPaths, ledgerPaths as paths } from '../ledger.paths.ts'
import { periodText as text } from '../period.text.ts'
import { modules, type Module } from '../posting/gate.ts'
import { lastPeriod, periodName, periodStates, type Period, type PeriodState, type WaitingRequest } from './period.ts'

export interface Shown {
  readonly office: string
  readonly year: FiscalYear
  readonly years: readonly number[]
  readonly periods: readonly Period[]
  readonly unfinished: Unfinished | undefined
  readonly waiting: readonly WaitingRequest[]
  readonly isSmall: boolean
  /** Of the auditor, by which period 15 was opened. */
  readonly letters: readonly Attachment[]
  readonly may: { readonly ask: boolean; readonly decide: boolean; readonly small: boolean }
}

/** What the rooms tell before the next month is closed. */
export interface Unfinished {
  readonly month: Period
  readonly blockers: readonly Blocker[]
}

/** What was typed before a refusal. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>
  readonly modules: readonly string[]
  readonly errors: FieldErrors
}

export const nothingTyped: Typed = { values: {}, modules: [], errors: {} }

export interface PostForm {
  readonly action: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly controls: readonly Control[]
  readonly label: string
  readonly hasFiles: boolean
}

export interface PeriodsPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly lineTable: LineTable
  readonly unfinished: readonly LineTable[]
  readonly openings: readonly PostForm[]
  readonly requestForm: PostForm | undefined
  readonly waiting: readonly { readonly summaryList: SummaryList; readonly actions: Actions | undefined }[]
  readonly noneWaiting: string | undefined
  readonly letters: Attachments | undefined
  readonly headings: { readonly request: string; readonly waiting: string; readonly small: string }
  readonly small: { readonly state: string; readonly form: PostForm | undefined }
}

export function periodsPage(shown: Shown, typed: Typed = nothingTyped): PeriodsPage {
  return {
    title: text.title, breadcrumb: [{ text: text.title }], pageHeader: { title: text.title, lead: text.lead(shown.office, String(shown.year)), actions: [{ text: closingText.link(String(shown.year)), href: closingPaths.of(shown.year), kind: 'secondary' }] }, ...refusals(typed.errors),
    filters: { label: text.filters, action: paths.periods, controls: [{ select: yearSelect(shown) }] },
    lineTable: periodTable(shown.periods), unfinished: shown.unfinished ? [unfinishedTable(shown.unfinished)] : [], openings: openingForms(shown), requestForm: shown.may.ask && shown.periods.length > 0 ? requestForm(shown, typed) : undefined,
    waiting: shown.waiting.map((request) => ({ summaryList: summaryOf(request), actions: shown.may.decide ? decisionOf(request) : undefined })),
    letters: shown.letters.length === 0 ? undefined : { ...attachmentsView(shown.letters), heading: text.request.letter },
    noneWaiting: shown.waiting.length === 0 ? text.waiting.none : undefined,
    headings: { request: text.request.heading, waiting: text.waiting.heading, small: text.small.heading },
    small: { state: shown.isSmall ? text.small.on : text.small.off, form: shown.may.small ? smallForm(shown.isSmall, typed) : undefined },
  }
}

function yearSelect({ year, years }: Shown) {
  const known = [...new Set([year, ...years])].sort((one, other) => other - one).map((each) => ({ value: String(each), text: String(each) }))
  return select({ name: 'fiscalYear', label: text.year, options: known, value: String(year), width: 'short' })
}

function periodTable(periods: readonly Period[]): LineTable {
  const { columns } = text
  return lineTable({
    caption: text.caption, captionHidden: true, empty: text.empty, columns: [
      { label: columns.period, kind: 'code' }, { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.state, kind: 'status' },
      { label: columns.modules, kind: 'text' }, { label: columns.changed, kind: 'text' },
    ],
    rows: periods.map((period) => [
      String(period.period), periodName(period), { status: statusOf(period.state) }, modulesText(period.closedModules),
      period.changedAt === null ? '' : `${formatInstant(instant(period.changedAt))} ${period.changedBy ?? ''}`,
    ]),
  })
}

function unfinishedTable({ month, blockers }: Unfinished): LineTable {
  return lineTable({
    caption: text.unfinished.heading(periodName(month)), empty: text.unfinished.none, columns: [{ label: closingText.blockers.what, kind: 'text', isRowHeader: true }],
    rows: blockers.map((blocker) => [{ text: blocker.text, href: blocker.href }]),
  })
}

function statusOf(state: PeriodState): Status {
  const kinds = { open: 'done', soft: 'waiting', closed: 'refused' } as const
  return { kind: kinds[state], text: text.states[state] }
}

function modulesText(closed: readonly Module[]): string {
  return closed.map((module) => text.modules[module]).join(', ')
}

function openingForms({ year, periods, may }: Shown): PostForm[] {
  if (periods.length > 0 || !may.ask) return []
  return [{ action: paths.periodOpenYear, hidden: [{ name: 'fiscalYear', value: String(year) }], controls: [], label: text.open.button(String(year)), hasFiles: false }]
}

function requestForm({ year }: Shown, { values, modules: chosen, errors }: Typed): PostForm {
  const { request } = text
  const periods = Array.from({ length: lastPeriod + 1 }, (_, period) => ({ value: String(period), text: `${period} · ${periodName({ fiscalYear: year, period })}` }))
  const states = periodStates.map((state) => ({ value: state, text: text.states[state] }))
  return {
    action: paths.periodRequests, hidden: [{ name: 'fiscalYear', value: String(year) }], label: request.send, hasFiles: true,
    controls: [
      { select: select({ name: 'period', label: request.period, options: periods, value: values.period, error: errors.period, required: true }) },
      { select: select({ name: 'wanted', label: request.wanted, options: states, value: values.wanted, error: errors.wanted, required: true }) },
      { choice: choice({
        name: 'modules', label: request.modules, hint: request.modulesHint, type: 'checkbox', inline: true, values: chosen, error: errors.modules,
        options: modules.map((module) => ({ value: module, text: text.modules[module] })),
      }) },
      { field: field({ name: 'reason', label: request.reason, hint: request.reasonHint, value: values.reason, error: errors.reason, rows: 2, maxLength: 500, width: 'long' }) },
      { date: date({ name: 'auditUntil', label: request.auditUntil, hint: request.auditHint, value: values.auditUntil, error: errors.auditUntil }) },
      { file: file({ name: 'files', label: request.letter, hint: request.letterHint, accept: acceptedFiles, multiple: true, error: errors.files }) },
    ],
  }
}

function summaryOf(request: WaitingRequest): SummaryList {
  const { waiting } = text
  const name = `${request.period} ${periodName({ fiscalYear: fiscalYear(request.fiscalYear), period: request.period })}`
  const until = request.auditUntil === null ? [] : [text.until(formatThaiDate(request.auditUntil))]
  const what = [waiting.line(` ${name} `, text.states[request.wanted]), modulesText(request.modules), ...until].filter((part) => part !== '').join(' · ')
  const asker = `${request.askedBy} ${formatInstant(instant(request.askedAt))}`
  return { items: [{ label: waiting.what, text: what }, { label: waiting.asker, text: asker }, ...(request.reason === '' ? [] : [{ label: waiting.reason, text: request.reason }])] }
}

function decisionOf({ id }: WaitingRequest): Actions {
  return { version: '1', buttons: [
    { label: text.waiting.approve, action: paths.periodCarryOut(id), kind: 'primary' },
    { label: text.waiting.refuse, action: paths.periodRefuse(id), kind: 'danger', reason: { id: `reason-${id}`, label: text.waiting.refuseReason } },
  ] }
}

function smallForm(isSmall: boolean, { values, errors }: Typed): PostForm {
  return {
    action: paths.smallUnit, hidden: [{ name: 'wanted', value: isSmall ? 'off' : 'on' }], label: isSmall ? text.small.switchOff : text.small.switchOn, hasFiles: false,
    controls: [{ field: field({ name: 'smallReason', label: text.small.reason, value: values.smallReason, error: errors.smallReason, required: true, maxLength: 500, width: 'long' }) }],
  }
}

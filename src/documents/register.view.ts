// The register of a document as finished strings: frame, filters and paging; its table is the desk's.
import { makers, type FoundPage, type ListTotals, type Maker } from '../platform/database/heads.ts'
import { formatThaiDate, readThaiDate, type CalendarDate } from '../platform/dates.ts'
import { type FieldErrors } from '../platform/errors.ts'
import {
  date, refusals, select, type Control, type ErrorSummary, type Filters, type LineTable, type Option, type PageHeader, type Pagination,
  type Status, type TotalArguments,
} from '../platform/http/components.ts'
import { type PageModel } from '../platform/http/reply.ts'
import { formatMoney } from '../platform/money.ts'
import { type SheetRow } from '../platform/spreadsheet.ts'
import { documentsText } from './documents.text.ts'
import { type Office } from './office.ts'
import { type AskedDays, type AskedRegister } from './register.schema.ts'

const text = documentsText.register

/** Whose documents may be chosen. */
export interface Offices {
  readonly offices: readonly Office[]
}

export interface FoundRegister<T> extends FoundPage<T>, Offices {
  readonly mayCreate: boolean
  readonly listTotals?: ListTotals | undefined
}

export interface ListFrame extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly lineTable: LineTable
  readonly pagination: Pagination
}

export interface ListArguments {
  readonly title: string
  /** What to know before one begins. */
  readonly lead?: string
  readonly path: string
  /** Heading of the filters, where the usual one does not do. */
  readonly filters?: string
  readonly controls: readonly Control[]
  readonly errors: FieldErrors
  readonly next: string | undefined
  readonly countText: string
  readonly actions: NonNullable<PageHeader['actions']>
}

/** For registers that ask for more than the usual, or count otherwise. */
export function listFrame(given: ListArguments): Omit<ListFrame, 'lineTable'> {
  return {
    title: given.title, breadcrumb: [{ text: given.title }], pageHeader: { title: given.title, ...given.lead === undefined ? {} : { lead: given.lead }, actions: given.actions },
    ...refusals(given.errors),
    filters: { label: given.filters ?? text.filters, action: given.path, controls: given.controls, clearHref: given.path },
    pagination: { countText: given.countText, nextHref: given.next },
  }
}

/** The days that were asked for, in words; of a list without days: today. */
export function daysLine({ from, until }: AskedDays['typed'], today: CalendarDate): string {
  const [first, last] = [from, until].map((typed) => readThaiDate(typed))
  const { days } = documentsText.register
  if (first && last) return days.both(formatThaiDate(first), formatThaiDate(last))
  if (first) return days.from(formatThaiDate(first))
  return last ? days.until(formatThaiDate(last)) : days.none(formatThaiDate(today))
}

export interface Register<S extends string> {
  readonly text: { readonly listTitle: string; readonly newTitle: string; readonly states: Readonly<Record<S, Status>> }
  readonly paths: { readonly list: string; readonly new: string }
}

/** Searched by office, days and state; a button for a new one; newest first, page by page. */
export function registerFrame<S extends string>(
  register: Register<S>, { filter, days, errors }: AskedRegister<S>, found: FoundRegister<{ readonly id: string }>,
): Omit<ListFrame, 'lineTable'> {
  const { organisationId, state = '' } = filter
  const query = new URLSearchParams({ organisation: organisationId, state, ...days.typed, after: found.items.at(-1)?.id ?? '' })
  return listFrame({
    title: register.text.listTitle, path: register.paths.list, errors, next: found.hasMore ? `${register.paths.list}?${query}` : undefined,
    countText: countText(found.items.length, found.listTotals),
    actions: found.mayCreate ? [{ text: register.text.newTitle, href: register.paths.new, kind: 'primary' }] : [],
    controls: [...organisationControls(found, organisationId), ...dayControls(days), stateControl(register.text.states, filter.state), ...makerControls(filter.by), ...waitingControls(filter.isWaiting)],
  })
}

function countText(shown: number, totals: ListTotals | undefined): string {
  return totals ? text.shownOf(String(shown), totals.count.toLocaleString('en')) : text.shown(String(shown))
}

/** The closing row of a register: its sums, and so many columns behind them. */
export function totalsRow(totals: ListTotals, behind = 1): TotalArguments[] {
  return totals.count === 0 ? [] : [{ label: sumLabel(totals), isGrand: true, cells: [...totals.sums.map(formatMoney), ...blanks(behind)] }]
}

/** The same under a table of so many columns that is taken away. */
export function totalsLine(totals: ListTotals, { width, behind = 1 }: { readonly width: number; readonly behind?: number }): SheetRow {
  return [sumLabel(totals), ...blanks(width - 1 - totals.sums.length - behind), ...totals.sums, ...blanks(behind)]
}

const blanks = (count: number) => Array.from({ length: count }, () => '')

function sumLabel({ count, undone }: ListTotals): string {
  const live = (count - undone).toLocaleString('en')
  return undone === 0 ? text.sum(live) : text.sumBut(live, undone.toLocaleString('en'))
}

/** Shown only where there is a choice. */
export function organisationControls({ offices }: Offices, organisationId: string): Control[] {
  const options = offices.map((office) => ({ value: office.organisationId, text: office.name }))
  const organisation = select({ name: 'organisation', label: text.organisation, options, value: organisationId })
  return offices.length > 1 ? [{ select: organisation }] : []
}

export function dayControls({ typed, errors }: Pick<AskedDays, 'typed' | 'errors'>): Control[] {
  return [
    { date: date({ name: 'from', label: text.from, value: typed.from, error: errors.from }) },
    { date: date({ name: 'until', label: text.until, value: typed.until, error: errors.until }) },
  ]
}

export function stateControl(states: Readonly<Record<string, Status>>, value: string | undefined): Control {
  const options = withAll(Object.entries(states).map(([state, status]) => ({ value: state, text: status.text })))
  return { select: select({ name: 'state', label: text.state, options, value }) }
}

/** Shown to who came for one's own or for those of others: the usual list asks nobody. */
export function makerControls(value: Maker | undefined): Control[] {
  const options = withAll(makers.map((maker) => ({ value: maker, text: text.makers[maker] })))
  return value === undefined ? [] : [{ select: select({ name: 'by', label: text.by, options, value }) }]
}

/** The same for who came for what waits. */
export function waitingControls(isWaiting: boolean | undefined): Control[] {
  return isWaiting ? [{ select: select({ name: 'waiting', label: text.waiting, options: withAll([{ value: 'yes', text: text.waitingOnly }]), value: 'yes' }) }] : []
}

/** The choices of a filter, with the one that narrows nothing. */
export function withAll(options: readonly Option[]): Option[] {
  return [{ value: '', text: text.all }, ...options]
}

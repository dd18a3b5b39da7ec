import { type ConfirmPage, type Report, type ReportCell } from '../../documents/index.ts'
import { formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, money, refusals, type Column, type Control, type ErrorSummary, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { formatMoney, minus, type Money } from '../../platform/money.ts'
import { openingTicketText as text } from '../opening-ticket.text.ts'
import { openingTicketPaths as paths } from '../pawnshops.paths.ts'
import { type OpeningFilter, type StoredOpeningTicket } from './opening-ticket.ts'

const { fields } = text

interface Sums {
  readonly count: number
  readonly principal: Money
}

export interface FoundOpening extends FoundPage<StoredOpeningTicket> {
  readonly totals: Sums
  /** Of all, whatever is asked for. */
  readonly all: Sums
  readonly balance: Money
  readonly office: string
  readonly today: CalendarDate
  readonly mayCreate: boolean
}

export function openingReport({ search }: OpeningFilter, found: FoundOpening): Report {
  const { items, totals, all, balance } = found
  const line = (label: string, amount: Money, isGrand = true) => ({ label, cells: [amount, ''], isGrand })
  return {
    fileName: text.fileName(found.today), title: text.listTitle, organisation: found.office, about: text.about, asked: { search }, errors: {},
    controls: [{ field: field({ name: 'search', label: fields.search, value: search, maxLength: 40 }) }], columns, rows: items.map((ticket) => rowOf(ticket, found)),
    totals: [
      ...(search === '' ? [] : [line(text.found, totals.principal, false)]), line(text.all, all.principal), line(text.inLedger, balance, false), line(text.difference, minus(balance, all.principal), false),
    ],
    empty: text.empty, count: text.count(items.length.toLocaleString('en'), totals.count.toLocaleString('en')), after: found.hasMore ? items.at(-1)?.ticket : undefined,
    actions: found.mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' }, { text: text.import.title, href: paths.import, kind: 'secondary' }] : [],
  }
}

const columns: readonly Column[] = [
  { label: text.columns.ticket, kind: 'code', isRowHeader: true }, { label: text.columns.pledgedOn, kind: 'date' }, { label: text.columns.principal, kind: 'money' },
  { label: text.columns.state, kind: 'status' },
]

function rowOf({ id, ticket, pledgedOn, principal, isUsed }: StoredOpeningTicket, { mayCreate }: FoundOpening): ReportCell[] {
  return [mayCreate && !isUsed ? { text: ticket, href: paths.remove(id) } : ticket, { day: pledgedOn }, principal, { status: isUsed ? text.states.used : text.states.unused }]
}

export interface OpeningInput {
  readonly ticket: string
  readonly pledgedOn: string
  readonly principal: string
}

export interface OpeningForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly version: string
  readonly controls: readonly Control[]
}

export function formPage(input: OpeningInput, errors: FieldErrors = {}): OpeningForm {
  return {
    title: text.newTitle, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: text.newTitle }], pageHeader: { title: text.newTitle, lead: text.about }, ...refusals(errors),
    action: paths.new, cancelHref: paths.list, version: '', controls: [
      { field: field({ name: 'ticket', label: fields.ticket, value: input.ticket, error: errors.ticket, maxLength: 40, required: true }) },
      { date: date({ name: 'pledgedOn', label: fields.pledgedOn, hint: fields.pledgedHint, value: input.pledgedOn, error: errors.pledgedOn, required: true }) },
      { money: money({ name: 'principal', label: fields.principal, value: input.principal, error: errors.principal, required: true }) },
    ],
  }
}

export function removePage({ id, ticket, pledgedOn, principal }: StoredOpeningTicket, errors: FieldErrors = {}): ConfirmPage & Pick<OpeningForm, 'pageHeader' | 'errorSummary'> {
  const title = text.removeTitle(ticket)
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: ticket }], pageHeader: { title }, ...refusals(errors),
    confirm: {
      action: paths.remove(id), version: '', question: text.question, consequences: [text.consequence], label: text.remove, kind: 'danger', cancel: { text: text.back, href: paths.list },
      facts: { items: [
        { label: text.columns.ticket, text: ticket }, { label: text.columns.pledgedOn, text: formatThaiDate(pledgedOn) }, { label: text.columns.principal, text: formatMoney(principal), isMoney: true },
      ] },
    },
  }
}

// Dealings between units as finished strings: the board, one dealing with both sides, its print.
import { exportActions, listFrame, printedNumber, type ExportTable, type ListFrame, type WaitingItem } from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { daysBetween, formatInstant, formatThaiDate, formatThaiDateShort, instant, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, refusals, select, type CellContent, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader, type PrintHead, type Status,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, formatMoneyParen, isZero, sum } from '../../platform/money.ts'
import { receiptPaths } from '../../receipts/index.ts'
import { pawnshopPaths } from '../../pawnshops/index.ts'
import { pairPaths as paths } from '../interagency.paths.ts'
import { interagencyText as text } from '../interagency.text.ts'
import { differenceOf, exceptionOf, isOnItsWay, openSince, waitingOf, type Board, type CountedLine, type DealingsOfYear, type Exception, type Standing } from './pair.ts'

const { columns } = text

export interface BoardPage extends ListFrame {
  readonly lead: string
}

export interface ShownBoard extends Board {
  readonly year: FiscalYear
  readonly years: readonly FiscalYear[]
  readonly mayPrint: boolean
  readonly today: CalendarDate
}

export function boardPage(shown: ShownBoard): BoardPage {
  const years = shown.years.map((year) => ({ value: String(year), text: String(year) }))
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, filters: text.filters, errors: {}, next: undefined, countText: '',
      actions: exportActions(paths.list, new URLSearchParams({ fiscalYear: String(shown.year) }), shown.mayPrint),
      controls: [{ select: select({ name: 'fiscalYear', label: text.year, options: years, value: String(shown.year) }) }],
    }),
    lead: text.lead, lineTable: boardTable(shown),
  }
}

/** Of other units to us, not yet recorded here and not excepted by the head: for the home page of whoever records it or reads the dealings. */
export function waitingItemsOf(dealings: readonly DealingsOfYear[], officer: Officer): WaitingItem[] {
  return dealings.flatMap(({ year, standings, exceptions }) => standings.filter((standing) => !isZero(waitingOf(standing)) && !exceptionOf(standing, exceptions)).flatMap((standing) => {
    const shown = officer.permissions.has('account.interagency:view') ? paths.show({ year, account: standing.account, otherId: standing.other.id }) : undefined
    const href = takeOf(officer, standing)?.href ?? shown
    return href === undefined ? [] : [{ text: text.toTake(standing.name, standing.other.name, String(year)), href, amount: waitingOf(standing) }]
  }))
}

function boardTable({ standings, exceptions, year, today }: Pick<ShownBoard, 'standings' | 'exceptions' | 'year' | 'today'>): LineTable {
  return lineTable({
    caption: text.listTitle, captionHidden: true, empty: text.empty, columns: boardColumns,
    rows: standings.map((standing) => [
      { text: standing.other.name, href: paths.show({ year, account: standing.account, otherId: standing.other.id }) },
      { text: standing.name, note: standing.isGiver ? text.giver : text.taker }, formatMoney(standing.ours), formatMoney(standing.theirs), formatMoneyParen(differenceOf(standing)),
      ...openCells(standing, today), { status: statusOf(standing, exceptions) },
    ]),
    totals: [{ label: text.sum, isGrand: true, cells: [
      formatMoney(sum(standings.map(({ ours }) => ours))), formatMoney(sum(standings.map(({ theirs }) => theirs))), formatMoneyParen(sum(standings.map(differenceOf))), '', '', '',
    ] }],
  })
}

const boardColumns: readonly Column[] = [
  { label: columns.other, kind: 'text', isRowHeader: true }, { label: columns.dealing, kind: 'text' }, { label: columns.ours, kind: 'money' },
  { label: columns.theirs, kind: 'money' }, { label: columns.difference, kind: 'money' }, { label: columns.since, kind: 'date' }, { label: columns.turn, kind: 'text' },
  { label: columns.state, kind: 'status' },
]

/** Age and owner of a difference; nothing where both agree. */
function openCells(standing: Standing, today: CalendarDate): [CellContent, string] {
  const open = openSince(standing)
  return open ? [{ text: formatThaiDateShort(open.day), note: text.age(String(daysBetween(open.day, today))) }, turnOf(standing, open.isOurs)] : [{ text: '' }, '']
}

const turnOf = ({ other }: Standing, isOurs: boolean): string => (isOurs ? text.ourTurn : other.name)

function statusOf(standing: Standing, exceptions: readonly Exception[]): Status {
  if (isZero(differenceOf(standing))) return text.states.equal
  if (exceptionOf(standing, exceptions)) return text.states.excepted
  if (isOnItsWay(standing)) return text.states.unsent
  return isZero(waitingOf(standing)) || !isZero(standing.ours) ? text.states.unequal : text.states.waiting
}

export function boardExport(shown: ShownBoard, office: string): ExportTable {
  return {
    fileName: text.fileName(String(shown.year)), name: text.listTitle, about: [office, `${text.listTitle} ${text.year} ${shown.year}`, text.unit], header: Object.values(columns),
    rows: shown.standings.map((standing) => {
      const open = openSince(standing)
      return [
        standing.other.name, standing.name, standing.ours, standing.theirs, differenceOf(standing), open ? { day: open.day } : '', open ? turnOf(standing, open.isOurs) : '',
        statusOf(standing, shown.exceptions).text,
      ]
    }),
  }
}

export interface BoardPrint extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
}

export function printPage(shown: ShownBoard, office: string): BoardPrint {
  return {
    title: text.listTitle, print: { backHref: paths.ofYear(shown.year) }, lineTable: boardTable(shown),
    printHead: {
      organisation: office, title: text.listTitle, unit: text.unit, facts: [{ label: text.year, text: String(shown.year) }, { label: text.print, text: formatThaiDate(shown.today) }],
    },
  }
}

export interface StandingPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly waiting: string
  readonly take: { readonly text: string; readonly href: string } | undefined
  readonly oursTable: LineTable
  readonly theirsTable: LineTable
  readonly difference: string
  readonly given: string
  readonly exception: { readonly action: string; readonly heading: string; readonly hint: string; readonly controls: readonly Control[]; readonly save: string } | undefined
}

export interface ShownStanding extends Board {
  readonly standing: Standing
  readonly accountNames: ReadonlyMap<string, string>
  readonly year: FiscalYear
  readonly officer: Officer
  readonly typed: { readonly letter: string; readonly reason: string }
}

export function standingPage({ standing, exceptions, year, officer, typed, accountNames }: ShownStanding, errors: FieldErrors = {}): StandingPage {
  const shown = paths.show({ year, account: standing.account, otherId: standing.other.id })
  const exception = exceptionOf(standing, exceptions)
  const waiting = waitingOf(standing)
  const isOpen = !isZero(differenceOf(standing)) && !exception
  return {
    title: standing.name, breadcrumb: [{ text: text.listTitle, href: paths.ofYear(year) }, { text: standing.other.name }],
    pageHeader: { title: standing.name, lead: `${standing.other.name} · ${text.year} ${year}`, status: statusOf(standing, exceptions) }, ...refusals(errors),
    waiting: waitingText(standing), take: isZero(waiting) ? undefined : takeOf(officer, standing),
    oursTable: sideTable(standing.ourLines, { caption: text.detail.ours, isOwn: true, accountNames }),
    theirsTable: sideTable(standing.theirLines, { caption: text.detail.theirs(standing.other.name), isOwn: false, accountNames }),
    difference: `${columns.difference} ${formatMoneyParen(differenceOf(standing))}`,
    given: exception ? `${text.exception.heading}: ${text.exception.given(exception.letter, exception.reason, `${exception.recordedBy} ${formatInstant(instant(exception.recordedAt))}`)}` : '',
    exception: isOpen && officer.permissions.has('account.interagency:approve') ? {
      action: paths.exception(shown), heading: text.exception.heading, hint: text.exception.hint, save: text.exception.save, controls: [
        { field: field({ name: 'letter', label: text.exception.letter, value: typed.letter, error: errors.letter, maxLength: 100, required: true }) },
        { field: field({ name: 'reason', label: text.exception.reason, value: typed.reason, error: errors.reason, maxLength: 500, required: true, width: 'full' }) },
      ],
    } : undefined,
  }
}

function waitingText(standing: Standing): string {
  const waiting = waitingOf(standing)
  if (!isZero(waiting)) return text.detail.waiting(formatMoney(waiting))
  return isZero(standing.unsent) ? '' : text.detail.unsent(formatMoney(standing.unsent))
}

/** Where money from another unit is recorded, with what is known of it already: a pawnshop has receipts of its own. Which of several accounts it is, is for the clerk to say. */
function takeOf(officer: Officer, standing: Standing): StandingPage['take'] {
  const [only = '', ...others] = standing.takes
  const dealing = { unit: standing.other.id, name: standing.other.name, account: others.length === 0 ? only : '', amount: formatMoney(waitingOf(standing)) }
  if (officer.permissions.has('revenue.receipt:create')) return { text: text.detail.take, href: receiptPaths.evidenceFrom(dealing) }
  return officer.permissions.has('revenue.pawn:create') ? { text: text.detail.takePawn, href: pawnshopPaths.receiptFrom(dealing) } : undefined
}

interface Side extends Pick<ShownStanding, 'accountNames'> {
  readonly caption: string
  readonly isOwn: boolean
}

function sideTable(lines: readonly CountedLine[], { caption, isOwn, accountNames }: Side): LineTable {
  return lineTable({
    caption, empty: text.detail.none, columns: sideColumns,
    rows: lines.map((line) => [
      formatThaiDateShort(line.documentDate), voucherCell(line, isOwn), { text: line.accountCode, note: accountNames.get(line.accountCode) }, line.description, formatMoneyParen(line.counts),
    ]),
    totals: [{ label: text.sum, isGrand: true, cells: [formatMoneyParen(sum(lines.map(({ counts }) => counts)))] }],
  })
}

/** The other side's books are not ours to open. */
function voucherCell({ type, number, fiscalYear, organisationId, voucherId }: CountedLine, isOwn: boolean): string | CellContent {
  const name = printedNumber(type, number, fiscalYear)
  return isOwn ? { text: name, href: ledgerPaths.registered(organisationId, voucherId) } : name
}

const { columns: side } = text.detail
const sideColumns: readonly Column[] = [
  { label: side.date, kind: 'date' }, { label: side.voucher, kind: 'code', isRowHeader: true }, { label: side.account, kind: 'code' }, { label: side.description, kind: 'text' },
  { label: side.amount, kind: 'money' },
]

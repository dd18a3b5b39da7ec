// Receipt books as finished strings: the register, one book, the report to the executive.
import {
  exportActions, listFrame, organisationControls, seenFrom, signer, stateControl, stepActions, type ConfirmPage, type ExportTable, type ListFrame, type Offices, type StepButton,
} from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, formatThaiDate, formatThaiDateField, formatThaiDateShort, instant, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, select, type Column, type Control, type LineTable, type Trail } from '../../platform/http/components.ts'
import { deskForm, deskPage, type DeskForm, type DeskPage, type DeskPaper } from '../desk-page/desk-page.view.ts'
import { receiptBookText as text } from '../receipt-book.text.ts'
import { bookPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf, remarkField } from '../receipts.view.ts'
import { bookLifecycle, type Book, type BookFilter, type PossibleHolder, type SheetCount } from './receipt-book.ts'

const { columns, fields, hints } = text

export interface FoundBooks extends Offices {
  readonly items: readonly Book[]
  readonly hasMore: boolean
  readonly totals: { readonly books: number } & SheetCount
  readonly officer: Officer
  /** Own books of years that are over, not yet closed. */
  readonly leftOver: { readonly books: number; readonly year: number | null }
}

export function listPage(filter: BookFilter, found: FoundBooks): ListFrame {
  const { permissions, organisationId: own } = found.officer
  const query = new URLSearchParams({ organisation: filter.organisationId, year: String(filter.fiscalYear), state: filter.state ?? '', search: filter.search })
  const last = found.items.at(-1)
  const next = found.hasMore && last ? `${paths.list}?${query}&${new URLSearchParams({ after: `${last.id}_${last.book}` })}` : undefined
  return {
    ...listFrame({
      title: text.listTitle, lead: text.reportNote, path: paths.list, errors: {}, next, countText: text.count(found.totals.books.toLocaleString('en')),
      actions: [
        ...(permissions.has('revenue.receipt:create') && filter.organisationId === own ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }] : []),
        ...leftOverLink(found.leftOver), ...exportActions(paths.list, query, permissions.has('revenue.report:print')),
      ],
      controls: [
        ...organisationControls(found, filter.organisationId),
        { field: field({ name: 'year', label: fields.fiscalYear, type: 'number', value: String(filter.fiscalYear), maxLength: 4, width: 'short' }) },
        stateControl(shownStates, filter.state), { field: field({ name: 'search', label: text.search, value: filter.search, maxLength: 100 }) },
      ],
    }),
    lineTable: bookTable(found.items, found.totals, (book) => seenFrom(own, book.organisationId, paths.show(book.id))),
  }
}

/** The old year's unused sheets are offered for cancelling (scenario 57). */
function leftOverLink({ books, year }: FoundBooks['leftOver']) {
  return year === null ? [] : [{ text: text.leftOver(String(books)), href: `${paths.list}?year=${year}`, kind: 'secondary' as const }]
}

const { removed: _, ...shownStates } = text.states

const listColumns: readonly Column[] = [
  { label: columns.book, kind: 'code', isRowHeader: true }, { label: columns.sheets, kind: 'code' }, { label: columns.holder, kind: 'text' }, { label: columns.issued, kind: 'date' },
  { label: columns.returned, kind: 'date' }, { label: columns.used, kind: 'number' }, { label: columns.cancelled, kind: 'number' }, { label: columns.missing, kind: 'number' },
  { label: columns.unused, kind: 'number' }, { label: columns.state, kind: 'status' },
]

function bookTable(books: readonly Book[], totals: SheetCount, hrefOf: (book: Book) => string): LineTable {
  return lineTable({
    caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
    rows: books.map((book) => [
      { text: book.book, href: hrefOf(book) }, sheetsName(book), book.holder?.name ?? receiptsText.dash, shortDay(book.issuedOn), shortDay(book.returnedOn),
      ...countCells(book.sheets), { status: text.states[book.state] },
    ]),
    totals: books.length === 0 ? [] : [{ label: receiptsText.sum, isGrand: true, cells: [...countCells(totals), ''] }],
  })
}

/** What was used and what is left, without the days of handing out: those the register has. */
function paperTable(books: readonly Book[], totals: SheetCount): LineTable {
  return lineTable({
    caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns.filter(({ label }) => label !== columns.issued && label !== columns.returned),
    rows: books.map((book) => [book.book, sheetsName(book), book.holder?.name ?? receiptsText.dash, ...countCells(book.sheets), text.states[book.state].text]),
    totals: books.length === 0 ? [] : [{ label: receiptsText.sum, isGrand: true, cells: [...countCells(totals), ''] }],
  })
}

const countCells = ({ used, cancelled, missing, unused }: SheetCount) => [used, cancelled, missing, unused].map((count) => count.toLocaleString('en'))
const sheetsName = ({ first, last }: Book) => `${first}–${last}`
const shortDay = (day: CalendarDate | null) => (day ? formatThaiDateShort(day) : receiptsText.dash)

export function exportTable(books: readonly Book[], filter: BookFilter, organisation: string): ExportTable {
  const dayCell = (day: CalendarDate | null) => (day ? { day } : '')
  return {
    fileName: `receipt-books-${filter.fiscalYear}`, name: text.listTitle, about: [organisation, text.reportTitle(String(filter.fiscalYear))],
    header: [columns.book, columns.sheets, columns.received, columns.holder, columns.issued, columns.returned, columns.used, columns.cancelled, columns.missing, columns.unused, columns.state],
    rows: books.map((book) => [
      book.book, sheetsName(book), { day: book.receivedOn }, book.holder?.name ?? '', dayCell(book.issuedOn), dayCell(book.returnedOn), ...countCells(book.sheets), text.states[book.state].text,
    ]),
  }
}

/** To the executive by 31 October: used, cancelled and unused of every book (scenario 57). */
export function printPage(books: readonly Book[], found: { filter: BookFilter; totals: SheetCount; organisation: string; today: CalendarDate }): DeskPaper {
  const title = text.reportTitle(String(found.filter.fiscalYear))
  const query = new URLSearchParams({ organisation: found.filter.organisationId, year: String(found.filter.fiscalYear) })
  return {
    title, print: { backHref: `${paths.list}?${query}` },
    printHead: { organisation: found.organisation, title, asOf: text.asOf(formatThaiDate(found.today)) }, tables: [paperTable(books, found.totals)], lines: [],
    signatures: { signers: [signer(text.signers.keeper, null), signer(text.signers.head, null), signer(text.signers.executive, null)] },
  }
}

export interface ShownBook {
  readonly book: Book
  readonly trail: Trail
  readonly officer: Officer
  /** '36, 40–41' */
  readonly missing: string
}

export function showPage({ book, trail, officer, missing }: ShownBook, errors: FieldErrors = {}): DeskPage {
  const day = (of: CalendarDate | null) => (of ? formatThaiDate(of) : '')
  const { closed } = book
  return deskPage({
    title: text.title(book.book), crumbs: [{ text: text.listTitle, href: `${paths.list}?year=${book.fiscalYear}` }, { text: book.book }], status: text.states[book.state],
    items: itemsOf([
      [fields.fiscalYear, String(book.fiscalYear)], [columns.sheets, sheetsName(book)], [fields.receivedOn, day(book.receivedOn)], [fields.receivedFrom, book.receivedFrom],
      [columns.holder, book.holder?.name ?? ''], [fields.issuedOn, day(book.issuedOn)], [fields.returnedOn, day(book.returnedOn)],
      [text.heldBefore, book.before.map(({ holder, issuedOn, returnedOn }) => text.heldOnce(holder.name, formatThaiDateShort(issuedOn), formatThaiDateShort(returnedOn))).join(', ')], [text.missingSheets, missing],
      [text.closedBy, closed ? `${closed.by} ${formatInstant(instant(closed.at))}` : ''], [text.closeReason, closed?.reason ?? ''], [fields.remark, book.remark],
    ]),
    tables: [lineTable({
      caption: columns.sheets, captionHidden: true, empty: '', rows: [countCells(book.sheets)],
      columns: [columns.used, columns.cancelled, columns.missing, columns.unused].map((label) => ({ label, kind: 'number' as const })),
    })],
    trail, errors, actions: stepActions({ document: book, officer, paths, allowed: bookLifecycle.allows(officer, book), buttons }),
  })
}

const buttons: readonly StepButton<'issue' | 'return' | 'close' | 'remove'>[] = [
  { step: 'issue', label: text.issue, kind: 'primary', isConfirmed: true }, { step: 'return', label: text.return, kind: 'primary', isConfirmed: true },
  { step: 'close', label: text.close, kind: 'danger', reason: text.closeLabel }, { step: 'remove', label: text.remove, kind: 'danger', reason: text.removeLabel },
]

type Values = Readonly<Record<string, string>>

export function formPage(values: Values, errors: FieldErrors = {}): DeskForm {
  const of = (name: string) => values[name] ?? ''
  const box = (name: 'fiscalYear' | 'book' | 'untilBook' | 'first' | 'last', more: { hint?: string; required?: boolean; type?: 'number' } = {}): Control => (
    { field: field({ name, label: fields[name], value: of(name), error: errors[name], maxLength: 20, width: 'short', ...more }) })
  return deskForm({
    title: text.newTitle, action: paths.new, cancelHref: paths.list, saveLabel: text.save, list: { text: text.listTitle, href: paths.list }, errors, hidden: { formKey: of('formKey') },
    controls: [
      box('fiscalYear', { type: 'number', required: true }), { date: date({ name: 'receivedOn', label: fields.receivedOn, value: of('receivedOn'), error: errors.receivedOn, required: true }) },
      box('book', { required: true }), box('untilBook', { hint: hints.untilBook }),
      box('first', { type: 'number', required: true }), box('last', { type: 'number', required: true, hint: hints.last }),
      { select: select({ name: 'sheets', label: fields.sheets, value: of('sheets'), options: Object.entries(text.sheets).map(([value, label]) => ({ value, text: label })) }) },
      { field: field({ name: 'receivedFrom', label: fields.receivedFrom, value: of('receivedFrom'), error: errors.receivedFrom, hint: hints.receivedFrom, maxLength: 200 }) },
      { field: remarkField(of('remark'), errors.remark) },
    ],
  })
}

export interface Holders {
  readonly keepers: readonly PossibleHolder[]
  readonly units: readonly PossibleHolder[]
}

export function issuePage(book: Book, { values, holders, today }: { values: Values; holders: Holders; today: CalendarDate }, errors: FieldErrors = {}): ConfirmPage {
  const options = [
    { value: '', text: text.otherHolder }, ...holders.keepers.map(({ id, name }) => ({ value: `user:${id}`, text: text.user(name) })),
    ...holders.units.map(({ id, name }) => ({ value: `unit:${id}`, text: text.unit(name) })),
  ]
  return askPage(book, { step: 'issue', question: text.issueQuestion(book.book), consequences: text.issueConsequences, controls: [
    { select: select({ name: 'holder', label: fields.holder, value: values.holder, options, hint: hints.holder, error: errors.holder }) },
    { field: field({ name: 'holderName', label: fields.holderName, value: values.holderName ?? '', hint: hints.holderName, error: errors.holderName, maxLength: 200 }) },
    { date: date({ name: 'issuedOn', label: fields.issuedOn, value: values.issuedOn || formatThaiDateField(today), error: errors.issuedOn, required: true }) },
  ] })
}

export function returnPage(book: Book, { values, today }: { values: Values; today: CalendarDate }, errors: FieldErrors = {}): ConfirmPage {
  const value = values.returnedOn || formatThaiDateField(today)
  return askPage(book, { step: 'return', question: text.returnQuestion(book.book), consequences: text.returnConsequences, controls: [
    { date: date({ name: 'returnedOn', label: fields.returnedOn, value, error: errors.returnedOn, required: true }) },
  ] })
}

interface Asked {
  readonly step: 'issue' | 'return'
  readonly question: string
  readonly consequences: readonly string[]
  readonly controls: readonly Control[]
}

function askPage(book: Book, { step, ...asked }: Asked): ConfirmPage {
  return {
    title: text[step], breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: book.book, href: paths.show(book.id) }, { text: text[step] }],
    confirm: {
      ...asked, action: paths.step(book.id, step), version: String(book.version), label: text[step], kind: 'primary', cancel: { text: receiptsText.back, href: paths.show(book.id) },
      facts: { items: itemsOf([[columns.book, book.book], [columns.sheets, sheetsName(book)], [columns.unused, String(book.sheets.unused)]]) },
    },
  }
}

// Journals as finished strings: list, one journal, its form and its paper (expenditure-accounting-assets §3.2).
import {
  asSigned, attachmentsView, registerFrame, saveActions, seenFrom, signer, stepActions, totalsLine, totalsRow, withAll, type Attachment, type ConfirmPage, type ExportPart, type ExportTable, type FoundRegister, type ListFrame, type StepButton,
} from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type CsvCell } from '../../platform/csv.ts'
import { type ListTotals } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, formatThaiDate, formatThaiDateField, formatThaiDateShort, instant, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, lineTable, refusals, select, type Actions, type Attachments, type Column, type Control, type ErrorSummary, type LineTable, type Link, type PageHeader,
  type PrintHead, type Signatures, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type SheetRow } from '../../platform/spreadsheet.ts'
import { formatMoney, isZero } from '../../platform/money.ts'
import { sumsOf, type JournalLine } from '../journal-lines/journal-lines.ts'
import { journalText } from '../journal.text.ts'
import { bookAddresses, ledgerPaths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { mayDo, numberOf, type Journal, type JournalBook, type JournalHead, type JournalStep, type ShownLine } from './journal.ts'
import { mostLines, type AskedJournals } from './journal.schema.ts'

const text = journalText
const { columns } = text

export interface JournalList extends ListFrame {
  readonly lead: string
  readonly links: readonly Link[]
}

export interface FoundJournals extends FoundRegister<JournalHead> {
  readonly own: string
  readonly mayPrint: boolean
  readonly links: readonly Link[]
  readonly listTotals: ListTotals
}

export function listPage(book: JournalBook, asked: AskedJournals, found: FoundJournals): JournalList {
  const paths = bookAddresses[book.kind]
  const words = { ...text.books[book.kind], states: text.states }
  const frame = registerFrame({ text: words, paths }, asked, found)
  const next = found.hasMore ? withTyped(frame.pagination.nextHref, asked) : undefined
  const query = new URLSearchParams({ organisation: asked.filter.organisationId, state: asked.filter.state ?? '', ...asked.days.typed, ...asked.typed })
  return {
    ...frame, lead: words.lead, links: found.links, pagination: { ...frame.pagination, nextHref: next },
    pageHeader: { ...frame.pageHeader, actions: [...frame.pageHeader.actions ?? [], ...saveActions(paths.list, query, found.mayPrint)] },
    filters: { ...frame.filters, controls: [...frame.filters.controls, ...ownControls(book, asked)] },
    lineTable: lineTable({
      caption: words.listTitle, captionHidden: true, empty: words.empty, columns: listColumns,
      rows: found.items.map((journal) => [
        { text: numberOf(journal), href: seenFrom(found.own, journal.organisationId, paths.show(journal.id)) }, formatThaiDateShort(journal.documentDate),
        { text: journal.description, note: journal.reference || undefined }, journal.author.name, formatMoney(journal.total), { status: text.states[journal.state] },
      ]),
      totals: totalsRow(found.listTotals),
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.description, kind: 'text' },
  { label: columns.author, kind: 'text' }, { label: columns.total, kind: 'money' }, { label: columns.state, kind: 'status' },
]

function withTyped(href: string | undefined, { typed }: AskedJournals): string | undefined {
  return href && `${href}&${new URLSearchParams(typed)}`
}

function ownControls(book: JournalBook, { typed }: AskedJournals): Control[] {
  const types = withAll(book.types.map((type) => ({ value: type, text: text.types[type] })))
  const search: Control = { field: field({ name: 'search', label: text.fields.search, value: typed.search, maxLength: 100 }) }
  return book.types.length > 1 ? [{ select: select({ name: 'type', label: text.fields.type, options: types, value: typed.type }) }, search] : [search]
}

export interface ListedJournals {
  readonly office: string
  readonly totals: ListTotals
  readonly first: ExportPart
  readonly today: CalendarDate
}

export function exportTable(book: JournalBook, { office, today, totals, first }: ListedJournals): ExportTable {
  const { listTitle } = text.books[book.kind]
  return {
    fileName: text.fileName(book.kind, today), name: listTitle, about: [office, listTitle, ledgerText.unit],
    header: [columns.number, columns.type, columns.date, columns.description, columns.reference, columns.author, columns.total, columns.state],
    ...first, closing: totalsLine(totals, { width: 8 }),
  }
}

export function exportRows(journals: readonly JournalHead[]): SheetRow[] {
  return journals.map((journal) => [
    numberOf(journal), journal.type, { day: journal.documentDate }, journal.description, journal.reference, journal.author.name, journal.total, text.states[journal.state].text,
  ])
}

/** The lines in the columns the paste and the import read. */
export function lineCsvRows(lines: readonly ShownLine[]): CsvCell[][] {
  const head = [text.show.code, text.show.account, text.lines.columns.key, ledgerText.debit, ledgerText.credit, text.lines.columns.memo]
  return [head, ...lines.map((line) => [
    line.accountCode, line.accountName, line.subKey ?? '', line.side === 'D' ? line.amount : '', line.side === 'C' ? line.amount : '', line.memo,
  ])]
}

export interface ShownJournal {
  readonly journal: Journal
  readonly book: JournalBook
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
  readonly officer: Officer
  /** In a small unit one may sign what one made. */
  readonly isAlone: boolean
  /** What the book itself adds: confirming an opening. */
  readonly links: readonly Link[]
}

export interface JournalPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly linesHref: string
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

export function showPage(shown: ShownJournal, errors: FieldErrors = {}): JournalPage {
  const { journal, book, officer } = shown
  const paths = bookAddresses[book.kind]
  const { listTitle } = text.books[book.kind]
  const isOwnDraft = journal.state === 'draft' && journal.authorId === officer.userId && officer.permissions.has(`${book.leaf}:edit`)
  return {
    title: `${journal.typeName} ${numberOf(journal)}`, breadcrumb: [{ text: listTitle, href: paths.list }, { text: numberOf(journal) }],
    pageHeader: { title: `${journal.typeName} ${numberOf(journal)}`, status: text.states[journal.state] }, ...refusals(errors), notices: noticesOf(journal),
    summaryList: { items: factsOf(journal) }, lineTable: linesTable(journal.lines, mostLines), actions: actionsOf(shown), trail: shown.trail,
    linesHref: seenFrom(officer.organisationId, journal.organisationId, paths.lines(journal.id)),
    attachments: attachmentsView(shown.attachments, isOwnDraft ? { add: paths.attach(journal.id), remove: (id) => paths.detach(journal.id, id), error: errors.files } : undefined),
  }
}

function noticesOf({ state, returnReason, dayReason, lines, approverId, authorId }: Journal): string[] {
  return [
    ...(state === 'draft' && returnReason ? [text.show.returned(returnReason)] : []),
    ...(state === 'submitted' && dayReason !== '' ? [text.show.besideSummary(dayReason)] : []),
    ...(lines.length > mostLines ? [text.show.shortened(String(mostLines), lines.length.toLocaleString('en-US'))] : []),
    ...(approverId === authorId ? [text.show.alone] : []),
  ]
}

function factsOf(journal: Journal): SummaryItem[] {
  const { fields, show } = text
  const person = ({ name, position }: Journal['author']) => (position === '' ? name : `${name} (${position})`)
  const items: readonly SummaryItem[] = [
    { label: fields.documentDate, text: formatThaiDate(journal.documentDate) }, { label: show.fiscalYear, text: String(journal.fiscalYear) },
    { label: fields.type, text: text.types[journal.type] }, { label: fields.description, text: journal.description }, { label: fields.reference, text: journal.reference },
    { label: fields.dayReason, text: journal.dayReason },
    { label: columns.author, text: person(journal.author) }, { label: show.submittedAt, text: journal.submittedAt === null ? '' : formatInstant(instant(journal.submittedAt)) },
    { label: show.approver, text: journal.approver === null ? '' : person(journal.approver) },
    { label: columns.total, text: formatMoney(journal.total), isMoney: true },
  ]
  return items.filter((item) => item.text !== '')
}

/** Totals are of all lines, however many are shown. */
export function linesTable(lines: readonly ShownLine[], most = lines.length): LineTable {
  const { debit, credit, difference } = sumsOf(lines)
  const label = isZero(difference) ? text.show.sum : `${text.show.sum} (${text.show.difference(formatMoney(difference))})`
  return lineTable({
    caption: text.lines.caption, captionHidden: true, empty: text.show.empty, columns: lineColumns,
    rows: lines.slice(0, most).map((line) => [{ text: line.accountName, note: noteOf(line) }, line.accountCode, amountOn('D', line), amountOn('C', line)]),
    totals: lines.length === 0 ? [] : [{ label, isGrand: true, cells: [formatMoney(debit), formatMoney(credit)] }],
  })
}

const lineColumns: readonly Column[] = [
  { label: text.show.account, kind: 'text', isRowHeader: true }, { label: text.show.code, kind: 'code' }, { label: ledgerText.debit, kind: 'money' },
  { label: ledgerText.credit, kind: 'money' },
]

function amountOn(side: JournalLine['side'], line: JournalLine): string {
  return line.side === side ? formatMoney(line.amount) : ''
}

function noteOf({ subKind, subKey, subName, counterpartyName, memo }: ShownLine): string | undefined {
  const register = subKey !== null && subKind !== 'org' ? [text.show.register(subName ?? subKey)] : []
  const parts = [...register, ...(counterpartyName === null ? [] : [text.show.counterparty(counterpartyName)]), ...(memo === '' ? [] : [memo])]
  return parts.length === 0 ? undefined : parts.join(' · ')
}

function actionsOf({ journal, book, officer, isAlone, links }: ShownJournal): Actions | undefined {
  const paths = bookAddresses[book.kind]
  const allowed: string[] = book.lifecycle.allows(officer, asSigned(journal, isAlone)).filter((step) => mayDo(officer, journal, step))
  const mayEdit = allowed.includes('edit') && journal.lines.length <= mostLines
  const voucher = journal.voucherId === null ? [] : [{ text: text.show.voucher, href: ledgerPaths.registered(journal.organisationId, journal.voucherId) }]
  return stepActions({
    document: journal, officer, paths, allowed, buttons, print: officer.permissions.has(`${book.leaf}:print`) ? text.steps.print : undefined,
    links: [...(mayEdit ? [{ text: text.steps.edit, href: paths.edit(journal.id) }] : []), ...(officer.permissions.has('account.report:view') ? voucher : []), ...links],
  })
}

const { steps } = text
const buttons: readonly StepButton<JournalStep>[] = [
  { step: 'submit', label: steps.submit, kind: 'primary' }, { step: 'approve', label: steps.approve, kind: 'primary' },
  { step: 'return', label: steps.return, kind: 'danger', reason: steps.returnReason }, { step: 'withdraw', label: steps.withdraw, kind: 'secondary' },
  { step: 'reverse', label: steps.reverse, kind: 'danger', isConfirmed: true }, { step: 'cancel', label: steps.cancel, kind: 'danger' },
]

export interface ReverseInput {
  readonly reason: string
  readonly documentDate: string
}

/** The day of an adjustment or an opening must stay in its own period; a general journal is undone today. */
export function reversePage({ journal, book }: Pick<ShownJournal, 'journal' | 'book'>, given: { today: CalendarDate; typed: ReverseInput; errors: FieldErrors }): ConfirmPage {
  const paths = bookAddresses[book.kind]
  const number = numberOf(journal)
  const day = given.typed.documentDate || formatThaiDateField(journal.type === 'JV' ? given.today : journal.documentDate)
  return {
    title: text.reverse.title(number), breadcrumb: [{ text: text.books[book.kind].listTitle, href: paths.list }, { text: number, href: paths.show(journal.id) }],
    confirm: {
      action: paths.step(journal.id, 'reverse'), version: String(journal.version), question: text.reverse.question(number), consequences: text.reverse.consequences,
      facts: { items: [{ label: columns.description, text: journal.description }, { label: columns.total, text: formatMoney(journal.total), isMoney: true }] },
      controls: [
        { date: date({ name: 'documentDate', label: text.reverse.date, value: day, required: true, error: given.errors.documentDate }) },
        { field: field({ name: 'reason', label: text.reverse.reason, value: given.typed.reason, required: true, rows: 2, width: 'full', maxLength: 500, error: given.errors.reason }) },
      ],
      label: steps.reverse, kind: 'danger', cancel: { text: text.reverse.back, href: paths.show(journal.id) },
    },
  }
}

export interface JournalPrint extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly description: string
  readonly words: string
  readonly signatures: Signatures
}

/** The official form; before posting it says that it is none. */
export function printPage(journal: Journal, book: JournalBook, mark: string): JournalPrint {
  return {
    title: `${journal.typeName} ${numberOf(journal)}`, print: { backHref: bookAddresses[book.kind].show(journal.id) },
    printHead: {
      organisation: journal.organisationName, title: journal.typeName, unit: ledgerText.unit,
      facts: [
        { label: columns.number, text: journal.number === null ? text.print.unposted : numberOf(journal) },
        { label: columns.date, text: formatThaiDate(journal.documentDate) }, { label: text.print.copy, text: mark },
      ],
    },
    lineTable: linesTable(journal.lines), description: [journal.description, ...noticesOf(journal).filter((notice) => notice === text.show.alone)].join(' · '),
    words: bahtText(journal.total),
    signatures: { signers: [signer(text.signers.preparer, journal.author), signer(text.signers.checker, null), signer(text.signers.approver, journal.approver)] },
  }
}

// A daily document as finished strings: its register, one document, its paper.
import {
  asSigned, attachmentsView, exportActions, registerFrame, signer, stepActions, totalsLine, totalsRow, type Attachment, type ExportTable, type FoundRegister, type ListFrame, type StepButton,
} from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type ListTotals } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort, instant, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, refusals, type Actions, type Attachments, type Column, type ErrorSummary, type LineTable, type PageHeader, type PrintHead, type Signatures,
  type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { linesTable } from '../pawn-lines/pawn-lines.view.ts'
import { bookPaths } from '../pawnshops.paths.ts'
import { pawnshopsText as text } from '../pawnshops.text.ts'
import { mayDo, numberOf, type PawnBook, type PawnDocument, type PawnHead, type PawnStep } from './pawn-document.ts'
import { type AskedPawn } from './pawn-document.schema.ts'

const { fields, books } = text

export interface PawnList extends ListFrame {
  readonly lead: string
  readonly links: readonly { readonly text: string; readonly href: string }[]
}

export interface FoundPawn extends FoundRegister<PawnHead> {
  readonly mayPrint: boolean
  readonly listTotals: ListTotals
  readonly links: PawnList['links']
}

export function listPage(book: PawnBook, asked: AskedPawn, found: FoundPawn): PawnList {
  const paths = bookPaths[book.kind]
  const words = { ...books[book.kind], states: text.states }
  const frame = registerFrame({ text: words, paths }, asked, found)
  const search = new URLSearchParams({ search: asked.search })
  const query = new URLSearchParams({ state: asked.filter.state ?? '', ...asked.days.typed, search: asked.search })
  return {
    ...frame, lead: words.lead, links: found.links,
    pagination: { ...frame.pagination, nextHref: frame.pagination.nextHref && `${frame.pagination.nextHref}&${search}` },
    pageHeader: { ...frame.pageHeader, actions: [...frame.pageHeader.actions ?? [], ...exportActions(paths.list, query, found.mayPrint)] },
    filters: { ...frame.filters, controls: [...frame.filters.controls, { field: field({ name: 'search', label: fields.search, value: asked.search, maxLength: 40 }) }] },
    lineTable: lineTable({
      caption: words.listTitle, captionHidden: true, empty: words.empty, columns: listColumns,
      rows: found.items.map((document) => [
        { text: numberOf(document, book), href: paths.show(document.id) }, formatThaiDateShort(document.documentDate), document.author.name, String(document.lineCount),
        formatMoney(document.total), { status: text.states[document.state] },
      ]),
      totals: totalsRow(found.listTotals),
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: fields.number, kind: 'code', isRowHeader: true }, { label: fields.documentDate, kind: 'date' }, { label: fields.author, kind: 'text' },
  { label: fields.lines, kind: 'number' }, { label: fields.amount, kind: 'money' }, { label: fields.state, kind: 'status' },
]

export function exportTable(book: PawnBook, { office, found, totals, today }: { office: string; found: readonly PawnHead[]; totals: ListTotals; today: CalendarDate }): ExportTable {
  const { listTitle } = books[book.kind]
  return {
    fileName: `${book.documentKind}-${today}`, name: listTitle, about: [office, listTitle],
    header: [fields.number, fields.documentDate, fields.author, fields.lines, fields.amount, fields.state], closing: totalsLine(totals, { width: 6 }),
    rows: found.map((document) => [
      numberOf(document, book), { day: document.documentDate }, document.author.name, String(document.lineCount), document.total, text.states[document.state].text,
    ]),
  }
}

export interface PawnPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notice: string
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

export interface ShownPawn {
  readonly document: PawnDocument
  readonly book: PawnBook
  readonly officer: Officer
  readonly isAlone: boolean
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

export function showPage(shown: ShownPawn, errors: FieldErrors = {}): PawnPage {
  const { document, book, officer } = shown
  const paths = bookPaths[book.kind]
  const title = `${books[book.kind].title} ${numberOf(document, book)}`
  const isOwnDraft = document.state === 'draft' && mayDo(officer, document, 'edit') && officer.permissions.has(`${book.leaf}:edit`)
  return {
    title, breadcrumb: [{ text: books[book.kind].listTitle, href: paths.list }, { text: numberOf(document, book) }],
    pageHeader: { title, status: text.states[document.state] }, ...refusals(errors),
    notice: document.state === 'draft' && document.returnReason ? text.returned(document.returnReason) : '',
    summaryList: { items: factsOf(shown) }, lineTable: linesTable(document.lines, book.kind), actions: actionsOf(shown, isOwnDraft), trail: shown.trail,
    attachments: attachmentsView(shown.attachments, isOwnDraft ? { add: paths.attach(document.id), remove: (id) => paths.detach(document.id, id), error: errors.files } : undefined),
  }
}

function factsOf({ document, book }: ShownPawn): SummaryItem[] {
  const { approver, approvedAt, voucherId } = document
  const facts: SummaryItem[] = [
    { label: fields.documentDate, text: formatThaiDate(document.documentDate) }, { label: fields.fiscalYear, text: String(document.fiscalYear) },
    ...(book.kind === 'receipt' ? [{ label: fields.place, text: document.bank?.name ?? text.cash }] : []),
    { label: books[book.kind].reference, text: document.reference }, { label: fields.author, text: document.author.name },
    { label: fields.approver, text: approver && approvedAt ? `${approver.name} ${formatInstant(instant(approvedAt))}` : '' }, { label: fields.remark, text: document.remark },
    { label: fields.duplicateReason, text: document.duplicateReason },
  ]
  const voucher = voucherId === null ? [] : [{ label: fields.voucher, text: numberOf(document, book), href: ledgerPaths.registered(document.organisationId, voucherId) }]
  return [...facts.filter((fact) => fact.text !== ''), ...voucher, { label: books[book.kind].total, text: formatMoney(document.total), isMoney: true }]
}

function actionsOf({ document, book, officer, isAlone }: ShownPawn, isOwnDraft: boolean): Actions | undefined {
  const paths = bookPaths[book.kind]
  const allowed = book.lifecycle.allows(officer, asSigned(document, isAlone)).filter((step) => mayDo(officer, document, step))
  const mayPrint = officer.permissions.has(`${book.leaf}:print`) && document.state !== 'cancelled'
  return stepActions({
    document, officer, paths, allowed, buttons, print: mayPrint ? text.buttons.print : undefined,
    links: isOwnDraft ? [{ text: text.buttons.edit, href: paths.edit(document.id) }] : [],
  })
}

const buttons: readonly StepButton<PawnStep>[] = [
  { step: 'submit', label: text.buttons.submit, kind: 'primary' }, { step: 'approve', label: text.buttons.approve, kind: 'primary' },
  { step: 'return', label: text.buttons.return, kind: 'secondary', reason: text.buttons.returnReason }, { step: 'withdraw', label: text.buttons.withdraw, kind: 'secondary' },
  { step: 'reverse', label: text.buttons.reverse, kind: 'danger', reason: text.buttons.reverseReason }, { step: 'cancel', label: text.buttons.cancel, kind: 'danger' },
]

export interface PawnPrint extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly total: string
  readonly words: string
  readonly signatures: Signatures
}

export function printPage(document: PawnDocument, book: PawnBook, mark: string): PawnPrint {
  return {
    title: `${books[book.kind].title} ${numberOf(document, book)}`, print: { backHref: bookPaths[book.kind].show(document.id) },
    printHead: {
      organisation: document.organisationName, title: books[book.kind].title, unit: text.unit,
      facts: [
        { label: fields.number, text: numberOf(document, book) }, { label: fields.documentDate, text: formatThaiDate(document.documentDate) },
        ...(document.reference === '' ? [] : [{ label: books[book.kind].reference, text: document.reference }]), { label: text.mark, text: mark },
      ],
    },
    lineTable: linesTable(document.lines, book.kind), total: formatMoney(document.total), words: bahtText(document.total),
    signatures: { signers: [signer(text.signers.preparer, document.author), signer(text.signers.checker, null), signer(text.signers.approver, document.approver)] },
  }
}

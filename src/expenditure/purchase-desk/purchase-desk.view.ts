// What the documents of procurement share on pages: register, page, form and paper. Columns of a register are told once, for page, paper and files.
import {
  attachmentsView, documentsText, exportActions, registerFrame, seenFrom, type Attachment, type ExportTable, type FoundRegister, type ListFrame, type PapersOpen,
} from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, refusals, type Actions, type Attachments, type CellContent, type Column, type Control, type ErrorSummary, type LineEditor,
  type LineTable, type PageHeader, type PrintHead, type Signatures, type Status, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, sum, type Money } from '../../platform/money.ts'
import { type SheetCell } from '../../platform/spreadsheet.ts'
import { toThaiDigits } from '../../platform/thai.ts'
import { procurementText } from '../procurement.text.ts'
import { type AskedPurchases } from './purchase-desk.schema.ts'

const text = procurementText

export interface RegisterColumn<T> extends Column {
  /** On pages and paper. */
  cell(item: T): string | CellContent
  /** In files. */
  value(item: T): SheetCell
  /** Not on the page: `paper` is paper and files, `files` is files alone. */
  readonly onlyOn?: 'paper' | 'files'
  /** Summed up at the foot. */
  readonly total?: (item: T) => Money
}

export interface RegisterWords<T, S extends string> {
  readonly text: { readonly listTitle: string; readonly newTitle: string; readonly empty: string; readonly fileName: string; readonly states: Readonly<Record<S, Status>> }
  readonly paths: { readonly list: string; readonly new: string }
  readonly columns: readonly RegisterColumn<T>[]
  /** Whether it is in the sums: what was cancelled, rejected or reversed stays in its register and counts as nothing. */
  counts?(item: T): boolean
}

export interface FoundPurchases<T> extends FoundRegister<T> {
  readonly mayPrint: boolean
}

export interface PurchaseList extends ListFrame {
  readonly notices: readonly string[]
}

export function registerPage<T extends { readonly id: string }, S extends string>(words: RegisterWords<T, S>, asked: AskedPurchases<S>, found: FoundPurchases<T>): PurchaseList {
  const { filter, days } = asked
  const frame = registerFrame(words, asked, found)
  const query = new URLSearchParams({ organisation: filter.organisationId, state: filter.state ?? '', ...days.typed, search: filter.search })
  const { nextHref } = frame.pagination
  const search = field({ name: 'search', label: text.fields.search, value: filter.search, maxLength: 100 })
  return {
    ...frame, notices: [], pagination: { ...frame.pagination, nextHref: nextHref && `${nextHref}&${new URLSearchParams({ search: filter.search })}` },
    pageHeader: { ...frame.pageHeader, actions: [...frame.pageHeader.actions ?? [], ...exportActions(words.paths.list, query, found.mayPrint)] },
    filters: { ...frame.filters, controls: [...frame.filters.controls, { field: search }] },
    lineTable: registerTable({ ...words, columns: words.columns.filter(({ onlyOn }) => onlyOn === undefined) }, found.items, text.shownTotal),
  }
}

export function registerTable<T, S extends string>(words: RegisterWords<T, S>, items: readonly T[], totalLabel: string): LineTable {
  const { columns, text: { listTitle, empty } } = words
  const counted = words.counts ? items.filter(words.counts) : items
  const from = columns.findIndex(({ total }) => total !== undefined)
  const totals = columns.slice(from).map(({ total }) => (total ? formatMoney(sum(counted.map(total))) : ''))
  return lineTable({
    caption: listTitle, captionHidden: true, empty, columns, rows: items.map((item) => columns.map((column) => column.cell(item))),
    totals: from <= 0 || items.length === 0 ? [] : [{ label: totalLabel, isGrand: true, cells: totals }],
  })
}

export interface ListedPurchases<T> {
  readonly office: string
  readonly items: readonly T[]
  readonly today: CalendarDate
  /** The days that were asked for, in words. */
  readonly days: string
}

export function exportTable<T, S extends string>({ text: words, columns }: RegisterWords<T, S>, { office, items, today }: ListedPurchases<T>): ExportTable {
  return {
    fileName: `${words.fileName}-${today}`, name: words.listTitle, about: [office, words.listTitle, text.unit], header: columns.map(({ label }) => label),
    rows: items.map((item) => columns.map((column) => column.value(item))),
  }
}

export interface RegisterPaper extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
}

export function registerPaper<T, S extends string>(words: RegisterWords<T, S>, { office, items, days }: ListedPurchases<T>): RegisterPaper {
  const title = documentsText.register.name(words.text.listTitle)
  const bare = { ...words, columns: words.columns.filter(({ onlyOn }) => onlyOn !== 'files').map((column) => ({ ...column, cell: (item: T) => withoutLink(column.cell(item)) })) }
  return {
    title, print: { backHref: words.paths.list, isLandscape: true },
    ...inThaiDigits({ printHead: { organisation: office, title, asOf: days, unit: text.unit }, lineTable: registerTable(bare, items, text.registerSum) }),
  }
}

function withoutLink(content: string | CellContent): string | CellContent {
  return typeof content === 'string' ? content : { ...content, href: undefined }
}

/** The document's name as a link for whoever looks. */
export function linkTo(own: string, document: { readonly organisationId: string; readonly id: string }, link: { readonly text: string; readonly path: string }): CellContent {
  return { text: link.text, href: seenFrom(own, document.organisationId, link.path) }
}

export interface PurchasePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly tables: readonly LineTable[]
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

export interface ShownPurchase {
  readonly title: string
  readonly number: string
  readonly status: Status
  readonly listTitle: string
  readonly paths: { readonly list: string; attach(id: string): string; detach(id: string, attachment: string): string }
  readonly id: string
  readonly notices: readonly string[]
  readonly items: readonly SummaryItem[]
  readonly tables: readonly LineTable[]
  readonly actions: Actions | undefined
  readonly attachments: readonly Attachment[]
  readonly papers: PapersOpen
  readonly trail: Trail
}

export function purchasePage(shown: ShownPurchase, errors: FieldErrors): PurchasePage {
  const { title, number, paths, id } = shown
  const change = { add: paths.attach(id), remove: shown.papers === 'change' ? (attachment: string) => paths.detach(id, attachment) : undefined, error: errors.files }
  return {
    title: `${title} ${number}`, breadcrumb: [{ text: shown.listTitle, href: paths.list }, { text: number }],
    pageHeader: { title: `${title} ${number}`, status: shown.status }, ...refusals(errors), notices: shown.notices,
    summaryList: { items: shown.items.filter((item) => item.text !== '' || item.status !== undefined) }, tables: shown.tables, actions: shown.actions,
    attachments: attachmentsView(shown.attachments, shown.papers && change), trail: shown.trail,
  }
}

export interface PurchaseForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  /** The button that saves. */
  readonly save: string
  readonly hint: string
  /** Posted along unseen. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly controls: readonly Control[]
  readonly editors: readonly LineEditor[]
}

export interface FormAround {
  readonly listTitle: string
  readonly title: string
  readonly paths: { readonly list: string; readonly new: string; show(id: string): string; edit(id: string): string }
  /** The draft that is changed. */
  readonly id: string | undefined
  readonly formKey: string
  readonly version: string
  readonly errors: FieldErrors
}

export function purchaseForm(around: FormAround): Omit<PurchaseForm, 'hint' | 'hidden' | 'controls' | 'editors'> {
  const { title, listTitle, paths, id, formKey, version, errors } = around
  return {
    title, breadcrumb: [{ text: listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors), formKey, version, save: text.saveDraft,
    action: id === undefined ? paths.new : paths.edit(id), cancelHref: id === undefined ? paths.list : paths.show(id),
  }
}

/** An official paper: head, running text, tables, the amount in words, who signs. */
export interface PurchasePaper extends PageModel {
  readonly printHead: PrintHead
  readonly parts: readonly { readonly heading: string; readonly text: string }[]
  readonly tables: readonly LineTable[]
  readonly closing: readonly string[]
  readonly signatures: Signatures
}

/** Official papers write Thai digits; addresses stay as they are. */
export function inThaiDigits<T>(value: T): T {
  return thai(value, '') as T
}

function thai(value: unknown, name: string): unknown {
  if (typeof value === 'string') return ['href', 'className', 'level'].includes(name) ? value : toThaiDigits(value)
  if (Array.isArray(value)) return value.map((each) => thai(each, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, thai(each, key)]))
}

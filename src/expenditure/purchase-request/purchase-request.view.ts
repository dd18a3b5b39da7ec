// A purchase request as finished strings: its register, its page and its paper.
import { budgetLineName } from '../../budget/index.ts'
import { asSigned, papersOpen, signer, stepActions, type Attachment, type StepButton } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { lineTable, type Actions, type LineTable, type Link, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { requestPaths as paths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { requestText as text } from '../purchase-request.text.ts'
import { inThaiDigits, linkTo, purchasePage, type PurchasePage, type PurchasePaper, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { amountOf } from '../purchase-request-rows/purchase-request-rows.ts'
import { formatQuantity } from '../../platform/quantity.ts'
import { requestLifecycle, requestNumber, requestPapers, type PresentLine, type PurchaseRequest, type RequestHead, type RequestStep } from './purchase-request.ts'

const { columns, fields, paper } = text

export function requestColumns(own: string): readonly RegisterColumn<RequestHead>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (request) => linkTo(own, request, { text: requestNumber(request), path: paths.show(request.id) }), value: requestNumber },
    { label: columns.date, kind: 'date', cell: ({ documentDate }) => formatThaiDateShort(documentDate), value: ({ documentDate }) => ({ day: documentDate }) },
    { label: columns.title, kind: 'text', cell: ({ title, author }) => ({ text: title, note: author.name }), value: ({ title }) => title },
    { label: columns.kind, kind: 'text', cell: ({ kind }) => text.kinds[kind], value: ({ kind }) => text.kinds[kind] },
    { label: columns.method, kind: 'text', cell: ({ methodName }) => methodName, value: ({ methodName }) => methodName },
    { label: columns.total, kind: 'money', cell: ({ total }) => formatMoney(total), value: ({ total }) => total, total: ({ total }) => total },
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}

export interface ShownRequest {
  readonly request: PurchaseRequest
  readonly officer: Officer
  readonly isAlone: boolean
  /** What may be a split purchase. */
  readonly split: string | undefined
  /** Other lines than it was asked for. */
  readonly present: readonly PresentLine[]
  readonly links: readonly Link[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

export function requestPage(shown: ShownRequest, errors: FieldErrors = {}): PurchasePage {
  const { request, officer, split } = shown
  const returned = request.state === 'draft' && request.returnReason !== null ? [procurementText.returned(request.returnReason)] : []
  return purchasePage({
    title: text.listTitle, number: requestNumber(request), status: text.states[request.state], listTitle: text.registerTitle, paths, id: request.id,
    notices: [...returned, ...(split === undefined || request.state === 'cancelled' ? [] : [split])], items: itemsOf(request),
    tables: [itemsTable(request), budgetTable(request), ...presentTable(shown.present), inspectorsTable(request)], actions: actionsOf(shown), attachments: shown.attachments,
    papers: papersOpen(requestPapers, officer, request), trail: shown.trail,
  }, errors)
}

function itemsOf(request: PurchaseRequest): SummaryItem[] {
  const { author, approver } = request
  return [
    { label: fields.title, text: request.title }, { label: fields.documentDate, text: formatThaiDate(request.documentDate) }, { label: fields.kind, text: text.kinds[request.kind] },
    { label: fields.methodCode, text: paper.methodBy(request.methodName, request.methodClause) }, { label: fields.law, text: request.legalReference },
    { label: fields.reason, text: request.reason }, { label: fields.medianPrice, text: request.medianPrice === null ? '' : formatMoney(request.medianPrice), isMoney: true },
    { label: fields.deliveryDays, text: procurementText.days(String(request.deliveryDays)) }, { label: fields.total, text: formatMoney(request.total), isMoney: true },
    { label: procurementText.fields.author, text: author.name }, { label: procurementText.fields.approver, text: approver?.name ?? '' },
  ]
}

export function itemsTable({ items, total }: Pick<PurchaseRequest, 'items' | 'total'>): LineTable {
  return lineTable({
    caption: text.captions.items, empty: text.noItems, columns: [
      { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.quantity, kind: 'number' }, { label: columns.unit, kind: 'text' },
      { label: columns.price, kind: 'money' }, { label: columns.amount, kind: 'money' },
    ],
    rows: items.map((item) => [item.name, formatQuantity(item.quantity), item.unit, formatMoney(item.price), formatMoney(amountOf(item))]),
    totals: [{ label: procurementText.sum, isGrand: true, cells: [formatMoney(total)] }],
  })
}

function presentTable(present: readonly PresentLine[]): LineTable[] {
  if (present.length === 0) return []
  return [lineTable({
    caption: text.captions.present, empty: '', columns: [{ label: procurementText.fields.line, kind: 'text', isRowHeader: true }, { label: columns.year, kind: 'number' }, { label: columns.amount, kind: 'money' }],
    rows: present.map((line) => [budgetLineName(line), String(line.fiscalYear), formatMoney(line.amount)]),
  })]
}

function budgetTable({ lines, total }: PurchaseRequest): LineTable {
  return lineTable({
    caption: text.captions.lines, empty: text.noItems, columns: [{ label: procurementText.fields.line, kind: 'text', isRowHeader: true }, { label: columns.amount, kind: 'money' }],
    rows: lines.map((line) => [budgetLineName(line), formatMoney(line.amount)]), totals: [{ label: procurementText.sum, isGrand: true, cells: [formatMoney(total)] }],
  })
}

function inspectorsTable({ inspectors }: PurchaseRequest): LineTable {
  return lineTable({
    caption: text.captions.inspectors, empty: text.noInspectors, columns: [
      { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.position, kind: 'text' }, { label: columns.role, kind: 'text' },
    ],
    rows: inspectors.map(({ name, position, role }) => [name, position, text.roles[role]]),
  })
}

const { steps } = text
const buttons: readonly StepButton<RequestStep>[] = [
  { step: 'submit', label: steps.submit, kind: 'primary' }, { step: 'approve', label: steps.approve, kind: 'primary' },
  { step: 'return', label: steps.return, kind: 'danger', reason: steps.returnReason }, { step: 'revoke', label: steps.revoke, kind: 'danger', reason: steps.revokeReason },
  { step: 'cancel', label: steps.cancel, kind: 'danger' },
]

function actionsOf({ request, officer, isAlone, links }: ShownRequest): Actions | undefined {
  const allowed: readonly string[] = requestLifecycle.allows(officer, asSigned(request, isAlone))
  const mayPrint = request.number !== null && officer.permissions.has('expense.request:print')
  const edit = allowed.includes('edit') ? [{ text: procurementText.edit, href: paths.edit(request.id) }] : []
  return stepActions({ document: request, officer, paths, allowed, buttons, print: mayPrint ? steps.print : undefined, links: [...edit, ...links] })
}

/** รายงานขอซื้อหรือขอจ้าง in the order of the regulation (ระเบียบฯ 2560 ข้อ 22). */
export function requestPaper(request: PurchaseRequest, mark: string): PurchasePaper {
  const amount = paper.amount(formatMoney(request.total), bahtText(request.total))
  return {
    title: `${text.listTitle} ${requestNumber(request)}`, print: { backHref: paths.show(request.id) },
    ...inThaiDigits({
      printHead: { organisation: request.organisationName, title: text.listTitle, facts: [
        { label: columns.number, text: requestNumber(request) }, { label: columns.date, text: formatThaiDate(request.documentDate) }, { label: procurementText.paper.copy, text: mark },
      ] },
      parts: [
        { heading: fields.title, text: request.title }, { heading: paper.reason, text: request.reason },
        { heading: paper.median, text: request.medianPrice === null ? paper.noMedian : paper.amount(formatMoney(request.medianPrice), bahtText(request.medianPrice)) },
        { heading: paper.budget, text: amount }, { heading: paper.delivery, text: paper.deliveryDays(String(request.deliveryDays)) },
        { heading: paper.method, text: paper.methodBy(request.methodName, request.legalReference) },
      ],
      tables: [itemsTable(request), budgetTable(request), inspectorsTable(request)], closing: [paper.asked],
      signatures: { signers: [signer(paper.author, request.author), signer(paper.head, null), signer(paper.approver, request.approver)] },
    }),
  }
}

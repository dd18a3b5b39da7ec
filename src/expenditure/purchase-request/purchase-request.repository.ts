// Purchase requests with their budget lines, items and inspectors. Row-level security narrows to the actor's scope.
import { type Knex } from 'knex'
import { headColumns, headRows, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, calendarDate, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { readQuantity, storedQuantity } from '../../platform/quantity.ts'
import { type FundedLine, type Inspector, type PurchaseKind, type PurchaseRequest, type RequestCommand, type RequestHead, type RequestItem, type RequestState } from './purchase-request.ts'

export const requestRows = headRows('purchase_requests')

export async function findRequests(read: OfficerRead, filter: PurchaseFilter<RequestState>, most?: number): Promise<FoundPage<RequestHead>> {
  const query = newestFirst(heads(read), { alias: 'r', day: 'document_date', waits: read.db.raw(uncontracted) }, filter)
  if (filter.search !== '') searched(query, filter.search)
  return onePage(query, headOf, most)
}

/** Approved by the own office and to be contracted, the newest; one that was named is among them, however old, also when a draft is made upon it. */
export async function findApproved(read: OfficerRead, named: { readonly asked?: string | undefined; readonly draft?: string | undefined }): Promise<RequestHead[]> {
  const rows: HeadRow[] = await heads(read).where({ 'r.organisation_id': read.actor.organisationId })
    .where((any) => any.where('r.state', 'approved').orWhereRaw('r.id::text = ?', [named.draft ?? '']))
    .orderByRaw('(r.id::text IN (?, ?)) DESC, r.document_date DESC, r.id DESC', [named.asked ?? '', named.draft ?? '']).limit(mostChoices)
  return rows.map(headOf)
}

const mostChoices = 500

const uncontracted = "NOT EXISTS (SELECT 1 FROM contracts w WHERE w.organisation_id = r.organisation_id AND w.request_id = r.id AND w.state NOT IN ('cancelled', 'revoked'))"

/** 'REQ-00012/70' and '12' are numbers, anything else part of the title. */
function searched(query: Knex.QueryBuilder, search: string): void {
  const [, number] = /^(?:REQ-)?0*([0-9]{1,9})(?:\/[0-9]{2})?$/i.exec(search) ?? []
  if (number !== undefined) { query.where('r.number', Number(number)); return }
  query.whereRaw('strpos(r.title, ?) > 0', [search])
}

export async function getRequest(read: OfficerRead, organisationId: string, id: string): Promise<PurchaseRequest> {
  const row: FullRow | undefined = await heads(read).where({ 'r.organisation_id': organisationId, 'r.id': id }).join('organisations as o', 'o.id', 'r.organisation_id')
    .leftJoin('users as a', 'a.id', 'r.approved_by')
    .select('o.name as organisation_name', 'm.clause', 'm.legal_reference', 'r.reason', 'r.median_price', 'r.delivery_days', 'r.return_reason', read.db.raw(`${person('a')} AS approver`)).first()
  if (!row) throw new NotFound('purchase request')
  return {
    ...headOf(row), organisationName: row.organisation_name, methodClause: row.clause, legalReference: row.legal_reference, reason: row.reason,
    medianPrice: row.median_price === null ? null : fromNumeric(row.median_price), deliveryDays: row.delivery_days, returnReason: row.return_reason, approver: row.approver,
    lines: await findFunded(read, organisationId, id), items: await findItems(read, organisationId, id), inspectors: await findInspectors(read, organisationId, id),
  }
}

async function findFunded(read: OfficerRead, organisationId: string, id: string): Promise<FundedLine[]> {
  const rows = await read.db('purchase_request_lines as l').where({ 'l.organisation_id': organisationId, 'l.request_id': id }).orderBy('l.line')
    .join('budget_lines as b', (on) => on.on('b.organisation_id', 'l.organisation_id').andOn('b.id', 'l.budget_line_id'))
    .select('l.budget_line_id', 'l.amount', 'b.number', 'b.title', 'b.source_code', 'b.economic_code')
  return rows.map((row) => ({
    lineId: row.budget_line_id, amount: fromNumeric(row.amount), number: row.number, title: row.title, sourceCode: row.source_code, economicCode: row.economic_code,
  }))
}

async function findItems(read: OfficerRead, organisationId: string, id: string): Promise<RequestItem[]> {
  const rows = await read.db('purchase_request_items').where({ organisation_id: organisationId, request_id: id }).orderBy('line').select('name', 'quantity', 'unit', 'price')
  return rows.map((row) => ({ name: row.name, quantity: readQuantity(row.quantity) ?? 0n, unit: row.unit, price: fromNumeric(row.price) }))
}

async function findInspectors(read: OfficerRead, organisationId: string, id: string): Promise<Inspector[]> {
  return read.db('purchase_request_inspectors').where({ organisation_id: organisationId, request_id: id }).orderBy('line').select('role', 'name', 'position')
}

/** Live requests for the same budget lines, of the same kind, within so many days: together they may be one purchase. */
export async function findNeighbours(read: OfficerRead, request: PurchaseRequest, days: number): Promise<RequestHead[]> {
  const lines = request.lines.map(({ lineId }) => lineId)
  const rows: HeadRow[] = await heads(read).where({ 'r.organisation_id': request.organisationId, 'r.kind': request.kind }).whereNot('r.id', request.id)
    .whereIn('r.state', ['submitted', 'approved', 'contracted'])
    .where('r.document_date', '>=', addDays(request.documentDate, -days)).where('r.document_date', '<=', addDays(request.documentDate, days))
    .whereExists(read.db('purchase_request_lines as l').whereRaw('l.organisation_id = r.organisation_id AND l.request_id = r.id').whereIn('l.budget_line_id', lines).select('l.line'))
    .orderBy('r.number')
  return rows.map(headOf)
}

export async function insertRequest(work: OfficerWork, command: RequestCommand, formKey: string): Promise<string> {
  const [row] = await work.db('purchase_requests').insert({
    organisation_id: work.actor.organisationId, state: 'draft', ...columnsOf(command), form_key: formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await insertParts(work, row.id, command)
  return row.id
}

const parts = ['purchase_request_lines', 'purchase_request_items', 'purchase_request_inspectors'] as const

export async function updateRequest(work: OfficerWork, request: RequestHead, command: RequestCommand): Promise<void> {
  await requestRows.change(work, request, columnsOf(command))
  for (const table of parts) await work.db(table).where({ organisation_id: work.actor.organisationId, request_id: request.id }).delete()
  await insertParts(work, request.id, command)
}

async function insertParts(work: OfficerWork, id: string, { lines, items, inspectors }: RequestCommand): Promise<void> {
  const own = (index: number) => ({ organisation_id: work.actor.organisationId, request_id: id, line: index + 1 })
  await work.db('purchase_request_lines').insert(lines.map(({ lineId, amount }, index) => ({ ...own(index), budget_line_id: lineId, amount: toNumeric(amount) })))
  await work.db('purchase_request_items').insert(items.map(({ name, quantity, unit, price }, index) => ({ ...own(index), name, quantity: storedQuantity(quantity), unit, price: toNumeric(price) })))
  await work.db('purchase_request_inspectors').insert(inspectors.map((inspector, index) => ({ ...own(index), ...inspector })))
}

function columnsOf({ documentDate, kind, methodCode, title, reason, medianPrice, deliveryDays, total }: RequestCommand): object {
  return {
    fiscal_year: fiscalYearOf(documentDate), document_date: documentDate, kind, method_code: methodCode, title, reason,
    median_price: medianPrice === null ? null : toNumeric(medianPrice), delivery_days: deliveryDays, total: toNumeric(total),
  }
}

export interface RequestChange {
  readonly state: RequestState
  readonly number?: number
  readonly returnReason?: string | null
  readonly isApproved?: boolean
}

export async function moveRequest(work: OfficerWork, request: RequestHead, { state, number, returnReason, isApproved }: RequestChange): Promise<void> {
  await requestRows.change(work, request, {
    state, ...(number !== undefined && { number }), ...(returnReason !== undefined && { return_reason: returnReason }),
    ...(isApproved === true && { approved_by: work.actor.userId, approved_at: work.now }),
  })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('purchase_requests as r').join('users as u', 'u.id', 'r.prepared_by')
    .joinRaw('JOIN LATERAL (SELECT p.* FROM procurement_methods p WHERE p.code = r.method_code AND p.valid_from <= r.document_date ORDER BY p.valid_from DESC LIMIT 1) m ON true')
    .select([...headColumns('r'), 'r.document_date', 'r.kind', 'r.method_code', 'm.name as method_name', 'r.title', 'r.total', 'r.prepared_by'])
    .select(read.db.raw(`${person('u')} AS author`))
}

interface HeadRow extends StoredHeadRow<RequestState> {
  document_date: string
  kind: PurchaseKind
  method_code: string
  method_name: string
  title: string
  total: string
  prepared_by: string
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  clause: string
  legal_reference: string
  reason: string
  median_price: string | null
  delivery_days: number
  return_reason: string | null
  approver: Person | null
}

function headOf(row: HeadRow): RequestHead {
  return {
    ...storedHead(row), documentDate: calendarDate(row.document_date), kind: row.kind, methodCode: row.method_code, methodName: row.method_name, title: row.title,
    total: fromNumeric(row.total), authorId: row.prepared_by, author: row.author,
  }
}

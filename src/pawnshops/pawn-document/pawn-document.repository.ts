// The daily documents and their lines. Row-level security narrows to the actor's scope; every query also names its organisation.
import { type Knex } from 'knex'
import { headRows, narrow, newestFirst, onePage, storedHead, totalOf, type FoundPage, type ListTotals, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { type PawnEvent, type PawnLine } from '../pawn-lines/pawn-lines.ts'
import {
  type PawnBook, type PawnCommand, type PawnDocument, type PawnFilter, type PawnHead, type PawnKind, type PawnState, type ShownLine,
} from './pawn-document.ts'

export const pawnRows = headRows('pawn_documents')

export async function findPawnDocuments(read: OfficerRead, filter: PawnFilter, most?: number): Promise<FoundPage<PawnHead>> {
  return onePage(newestFirst(asked(read, filter), place, filter), headOf, most)
}

export function totalPawnDocuments(read: OfficerRead, filter: PawnFilter): Promise<ListTotals> {
  return totalOf(read, narrow(asked(read, filter), place, filter), { amounts: ['total'], undone: ['reversed', 'cancelled'] })
}

const place = { alias: 'd', day: 'document_date' } as const

function asked(read: OfficerRead, { kind, search }: PawnFilter): Knex.QueryBuilder {
  const query = heads(read).where('d.kind', kind)
  if (search) narrowBySearch(query, search)
  return query
}

/** 'PN-00012/70' and '12' are numbers of vouchers; anything may be a ticket. */
function narrowBySearch(query: Knex.QueryBuilder, search: string): void {
  const [, number] = /^(?:[A-Z]{2}-)?0*([0-9]{1,9})(?:\/[0-9]{2})?$/i.exec(search) ?? []
  query.where((any) => {
    any.whereRaw(`EXISTS (SELECT 1 FROM pawn_lines l WHERE l.organisation_id = d.organisation_id AND l.document_id = d.id AND ? IN (l.ticket, l.new_ticket))`, [search])
      .orWhereRaw('strpos(d.reference, ?) > 0', [search])
    if (number !== undefined) any.orWhere('v.number', Number(number))
  })
}

export async function getPawnDocument(read: OfficerRead, asked: { organisationId: string; id: string; kind: PawnKind }): Promise<PawnDocument> {
  const row: FullRow | undefined = await heads(read).where({ 'd.organisation_id': asked.organisationId, 'd.id': asked.id, 'd.kind': asked.kind })
    .join('organisations as o', 'o.id', 'd.organisation_id').leftJoin('users as a', 'a.id', 'd.approved_by')
    .leftJoin('bank_accounts as b', (on) => on.on('b.organisation_id', 'd.organisation_id').andOn('b.id', 'd.bank_account_id'))
    .select('o.name as organisation_name', 'd.reference', 'd.remark', 'd.duplicate_reason', 'd.return_reason', 'd.approved_at', 'd.voucher_id', 'b.id as bank_id', 'b.bank_name', 'b.account_number',
      'b.account_code', read.db.raw(`${person('a')} AS approver`)).first()
  if (!row) throw new NotFound('pawnshop document')
  return {
    ...headOf(row), organisationName: row.organisation_name, reference: row.reference, remark: row.remark, duplicateReason: row.duplicate_reason, returnReason: row.return_reason,
    approver: row.approver, approvedAt: row.approved_at, voucherId: row.voucher_id,
    bank: row.bank_id === null ? null : { id: row.bank_id, name: `${row.bank_name} ${row.account_number}`, accountCode: row.account_code },
    lines: await findLines(read, asked),
  }
}

async function findLines(read: OfficerRead, { organisationId, id }: { organisationId: string; id: string }): Promise<ShownLine[]> {
  const rows: LineRow[] = await read.db('pawn_lines as l').where({ 'l.organisation_id': organisationId, 'l.document_id': id }).orderBy('l.line')
    .leftJoin('accounts as a', 'a.code', 'l.account_code').leftJoin('receipt_kinds as k', 'k.code', 'l.income_code').select('l.*', 'a.name as account_name', 'k.name as income_name')
  return rows.map((row) => ({
    event: row.event, ticket: row.ticket, newTicket: row.new_ticket, ticketCount: row.ticket_count, pledgedOn: row.pledged_on === null ? null : calendarDate(row.pledged_on),
    accountCode: row.account_code, incomeCode: row.income_code, keyText: row.key_text, place: placeOf(row), principal: fromNumeric(row.principal), interest: fromNumeric(row.interest),
    accrued: fromNumeric(row.accrued), proceeds: fromNumeric(row.proceeds), memo: row.memo, accountName: row.account_name, incomeName: row.income_name,
  }))
}

function placeOf(row: LineRow): PawnLine['place'] {
  return {
    subKind: row.sub_kind, subKey: row.sub_key, counterpartyId: row.counterparty_id, fundDocumentId: row.fund_document_id,
    refund: row.refund_kind === null || row.refund_id === null ? null : { kind: row.refund_kind, id: row.refund_id, budgetLineId: row.budget_line_id },
  }
}

export interface AskedPaper extends Pick<PawnCommand, 'documentDate' | 'bankAccountId' | 'reference' | 'total'> {
  /** Its own; undefined while it is new. */
  readonly id: string | undefined
}

/** The first paper that stands of the same day, place and total, or of the same number in the year (W_DUP); a later one that told its reason is none. */
export async function findSamePaper(read: OfficerRead, kind: PawnKind, { id, documentDate, bankAccountId, reference, total }: AskedPaper): Promise<PawnHead | undefined> {
  const query = heads(read).where({ 'd.organisation_id': read.actor.organisationId, 'd.kind': kind }).whereIn('d.state', ['draft', 'submitted', 'posted'])
    .where((same) => {
      same.where((day) => day.where({ 'd.document_date': documentDate, 'd.bank_account_id': bankAccountId, 'd.total': toNumeric(total) }))
      if (reference !== '') same.orWhere({ 'd.reference': reference, 'd.fiscal_year': fiscalYearOf(documentDate) })
    }).orderBy('d.id')
  const row: HeadRow | undefined = await (id === undefined ? query : query.whereNot('d.id', id).where((other) => other.where('d.id', '<', id).orWhere('d.duplicate_reason', ''))).first()
  return row && headOf(row)
}

/** A document that came into the book later and names one of these tickets. */
export async function findLaterUse(read: OfficerRead, { organisationId, voucherId, lines }: PawnDocument): Promise<LaterUse | undefined> {
  const tickets = lines.flatMap(({ ticket, newTicket }) => [ticket, newTicket].filter((each) => each !== null))
  if (tickets.length === 0) return undefined
  const row = await heads(read).where({ 'd.organisation_id': organisationId, 'd.state': 'posted' }).where('d.voucher_id', '>', voucherId)
    .whereRaw('EXISTS (SELECT 1 FROM pawn_lines l WHERE l.organisation_id = d.organisation_id AND l.document_id = d.id AND (l.ticket = ANY (?) OR l.new_ticket = ANY (?)))', [tickets, tickets])
    .select('v.type as voucher_type').first()
  return row && { voucher: row.voucher_type, number: row.number, fiscalYear: fiscalYear(row.fiscal_year) }
}

/** Its voucher's type and number. */
export type LaterUse = Pick<PawnHead, 'number' | 'fiscalYear'> & Pick<PawnBook, 'voucher'>

export interface PawnToStore extends PawnCommand {
  readonly lines: readonly PawnLine[]
}

export async function insertPawnDocument(work: OfficerWork, kind: PawnKind, document: PawnToStore & { readonly formKey: string }): Promise<string> {
  const [row] = await work.db('pawn_documents').insert({
    organisation_id: work.actor.organisationId, kind, state: 'draft', ...columnsOf(document), form_key: document.formKey, prepared_by: work.actor.userId,
    prepared_at: work.now,
  }).returning('id')
  await insertLines(work, row.id, document.lines)
  return row.id
}

export async function updatePawnDocument(work: OfficerWork, head: PawnHead, changed: PawnToStore): Promise<void> {
  await pawnRows.change(work, head, columnsOf(changed))
  await work.db('pawn_lines').where({ organisation_id: work.actor.organisationId, document_id: head.id }).delete()
  await insertLines(work, head.id, changed.lines)
}

function columnsOf({ documentDate, bankAccountId, reference, remark, duplicateReason, total }: PawnCommand): object {
  return {
    duplicate_reason: duplicateReason, fiscal_year: fiscalYearOf(documentDate), document_date: documentDate, bank_account_id: bankAccountId, reference, remark, total: toNumeric(total),
  }
}

async function insertLines(work: OfficerWork, id: string, lines: readonly PawnLine[]): Promise<void> {
  if (lines.length === 0) return
  await work.db('pawn_lines').insert(lines.map(({ place, ...line }, index) => ({
    organisation_id: work.actor.organisationId, document_id: id, line: index + 1, event: line.event, ticket: line.ticket, new_ticket: line.newTicket,
    ticket_count: line.ticketCount, pledged_on: line.pledgedOn, account_code: line.accountCode, income_code: line.incomeCode, key_text: line.keyText, counterparty_id: place.counterpartyId,
    sub_kind: place.subKind, sub_key: place.subKey, fund_document_id: place.fundDocumentId, refund_kind: place.refund?.kind, refund_id: place.refund?.id, budget_line_id: place.refund?.budgetLineId,
    principal: toNumeric(line.principal), interest: toNumeric(line.interest), accrued: toNumeric(line.accrued), proceeds: toNumeric(line.proceeds), memo: line.memo,
  })))
}

export interface PawnChange {
  readonly state: PawnState
  readonly submitted?: boolean
  readonly returnReason?: string | null
  readonly voucherId?: string
}

export async function movePawnDocument(work: OfficerWork, head: PawnHead, change: PawnChange): Promise<void> {
  await pawnRows.change(work, head, {
    state: change.state, ...(change.submitted !== undefined && { submitted_at: change.submitted ? work.now : null }),
    ...(change.returnReason !== undefined && { return_reason: change.returnReason }),
    ...(change.voucherId !== undefined && { voucher_id: change.voucherId, approved_by: work.actor.userId, approved_at: work.now }),
  })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('pawn_documents as d').join('users as u', 'u.id', 'd.prepared_by')
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'd.organisation_id').andOn('v.id', 'd.voucher_id'))
    .select('d.organisation_id', 'd.id', 'd.version', 'd.state', 'd.fiscal_year', 'v.number', 'd.document_date', 'd.total', 'd.prepared_by',
      read.db.raw(`(SELECT count(*)::int FROM pawn_lines l WHERE l.organisation_id = d.organisation_id AND l.document_id = d.id) AS line_count, ${person('u')} AS author`))
}

interface HeadRow extends StoredHeadRow<PawnState> {
  document_date: string
  total: string
  prepared_by: string
  line_count: number
  author: Person
}

interface FullRow extends HeadRow {
  organisation_name: string
  reference: string
  remark: string
  duplicate_reason: string
  return_reason: string | null
  approved_at: string | null
  approver: Person | null
  voucher_id: string | null
  bank_id: string | null
  bank_name: string
  account_number: string
  account_code: string
}

interface LineRow {
  event: PawnEvent
  ticket: string | null
  new_ticket: string | null
  ticket_count: number
  pledged_on: string | null
  account_code: string | null
  counterparty_id: string | null
  principal: string
  interest: string
  accrued: string
  proceeds: string
  memo: string
  account_name: string | null
  income_name: string | null
  income_code: string | null
  key_text: string
  sub_kind: string | null
  sub_key: string | null
  fund_document_id: string | null
  refund_kind: string | null
  refund_id: string | null
  budget_line_id: string | null
}

function headOf(row: HeadRow): PawnHead {
  return {
    ...storedHead(row), documentDate: calendarDate(row.document_date), total: fromNumeric(row.total), authorId: row.prepared_by, author: row.author,
    lineCount: row.line_count,
  }
}

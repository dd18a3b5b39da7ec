// The register of receipts. Row-level security narrows to the actor's scope; every query also names its organisation.
import { type Knex } from 'knex'
import { headColumns, headRows, narrow, onePage, orTryAgain, rowsPerPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, personName, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, sum, toNumeric, type Money } from '../../platform/money.ts'
import { type PostableLine } from '../income-line/income-line.ts'
import { paperOf, type ReceiptKind } from '../paper/paper.ts'
import {
  type Cancellation, type ChainLink, type EvidenceKind, type NewPaper, type NewPayment, type PayerFacts, type Receipt, type ReceiptFilter,
  type ReceiptHead, type ReceiptLine, type ReceiptPayment, type ReceiptState, type ReceiptToInsert,
} from './receipt.ts'

export const receiptRows = headRows('receipts')

export interface FoundPage {
  readonly receipts: ReceiptHead[]
  readonly hasMore: boolean
}

/** By day, newest first. */
export async function findReceipts(read: OfficerRead, filter: ReceiptFilter, most = rowsPerPage): Promise<FoundPage> {
  const query = heads(read, narrowed(read, filter))
    .orderBy([{ column: 'r.receipt_date', order: 'desc' }, { column: 'r.id', order: 'desc' }])
  if (filter.after) query.whereRaw('(r.receipt_date, r.id) < (?, ?)', [filter.after.date, filter.after.id])
  const { items, hasMore } = await onePage(query, headOf, most)
  return { receipts: items, hasMore }
}

/** Of everything the filter finds, not only of the page. */
export async function countReceipts(read: OfficerRead, filter: ReceiptFilter): Promise<{ count: number; cancelled: number; total: Money }> {
  const row = await narrowed(read, filter).first(read.db.raw(`
    count(*)::int AS count, (count(*) FILTER (WHERE r.state = 'cancelled'))::int AS cancelled,
    coalesce(sum(r.total) FILTER (WHERE r.state <> 'cancelled'), 0) AS total`))
  return { count: row.count, cancelled: row.cancelled, total: fromNumeric(row.total) }
}

function narrowed(read: OfficerRead, filter: ReceiptFilter): Knex.QueryBuilder {
  const query = narrow(read.db('receipts as r'), { alias: 'r', day: 'receipt_date', maker: 'recorded_by' }, filter)
  if (filter.kind) query.where('r.kind', filter.kind)
  // A cancellation is decided by neither of the two, the one who recorded and the one who asked (mayDecide).
  if (filter.by === 'others' && filter.state === 'cancelling') query.whereRaw('r.cancel_asked_by <> (SELECT laas_user_id())')
  if (filter.search) narrowBySearch(query, filter.search)
  return query
}

/** 'RCPT-00012/70', 'EVD-00012/70' and '12' are numbers, '12/34' is a book and a sheet, anything else part of the payer or the reference. */
function narrowBySearch(query: Knex.QueryBuilder, search: string): void {
  const [, series, number, yearOfCentury] = /^(RCPT|EVD)-0*([0-9]{1,9})(?:\/([0-9]{2}))?$/i.exec(search) ?? []
  const [, book, sheet] = /^(\S{1,20})\s*\/\s*0*([0-9]{1,5})$/.exec(search) ?? []
  if (series !== undefined) {
    query.where({ 'r.kind': series.toUpperCase() === 'EVD' ? 'evidence' : 'issued', 'r.number': Number(number) })
    if (yearOfCentury) query.whereRaw('r.fiscal_year % 100 = ?', [Number(yearOfCentury)])
    return
  }
  if (book !== undefined) { query.where({ 'r.book': book.replace(/^0+(?=[0-9]+$)/, ''), 'r.sheet': Number(sheet) }); return }
  query.where((any) => {
    any.whereRaw('strpos(r.payer, ?) > 0 OR strpos(r.evidence_reference, ?) > 0', [search, search])
    if (/^[0-9]{1,9}$/.test(search)) any.orWhere('r.number', Number(search)).orWhere('r.sheet', Number(search))
  })
}

export async function getReceipt(read: OfficerRead, organisationId: string, id: string): Promise<Receipt> {
  const row: FullRow | undefined = await whole(read).where({ 'r.organisation_id': organisationId, 'r.id': id }).first()
  if (!row) throw new NotFound('receipt')
  return receiptOf(row, { lines: await findLines(read, organisationId, id), payments: await findPayments(read, organisationId, id) })
}

/** Held until commit. */
export const lockReceipt = receiptRows.lock

/** Locks the row first, so that what is read after it is the latest. */
export async function getReceiptForChange(work: OfficerWork, id: string): Promise<Receipt> {
  await lockReceipt(work, id)
  return getReceipt(work, work.actor.organisationId, id)
}

export interface AskedSheet {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  readonly book: string
  readonly sheet: number
}

/** All that was ever keyed of one sheet, oldest first: at most one of them was not miskeyed. */
export async function findOfSheet(read: OfficerRead, asked: AskedSheet): Promise<ReceiptHead[]> {
  const { organisationId, fiscalYear: year, book, sheet } = asked
  const ofSheet = { 'r.organisation_id': organisationId, 'r.fiscal_year': year, 'r.book': book, 'r.sheet': sheet }
  const rows: HeadRow[] = await heads(read, read.db('receipts as r').where(ofSheet)).orderBy('r.id')
  return rows.map(headOf)
}

/** What was withheld is in the books with the payment that withheld it, and goes into no slip. */
export async function insertReceipt(work: OfficerWork, receipt: ReceiptToInsert): Promise<string> {
  const { payerFacts, withheldBy } = receipt
  const [row] = await work.db('receipts').insert({
    organisation_id: work.actor.organisationId, kind: receipt.paper.kind, state: withheldBy ? 'summarised' : 'recorded',
    fiscal_year: fiscalYearOf(receipt.receiptDate), number: receipt.number, ...paperColumns(receipt.paper),
    receipt_date: receipt.receiptDate, payer: receipt.payer, remark: receipt.remark, payer_kind: payerFacts?.kind ?? null,
    payer_number: payerFacts?.number ?? '', payer_address: payerFacts?.address ?? '', withheld_kind: withheldBy?.kind ?? null, withheld_id: withheldBy?.id ?? null,
    notice_giver_id: receipt.notice?.giverId ?? null, notice_id: receipt.notice?.id ?? null,
    total: toNumeric(sum(receipt.lines.map((line) => line.amount))),
    form_key: receipt.formKey, recorded_by: work.actor.userId, recorded_at: work.now,
  }).returning('id').catch(orTryAgain())
  await insertParts(work, row.id, receipt)
  return row.id
}

function paperColumns(paper: NewPaper): object {
  if (paper.kind === 'handwritten') return { book: paper.book, sheet: paper.sheet }
  return paper.kind === 'issued' ? {} : { evidence_kind: paper.evidenceKind, evidence_reference: paper.reference }
}

async function insertParts(work: OfficerWork, receiptId: string, { lines, payments }: Pick<ReceiptToInsert, 'lines' | 'payments'>): Promise<void> {
  const own = { organisation_id: work.actor.organisationId, receipt_id: receiptId }
  await work.db('receipt_lines').insert(lines.map((line, index) => ({ ...own, line: index + 1, ...lineColumns(line) })))
  await work.db('receipt_payments').insert(payments.map((payment, index) => ({ ...own, line: index + 1, ...paymentColumns(payment) })))
}

function lineColumns({ incomeCode, accountCode, description, reference, amount, assessed, discount, place }: PostableLine): object {
  const { subKind, subKey, counterpartyId, fundDocumentId, refund } = place
  return {
    income_code: incomeCode, account_code: accountCode, description, reference, amount: toNumeric(amount), assessed: assessed ? toNumeric(assessed) : null, discount: discount ? toNumeric(discount) : null, sub_kind: subKind, sub_key: subKey,
    counterparty_id: counterpartyId, fund_document_id: fundDocumentId, refund_kind: refund?.kind ?? null, refund_id: refund?.id ?? null,
    budget_line_id: refund?.budgetLineId ?? null,
  }
}

function paymentColumns({ means, bankAccountId, reference, cheque, valueDate, amount }: NewPayment): object {
  return {
    means, bank_account_id: bankAccountId, reference, amount: toNumeric(amount), cheque_bank: cheque?.bank ?? null,
    cheque_number: cheque?.number ?? null, cheque_date: cheque?.date ?? null, value_date: valueDate ?? null,
  }
}

async function findLines(read: OfficerRead, organisationId: string, receiptId: string): Promise<ReceiptLine[]> {
  const rows = await read.db('receipt_lines as l').join('accounts as a', 'a.code', 'l.account_code')
    .leftJoin('revenue_codes as c', 'c.code', 'l.income_code').leftJoin('receipt_kinds as k', 'k.code', 'l.income_code')
    .leftJoin('sub_ledger_keys as s', (on) => on.on('s.organisation_id', 'l.organisation_id').andOn('s.kind', 'l.sub_kind').andOn('s.key', 'l.sub_key'))
    .leftJoin('organisations as o', 'o.id', 'l.counterparty_id')
    .where({ 'l.organisation_id': organisationId, 'l.receipt_id': receiptId }).orderBy('l.line')
    .select('l.income_code', 'l.account_code', 'l.description', 'l.reference', 'l.amount', 'l.assessed', 'l.discount', 'l.sub_kind', 'l.sub_key', 's.name as key_name', 'o.name as unit_name',
      read.db.raw('coalesce(c.name, k.name, a.name) AS name'))
  return rows.map((row) => ({
    incomeCode: row.income_code, accountCode: row.account_code, name: row.name, description: row.description, reference: row.reference,
    keyName: keyName(row), amount: fromNumeric(row.amount), assessed: row.assessed === null ? null : fromNumeric(row.assessed), discount: row.discount === null ? null : fromNumeric(row.discount),
  }))
}

function keyName(row: { unit_name: string | null; sub_key: string | null; key_name: string | null }): string {
  return row.unit_name ?? (row.sub_key === null ? '' : `${row.sub_key} ${row.key_name ?? ''}`.trim())
}

async function findPayments(read: OfficerRead, organisationId: string, receiptId: string): Promise<ReceiptPayment[]> {
  const rows = await read.db('receipt_payments as p')
    .leftJoin('bank_accounts as b', (on) => on.on('b.organisation_id', 'p.organisation_id').andOn('b.id', 'p.bank_account_id'))
    .where({ 'p.organisation_id': organisationId, 'p.receipt_id': receiptId }).orderBy('p.line')
    .select('p.means', 'p.reference', 'p.amount', 'p.bank_account_id', 'p.cheque_bank', 'p.cheque_number', 'p.cheque_date', 'p.value_date',
      'b.bank_name', 'b.account_number')
  return rows.map((row) => ({
    means: row.means, reference: row.reference, amount: fromNumeric(row.amount), valueDate: row.value_date === null ? null : calendarDate(row.value_date),
    bank: row.bank_name === null ? null : { id: row.bank_account_id, name: row.bank_name, accountNumber: row.account_number },
    cheque: row.cheque_number === null ? null : { bank: row.cheque_bank, number: row.cheque_number, date: calendarDate(row.cheque_date) },
  }))
}

/** The paper was cancelled, says one; it counts until another has confirmed it. */
export async function askCancel(work: OfficerWork, receipt: ReceiptHead, reason: string): Promise<void> {
  await receiptRows.change(work, receipt, { state: 'cancelling', cancel_reason: reason, cancel_asked_by: work.actor.userId, cancel_asked_at: work.now })
}

export async function refuseCancel(work: OfficerWork, receipt: ReceiptHead): Promise<void> {
  await receiptRows.change(work, receipt, { state: 'recorded', cancel_reason: null, cancel_asked_by: null, cancel_asked_at: null })
}

/** `reason`: of what was miskeyed, or of what went with the document behind it; otherwise it was given when it was asked for. */
export async function markCancelled(work: OfficerWork, receipt: ReceiptHead, change: { reason?: string; isMiskeyed: boolean; isAlone?: boolean }): Promise<void> {
  await receiptRows.change(work, receipt, {
    state: 'cancelled', is_miskeyed: change.isMiskeyed, cancelled_by: work.actor.userId, cancelled_at: work.now, is_signed_alone: change.isAlone ?? false,
    ...(change.reason !== undefined && { cancel_reason: change.reason }),
  })
}

/** Whoever cancelled is named wherever a receipt is. */
function heads(read: OfficerRead, receipts: Knex.QueryBuilder): Knex.QueryBuilder {
  return receipts.leftJoin('users as x', 'x.id', 'r.cancelled_by').leftJoin('users as q', 'q.id', 'r.cancel_asked_by').select(
    ...headColumns('r'), 'r.kind', 'r.book', 'r.sheet', 'r.receipt_date', 'r.payer', 'r.total',
    'r.cancel_reason', 'r.is_miskeyed', 'r.cancelled_by', 'r.cancelled_at', 'r.cancel_asked_by', 'r.cancel_asked_at',
    read.db.raw(`${personName('x')} AS canceller, ${personName('q')} AS asker`))
}

function whole(read: OfficerRead): Knex.QueryBuilder {
  const link = (alias: string) => `CASE WHEN ${alias}.id IS NOT NULL
    THEN json_build_object('id', ${alias}.id::text, 'year', ${alias}.fiscal_year, 'number', ${alias}.number) END`
  return heads(read, read.db('receipts as r')).join('users as u', 'u.id', 'r.recorded_by')
    .leftJoin('remittances as s', (on) => on.on('s.organisation_id', 'r.organisation_id').andOn('s.id', 'r.remittance_id'))
    .leftJoin('remittance_summaries as m', (on) => on.on('m.organisation_id', 's.organisation_id').andOn('m.id', 's.summary_id'))
    .joinRaw(`LEFT JOIN vouchers v ON v.organisation_id = r.organisation_id AND (v.id = m.voucher_id
      OR v.source_kind = r.withheld_kind AND v.source_id = r.withheld_id AND v.type = 'PV' AND v.reverses_id IS NULL)`)
    .select('r.evidence_kind', 'r.evidence_reference', 'r.remark', 'r.recorded_by', 'r.recorded_at', 'r.payer_kind', 'r.payer_number', 'r.payer_address',
      'r.withheld_kind', 'r.withheld_id', read.db.raw(`${person('u')} AS recorder, ${link('s')} AS slip, ${link('m')} AS summary, ${link('v')} AS voucher`))
}

interface HeadRow extends StoredHeadRow<ReceiptState> {
  kind: ReceiptKind
  book: string | null
  sheet: number | null
  receipt_date: string
  payer: string
  total: string
  cancel_reason: string | null
  is_miskeyed: boolean
  cancelled_by: string | null
  cancelled_at: string | null
  canceller: string | null
  cancel_asked_by: string | null
  cancel_asked_at: string | null
  asker: string | null
}

type LinkRow = { id: string; year: number; number: number | null } | null

interface FullRow extends HeadRow {
  evidence_kind: EvidenceKind | null
  evidence_reference: string
  remark: string
  recorded_by: string
  recorder: Person
  payer_kind: PayerFacts['kind']
  payer_number: string
  payer_address: string
  withheld_kind: string | null
  withheld_id: string | null
  recorded_at: string
  slip: LinkRow
  summary: LinkRow
  voucher: LinkRow
}

function headOf(row: HeadRow): ReceiptHead {
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, state: row.state,
    paper: paperOf({ ...row, fiscalYear: fiscalYear(row.fiscal_year) }),
    receiptDate: calendarDate(row.receipt_date), payer: row.payer, total: fromNumeric(row.total), cancelled: cancellationOf(row),
  }
}

/** What was cancelled before two were asked names one. */
function cancellationOf(row: HeadRow): Cancellation | null {
  if (row.cancel_reason === null) return null
  const cause = row.is_miskeyed ? 'miskeyed' : 'paper'
  const asked = { by: row.asker ?? row.canceller ?? '', byId: row.cancel_asked_by ?? row.cancelled_by ?? '', at: row.cancel_asked_at ?? row.cancelled_at ?? '' }
  const isConfirmed = row.cancel_asked_by !== null
  return { cause, reason: row.cancel_reason, ...asked, confirmedBy: isConfirmed ? row.canceller : null, confirmedAt: isConfirmed ? row.cancelled_at : null }
}

function linkOf(row: LinkRow): ChainLink | null {
  return row && { id: row.id, fiscalYear: fiscalYear(row.year), number: row.number }
}

function receiptOf(row: FullRow, parts: Pick<Receipt, 'lines' | 'payments'>): Receipt {
  return {
    ...headOf(row), ...parts, evidenceKind: row.evidence_kind, evidenceReference: row.evidence_reference, remark: row.remark,
    authorId: row.recorded_by, payerFacts: { kind: row.payer_kind, number: row.payer_number, address: row.payer_address },
    withheldBy: row.withheld_kind === null || row.withheld_id === null ? null : { kind: row.withheld_kind, id: row.withheld_id },
    recordedBy: row.recorder, recordedAt: row.recorded_at, slip: linkOf(row.slip), summary: linkOf(row.summary),
    voucher: linkOf(row.voucher),
  }
}

/** Refunds that were handed in for any of these receipts and stand (RE-7): as they are called in the chain of documents. */
export async function findClaimedBack(read: OfficerRead, receiptIds: readonly string[]): Promise<{ readonly number: number; readonly fiscalYear: FiscalYear }[]> {
  const rows = await read.db('claims').where('organisation_id', read.actor.organisationId).whereIn('receipt_id', [...receiptIds]).whereNotIn('state', ['draft', 'cancelled'])
    .whereNotNull('number').orderBy('id').select('number', 'fiscal_year')
  return rows.map((row) => ({ number: row.number, fiscalYear: fiscalYear(row.fiscal_year) }))
}

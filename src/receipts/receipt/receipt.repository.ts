// The register of receipts. Row-level security narrows to the actor's scope; every query also names its organisation.
import { type Knex } from 'knex'
import { headColumns, headRows, narrow, onePage, orTryAgain, rowsPerPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { personName } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type FiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, sum, toNumeric, type Money } from '../../platform/money.ts'
import {
  paperOf, type Cancellation, type ChainLink, type EvidenceKind, type MissingSheets, type NewPaper, type NewReceipt, type PostableLine,
  type Receipt, type ReceiptFilter, type ReceiptHead, type ReceiptKind, type ReceiptLine, type ReceiptPayment, type ReceiptState,
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
  const query = narrow(read.db('receipts as r'), { alias: 'r', day: 'receipt_date' }, filter)
  if (filter.kind) query.where('r.kind', filter.kind)
  if (filter.search) narrowBySearch(query, filter.search)
  return query
}

/** 'EVD-00012/70' and '12' are numbers, '12/34' is a book and a sheet, anything else part of the payer or the reference. */
function narrowBySearch(query: Knex.QueryBuilder, search: string): void {
  const [, evidence, yearOfCentury] = /^EVD-0*([0-9]{1,9})(?:\/([0-9]{2}))?$/i.exec(search) ?? []
  const [, book, sheet] = /^(\S{1,20})\s*\/\s*0*([0-9]{1,5})$/.exec(search) ?? []
  if (evidence !== undefined) {
    query.where('r.number', Number(evidence))
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

/** Locks the row first, so that what is read after it is the latest. */
export async function getReceiptForChange(work: OfficerWork, id: string): Promise<Receipt> {
  await receiptRows.lock(work, id)
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

/** Between the first sheet of a book that was ever keyed and the last. */
export async function findMissingSheets(read: OfficerRead, organisationId: string, year: FiscalYear): Promise<MissingSheets[]> {
  const { rows } = await read.db.raw<{ rows: { book: string; sheet: number; next: number }[] }>(`
    WITH keyed AS (
      SELECT r.book, r.sheet, false AS is_miskeyed FROM receipts r
        WHERE r.organisation_id = :organisationId AND r.fiscal_year = :year AND r.book IS NOT NULL AND NOT r.is_miskeyed
      UNION SELECT r.book, r.sheet, true FROM receipts r
        WHERE r.organisation_id = :organisationId AND r.fiscal_year = :year AND r.is_miskeyed
    ), fence AS (
      SELECT k.book, k.sheet FROM keyed k WHERE NOT k.is_miskeyed
      UNION SELECT k.book, min(k.sheet) - 1 FROM keyed k GROUP BY k.book UNION SELECT k.book, max(k.sheet) + 1 FROM keyed k GROUP BY k.book
    )
    SELECT n.book, n.sheet, n.next FROM (
      SELECT f.book, f.sheet, lead(f.sheet) OVER (PARTITION BY f.book ORDER BY f.sheet) AS next FROM fence f
    ) n
    WHERE n.next > n.sheet + 1 ORDER BY n.book, n.sheet LIMIT 50`, { organisationId, year })
  return rows.map((row) => ({ book: row.book, from: row.sheet + 1, until: row.next - 1 }))
}

export interface ReceiptToInsert extends Omit<NewReceipt, 'lines'> {
  readonly lines: readonly PostableLine[]
  readonly number: number | null
}

export async function insertReceipt(work: OfficerWork, receipt: ReceiptToInsert): Promise<string> {
  const own = { organisation_id: work.actor.organisationId }
  const [row] = await work.db('receipts').insert({
    ...own, kind: receipt.paper.kind, state: 'recorded', fiscal_year: fiscalYearOf(receipt.receiptDate),
    ...paperColumns(receipt.paper, receipt.number),
    receipt_date: receipt.receiptDate, payer: receipt.payer, remark: receipt.remark,
    total: toNumeric(sum(receipt.lines.map((line) => line.amount))),
    form_key: receipt.formKey, recorded_by: work.actor.userId, recorded_at: work.now,
  }).returning('id').catch(orTryAgain())
  await work.db('receipt_lines').insert(receipt.lines.map((line, index) => ({
    ...own, receipt_id: row.id, line: index + 1, income_code: line.incomeCode, account_code: line.accountCode,
    description: line.description,
    amount: toNumeric(line.amount),
  })))
  await work.db('receipt_payments').insert(receipt.payments.map((payment, index) => ({
    ...own, receipt_id: row.id, line: index + 1, means: payment.means, bank_account_id: payment.bankAccountId, reference: payment.reference,
    amount: toNumeric(payment.amount),
  })))
  return row.id
}

function paperColumns(paper: NewPaper, number: number | null): object {
  if (paper.kind === 'handwritten') return { book: paper.book, sheet: paper.sheet }
  return { number, evidence_kind: paper.evidenceKind, evidence_reference: paper.reference }
}

export interface CancelChange {
  readonly state: ReceiptState
  readonly reason: string
  readonly isMiskeyed: boolean
}

export async function markCancelled(work: OfficerWork, receipt: ReceiptHead, change: CancelChange): Promise<void> {
  await receiptRows.change(work, receipt, {
    state: change.state, cancel_reason: change.reason, is_miskeyed: change.isMiskeyed, cancelled_by: work.actor.userId,
    cancelled_at: work.now,
  })
}

async function findLines(read: OfficerRead, organisationId: string, id: string): Promise<ReceiptLine[]> {
  const rows = await read.db('receipt_lines as l').join('accounts as a', 'a.code', 'l.account_code')
    .leftJoin('revenue_codes as c', 'c.code', 'l.income_code')
    .where({ 'l.organisation_id': organisationId, 'l.receipt_id': id }).orderBy('l.line')
    .select('l.income_code', 'l.account_code', 'l.description', 'l.amount', read.db.raw('coalesce(c.name, a.name) AS name'))
  return rows.map((row) => ({
    incomeCode: row.income_code, accountCode: row.account_code, name: row.name, description: row.description,
    amount: fromNumeric(row.amount),
  }))
}

async function findPayments(read: OfficerRead, organisationId: string, id: string): Promise<ReceiptPayment[]> {
  const rows = await read.db('receipt_payments as p')
    .leftJoin('bank_accounts as b', (on) => on.on('b.organisation_id', 'p.organisation_id').andOn('b.id', 'p.bank_account_id'))
    .where({ 'p.organisation_id': organisationId, 'p.receipt_id': id }).orderBy('p.line')
    .select('p.means', 'p.reference', 'p.amount', 'p.bank_account_id', 'b.bank_name', 'b.account_number')
  return rows.map((row) => ({
    means: row.means, reference: row.reference, amount: fromNumeric(row.amount),
    bank: row.bank_name === null ? null : { id: row.bank_account_id, name: row.bank_name, accountNumber: row.account_number },
  }))
}

/** Whoever cancelled is named wherever a receipt is. */
function heads(read: OfficerRead, receipts: Knex.QueryBuilder): Knex.QueryBuilder {
  return receipts.leftJoin('users as x', 'x.id', 'r.cancelled_by').select(
    ...headColumns('r'), 'r.kind', 'r.book', 'r.sheet', 'r.receipt_date', 'r.payer', 'r.total',
    'r.cancel_reason', 'r.is_miskeyed', 'r.cancelled_by', 'r.cancelled_at', read.db.raw(`${personName('x')} AS canceller`))
}

function whole(read: OfficerRead): Knex.QueryBuilder {
  const link = (alias: string) => `CASE WHEN ${alias}.id IS NOT NULL
    THEN json_build_object('id', ${alias}.id::text, 'year', ${alias}.fiscal_year, 'number', ${alias}.number) END`
  return heads(read, read.db('receipts as r')).join('users as u', 'u.id', 'r.recorded_by')
    .leftJoin('remittances as s', (on) => on.on('s.organisation_id', 'r.organisation_id').andOn('s.id', 'r.remittance_id'))
    .leftJoin('remittance_summaries as m', (on) => on.on('m.organisation_id', 's.organisation_id').andOn('m.id', 's.summary_id'))
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'm.organisation_id').andOn('v.id', 'm.voucher_id'))
    .select('r.evidence_kind', 'r.evidence_reference', 'r.remark', 'r.recorded_by', 'r.recorded_at',
      read.db.raw(`${personName('u')} AS recorder, ${link('s')} AS slip, ${link('m')} AS summary, ${link('v')} AS voucher`))
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
  cancelled_by: string
  cancelled_at: string
  canceller: string
}

type LinkRow = { id: string; year: number; number: number | null } | null

interface FullRow extends HeadRow {
  evidence_kind: EvidenceKind | null
  evidence_reference: string
  remark: string
  recorded_by: string
  recorder: string
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

function cancellationOf(row: HeadRow): Cancellation | null {
  if (row.cancel_reason === null) return null
  const cause = row.is_miskeyed ? 'miskeyed' : 'paper'
  return { cause, reason: row.cancel_reason, by: row.canceller, byId: row.cancelled_by, at: row.cancelled_at }
}

function linkOf(row: LinkRow): ChainLink | null {
  return row && { id: row.id, fiscalYear: fiscalYear(row.year), number: row.number }
}

function receiptOf(row: FullRow, parts: Pick<Receipt, 'lines' | 'payments'>): Receipt {
  return {
    ...headOf(row), ...parts, evidenceKind: row.evidence_kind, evidenceReference: row.evidence_reference, remark: row.remark,
    authorId: row.recorded_by,
    recordedBy: row.recorder, recordedAt: row.recorded_at, slip: linkOf(row.slip), summary: linkOf(row.summary),
    voucher: linkOf(row.voucher),
  }
}

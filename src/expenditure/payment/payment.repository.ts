import { type Knex } from 'knex'
import { headColumns, headRows, isTwin, narrow, newestFirst, onePage, storedHead, totalOf, type FoundPage, type ListTotals, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { type Channel } from '../claim/claim.ts'
import { paymentText } from '../payment.text.ts'
import { type PaidClaim, type Payment, type PaymentCommand, type PaymentFilter, type PaymentHead, type PaymentState } from './payment.ts'

const { errors } = paymentText

export const paymentRows = headRows('payments')

export async function findPayments(read: OfficerRead, filter: PaymentFilter, most?: number): Promise<FoundPage<PaymentHead>> {
  return onePage(newestFirst(asked(read, filter), place, filter), headOf, most)
}

/** Gross, deducted, net. What came back stands in the books as paid, and is counted. */
export function totalPayments(read: OfficerRead, filter: PaymentFilter): Promise<ListTotals> {
  return totalOf(read, narrow(asked(read, filter), place, filter), { amounts: ['gross', 'deducted', 'net'], undone: ['reversed', 'cancelled'] })
}

const place = { alias: 'm', day: 'payment_date' } as const

function asked(read: OfficerRead, { search }: PaymentFilter): Knex.QueryBuilder {
  const query = heads(read)
  if (search !== '') searched(query, search)
  return query
}

/** 'CLM-00012/70' is a claim it pays, 'PV-00012/70' its voucher, the year may be left out; anything else the number of its cheque or part of a payee's name. */
function searched(query: Knex.QueryBuilder, search: string): void {
  const [, series, number, year] = /^(CLM|PV)-?0*([0-9]{1,9})(?:\/([0-9]{2}))?$/i.exec(search) ?? []
  if (number === undefined) { query.where((any) => any.whereRaw('strpos(t.payee_names, ?) > 0', [search]).orWhere('q.number', search)); return }
  const named = { number: Number(number), year: year === undefined ? null : Number(year) }
  const isThe = (alias: string) => `${alias}.number = :number AND (:year::int IS NULL OR ${alias}.fiscal_year % 100 = :year)`
  query.whereRaw(series?.toUpperCase() === 'PV'
    ? `EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = m.organisation_id AND v.id = m.voucher_id AND ${isThe('v')})`
    : `EXISTS (SELECT 1 FROM payment_claims k JOIN claims c ON c.organisation_id = k.organisation_id AND c.id = k.claim_id WHERE k.organisation_id = m.organisation_id AND k.payment_id = m.id AND ${isThe('c')})`, named)
}

export async function getPayment(read: OfficerRead, organisationId: string, id: string): Promise<Payment> {
  const row: FullRow | undefined = await heads(read).where({ 'm.organisation_id': organisationId, 'm.id': id })
    .join('users as u', 'u.id', 'm.prepared_by').leftJoin('users as p', 'p.id', 'm.posted_by').join('organisations as o', 'o.id', 'm.organisation_id')
    .leftJoin('cheque_report_rows as w', (on) => on.on('w.organisation_id', 'm.organisation_id').andOn('w.id', 'm.report_row_id'))
    .leftJoin('cheque_reports as r', (on) => on.on('r.organisation_id', 'w.organisation_id').andOn('r.id', 'w.report_id'))
    .select('o.name as organisation_name', 'm.report_row_id', 'r.id as report_id', 'r.number as report_number', 'r.fiscal_year as report_year', 'm.bank_account_id', 'm.cheque_id', 'm.paper_number', 'm.paper_date', 'm.reference', 'm.remark', 'm.reason', 'm.bounced_on', 'm.bounce_voucher_id', 'q.cheque_date', 'q.handed_to',
      read.db.raw(`${person('u')} AS author, ${person('p')} AS poster`)).first()
  if (!row) throw new NotFound('payment')
  return {
    ...headOf(row), bankAccountId: row.bank_account_id, chequeId: row.cheque_id, chequeDate: row.cheque_date === null ? null : calendarDate(row.cheque_date),
    handedTo: row.handed_to, paperNumber: row.paper_number, paperDate: row.paper_date === null ? null : calendarDate(row.paper_date), reference: row.reference,
    remark: row.remark, reason: row.reason, bouncedOn: row.bounced_on === null ? null : calendarDate(row.bounced_on), bounceVoucherId: row.bounce_voucher_id, author: row.author, poster: row.poster, reportRowId: row.report_row_id,
    report: row.report_id === null || row.report_number === null || row.report_year === null ? null : { id: row.report_id, number: row.report_number, fiscalYear: fiscalYear(row.report_year) },
    organisationName: row.organisation_name, claims: await findClaimsOfPayment(read, organisationId, id),
  }
}

async function findClaimsOfPayment(read: OfficerRead, organisationId: string, paymentId: string): Promise<PaidClaim[]> {
  const rows: ClaimRow[] = await claims(read, 'c.reopened_by IS NULL OR c.reopened_by >= k.payment_id', paidPeople).join('payment_claims as k', (on) => on.on('k.organisation_id', 'c.organisation_id').andOn('k.claim_id', 'c.id'))
    .where({ 'k.organisation_id': organisationId, 'k.payment_id': paymentId }).orderBy('c.id')
  return rows.map(claimOf)
}

export interface AskedPayable {
  /** Part of the title or the payee's name, or a number. */
  readonly search: string
  /** Found whatever is searched for. */
  readonly chosen: readonly string[]
}

export interface FoundPayable {
  readonly claims: readonly PaidClaim[]
  readonly hasMore: boolean
}

const mostPayable = 200

/** Approved claims of the own office that wait for their payment and stand in no report: those chosen, then the oldest that were searched for. */
export async function findPayable(read: OfficerRead, { search, chosen }: AskedPayable): Promise<FoundPayable> {
  const rows: ClaimRow[] = await payable(read).modify((query) => { if (search !== '') claimSearched(query, search) }).whereNotIn('c.id', [...chosen]).orderBy('c.id').limit(mostPayable + 1)
  return { claims: [...await findPayableAmong(read, chosen), ...rows.slice(0, mostPayable).map(claimOf)], hasMore: rows.length > mostPayable }
}

/** Of these the ones that wait. */
export async function findPayableAmong(read: OfficerRead, ids: readonly string[]): Promise<PaidClaim[]> {
  const rows: ClaimRow[] = ids.length === 0 ? [] : await payable(read).whereIn('c.id', [...ids]).orderBy('c.id')
  return rows.map(claimOf)
}

function payable(read: OfficerRead): Knex.QueryBuilder {
  return claims(read).where({ 'c.organisation_id': read.actor.organisationId, 'c.state': 'approved' })
    .whereRaw('NOT EXISTS (SELECT FROM cheque_report_claims w WHERE w.organisation_id = c.organisation_id AND w.claim_id = c.id AND w.is_live)')
}

function claimSearched(query: Knex.QueryBuilder, search: string): void {
  const [, number] = /^(?:CLM-)?0*([0-9]{1,9})(?:\/[0-9]{2})?$/i.exec(search) ?? []
  query.where((any) => {
    any.whereRaw('(strpos(c.title, ?) > 0 OR strpos(p.name, ?) > 0)', [search, search])
    if (number !== undefined) any.orWhere('c.number', Number(number))
  })
}

/** What one payment paid the people it was made for alone. */
const paidPeople = `(SELECT sum(y.net) FROM payment_people g JOIN claim_payees y ON y.organisation_id = g.organisation_id AND y.claim_id = g.claim_id AND y.line = g.line
  WHERE g.organisation_id = k.organisation_id AND g.payment_id = k.payment_id AND g.claim_id = k.claim_id)`
const owedPeople = '(SELECT sum(o.net) FROM people_owed(c.organisation_id, c.id) o)'

/** With what is owed of it: after a payment that bounced its net, or that of the people whose money alone came back. */
function claims(read: OfficerRead, isWhole = 'c.reopened_by IS NULL', people = owedPeople): Knex.QueryBuilder {
  return read.db('claims as c').leftJoin('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .leftJoin('departments as d', (on) => on.on('d.organisation_id', 'c.organisation_id').andOn('d.id', 'c.department_id'))
    .select('c.id', 'c.number', 'c.fiscal_year', 'c.title', 'c.payee_id', 'c.payee_account_id', 'c.claim_date', 'c.channel', 'p.name as payee_name', 'd.name as department_name',
      read.db.raw(`(SELECT x.account_number || ' ' || b.name FROM payee_accounts x JOIN banks b ON b.code = x.bank_code WHERE x.organisation_id = c.organisation_id AND x.id = c.payee_account_id) AS account,
        CASE WHEN ${isWhole} THEN c.gross ELSE coalesce(${people}, c.net) END AS gross, CASE WHEN ${isWhole} THEN c.deducted ELSE 0 END AS deducted,
        CASE WHEN ${isWhole} THEN c.net ELSE coalesce(${people}, c.net) END AS net`))
}

/** By row of a cheque report. */
export async function findClaimsOfRows(read: OfficerRead, organisationId: string, rowIds: readonly string[]): Promise<ReadonlyMap<string, PaidClaim[]>> {
  const rows: (ClaimRow & { row_id: string })[] = await claims(read).join('cheque_report_claims as w', (on) => on.on('w.organisation_id', 'c.organisation_id').andOn('w.claim_id', 'c.id'))
    .where('w.organisation_id', organisationId).whereIn('w.row_id', [...rowIds]).orderBy('c.id').select('w.row_id')
  return new Map(rowIds.map((id) => [id, rows.filter((row) => row.row_id === id).map(claimOf)]))
}

/** The cheque these claims were to be paid by before, cancelled since. */
export async function findCancelledCheque(read: OfficerRead, claimIds: readonly string[]): Promise<string | undefined> {
  const row = await read.db('payment_claims as k').join('payments as m', (on) => on.on('m.organisation_id', 'k.organisation_id').andOn('m.id', 'k.payment_id'))
    .join('cheques as q', (on) => on.on('q.organisation_id', 'm.organisation_id').andOn('q.id', 'm.cheque_id'))
    .where({ 'k.organisation_id': read.actor.organisationId, 'q.state': 'cancelled' }).whereIn('k.claim_id', [...claimIds]).orderBy('q.id', 'desc').first('q.id')
  return row?.id
}

/** The day on which the bank last gave back money of these claims, or of some of their people. */
export async function findLastBounce(read: OfficerRead, claimIds: readonly string[]): Promise<CalendarDate | null> {
  const row: { day: string | null } | undefined = await read.db('payment_claims as k').join('payments as m', (on) => on.on('m.organisation_id', 'k.organisation_id').andOn('m.id', 'k.payment_id'))
    .leftJoin('payment_bounces as b', (on) => on.on('b.organisation_id', 'm.organisation_id').andOn('b.payment_id', 'm.id').andOnVal('b.is_live', true))
    .where('k.organisation_id', read.actor.organisationId).whereIn('k.claim_id', [...claimIds]).first(read.db.raw(`max(greatest(CASE m.state WHEN 'bounced' THEN m.bounced_on END, b.bounced_on)) AS day`))
  return row === undefined || row.day === null ? null : calendarDate(row.day)
}

/** The day on which the last of these claims became a debt in the books: by its approval, or by the delivery it is of. */
export async function findLastDebt(read: OfficerRead, claimIds: readonly string[]): Promise<CalendarDate | null> {
  const { rows: [row] } = await read.db.raw<{ rows: { day: string | null }[] }>(`
    SELECT max(v.document_date) AS day FROM vouchers v WHERE v.organisation_id = :own AND v.id IN (
      SELECT c.payable_voucher_id FROM claims c WHERE c.organisation_id = :own AND c.id = ANY (:claims)
      UNION ALL SELECT a.voucher_id FROM claim_lines l JOIN acceptances a ON a.organisation_id = l.organisation_id AND a.id = l.source_id
        WHERE l.organisation_id = :own AND l.claim_id = ANY (:claims) AND l.source_kind = 'acceptance')`, { own: read.actor.organisationId, claims: [...claimIds] })
  return row === undefined || row.day === null ? null : calendarDate(row.day)
}

/** Claims of this payment stand in a report again, or were paid by a later one. */
export async function isPaidAnew(read: OfficerRead, { organisationId, id }: Pick<PaymentHead, 'organisationId' | 'id'>): Promise<boolean> {
  const { rows: [row] } = await read.db.raw<{ rows: { is_anew: boolean }[] }>(`
    SELECT EXISTS (SELECT FROM payment_claims k WHERE k.organisation_id = :own AND k.payment_id = :id AND (
      EXISTS (SELECT FROM cheque_report_claims w WHERE w.organisation_id = k.organisation_id AND w.claim_id = k.claim_id AND w.is_live)
      OR EXISTS (SELECT FROM payment_claims o JOIN payments m ON m.organisation_id = o.organisation_id AND m.id = o.payment_id
        WHERE o.organisation_id = k.organisation_id AND o.claim_id = k.claim_id AND o.payment_id > k.payment_id AND m.state <> 'cancelled'))) AS is_anew`, { own: organisationId, id })
  return row?.is_anew ?? false
}

export interface NewPayment {
  readonly gross: Money
  readonly deducted: Money
  readonly net: Money
  readonly chequeId: string | null
  readonly formKey: string
}

export async function insertPayment(work: OfficerWork, command: PaymentCommand, made: NewPayment): Promise<string> {
  const organisationId = work.actor.organisationId
  const [row] = await work.db('payments').insert({
    organisation_id: organisationId, state: 'recorded', fiscal_year: fiscalYearOf(command.paymentDate), payment_date: command.paymentDate, channel: command.channel,
    bank_account_id: command.bankAccountId, cheque_id: made.chequeId, report_row_id: command.reportRowId, paper_number: command.paperNumber, paper_date: command.paperDate, reference: command.reference,
    remark: command.remark, gross: toNumeric(made.gross), deducted: toNumeric(made.deducted), net: toNumeric(made.net), form_key: made.formKey,
    prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await work.db.raw('INSERT INTO payment_people SELECT ?::bigint, ?::bigint, c.id, o.line FROM unnest(?::bigint[]) AS c (id), people_owed(?, c.id) o', [organisationId, row.id, [...command.claimIds], organisationId])
  await work.db('payment_claims').insert(command.claimIds.map((claimId) => ({ organisation_id: organisationId, payment_id: row.id, claim_id: claimId }))).catch((error: unknown) => {
    throw isTwin(error, 'payment_claims_once') ? new Conflict(errors.taken) : error
  })
  return row.id
}

export interface PaymentChange {
  readonly state: PaymentState
  readonly voucherId?: string
  readonly reason?: string
  /** Null: it had been told by mistake. */
  readonly bounce?: { readonly on: CalendarDate; readonly voucherId: string } | null
}

export async function movePayment(work: OfficerWork, payment: PaymentHead, { state, voucherId, reason, bounce }: PaymentChange): Promise<void> {
  await paymentRows.change(work, payment, {
    state, ...(voucherId !== undefined && { voucher_id: voucherId, posted_by: work.actor.userId, posted_at: work.now }), ...(reason !== undefined && { reason }),
    ...(bounce !== undefined && { bounced_on: bounce?.on ?? null, bounce_voucher_id: bounce?.voucherId ?? null }),
  })
  if (state !== payment.state) await work.db('payment_claims').where({ organisation_id: payment.organisationId, payment_id: payment.id }).update({ is_live: state === 'posted' })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('payments as m').leftJoin('bank_accounts as b', (on) => on.on('b.organisation_id', 'm.organisation_id').andOn('b.id', 'm.bank_account_id'))
    .leftJoin('cheques as q', (on) => on.on('q.organisation_id', 'm.organisation_id').andOn('q.id', 'm.cheque_id'))
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'm.organisation_id').andOn('v.id', 'm.voucher_id'))
    .joinRaw(`CROSS JOIN LATERAL (SELECT coalesce(string_agg(DISTINCT p.name, ', '), '') AS payee_names,
        coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'year', c.fiscal_year) ORDER BY c.id), '[]') AS claim_numbers FROM payment_claims k
      JOIN claims c ON c.organisation_id = k.organisation_id AND c.id = k.claim_id LEFT JOIN payees p ON p.organisation_id = c.organisation_id AND p.id = c.payee_id
      WHERE k.organisation_id = m.organisation_id AND k.payment_id = m.id) t`)
    .select(...headColumns('m'), 'm.payment_date', 'm.channel', 'm.gross', 'm.deducted', 'm.net', 'm.voucher_id', 'm.prepared_by', 't.payee_names', 't.claim_numbers', 'q.number as cheque_number', 'v.number as voucher_number', 'v.fiscal_year as voucher_year',
      read.db.raw(`b.bank_name || ' ' || b.account_number AS bank_name,
        EXISTS (SELECT FROM payment_bounces x WHERE x.organisation_id = m.organisation_id AND x.payment_id = m.id AND x.is_live) AS is_bounced_in_part`))
}

interface HeadRow extends StoredHeadRow<PaymentState> {
  payment_date: string
  channel: Channel
  gross: string
  deducted: string
  net: string
  voucher_id: string | null
  prepared_by: string
  payee_names: string
  claim_numbers: readonly { readonly number: number; readonly year: number }[]
  voucher_number: number | null
  voucher_year: number | null
  cheque_number: string | null
  bank_name: string | null
  is_bounced_in_part: boolean
}

interface FullRow extends HeadRow {
  bank_account_id: string | null
  cheque_id: string | null
  cheque_date: string | null
  handed_to: string | null
  paper_number: string
  paper_date: string | null
  reference: string
  remark: string
  reason: string
  bounced_on: string | null
  bounce_voucher_id: string | null
  author: Person
  poster: Person | null
  organisation_name: string
  report_row_id: string | null
  report_id: string | null
  report_number: number | null
  report_year: number | null
}

interface ClaimRow {
  id: string
  number: number | null
  fiscal_year: number
  title: string
  gross: string
  deducted: string
  net: string
  payee_id: string | null
  payee_account_id: string | null
  claim_date: string
  channel: Channel | null
  payee_name: string | null
  account: string | null
  department_name: string | null
}

function headOf(row: HeadRow): PaymentHead {
  return {
    ...storedHead(row), authorId: row.prepared_by, paymentDate: calendarDate(row.payment_date), channel: row.channel, bankName: row.bank_name,
    payeeNames: row.payee_names || paymentText.batch, chequeNumber: row.cheque_number, gross: fromNumeric(row.gross), deducted: fromNumeric(row.deducted), net: fromNumeric(row.net), voucherId: row.voucher_id,
    isBouncedInPart: row.is_bounced_in_part, claimNumbers: row.claim_numbers.map(({ number, year }) => ({ number, fiscalYear: fiscalYear(year) })),
    voucherNumber: row.voucher_number === null || row.voucher_year === null ? null : { number: row.voucher_number, fiscalYear: fiscalYear(row.voucher_year) },
  }
}

function claimOf(row: ClaimRow): PaidClaim {
  return {
    id: row.id, number: row.number, fiscalYear: fiscalYear(row.fiscal_year), title: row.title, gross: fromNumeric(row.gross), deducted: fromNumeric(row.deducted), net: fromNumeric(row.net),
    payeeId: row.payee_id, claimDate: calendarDate(row.claim_date), departmentName: row.department_name, payeeAccountId: row.payee_account_id, payeeName: row.payee_name ?? paymentText.batch, payeeAccountName: row.account ?? '', channel: row.channel,
  }
}

// Corrections of paid claims. Row-level security narrows to the actor's scope.
import { type Knex } from 'knex'
import { headColumns, headRows, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { claimSource, type Claim } from '../claim/claim.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { type Correction, type CorrectionCommand, type CorrectionState, type Cost } from './correction.ts'

export const correctionRows = headRows('expense_corrections')

export async function findCorrections(read: OfficerRead, filter: PurchaseFilter<CorrectionState>, most?: number): Promise<FoundPage<Correction>> {
  const query = newestFirst(heads(read), { alias: 'x', day: 'document_date' }, filter)
  const { search } = filter
  if (search !== '') {
    query.whereRaw(`strpos(concat_ws(' ', ${numberOf('COR', 'x')}, ${numberOf('CLM', 'c')}, c.title, p.name, x.reason, f.title, t.title), :search) > 0`, { search })
  }
  return onePage(query, correctionOf, most)
}

/** 'CLM-00012/70' */
function numberOf(series: string, alias: string): string {
  return `'${series}-' || lpad(${alias}.number::text, 5, '0') || '/' || lpad((${alias}.fiscal_year % 100)::text, 2, '0')`
}

export async function getCorrection(read: OfficerRead, organisationId: string, id: string): Promise<Correction> {
  const row: Row | undefined = await heads(read).where({ 'x.organisation_id': organisationId, 'x.id': id }).first()
  if (!row) throw new NotFound('expense correction')
  return correctionOf(row)
}

/** The oldest first. */
export async function findCorrectionsOf(read: OfficerRead, organisationId: string, claimId: string): Promise<Correction[]> {
  const rows: Row[] = await heads(read).where({ 'x.organisation_id': organisationId, 'x.claim_id': claimId }).orderBy('x.id')
  return rows.map(correctionOf)
}

export async function insertCorrection(work: OfficerWork, given: CorrectionCommand & { readonly number: number; readonly formKey: string }): Promise<string> {
  const [row] = await work.db('expense_corrections').insert({
    organisation_id: work.actor.organisationId, state: 'submitted', fiscal_year: fiscalYearOf(given.documentDate), number: given.number, claim_id: given.claimId, document_date: given.documentDate,
    from_line_id: given.fromLineId, from_account: given.fromAccount, to_line_id: given.toLineId, to_account: given.toAccount, amount: toNumeric(given.amount), reason: given.reason,
    form_key: given.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  return row.id
}

export interface CorrectionChange {
  readonly state: CorrectionState
  readonly voucherId?: string
  readonly endReason?: string
}

export async function moveCorrection(work: OfficerWork, correction: Correction, { state, voucherId, endReason }: CorrectionChange): Promise<void> {
  await correctionRows.change(work, correction, {
    state, ...(voucherId !== undefined && { voucher_id: voucherId, posted_by: work.actor.userId, posted_at: work.now }), ...(endReason !== undefined && { end_reason: endReason }),
  })
}

/**
 * Of a contract's claim: its part of the deliveries it settles. Claims take a delivery in their order, line by line; where one stands on a line that its rest was carried to, they take it as a whole.
 * Accounts whose register asks for a key are left to it.
 */
export async function findAcceptedCosts(read: OfficerRead, { organisationId, id }: Pick<Claim, 'organisationId' | 'id'>): Promise<Cost[]> {
  const { rows } = await read.db.raw<{ rows: CostRow[] }>(`
    WITH accepted AS (
      SELECT l.* FROM acceptance_lines l WHERE l.organisation_id = :organisationId
        AND l.acceptance_id IN (SELECT s.source_id FROM claim_lines s WHERE s.organisation_id = :organisationId AND s.claim_id = :id AND s.source_kind = 'acceptance')
    ), owed AS (
      SELECT l.source_id, l.claim_id, l.line, l.budget_line_id, l.amount,
        bool_and(EXISTS (SELECT 1 FROM accepted a WHERE a.acceptance_id = l.source_id AND a.budget_line_id = l.budget_line_id)) OVER (PARTITION BY l.source_id) AS by_line
      FROM claim_lines l JOIN claims c ON c.organisation_id = l.organisation_id AND c.id = l.claim_id AND c.state NOT IN ('draft', 'cancelled')
      WHERE l.organisation_id = :organisationId AND l.source_kind = 'acceptance' AND l.source_id IN (SELECT acceptance_id FROM accepted)
    ), parts AS (
      SELECT o.*, sum(o.amount) OVER (PARTITION BY o.source_id, CASE WHEN o.by_line THEN o.budget_line_id END ORDER BY o.claim_id, o.line) AS upto FROM owed o
    ), costs AS (
      SELECT a.*, w.by_line, sum(a.amount) OVER (PARTITION BY a.acceptance_id, CASE WHEN w.by_line THEN a.budget_line_id END ORDER BY a.line) AS upto
      FROM accepted a JOIN (SELECT DISTINCT source_id, by_line FROM owed) w ON w.source_id = a.acceptance_id
    )
    SELECT p.budget_line_id, s.account_code, sum(least(p.upto, s.upto) - greatest(p.upto - p.amount, s.upto - s.amount)) AS amount
    FROM parts p JOIN costs s ON s.acceptance_id = p.source_id AND (NOT p.by_line OR s.budget_line_id = p.budget_line_id) AND least(p.upto, s.upto) > greatest(p.upto - p.amount, s.upto - s.amount)
      JOIN accounts a ON a.code = s.account_code LEFT JOIN sub_ledger_kinds k ON k.code = a.sub_ledger
    WHERE p.claim_id = :id AND (k.code IS NULL OR k.allows_general) GROUP BY 1, 2 ORDER BY 1, 2`, { organisationId, id })
  return rows.map(costOf)
}

/** What payees gave back in its year, also by receipts that have not reached the books. */
export async function findGivenBack(read: OfficerRead, { organisationId, id }: Pick<Claim, 'organisationId' | 'id'>): Promise<Cost[]> {
  const rows: CostRow[] = await read.db('receipt_lines as l').join('receipts as r', (on) => on.on('r.organisation_id', 'l.organisation_id').andOn('r.id', 'l.receipt_id'))
    .where({ 'l.organisation_id': organisationId, 'l.refund_kind': claimSource, 'l.refund_id': id }).whereNotNull('l.budget_line_id')
    .whereIn('r.state', ['recorded', 'remitted', 'cancelling', 'summarised']).groupBy('l.budget_line_id', 'l.account_code').select('l.budget_line_id', 'l.account_code').sum('l.amount as amount')
  return rows.map(costOf)
}

interface CostRow {
  readonly budget_line_id: string
  readonly account_code: string
  readonly amount: string
}

function costOf(row: CostRow): Cost {
  return { lineId: row.budget_line_id, accountCode: row.account_code, amount: fromNumeric(row.amount) }
}

/** The day its money left first. */
export async function findPaidOn(read: OfficerRead, { organisationId, id }: Pick<Claim, 'organisationId' | 'id'>): Promise<CalendarDate | undefined> {
  const row = await read.db('payments as m').join('payment_claims as k', (on) => on.on('k.organisation_id', 'm.organisation_id').andOn('k.payment_id', 'm.id'))
    .where({ 'k.organisation_id': organisationId, 'k.claim_id': id }).whereIn('m.state', ['posted', 'bounced']).orderBy('m.payment_date').first('m.payment_date')
  return row && calendarDate(row.payment_date)
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  const ofSame = (table: string, column: string) => (on: Knex.JoinClause) => on.on(`${table}.organisation_id`, 'x.organisation_id').andOn(`${table}.id`, `x.${column}`)
  return read.db('expense_corrections as x').join('organisations as o', 'o.id', 'x.organisation_id').join('users as u', 'u.id', 'x.prepared_by').leftJoin('users as b', 'b.id', 'x.posted_by')
    .join('claims as c', ofSame('c', 'claim_id')).leftJoin('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .join('budget_lines as f', ofSame('f', 'from_line_id')).join('budget_lines as t', ofSame('t', 'to_line_id'))
    .join('accounts as fa', 'fa.code', 'x.from_account').join('accounts as ta', 'ta.code', 'x.to_account')
    .select([...headColumns('x'), 'o.name as organisation_name', 'x.claim_id', 'c.number as claim_running', 'c.fiscal_year as claim_year', 'c.title as claim_title', 'p.name as payee_name', 'x.document_date',
      'x.from_line_id', 'x.from_account', 'x.to_line_id', 'x.to_account', 'f.number as from_number', 'f.title as from_title', 't.number as to_number', 't.title as to_title', 'fa.name as from_account_name',
      'ta.name as to_account_name', 'x.amount', 'x.reason', 'x.end_reason', 'x.voucher_id', 'x.prepared_by'])
    .select(read.db.raw(`${person('u')} AS author, ${person('b')} AS poster`))
}

interface Row extends StoredHeadRow<CorrectionState> {
  organisation_name: string
  claim_id: string
  claim_running: number | null
  claim_year: number
  claim_title: string
  payee_name: string | null
  document_date: string
  from_line_id: string
  from_account: string
  to_line_id: string
  to_account: string
  from_number: number
  from_title: string
  to_number: number
  to_title: string
  from_account_name: string
  to_account_name: string
  amount: string
  reason: string
  end_reason: string | null
  voucher_id: string | null
  prepared_by: string
  author: Person
  poster: Person | null
}

function correctionOf(row: Row): Correction {
  return {
    ...storedHead(row), organisationName: row.organisation_name, claimId: row.claim_id, claimNumber: row.claim_running, claimYear: fiscalYear(row.claim_year), claimTitle: row.claim_title,
    payeeName: row.payee_name ?? '', documentDate: calendarDate(row.document_date), fromLineId: row.from_line_id, fromAccount: row.from_account, toLineId: row.to_line_id, toAccount: row.to_account,
    fromLine: { number: row.from_number, title: row.from_title }, toLine: { number: row.to_number, title: row.to_title }, fromAccountName: row.from_account_name,
    toAccountName: row.to_account_name, amount: fromNumeric(row.amount), reason: row.reason, endReason: row.end_reason, voucherId: row.voucher_id, authorId: row.prepared_by, author: row.author, poster: row.poster,
  }
}

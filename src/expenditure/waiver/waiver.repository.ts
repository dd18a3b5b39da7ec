// Waivers of debts whose money came back. Row-level security narrows to the actor's scope.
import { type Knex } from 'knex'
import { headColumns, headRows, newestFirst, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { type WaivedCost, type Waiver, type WaiverCommand, type WaiverState, type WholeWaiver } from './waiver.ts'

export const waiverRows = headRows('claim_waivers')

export async function findWaivers(read: OfficerRead, filter: PurchaseFilter<WaiverState>, most?: number): Promise<FoundPage<Waiver>> {
  const query = newestFirst(heads(read), { alias: 'x', day: 'document_date' }, filter)
  const { search } = filter
  if (search !== '') query.whereRaw(`strpos(concat_ws(' ', ${numberOf('WVR', 'x')}, ${numberOf('CLM', 'c')}, c.title, p.name, x.reason, n.names), :search) > 0`, { search })
  return onePage(query, waiverOf, most)
}

/** 'CLM-00012/70' */
function numberOf(series: string, alias: string): string {
  return `'${series}-' || lpad(${alias}.number::text, 5, '0') || '/' || lpad((${alias}.fiscal_year % 100)::text, 2, '0')`
}

export async function getWaiver(read: OfficerRead, organisationId: string, id: string): Promise<WholeWaiver> {
  const row: Row | undefined = await heads(read).where({ 'x.organisation_id': organisationId, 'x.id': id }).first()
  if (!row) throw new NotFound('claim waiver')
  const costs: CostRow[] = await read.db('claim_waiver_lines as s').join('accounts as a', 'a.code', 's.account_code')
    .leftJoin('budget_lines as b', (on) => on.on('b.organisation_id', 's.organisation_id').andOn('b.id', 's.budget_line_id'))
    .where({ 's.organisation_id': organisationId, 's.waiver_id': id }).orderBy('s.line').select('s.*', 'a.name as account_name', 'b.title as line_name')
  const people: { line: number }[] = await read.db('claim_waiver_people').where({ organisation_id: organisationId, waiver_id: id }).orderBy('line').select('line')
  return { ...waiverOf(row), costs: costs.map((cost) => ({ ...costOf(cost), accountName: cost.account_name, lineName: cost.line_name ?? '' })), lines: people.map(({ line }) => line) }
}

/** The oldest first. */
export async function findWaiversOf(read: OfficerRead, organisationId: string, claimId: string): Promise<Waiver[]> {
  const rows: Row[] = await heads(read).where({ 'x.organisation_id': organisationId, 'x.claim_id': claimId }).orderBy('x.id')
  return rows.map(waiverOf)
}

/** Of the posted ones of a claim. */
export async function findWaivedCosts(read: OfficerRead, organisationId: string, claimId: string): Promise<WaivedCost[]> {
  const rows: CostRow[] = await read.db('claim_waiver_lines as s').join('claim_waivers as x', (on) => on.on('x.organisation_id', 's.organisation_id').andOn('x.id', 's.waiver_id'))
    .where({ 'x.organisation_id': organisationId, 'x.claim_id': claimId, 'x.state': 'posted' }).orderBy('s.waiver_id').select('s.*')
  return rows.map(costOf)
}

export async function insertWaiver(work: OfficerWork, given: WaiverCommand & { readonly number: number; readonly formKey: string }): Promise<string> {
  const own = { organisation_id: work.actor.organisationId }
  const [{ id }] = await work.db('claim_waivers').insert({
    ...own, state: 'submitted', fiscal_year: fiscalYearOf(given.documentDate), number: given.number, claim_id: given.claimId, document_date: given.documentDate, amount: toNumeric(given.amount),
    reason: given.reason, form_key: given.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id')
  await work.db('claim_waiver_lines').insert(given.costs.map((cost) => ({
    ...own, waiver_id: id, line: cost.line, budget_line_id: cost.budgetLineId, account_code: cost.accountCode, sub_key: cost.subKey, counterparty_id: cost.counterpartyId, fund_code: cost.fundCode,
    revenue_code: cost.revenueCode, amount: toNumeric(cost.amount),
  })))
  if (given.people.length > 0) await work.db('claim_waiver_people').insert(given.people.map((line) => ({ ...own, waiver_id: id, claim_id: given.claimId, line })))
  return id
}

export interface WaiverChange {
  readonly state: WaiverState
  readonly voucherId?: string
  readonly endReason?: string
}

export async function moveWaiver(work: OfficerWork, waiver: Waiver, { state, voucherId, endReason }: WaiverChange): Promise<void> {
  await waiverRows.change(work, waiver, {
    state, ...(voucherId !== undefined && { voucher_id: voucherId, posted_by: work.actor.userId, posted_at: work.now }), ...(endReason !== undefined && { end_reason: endReason }),
  })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('claim_waivers as x').join('organisations as o', 'o.id', 'x.organisation_id').join('users as u', 'u.id', 'x.prepared_by').leftJoin('users as b', 'b.id', 'x.posted_by')
    .join('claims as c', (on) => on.on('c.organisation_id', 'x.organisation_id').andOn('c.id', 'x.claim_id'))
    .leftJoin('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .joinRaw(`CROSS JOIN LATERAL (SELECT string_agg(y.name, ', ' ORDER BY y.line) AS names FROM claim_waiver_people w JOIN claim_payees y ON y.organisation_id = w.organisation_id
      AND y.claim_id = w.claim_id AND y.line = w.line WHERE w.organisation_id = x.organisation_id AND w.waiver_id = x.id) n`)
    .select([...headColumns('x'), 'o.name as organisation_name', 'x.claim_id', 'c.number as claim_running', 'c.fiscal_year as claim_year', 'c.title as claim_title', 'p.name as payee_name', 'x.document_date', 'x.amount',
      'x.reason', 'x.end_reason', 'x.voucher_id', 'x.prepared_by', 'n.names'])
    .select(read.db.raw(`${person('u')} AS author, ${person('b')} AS poster`))
}

interface Row extends StoredHeadRow<WaiverState> {
  organisation_name: string
  claim_id: string
  claim_running: number | null
  claim_year: number
  claim_title: string
  payee_name: string | null
  document_date: string
  amount: string
  reason: string
  end_reason: string | null
  voucher_id: string | null
  prepared_by: string
  names: string | null
  author: Person
  poster: Person | null
}

interface CostRow {
  line: number
  budget_line_id: string | null
  account_code: string
  sub_key: string | null
  counterparty_id: string | null
  fund_code: string | null
  revenue_code: string | null
  amount: string
  account_name: string
  line_name: string | null
}

function waiverOf(row: Row): Waiver {
  return {
    ...storedHead(row), organisationName: row.organisation_name, claimId: row.claim_id, claimNumber: row.claim_running, claimYear: fiscalYear(row.claim_year), claimTitle: row.claim_title,
    payeeName: row.payee_name ?? '', documentDate: calendarDate(row.document_date), amount: fromNumeric(row.amount), reason: row.reason, endReason: row.end_reason, voucherId: row.voucher_id,
    people: row.names === null ? [] : row.names.split(', '), authorId: row.prepared_by, author: row.author, poster: row.poster,
  }
}

function costOf(row: CostRow): WaivedCost {
  return {
    line: row.line, budgetLineId: row.budget_line_id, accountCode: row.account_code, subKey: row.sub_key, counterpartyId: row.counterparty_id, fundCode: row.fund_code, revenueCode: row.revenue_code,
    amount: fromNumeric(row.amount),
  }
}

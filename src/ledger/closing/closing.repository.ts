// Requests to close a year or to undo it, and the figures a closing is made from. Whose books is told by the transaction.
import { personName } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { type BudgetFigures, type ClosingKind, type ClosingRequest, type ClosingVoucher, type YearNet } from './closing.ts'

export async function findRequest(read: OfficerRead, year: FiscalYear): Promise<ClosingRequest | undefined> {
  const row = await read.db('closing_requests as r').join('users as u', 'u.id', 'r.asked_by')
    .where({ 'r.organisation_id': read.actor.organisationId, 'r.fiscal_year': year, 'r.state': 'asked' })
    .first('r.id', 'r.fiscal_year', 'r.kind', 'r.receipts', 'r.spent', 'r.reason', 'r.asked_by', 'r.asked_at', read.db.raw(`${personName('u')} AS asker`))
  return row && {
    id: row.id, fiscalYear: fiscalYear(row.fiscal_year), kind: row.kind, reason: row.reason, askedById: row.asked_by, askedBy: row.asker, askedAt: row.asked_at,
    figures: row.receipts === null ? null : { receipts: fromNumeric(row.receipts), spent: fromNumeric(row.spent) },
  }
}

/** The year of a request that is one's own and waits; it is held until commit. */
export async function lockRequest(work: OfficerWork, id: string): Promise<FiscalYear | undefined> {
  const row = await work.db('closing_requests').where({ organisation_id: work.actor.organisationId, id }).forUpdate().first('fiscal_year', 'state')
  return row?.state === 'asked' ? fiscalYear(row.fiscal_year) : undefined
}

/** Of a request of one's own, waiting or decided. */
export async function findRequestYear(read: OfficerRead, id: string): Promise<FiscalYear | undefined> {
  const row = await read.db('closing_requests').where({ organisation_id: read.actor.organisationId, id }).first('fiscal_year')
  return row && fiscalYear(row.fiscal_year)
}

export interface NewClosing {
  readonly year: FiscalYear
  readonly kind: ClosingKind
  readonly figures: BudgetFigures | null
  readonly reason: string
}

/** Undefined when one for this year waits already. */
export async function insertRequest(work: OfficerWork, { year, kind, figures, reason }: NewClosing): Promise<string | undefined> {
  const rows: { id: string }[] = await work.db('closing_requests').insert({
    organisation_id: work.actor.organisationId, fiscal_year: year, kind, state: 'asked', reason, asked_by: work.actor.userId, asked_at: work.now,
    receipts: figures && toNumeric(figures.receipts), spent: figures && toNumeric(figures.spent),
  }).onConflict(work.db.raw(`(organisation_id, fiscal_year) WHERE state = 'asked'`)).ignore().returning('id')
  return rows[0]?.id
}

export async function decideRequest(work: OfficerWork, id: string, { state, decision }: { state: 'done' | 'refused'; decision: string }): Promise<void> {
  await work.db('closing_requests').where({ organisation_id: work.actor.organisationId, id, state: 'asked' })
    .update({ state, decision, decided_by: work.actor.userId, decided_at: work.now })
}

/** At the end of a year, from its vouchers of all stages: its opening is one of them. */
export async function findYearNets(read: OfficerRead, year: FiscalYear): Promise<YearNet[]> {
  const { rows } = await read.db.raw<{ rows: NetRow[] }>(`
    SELECT l.account_code, a.account_group, l.sub_key, l.counterparty_id, sum(CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END)::numeric(18,2) AS net
    FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id JOIN accounts a ON a.code = l.account_code
    WHERE v.organisation_id = ? AND v.fiscal_year = ? GROUP BY 1, 2, 3, 4 HAVING sum(CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END) <> 0 ORDER BY 1, 3, 4`,
  [read.actor.organisationId, year])
  return rows.map((row) => ({
    accountCode: row.account_code, group: row.account_group, subKey: row.sub_key ?? undefined, counterpartyId: row.counterparty_id ?? undefined, net: fromNumeric(row.net),
  }))
}

interface NetRow {
  account_code: string
  account_group: YearNet['group']
  sub_key: string | null
  counterparty_id: string | null
  net: string
}

/**
 * Money received in the year as budget income: revenue through vouchers of receipts and payments and what undid them, with taxes of earlier years when they come in (§3.7);
 * grants for a purpose, deposits, loans and accruals are none of it.
 */
export async function findBudgetReceipts(read: OfficerRead, year: FiscalYear): Promise<Money> {
  const { rows } = await read.db.raw<{ rows: { received: string }[] }>(`
    SELECT coalesce(sum(CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END), 0)::numeric(18,2) AS received
    FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id JOIN accounts a ON a.code = l.account_code
      LEFT JOIN vouchers o ON o.organisation_id = v.organisation_id AND o.id = v.reverses_id
    WHERE v.organisation_id = ? AND v.fiscal_year = ? AND v.stage = 1 AND coalesce(o.type, v.type) IN ('RV', 'PV')
      AND (a.account_group = 'revenue' AND a.code NOT LIKE '4403010104%' OR a.code LIKE '1102050194%' AND coalesce(o.type, v.type) = 'RV')`,
  [read.actor.organisationId, year])
  return fromNumeric(rows[0]?.received ?? '0')
}

export interface LiveVoucher {
  readonly id: string
  readonly event: string
}

/** Whether the actor's own books of the year are closed and not opened again. A year without a single voucher may be closed too. */
export async function isYearClosed(read: OfficerRead, year: FiscalYear): Promise<boolean> {
  return (await findClosedYears(read)).has(year)
}

/** Of the own office. */
export async function findClosedYears(read: OfficerRead): Promise<ReadonlySet<FiscalYear>> {
  const { rows } = await read.db.raw<{ rows: { fiscal_year: number }[] }>(`
    SELECT fiscal_year FROM (SELECT DISTINCT ON (fiscal_year) fiscal_year, kind FROM closing_requests WHERE organisation_id = ? AND state = 'done' ORDER BY fiscal_year, id DESC) c
    WHERE kind = 'close'`, [read.actor.organisationId])
  return new Set(rows.map((row) => fiscalYear(row.fiscal_year)))
}

/** Closing vouchers of a year that nobody reversed, the latest first. */
export async function findLiveClosings(read: OfficerRead, year: FiscalYear): Promise<LiveVoucher[]> {
  return live(read).where({ 'v.fiscal_year': year, 'v.type': 'CL', 'v.stage': 3 })
}

/** As they are shown: those that stand, those after the audit with them. */
export async function findClosingVouchers(read: OfficerRead, year: FiscalYear): Promise<ClosingVoucher[]> {
  const rows = await live(read).clearOrder().where({ 'v.fiscal_year': year, 'v.type': 'CL' }).orderBy('v.id').select('v.number', 'v.description', 'v.total')
  return rows.map((row) => ({ id: row.id, running: row.number, description: row.description, total: fromNumeric(row.total) }))
}

/** Openings of a year that nobody reversed, keyed or carried. */
export async function findLiveOpenings(read: OfficerRead, year: FiscalYear): Promise<LiveVoucher[]> {
  return live(read).where({ 'v.fiscal_year': year, 'v.type': 'OB' })
}

/** What followed from a change of the auditor's. */
export async function findLiveFollowers(read: OfficerRead, auditId: string): Promise<(LiveVoucher & { type: string; fiscal_year: number })[]> {
  return live(read).select('v.type', 'v.fiscal_year').whereRaw(`(v.source_kind = 'voucher' AND v.source_id = ? AND v.event = 'closing.audit' OR v.event = 'opening.corrected/' || ?)`, [auditId, auditId])
}

function live(read: OfficerRead) {
  return read.db('vouchers as v').where('v.organisation_id', read.actor.organisationId)
    .whereNotExists(read.db('vouchers as x').whereRaw('x.organisation_id = v.organisation_id AND x.reverses_id = v.id').select(read.db.raw('1')))
    .orderBy('v.id', 'desc').select('v.id', 'v.event')
}

/** Vouchers of a year that stand beside its opening. */
export async function countPosted(read: OfficerRead, year: FiscalYear): Promise<number> {
  const row = await read.db('vouchers').where({ organisation_id: read.actor.organisationId, fiscal_year: year }).where('stage', '>', 0).count({ n: '*' }).first()
  return Number(row?.n ?? 0)
}

/** How often the opening of this year was carried over before: the next one is another event. */
export async function countCarried(read: OfficerRead, year: FiscalYear): Promise<number> {
  const row = await read.db('vouchers').where({ organisation_id: read.actor.organisationId, fiscal_year: year, type: 'OB' }).whereLike('event', 'opening.carried/%').count({ n: '*' }).first()
  return Number(row?.n ?? 0)
}

// What has been approved out of accumulated money, and the year's budget that the set-asides are measured by.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearPeriod, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type AccumulatedSource } from './fund-usable.ts'

/** One approval of an office at a time: two do not use the same baht. */
export async function takeTurn(work: OfficerWork): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`budget accumulated ${work.actor.organisationId}`])
}

export interface Approved {
  readonly unspent: Money
  readonly spent: Money
}

/** On the lines of this source and those they were carried into. */
export async function findApproved(read: OfficerRead, organisationId: string, asked: { readonly source: AccumulatedSource; readonly fiscalYear: FiscalYear }): Promise<Approved> {
  const { from, until } = fiscalYearPeriod(asked.fiscalYear)
  const { rows } = await read.db.raw<{ rows: { unspent: string; spent: string }[] }>(`
    WITH RECURSIVE own AS (
      SELECT l.organisation_id, l.id FROM budget_lines l WHERE l.organisation_id = :organisation AND l.source_code = :source AND l.carried_from IS NULL
      UNION ALL
      SELECT l.organisation_id, l.id FROM budget_lines l JOIN own o ON l.organisation_id = o.organisation_id AND l.carried_from = o.id
    )
    SELECT (SELECT coalesce(sum(b.available + b.reserved + b.committed + b.claimed + b.frozen), 0)
        FROM own o JOIN budget_balances b ON b.organisation_id = o.organisation_id AND b.line_id = o.id) AS unspent,
      (SELECT coalesce(sum(CASE e.stage WHEN 'paid' THEN e.amount ELSE -e.amount END), 0)
        FROM own o JOIN budget_entries e ON e.organisation_id = o.organisation_id AND e.line_id = o.id
        WHERE e.stage IN ('paid', 'refunded') AND e.effective_on >= :from AND e.effective_on < :until) AS spent`,
  { organisation: organisationId, source: asked.source, from, until })
  return { unspent: fromNumeric(rows[0]?.unspent ?? '0'), spent: fromNumeric(rows[0]?.spent ?? '0') }
}

/** Enacted for the year, by ordinances alone. */
export async function findEnacted(read: OfficerRead, organisationId: string, asked: { readonly fiscalYear: FiscalYear; readonly staffPrefix: string }): Promise<{ readonly staff: Money; readonly budget: Money }> {
  const { rows } = await read.db.raw<{ rows: { staff: string; budget: string }[] }>(`
    SELECT coalesce(sum(b.approved + b.supplemented) FILTER (WHERE l.economic_code LIKE :staff), 0) AS staff, coalesce(sum(b.approved + b.supplemented), 0) AS budget
    FROM budget_lines l JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id JOIN budget_sources s ON s.code = l.source_code
    WHERE l.organisation_id = :organisation AND l.fiscal_year = :fiscalYear AND s.is_enacted AND l.carried_from IS NULL`,
  { organisation: organisationId, fiscalYear: asked.fiscalYear, staff: `${asked.staffPrefix}%` })
  return { staff: fromNumeric(rows[0]?.staff ?? '0'), budget: fromNumeric(rows[0]?.budget ?? '0') }
}

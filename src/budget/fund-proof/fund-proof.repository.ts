import { type OfficerRead } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'

export interface AskedCarried {
  readonly organisationId: string
  /** Carried out, claimed or paid up to this day … */
  readonly on: CalendarDate
  /** … and not lapsed up to that one. */
  readonly lapsedBy: CalendarDate
}

/** Money of the budget itself that was carried over and is not claimed yet; that of notices and approvals is told elsewhere. */
export async function sumCarried(read: OfficerRead, { organisationId, on, lapsedBy }: AskedCarried): Promise<Money> {
  const { rows } = await read.db.raw<{ rows: { carried: string }[] }>(`
    SELECT coalesce(sum(CASE
      WHEN e.stage = 'carried' AND s.carried_as = '9001' AND e.effective_on <= :on THEN e.amount
      WHEN l.source_code <> '9001' OR l.carried_from IS NULL THEN 0
      WHEN e.stage IN ('claimed', 'paid') AND e.effective_on <= :on THEN -e.amount
      WHEN e.stage = 'refunded' AND e.effective_on <= :on THEN e.amount
      WHEN e.stage = 'lapsed' AND e.effective_on <= :lapsedBy THEN -e.amount
      ELSE 0 END), 0) AS carried
    FROM budget_entries e JOIN budget_lines l ON l.organisation_id = e.organisation_id AND l.id = e.line_id JOIN budget_sources s ON s.code = l.source_code
    WHERE e.organisation_id = :organisation AND e.stage IN ('carried', 'claimed', 'paid', 'refunded', 'lapsed')
      AND (s.carried_as = '9001' AND e.stage = 'carried' OR l.source_code = '9001')`, { organisation: organisationId, on, lapsedBy })
  return fromNumeric(rows[0]?.carried ?? '0')
}

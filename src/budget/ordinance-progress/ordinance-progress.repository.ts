import { type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { withDelays, type DueDays, type OfficeProgress, type ProgressFilter, type ProgressState, type StateCount } from './ordinance-progress.ts'

// The province of the actor is said beside the fence, so that its index is used; the fence decides.
const progress = `
  SELECT o.id, o.code, o.name, coalesce(o.district, '') AS district, k.name AS kind_name, coalesce(d.state, 'none') AS state, d.total,
    x.enforced AS supplements_enforced, x.total AS supplements_total, x.on_their_way AS supplements_on_their_way,
    (SELECT min(s.happened_on) FROM budget_steps s WHERE s.organisation_id = d.organisation_id AND s.document_id = d.id AND s.action = 'propose') AS proposed_on,
    (SELECT max(s.happened_on) FROM budget_steps s WHERE s.organisation_id = d.organisation_id AND s.document_id = d.id AND s.action = 'enforce') AS enforced_on
  FROM organisations o JOIN lao_kinds k ON k.code = o.lao_kind
    LEFT JOIN budget_documents d ON d.organisation_id = o.id AND d.kind = 'annual' AND d.fiscal_year = :year AND d.state <> 'cancelled'
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE s.state IN ('enforced', 'closed'))::int AS enforced,
        coalesce(sum(s.total) FILTER (WHERE s.state IN ('enforced', 'closed')), 0)::numeric(18,2) AS total, count(*) FILTER (WHERE s.state NOT IN ('enforced', 'closed'))::int AS on_their_way
      FROM budget_documents s WHERE s.organisation_id = o.id AND s.kind = 'supplementary' AND s.fiscal_year = :year AND s.state <> 'cancelled') x
  WHERE o.kind = 'LAO' AND o.is_open AND laas_sees(o.id) AND (:province::text IS NULL OR o.province_code = :province) AND (:district::text IS NULL OR o.district = :district)`

function bindingsOf(read: OfficerRead, filter: ProgressFilter) {
  const own = read.actor.scope === 'nation' ? filter.provinceCode ?? null : read.actor.provinceCode
  return { year: filter.fiscalYear, province: own, district: filter.district ?? null }
}

interface AskedPage {
  readonly due: DueDays
  readonly most: number
}

/** In the order of their codes, page by page. */
export async function findOffices(read: OfficerRead, filter: ProgressFilter, { due, most }: AskedPage): Promise<FoundPage<OfficeProgress>> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT p.* FROM (${progress}) p
    WHERE (:state::text IS NULL OR p.state = :state) AND (:after::text IS NULL OR p.code > :after)
      AND (NOT :late OR coalesce(p.proposed_on, :today) > :propose OR coalesce(p.enforced_on, :today) > :enforce)
    ORDER BY p.code LIMIT :limit`, {
    ...bindingsOf(read, filter), state: filter.state ?? null, after: filter.after ?? null, late: filter.isLate ?? false, today: read.today, propose: due.propose,
    enforce: due.enforce, limit: most + 1,
  })
  return { items: rows.slice(0, most).map((row) => withDelays(officeOf(row), due, read.today)), hasMore: rows.length > most }
}

export async function countStates(read: OfficerRead, filter: ProgressFilter): Promise<StateCount[]> {
  const { rows } = await read.db.raw<{ rows: { state: ProgressState; offices: number }[] }>(
    `SELECT p.state, count(*)::int AS offices FROM (${progress}) p GROUP BY p.state`, bindingsOf(read, filter))
  return rows.map(({ state, offices }) => ({ state, offices }))
}

interface Row {
  id: string
  total: string | null
  supplements_enforced: number
  supplements_total: string
  supplements_on_their_way: number
  code: string
  name: string
  district: string
  kind_name: string
  state: ProgressState
  proposed_on: string | null
  enforced_on: string | null
}

function officeOf(row: Row) {
  return {
    organisationId: row.id, total: row.total === null ? undefined : fromNumeric(row.total),
    supplements: { enforced: row.supplements_enforced, total: fromNumeric(row.supplements_total), onTheirWay: row.supplements_on_their_way },
    code: row.code, name: row.name, district: row.district, kindName: row.kind_name, state: row.state,
    proposedOn: row.proposed_on === null ? undefined : calendarDate(row.proposed_on), enforcedOn: row.enforced_on === null ? undefined : calendarDate(row.enforced_on),
  }
}

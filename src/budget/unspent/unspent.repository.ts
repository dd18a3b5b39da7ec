// The only SQL about what is unspent, and until when it may be.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { balanceOf, controlLineOf, lineColumns, type ControlLineRow } from '../control/control-row.ts'
import { type Unspent } from './unspent.ts'

export interface AskedUnspent {
  readonly organisationId: string
  /** ค่าครุภัณฑ์ ที่ดินและสิ่งก่อสร้าง */
  readonly capitalType: string
  /** Lines of this year … */
  readonly fiscalYear?: FiscalYear
  /** … or lines whose days were over before this one. */
  readonly endedBefore?: CalendarDate
  /** Lines that were carried over only. */
  readonly isCarried?: boolean
  /** What waits in carry-forwards is left out, but for this document's own; undefined: nothing is left out. */
  readonly waiting?: { readonly except: string | null }
}

export async function findUnspent(read: OfficerRead, asked: AskedUnspent): Promise<Unspent[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(query, {
    organisation: asked.organisationId, fiscalYear: asked.fiscalYear ?? null, ended: asked.endedBefore ?? null, isCarried: asked.isCarried ?? false,
    capital: `${asked.capitalType.slice(0, 2)}%`, isLess: asked.waiting !== undefined, except: asked.waiting?.except ?? null,
  })
  return rows.map((row) => ({
    line: { ...controlLineOf(row), balance: balanceOf(row) }, stage: row.unspent_stage, about: row.about ?? '', amount: fromNumeric(row.unspent),
    holder: row.holder_kind !== null && row.holder_id !== null ? { kind: row.holder_kind, id: row.holder_id } : null,
    carriedAs: row.carried_as, isEnacted: row.is_enacted, isCapital: row.is_capital, isBeingExtended: row.is_being_extended,
  }))
}

const query = `
  WITH kinds AS (
    SELECT b.line_id, 'available' AS stage, NULL AS holder_kind, NULL::bigint AS holder_id, b.available AS amount FROM budget_balances b
    WHERE b.organisation_id = :organisation AND b.available > 0
    UNION ALL
    SELECT h.line_id, h.stage, h.holder_kind, h.holder_id, h.amount FROM budget_holds h
    WHERE h.organisation_id = :organisation AND h.stage IN ('reserved', 'committed') AND h.amount > 0
  ), waiting AS (
    SELECT d.line_id, d.holder_kind, d.holder_id, sum(d.amount) AS amount FROM budget_document_lines d
    JOIN budget_documents c ON c.organisation_id = d.organisation_id AND c.id = d.document_id
    WHERE :isLess::boolean AND d.organisation_id = :organisation AND c.kind = 'carry' AND c.state IN ('submitted', 'approved')
      AND c.id IS DISTINCT FROM :except::bigint
    GROUP BY 1, 2, 3
  )
  SELECT ${lineColumns}, k.stage AS unspent_stage, k.holder_kind, k.holder_id, k.amount - coalesce(w.amount, 0) AS unspent, s.carried_as, s.is_enacted,
    l.economic_code LIKE :capital AS is_capital,
    EXISTS (SELECT 1 FROM budget_document_lines d JOIN budget_documents x ON x.organisation_id = d.organisation_id AND x.id = d.document_id
      WHERE d.organisation_id = l.organisation_id AND d.line_id = l.id AND x.kind = 'extension' AND x.state = 'submitted') AS is_being_extended,
    (SELECT m.description FROM budget_entries e JOIN budget_movements m ON m.organisation_id = e.organisation_id AND m.id = e.movement_id
      WHERE e.organisation_id = l.organisation_id AND e.stage = k.stage AND e.holder_kind = k.holder_kind AND e.holder_id = k.holder_id AND e.amount > 0
        AND e.line_id IN (SELECT h.line_id FROM budget_holds h
          WHERE h.organisation_id = l.organisation_id AND h.holder_kind = k.holder_kind AND h.holder_id = k.holder_id)
      ORDER BY e.id LIMIT 1) AS about
  FROM kinds k JOIN budget_lines l ON l.organisation_id = :organisation AND l.id = k.line_id
  JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id
  JOIN budget_sources s ON s.code = l.source_code
  LEFT JOIN waiting w ON w.line_id = k.line_id AND w.holder_kind IS NOT DISTINCT FROM k.holder_kind AND w.holder_id IS NOT DISTINCT FROM k.holder_id
  WHERE k.amount - coalesce(w.amount, 0) > 0 AND (:fiscalYear::smallint IS NULL OR l.fiscal_year = :fiscalYear::smallint)
    AND (:ended::date IS NULL OR l.usable_until < :ended::date) AND (NOT :isCarried::boolean OR l.carried_from IS NOT NULL)
  ORDER BY l.task_code, l.economic_code, l.number, k.stage, k.holder_kind, k.holder_id`

interface Row extends ControlLineRow {
  readonly unspent_stage: Unspent['stage']
  readonly holder_kind: string | null
  readonly holder_id: string | null
  readonly unspent: string
  readonly carried_as: string | null
  readonly is_enacted: boolean
  readonly is_capital: boolean
  readonly is_being_extended: boolean
  readonly about: string | null
}

/** The lines are held already. */
export async function extendUntil(work: OfficerWork, until: ReadonlyMap<string, CalendarDate>): Promise<void> {
  for (const [id, day] of until) {
    await work.db('budget_lines').where({ organisation_id: work.actor.organisationId, id }).where('usable_until', '<', day).update({ usable_until: day })
  }
}

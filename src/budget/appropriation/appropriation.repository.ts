// Control lines found by their key, and made where there is none.
import { type OfficerWork } from '../../platform/database/work.ts'
import { addDays, fiscalYearPeriod, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type NewLine, type Standing } from './appropriation.ts'

export interface NewLines {
  readonly fiscalYear: FiscalYear
  readonly documentId: string
  readonly lines: readonly NewLine[]
}

/** One appropriation of an office at a time: two that set up the same line do not meet. */
export async function takeTurn(work: OfficerWork): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`budget lines ${work.actor.organisationId}`])
}

/** By position in `lines`. What is carried stands on lines of its own document, which alone says until when. */
export async function findByKey(work: OfficerWork, { fiscalYear, documentId, lines }: NewLines): Promise<Map<number, Standing>> {
  const { rows } = await work.db.raw<{ rows: { position: number; id: string; approved: string }[] }>(`
    SELECT k.position, l.id, b.approved FROM jsonb_to_recordset(:keys) AS k (${keyTypes})
    JOIN budget_lines l ON l.organisation_id = :organisation AND l.fiscal_year = :fiscalYear AND l.source_code = k.source_code
      AND l.department_id IS NOT DISTINCT FROM k.department_id AND l.task_code = k.task_code AND l.economic_code = k.economic_code AND l.title = k.title
      AND l.enterprise_id IS NOT DISTINCT FROM k.enterprise_id AND l.fund_document_id IS NOT DISTINCT FROM k.fund_document_id
      AND l.carried_from IS NOT DISTINCT FROM k.carried_from
      AND l.released_from IS NOT DISTINCT FROM k.released_from AND (l.carried_from IS NULL OR l.document_id = :document)
    JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id`, {
    keys: keysOf(lines, fiscalYear), organisation: work.actor.organisationId, fiscalYear, document: documentId,
  })
  return new Map(rows.map((row) => [row.position, { lineId: row.id, approved: fromNumeric(row.approved) }]))
}

/** Ids in the order of `lines`; running numbers of the year in the same order. */
export async function insertLines(work: OfficerWork, { fiscalYear, documentId, lines }: NewLines): Promise<string[]> {
  if (lines.length === 0) return []
  const { rows } = await work.db.raw<{ rows: { id: string }[] }>(`
    WITH counter AS (
      INSERT INTO number_counters AS c (organisation_id, fiscal_year, series, last) VALUES (:organisation, :fiscalYear, 'BLN', :count)
      ON CONFLICT (organisation_id, fiscal_year, series) DO UPDATE SET last = c.last + :count RETURNING c.last - :count AS before
    ), made AS (
      INSERT INTO budget_lines (organisation_id, fiscal_year, number, document_id, source_code, department_id, task_code, economic_code, title,
        explanation, location, enterprise_id, fund_document_id, carried_from, released_from, usable_from, usable_until)
      SELECT :organisation, :fiscalYear, c.before + k.position + 1, :document, k.source_code, k.department_id, k.task_code, k.economic_code, k.title,
        k.explanation, k.location, k.enterprise_id, k.fund_document_id, k.carried_from, k.released_from, k.usable_from, k.usable_until
      FROM counter c, jsonb_to_recordset(:keys) AS k (${keyTypes}) ORDER BY k.position RETURNING id, number
    )
    SELECT id FROM made ORDER BY number`, {
    organisation: work.actor.organisationId, fiscalYear, document: documentId, count: lines.length, keys: keysOf(lines, fiscalYear),
  })
  return rows.map((row) => row.id)
}

/** The control lines of another document. */
export async function findLinesOf(work: OfficerWork, documentId: string): Promise<Standing[]> {
  const { rows } = await work.db.raw<{ rows: { line_id: string; approved: string }[] }>(`
    SELECT DISTINCT b.line_id, b.approved FROM budget_document_lines d
    JOIN budget_balances b ON b.organisation_id = d.organisation_id AND b.line_id = d.line_id
    WHERE d.organisation_id = ? AND d.document_id = ? ORDER BY b.line_id`, [work.actor.organisationId, documentId])
  return rows.map((row) => ({ lineId: row.line_id, approved: fromNumeric(row.approved) }))
}

const keyTypes = `position integer, source_code text, department_id bigint, task_code text, economic_code text, title text, explanation text, location text,
      enterprise_id bigint, fund_document_id bigint, carried_from bigint, released_from bigint, usable_from date, usable_until date`

function keysOf(lines: readonly NewLine[], fiscalYear: FiscalYear): string {
  const { from, until } = fiscalYearPeriod(fiscalYear)
  return JSON.stringify(lines.map((line, position) => ({
    position, source_code: line.sourceCode, department_id: line.departmentId, task_code: line.taskCode, economic_code: line.economicCode,
    title: line.title, explanation: line.explanation ?? '', location: line.location ?? '', enterprise_id: line.enterpriseId ?? null,
    fund_document_id: line.fundDocumentId ?? null, carried_from: line.carriedFrom ?? null, released_from: line.releasedFrom ?? null,
    usable_from: line.usableFrom ?? from, usable_until: line.usableUntil ?? addDays(until, -1),
  })))
}

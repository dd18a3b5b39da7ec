import { type OfficerWork } from '../platform/database/work.ts'
import { type FiscalYear } from '../platform/dates.ts'

/** The next running number. The counter's row stays locked until commit, so there is no gap and no number twice (INV-06). */
export async function nextNumber(work: OfficerWork, series: string, fiscalYear: FiscalYear): Promise<number> {
  const { rows } = await work.db.raw<{ rows: { last: number }[] }>(`
    INSERT INTO number_counters AS c (organisation_id, fiscal_year, series, last) VALUES (?, ?, ?, 1)
    ON CONFLICT (organisation_id, fiscal_year, series) DO UPDATE SET last = c.last + 1 RETURNING c.last`,
  [work.actor.organisationId, fiscalYear, series])
  const [counter] = rows
  if (!counter) throw new Error('the counter gave no number')
  return counter.last
}

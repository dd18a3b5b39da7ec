// Sheets of hand-written books that nobody has keyed.
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type MissingSheets } from '../receipt/receipt.ts'

/** Before the last sheet of a book that was ever keyed: from the first one keyed, or from where a registered book begins. */
export async function findMissingSheets(read: OfficerRead, organisationId: string, year: FiscalYear): Promise<MissingSheets[]> {
  const { rows } = await read.db.raw<{ rows: { book: string; sheet: number; next: number }[] }>(`
    WITH keyed AS (
      SELECT r.book, r.sheet, false AS is_miskeyed FROM receipts r
        WHERE r.organisation_id = :organisationId AND r.fiscal_year = :year AND r.book IS NOT NULL AND NOT r.is_miskeyed
      UNION SELECT r.book, r.sheet, true FROM receipts r
        WHERE r.organisation_id = :organisationId AND r.fiscal_year = :year AND r.is_miskeyed
    ), fence AS (
      SELECT k.book, k.sheet FROM keyed k WHERE NOT k.is_miskeyed
      UNION SELECT k.book, least(min(k.sheet), min(b.first_sheet)) - 1 FROM keyed k LEFT JOIN receipt_books b
        ON b.organisation_id = :organisationId AND b.fiscal_year = :year AND b.book = k.book AND b.state <> 'removed' GROUP BY k.book
      UNION SELECT k.book, max(k.sheet) + 1 FROM keyed k GROUP BY k.book
    )
    SELECT n.book, n.sheet, n.next FROM (
      SELECT f.book, f.sheet, lead(f.sheet) OVER (PARTITION BY f.book ORDER BY f.sheet) AS next FROM fence f
    ) n
    WHERE n.next > n.sheet + 1 ORDER BY n.book, n.sheet LIMIT 50`, { organisationId, year })
  return rows.map((row) => ({ book: row.book, from: row.sheet + 1, until: row.next - 1 }))
}

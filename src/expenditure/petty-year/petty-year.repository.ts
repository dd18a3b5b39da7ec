import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYear, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { pettyKeyKind } from '../petty-cash/petty-cash.ts'

export interface UncountedFloat {
  readonly id: string
  readonly number: number
  readonly fiscalYear: FiscalYear
  readonly holder: string
}

/** Floats with money out on that day that nobody counted on it or after. */
export async function findUncounted(read: OfficerRead, day: CalendarDate): Promise<UncountedFloat[]> {
  const { rows } = await read.db.raw<{ rows: { id: string; number: number; fiscal_year: number; holder: string }[] }>(`
    SELECT f.id, f.number, f.fiscal_year, p.name AS holder FROM petty_floats f JOIN payees p ON p.organisation_id = f.organisation_id AND p.id = f.payee_id
    WHERE f.organisation_id = :own AND f.state = 'open'
      AND NOT EXISTS (SELECT FROM petty_counts c WHERE c.organisation_id = f.organisation_id AND c.float_id = f.id AND c.counted_on >= :day)
      AND (SELECT coalesce(sum(CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END), 0) FROM voucher_lines l
        WHERE l.organisation_id = f.organisation_id AND l.sub_key = 'PTY' || f.id AND l.document_date <= :day AND l.account_code IN (
          SELECT s.account_code FROM sub_ledger_balances s WHERE s.organisation_id = f.organisation_id AND s.sub_kind = :kind AND s.sub_key = 'PTY' || f.id)) > 0
    ORDER BY f.id`, { own: read.actor.organisationId, day, kind: pettyKeyKind })
  return rows.map((row) => ({ id: row.id, number: row.number, fiscalYear: fiscalYear(row.fiscal_year), holder: row.holder }))
}

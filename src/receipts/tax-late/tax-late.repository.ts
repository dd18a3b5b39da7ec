import { type OfficerRead } from '../../platform/database/work.ts'
import { bangkokDateOf, calendarDate, compareDates, instant, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Settlement } from './tax-late.ts'

/** What receipts, money found to be theirs, write-offs and reductions did to a debt, in the order of their days; `label` as receipts name it: 'TAX-00001/70'. */
export async function findSettlements(read: OfficerRead, debt: { readonly organisationId: string; readonly id: string; readonly label: string }): Promise<Settlement[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT p.receipt_date AS day, p.recorded_at AS told_at, true AS is_paid, coalesce(sum(l.amount) FILTER (WHERE l.reference = :label), 0)::numeric(18,2) AS tax,
      coalesce(sum(l.amount) FILTER (WHERE l.reference = :label || '/P'), 0)::numeric(18,2) AS penalty, coalesce(sum(l.amount) FILTER (WHERE l.reference = :label || '/S'), 0)::numeric(18,2) AS surcharge
    FROM receipt_lines l JOIN receipts p ON p.organisation_id = l.organisation_id AND p.id = l.receipt_id AND p.state <> 'cancelled'
    WHERE l.organisation_id = :organisationId AND l.reference IN (:label, :label || '/P', :label || '/S') GROUP BY p.id, p.receipt_date, p.recorded_at
    UNION ALL SELECT e.entry_date, NULL, false, CASE WHEN e.target_reference = :label THEN e.amount ELSE 0 END, CASE WHEN e.target_reference = :label || '/P' THEN e.amount ELSE 0 END,
      CASE WHEN e.target_reference = :label || '/S' THEN e.amount ELSE 0 END
    FROM money_entries e WHERE e.organisation_id = :organisationId AND e.target_reference IN (:label, :label || '/P', :label || '/S') AND e.state = 'posted'
    UNION ALL SELECT e.entry_date, NULL, false, e.amount, 0, 0 FROM money_entries e WHERE e.organisation_id = :organisationId AND e.debt_id = :id AND e.state = 'posted'
    UNION ALL SELECT NULL, r.decided_at, false, 0, r.penalty, r.surcharge FROM tax_reductions r WHERE r.organisation_id = :organisationId AND r.debt_id = :id AND r.state = 'granted'
    ORDER BY 2 NULLS FIRST, 3`, debt)
  return rows.map(settlementOf).sort((one, other) => compareDates(one.day, other.day))
}

interface Row {
  day: string | null
  told_at: string | null
  is_paid: boolean
  tax: string
  penalty: string
  surcharge: string
}

function settlementOf(row: Row): Settlement {
  return {
    day: handedOver(row), tax: fromNumeric(row.tax), late: { penalty: fromNumeric(row.penalty), surcharge: fromNumeric(row.surcharge) },
    isPaid: row.is_paid,
  }
}

/** A receipt written after the day was summed up bears the next day (scenario 42); a reduction has only the moment it was confirmed. */
function handedOver({ day, told_at: toldAt }: Row): CalendarDate {
  const days = [...(day === null ? [] : [calendarDate(day)]), ...(toldAt === null ? [] : [bangkokDateOf(instant(toldAt))])].sort(compareDates)
  const [first] = days
  if (first === undefined) throw new Error('a settlement without a day')
  return first
}

import { type OfficerRead } from '../../platform/database/work.ts'
import { bangkokDateOf, calendarDate, compareDates, instant, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Settlement } from './tax-late.ts'

/** What receipts and write-offs did to a debt, in the order of their days; `label` as receipts name it: 'TAX-00001/70'. */
export async function findSettlements(read: OfficerRead, debt: { readonly organisationId: string; readonly id: string; readonly label: string }): Promise<Settlement[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT p.receipt_date AS day, p.recorded_at, coalesce(sum(l.amount) FILTER (WHERE l.reference = :label), 0)::numeric(18,2) AS tax,
      coalesce(sum(l.amount) FILTER (WHERE l.reference = :label || '/P'), 0)::numeric(18,2) AS penalty, coalesce(sum(l.amount) FILTER (WHERE l.reference = :label || '/S'), 0)::numeric(18,2) AS surcharge
    FROM receipt_lines l JOIN receipts p ON p.organisation_id = l.organisation_id AND p.id = l.receipt_id AND p.state <> 'cancelled'
    WHERE l.organisation_id = :organisationId AND l.reference IN (:label, :label || '/P', :label || '/S') GROUP BY p.id, p.receipt_date, p.recorded_at
    UNION ALL SELECT e.entry_date, NULL, e.amount, 0, 0 FROM money_entries e WHERE e.organisation_id = :organisationId AND e.debt_id = :id AND e.state = 'posted'
    ORDER BY 1, 2 NULLS FIRST`, debt)
  return rows.map(settlementOf)
}

interface Row {
  day: string
  recorded_at: string | null
  tax: string
  penalty: string
  surcharge: string
}

function settlementOf(row: Row): Settlement {
  return {
    day: handedOver(calendarDate(row.day), row.recorded_at), tax: fromNumeric(row.tax), late: { penalty: fromNumeric(row.penalty), surcharge: fromNumeric(row.surcharge) },
    isPaid: row.recorded_at !== null,
  }
}

/** A receipt written after the day was summed up bears the next day (scenario 42). */
function handedOver(receiptDate: CalendarDate, recordedAt: string | null): CalendarDate {
  const recorded = recordedAt === null ? receiptDate : bangkokDateOf(instant(recordedAt))
  return compareDates(recorded, receiptDate) < 0 ? recorded : receiptDate
}

// How far the books of offices in sight have come in a year: what a province follows. Row-level security narrows to the scope.
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'

export interface BookState {
  readonly isOpened: boolean
  /** The latest day of a voucher in the year. */
  readonly lastPosted: CalendarDate | undefined
  /** Of the twelve; they are shut in their order. */
  readonly closedMonths: number
  readonly isYearClosed: boolean
}

/** By organisation; an office without books of the year is not opened. */
export async function findBookStates(read: OfficerRead, organisationIds: readonly string[], fiscalYear: FiscalYear): Promise<Map<string, BookState>> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(query, { organisations: [...organisationIds], fiscalYear })
  return new Map(rows.map((row) => [row.id, {
    isOpened: row.is_opened, lastPosted: row.last_posted === null ? undefined : calendarDate(row.last_posted), closedMonths: row.closed_months, isYearClosed: row.is_year_closed,
  }]))
}

interface Row {
  readonly id: string
  readonly is_opened: boolean
  readonly last_posted: string | null
  readonly closed_months: number
  readonly is_year_closed: boolean
}

const query = `
  SELECT o.id, EXISTS (SELECT 1 FROM fiscal_years y WHERE y.organisation_id = o.id AND y.fiscal_year = :fiscalYear) AS is_opened,
    (SELECT v.document_date FROM vouchers v WHERE v.organisation_id = o.id AND v.document_date >= make_date(:fiscalYear::int - 544, 10, 1) AND v.document_date < make_date(:fiscalYear::int - 543, 10, 1)
      ORDER BY v.document_date DESC, v.id DESC LIMIT 1) AS last_posted,
    (SELECT count(*)::int FROM fiscal_periods p WHERE p.organisation_id = o.id AND p.fiscal_year = :fiscalYear AND p.period >= 1 AND p.period <= 12 AND p.state = 'closed') AS closed_months,
    EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = o.id AND v.fiscal_year = :fiscalYear AND v.type = 'CL' AND v.stage = 3
      AND NOT EXISTS (SELECT 1 FROM vouchers x WHERE x.organisation_id = v.organisation_id AND x.reverses_id = v.id)) AS is_year_closed
  FROM organisations o WHERE o.id = ANY(:organisations::bigint[]) AND laas_sees(o.id)`

import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays, bangkokDateOf, instant, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { spanOf, type AskedQuarter, type QuarterFacts } from './reconciliation.ts'

/** Of these offices, as far as the reader's scope reaches. */
export async function findQuarterFacts(read: OfficerRead, organisationIds: readonly string[], asked: AskedQuarter): Promise<ReadonlyMap<string, QuarterFacts>> {
  const { from, until } = spanOf(asked)
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT o.id::text AS id, coalesce(r.posted, 0)::text AS posted, coalesce(r.open_count, 0)::int AS open_count, coalesce(r.open_amount, 0)::text AS open_amount, r.count::int AS count,
      (SELECT coalesce(sum(t.assessed), 0)::text FROM tax_debts t
        WHERE t.organisation_id = o.id AND t.state <> 'cancelled' AND t.notice_date >= :from AND t.notice_date < :until) AS assessed,
      (SELECT max(m.confirmed_at) FROM remittance_summaries m
        WHERE m.organisation_id = o.id AND m.state = 'confirmed' AND m.summary_date >= :from AND m.summary_date < :until) AS summed_at,
      (SELECT min(p.signed_at) FROM daily_positions p WHERE p.organisation_id = o.id AND p.state = 'signed' AND p.position_date >= :last) AS signed_at
    FROM unnest(:ids::bigint[]) o (id)
    CROSS JOIN LATERAL (SELECT count(*) AS count, sum(total) FILTER (WHERE state = 'summarised') AS posted, count(*) FILTER (WHERE state <> 'summarised') AS open_count,
        sum(total) FILTER (WHERE state <> 'summarised') AS open_amount
      FROM receipts WHERE organisation_id = o.id AND receipt_date >= :from AND receipt_date < :until AND state <> 'cancelled' AND withheld_id IS NULL) r`,
  { ids: [...organisationIds], from, until, last: addDays(until, -1) })
  return new Map(rows.map((row) => [row.id, factsOf(row)]))
}

interface Row {
  id: string
  posted: string
  open_count: number
  open_amount: string
  count: number
  assessed: string
  summed_at: string | null
  signed_at: string | null
}

function factsOf(row: Row): QuarterFacts {
  const day = (moment: string | null): CalendarDate | undefined => (moment === null ? undefined : bangkokDateOf(instant(moment)))
  return {
    posted: fromNumeric(row.posted), openCount: row.open_count, openAmount: fromNumeric(row.open_amount), assessed: fromNumeric(row.assessed), summedOn: day(row.summed_at),
    signedOn: day(row.signed_at), hasReceipts: row.count > 0,
  }
}

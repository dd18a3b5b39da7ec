import { type Read } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type PawnRule } from './pawn-rule.ts'

/** As in force on the day. */
export async function getPawnRule(read: Read, on: CalendarDate): Promise<PawnRule> {
  const { rows: [row] } = await read.db.raw<{ rows: Row[] }>(`
    SELECT r.*, (SELECT json_agg(json_build_object('upTo', t.up_to::text, 'hundredths', (t.monthly_percent * 100)::int) ORDER BY t.up_to NULLS LAST)
      FROM pawn_rates t WHERE t.valid_from = (SELECT max(valid_from) FROM pawn_rates WHERE valid_from <= ?)) AS tiers
    FROM pawn_rules r WHERE r.valid_from <= ? ORDER BY r.valid_from DESC LIMIT 1`, [on, on])
  if (!row) throw new Error(`no rule for pawnshops on ${on}`)
  return {
    ceiling: fromNumeric(row.ceiling), termMonths: row.term_months, noticeDays: row.notice_days, halfMonthDays: row.half_month_days,
    localPercent: BigInt(row.local_percent), capitalPercent: BigInt(row.capital_percent),
    tiers: row.tiers.map(({ upTo, hundredths }) => ({ upTo: upTo === null ? null : fromNumeric(upTo), monthlyHundredths: BigInt(hundredths) })),
  }
}

interface Row {
  ceiling: string
  term_months: number
  notice_days: number
  half_month_days: number
  local_percent: number
  capital_percent: number
  tiers: { upTo: string | null; hundredths: number }[]
}

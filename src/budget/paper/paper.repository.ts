// The only SQL of the print set: names of revenue, what an office is, and what it carried into the year.
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Body, type CarriedItems, type RevenueName } from './paper.ts'

/** Categories of revenue by code, for figures that come from the books. */
export async function findRevenueNames(read: OfficerRead): Promise<Map<string, RevenueName>> {
  const rows = await read.db('revenue_codes').select('code', 'name', 'category_code', 'category_name')
  return new Map(rows.map((row) => [row.code, { name: row.name, categoryCode: row.category_code, categoryName: row.category_name }]))
}

export async function getBody(read: OfficerRead, organisationId: string): Promise<Body> {
  const { rows } = await read.db.raw(`
    SELECT o.code, o.name, o.district, p.name AS province, coalesce(k.name, s.name) AS kind_name, k.ordinance, k.council, k.executive, k.budget_approver, f.*
    FROM organisations o LEFT JOIN provinces p ON p.code = o.province_code LEFT JOIN lao_kinds k ON k.code = o.lao_kind
      LEFT JOIN sub_unit_kinds s ON s.code = o.sub_unit_kind LEFT JOIN organisation_profiles f ON f.organisation_id = o.id
    WHERE o.id = ?`, [organisationId])
  const row = rows[0]
  const words = (text: string | null) => text ?? ''
  const dayOf = (text: string | null) => (text === null ? null : calendarDate(text))
  return {
    code: row.code, name: row.name, kindName: words(row.kind_name), district: words(row.district), province: words(row.province),
    ordinance: words(row.ordinance), council: words(row.council), executive: words(row.executive), approver: words(row.budget_approver),
    address: [row.address, row.postcode].filter((part) => part !== null).join(' '), phone: words(row.phone), email: words(row.email),
    area: words(row.area_square_km), men: row.population_male, women: row.population_female, executiveName: words(row.executive_name),
    electedOn: dayOf(row.elected_on), termEndsOn: dayOf(row.term_ends_on), staff: row.staff ?? [],
  }
}

/** Carried-forward items that may still be spent: those under contract, and those that are not. */
export async function getCarriedItems(read: OfficerRead, organisationId: string, on: CalendarDate): Promise<CarriedItems> {
  const { rows } = await read.db.raw(`
    SELECT count(*) FILTER (WHERE b.committed + b.claimed > 0)::int AS bound_count, coalesce(sum(b.committed + b.claimed), 0)::numeric(18,2) AS bound,
      count(*) FILTER (WHERE b.available + b.reserved > 0)::int AS free_count, coalesce(sum(b.available + b.reserved), 0)::numeric(18,2) AS free
    FROM budget_lines l JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id
    WHERE l.organisation_id = ? AND l.carried_from IS NOT NULL AND l.usable_until >= ?`, [organisationId, on])
  const [row] = rows
  return { boundCount: row.bound_count, bound: fromNumeric(row.bound), freeCount: row.free_count, free: fromNumeric(row.free) }
}

import { type Knex } from 'knex'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { rulesOf, type ProcurementMethod, type ProcurementRules } from './procurement-rules.ts'

/** The rules that hold on this day: those of the document, not of today. */
export async function getProcurementRules(read: OfficerRead, on: CalendarDate): Promise<ProcurementRules> {
  const rows: { code: string; value: string; legal_reference: string }[] = await valid(read.db('procurement_rules'), on).select('code', 'value', 'legal_reference')
  const methods: MethodRow[] = await valid(read.db('procurement_methods'), on).orderBy('sort').select('code', 'family', 'name', 'clause', 'value_limit', 'legal_reference')
  return rulesOf(rows.map((row) => ({ code: row.code, value: row.value, legalReference: row.legal_reference })), methods.map(methodOf))
}

function valid(query: Knex.QueryBuilder, on: CalendarDate): Knex.QueryBuilder {
  return query.where('valid_from', '<=', on).where((ending) => ending.whereNull('valid_until').orWhere('valid_until', '>', on))
}

interface MethodRow {
  code: string
  family: ProcurementMethod['family']
  name: string
  clause: string
  value_limit: string | null
  legal_reference: string
}

function methodOf(row: MethodRow): ProcurementMethod {
  return {
    code: row.code, family: row.family, name: row.name, clause: row.clause, valueLimit: row.value_limit === null ? null : fromNumeric(row.value_limit),
    legalReference: row.legal_reference,
  }
}

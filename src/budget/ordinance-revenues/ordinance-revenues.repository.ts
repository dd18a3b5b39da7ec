// The only SQL of revenue codes, and of what estimates come to by category.
import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { collects, type CategorySum, type Collector, type RevenueCode } from './ordinance-revenues.ts'

/** Whose special budget it is. */
export async function findCollector(read: OfficerRead, enterpriseId: string): Promise<Collector> {
  const row = await read.db('budget_enterprises as e').leftJoin('organisations as o', 'o.id', 'e.sub_unit_id')
    .where({ 'e.organisation_id': read.actor.organisationId, 'e.id': enterpriseId }).first('o.kind')
  return row?.kind === 'PAWN' ? 'pawnshop' : 'enterprise'
}

/** All there are: whoever types one that is off or another's is told so. */
export async function findRevenueCodes(read: OfficerRead, { laoKind, collector }: { readonly laoKind: string | null; readonly collector: Collector }): Promise<RevenueCode[]> {
  const rows = await read.db('revenue_codes').orderBy('code').select('code', 'name', 'category_code', 'category_name', 'is_active', 'applies_to')
  return rows.map((row) => ({
    code: row.code, name: row.name, categoryCode: row.category_code, categoryName: row.category_name, isActive: row.is_active,
    isOurs: collects[collector]({ categoryCode: row.category_code, appliesTo: row.applies_to, laoKind }),
  }))
}

/** By document and category, in the order of categories. */
export async function findCategorySums(read: OfficerRead, documentIds: readonly string[]): Promise<CategorySum[]> {
  const rows = await read.db('budget_revenue_lines as l').join('revenue_codes as c', 'c.code', 'l.revenue_code')
    .where('l.organisation_id', read.actor.organisationId).whereIn('l.document_id', [...documentIds])
    .groupBy('l.document_id', 'c.category_code', 'c.category_name').orderBy('c.category_code')
    .select('l.document_id', 'c.category_name', read.db.raw('sum(l.amount) AS amount'))
  return rows.map((row) => ({ documentId: row.document_id, name: row.category_name, amount: fromNumeric(row.amount) }))
}

import { type Office } from '../../documents/index.ts'
import { type Read } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { accountOf, appliesTo, type IncomeItem } from './income-item.ts'

/** What this office may choose from. Codes out of use (abolished taxes) are not among them. */
export async function findIncomeItems(read: Read, office: Office, fiscalYear: FiscalYear): Promise<IncomeItem[]> {
  return office.kind === 'LAO' ? findRevenueCodes(read, office) : findRevenueAccounts(read, office, fiscalYear)
}

async function findRevenueCodes(read: Read, office: Office): Promise<IncomeItem[]> {
  const rows = await read.db('revenue_codes').where('is_active', true).whereIn('applies_to', appliesTo(office.laoKind)).orderBy('code')
    .select('code', 'name', 'category_code', 'account_code')
  return rows.map((row) => ({ code: row.code, name: row.name, accountCode: accountOf(row.category_code, row.account_code) }))
}

async function findRevenueAccounts(read: Read, office: Office, fiscalYear: FiscalYear): Promise<IncomeItem[]> {
  const rows = await read.db('accounts').where({ account_group: 'revenue', is_postable: true })
    .whereRaw('chart_kinds && ARRAY[?, ?]', ['ALL', office.chartKind])
    .where('valid_from', '<=', fiscalYear).whereRaw('(valid_until IS NULL OR valid_until > ?)', [fiscalYear])
    .orderBy('code').select('code', 'name')
  return rows.map((row) => ({ code: row.code, name: row.name, accountCode: row.code }))
}

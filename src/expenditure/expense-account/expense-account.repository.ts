import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type ExpenseAccount } from './expense-account.ts'

/** Of these budget items in the year; an item without a row of the map is not there. An account between units stands apart: its lines name the unit (§3.9). */
export async function findExpenseAccounts(read: OfficerRead, { itemCodes, fiscalYear }: { readonly itemCodes: readonly string[]; readonly fiscalYear: FiscalYear }): Promise<ReadonlyMap<string, ExpenseAccount>> {
  if (itemCodes.length === 0) return new Map()
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT DISTINCT ON (e.item_code) e.item_code, e.default_account, e.other_accounts || CASE WHEN e.low_value_account IS NULL THEN '{}' ELSE ARRAY[e.low_value_account] END AS others,
      (SELECT json_object_agg(a.code, a.name) FROM accounts a WHERE a.code = e.default_account OR a.code = ANY (e.other_accounts) OR a.code = e.low_value_account) AS names,
      ARRAY(SELECT a.code FROM accounts a WHERE (a.code = e.default_account OR a.code = ANY (e.other_accounts))
        AND EXISTS (SELECT 1 FROM inter_agency_pairs p WHERE a.code IN (p.from_account, p.to_account))) AS paired
    FROM expense_accounts e WHERE e.item_code = ANY (?) AND e.valid_from <= ? ORDER BY e.item_code, e.valid_from DESC`, [[...itemCodes], fiscalYear])
  return new Map(rows.map((row) => {
    const named = (code: string) => ({ code, name: row.names[code] ?? '' })
    const isOwn = (code: string) => !row.paired.includes(code)
    const usual = row.default_account === null || !isOwn(row.default_account) ? null : named(row.default_account)
    return [row.item_code, { itemCode: row.item_code, usual, others: row.others.filter(isOwn).map(named), isPaired: row.paired.length > 0 }]
  }))
}

interface Row {
  item_code: string
  default_account: string | null
  others: string[]
  names: Record<string, string>
  paired: string[]
}

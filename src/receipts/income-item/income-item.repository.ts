import { type Office } from '../../documents/index.ts'
import { type Read } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { accountOf, appliesTo, type IncomeItem } from './income-item.ts'

/** What this office may choose from: its revenue, then what is no revenue. */
export async function findIncomeItems(read: Read, office: Office, fiscalYear: FiscalYear): Promise<IncomeItem[]> {
  const revenues = office.kind === 'LAO' ? await findRevenueCodes(read, office) : await findOwnAccounts(read, office, fiscalYear)
  const found = [...revenues, ...await findOtherKinds(read)]
  const accounts = await findAccountFacts(read, { office, fiscalYear, codes: found.map((item) => item.accountCode) })
  return found.flatMap(({ isRetired, ...item }) => {
    const facts = accounts.get(item.accountCode)
    return facts ? [{ ...item, isRetired, ...facts }] : []
  })
}

type AccountFacts = Pick<IncomeItem, 'register' | 'isPaired' | 'unitAccount'>
type NamedItem = Omit<IncomeItem, keyof AccountFacts>

/** Codes out of use stand for what is still owed of them. */
async function findRevenueCodes(read: Read, office: Office): Promise<NamedItem[]> {
  const rows = await read.db('revenue_codes as c').leftJoin('receipt_kinds as k', 'k.arrears_of', 'c.code').whereIn('c.applies_to', appliesTo(office.laoKind))
    .where((usable) => usable.where('c.is_active', true).orWhereNotNull('k.code')).orderBy('c.code')
    .select('c.code', 'c.name', 'c.category_code', 'c.account_code', 'c.is_active', 'k.code as arrears_kind', 'k.account_code as arrears_account')
  return rows.map((row) => {
    const standing = { code: row.code, name: row.name, isRetired: !row.is_active }
    if (!row.is_active) return { ...standing, bookedAs: row.arrears_kind, accountCode: row.arrears_account }
    return { ...standing, bookedAs: row.code, accountCode: accountOf(row.category_code, row.account_code) }
  })
}

/** Revenue of the unit, and what it borrows from its LAO (W11). */
async function findOwnAccounts(read: Read, office: Office, fiscalYear: FiscalYear): Promise<NamedItem[]> {
  const rows = await read.db('accounts').where('is_postable', true).whereRaw("(account_group = 'revenue' OR (account_group = 'liability' AND sub_ledger = 'org'))")
    .whereRaw('chart_kinds && ARRAY[?, ?]', ['ALL', office.chartKind])
    .where('valid_from', '<=', fiscalYear).whereRaw('(valid_until IS NULL OR valid_until > ?)', [fiscalYear])
    .orderByRaw("account_group <> 'revenue', code").select('code', 'name')
  return rows.map((row) => ({ code: row.code, name: row.name, bookedAs: row.code, accountCode: row.code, isRetired: false }))
}

/** What is withheld at a payment never comes over the counter. */
async function findOtherKinds(read: Read): Promise<NamedItem[]> {
  const rows = await read.db('receipt_kinds').where('way', 'cash_in').orderByRaw("code NOT LIKE 'DP%', code").select('code', 'name', 'account_code')
  return rows.map((row) => ({ code: row.code, name: row.name, bookedAs: row.code, accountCode: row.account_code, isRetired: false }))
}

interface AskedFacts {
  readonly office: Office
  readonly fiscalYear: FiscalYear
  readonly codes: readonly string[]
}

/** Of accounts that this kind of office posts to in that year. */
async function findAccountFacts(read: Read, { office, fiscalYear, codes }: AskedFacts): Promise<Map<string, AccountFacts>> {
  const unitAccount = read.db('account_roles as b').join('account_roles as u', 'u.chart_kind', 'b.chart_kind').where({ 'b.role': 'bank-interest', 'u.role': 'unit-interest', 'b.chart_kind': office.chartKind })
    .whereRaw('b.account_code = accounts.code AND greatest(b.valid_from, u.valid_from) <= ? AND coalesce(least(b.valid_until, u.valid_until), ? + 1) > ?', [fiscalYear, fiscalYear, fiscalYear]).select('u.account_code').limit(1)
  const rows = await read.db('accounts').whereIn('code', [...new Set(codes)]).where('is_postable', true)
    .whereRaw('chart_kinds && ARRAY[?, ?]', ['ALL', office.chartKind])
    .where('valid_from', '<=', fiscalYear).whereRaw('(valid_until IS NULL OR valid_until > ?)', [fiscalYear])
    .select('code', 'normal_side', 'sub_ledger', 'counterpart', unitAccount.as('unit_account'))
  return new Map(rows.map((row) => [row.code, {
    register: row.sub_ledger === null ? null : { kind: row.sub_ledger, isReduced: row.normal_side === 'D' },
    isPaired: row.sub_ledger === 'org' || row.counterpart !== null,
    ...(row.unit_account !== null && { unitAccount: row.unit_account }),
  }]))
}

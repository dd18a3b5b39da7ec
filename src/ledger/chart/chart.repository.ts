import { type Read } from '../../platform/database/work.ts'
import { NotFound } from '../../platform/errors.ts'
import { type Account } from './chart.ts'

export interface AccountFilter {
  /** Part of the code or of the name. */
  readonly search?: string | undefined
  /** 'LAO', 'SCHOOL' …: only what this kind of office posts to. */
  readonly chartKind?: string | undefined
  readonly postableOnly?: boolean | undefined
}

export async function findAccounts(read: Read, filter: AccountFilter = {}): Promise<Account[]> {
  const query = read.db('accounts').select(columns).orderBy('code')
  if (filter.postableOnly) query.where('is_postable', true)
  if (filter.chartKind !== undefined) query.whereRaw('chart_kinds && ARRAY[?, ?]', ['ALL', filter.chartKind])
  if (filter.search) query.whereRaw('(strpos(code, ?) > 0 OR strpos(name, ?) > 0)', [filter.search, filter.search])
  return (await query).map(accountOf)
}

export async function getAccount(read: Read, code: string): Promise<Account> {
  const row = await read.db('accounts').select(columns).where({ code }).first()
  if (!row) throw new NotFound('account')
  return accountOf(row)
}

export async function findByCode(read: Read, codes: readonly string[]): Promise<Account[]> {
  const rows: AccountRow[] = await read.db('accounts').select(columns).whereIn('code', [...codes]).orderBy('code')
  return rows.map(accountOf)
}

const mostProposed = 20

/** What an office may post to, by the beginning of the code or a part of the name; names that begin so come first. */
export async function findMatching(read: Read, { chartKind, search }: { chartKind: string; search: string }): Promise<Account[]> {
  const rows: AccountRow[] = await read.db('accounts').select(columns).where('is_postable', true).whereRaw('chart_kinds && ARRAY[?, ?]', ['ALL', chartKind])
    .whereRaw("(starts_with(replace(code, '.', ''), replace(?, '.', '')) OR strpos(name, ?) > 0)", [search, search])
    .orderByRaw('NOT starts_with(name, ?), code', [search]).limit(mostProposed)
  return rows.map(accountOf)
}

/** The register a line on this account must name. */
export async function findRegisterOf(read: Read, code: string): Promise<string | null> {
  const row = await read.db('accounts').where({ code }).first('sub_ledger')
  return row?.sub_ledger ?? null
}

const columns = ['code', 'name', 'account_group', 'normal_side', 'is_postable', 'chart_kinds', 'sub_ledger', 'valid_from', 'valid_until'] as const

export interface AccountRow {
  code: string
  name: string
  account_group: Account['group']
  normal_side: Account['normalSide']
  is_postable: boolean
  chart_kinds: string[]
  sub_ledger: string | null
  valid_from: number
  valid_until: number | null
}

export function accountOf(row: AccountRow): Account {
  return {
    code: row.code, name: row.name, group: row.account_group, normalSide: row.normal_side, isPostable: row.is_postable,
    chartKinds: row.chart_kinds, subLedger: row.sub_ledger, validFrom: row.valid_from, validUntil: row.valid_until,
  }
}

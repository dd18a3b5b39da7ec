import { type Knex } from 'knex'
import { orTryAgain, type FoundPage } from '../../platform/database/heads.ts'
import { personName } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { readQuantity, storedQuantity } from '../../platform/quantity.ts'
import { type StockAccount, type StockFilter, type StockItem, type StockState, type StoredStockItem } from './stock.ts'

/** Whoever changes the register of an office, or confirms what it stands beside, waits here. */
export async function holdStock(work: OfficerWork): Promise<void> {
  await work.db.raw("SELECT pg_advisory_xact_lock(hashtextextended('stock-items ' || ?, 0))", [work.actor.organisationId])
}

/** Accounts the office may keep its stock on. */
export async function findStockAccounts(read: OfficerRead, chartKind: string): Promise<StockAccount[]> {
  return read.db('accounts').where({ sub_ledger: 'material', is_postable: true }).whereNull('valid_until').whereRaw('chart_kinds && ARRAY[?, ?]', ['ALL', chartKind])
    .orderBy('code').select('code', 'name')
}

/** Whether the opening of any year has been confirmed. */
export async function isOpeningConfirmed(read: OfficerRead): Promise<boolean> {
  const row = await read.db('fiscal_years').where({ organisation_id: read.actor.organisationId }).whereNotNull('opening_confirmed_by').first('fiscal_year')
  return row !== undefined
}

/** By code; what is asked for stands behind what is listed. */
export async function findStock(read: OfficerRead, filter: StockFilter, most: number): Promise<FoundPage<StoredStockItem>> {
  const query = shown(read, filter).whereIn('s.state', statesOf(filter)).orderBy([{ column: 's.code' }, { column: 's.id' }]).limit(most + 1)
  if (filter.after !== '') query.whereRaw('(s.code, s.id) > (SELECT t.code, t.id FROM stock_items t WHERE t.organisation_id = ? AND t.id = ?)', [read.actor.organisationId, filter.after])
  const rows: Row[] = await query
  return { items: rows.slice(0, most).map(itemOf), hasMore: rows.length > most }
}

/** How many rows the list has, and what the listed ones come to: what is asked for adds nothing yet. */
export async function sumStock(read: OfficerRead, filter: Omit<StockFilter, 'after'>): Promise<{ readonly count: number; readonly total: Money }> {
  const row = await narrowed(read, filter).whereIn('s.state', statesOf(filter))
    .first(read.db.raw("count(*)::int AS count, coalesce(sum(s.total) FILTER (WHERE s.state = 'listed'), 0)::text AS total"))
  return { count: row.count, total: fromNumeric(row.total) }
}

const statesOf = ({ isWaiting }: Pick<StockFilter, 'isWaiting'>): StockState[] => (isWaiting ? ['asked'] : ['listed', 'asked'])

export async function sumByAccount(read: OfficerRead): Promise<ReadonlyMap<string, { readonly items: number; readonly listed: Money }>> {
  const rows: { account_code: string; items: number; total: string }[] = await narrowed(read, { search: '', account: '' }).where('s.state', 'listed').groupBy('s.account_code')
    .select('s.account_code', read.db.raw('count(*)::int AS items, sum(s.total)::text AS total'))
  return new Map(rows.map((row) => [row.account_code, { items: row.items, listed: fromNumeric(row.total) }]))
}

/** Corrections that wait for a second person: all of them, or those of others. */
export async function countAsked(read: OfficerRead, by: { readonly isMineToo: boolean }): Promise<{ readonly count: number; readonly amount: Money }> {
  const query = narrowed(read, { search: '', account: '' }).where('s.state', 'asked')
  const row = await (by.isMineToo ? query : query.whereNot('s.made_by', read.actor.userId)).first(read.db.raw('count(*)::int AS count, coalesce(sum(s.total), 0)::text AS total'))
  return { count: row.count, amount: fromNumeric(row.total) }
}

export async function getStockItem(read: OfficerRead, id: string): Promise<StoredStockItem> {
  const row: Row | undefined = await shown(read, { search: '', account: '' }).where('s.id', id).first()
  if (!row) throw new NotFound('stock item')
  return itemOf(row)
}

/** Of these codes, those that are listed or asked for; `but`: the row that is being changed. */
export async function findTaken(read: OfficerRead, codes: readonly string[], but: string | undefined): Promise<ReadonlySet<string>> {
  const query = read.db('stock_items').where({ organisation_id: read.actor.organisationId }).whereIn('state', ['listed', 'asked']).whereIn('code', [...codes])
  if (but !== undefined) query.whereNot('id', but)
  return new Set<string>(await query.pluck('code'))
}

export interface NewStock {
  readonly asOf: CalendarDate
  readonly state: 'listed' | 'asked'
  readonly replacesId?: string
  readonly rows: readonly { readonly item: StockItem; readonly reason: string }[]
}

/** In the order given. */
export async function insertStock(work: OfficerWork, { asOf, state, replacesId, rows }: NewStock): Promise<string[]> {
  const made: { id: string }[] = await work.db('stock_items').insert(rows.map(({ item, reason }) => ({
    organisation_id: work.actor.organisationId, state, ...columnsOf(item), as_of: asOf, replaces_id: replacesId ?? null, reason: reason === '' ? null : reason, made_by: work.actor.userId, made_at: work.now,
  }))).returning('id').catch(orTryAgain())
  return made.map(({ id }) => id)
}

export async function updateStock(work: OfficerWork, { id, version }: Pick<StoredStockItem, 'id' | 'version'>, item: StockItem): Promise<void> {
  await work.db('stock_items').where({ organisation_id: work.actor.organisationId, id }).update({ ...columnsOf(item), version: version + 1 }).catch(orTryAgain())
}

export async function moveStock(work: OfficerWork, { id, version }: Pick<StoredStockItem, 'id' | 'version'>, { state, decided }: { readonly state: StockState; readonly decided?: { readonly isAlone: boolean } }): Promise<void> {
  const by = decided && { decided_by: work.actor.userId, is_signed_alone: decided.isAlone }
  await work.db('stock_items').where({ organisation_id: work.actor.organisationId, id }).update({ state, ...by, version: version + 1 })
}

export async function deleteStock(work: OfficerWork, id: string): Promise<void> {
  await work.db('stock_items').where({ organisation_id: work.actor.organisationId, id }).delete()
}

function columnsOf({ code, name, unit, quantity, unitCost, total, account }: StockItem): object {
  return { code, name, unit, quantity: storedQuantity(quantity), unit_cost: toNumeric(unitCost), total: toNumeric(total), account_code: account }
}

function narrowed(read: OfficerRead, { search, account }: Pick<StockFilter, 'search' | 'account'>): Knex.QueryBuilder {
  const query = read.db('stock_items as s').where('s.organisation_id', read.actor.organisationId)
  if (search !== '') query.whereRaw('(strpos(s.code, ?) > 0 OR strpos(s.name, ?) > 0)', [search, search])
  return account === '' ? query : query.where('s.account_code', account)
}

function shown(read: OfficerRead, filter: Pick<StockFilter, 'search' | 'account'>): Knex.QueryBuilder {
  return narrowed(read, filter).join('accounts as a', 'a.code', 's.account_code').join('users as u', 'u.id', 's.made_by')
    .select('s.id', 's.version', 's.state', 's.code', 's.name', 's.unit', 's.quantity', 's.unit_cost', 's.total', 's.account_code', 'a.name as account_name', 's.reason', 's.replaces_id', 's.made_by',
      read.db.raw(`${personName('u')} AS author`),
      read.db.raw("EXISTS (SELECT 1 FROM stock_items t WHERE t.organisation_id = s.organisation_id AND t.replaces_id = s.id AND t.state = 'asked') AS is_pending"))
}

interface Row {
  id: string
  version: number
  state: StockState
  code: string
  name: string
  unit: string
  quantity: string
  unit_cost: string
  total: string
  account_code: string
  account_name: string
  reason: string | null
  replaces_id: string | null
  made_by: string
  author: string
  is_pending: boolean
}

function itemOf(row: Row): StoredStockItem {
  return {
    id: row.id, version: row.version, state: row.state, code: row.code, name: row.name, unit: row.unit, quantity: readQuantity(row.quantity) ?? 0n, unitCost: fromNumeric(row.unit_cost),
    total: fromNumeric(row.total), account: row.account_code, accountName: row.account_name, reason: row.reason ?? '', replacesId: row.replaces_id, author: { id: row.made_by, name: row.author },
    isPending: row.is_pending,
  }
}

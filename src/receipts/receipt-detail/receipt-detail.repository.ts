import { type Knex } from 'knex'
import { personName } from '../../platform/database/people.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { paperOf, type ReceiptKind } from '../paper/paper.ts'
import { type PaymentMeans } from '../receipt/receipt.ts'
import { type DetailFilter, type DetailGroup, type DetailKey, type DetailLine, type DetailTotals, type Grouping } from './receipt-detail.ts'

/** By day, oldest first; one more than `most` tells that there are more. */
export async function findDetails(read: OfficerRead, filter: DetailFilter, { after, most }: { after: DetailKey | undefined; most: number }): Promise<DetailLine[]> {
  const query = lines(read, filter).join('users as u', 'u.id', 'r.recorded_by')
    .select('r.id', 'l.line', 'r.kind', 'r.number', 'r.fiscal_year', 'r.book', 'r.sheet', 'r.receipt_date', 'r.payer', 'r.state', 'l.income_code', 'l.description', 'l.amount',
      read.db.raw(`coalesce(c.name, k.name, a.name) AS income, ${personName('u')} AS collector,
        ARRAY(SELECT DISTINCT p.means FROM receipt_payments p WHERE p.organisation_id = r.organisation_id AND p.receipt_id = r.id ORDER BY 1) AS means`))
    .orderBy([{ column: 'r.receipt_date' }, { column: 'r.id' }, { column: 'l.line' }]).limit(most + 1)
  if (after) query.whereRaw('(r.receipt_date, r.id, l.line) > (?::date, ?::bigint, ?::int)', [after.date, after.id, after.line])
  const rows: LineRow[] = await query
  return rows.map(detailOf)
}

export async function countDetails(read: OfficerRead, filter: DetailFilter): Promise<DetailTotals> {
  const row = await lines(read, filter).first(read.db.raw(`count(DISTINCT r.id) FILTER (WHERE r.state <> 'cancelled')::int AS receipts,
    count(DISTINCT r.id) FILTER (WHERE r.state = 'cancelled')::int AS cancelled, coalesce(sum(l.amount) FILTER (WHERE r.state <> 'cancelled'), 0)::numeric(18,2) AS amount`))
  return { receipts: row.receipts, cancelled: row.cancelled, amount: fromNumeric(row.amount) }
}

/** Added up; what was cancelled counts as nothing. */
export async function findDetailGroups(read: OfficerRead, filter: DetailFilter, by: Exclude<Grouping, 'lines'>): Promise<DetailGroup[]> {
  const rows: GroupRow[] = await grouped[by](read, filter)
  return rows.map((row) => ({ key: row.key, name: row.name ?? '', receipts: row.receipts, amount: fromNumeric(row.amount) }))
}

const sums = (db: OfficerRead['db'], amount: string) => db.raw(`count(DISTINCT r.id)::int AS receipts, sum(${amount})::numeric(18,2) AS amount`)

const grouped = {
  income: (read: OfficerRead, filter: DetailFilter) => lines(read, filter).whereNot('r.state', 'cancelled')
    .select('l.income_code as key', read.db.raw('min(coalesce(c.name, k.name, a.name)) AS name'), sums(read.db, 'l.amount')).groupBy('l.income_code').orderBy('l.income_code'),
  collector: (read: OfficerRead, filter: DetailFilter) => lines(read, filter).whereNot('r.state', 'cancelled').join('users as u', 'u.id', 'r.recorded_by')
    .select('u.id as key', read.db.raw(`min(${personName('u')}) AS name`), sums(read.db, 'l.amount')).groupBy('u.id').orderBy('name'),
  /** Of whole receipts: how a single line of one was paid nobody can say. */
  means: (read: OfficerRead, filter: DetailFilter) => receipts(read, filter).whereNot('r.state', 'cancelled')
    .whereExists(ofIncome(withNames(read.db('receipt_lines as l').whereRaw('l.organisation_id = r.organisation_id AND l.receipt_id = r.id')), filter).select(read.db.raw('1')))
    .join('receipt_payments as p', (on) => on.on('p.organisation_id', 'r.organisation_id').andOn('p.receipt_id', 'r.id'))
    .leftJoin('bank_accounts as b', (on) => on.on('b.organisation_id', 'p.organisation_id').andOn('b.id', 'p.bank_account_id'))
    .modify((query) => filter.means && query.where('p.means', filter.means))
    .select('p.means as key', read.db.raw("concat_ws(' ', b.bank_name, b.account_number) AS name"), sums(read.db, 'p.amount'))
    .groupBy('p.means', 'b.id', 'b.bank_name', 'b.account_number').orderBy(['p.means', 'b.id']),
} as const

/** Who recorded anything in these days. */
export async function findCollectors(read: OfficerRead, { organisationId, from, until }: DetailFilter): Promise<{ id: string; name: string }[]> {
  return read.db('users as u').whereExists(read.db('receipts as r').where('r.organisation_id', organisationId).whereRaw('r.recorded_by = u.id')
    .where('r.receipt_date', '>=', from).where('r.receipt_date', '<', until).select(read.db.raw('1')))
    .select('u.id', read.db.raw(`${personName('u')} AS name`)).orderBy('name')
}

function receipts(read: OfficerRead, { organisationId, from, until, collectorId, means }: DetailFilter): Knex.QueryBuilder {
  const query = read.db('receipts as r').where('r.organisation_id', organisationId).where('r.receipt_date', '>=', from).where('r.receipt_date', '<', until).whereNot('r.is_miskeyed', true)
  if (collectorId !== undefined) query.where('r.recorded_by', collectorId)
  if (means !== undefined) {
    query.whereExists(read.db('receipt_payments as p').whereRaw('p.organisation_id = r.organisation_id AND p.receipt_id = r.id').where('p.means', means).select(read.db.raw('1')))
  }
  return query
}

function lines(read: OfficerRead, filter: DetailFilter): Knex.QueryBuilder {
  const joined = receipts(read, filter).join('receipt_lines as l', (on) => on.on('l.organisation_id', 'r.organisation_id').andOn('l.receipt_id', 'r.id'))
  return ofIncome(withNames(joined), filter)
}

function withNames(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.join('accounts as a', 'a.code', 'l.account_code').leftJoin('revenue_codes as c', 'c.code', 'l.income_code').leftJoin('receipt_kinds as k', 'k.code', 'l.income_code')
}

function ofIncome(query: Knex.QueryBuilder, { income }: DetailFilter): Knex.QueryBuilder {
  return income === '' ? query : query.where((any) => any.where('l.income_code', income).orWhereRaw('strpos(coalesce(c.name, k.name, a.name), ?) > 0', [income]))
}

interface LineRow {
  id: string
  line: number
  kind: ReceiptKind
  number: number | null
  fiscal_year: number
  book: string | null
  sheet: number | null
  receipt_date: string
  payer: string
  state: string
  income_code: string
  income: string
  description: string
  amount: string
  collector: string
  means: PaymentMeans[]
}

interface GroupRow {
  key: string
  name: string | null
  receipts: number
  amount: string
}

function detailOf(row: LineRow): DetailLine {
  const isCancelled = row.state === 'cancelled'
  return {
    key: { date: row.receipt_date, id: row.id, line: row.line }, receiptId: row.id, paper: paperOf({ ...row, fiscalYear: fiscalYear(row.fiscal_year) }),
    date: calendarDate(row.receipt_date), payer: row.payer, income: `${row.income_code} ${row.income}`, description: row.description, collector: row.collector, means: row.means,
    isCancelled, amount: fromNumeric(isCancelled ? '0.00' : row.amount),
  }
}

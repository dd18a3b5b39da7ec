// Looking at vouchers. Row-level security narrows to the actor's scope: what lies outside is not there.
import { type Knex } from 'knex'
import { narrow, onePage, rowsPerPage, totalOf, type ListTotals } from '../../platform/database/heads.ts'
import { person } from '../../platform/database/people.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { type Side } from '../side.ts'
import { numberOf, stageAt, stages, voucherHead, type FoundVouchers, type SamePerson, type Voucher, type VoucherFilter, type VoucherHead, type VoucherLine, type VoucherType } from './voucher.ts'

/** Newest first, by id: the order of posting. */
export async function findVouchers(read: OfficerRead, filter: VoucherFilter = {}, most = rowsPerPage): Promise<FoundVouchers> {
  const isBackwards = filter.before !== undefined && filter.after === undefined
  const query = narrowed(read, filter)
  query.orderBy('v.id', isBackwards ? 'asc' : 'desc')
  if (filter.after) query.where('v.id', '<', filter.after)
  else if (filter.before) query.where('v.id', '>', filter.before)
  const { items, hasMore } = await onePage(query, headOf, most)
  if (isBackwards) return { vouchers: items.reverse(), hasNewer: hasMore, hasOlder: true }
  return { vouchers: items, hasNewer: filter.after !== undefined, hasOlder: hasMore }
}

/** Of all that the filter finds: what was reversed counts, and so does its reversal. */
export function totalVouchers(read: OfficerRead, filter: VoucherFilter): Promise<ListTotals> {
  return totalOf(read, narrowed(read, filter), { amounts: ['total'] })
}

function narrowed(read: OfficerRead, filter: VoucherFilter): Knex.QueryBuilder {
  const query = narrow(heads(read), { alias: 'v', day: 'document_date' }, { organisationId: filter.organisationId ?? read.actor.organisationId, from: filter.from, until: filter.until })
  narrowByFilter(query, filter)
  return query
}

/** The last voucher of an office, whatever its day. */
export async function findLastId(read: OfficerRead, organisationId: string): Promise<string> {
  const row = await read.db('vouchers').where({ organisation_id: organisationId }).max('id as id').first()
  return row?.id ?? '0'
}

function narrowByFilter(query: Knex.QueryBuilder, { types, stage, state, least, most, search }: VoucherFilter): void {
  if (types) query.whereIn('v.type', types)
  if (stage) query.where('v.stage', stages.indexOf(stage))
  if (state) query.whereRaw(`r.id IS ${state === 'posted' ? 'NULL' : 'NOT NULL'}`)
  if (least !== undefined) query.where('v.total', '>=', toNumeric(least))
  if (most !== undefined) query.where('v.total', '<=', toNumeric(most))
  if (search) narrowBySearch(query, search)
}

function narrowBySearch(query: Knex.QueryBuilder, search: string): void {
  const [, type, number, year] = /^(?:([A-Z]{2})-)?0*([0-9]{1,9})(?:\/([0-9]{2}))?$/i.exec(search) ?? []
  if (number === undefined) { query.whereRaw('strpos(v.description, ?) > 0', [search]); return }
  query.where('v.number', Number(number))
  if (type) query.where('v.type', type.toUpperCase())
  if (year) query.whereRaw('v.fiscal_year % 100 = ?', [Number(year)])
}

export async function getVoucher(read: OfficerRead, organisationId: string, id: string): Promise<Voucher> {
  const row: FullRow | undefined = await heads(read).where({ 'v.organisation_id': organisationId, 'v.id': id })
    .join('organisations as o', 'o.id', 'v.organisation_id').join('voucher_types as t', 't.code', 'v.type')
    .join('users as p', 'p.id', 'v.prepared_by').join('users as a', 'a.id', 'v.approved_by')
    .leftJoin('vouchers as b', (on) => on.on('b.organisation_id', 'v.organisation_id').andOn('b.id', 'v.reverses_id'))
    .select('o.name as organisation_name', 't.name as type_name', 'v.posted_at', 'v.prepared_by as prepared_by_id', 'v.same_person',
      'b.type as reverses_type', 'b.number as reverses_number', 'b.fiscal_year as reverses_year',
      'r.type as reversed_by_type', 'r.number as reversed_by_number', 'r.fiscal_year as reversed_by_year',
      read.db.raw(`encode(v.digest, 'hex') AS digest, encode(v.head, 'hex') AS head, ${person('p')} AS prepared_by, ${person('a')} AS approved_by`)).first()
  if (!row) throw new NotFound('voucher')
  return {
    ...headOf(row), organisationName: row.organisation_name, typeName: row.type_name, lines: await findLines(read, organisationId, id),
    preparedBy: row.prepared_by, approvedBy: row.approved_by, preparedById: row.prepared_by_id, samePerson: row.same_person, postedAt: row.posted_at,
    digest: row.digest, head: row.head,
    reverses: linked(row.reverses_id, row.reverses_type, { number: row.reverses_number, year: row.reverses_year }),
    reversedBy: linked(row.reversed_by_id, row.reversed_by_type, { number: row.reversed_by_number, year: row.reversed_by_year }),
  }
}

function linked(id: string | null, type: VoucherType | null, { number, year }: { number: number | null; year: number | null }) {
  if (id === null || type === null || number === null || year === null) return undefined
  return { id, number: numberOf({ type, running: number, fiscalYear: fiscalYear(year) }) }
}

async function findLines(read: OfficerRead, organisationId: string, voucherId: string): Promise<VoucherLine[]> {
  const rows: LineRow[] = await read.db('voucher_lines as l').join('accounts as a', 'a.code', 'l.account_code')
    .leftJoin('sub_ledger_kinds as sk', 'sk.code', 'l.sub_kind').leftJoin('organisations as c', 'c.id', 'l.counterparty_id')
    .leftJoin('sub_ledger_keys as k', (on) => on.on('k.organisation_id', 'l.organisation_id').andOn('k.kind', 'l.sub_kind').andOn('k.key', 'l.sub_key'))
    .where({ 'l.organisation_id': organisationId, 'l.voucher_id': voucherId }).orderBy('l.line')
    .select('l.account_code', 'a.name', 'l.side', 'l.amount', 'l.sub_kind', 'l.sub_key', 'l.counterparty_id', 'l.budget_line_id', 'l.fund_code',
      'l.revenue_code', 'l.memo', 'sk.name as sub_kind_name', 'k.name as sub_name', 'c.name as counterparty_name')
  return rows.map((row) => ({
    accountCode: row.account_code, accountName: row.name, side: row.side, amount: fromNumeric(row.amount),
    subKind: row.sub_kind, subKey: row.sub_key, counterpartyId: row.counterparty_id, budgetLineId: row.budget_line_id, fundCode: row.fund_code,
    revenueCode: row.revenue_code, memo: row.memo, subKindName: row.sub_kind_name ?? '', subName: row.sub_name ?? '', counterpartyName: row.counterparty_name ?? '',
  }))
}

function heads(read: OfficerRead) {
  return read.db('vouchers as v')
    .leftJoin('vouchers as r', (on) => on.on('r.organisation_id', 'v.organisation_id').andOn('r.reverses_id', 'v.id'))
    .select('v.organisation_id', 'v.id', 'v.type', 'v.number', 'v.fiscal_year', 'v.document_date', 'v.stage', 'v.description', 'v.total',
      'v.source_kind', 'v.source_id', 'v.reverses_id', 'r.id as reversed_by_id')
}

interface HeadRow {
  organisation_id: string
  id: string
  type: VoucherType
  number: number
  fiscal_year: number
  document_date: string
  stage: number
  description: string
  total: string
  source_kind: string
  source_id: string
  reverses_id: string | null
  reversed_by_id: string | null
}

interface FullRow extends HeadRow {
  organisation_name: string
  type_name: string
  prepared_by: Voucher['preparedBy']
  approved_by: Voucher['approvedBy']
  prepared_by_id: string
  same_person: SamePerson | null
  digest: string
  head: string
  reverses_type: VoucherType | null
  reverses_number: number | null
  reverses_year: number | null
  reversed_by_type: VoucherType | null
  reversed_by_number: number | null
  reversed_by_year: number | null
  posted_at: string
}

interface LineRow {
  sub_kind_name: string | null
  sub_name: string | null
  counterparty_name: string | null
  account_code: string
  name: string
  side: Side
  amount: string
  sub_kind: string | null
  sub_key: string | null
  counterparty_id: string | null
  budget_line_id: string | null
  fund_code: string | null
  revenue_code: string | null
  memo: string
}

function headOf(row: HeadRow): VoucherHead {
  return voucherHead({
    organisationId: row.organisation_id, id: row.id, type: row.type, running: row.number, fiscalYear: fiscalYear(row.fiscal_year),
    documentDate: calendarDate(row.document_date), stage: stageAt(row.stage), description: row.description, total: fromNumeric(row.total),
    source: { kind: row.source_kind, id: row.source_id }, reversesId: row.reverses_id, reversedById: row.reversed_by_id,
  })
}

// Looking at vouchers. Row-level security narrows to the actor's scope: what lies outside is not there.
import { type Knex } from 'knex'
import { newestFirst, onePage } from '../../platform/database/heads.ts'
import { person } from '../../platform/database/people.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Side } from '../side.ts'
import { stageAt, voucherHead, type SamePerson, type Voucher, type VoucherFilter, type VoucherHead, type VoucherLine, type VoucherType } from './voucher.ts'

export async function findVouchers(read: OfficerRead, filter: VoucherFilter = {}): Promise<{ vouchers: VoucherHead[]; hasMore: boolean }> {
  const organisationId = filter.organisationId ?? read.actor.organisationId
  const query = newestFirst(heads(read), { alias: 'v', day: 'document_date' }, { ...filter, organisationId })
  if (filter.type) query.where('v.type', filter.type)
  if (filter.search) narrowBySearch(query, filter.search)
  const { items, hasMore } = await onePage(query, headOf)
  return { vouchers: items, hasMore }
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
    .select('o.name as organisation_name', 't.name as type_name', 'v.posted_at', 'v.prepared_by as prepared_by_id', 'v.same_person',
      read.db.raw(`${person('p')} AS prepared_by, ${person('a')} AS approved_by`)).first()
  if (!row) throw new NotFound('voucher')
  return {
    ...headOf(row), organisationName: row.organisation_name, typeName: row.type_name, lines: await findLines(read, organisationId, id),
    preparedBy: row.prepared_by, approvedBy: row.approved_by, preparedById: row.prepared_by_id, samePerson: row.same_person, postedAt: row.posted_at,
  }
}

async function findLines(read: OfficerRead, organisationId: string, voucherId: string): Promise<VoucherLine[]> {
  const rows: LineRow[] = await read.db('voucher_lines as l').join('accounts as a', 'a.code', 'l.account_code')
    .where({ 'l.organisation_id': organisationId, 'l.voucher_id': voucherId }).orderBy('l.line')
    .select('l.account_code', 'a.name', 'l.side', 'l.amount', 'l.sub_kind', 'l.sub_key', 'l.counterparty_id',
      'l.budget_line_id', 'l.fund_code', 'l.revenue_code', 'l.memo')
  return rows.map((row) => ({
    accountCode: row.account_code, accountName: row.name, side: row.side, amount: fromNumeric(row.amount),
    subKind: row.sub_kind, subKey: row.sub_key, counterpartyId: row.counterparty_id, budgetLineId: row.budget_line_id, fundCode: row.fund_code, revenueCode: row.revenue_code, memo: row.memo,
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
  posted_at: string
}

interface LineRow {
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

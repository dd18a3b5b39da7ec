// Vouchers by the key (day, id), then the lines of those shown. Row-level security narrows to the actor's scope.
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Side } from '../side.ts'
import { numberOf, type VoucherType } from '../voucher/voucher.ts'
import { daysAsked, type DayBookQuery, type DayLine, type DaySums, type DayVoucher } from './day-book.ts'

interface VoucherRow {
  id: string
  type: VoucherType
  number: number
  fiscal_year: number
  document_date: string
  description: string
  total: string
}

/** One more than `most` tells that there are more. Before a key they are read backwards, and handed over in order. */
export async function findDayVouchers(read: OfficerRead, query: DayBookQuery, most: number): Promise<DayVoucher[]> {
  const isBackwards = query.before !== undefined
  const key = query.before ?? query.after
  const rows: VoucherRow[] = await within(read, query).select('v.id', 'v.type', 'v.number', 'v.fiscal_year', 'v.document_date', 'v.description', 'v.total')
    .modify((one) => key && one.whereRaw(`(v.document_date, v.id) ${isBackwards ? '<' : '>'} (?::date, ?::bigint)`, [key.date, key.voucherId]))
    .orderBy([{ column: 'v.document_date', order: isBackwards ? 'desc' : 'asc' }, { column: 'v.id', order: isBackwards ? 'desc' : 'asc' }]).limit(most + 1)
  const lines = await findLines(read, query.organisationId, rows.map((row) => row.id))
  const vouchers = rows.map((row): DayVoucher => ({
    key: { date: calendarDate(row.document_date), voucherId: row.id }, type: row.type, description: row.description, total: fromNumeric(row.total),
    number: numberOf({ type: row.type, running: row.number, fiscalYear: fiscalYear(row.fiscal_year) }), lines: lines.get(row.id) ?? [],
  }))
  return isBackwards ? vouchers.reverse() : vouchers
}

export async function findDaySums(read: OfficerRead, query: DayBookQuery): Promise<DaySums> {
  const row = await within(read, query).first(read.db.raw('count(*)::int AS vouchers, coalesce(sum(v.total), 0)::numeric(18,2) AS total'))
  return { vouchers: row.vouchers, total: fromNumeric(row.total) }
}

function within(read: OfficerRead, query: DayBookQuery) {
  const { from, last } = daysAsked(query)
  return read.db('vouchers as v').where('v.organisation_id', query.organisationId).where('v.document_date', '>=', from).where('v.document_date', '<=', last)
    .modify((all) => query.upToId !== undefined && all.where('v.id', '<=', query.upToId))
}

interface LineRow {
  voucher_id: string
  account_code: string
  name: string
  sub_name: string | null
  memo: string
  side: Side
  amount: string
}

async function findLines(read: OfficerRead, organisationId: string, vouchers: readonly string[]): Promise<Map<string, DayLine[]>> {
  const rows: LineRow[] = await read.db('voucher_lines as l').join('accounts as a', 'a.code', 'l.account_code')
    .leftJoin('sub_ledger_keys as k', (on) => on.on('k.organisation_id', 'l.organisation_id').andOn('k.kind', 'l.sub_kind').andOn('k.key', 'l.sub_key'))
    .where('l.organisation_id', organisationId).whereRaw('l.voucher_id = ANY(?::bigint[])', [[...vouchers]]).orderBy(['l.voucher_id', 'l.line'])
    .select('l.voucher_id', 'l.account_code', 'a.name', 'k.name as sub_name', 'l.memo', 'l.side', 'l.amount')
  const lines = new Map<string, DayLine[]>()
  for (const row of rows) {
    const line = { accountCode: row.account_code, accountName: row.name, subName: row.sub_name === row.name ? '' : row.sub_name ?? '', memo: row.memo, side: row.side, amount: fromNumeric(row.amount) }
    lines.set(row.voucher_id, [...lines.get(row.voucher_id) ?? [], line])
  }
  return lines
}

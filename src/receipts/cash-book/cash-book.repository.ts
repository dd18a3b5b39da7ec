import { type Knex } from 'knex'
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type AskedCashBook, type CashBookKey, type CashBookRow, type CashBookSums } from './cash-book.ts'

/** By day; one more than `most` tells that there are more. */
export async function findCashBook(read: OfficerRead, asked: AskedCashBook, { after, most }: { after: CashBookKey | undefined; most: number }): Promise<CashBookRow[]> {
  const query = received(read, asked).select('v.id', 'v.document_date', 'v.type', 'v.number', 'v.fiscal_year', 'v.description', ...sums(read, asked))
    .groupBy('v.id', 'v.document_date', 'v.type', 'v.number', 'v.fiscal_year', 'v.description').orderBy(['v.document_date', 'v.id']).limit(most + 1)
  if (after) query.whereRaw('(v.document_date, v.id) > (?::date, ?::bigint)', [after.date, after.id])
  const rows: Row[] = await query
  return rows.map((row) => ({
    voucherId: row.id, date: calendarDate(row.document_date), type: row.type, number: row.number, fiscalYear: fiscalYear(row.fiscal_year),
    description: row.description, cash: fromNumeric(row.cash), bank: fromNumeric(row.bank),
  }))
}

export async function sumCashBook(read: OfficerRead, asked: AskedCashBook): Promise<CashBookSums> {
  const row = await received(read, asked).first(read.db.raw('count(DISTINCT v.id)::int AS vouchers'), ...sums(read, asked))
  return { rows: row.vouchers, cash: fromNumeric(row.cash), bank: fromNumeric(row.bank) }
}

function received(read: OfficerRead, { organisationId, days, cashAccount }: AskedCashBook): Knex.QueryBuilder {
  return read.db('vouchers as v').join('voucher_lines as l', (on) => on.on('l.organisation_id', 'v.organisation_id').andOn('l.voucher_id', 'v.id'))
    .leftJoin('vouchers as o', (on) => on.on('o.organisation_id', 'v.organisation_id').andOn('o.id', 'v.reverses_id'))
    .where({ 'v.organisation_id': organisationId }).whereRaw("coalesce(o.type, v.type) = 'RV'").where('v.document_date', '>=', days.from).where('v.document_date', '<', days.until)
    .where((place) => place.where('l.account_code', cashAccount).orWhere('l.sub_kind', 'bank_account'))
}

function sums(read: OfficerRead, { cashAccount }: AskedCashBook): Knex.Raw[] {
  const amount = "CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END"
  return [
    read.db.raw(`coalesce(sum(${amount}) FILTER (WHERE l.account_code = ?), 0)::numeric(18,2) AS cash`, [cashAccount]),
    read.db.raw(`coalesce(sum(${amount}) FILTER (WHERE l.account_code <> ?), 0)::numeric(18,2) AS bank`, [cashAccount]),
  ]
}

interface Row {
  id: string
  document_date: string
  type: string
  number: number
  fiscal_year: number
  description: string
  cash: string
  bank: string
}

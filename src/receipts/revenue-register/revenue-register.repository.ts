import { type Knex } from 'knex'
import { type VoucherType } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type AskedRevenues, type ReceivedItem, type RevenueRow } from './revenue-register.ts'

const amount = "CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END"
/** Vouchers that close a year or come after the audit empty the accounts: no money came in or went. */
const lastStageOfMoney = 2

/** Of the month and of the year until its end, by item. */
export async function findReceived(read: OfficerRead, asked: AskedRevenues): Promise<ReceivedItem[]> {
  const rows: { code: string; month: string; received: string }[] = await credited(read, asked).groupByRaw('1').select(
    read.db.raw(`${itemColumn(asked)} AS code, coalesce(sum(${amount}) FILTER (WHERE v.document_date >= ?), 0)::numeric(18,2) AS month, sum(${amount})::numeric(18,2) AS received`,
      [asked.days.from]))
  return rows.map((row) => ({ code: row.code, month: fromNumeric(row.month), received: fromNumeric(row.received) }))
}

/** What moved one item within the month, by day. */
export async function findRevenueRows(read: OfficerRead, asked: AskedRevenues, code: string): Promise<RevenueRow[]> {
  const rows: Row[] = await credited(read, asked).where('v.document_date', '>=', asked.days.from).where(itemColumn(asked), code)
    .groupBy('v.id', 'v.document_date', 'v.type', 'v.number', 'v.fiscal_year', 'v.description').orderBy(['v.document_date', 'v.id'])
    .select('v.id', 'v.document_date', 'v.type', 'v.number', 'v.fiscal_year', 'v.description', read.db.raw(`sum(${amount})::numeric(18,2) AS amount`))
  return rows.map((row) => ({
    voucherId: row.id, date: calendarDate(row.document_date), type: row.type, number: row.number, fiscalYear: fiscalYear(row.fiscal_year),
    description: row.description, amount: fromNumeric(row.amount),
  }))
}

export async function findItemNames(read: OfficerRead, { byCode }: Pick<AskedRevenues, 'byCode'>): Promise<Map<string, string>> {
  const rows = byCode ? await read.db('revenue_codes').select('code', 'name') : await read.db('accounts').where('code', 'like', '4%').select('code', 'name')
  return new Map(rows.map((row) => [row.code, row.name]))
}

const itemColumn = ({ byCode }: Pick<AskedRevenues, 'byCode'>) => (byCode ? 'l.revenue_code' : 'l.account_code')

function credited(read: OfficerRead, { organisationId, fiscalYear: year, days, byCode }: AskedRevenues): Knex.QueryBuilder {
  const lines = read.db('vouchers as v').join('voucher_lines as l', (on) => on.on('l.organisation_id', 'v.organisation_id').andOn('l.voucher_id', 'v.id'))
    .where({ 'v.organisation_id': organisationId, 'v.fiscal_year': year }).where('v.document_date', '<', days.until).where('v.stage', '<=', lastStageOfMoney)
  return byCode ? lines.whereNotNull('l.revenue_code') : lines.where('l.account_code', 'like', '4%')
}

interface Row {
  id: string
  document_date: string
  type: VoucherType
  number: number
  fiscal_year: number
  description: string
  amount: string
}

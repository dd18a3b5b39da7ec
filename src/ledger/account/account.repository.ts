import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type VoucherType } from '../voucher/voucher.ts'
import { type AccountLine, type AccountQuery } from './account.ts'

export const linesPerPage = 200

/** Debit less credit of the months before. */
export async function findBrought(read: OfficerRead, query: AccountQuery): Promise<Money> {
  const row = await read.db('account_balances').where({ organisation_id: query.organisationId, fiscal_year: query.fiscalYear, account_code: query.code })
    .where('month', '<', query.month).first(read.db.raw('coalesce(sum(debit) - sum(credit), 0)::numeric(18,2) AS net'))
  return fromNumeric(row.net)
}

interface LineRow {
  position: number
  document_date: string
  voucher_id: string
  type: VoucherType
  number: number
  description: string
  debit: string
  credit: string
  moved: string
}

/** One more than a page tells that there are more; the running sum is made before the page is cut. */
export async function findAccountLines(read: OfficerRead, query: AccountQuery): Promise<AccountLine[]> {
  const { rows } = await read.db.raw<{ rows: LineRow[] }>(`
    WITH line AS (
      SELECT v.document_date, v.id AS voucher_id, v.type, v.number, v.description,
        CASE l.side WHEN 'D' THEN l.amount ELSE 0 END AS debit, CASE l.side WHEN 'C' THEN l.amount ELSE 0 END AS credit,
        row_number() OVER in_order AS position, sum(CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END) OVER in_order AS moved
      FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id
      WHERE v.organisation_id = :organisation AND v.fiscal_year = :fiscalYear AND v.month = :month AND l.account_code = :code
      WINDOW in_order AS (ORDER BY v.document_date, v.id, l.line ROWS UNBOUNDED PRECEDING)
    )
    SELECT line.position::int, line.document_date, line.voucher_id, line.type, line.number, line.description, line.debit::numeric(18,2), line.credit::numeric(18,2),
      line.moved::numeric(18,2) AS moved
    FROM line WHERE line.position > :after ORDER BY line.position LIMIT :limit`,
  {
    organisation: query.organisationId, fiscalYear: query.fiscalYear, month: query.month, code: query.code, after: query.after, limit: linesPerPage + 1,
  })
  return rows.map(lineOf)
}

function lineOf(row: LineRow): AccountLine {
  return {
    position: row.position, date: calendarDate(row.document_date), voucherId: row.voucher_id, voucherType: row.type,
    running: row.number, description: row.description, debit: fromNumeric(row.debit), credit: fromNumeric(row.credit),
    moved: fromNumeric(row.moved),
  }
}

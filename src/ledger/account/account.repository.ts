// Lines of one account by the key (day, voucher, line): a page costs a page, however deep. Row-level security narrows to the actor's scope.
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays, calendarDate, fiscalMonthOf, fiscalYearPeriod, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { daysOf, upToStages } from '../asked.ts'
import { type VoucherType } from '../voucher/voucher.ts'
import { spanOf, type AccountLine, type AccountQuery, type LineKey, type SubLedgerKey } from './account.ts'

/** Debit less credit of whole months before `day`, from the balances that every posting keeps; an opening voucher always counts. */
export async function findMonthsBefore(read: OfficerRead, query: AccountQuery, day: CalendarDate): Promise<Money> {
  const row = await read.db('account_balances').where({ organisation_id: query.organisationId, fiscal_year: query.asOf.fiscalYear, account_code: query.code })
    .where('stage', '<=', upToStages[query.asOf.upTo]).where((early) => early.where('month', '<', fiscalMonthOf(day)).orWhere('stage', 0))
    .first(read.db.raw('coalesce(sum(debit) - sum(credit), 0)::numeric(18,2) AS net'))
  return fromNumeric(row.net)
}

/** Debit less credit of the lines of the month of `key` that stand before it. */
export async function findMonthUpTo(read: OfficerRead, query: AccountQuery, key: LineKey): Promise<Money> {
  const from = daysOf({ fiscalYear: query.asOf.fiscalYear, month: fiscalMonthOf(key.date) }).from
  return sumOf(read, `${ofAccount} AND l.document_date >= :from AND v.stage > 0 AND ${place} < ${given}`, { ...boundsOf(query), ...placeOf(key), from })
}

/**
 * Debit less credit of one key before `key` or, without it, before `day`. No month keeps balances by key, so lines are added up from the day on
 * which the register's account began: an opening voucher within that time counts whatever its day.
 */
export async function findKeyBefore(read: OfficerRead, query: AccountQuery, { key, day, origin }: { key?: LineKey | undefined; day: CalendarDate; origin: CalendarDate }): Promise<Money> {
  const early = key ? `${place} < ${given}` : 'l.document_date < :day'
  return sumOf(read, `${ofAccount} AND l.document_date >= :origin AND l.document_date <= :last AND (v.stage = 0 OR ${early})`,
    { ...boundsOf(query), ...(key && placeOf(key)), day, origin, last: spanOf(query).last })
}

async function sumOf(read: OfficerRead, where: string, values: Bindings): Promise<Money> {
  const { rows } = await read.db.raw<{ rows: { net: string }[] }>(`
    SELECT coalesce(sum(CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END), 0)::numeric(18,2) AS net ${where}`, values)
  return fromNumeric(rows[0]?.net ?? '0')
}

/** Of earlier years every stage counts. */
const ofAccount = `FROM voucher_lines l JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id
  WHERE l.organisation_id = :organisation AND l.account_code = :code AND (CAST(:key AS text) IS NULL OR l.sub_key = :key)
    AND (v.stage <= :stage OR l.document_date < :yearBegins)`
const place = '(l.document_date, l.voucher_id, l.line)'
const given = '(CAST(:keyDate AS date), CAST(:keyVoucher AS bigint), CAST(:keyLine AS smallint))'

type Bindings = Record<string, string | number | null>

function boundsOf({ organisationId, code, subKey, asOf }: AccountQuery): Bindings {
  return { organisation: organisationId, code, key: subKey ?? null, stage: upToStages[asOf.upTo], yearBegins: fiscalYearPeriod(asOf.fiscalYear).from }
}

function placeOf({ date, voucherId, line }: LineKey): Bindings {
  return { keyDate: date, keyVoucher: voucherId, keyLine: line }
}

interface LineRow {
  document_date: string
  voucher_id: string
  line: number
  type: VoucherType
  number: number
  description: string
  sub_name: string | null
  others: string[]
  debit: string
  credit: string
}

/** One more than `most` tells that there are more. Before a key they are read backwards, and handed over in order. */
export async function findAccountLines(read: OfficerRead, query: AccountQuery, most: number): Promise<AccountLine[]> {
  const key = query.after ?? query.before
  const isBackwards = query.before !== undefined && query.after === undefined
  const way = isBackwards ? 'DESC' : 'ASC'
  const { from: first, last } = spanOf(query)
  const { rows } = await read.db.raw<{ rows: LineRow[] }>(`
    SELECT l.document_date, l.voucher_id, l.line, v.type, v.number, v.description,
      (SELECT k.name FROM sub_ledger_keys k WHERE k.organisation_id = l.organisation_id AND k.kind = l.sub_kind AND k.key = l.sub_key) AS sub_name,
      CASE l.side WHEN 'D' THEN l.amount ELSE 0 END::numeric(18,2) AS debit, CASE l.side WHEN 'C' THEN l.amount ELSE 0 END::numeric(18,2) AS credit,
      ARRAY(SELECT a.name FROM voucher_lines o JOIN accounts a ON a.code = o.account_code
        WHERE o.organisation_id = l.organisation_id AND o.voucher_id = l.voucher_id AND o.side <> l.side ORDER BY o.line LIMIT 4) AS others
    ${ofAccount}
      AND l.document_date >= :from AND l.document_date < :until AND v.stage > 0 ${key ? `AND ${place} ${isBackwards ? '<' : '>'} ${given}` : ''}
    ORDER BY l.document_date ${way}, l.voucher_id ${way}, l.line ${way} LIMIT :limit`,
  { ...boundsOf(query), ...(key && placeOf(key)), from: first, until: addDays(last, 1), limit: most + 1 })
  const lines = rows.map(lineOf)
  return isBackwards ? lines.reverse() : lines
}

function lineOf(row: LineRow): AccountLine {
  return {
    key: { date: calendarDate(row.document_date), voucherId: row.voucher_id, line: row.line }, voucherType: row.type, running: row.number,
    description: row.description, others: [...new Set(row.others)], subName: row.sub_name ?? '', debit: fromNumeric(row.debit), credit: fromNumeric(row.credit),
  }
}

const mostKeys = 200

/** Keys of the register that this account has lines for; undefined when they are too many to choose from. */
export async function findKeys(read: OfficerRead, organisationId: string, code: string): Promise<SubLedgerKey[] | undefined> {
  const rows = await read.db('sub_ledger_balances as b').where({ 'b.organisation_id': organisationId, 'b.account_code': code })
    .join('sub_ledger_keys as k', (on) => on.on('k.organisation_id', 'b.organisation_id').andOn('k.kind', 'b.sub_kind').andOn('k.key', 'b.sub_key'))
    .select('k.key', 'k.name').orderBy('k.key').limit(mostKeys + 1)
  return rows.length > mostKeys ? undefined : rows
}

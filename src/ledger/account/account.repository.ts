// Lines of one account by the key (day, voucher, line): a page costs a page, however deep. Row-level security narrows to the actor's scope.
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalMonthOf, fiscalYearPeriod, type CalendarDate, type DayRange } from '../../platform/dates.ts'
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

/**
 * Debit less credit of the lines of the month of `key` that stand before it, from the index alone; then the few vouchers of another stage are taken out:
 * an opening stands in what was brought, a later stage than asked for does not count.
 */
export async function findMonthUpTo(read: OfficerRead, query: AccountQuery, key: LineKey): Promise<Money> {
  const from = daysOf({ fiscalYear: query.asOf.fiscalYear, month: fiscalMonthOf(key.date) }).from
  const early = `l.organisation_id = :organisation AND l.account_code = :code AND l.document_date >= :from AND ${place} < ${given}`
  const { rows } = await read.db.raw<{ rows: { net: string }[] }>(`
    SELECT ((SELECT ${net} FROM voucher_lines l WHERE ${early}) - (
      SELECT ${net} FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id
      WHERE v.organisation_id = :organisation AND v.fiscal_year = :fiscalYear AND v.type IN ('OB', 'AJ', 'CL', 'PA', 'RX') AND (v.stage = 0 OR v.stage > :stage) AND ${early}
    ))::numeric(18,2) AS net`, { ...boundsOf(query), ...placeOf(key), from, fiscalYear: query.asOf.fiscalYear })
  return fromNumeric(rows[0]?.net ?? '0')
}

const net = `coalesce(sum(CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END), 0)`

export interface KeyStart {
  /** The first line shown; without it, whatever lies before `day`. */
  readonly key: LineKey | undefined
  readonly day: CalendarDate
  /** On which the account's register began. */
  readonly origin: CalendarDate
}

/**
 * Debit less credit of one key before a line or a day. No month keeps balances by key, so its lines are added up, from the index alone; then the few
 * vouchers of another stage are set right: an opening of this year counts whatever its day, a later stage than asked for does not count.
 */
export async function findKeyBefore(read: OfficerRead, query: AccountQuery, { key, day, origin }: KeyStart): Promise<Money> {
  const early = key ? `${place} < ${given}` : 'l.document_date < :day'
  const values = { ...boundsOf(query), ...(key && placeOf(key)), day, origin, fiscalYear: query.asOf.fiscalYear }
  const { rows } = await read.db.raw<{ rows: { net: string }[] }>(`
    SELECT ((
      SELECT ${net} FROM voucher_lines l
      WHERE l.organisation_id = :organisation AND l.account_code = :code AND l.sub_key = :key AND l.document_date >= :origin AND ${early}
    ) + (
      SELECT coalesce(sum((CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END) * ((v.stage = 0)::int - (${early})::int)), 0)
      FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id
      WHERE v.organisation_id = :organisation AND v.fiscal_year = :fiscalYear AND v.type IN ('OB', 'AJ', 'CL', 'PA', 'RX') AND (v.stage = 0 OR v.stage > :stage)
        AND l.account_code = :code AND l.sub_key = :key
    ))::numeric(18,2) AS net`, values)
  return fromNumeric(rows[0]?.net ?? '0')
}

/** The account's lines lead and each looks up its voucher (OFFSET 0 keeps it so): the planner, which cannot judge row-level security, would begin with all vouchers of the office. Of earlier years every stage counts. */
const ofAccount = `FROM voucher_lines l CROSS JOIN LATERAL (
    SELECT v.type, v.number, v.description, v.stage FROM vouchers v WHERE v.organisation_id = l.organisation_id AND v.id = l.voucher_id OFFSET 0) v
  WHERE l.organisation_id = :organisation AND l.account_code = :code AND (CAST(:key AS text) IS NULL OR l.sub_key = :key)
    AND (v.stage <= :stage OR l.document_date < :yearBegins) AND (CAST(:upToId AS bigint) IS NULL OR l.voucher_id <= :upToId)`
const place = '(l.document_date, l.voucher_id, l.line)'
const given = '(CAST(:keyDate AS date), CAST(:keyVoucher AS bigint), CAST(:keyLine AS smallint))'

type Bindings = Record<string, string | number | null>

function boundsOf({ organisationId, code, subKey, asOf, upToId }: AccountQuery): Bindings {
  return { organisation: organisationId, code, key: subKey ?? null, upToId: upToId ?? null, stage: upToStages[asOf.upTo], yearBegins: fiscalYearPeriod(asOf.fiscalYear).from }
}

function placeOf({ date, voucherId, line }: LineKey): Bindings {
  return { keyDate: date, keyVoucher: voucherId, keyLine: line }
}

/** Months of the span in which the account moved: a page looks nowhere else. */
export async function findMonths(read: OfficerRead, query: AccountQuery): Promise<number[]> {
  const { from, last } = spanOf(query)
  return read.db('account_balances').where({ organisation_id: query.organisationId, fiscal_year: query.asOf.fiscalYear, account_code: query.code })
    .where('stage', '>', 0).where('stage', '<=', upToStages[query.asOf.upTo]).where('month', '>=', fiscalMonthOf(from)).where('month', '<=', fiscalMonthOf(last))
    .distinct('month').orderBy('month').pluck('month')
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

export interface Stretch {
  /** Half-open. */
  readonly days: DayRange
  readonly most: number
}

/** In order, at most so many. Before a key they are read backwards. */
export async function findAccountLines(read: OfficerRead, query: AccountQuery, { days, most }: Stretch): Promise<AccountLine[]> {
  const key = query.after ?? query.before
  const isBackwards = query.before !== undefined && query.after === undefined
  const way = isBackwards ? 'DESC' : 'ASC'
  const { rows } = await read.db.raw<{ rows: LineRow[] }>(`
    SELECT l.document_date, l.voucher_id, l.line, v.type, v.number, v.description,
      (SELECT k.name FROM sub_ledger_keys k WHERE k.organisation_id = l.organisation_id AND k.key = l.sub_key
        AND k.kind = (SELECT a.sub_ledger FROM accounts a WHERE a.code = :code)) AS sub_name,
      CASE l.side WHEN 'D' THEN l.amount ELSE 0 END::numeric(18,2) AS debit, CASE l.side WHEN 'C' THEN l.amount ELSE 0 END::numeric(18,2) AS credit,
      ARRAY(SELECT a.name FROM voucher_lines o JOIN accounts a ON a.code = o.account_code
        WHERE o.organisation_id = l.organisation_id AND o.voucher_id = l.voucher_id AND o.side <> l.side ORDER BY o.line LIMIT 4) AS others
    ${ofAccount}
      AND l.document_date >= :from AND l.document_date < :until AND v.stage > 0 ${key ? `AND ${place} ${isBackwards ? '<' : '>'} ${given}` : ''}
    ORDER BY l.document_date ${way}, l.voucher_id ${way}, l.line ${way} LIMIT :limit`,
  { ...boundsOf(query), ...(key && placeOf(key)), ...days, limit: most })
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

// Figures other rooms ask of the books, straight from the vouchers.
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, plus, type Money } from '../../platform/money.ts'

export interface AskedRevenue {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  /** Inclusive. */
  readonly until: CalendarDate
}

/** Received in the year by revenue code, what was taken back deducted. */
export async function receivedByRevenueCode(read: OfficerRead, asked: AskedRevenue): Promise<Map<string, Money>> {
  const { rows } = await read.db.raw<{ rows: { revenue_code: string; amount: string }[] }>(`
    SELECT l.revenue_code, sum(CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END) AS amount
    FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id
    WHERE v.organisation_id = ? AND v.fiscal_year = ? AND v.document_date <= ? AND l.revenue_code IS NOT NULL GROUP BY 1`,
  [asked.organisationId, asked.fiscalYear, asked.until])
  return new Map(rows.map((row) => [row.revenue_code, fromNumeric(row.amount)]))
}

/** The day of the latest voucher from this kind of document that has not been reversed. */
export async function lastPostedDay(read: OfficerRead, organisationId: string, sourceKind: string): Promise<CalendarDate | undefined> {
  const row = await read.db('vouchers as v').where({ 'v.organisation_id': organisationId, 'v.source_kind': sourceKind })
    .whereNotExists(read.db('vouchers as r').whereRaw('r.organisation_id = v.organisation_id AND r.reverses_id = v.id').select(read.db.raw('1')))
    .orderBy('v.document_date', 'desc').first('v.document_date as day')
  return row && calendarDate(row.day)
}

export interface AskedBalance {
  readonly organisationId: string
  readonly accountCode: string
  /** One key of its register; none: all of them. */
  readonly subKey?: string | undefined
  /** Inclusive. */
  readonly until: CalendarDate
}

/** On the account's normal side, through the years: in October the old year is not yet closed and its money is there all the same. What an office opened its first books with stood there the evening before. */
export function balanceOn(read: OfficerRead, { accountCode, subKey, ...asked }: AskedBalance): Promise<Money> {
  return balanceWhere(read, { ...asked, accountCode, subKey, subLedger: undefined })
}

/** The least it held at the end of any day from `from` on (INV-10): what is taken out on that day is missing on every later one. */
export async function leastSince(read: OfficerRead, { from, ...asked }: Omit<AskedBalance, 'until'> & { readonly from: CalendarDate }): Promise<Money> {
  const { rows: [row] } = await read.db.raw<{ rows: { fall: string }[] }>(`
    WITH days AS (SELECT l.document_date, sum(CASE WHEN l.side = a.normal_side THEN l.amount ELSE -l.amount END) AS net
      FROM accounts a JOIN voucher_lines l ON l.account_code = a.code JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id
      WHERE a.code = :accountCode AND l.organisation_id = :organisationId AND (:subKey::text IS NULL OR l.sub_key = :subKey) AND l.document_date > :from
        AND v.event NOT LIKE 'opening.carried%' AND v.event NOT LIKE 'opening.corrected%' AND NOT (v.stage = 0 AND l.document_date = :from::date + 1) GROUP BY 1)
    SELECT least(min(running), 0)::text AS fall FROM (SELECT sum(net) OVER (ORDER BY document_date) AS running FROM days) run`,
  { organisationId: asked.organisationId, accountCode: asked.accountCode, subKey: asked.subKey ?? null, from })
  return plus(await balanceOn(read, { ...asked, until: from }), fromNumeric(row?.fall ?? '0'))
}

export interface AskedMemos {
  readonly organisationId: string
  readonly accountCode: string
  readonly memos: readonly string[]
}

/** What receipt vouchers that stand credited under each of these words: papers that their lines name, where the account keeps no register of them. */
export async function receivedByMemo(read: OfficerRead, asked: AskedMemos): Promise<ReadonlyMap<string, Money>> {
  const { rows } = await read.db.raw<{ rows: { memo: string; amount: string }[] }>(`
    SELECT l.memo, sum(l.amount) AS amount FROM voucher_lines l JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id
    WHERE l.organisation_id = :organisationId AND l.account_code = :accountCode AND l.side = 'C' AND l.memo = ANY (:memos) AND v.type = 'RV'
      AND NOT EXISTS (SELECT 1 FROM vouchers r WHERE r.organisation_id = v.organisation_id AND r.reverses_id = v.id) GROUP BY l.memo`, { ...asked })
  return new Map(rows.map(({ memo, amount }) => [memo, fromNumeric(amount)]))
}

export interface AskedKind {
  readonly organisationId: string
  /** 'bank_account', 'loan': what the accounts are kept by. */
  readonly subLedger: string
  readonly until: CalendarDate
}

/** Of all accounts kept by one kind of key: money in banks, loans owed. */
export function balanceOfKind(read: OfficerRead, asked: AskedKind): Promise<Money> {
  return balanceWhere(read, { ...asked, accountCode: undefined, subKey: undefined })
}

/** An account with a register has its balance of today kept (V9 proves it): of its lines only those after the day are read, however long the books. */
async function balanceWhere(read: OfficerRead, asked: Omit<AskedBalance, 'accountCode'> & { readonly accountCode: string | undefined; readonly subLedger: string | undefined }): Promise<Money> {
  const line = `l.organisation_id = :organisationId AND l.account_code = a.code AND (:subKey::text IS NULL OR l.sub_key = :subKey)
      AND v.event NOT LIKE 'opening.carried%' AND v.event NOT LIKE 'opening.corrected%'`
  const lines = `JOIN voucher_lines l ON l.account_code = a.code JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id WHERE ${line}`
  const atOpening = '(l.document_date = :until::date + 1 AND v.stage = 0)'
  const { rows } = await read.db.raw<{ rows: { amount: string }[] }>(`
    WITH asked AS (SELECT a.code, a.normal_side, a.sub_ledger FROM accounts a WHERE a.code = :accountCode OR a.sub_ledger = :subLedger), moved AS (
      SELECT a.normal_side, b.debit - b.credit AS net FROM asked a JOIN sub_ledger_balances b ON b.organisation_id = :organisationId AND b.account_code = a.code AND (:subKey::text IS NULL OR b.sub_key = :subKey)
      UNION ALL
      SELECT a.normal_side, CASE l.side WHEN 'D' THEN -l.amount ELSE l.amount END FROM asked a ${lines} AND a.sub_ledger IS NOT NULL AND l.document_date > :until AND NOT ${atOpening}
      UNION ALL
      SELECT a.normal_side, CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END FROM asked a ${lines} AND a.sub_ledger IS NULL AND (l.document_date <= :until OR ${atOpening}))
    SELECT coalesce(sum(CASE normal_side WHEN 'D' THEN net ELSE -net END), 0) AS amount FROM moved`,
  { organisationId: asked.organisationId, until: asked.until, accountCode: asked.accountCode ?? null, subKey: asked.subKey ?? null, subLedger: asked.subLedger ?? null })
  return fromNumeric(rows[0]?.amount ?? '0')
}

/** What one key of a register took and gave on one account. Registers run on through the years: an opening carried over is not counted again. */
export interface KeyBalance {
  readonly accountCode: string
  /** Kind and key of the register; null on an account that is kept by none. */
  readonly kind: string | null
  readonly key: string | null
  readonly debit: Money
  readonly credit: Money
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate
}

export interface AskedKeys {
  readonly organisationId: string
  readonly accountCodes: readonly string[]
  readonly key?: string | undefined
  /** Inclusive. */
  readonly until: CalendarDate
}

/** In the order of accounts and keys; a register is this list beside its own names. */
export async function balancesByKey(read: OfficerRead, { organisationId, accountCodes, key, until }: AskedKeys): Promise<KeyBalance[]> {
  const { rows } = await read.db.raw<{ rows: KeyRow[] }>(`
    SELECT l.account_code, l.sub_kind, l.sub_key, coalesce(sum(l.amount) FILTER (WHERE l.side = 'D'), 0) AS debit,
      coalesce(sum(l.amount) FILTER (WHERE l.side = 'C'), 0) AS credit, min(l.document_date)::text AS first_day, max(l.document_date)::text AS last_day
    FROM voucher_lines l JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id
    WHERE l.organisation_id = :organisationId AND l.account_code = ANY (:accountCodes) AND l.document_date <= :until AND (:key::text IS NULL OR l.sub_key = :key)
      AND v.event NOT LIKE 'opening.carried%' AND v.event NOT LIKE 'opening.corrected%'
    GROUP BY l.account_code, l.sub_kind, l.sub_key ORDER BY l.account_code, l.sub_key`, { organisationId, accountCodes: [...accountCodes], until, key: key ?? null })
  return rows.map((row) => ({
    accountCode: row.account_code, kind: row.sub_kind, key: row.sub_key, debit: fromNumeric(row.debit), credit: fromNumeric(row.credit),
    firstDay: calendarDate(row.first_day), lastDay: calendarDate(row.last_day),
  }))
}

interface KeyRow {
  account_code: string
  sub_kind: string | null
  sub_key: string | null
  debit: string
  credit: string
  first_day: string
  last_day: string
}

export interface AccountNet {
  readonly code: string
  readonly group: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
  /** Of the four digits it begins with. */
  readonly heading: string
  /** Debits less credits. */
  readonly net: Money
}

export interface AskedBalances {
  readonly organisationId: string
  /** Inclusive. */
  readonly until: CalendarDate
  /** What the year was opened with, and nothing that came after. */
  readonly isOpening?: boolean
}

/** Every account with something on it, in the order of codes. */
export async function balancesOn(read: OfficerRead, { organisationId, until, isOpening = false }: AskedBalances): Promise<AccountNet[]> {
  const { rows } = await read.db.raw<{ rows: NetRow[] }>(`
    SELECT a.code, a.account_group, coalesce(h.name, a.name) AS heading, sum(CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END) AS net
    FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id JOIN accounts a ON a.code = l.account_code
    LEFT JOIN accounts h ON h.code = substr(a.code, 1, 4) || '000000.000'
    WHERE v.organisation_id = :organisation AND v.fiscal_year = :fiscalYear AND v.document_date <= :until AND (NOT :isOpening::boolean OR v.stage = 0)
    GROUP BY a.code, a.account_group, coalesce(h.name, a.name) HAVING sum(CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END) <> 0 ORDER BY a.code`,
  { organisation: organisationId, fiscalYear: fiscalYearOf(until), until, isOpening })
  return rows.map((row) => ({ code: row.code, group: row.account_group, heading: row.heading, net: fromNumeric(row.net) }))
}

interface NetRow {
  code: string
  account_group: AccountNet['group']
  heading: string
  net: string
}

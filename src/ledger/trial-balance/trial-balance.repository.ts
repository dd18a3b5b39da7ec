import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { dayOf, daysOf, upToStages, type AsOf } from '../asked.ts'
import { stageAt, type Stage } from '../voucher/voucher.ts'
import { type AccountSums, type CarriedNet } from './trial-balance.ts'

interface SumsRow {
  code: string
  name: string
  brought_debit: string
  brought_credit: string
  debit: string
  credit: string
}

export interface SumsQuery {
  readonly organisationId: string
  readonly chartKind: string
  readonly asOf: AsOf
  readonly withZeroRows: boolean
}

/** From the balances that every posting keeps. An opening voucher (stage 0) belongs to what is brought forward, though it is dated in October. */
export async function findAccountSums(read: OfficerRead, { asOf, ...query }: SumsQuery): Promise<AccountSums[]> {
  const { rows } = await read.db.raw<{ rows: SumsRow[] }>(`
    WITH kept AS (
      SELECT b.account_code, b.stage = 0 OR b.month < :month AS is_brought, b.debit, b.credit FROM account_balances b
      WHERE b.organisation_id = :organisation AND b.fiscal_year = :fiscalYear AND b.stage <= :stage AND (b.month < :untilMonth OR b.stage = 0)
      ${asOf.day ? daysOfMonth : ''}
    ), summed AS (
      SELECT k.account_code, coalesce(sum(k.debit) FILTER (WHERE k.is_brought), 0) AS brought_debit,
        coalesce(sum(k.credit) FILTER (WHERE k.is_brought), 0) AS brought_credit,
        coalesce(sum(k.debit) FILTER (WHERE NOT k.is_brought), 0) AS debit, coalesce(sum(k.credit) FILTER (WHERE NOT k.is_brought), 0) AS credit
      FROM kept k GROUP BY k.account_code
    )
    SELECT a.code, a.name, coalesce(s.brought_debit, 0)::numeric(18,2) AS brought_debit, coalesce(s.brought_credit, 0)::numeric(18,2) AS brought_credit,
      coalesce(s.debit, 0)::numeric(18,2) AS debit, coalesce(s.credit, 0)::numeric(18,2) AS credit
    FROM accounts a LEFT JOIN summed s ON s.account_code = a.code
    WHERE s.account_code IS NOT NULL OR (:withZeroRows AND a.is_postable AND a.chart_kinds && ARRAY['ALL', :chartKind])
    ORDER BY a.code`,
  {
    organisation: query.organisationId, fiscalYear: asOf.fiscalYear, month: asOf.month, untilMonth: asOf.day ? asOf.month : asOf.month + 1,
    stage: upToStages[asOf.upTo], from: daysOf(asOf).from, day: dayOf(asOf), withZeroRows: query.withZeroRows, chartKind: query.chartKind,
  })
  return rows.map((row) => ({
    code: row.code, name: row.name, broughtDebit: fromNumeric(row.brought_debit), broughtCredit: fromNumeric(row.brought_credit),
    debit: fromNumeric(row.debit), credit: fromNumeric(row.credit),
  }))
}

/** Balances are kept by month: within one the lines are added up. */
const daysOfMonth = `UNION ALL
      SELECT l.account_code, false, CASE l.side WHEN 'D' THEN l.amount ELSE 0 END, CASE l.side WHEN 'C' THEN l.amount ELSE 0 END
      FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id
      WHERE v.organisation_id = :organisation AND v.document_date >= :from AND v.document_date <= :day AND v.stage <= :stage AND v.stage > 0`

/** The last year that has an opening voucher which nobody reversed. */
const openedYear = `SELECT max(y.fiscal_year) AS fiscal_year FROM fiscal_years y
      WHERE y.organisation_id = :organisation AND y.fiscal_year <= :fiscalYear AND EXISTS (
        SELECT 1 FROM vouchers v WHERE v.organisation_id = y.organisation_id AND v.fiscal_year = y.fiscal_year AND v.type = 'OB'
          AND NOT EXISTS (SELECT 1 FROM vouchers r WHERE r.organisation_id = v.organisation_id AND r.reverses_id = v.id))`

export async function findOpenedYear(read: OfficerRead, organisationId: string, year: FiscalYear): Promise<number | undefined> {
  const { rows } = await read.db.raw<{ rows: { fiscal_year: number | null }[] }>(openedYear, { organisation: organisationId, fiscalYear: year })
  return rows[0]?.fiscal_year ?? undefined
}

export interface CarriedQuery {
  readonly organisationId: string
  readonly chartKind: string
  readonly fiscalYear: FiscalYear
}

/**
 * Until a year has its opening voucher it takes over where the years since the last one ended (§3.4: a view, not retyped):
 * what belonged to a year — revenue, expense, its result — stands together in the accumulated account of this kind of office.
 */
export async function findCarried(read: OfficerRead, query: CarriedQuery): Promise<CarriedNet[]> {
  const { rows } = await read.db.raw<{ rows: { code: string; name: string; net: string }[] }>(`
    WITH opened AS (${openedYear}), accumulated AS (
      SELECT r.account_code FROM account_roles r WHERE r.role = 'accumulated' AND r.chart_kind IN ('ALL', :chartKind)
        AND r.valid_from <= :fiscalYear AND (r.valid_until IS NULL OR r.valid_until > :fiscalYear)
      ORDER BY r.chart_kind = 'ALL', r.valid_from DESC LIMIT 1
    ), net AS (
      SELECT CASE WHEN a.account_group IN ('revenue', 'expense') OR a.code LIKE '3101%' THEN coalesce((SELECT account_code FROM accumulated), a.code) ELSE a.code END AS code,
        sum(b.debit - b.credit) AS net
      FROM opened o JOIN account_balances b ON b.organisation_id = :organisation AND b.fiscal_year >= coalesce(o.fiscal_year, 0) AND b.fiscal_year < :fiscalYear
        JOIN accounts a ON a.code = b.account_code
      GROUP BY 1
    )
    SELECT n.code, a.name, n.net::numeric(18,2) AS net FROM net n JOIN accounts a ON a.code = n.code WHERE n.net <> 0 ORDER BY n.code`,
  { organisation: query.organisationId, chartKind: query.chartKind, fiscalYear: query.fiscalYear })
  return rows.map((row) => ({ code: row.code, name: row.name, net: fromNumeric(row.net) }))
}

export interface BalanceDifference {
  readonly accountCode: string
  readonly month: number
  readonly stage: Stage
  readonly keptDebit: Money
  readonly keptCredit: Money
  readonly debit: Money
  readonly credit: Money
}

interface DifferenceRow {
  account_code: string
  month: number
  stage: number
  kept_debit: string
  kept_credit: string
  debit: string
  credit: string
}

/** Adds the lines up anew and tells where the kept balances differ: for the nightly check there is nothing to tell. */
export async function compareBalances(read: OfficerRead, organisationId: string, fiscalYear: FiscalYear): Promise<BalanceDifference[]> {
  const { rows } = await read.db.raw<{ rows: DifferenceRow[] }>(`
    WITH summed AS (
      SELECT v.month, v.stage, l.account_code, coalesce(sum(l.amount) FILTER (WHERE l.side = 'D'), 0) AS debit,
        coalesce(sum(l.amount) FILTER (WHERE l.side = 'C'), 0) AS credit
      FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id
      WHERE v.organisation_id = :organisation AND v.fiscal_year = :fiscalYear GROUP BY v.month, v.stage, l.account_code
    ), kept AS (
      SELECT b.month, b.stage, b.account_code, b.debit, b.credit FROM account_balances b WHERE b.organisation_id = :organisation AND b.fiscal_year = :fiscalYear
    )
    SELECT account_code, month, stage, coalesce(k.debit, 0)::numeric(18,2) AS kept_debit, coalesce(k.credit, 0)::numeric(18,2) AS kept_credit,
      coalesce(s.debit, 0)::numeric(18,2) AS debit, coalesce(s.credit, 0)::numeric(18,2) AS credit
    FROM summed s FULL JOIN kept k USING (month, stage, account_code)
    WHERE (k.debit, k.credit) IS DISTINCT FROM (s.debit, s.credit) ORDER BY month, stage, account_code`,
  { organisation: organisationId, fiscalYear })
  return rows.map((row) => ({
    accountCode: row.account_code, month: row.month, stage: stageAt(row.stage), keptDebit: fromNumeric(row.kept_debit), keptCredit: fromNumeric(row.kept_credit),
    debit: fromNumeric(row.debit), credit: fromNumeric(row.credit),
  }))
}

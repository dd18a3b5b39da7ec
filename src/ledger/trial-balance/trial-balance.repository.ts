import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { stageAt, type Stage } from '../voucher/voucher.ts'
import { type AccountSums, type TrialBalanceQuery } from './trial-balance.ts'

interface SumsRow {
  code: string
  name: string
  brought_debit: string
  brought_credit: string
  debit: string
  credit: string
}

/** From the balances that every posting keeps. An opening voucher belongs to what is brought forward, though it is dated in October. */
export async function findAccountSums(read: OfficerRead, query: TrialBalanceQuery & { chartKind: string }): Promise<AccountSums[]> {
  const { rows } = await read.db.raw<{ rows: SumsRow[] }>(`
    WITH kept AS (
      SELECT b.account_code, b.month < :month OR b.stage = 0 AS is_brought, b.debit, b.credit FROM account_balances b
      WHERE b.organisation_id = :organisation AND b.fiscal_year = :fiscalYear AND b.month <= :month
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
    organisation: query.organisationId, fiscalYear: query.fiscalYear, month: query.month, withZeroRows: query.withZeroRows, chartKind: query.chartKind,
  })
  return rows.map((row) => ({
    code: row.code, name: row.name, broughtDebit: fromNumeric(row.brought_debit), broughtCredit: fromNumeric(row.brought_credit),
    debit: fromNumeric(row.debit), credit: fromNumeric(row.credit),
  }))
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

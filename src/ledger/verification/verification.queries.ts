// The questions V5 to V15 as SQL. Each gives rows of one column, `what`: the voucher, account or series that does not stand.
import { type Check } from './verification.ts'

const printed = `v.type || '-' || CASE WHEN v.number < 100000 THEN lpad(v.number::text, 5, '0') ELSE v.number::text END || '/' || lpad((v.fiscal_year % 100)::text, 2, '0')`

/** An opening that the closing brought over: registers run on through the years and do not count it again. */
const isCarried = `(v.event LIKE 'opening.carried%' OR v.event LIKE 'opening.corrected%')`

const own = 'v.organisation_id = :organisation'
const joined = 'JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id'
const debit = `CASE l.side WHEN 'D' THEN l.amount ELSE 0 END`
const credit = `CASE l.side WHEN 'C' THEN l.amount ELSE 0 END`

/** Sealed balances of a period that is still closed. */
const sealed = `
  SELECT concat(s.period, '/', s.fiscal_year) AS what FROM ledger_seals s
    JOIN fiscal_periods p ON p.organisation_id = s.organisation_id AND p.fiscal_year = s.fiscal_year AND p.period = s.period AND p.state = 'closed'
  WHERE s.organisation_id = :organisation
    AND s.id = (SELECT max(t.id) FROM ledger_seals t WHERE t.organisation_id = s.organisation_id AND t.fiscal_year = s.fiscal_year AND t.period = s.period)
    AND s.balances <> (SELECT sha256(convert_to(coalesce(string_agg(concat_ws(' ', b.month, b.stage, b.account_code, b.debit, b.credit), E'\\n'
        ORDER BY b.month, b.stage, b.account_code), ''), 'UTF8'))
      FROM account_balances b WHERE b.organisation_id = s.organisation_id AND b.fiscal_year = s.fiscal_year
        AND CASE WHEN s.period BETWEEN 1 AND 12 THEN b.stage = 1 AND b.month = s.period
          ELSE b.stage = ANY (CASE s.period WHEN 0 THEN '{0}' WHEN 13 THEN '{2}' WHEN 14 THEN '{3}' ELSE '{4,5}' END::smallint[]) END)`

const unbalanced = `
  SELECT ${printed} AS what FROM vouchers v LEFT JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id WHERE ${own}
  GROUP BY v.id, v.type, v.number, v.fiscal_year, v.total HAVING count(l.line) < 2 OR sum(${debit}) <> v.total OR sum(${credit}) <> v.total ORDER BY v.id`

/** Numbers 1 to n of every series, and n on the counter. */
const numbers = `
  SELECT concat(n.type, '/', n.fiscal_year) AS what FROM (
    SELECT v.type, v.fiscal_year, count(*) AS held, count(DISTINCT v.number) AS different, max(v.number) AS last FROM vouchers v WHERE ${own} GROUP BY v.type, v.fiscal_year) n
  LEFT JOIN number_counters c ON c.organisation_id = :organisation AND c.fiscal_year = n.fiscal_year AND c.series = n.type
  WHERE n.held <> n.last OR n.different <> n.last OR c.last IS DISTINCT FROM n.last ORDER BY 1`

const balances = `
  SELECT concat_ws(' ', account_code, concat(month, '/', fiscal_year)) AS what FROM (
    SELECT v.fiscal_year, v.month, v.stage, l.account_code, sum(${debit}) AS debit, sum(${credit}) AS credit FROM vouchers v ${joined} WHERE ${own} GROUP BY 1, 2, 3, 4) s
  FULL JOIN (SELECT b.fiscal_year, b.month, b.stage, b.account_code, b.debit, b.credit FROM account_balances b WHERE b.organisation_id = :organisation) k
    USING (fiscal_year, month, stage, account_code)
  WHERE coalesce(k.debit, 0) <> coalesce(s.debit, 0) OR coalesce(k.credit, 0) <> coalesce(s.credit, 0) ORDER BY 1`

const subLedgers = `
  SELECT concat_ws(' ', account_code, sub_key) AS what FROM (
    SELECT l.account_code, l.sub_kind, l.sub_key, sum(${debit}) AS debit, sum(${credit}) AS credit FROM vouchers v ${joined}
    WHERE ${own} AND l.sub_key IS NOT NULL AND NOT ${isCarried} GROUP BY 1, 2, 3) s
  FULL JOIN (SELECT b.account_code, b.sub_kind, b.sub_key, b.debit, b.credit FROM sub_ledger_balances b WHERE b.organisation_id = :organisation) k USING (account_code, sub_kind, sub_key)
  WHERE coalesce(k.debit, 0) <> coalesce(s.debit, 0) OR coalesce(k.credit, 0) <> coalesce(s.credit, 0) ORDER BY 1`

/** Kept balances of an account with a register against the kept balances of its keys. */
export const controlQuery = `
  SELECT a.code AS what FROM accounts a
    JOIN (SELECT b.account_code, sum(b.debit - b.credit) AS net FROM account_balances b WHERE b.organisation_id = :organisation GROUP BY 1) c ON c.account_code = a.code
    LEFT JOIN (SELECT b.account_code, sum(b.debit - b.credit) AS net FROM sub_ledger_balances b WHERE b.organisation_id = :organisation GROUP BY 1) k ON k.account_code = a.code
    LEFT JOIN (SELECT l.account_code, sum(${debit}) - sum(${credit}) AS net FROM vouchers v ${joined} WHERE ${own} AND ${isCarried} GROUP BY 1) o ON o.account_code = a.code
  WHERE a.sub_ledger IS NOT NULL AND c.net - coalesce(o.net, 0) <> coalesce(k.net, 0) ORDER BY 1`

const sides = (alias: string, turned: boolean): string => `(SELECT array_agg(concat_ws('|', l.account_code, ${turned ? `CASE l.side WHEN 'D' THEN 'C' ELSE 'D' END` : 'l.side'},
    l.amount, l.sub_key, l.counterparty_id, l.budget_line_id, l.fund_code, l.revenue_code) ORDER BY l.account_code, l.amount, l.side = '${turned ? 'C' : 'D'}', l.sub_key)
  FROM voucher_lines l WHERE l.organisation_id = ${alias}.organisation_id AND l.voucher_id = ${alias}.id)`

const reversals = `
  SELECT ${printed} AS what FROM vouchers v LEFT JOIN vouchers o ON o.organisation_id = v.organisation_id AND o.id = v.reverses_id
  WHERE ${own} AND (v.type = 'RX' OR v.reverses_id IS NOT NULL)
    AND (v.type <> 'RX' OR o.id IS NULL OR o.type = 'RX' OR o.total <> v.total OR o.stage <> v.stage OR ${sides('v', false)} IS DISTINCT FROM ${sides('o', true)}
      OR EXISTS (SELECT 1 FROM vouchers t WHERE t.organisation_id = v.organisation_id AND t.reverses_id = v.reverses_id AND t.id <> v.id)) ORDER BY v.id`

const strangeAccounts = `
  SELECT DISTINCT concat_ws(' ', ${printed}, l.account_code) AS what FROM vouchers v ${joined} JOIN ledger_books b ON b.organisation_id = v.organisation_id
    LEFT JOIN accounts a ON a.code = l.account_code
  WHERE ${own} AND (a.code IS NULL OR NOT a.is_postable OR NOT ('ALL' = ANY (a.chart_kinds) OR b.chart_kind = ANY (a.chart_kinds))) ORDER BY 1`

const samePerson = `SELECT ${printed} AS what FROM vouchers v WHERE ${own} AND (v.prepared_by = v.approved_by) <> (v.same_person IS NOT NULL) ORDER BY v.id`

/** Money at the end of a day, by account and key, once the opening is confirmed. */
const overdrawn = `
  SELECT concat_ws(' ', account_code, sub_key, document_date) AS what FROM (
    SELECT account_code, sub_key, document_date, sum(moved) OVER (PARTITION BY account_code, sub_key ORDER BY document_date) AS held FROM (
      SELECT l.account_code, l.sub_key, v.document_date, sum(${debit}) - sum(${credit}) AS moved FROM vouchers v ${joined}
        JOIN ledger_books b ON b.organisation_id = v.organisation_id AND b.is_guarded
      WHERE ${own} AND l.sub_kind IN ('bank_account', 'cashbox') AND v.stage < 3 AND NOT ${isCarried} GROUP BY 1, 2, 3) d) h
  WHERE held < 0 ORDER BY 1`

/** Journals and vouchers name each other; a reversed journal has its reversal. */
const journals = `
  SELECT concat(j.type, ' #', j.id) AS what FROM journals j LEFT JOIN vouchers v ON v.organisation_id = j.organisation_id AND v.id = j.voucher_id
    LEFT JOIN vouchers r ON r.organisation_id = v.organisation_id AND r.reverses_id = v.id
  WHERE j.organisation_id = :organisation AND ((j.state IN ('posted', 'reversed')) <> (v.id IS NOT NULL) OR (j.state = 'reversed') <> (r.id IS NOT NULL) OR v.type <> j.type)
  UNION ALL
  SELECT ${printed} FROM vouchers v WHERE ${own} AND v.source_kind IN ('journal', 'adjustment', 'opening') AND NOT ${isCarried}
    AND NOT EXISTS (SELECT 1 FROM journals j WHERE j.organisation_id = v.organisation_id AND j.voucher_id = v.id)`

export const bookQueries: readonly (readonly [Check, string])[] = [
  ['V5', sealed], ['V6', unbalanced], ['V7', numbers], ['V8', balances], ['V9', subLedgers], ['V10', controlQuery], ['V11', reversals], ['V12', strangeAccounts],
  ['V13', samePerson], ['V14', overdrawn], ['V15', journals],
]

/** Kept balances of a year, and those of all registers, from the lines. */
export const rebuilding: readonly string[] = [
  'DELETE FROM account_balances WHERE organisation_id = :organisation AND fiscal_year = :year',
  `INSERT INTO account_balances (organisation_id, fiscal_year, month, stage, account_code, debit, credit)
    SELECT v.organisation_id, v.fiscal_year, v.month, v.stage, l.account_code, sum(${debit}), sum(${credit}) FROM vouchers v ${joined}
    WHERE ${own} AND v.fiscal_year = :year GROUP BY 1, 2, 3, 4, 5`,
  'DELETE FROM sub_ledger_balances WHERE organisation_id = :organisation',
  `INSERT INTO sub_ledger_balances (organisation_id, account_code, sub_kind, sub_key, debit, credit)
    SELECT v.organisation_id, l.account_code, l.sub_kind, l.sub_key, sum(${debit}), sum(${credit}) FROM vouchers v ${joined}
    WHERE ${own} AND l.sub_key IS NOT NULL AND NOT ${isCarried} GROUP BY 1, 2, 3, 4`,
]

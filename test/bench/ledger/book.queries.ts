// The generated book as SQL: a whole office-year in one statement, with the digests and heads that the gate would have given.

/** Offices with two officers, two fiscal years, a bank account and the keys of their registers. Asked again it adds what is missing. */
export const arranging: readonly string[] = [
  'CREATE SCHEMA IF NOT EXISTS bench',
  `CREATE OR REPLACE FUNCTION bench.next_head(head bytea, digest bytea, genesis bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT sha256(coalesce(head, genesis) || digest) $$`,
  'CREATE OR REPLACE AGGREGATE bench.chain (bytea, bytea) (SFUNC = bench.next_head, STYPE = bytea)',
  'CREATE TABLE IF NOT EXISTS bench.offices (organisation_id bigint PRIMARY KEY, place integer NOT NULL UNIQUE, vouchers integer NOT NULL, head_id bigint, maker_id bigint, bank text)',
  `INSERT INTO bench.offices (organisation_id, place, vouchers)
    SELECT o.id, o.place, CASE o.place WHEN 1 THEN :large::int WHEN 2 THEN :middle::int ELSE :small::int END
    FROM (SELECT id, row_number() OVER (ORDER BY code) AS place FROM organisations WHERE kind = 'LAO') o WHERE o.place <= :offices ON CONFLICT DO NOTHING`,
  `INSERT INTO users (organisation_id, username, title, first_name, last_name, position, status)
    SELECT o.organisation_id, w.name || o.organisation_id, 'นาง', 'สมใจ', 'ใจดี', 'นักวิชาการเงินและบัญชี', 'active' FROM bench.offices o, (VALUES ('bench.head.'), ('bench.maker.')) AS w (name)
    ON CONFLICT DO NOTHING`,
  `INSERT INTO bank_accounts (organisation_id, bank_name, branch, account_number, account_name, kind, account_code)
    SELECT o.organisation_id, 'ธนาคารกรุงไทย', 'ปากน้ำ', '1234567890', 'เงินรายได้', 'savings', :bank FROM bench.offices o ON CONFLICT DO NOTHING`,
  `UPDATE bench.offices o SET head_id = h.id, maker_id = m.id, bank = b.id::text FROM users h, users m, bank_accounts b
    WHERE h.username = 'bench.head.' || o.organisation_id AND m.username = 'bench.maker.' || o.organisation_id AND b.organisation_id = o.organisation_id AND o.bank IS NULL`,
  `INSERT INTO fiscal_years (organisation_id, fiscal_year, opened_at) SELECT organisation_id, y, now() FROM bench.offices, generate_series(:year::int, :year::int + 1) y ON CONFLICT DO NOTHING`,
  `INSERT INTO fiscal_periods (organisation_id, fiscal_year, period, state)
    SELECT organisation_id, y, p, CASE WHEN p >= 14 THEN 'closed' ELSE 'open' END FROM bench.offices, generate_series(:year::int, :year::int + 1) y, generate_series(0, 15) p ON CONFLICT DO NOTHING`,
  `INSERT INTO ledger_books (organisation_id, chart_kind, is_guarded, head)
    SELECT organisation_id, 'LAO', true, sha256(convert_to('laas-ledger/1 ' || organisation_id, 'UTF8')) FROM bench.offices ON CONFLICT DO NOTHING`,
  `INSERT INTO sub_ledger_keys (organisation_id, kind, key, name)
    SELECT organisation_id, 'bank_account', bank, 'ธนาคารกรุงไทย 1234567890' FROM bench.offices
    UNION ALL SELECT o.organisation_id, k.code, 'GENERAL', k.name FROM bench.offices o, sub_ledger_kinds k WHERE k.allows_general ON CONFLICT DO NOTHING`,
]

/** Offices whose year is still empty, the longest first. */
export const unfilled = `
  SELECT o.organisation_id, o.vouchers FROM bench.offices o
  WHERE NOT EXISTS (SELECT 1 FROM number_counters c WHERE c.organisation_id = o.organisation_id AND c.fiscal_year = :year) ORDER BY o.vouchers DESC, o.place`

/** Income and expense accounts of an LAO that keep no register, in an order that mixes the groups. */
export const ordinaryAccounts = `
  SELECT account_group, array_agg(code ORDER BY md5(code)) FILTER (WHERE place <= 75) AS codes FROM (
    SELECT a.account_group, a.code, row_number() OVER (PARTITION BY a.account_group ORDER BY md5(a.code)) AS place FROM accounts a
    WHERE a.account_group IN ('revenue', 'expense') AND a.is_postable AND a.sub_ledger IS NULL AND a.chart_kinds && '{ALL,LAO}' AND a.valid_from <= :year AND a.valid_until IS NULL) a
  GROUP BY account_group`

/**
 * Of four vouchers two take money in, one pays, one moves between accounts; what is paid is less than what came in, so no till or bank runs dry.
 * Ids rise with the day, as they would; heads go on from wherever the book of the office stands.
 */
export const filling = `
  WITH own AS MATERIALIZED (
    SELECT o.organisation_id, o.vouchers, o.head_id, o.maker_id, o.bank, b.head FROM bench.offices o JOIN ledger_books b USING (organisation_id) WHERE o.organisation_id = :organisation FOR UPDATE OF b
  ), drawn AS MATERIALIZED (
    SELECT k, CASE k % 4 WHEN 0 THEN 'JV' WHEN 2 THEN 'PV' ELSE 'RV' END AS type, :from::date + ((k - 1) * 365 / o.vouchers)::int AS day,
      CASE k % 4 WHEN 2 THEN 60 ELSE 260 END + ((k::bigint * 7919) % 19997) / 100.0 AS one, 45 + ((k::bigint * 104729) % 9973) / 100.0 AS other
    FROM own o, generate_series(1, o.vouchers) k
  ), voucher AS MATERIALIZED (
    SELECT nextval('vouchers_id_seq') AS id, n.* FROM (
      SELECT d.k, d.type, d.day, d.one::numeric(18,2) AS one, d.other::numeric(18,2) AS other, (d.one + d.other)::numeric(18,2) AS total, row_number() OVER (PARTITION BY d.type ORDER BY d.k) AS number,
        ((extract(month FROM d.day)::int + 2) % 12 + 1)::smallint AS month, (d.day + time '05:00') AT TIME ZONE 'UTC' AS posted_at FROM drawn d ORDER BY d.k) n
  ), line AS MATERIALIZED (
    SELECT v.id, v.day, v.month, l.line, l.account_code, l.side, l.amount, l.sub_kind, l.sub_key
    FROM own o, voucher v CROSS JOIN LATERAL (SELECT :expenses::text[] AS e, :revenues::text[] AS r, cardinality(:expenses::text[]) AS es, cardinality(:revenues::text[]) AS rs, trunc(v.total / 3, 2) AS third) c
      CROSS JOIN LATERAL (
        SELECT 1 AS line, :bank AS account_code, 'D' AS side, v.one AS amount, 'bank_account' AS sub_kind, o.bank AS sub_key WHERE v.type = 'RV'
        UNION ALL SELECT 2, :cash, 'D', v.other, 'cashbox', 'GENERAL' WHERE v.type = 'RV'
        UNION ALL SELECT 3, c.r[1 + (v.k * 7) % c.rs], 'C', c.third, NULL, NULL WHERE v.type <> 'PV'
        UNION ALL SELECT 4, c.r[1 + (v.k * 11 + 5) % c.rs], 'C', v.total - c.third, NULL, NULL WHERE v.type <> 'PV'
        UNION ALL SELECT 1, c.e[1 + (v.k * 7) % c.es], 'D', v.total - c.third, NULL, NULL WHERE v.type <> 'RV'
        UNION ALL SELECT 2, c.e[1 + (v.k * 13 + 3) % c.es], 'D', c.third, NULL, NULL WHERE v.type <> 'RV'
        UNION ALL SELECT 3, :cash, 'C', v.other, 'cashbox', 'GENERAL' WHERE v.type = 'PV'
        UNION ALL SELECT 4, :bank, 'C', v.one, 'bank_account', o.bank WHERE v.type = 'PV') l
  ), told AS MATERIALIZED (
    SELECT v.*, sha256(convert_to(array_to_string(ARRAY['laas-voucher/1', o.organisation_id::text, v.id::text, :year::text, v.type, v.number::text, to_char(v.day, 'YYYY-MM-DD'),
        v.month::text, '1', v.month::text, 'bench.generated', 'remittance-summary', v.k::text, 'รายการตัวอย่าง', v.total::text, NULL, o.maker_id::text, o.head_id::text,
        NULL, 'bench', (extract(epoch FROM v.posted_at) * 1000000)::bigint::text], E'\\x1f', E'\\x1d') || l.text, 'UTF8')) AS digest
    FROM own o, voucher v JOIN (
      SELECT l.id, string_agg(E'\\x1e' || array_to_string(ARRAY[l.line::text, l.account_code, l.side, l.amount::text, to_char(l.day, 'YYYY-MM-DD'), l.sub_kind, l.sub_key, NULL, NULL, NULL, NULL, ''],
        E'\\x1f', E'\\x1d'), '' ORDER BY l.line) AS text FROM line l GROUP BY l.id) l USING (id)
  ), chained AS MATERIALIZED (
    SELECT t.*, bench.chain(t.digest, o.head) OVER (ORDER BY t.id) AS head FROM own o, told t
  ), put_vouchers AS (
    INSERT INTO vouchers (organisation_id, id, fiscal_year, type, number, document_date, month, stage, period, event, source_kind, source_id, description, total, prepared_by, approved_by,
        request_id, posted_at, digest, head) OVERRIDING SYSTEM VALUE
      SELECT o.organisation_id, c.id, :year::smallint, c.type, c.number, c.day, c.month, 1, c.month, 'bench.generated', 'remittance-summary', c.k, 'รายการตัวอย่าง', c.total, o.maker_id, o.head_id,
        'bench', c.posted_at, c.digest, c.head FROM own o, chained c ORDER BY c.id
  ), put_lines AS (
    INSERT INTO voucher_lines (organisation_id, voucher_id, line, account_code, side, amount, document_date, sub_kind, sub_key, memo)
      SELECT o.organisation_id, l.id, l.line, l.account_code, l.side, l.amount, l.day, l.sub_kind, l.sub_key, '' FROM own o, line l ORDER BY l.id, l.line
  ), put_balances AS (
    INSERT INTO account_balances (organisation_id, fiscal_year, month, stage, account_code, debit, credit)
      SELECT :organisation::bigint, :year::smallint, l.month, 1, l.account_code, sum(CASE l.side WHEN 'D' THEN l.amount ELSE 0 END), sum(CASE l.side WHEN 'C' THEN l.amount ELSE 0 END) FROM line l GROUP BY l.month, l.account_code
  ), put_keys AS (
    INSERT INTO sub_ledger_balances AS b (organisation_id, account_code, sub_kind, sub_key, debit, credit)
      SELECT :organisation::bigint, l.account_code, l.sub_kind, l.sub_key, sum(CASE l.side WHEN 'D' THEN l.amount ELSE 0 END), sum(CASE l.side WHEN 'C' THEN l.amount ELSE 0 END)
      FROM line l WHERE l.sub_key IS NOT NULL GROUP BY l.account_code, l.sub_kind, l.sub_key
      ON CONFLICT (organisation_id, account_code, sub_kind, sub_key) DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit
  ), put_counters AS (
    INSERT INTO number_counters (organisation_id, fiscal_year, series, last) SELECT :organisation::bigint, :year::smallint, v.type, max(v.number) FROM voucher v GROUP BY v.type
  )
  UPDATE ledger_books b SET vouchers = b.vouchers + o.vouchers, head = (SELECT c.head FROM chained c ORDER BY c.id DESC LIMIT 1) FROM own o WHERE b.organisation_id = o.organisation_id`

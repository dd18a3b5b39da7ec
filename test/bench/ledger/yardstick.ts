// The least a database can do for one voucher of four lines, as one function: the same rows put in and the same rows brought up to date, on tables with a primary key
// and nothing else. It does: the head of the office's chain (SHA-256) and its count, the running number, the voucher, four lines, four balances of accounts, two of registers, the trail.
// It does not: look at periods, accounts, registers or people; foreign keys, checks, triggers, row-level security, further indexes; ask whether the document stood already.
import { type Knex } from 'knex'
import pg from 'pg'
import { bank, cash, type BenchOffice } from './book.ts'

const tables = `
  DROP TABLE IF EXISTS bench.y_books, bench.y_counters, bench.y_vouchers, bench.y_lines, bench.y_balances, bench.y_keys, bench.y_trail;
  CREATE TABLE bench.y_books (o bigint PRIMARY KEY, vouchers bigint, head bytea) WITH (fillfactor = 50);
  CREATE TABLE bench.y_counters (o bigint, y smallint, s text, last int, PRIMARY KEY (o, y, s)) WITH (fillfactor = 60);
  CREATE TABLE bench.y_vouchers (o bigint, id bigint GENERATED ALWAYS AS IDENTITY, y smallint, s text, n int, d date, t text, h bytea, PRIMARY KEY (o, id));
  CREATE TABLE bench.y_lines (o bigint, v bigint, line smallint, a text, side text, amount numeric(18,2), PRIMARY KEY (o, v, line));
  CREATE TABLE bench.y_balances (o bigint, y smallint, m smallint, a text, dr numeric(18,2), cr numeric(18,2), PRIMARY KEY (o, y, m, a)) WITH (fillfactor = 60);
  CREATE TABLE bench.y_keys (o bigint, a text, k text, dr numeric(18,2), cr numeric(18,2), PRIMARY KEY (o, a, k)) WITH (fillfactor = 60);
  CREATE TABLE bench.y_trail (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, o bigint, u bigint, what text, at timestamptz);
  INSERT INTO bench.y_books SELECT organisation_id, 0, sha256('') FROM bench.offices;`

const functionText = `
  CREATE OR REPLACE FUNCTION bench.y_post(org bigint, accounts text[], sides text[], amounts numeric[], keys text[]) RETURNS int LANGUAGE plpgsql AS $$
  DECLARE nid bigint; running int; hh bytea; BEGIN
    UPDATE bench.y_books SET vouchers = vouchers + 1, head = sha256(head || convert_to(accounts::text || amounts::text, 'UTF8')) WHERE o = org RETURNING head INTO hh;
    INSERT INTO bench.y_counters AS c VALUES (org, 2570, 'JV', 1) ON CONFLICT (o, y, s) DO UPDATE SET last = c.last + 1 RETURNING last INTO running;
    INSERT INTO bench.y_vouchers (o, y, s, n, d, t, h) VALUES (org, 2570, 'JV', running, '2026-11-10', 'ใบผ่านรายการทดสอบความเร็ว', hh) RETURNING id INTO nid;
    INSERT INTO bench.y_lines SELECT org, nid, n, a, s, m FROM unnest(accounts, sides, amounts) WITH ORDINALITY AS l (a, s, m, n);
    INSERT INTO bench.y_balances AS b SELECT org, 2570, 2, a, CASE s WHEN 'D' THEN m ELSE 0 END, CASE s WHEN 'C' THEN m ELSE 0 END FROM unnest(accounts, sides, amounts) AS l (a, s, m) ORDER BY a
      ON CONFLICT (o, y, m, a) DO UPDATE SET dr = b.dr + excluded.dr, cr = b.cr + excluded.cr;
    INSERT INTO bench.y_keys AS b SELECT org, a, k, CASE s WHEN 'D' THEN m ELSE 0 END, CASE s WHEN 'C' THEN m ELSE 0 END FROM unnest(accounts, sides, amounts, keys) AS l (a, s, m, k) WHERE k IS NOT NULL
      ON CONFLICT (o, a, k) DO UPDATE SET dr = b.dr + excluded.dr, cr = b.cr + excluded.cr;
    INSERT INTO bench.y_trail (o, u, what, at) VALUES (org, 1, 'DOC_POST', now());
    RETURN running;
  END $$`

export async function layYardstick(owner: Knex): Promise<void> {
  await owner.raw(tables)
  await owner.raw(functionText)
}

/** By bare pg with a prepared statement: one message, one transaction. */
export function yardstick(pool: pg.Pool, incomes: readonly string[]): (office: BenchOffice, turn: number) => Promise<unknown> {
  return (office, turn) => pool.query({
    name: 'yardstick', text: 'SELECT bench.y_post($1, $2, $3, $4, $5)',
    values: [office.organisationId, [bank, cash, incomes[turn % incomes.length], incomes[(turn + 1) % incomes.length]], ['D', 'D', 'C', 'C'], ['100.25', '50.50', '100.25', '50.50'], [office.bank, 'GENERAL', null, null]],
  })
}

import { type Knex } from 'knex'

// Manual vouchers before they are posted, requests to close and reopen, and the functions that open a year, shut a period and confirm an opening.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(upwards)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downwards)
}

const upwards = String.raw`
-- Manual vouchers until they are posted: JV, AJ, PA and OB share one life.
CREATE TABLE journals (
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  version integer NOT NULL DEFAULT 1,
  type text NOT NULL CHECK (type IN ('JV', 'AJ', 'PA', 'OB')),
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'posted', 'reversed', 'cancelled')),
  fiscal_year smallint NOT NULL,
  document_date date NOT NULL,
  description plain_text NOT NULL,
  reference plain_text NOT NULL DEFAULT '',
  return_reason text,
  form_key uuid,
  prepared_by bigint NOT NULL REFERENCES users (id),
  prepared_at timestamptz NOT NULL,
  submitted_at timestamptz,
  approved_by bigint REFERENCES users (id),
  voucher_id bigint,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, form_key),
  FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
  CHECK ((state IN ('posted', 'reversed')) = (voucher_id IS NOT NULL AND approved_by IS NOT NULL))
);
CREATE INDEX journals_list ON journals (organisation_id, type, id DESC);
CREATE INDEX journals_waiting ON journals (organisation_id, type) WHERE state IN ('draft', 'submitted');
CREATE UNIQUE INDEX journals_one_opening ON journals (organisation_id, fiscal_year) WHERE type = 'OB' AND state IN ('draft', 'submitted', 'posted');
CREATE TABLE journal_lines (
  organisation_id bigint NOT NULL,
  journal_id bigint NOT NULL,
  line smallint NOT NULL CHECK (line > 0),
  account_code text NOT NULL REFERENCES accounts (code),
  side text NOT NULL CHECK (side IN ('D', 'C')),
  amount ledger_amount NOT NULL,
  sub_key text,
  counterparty_id bigint REFERENCES organisations (id),
  budget_line_id bigint,
  fund_code text,
  memo plain_text NOT NULL DEFAULT '',
  PRIMARY KEY (organisation_id, journal_id, line),
  FOREIGN KEY (organisation_id, journal_id) REFERENCES journals (organisation_id, id)
);

-- Closing and reopening are documents: asked by one, decided by another.
CREATE TABLE period_requests (
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  fiscal_year smallint NOT NULL,
  period smallint NOT NULL,
  wanted text NOT NULL CHECK (wanted IN ('open', 'soft', 'closed')),
  wanted_modules text[] NOT NULL DEFAULT '{}',
  audit_until date,
  reason text NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'done', 'refused')),
  asked_by bigint NOT NULL REFERENCES users (id),
  asked_at timestamptz NOT NULL,
  decided_by bigint REFERENCES users (id),
  decided_at timestamptz,
  decision text,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, fiscal_year, period) REFERENCES fiscal_periods (organisation_id, fiscal_year, period),
  CHECK ((state = 'asked') = (decided_by IS NULL)),
  CHECK (wanted <> 'open' OR reason <> ''),
  CHECK ((period = 15 AND wanted = 'open') = (audit_until IS NOT NULL))
);
CREATE UNIQUE INDEX period_requests_one ON period_requests (organisation_id, fiscal_year, period) WHERE state = 'asked';
SELECT laas_fence(t) FROM unnest(ARRAY['journals', 'journal_lines', 'period_requests']::regclass[]) t;
GRANT SELECT, INSERT, UPDATE ON journals TO laas_app;
GRANT SELECT, INSERT, DELETE ON journal_lines TO laas_app;
GRANT SELECT, INSERT ON period_requests TO laas_app;
GRANT UPDATE (state, decided_by, decided_at, decision) ON period_requests TO laas_app;
REVOKE INSERT, UPDATE ON fiscal_periods FROM laas_app;
REVOKE INSERT, UPDATE ON fiscal_years FROM laas_app;
REVOKE INSERT ON ledger_books, ledger_seals FROM laas_app;
GRANT SELECT, INSERT, UPDATE ON fiscal_years, fiscal_periods TO laas_ledger;
GRANT SELECT, INSERT ON ledger_books, ledger_seals, sub_ledger_keys TO laas_ledger;
GRANT SELECT ON period_requests TO laas_ledger;
CREATE POLICY gate ON ledger_seals TO laas_ledger USING (true) WITH CHECK (true);
CREATE POLICY gate ON period_requests FOR SELECT TO laas_ledger USING (true);

-- Opens a fiscal year of one's own books: sixteen periods, the book, the general keys. Asked twice it changes nothing.
CREATE FUNCTION ledger_open_year(year smallint, moment timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE own CONSTANT bigint := laas_organisation_id();
BEGIN
  IF own IS NULL OR laas_scope() NOT IN ('unit', 'lao') THEN RAISE EXCEPTION 'no office of one''s own, so row-level security lets nobody open a year' USING ERRCODE = 'insufficient_privilege'; END IF;
  INSERT INTO fiscal_years (organisation_id, fiscal_year, opened_at) VALUES (own, year, moment) ON CONFLICT DO NOTHING;
  INSERT INTO fiscal_periods (organisation_id, fiscal_year, period, state) SELECT own, year, p, CASE WHEN p >= 14 THEN 'closed' ELSE 'open' END FROM generate_series(0, 15) p ON CONFLICT DO NOTHING;
  INSERT INTO ledger_books (organisation_id, chart_kind, head) SELECT own, coalesce(k.chart_kind, o.kind), sha256(convert_to('laas-ledger/1 ' || own, 'UTF8'))
    FROM organisations o LEFT JOIN sub_unit_kinds k ON k.code = o.sub_unit_kind WHERE o.id = own ON CONFLICT DO NOTHING;
  INSERT INTO sub_ledger_keys (organisation_id, kind, key, name) SELECT own, k.code, 'GENERAL', k.name FROM sub_ledger_kinds k WHERE k.allows_general ON CONFLICT DO NOTHING;
END $$;

-- Carries out a decided request under the book's lock: nobody posts meanwhile. Answers null, or why not. Closing seals chain and balances.
CREATE FUNCTION ledger_set_period(request bigint, moment timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own CONSTANT bigint := laas_organisation_id(); me CONSTANT bigint := laas_user_id(); r period_requests; book ledger_books; before text;
BEGIN
  SELECT * INTO book FROM ledger_books b WHERE b.organisation_id = own AND laas_scope() IN ('unit', 'lao') FOR UPDATE;
  SELECT * INTO r FROM period_requests q WHERE q.organisation_id = own AND q.id = request AND q.state = 'asked';
  IF r IS NULL OR book IS NULL THEN RETURN 'gone'; END IF;
  IF r.asked_by = me AND NOT EXISTS (SELECT 1 FROM small_units u WHERE u.organisation_id = own AND u.switched_off_at IS NULL) THEN RETURN 'samePerson'; END IF;
  SELECT p.state INTO before FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period = r.period;
  IF r.wanted = 'closed' AND EXISTS (SELECT 1 FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period < r.period AND p.state <> 'closed' AND p.period < 14) THEN RETURN 'earlierOpen'; END IF;
  IF r.wanted <> 'closed' AND before = 'closed' AND r.period < 14
    AND EXISTS (SELECT 1 FROM fiscal_periods p WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period > r.period AND p.period < 14 AND p.state = 'closed') THEN RETURN 'laterClosed'; END IF;
  IF r.wanted <> 'closed' AND r.period < 14 AND EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = own AND v.fiscal_year = r.fiscal_year AND v.stage = 3 AND v.type = 'CL'
    AND NOT EXISTS (SELECT 1 FROM vouchers x WHERE x.organisation_id = own AND x.reverses_id = v.id)) THEN RETURN 'yearClosed'; END IF;
  UPDATE fiscal_periods p SET state = r.wanted, closed_modules = r.wanted_modules, changed_by = me, changed_at = moment
    WHERE p.organisation_id = own AND p.fiscal_year = r.fiscal_year AND p.period = r.period;
  IF r.audit_until IS NOT NULL THEN UPDATE fiscal_years y SET audit_until = r.audit_until WHERE y.organisation_id = own AND y.fiscal_year = r.fiscal_year; END IF;
  IF r.wanted = 'closed' THEN
    INSERT INTO ledger_seals (organisation_id, fiscal_year, period, vouchers, head, balances, sealed_by, sealed_at)
      SELECT own, r.fiscal_year, r.period, book.vouchers, book.head, sha256(convert_to(coalesce(string_agg(concat_ws(' ', b.month, b.stage, b.account_code, b.debit, b.credit), E'\n'
        ORDER BY b.month, b.stage, b.account_code), ''), 'UTF8')), me, moment
      FROM account_balances b WHERE b.organisation_id = own AND b.fiscal_year = r.fiscal_year
        AND CASE WHEN r.period BETWEEN 1 AND 12 THEN b.stage = 1 AND b.month = r.period ELSE b.stage = ANY (CASE r.period WHEN 0 THEN '{0}' WHEN 13 THEN '{2}' WHEN 14 THEN '{3}' ELSE '{4,5}' END::smallint[]) END;
  END IF;
  RETURN NULL;
END $$;
-- ข้อมูลถูกต้องครบถ้วน: from here on no register may turn over. Answers null, or what stands against it.
CREATE FUNCTION ledger_confirm_opening(year smallint, moment timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE own CONSTANT bigint := laas_organisation_id(); fault text;
BEGIN
  PERFORM 1 FROM ledger_books b WHERE b.organisation_id = own AND laas_scope() IN ('unit', 'lao') FOR UPDATE;
  IF NOT FOUND THEN RETURN 'gone'; END IF;
  IF NOT EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = own AND v.fiscal_year = year AND v.type = 'OB'
    AND NOT EXISTS (SELECT 1 FROM vouchers x WHERE x.organisation_id = own AND x.reverses_id = v.id)) THEN RETURN 'noOpening'; END IF;
  SELECT concat_ws(' ', s.account_code, s.sub_key) INTO fault FROM sub_ledger_balances s JOIN accounts a ON a.code = s.account_code JOIN sub_ledger_kinds k ON k.code = s.sub_kind
    WHERE s.organisation_id = own AND k.is_guarded AND (s.debit - s.credit) * CASE a.normal_side WHEN 'D' THEN 1 ELSE -1 END < 0 ORDER BY 1 LIMIT 1;
  IF fault IS NOT NULL THEN RETURN fault; END IF;
  UPDATE fiscal_years y SET opening_confirmed_by = laas_user_id(), opening_confirmed_at = moment WHERE y.organisation_id = own AND y.fiscal_year = year AND y.opening_confirmed_by IS NULL;
  IF NOT FOUND THEN RETURN 'confirmed'; END IF;
  UPDATE ledger_books b SET is_guarded = true WHERE b.organisation_id = own;
  RETURN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO laas_ledger;
ALTER FUNCTION ledger_open_year(smallint, timestamptz) OWNER TO laas_ledger;
ALTER FUNCTION ledger_set_period(bigint, timestamptz) OWNER TO laas_ledger;
ALTER FUNCTION ledger_confirm_opening(smallint, timestamptz) OWNER TO laas_ledger;
REVOKE CREATE ON SCHEMA public FROM laas_ledger;
REVOKE EXECUTE ON FUNCTION ledger_open_year(smallint, timestamptz), ledger_set_period(bigint, timestamptz), ledger_confirm_opening(smallint, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_open_year(smallint, timestamptz), ledger_set_period(bigint, timestamptz), ledger_confirm_opening(smallint, timestamptz) TO laas_app;
`

const downwards = String.raw`
DROP FUNCTION ledger_open_year(smallint, timestamptz), ledger_set_period(bigint, timestamptz), ledger_confirm_opening(smallint, timestamptz);
REVOKE INSERT, UPDATE ON fiscal_years, fiscal_periods FROM laas_ledger;
REVOKE INSERT ON ledger_books, sub_ledger_keys FROM laas_ledger;
REVOKE SELECT, INSERT ON ledger_seals FROM laas_ledger;
DROP POLICY gate ON ledger_seals;
DROP TABLE period_requests, journal_lines, journals;
GRANT INSERT, UPDATE ON fiscal_periods, fiscal_years TO laas_app;
GRANT INSERT ON ledger_books, ledger_seals TO laas_app;
`

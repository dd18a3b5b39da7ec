import { type Knex } from 'knex'

// The books as they must stand: sixteen periods a year, stages, registers under their accounts, a chain over all vouchers of an office, and rights
// that leave writing to one function (0016). Digests of what is posted already are made here.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(upwards)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downwards)
}

const upwards = String.raw`
CREATE DOMAIN ledger_amount AS numeric(18,2) CHECK (VALUE > 0 AND VALUE <> 'NaN');
-- The digest parts its fields by control characters, so no text of a voucher may hold one.
CREATE DOMAIN plain_text AS text CHECK (VALUE !~ '[\x01-\x1f]');
CREATE DOMAIN ledger_sum AS numeric(18,2) CHECK (VALUE >= 0 AND VALUE <> 'NaN');
-- ===== roles: the ledger's own, which nobody logs in as =====
DO $$ BEGIN
  BEGIN CREATE ROLE laas_ledger NOLOGIN NOSUPERUSER NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
  IF NOT pg_has_role(current_user, 'laas_ledger', 'MEMBER') THEN GRANT laas_ledger TO CURRENT_USER; END IF;
END $$;
GRANT USAGE ON SCHEMA public TO laas_ledger;

-- ===== periods: fiscal_months grows into fiscal_periods =====
CREATE TABLE fiscal_years (
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
  opening_confirmed_by bigint REFERENCES users (id),
  opening_confirmed_at timestamptz,
  audit_until date,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, fiscal_year),
  CHECK ((opening_confirmed_by IS NULL) = (opening_confirmed_at IS NULL))
);
ALTER TABLE fiscal_months RENAME TO fiscal_periods;
ALTER TABLE fiscal_periods RENAME COLUMN month TO period;
ALTER TABLE fiscal_periods DROP CONSTRAINT fiscal_months_month_check, DROP CONSTRAINT fiscal_months_state_check,
  ADD CHECK (period BETWEEN 0 AND 15), ADD CHECK (state IN ('open', 'soft', 'closed')),
  ADD COLUMN closed_modules text[] NOT NULL DEFAULT '{}' CHECK (closed_modules <@ ARRAY['receipts', 'expenditure', 'pawn', 'general']),
  ADD COLUMN changed_by bigint REFERENCES users (id), ADD COLUMN changed_at timestamptz;
INSERT INTO fiscal_years (organisation_id, fiscal_year, opened_at) SELECT DISTINCT organisation_id, fiscal_year, now() FROM fiscal_periods;
INSERT INTO fiscal_periods (organisation_id, fiscal_year, period, state)
  SELECT y.organisation_id, y.fiscal_year, s.period, s.state FROM fiscal_years y, (VALUES (0, 'open'), (13, 'open'), (14, 'closed'), (15, 'closed')) s (period, state);
ALTER TABLE fiscal_periods ADD FOREIGN KEY (organisation_id, fiscal_year) REFERENCES fiscal_years (organisation_id, fiscal_year);

-- ===== sub-ledgers =====
CREATE TABLE sub_ledger_kinds (
  code text PRIMARY KEY CHECK (code ~ '^[a-z_]+$'),
  name text NOT NULL,
  is_guarded boolean NOT NULL,
  allows_general boolean NOT NULL
);
CREATE TABLE sub_ledger_keys (
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  kind text NOT NULL REFERENCES sub_ledger_kinds (code),
  key text NOT NULL CHECK (key <> '' AND length(key) <= 60),
  name text NOT NULL,
  register_id bigint,
  is_open boolean NOT NULL DEFAULT true,
  PRIMARY KEY (organisation_id, kind, key)
);

-- ===== vouchers =====
ALTER TABLE vouchers DISABLE TRIGGER USER;
ALTER TABLE voucher_lines DISABLE TRIGGER USER;
ALTER TABLE vouchers
  ADD COLUMN stage smallint,
  ADD COLUMN period smallint,
  ADD COLUMN same_person text,
  ADD COLUMN request_id text NOT NULL DEFAULT '',
  ADD COLUMN digest bytea,
  ADD COLUMN head bytea;
UPDATE vouchers SET stage = CASE type WHEN 'OB' THEN 0 WHEN 'AJ' THEN 2 WHEN 'CL' THEN 3 WHEN 'PA' THEN 4 ELSE 1 END,
  period = CASE type WHEN 'OB' THEN 0 WHEN 'AJ' THEN 13 WHEN 'CL' THEN 14 WHEN 'PA' THEN 15 ELSE month END,
  same_person = CASE WHEN prepared_by = approved_by THEN CASE type WHEN 'RX' THEN 'reversal' ELSE 'small-unit' END END;
ALTER TABLE voucher_lines DROP CONSTRAINT voucher_lines_organisation_id_bank_account_id_fkey;
ALTER TABLE voucher_lines RENAME COLUMN bank_account_id TO sub_key;
ALTER TABLE voucher_lines ALTER sub_key TYPE text,
  ADD COLUMN document_date date, ADD COLUMN sub_kind text,
  ADD COLUMN counterparty_id bigint REFERENCES organisations (id), ADD COLUMN budget_line_id bigint, ADD COLUMN fund_code text;

INSERT INTO sub_ledger_kinds (code, name, is_guarded, allows_general) VALUES ('bank_account', 'บัญชีเงินฝากธนาคาร', true, false), ('cashbox', 'เงินสดในมือ', true, true)
  ON CONFLICT DO NOTHING;
INSERT INTO sub_ledger_keys (organisation_id, kind, key, name, register_id)
  SELECT organisation_id, 'bank_account', id::text, bank_name || ' ' || account_number, id FROM bank_accounts
  UNION ALL SELECT organisation_id, 'cashbox', 'GENERAL', 'เงินสดในมือ', NULL FROM fiscal_years GROUP BY 1;
UPDATE voucher_lines l SET document_date = v.document_date, sub_kind = a.sub_ledger,
    sub_key = CASE a.sub_ledger WHEN 'bank_account' THEN l.sub_key WHEN 'cashbox' THEN 'GENERAL' END
  FROM vouchers v, accounts a WHERE v.organisation_id = l.organisation_id AND v.id = l.voucher_id AND a.code = l.account_code;
-- Lines posted before registers were asked for stand under the general key.
INSERT INTO sub_ledger_kinds SELECT DISTINCT l.sub_kind, l.sub_kind, false, true FROM voucher_lines l WHERE l.sub_kind IS NOT NULL ON CONFLICT DO NOTHING;
INSERT INTO sub_ledger_keys (organisation_id, kind, key, name) SELECT DISTINCT organisation_id, sub_kind, 'GENERAL', 'ทั่วไป' FROM voucher_lines WHERE sub_kind IS NOT NULL AND sub_key IS NULL ON CONFLICT DO NOTHING;
UPDATE voucher_lines SET sub_key = 'GENERAL' WHERE sub_key IS NULL AND sub_kind IS NOT NULL;
ALTER TABLE vouchers ALTER description TYPE plain_text, ALTER stage SET NOT NULL, ALTER period SET NOT NULL,
  ADD FOREIGN KEY (organisation_id, fiscal_year, period) REFERENCES fiscal_periods (organisation_id, fiscal_year, period);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT conrelid::regclass t, conname FROM pg_constraint WHERE contype = 'c' AND conrelid IN ('vouchers'::regclass, 'voucher_lines'::regclass, 'account_balances'::regclass) LOOP
  EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.t, r.conname); END LOOP; END $$;
DROP TRIGGER must_balance ON vouchers;
ALTER TABLE vouchers DROP CONSTRAINT vouchers_organisation_id_reverses_id_key, DROP CONSTRAINT vouchers_type_fkey, DROP CONSTRAINT vouchers_organisation_id_fkey, DROP CONSTRAINT vouchers_approved_by_fkey;
CREATE UNIQUE INDEX vouchers_reversed_once ON vouchers (organisation_id, reverses_id) WHERE reverses_id IS NOT NULL;
DO $$ DECLARE c text; BEGIN
  SELECT conname INTO c FROM pg_constraint WHERE conrelid = 'vouchers'::regclass AND contype = 'f' AND conname LIKE 'vouchers_organisation_id_fiscal_year_month%';
  EXECUTE format('ALTER TABLE vouchers DROP CONSTRAINT %I', c);
END $$;
ALTER TABLE voucher_lines ALTER document_date SET NOT NULL, ALTER amount TYPE ledger_amount, ALTER memo TYPE plain_text, DROP CONSTRAINT voucher_lines_account_code_fkey;
DROP TRIGGER only_with_voucher ON voucher_lines;
DROP TRIGGER only_open_month ON vouchers;
DROP FUNCTION line_must_be_new(), month_must_be_open();
CREATE INDEX voucher_lines_account ON voucher_lines (organisation_id, account_code, document_date, voucher_id, line) INCLUDE (side, amount, sub_key);
CREATE INDEX vouchers_by_date ON vouchers (organisation_id, document_date, id);
ALTER TABLE vouchers ENABLE TRIGGER USER;
ALTER TABLE voucher_lines ENABLE TRIGGER USER;

-- ===== balances =====
ALTER TABLE account_balances ADD COLUMN stage smallint NOT NULL DEFAULT 1, DROP CONSTRAINT account_balances_pkey;
DELETE FROM account_balances;
INSERT INTO account_balances (organisation_id, fiscal_year, month, stage, account_code, debit, credit)
  SELECT v.organisation_id, v.fiscal_year, v.month, v.stage, l.account_code, coalesce(sum(l.amount) FILTER (WHERE l.side = 'D'), 0), coalesce(sum(l.amount) FILTER (WHERE l.side = 'C'), 0)
  FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id GROUP BY 1, 2, 3, 4, 5;
ALTER TABLE account_balances ALTER stage DROP DEFAULT, ALTER debit TYPE ledger_sum, ALTER credit TYPE ledger_sum, ADD PRIMARY KEY (organisation_id, fiscal_year, month, stage, account_code), SET (fillfactor = 60);
CREATE TABLE sub_ledger_balances (
  organisation_id bigint NOT NULL,
  account_code text NOT NULL REFERENCES accounts (code),
  sub_kind text NOT NULL,
  sub_key text NOT NULL,
  debit ledger_sum NOT NULL,
  credit ledger_sum NOT NULL,
  PRIMARY KEY (organisation_id, account_code, sub_kind, sub_key),
  FOREIGN KEY (organisation_id, sub_kind, sub_key) REFERENCES sub_ledger_keys (organisation_id, kind, key)
) WITH (fillfactor = 60);
INSERT INTO sub_ledger_balances
  SELECT v.organisation_id, l.account_code, l.sub_kind, l.sub_key, coalesce(sum(l.amount) FILTER (WHERE l.side = 'D'), 0), coalesce(sum(l.amount) FILTER (WHERE l.side = 'C'), 0)
  FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id WHERE l.sub_key IS NOT NULL GROUP BY 1, 2, 3, 4;
ALTER TABLE number_counters SET (fillfactor = 60);

-- ===== chain =====
CREATE TABLE ledger_books (
  organisation_id bigint PRIMARY KEY REFERENCES organisations (id),
  chart_kind text NOT NULL,
  is_guarded boolean NOT NULL DEFAULT false,
  vouchers bigint NOT NULL DEFAULT 0,
  head bytea NOT NULL
) WITH (fillfactor = 50);
CREATE TABLE ledger_seals (
  organisation_id bigint NOT NULL REFERENCES ledger_books (organisation_id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  fiscal_year smallint NOT NULL,
  period smallint NOT NULL,
  vouchers bigint NOT NULL,
  head bytea NOT NULL CHECK (octet_length(head) = 32),
  balances bytea NOT NULL CHECK (octet_length(balances) = 32),
  sealed_by bigint REFERENCES users (id),
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, fiscal_year, period) REFERENCES fiscal_periods (organisation_id, fiscal_year, period)
);

-- What a voucher says, byte for byte: every stored column of it and of its lines, fields parted by US, lines by RS, nothing by GS.
CREATE FUNCTION voucher_digest(v vouchers) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(array_to_string(ARRAY['laas-voucher/1', v.organisation_id::text, v.id::text, v.fiscal_year::text, v.type, v.number::text, to_char(v.document_date, 'YYYY-MM-DD'),
      v.month::text, v.stage::text, v.period::text, v.event, v.source_kind, v.source_id::text, v.description, v.total::text, v.reverses_id::text, v.prepared_by::text, v.approved_by::text,
      v.same_person, v.request_id, (extract(epoch FROM v.posted_at) * 1000000)::bigint::text], E'\x1f', E'\x1d')
    || (SELECT string_agg(E'\x1e' || array_to_string(ARRAY[l.line::text, l.account_code, l.side, l.amount::text, to_char(l.document_date, 'YYYY-MM-DD'), l.sub_kind, l.sub_key,
      l.counterparty_id::text, l.budget_line_id::text, l.fund_code, l.revenue_code, l.memo], E'\x1f', E'\x1d'), '' ORDER BY l.line)
      FROM voucher_lines l WHERE l.organisation_id = v.organisation_id AND l.voucher_id = v.id), 'UTF8'))
$$;
ALTER TABLE vouchers DISABLE TRIGGER USER;
DO $$ DECLARE b record; v vouchers; h bytea; d bytea; n bigint; BEGIN
  FOR b IN SELECT DISTINCT organisation_id FROM fiscal_years LOOP
    h := sha256(convert_to('laas-ledger/1 ' || b.organisation_id, 'UTF8')); n := 0;
    FOR v IN SELECT * FROM vouchers WHERE organisation_id = b.organisation_id ORDER BY id LOOP
      n := n + 1; d := voucher_digest(v); h := sha256(h || d);
      UPDATE vouchers SET digest = d, head = h WHERE organisation_id = v.organisation_id AND id = v.id;
    END LOOP;
    INSERT INTO ledger_books SELECT o.id, coalesce(k.chart_kind, o.kind), false, n, h FROM organisations o LEFT JOIN sub_unit_kinds k ON k.code = o.sub_unit_kind WHERE o.id = b.organisation_id;
  END LOOP;
END $$;
ALTER TABLE vouchers ENABLE TRIGGER USER, ALTER digest SET NOT NULL, ALTER head SET NOT NULL, ALTER request_id DROP DEFAULT;

CREATE CONSTRAINT TRIGGER must_balance AFTER INSERT ON vouchers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION voucher_must_balance();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON ledger_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ledger_seals EXECUTE FUNCTION refuse_change();

-- Which account a posting rule means by a role, by kind of chart and year.
CREATE TABLE account_roles (
  role text NOT NULL CHECK (role ~ '^[a-z-]+$'),
  chart_kind text NOT NULL,
  valid_from smallint NOT NULL,
  valid_until smallint CHECK (valid_until > valid_from),
  account_code text NOT NULL REFERENCES accounts (code),
  PRIMARY KEY (role, chart_kind, valid_from)
);
GRANT SELECT ON account_roles TO laas_app, laas_worker;
-- Small units (access-admin-oversight §4.2): same-person approval allowed while switched on; rows are never removed.
CREATE TABLE small_units (
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  reason text NOT NULL CHECK (reason <> ''),
  switched_on_by bigint NOT NULL REFERENCES users (id),
  switched_on_at timestamptz NOT NULL,
  switched_off_at timestamptz,
  PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX small_units_one ON small_units (organisation_id) WHERE switched_off_at IS NULL;

SELECT laas_fence('small_units');
GRANT SELECT, INSERT ON small_units TO laas_app;
GRANT UPDATE (switched_off_at) ON small_units TO laas_app;
GRANT SELECT ON small_units TO laas_ledger;
CREATE POLICY gate ON small_units FOR SELECT TO laas_ledger USING (true);

-- ===== fences and rights =====
SELECT laas_fence(t) FROM unnest(ARRAY['fiscal_years', 'sub_ledger_keys', 'sub_ledger_balances', 'ledger_books', 'ledger_seals']::regclass[]) t;
REVOKE INSERT ON vouchers, voucher_lines FROM laas_app;
REVOKE INSERT, UPDATE ON account_balances FROM laas_app;
GRANT SELECT ON sub_ledger_kinds, fiscal_years, fiscal_periods, sub_ledger_keys, sub_ledger_balances, ledger_books, ledger_seals TO laas_app;
GRANT INSERT, UPDATE ON fiscal_years, sub_ledger_keys TO laas_app;
GRANT INSERT ON ledger_books, ledger_seals TO laas_app;
GRANT SELECT ON vouchers, voucher_lines, account_balances, sub_ledger_balances, sub_ledger_keys, fiscal_years, fiscal_periods, ledger_books, ledger_seals TO laas_worker;
GRANT SELECT ON organisations, sub_unit_kinds, accounts, fiscal_years, fiscal_periods, sub_ledger_kinds, sub_ledger_keys, voucher_types TO laas_ledger;
GRANT SELECT, INSERT ON vouchers, voucher_lines TO laas_ledger;
GRANT SELECT, INSERT, UPDATE ON account_balances, sub_ledger_balances, number_counters TO laas_ledger;
GRANT SELECT, UPDATE ON ledger_books TO laas_ledger;
GRANT INSERT ON audit_events TO laas_ledger;
GRANT USAGE ON SEQUENCE vouchers_id_seq, audit_events_id_seq TO laas_ledger;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['vouchers', 'voucher_lines', 'account_balances', 'sub_ledger_balances', 'number_counters', 'ledger_books', 'fiscal_years', 'fiscal_periods', 'sub_ledger_keys'] LOOP
    EXECUTE format('CREATE POLICY gate ON %I TO laas_ledger USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE POLICY gate ON audit_events FOR INSERT TO laas_ledger WITH CHECK (true);
ALTER TABLE audit_events DROP CONSTRAINT audit_events_organisation_id_fkey;
`

const downwards = String.raw`
DROP OWNED BY laas_ledger;
DROP TRIGGER must_balance ON vouchers;
DROP FUNCTION voucher_digest(vouchers);
DROP TABLE account_roles, small_units, ledger_seals, ledger_books, sub_ledger_balances, sub_ledger_keys, sub_ledger_kinds;
DROP INDEX vouchers_by_date, vouchers_reversed_once, voucher_lines_account;
ALTER TABLE vouchers DISABLE TRIGGER USER;
ALTER TABLE voucher_lines DISABLE TRIGGER USER;
ALTER TABLE vouchers DROP CONSTRAINT vouchers_organisation_id_fiscal_year_period_fkey, ALTER description TYPE text, DROP COLUMN stage, DROP COLUMN period, DROP COLUMN same_person, DROP COLUMN request_id, DROP COLUMN digest, DROP COLUMN head,
  ADD FOREIGN KEY (organisation_id) REFERENCES organisations (id), ADD FOREIGN KEY (type) REFERENCES voucher_types (code), ADD FOREIGN KEY (approved_by) REFERENCES users (id), ADD UNIQUE (organisation_id, reverses_id),
  ADD CHECK (fiscal_year BETWEEN 2500 AND 2700), ADD CHECK (number > 0), ADD CHECK (month BETWEEN 1 AND 12), ADD CHECK (total > 0 AND total <> 'NaN'),
  ADD CHECK ((type = 'RX') = (reverses_id IS NOT NULL)),
  ADD CHECK (fiscal_year = extract(year FROM document_date) + 543 + CASE WHEN extract(month FROM document_date) >= 10 THEN 1 ELSE 0 END),
  ADD CHECK (month = (extract(month FROM document_date)::int + 2) % 12 + 1);
UPDATE voucher_lines SET sub_key = NULL WHERE sub_kind IS DISTINCT FROM 'bank_account';
ALTER TABLE voucher_lines DROP COLUMN document_date, DROP COLUMN sub_kind, DROP COLUMN counterparty_id, DROP COLUMN budget_line_id, DROP COLUMN fund_code,
  ALTER amount TYPE numeric(18,2), ALTER memo TYPE text, ALTER sub_key TYPE bigint USING sub_key::bigint,
  ADD CHECK (line > 0), ADD CHECK (side IN ('D', 'C')), ADD CHECK (amount > 0 AND amount <> 'NaN'), ADD FOREIGN KEY (account_code) REFERENCES accounts (code);
ALTER TABLE voucher_lines RENAME COLUMN sub_key TO bank_account_id;
ALTER TABLE voucher_lines ADD FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id);
CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT organisation_id, fiscal_year, month, account_code, sum(debit) AS debit, sum(credit) AS credit FROM account_balances GROUP BY 1, 2, 3, 4;
DELETE FROM account_balances;
ALTER TABLE account_balances DROP CONSTRAINT account_balances_pkey, DROP COLUMN stage, ALTER debit TYPE numeric(18,2), ALTER credit TYPE numeric(18,2), ADD PRIMARY KEY (organisation_id, fiscal_year, month, account_code),
  ADD CHECK (month BETWEEN 1 AND 12), ADD CHECK (debit >= 0 AND debit <> 'NaN'), ADD CHECK (credit >= 0 AND credit <> 'NaN');
INSERT INTO account_balances SELECT * FROM kept;
DELETE FROM fiscal_periods WHERE period NOT BETWEEN 1 AND 12;
UPDATE fiscal_periods SET state = 'closed' WHERE state = 'soft';
ALTER TABLE fiscal_periods DROP CONSTRAINT fiscal_periods_organisation_id_fiscal_year_fkey, DROP CONSTRAINT fiscal_periods_period_check, DROP CONSTRAINT fiscal_periods_state_check, DROP COLUMN closed_modules, DROP COLUMN changed_by, DROP COLUMN changed_at;
ALTER TABLE fiscal_periods RENAME COLUMN period TO month;
ALTER TABLE fiscal_periods RENAME TO fiscal_months;
ALTER TABLE fiscal_months ADD CHECK (month BETWEEN 1 AND 12), ADD CHECK (state IN ('open', 'closed'));
ALTER TABLE vouchers ADD FOREIGN KEY (organisation_id, fiscal_year, month) REFERENCES fiscal_months (organisation_id, fiscal_year, month);
DROP TABLE fiscal_years;
ALTER TABLE vouchers ENABLE TRIGGER USER;
ALTER TABLE voucher_lines ENABLE TRIGGER USER;
DROP DOMAIN ledger_amount, ledger_sum, plain_text;
REVOKE SELECT ON vouchers, voucher_lines, account_balances, fiscal_months FROM laas_worker;
GRANT INSERT ON vouchers, voucher_lines TO laas_app;
GRANT INSERT, UPDATE ON account_balances TO laas_app;
ALTER TABLE audit_events ADD FOREIGN KEY (organisation_id) REFERENCES organisations (id);
    -- A line comes with its voucher, in the same transaction; nothing is added to a voucher posted before.
    CREATE FUNCTION line_must_be_new() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM vouchers v WHERE v.organisation_id = NEW.organisation_id AND v.id = NEW.voucher_id
          AND v.xmin = pg_current_xact_id()::xid) THEN
        RAISE EXCEPTION 'voucher % is already posted', NEW.voucher_id USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER only_with_voucher BEFORE INSERT ON voucher_lines FOR EACH ROW EXECUTE FUNCTION line_must_be_new();

    -- INV-07: no voucher into a month that is not open. The row is locked, so a month cannot be closed under a posting.
    CREATE FUNCTION month_must_be_open() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM 1 FROM fiscal_months m WHERE m.organisation_id = NEW.organisation_id AND m.fiscal_year = NEW.fiscal_year
        AND m.month = NEW.month AND m.state = 'open' FOR SHARE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'month %/% is not open', NEW.month, NEW.fiscal_year USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER only_open_month BEFORE INSERT ON vouchers FOR EACH ROW EXECUTE FUNCTION month_must_be_open();
    CREATE CONSTRAINT TRIGGER must_balance AFTER INSERT ON vouchers DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION voucher_must_balance();
`

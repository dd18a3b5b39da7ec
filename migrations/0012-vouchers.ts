import { type Knex } from 'knex'

// Posted vouchers. They balance at commit, fall into an open month, and are never changed or removed by anyone.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE vouchers (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
      type text NOT NULL REFERENCES voucher_types (code),
      number integer NOT NULL CHECK (number > 0),
      document_date date NOT NULL,
      month smallint NOT NULL CHECK (month BETWEEN 1 AND 12),
      event text NOT NULL,
      source_kind text NOT NULL,
      source_id bigint NOT NULL,
      description text NOT NULL,
      total numeric(18,2) NOT NULL CHECK (total > 0 AND total <> 'NaN'),
      reverses_id bigint,
      prepared_by bigint NOT NULL REFERENCES users (id),
      approved_by bigint NOT NULL REFERENCES users (id),
      posted_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, fiscal_year, type, number),
      UNIQUE (organisation_id, source_kind, source_id, event),
      UNIQUE (organisation_id, reverses_id),
      FOREIGN KEY (organisation_id, reverses_id) REFERENCES vouchers (organisation_id, id),
      FOREIGN KEY (organisation_id, fiscal_year, month) REFERENCES fiscal_months (organisation_id, fiscal_year, month),
      CHECK ((type = 'RX') = (reverses_id IS NOT NULL)),
      CHECK (fiscal_year = extract(year FROM document_date) + 543 + CASE WHEN extract(month FROM document_date) >= 10 THEN 1 ELSE 0 END),
      CHECK (month = (extract(month FROM document_date)::int + 2) % 12 + 1)
    );
    CREATE TABLE voucher_lines (
      organisation_id bigint NOT NULL,
      voucher_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      account_code text NOT NULL REFERENCES accounts (code),
      side text NOT NULL CHECK (side IN ('D', 'C')),
      amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
      bank_account_id bigint,
      revenue_code text,
      memo text NOT NULL DEFAULT '',
      PRIMARY KEY (organisation_id, voucher_id, line),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id)
    );
    CREATE TABLE account_balances (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      fiscal_year smallint NOT NULL,
      month smallint NOT NULL CHECK (month BETWEEN 1 AND 12),
      account_code text NOT NULL REFERENCES accounts (code),
      debit numeric(18,2) NOT NULL CHECK (debit >= 0 AND debit <> 'NaN'),
      credit numeric(18,2) NOT NULL CHECK (credit >= 0 AND credit <> 'NaN'),
      PRIMARY KEY (organisation_id, fiscal_year, month, account_code)
    );
    SELECT laas_fence('vouchers');
    SELECT laas_fence('voucher_lines');
    SELECT laas_fence('account_balances');
    GRANT SELECT, INSERT ON vouchers, voucher_lines TO laas_app;
    GRANT SELECT, INSERT, UPDATE ON account_balances TO laas_app;

    CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON vouchers FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER never_emptied BEFORE TRUNCATE ON vouchers EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON voucher_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER never_emptied BEFORE TRUNCATE ON voucher_lines EXECUTE FUNCTION refuse_change();

    -- INV-01: at commit both sides are equal, there are at least two lines, and they add up to the voucher's total.
    CREATE FUNCTION voucher_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      debit numeric; credit numeric; lines integer;
    BEGIN
      SELECT coalesce(sum(l.amount) FILTER (WHERE l.side = 'D'), 0), coalesce(sum(l.amount) FILTER (WHERE l.side = 'C'), 0), count(*)
        INTO debit, credit, lines FROM voucher_lines l WHERE l.organisation_id = NEW.organisation_id AND l.voucher_id = NEW.id;
      IF lines < 2 OR debit <> credit OR debit <> NEW.total THEN
        RAISE EXCEPTION 'voucher % does not balance: debit %, credit %, total %, lines %', NEW.id, debit, credit, NEW.total, lines
          USING ERRCODE = 'check_violation';
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER must_balance AFTER INSERT ON vouchers DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION voucher_must_balance();

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
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP TABLE account_balances, voucher_lines, vouchers;
    DROP FUNCTION voucher_must_balance(), line_must_be_new(), month_must_be_open()`)
}

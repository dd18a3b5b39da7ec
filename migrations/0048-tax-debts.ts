import { type Knex } from 'knex'

// Taxpayers and other debtors, what is assessed of them, and the runs of 30 September (budget-and-receipts §4.9, R11, R12; A8, A9, S79).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE tax_kinds (
      code text PRIMARY KEY,
      name text NOT NULL,
      revenue_code text NOT NULL REFERENCES revenue_codes (code),
      debtor_account text NOT NULL REFERENCES accounts (code),
      allowance_account text NOT NULL REFERENCES accounts (code),
      doubtful_account text NOT NULL REFERENCES accounts (code),
      bad_debt_account text NOT NULL REFERENCES accounts (code),
      -- An abolished tax has arrears only.
      is_active boolean NOT NULL,
      reference text NOT NULL
    );
    -- What a law can change: baht, per cent or a number, in force from a day.
    CREATE TABLE tax_settings (
      tax_kind text NOT NULL,
      name text NOT NULL,
      valid_from date NOT NULL,
      value integer NOT NULL CHECK (value >= 0),
      note text NOT NULL,
      reference text NOT NULL,
      PRIMARY KEY (tax_kind, name, valid_from)
    );
    GRANT SELECT ON tax_kinds, tax_settings TO laas_app;

    CREATE TABLE taxpayers (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      sub_kind text NOT NULL CHECK (sub_kind IN ('taxpayer', 'debtor')),
      sub_key text NOT NULL,
      person_kind text NOT NULL CHECK (person_kind IN ('person', 'juristic', 'state')),
      name plain_text NOT NULL,
      person_number plain_text NOT NULL DEFAULT '',
      address plain_text NOT NULL,
      phone plain_text NOT NULL DEFAULT '',
      is_active boolean NOT NULL DEFAULT true,
      form_key uuid,
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, sub_kind, sub_key),
      FOREIGN KEY (organisation_id, sub_kind, sub_key) REFERENCES sub_ledger_keys (organisation_id, kind, key)
    );
    CREATE UNIQUE INDEX taxpayers_person ON taxpayers (organisation_id, sub_kind, person_number) WHERE person_number <> '';
    -- Signboards, parcels and buildings that are assessed.
    CREATE TABLE taxpayer_items (
      organisation_id bigint NOT NULL,
      taxpayer_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      kind text NOT NULL CHECK (kind IN ('signboard', 'land', 'building')),
      place plain_text NOT NULL,
      detail plain_text NOT NULL DEFAULT '',
      PRIMARY KEY (organisation_id, taxpayer_id, line),
      FOREIGN KEY (organisation_id, taxpayer_id) REFERENCES taxpayers (organisation_id, id)
    );

    CREATE TABLE tax_runs (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      kind text NOT NULL CHECK (kind IN ('set-up', 'allowance')),
      state text NOT NULL CHECK (state IN ('asked', 'posted', 'refused', 'reversed')),
      fiscal_year smallint NOT NULL,
      number integer,
      total ledger_amount NOT NULL,
      reason plain_text,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      decided_by bigint REFERENCES users (id),
      decided_at timestamptz,
      voucher_id bigint,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK ((state IN ('posted', 'reversed')) = (voucher_id IS NOT NULL))
    );
    CREATE UNIQUE INDEX tax_runs_one ON tax_runs (organisation_id, kind, fiscal_year) WHERE state IN ('asked', 'posted');

    CREATE TABLE tax_debts (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('assessed', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer NOT NULL,
      tax_kind text NOT NULL REFERENCES tax_kinds (code),
      taxpayer_id bigint NOT NULL,
      tax_year smallint NOT NULL,
      assessed ledger_amount NOT NULL,
      discount ledger_sum NOT NULL DEFAULT 0,
      -- Owed when the system was taken into use: a debtor from the first day.
      is_opening boolean NOT NULL DEFAULT false,
      notice_date date NOT NULL,
      due_date date NOT NULL,
      parts smallint NOT NULL DEFAULT 1 CHECK (parts BETWEEN 1 AND 12),
      is_filed_late boolean NOT NULL DEFAULT false,
      warned_on date,
      warned_until date,
      signs jsonb NOT NULL DEFAULT '[]',
      remark plain_text NOT NULL DEFAULT '',
      cancel_reason plain_text,
      set_up_run_id bigint,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, fiscal_year, number),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, taxpayer_id) REFERENCES taxpayers (organisation_id, id),
      FOREIGN KEY (organisation_id, set_up_run_id) REFERENCES tax_runs (organisation_id, id),
      CHECK (discount < assessed),
      CHECK (due_date >= notice_date),
      CHECK ((warned_on IS NULL) = (warned_until IS NULL)),
      CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
    );
    CREATE INDEX tax_debts_taxpayer ON tax_debts (organisation_id, taxpayer_id);
    CREATE INDEX tax_debts_run ON tax_debts (organisation_id, set_up_run_id) WHERE set_up_run_id IS NOT NULL;
    -- What of a debt was paid: receipts name it.
    CREATE INDEX receipt_lines_reference ON receipt_lines (organisation_id, reference) WHERE reference <> '';

    ALTER TABLE money_entries
      ADD COLUMN debt_id bigint, ADD COLUMN covered ledger_sum,
      ADD FOREIGN KEY (organisation_id, debt_id) REFERENCES tax_debts (organisation_id, id),
      DROP CONSTRAINT money_entries_kind_check,
      ADD CONSTRAINT money_entries_kind CHECK (kind IN ('forfeit', 'transfer', 'identify', 'over', 'short', 'charge', 'write-off')),
      ADD CHECK ((kind = 'write-off') = (debt_id IS NOT NULL)),
      ADD CONSTRAINT money_entries_resolution CHECK (kind <> 'write-off' OR authority <> '');
    CREATE INDEX money_entries_debt ON money_entries (organisation_id, debt_id) WHERE debt_id IS NOT NULL;

    SELECT laas_fence(t) FROM unnest(ARRAY['taxpayers', 'taxpayer_items', 'tax_runs', 'tax_debts']::regclass[]) t;
    GRANT SELECT, INSERT, UPDATE ON taxpayers, tax_runs, tax_debts TO laas_app;
    GRANT SELECT, INSERT, DELETE ON taxpayer_items TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX receipt_lines_reference;
    DELETE FROM money_entries WHERE kind = 'write-off';
    ALTER TABLE money_entries DROP CONSTRAINT money_entries_kind, DROP CONSTRAINT money_entries_resolution, DROP COLUMN debt_id, DROP COLUMN covered,
      ADD CONSTRAINT money_entries_kind_check CHECK (kind IN ('forfeit', 'transfer', 'identify', 'over', 'short', 'charge'));
    DROP TABLE tax_debts, tax_runs, taxpayer_items, taxpayers, tax_settings, tax_kinds;
  `)
}

import { type Knex } from 'knex'

// เงินรับฝาก held for others, item by item, and the entries that end or move money already in the books (budget-and-receipts §4.8, R8, R10, R13, R15; P34).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- What is known of an item beside the ledger: its balance is that of its key.
    CREATE TABLE deposits (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      kind_code text NOT NULL REFERENCES receipt_kinds (code),
      account_code text NOT NULL REFERENCES accounts (code),
      sub_kind text NOT NULL,
      sub_key text NOT NULL,
      depositor plain_text NOT NULL,
      depositor_number plain_text NOT NULL DEFAULT '',
      reference plain_text NOT NULL,
      due_date date,
      remark plain_text NOT NULL DEFAULT '',
      form_key uuid,
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, account_code, sub_kind, sub_key),
      FOREIGN KEY (organisation_id, sub_kind, sub_key) REFERENCES sub_ledger_keys (organisation_id, kind, key)
    );

    CREATE TABLE money_entries (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      kind text NOT NULL CHECK (kind IN ('forfeit', 'transfer', 'identify', 'over', 'short', 'charge')),
      state text NOT NULL CHECK (state IN ('draft', 'submitted', 'posted', 'reversed', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer,
      entry_date date NOT NULL,
      deposit_id bigint,
      target_code text,
      target_account text REFERENCES accounts (code),
      target_key text,
      amount ledger_amount NOT NULL,
      reason plain_text NOT NULL,
      authority plain_text NOT NULL DEFAULT '',
      return_reason plain_text,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      approved_by bigint REFERENCES users (id),
      approved_at timestamptz,
      voucher_id bigint,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, fiscal_year, number),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, deposit_id) REFERENCES deposits (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK ((kind IN ('forfeit', 'transfer')) = (deposit_id IS NOT NULL)),
      CHECK ((kind IN ('transfer', 'identify')) = (target_code IS NOT NULL AND target_account IS NOT NULL)),
      CHECK (state IN ('draft', 'cancelled') OR number IS NOT NULL),
      CHECK ((state IN ('posted', 'reversed')) = (approved_by IS NOT NULL AND voucher_id IS NOT NULL))
    );
    CREATE INDEX money_entries_deposit ON money_entries (organisation_id, deposit_id);
    CREATE INDEX money_entries_waiting ON money_entries (organisation_id) WHERE state IN ('draft', 'submitted');
    SELECT laas_fence('deposits');
    SELECT laas_fence('money_entries');
    GRANT SELECT, INSERT, UPDATE ON deposits, money_entries TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE money_entries, deposits')
}

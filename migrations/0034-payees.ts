import { type Knex } from 'knex'

// Payees and their bank accounts (ฐานข้อมูลเจ้าหนี้/ผู้มีสิทธิรับเงิน), and the numbers of payment that an order may change.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE banks (
      code text PRIMARY KEY CHECK (code ~ '^[0-9]{3}$'),
      name text NOT NULL UNIQUE
    );
    CREATE TABLE payment_settings (
      code text NOT NULL,
      valid_from date NOT NULL,
      value integer NOT NULL CHECK (value >= 0),
      meaning text NOT NULL,
      legal_reference text NOT NULL,
      PRIMARY KEY (code, valid_from)
    );
    CREATE TABLE payees (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      kind text NOT NULL CHECK (kind IN ('juristic', 'individual', 'state_body', 'exempt', 'foreign_juristic')),
      tax_id text CHECK (tax_id ~ '^[0-9]{13}$'),
      branch text NOT NULL DEFAULT '00000' CHECK (branch ~ '^[0-9]{5}$'),
      name plain_text NOT NULL CHECK (name <> ''),
      english_name plain_text NOT NULL DEFAULT '',
      address plain_text NOT NULL DEFAULT '',
      subdistrict plain_text NOT NULL DEFAULT '',
      district plain_text NOT NULL DEFAULT '',
      province plain_text NOT NULL DEFAULT '',
      postcode text NOT NULL DEFAULT '' CHECK (postcode = '' OR postcode ~ '^[0-9]{5}$'),
      phone plain_text NOT NULL DEFAULT '',
      email plain_text NOT NULL DEFAULT '',
      is_vat_registered boolean NOT NULL DEFAULT false,
      is_staff boolean NOT NULL DEFAULT false,
      is_active boolean NOT NULL DEFAULT true,
      form_key uuid,
      created_by bigint NOT NULL REFERENCES users (id),
      created_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      CHECK (tax_id IS NOT NULL OR kind IN ('state_body', 'foreign_juristic')),
      CHECK (NOT is_staff OR kind = 'individual')
    );
    CREATE UNIQUE INDEX payees_tax_id ON payees (organisation_id, tax_id, branch);
    CREATE INDEX payees_by_name ON payees (organisation_id, (name COLLATE "th-TH-x-icu"), id);

    -- A row is never changed into another account: a new one is asked for, and takes the place of the old one.
    CREATE TABLE payee_accounts (
      organisation_id bigint NOT NULL,
      id bigint GENERATED ALWAYS AS IDENTITY,
      payee_id bigint NOT NULL,
      bank_code text NOT NULL REFERENCES banks (code),
      branch plain_text NOT NULL CHECK (branch <> ''),
      account_number text NOT NULL CHECK (account_number ~ '^[0-9]{10,15}$'),
      account_name plain_text NOT NULL CHECK (account_name <> ''),
      state text NOT NULL CHECK (state IN ('requested', 'verified', 'refused', 'replaced')),
      replaces_id bigint,
      reason plain_text NOT NULL DEFAULT '',
      decision plain_text NOT NULL DEFAULT '',
      requested_by bigint NOT NULL REFERENCES users (id),
      requested_at timestamptz NOT NULL,
      decided_by bigint REFERENCES users (id),
      decided_at timestamptz,
      usable_from timestamptz,
      form_key uuid,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, payee_id) REFERENCES payees (organisation_id, id),
      FOREIGN KEY (organisation_id, replaces_id) REFERENCES payee_accounts (organisation_id, id),
      CHECK (decided_by <> requested_by),
      CHECK ((state = 'requested') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
      CHECK ((state IN ('verified', 'replaced')) = (usable_from IS NOT NULL))
    );
    CREATE UNIQUE INDEX payee_accounts_live ON payee_accounts (organisation_id, payee_id, bank_code, account_number) WHERE state IN ('requested', 'verified');
    CREATE UNIQUE INDEX payee_accounts_one_request ON payee_accounts (organisation_id, payee_id) WHERE state = 'requested';
    CREATE INDEX payee_accounts_payee ON payee_accounts (organisation_id, payee_id, id);
    CREATE INDEX payee_accounts_number ON payee_accounts (organisation_id, account_number);

    SELECT laas_fence('payees');
    SELECT laas_fence('payee_accounts');
    GRANT SELECT ON banks, payment_settings TO laas_app, laas_worker;
    GRANT SELECT, INSERT, UPDATE ON payees TO laas_app;
    GRANT SELECT, INSERT ON payee_accounts TO laas_app;
    GRANT UPDATE (state, decision, decided_by, decided_at, usable_from) ON payee_accounts TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE payee_accounts, payees, payment_settings, banks')
}

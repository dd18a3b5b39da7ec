import { type Knex } from 'knex'

// The official chart (one for the country, versions by fiscal year), fiscal years and months of an organisation, its bank accounts.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE statement_lines (
      code text PRIMARY KEY,
      statement text NOT NULL,
      sort integer NOT NULL,
      section text NOT NULL,
      caption text NOT NULL,
      positive_side text NOT NULL CHECK (positive_side IN ('D', 'C'))
    );
    CREATE TABLE accounts (
      code text PRIMARY KEY CHECK (code ~ '^[0-9]{10}[.][0-9]{3}$'),
      name text NOT NULL,
      account_group text NOT NULL CHECK (account_group IN ('asset', 'liability', 'equity', 'revenue', 'expense')),
      normal_side text NOT NULL CHECK (normal_side IN ('D', 'C')),
      parent_code text REFERENCES accounts (code),
      chart_kinds text[] NOT NULL,
      is_postable boolean NOT NULL,
      is_contra boolean NOT NULL,
      statement_line text REFERENCES statement_lines (code),
      sub_ledger text,
      counterpart text,
      note text,
      valid_from smallint NOT NULL CHECK (valid_from BETWEEN 2500 AND 2700),
      valid_until smallint CHECK (valid_until > valid_from)
    );
    CREATE TABLE revenue_codes (
      code text PRIMARY KEY CHECK (code ~ '^[0-9]{8}$'),
      name text NOT NULL,
      category_code text NOT NULL,
      category_name text NOT NULL,
      account_code text NOT NULL REFERENCES accounts (code),
      applies_to text NOT NULL CHECK (applies_to IN ('ALL', 'MUNI_SAO', 'PAO')),
      is_active boolean NOT NULL
    );
    CREATE TABLE voucher_types (
      code text PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'),
      name text NOT NULL,
      period_kind text NOT NULL
    );
    CREATE TABLE fiscal_months (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
      month smallint NOT NULL CHECK (month BETWEEN 1 AND 12),
      state text NOT NULL CHECK (state IN ('open', 'closed')),
      PRIMARY KEY (organisation_id, fiscal_year, month)
    );
    CREATE TABLE bank_accounts (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      bank_name text NOT NULL,
      branch text NOT NULL,
      account_number text NOT NULL CHECK (account_number ~ '^[0-9]{10,15}$'),
      account_name text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('savings', 'current', 'fixed')),
      account_code text NOT NULL REFERENCES accounts (code),
      is_active boolean NOT NULL DEFAULT true,
      version integer NOT NULL DEFAULT 1,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, bank_name, account_number)
    );
    SELECT laas_fence('fiscal_months');
    SELECT laas_fence('bank_accounts');
    GRANT SELECT ON statement_lines, accounts, revenue_codes, voucher_types TO laas_app, laas_worker;
    GRANT SELECT, INSERT, UPDATE ON fiscal_months, bank_accounts TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE bank_accounts, fiscal_months, voucher_types, revenue_codes, accounts, statement_lines')
}

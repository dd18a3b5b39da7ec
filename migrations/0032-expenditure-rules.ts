import { type Knex } from 'knex'

// What law and circulars fix for money out: debit account of each budget item, withholding tax, dated rates, papers of each kind of claim, pairs between units.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE expense_accounts (
      item_code text NOT NULL REFERENCES budget_classes (code),
      valid_from smallint NOT NULL CHECK (valid_from BETWEEN 2500 AND 2700),
      debit_kind text NOT NULL CHECK (debit_kind IN ('expense', 'choose', 'asset_clearing', 'asset', 'cip', 'loan_principal')),
      default_account text REFERENCES accounts (code),
      other_accounts text[] NOT NULL DEFAULT '{}',
      -- ครุภัณฑ์มูลค่าต่ำกว่าเกณฑ์
      low_value_account text REFERENCES accounts (code),
      asset_category text,
      note text,
      PRIMARY KEY (item_code, valid_from),
      CHECK (default_account IS NOT NULL OR other_accounts <> '{}')
    );
    CREATE TABLE withholding_rules (
      code text PRIMARY KEY,
      payee_kind text NOT NULL CHECK (payee_kind IN ('juristic', 'individual', 'state_body', 'exempt', 'foreign_juristic')),
      income_type text NOT NULL,
      -- Per cent; null: progressive, the amount is computed elsewhere and typed.
      rate numeric(7,4) CHECK (rate >= 0 AND rate <= 100 AND rate <> 'NaN'),
      threshold numeric(18,2) NOT NULL CHECK (threshold >= 0 AND threshold <> 'NaN'),
      threshold_of text NOT NULL CHECK (threshold_of IN ('payment', 'order')),
      base text NOT NULL CHECK (base IN ('before-vat', 'gross')),
      form text,
      account_code text REFERENCES accounts (code),
      -- What is taken for a payee of this kind unless somebody chooses otherwise.
      is_default boolean NOT NULL,
      valid_from date NOT NULL,
      valid_until date CHECK (valid_until > valid_from),
      legal_reference text NOT NULL,
      CHECK (account_code IS NOT NULL OR rate = 0)
    );
    CREATE UNIQUE INDEX withholding_rules_default ON withholding_rules (payee_kind, valid_from) WHERE is_default;
    CREATE TABLE expenditure_rates (
      code text NOT NULL,
      valid_from date NOT NULL,
      value numeric(18,4) NOT NULL CHECK (value >= 0 AND value <> 'NaN'),
      meaning text NOT NULL,
      legal_reference text NOT NULL,
      PRIMARY KEY (code, valid_from)
    );
    CREATE TABLE claim_documents_wanted (
      kind text NOT NULL CHECK (kind ~ '^C([1-9]|1[0-3])$'),
      code text NOT NULL CHECK (code ~ '^[A-Z0-9-]{2,20}$'),
      name text NOT NULL CHECK (name <> ''),
      is_mandatory boolean NOT NULL,
      sort smallint NOT NULL CHECK (sort > 0),
      PRIMARY KEY (kind, code)
    );
    CREATE TABLE inter_agency_pairs (
      code text PRIMARY KEY,
      from_role text NOT NULL,
      from_account text NOT NULL REFERENCES accounts (code),
      to_role text NOT NULL,
      to_account text NOT NULL REFERENCES accounts (code),
      name text NOT NULL
    );
    GRANT SELECT ON expense_accounts, withholding_rules, expenditure_rates, claim_documents_wanted, inter_agency_pairs TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE inter_agency_pairs, claim_documents_wanted, expenditure_rates, withholding_rules, expense_accounts')
}

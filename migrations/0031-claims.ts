import { type Knex } from 'knex'

// ฎีกาเบิกเงิน: a department asks the treasury to pay. Head, lines, deductions, the people of a batch, and what the checker found among the papers.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(heads + parts + fences)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE claim_counters, claim_checks, claim_payees, claim_deductions, claim_lines, claims')
}

const heads = `
  CREATE TABLE claims (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    id bigint GENERATED ALWAYS AS IDENTITY,
    version integer NOT NULL DEFAULT 1,
    kind text NOT NULL CHECK (kind ~ '^C([1-9]|1[0-3])$'),
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'endorsed', 'checked', 'approved', 'paying', 'paid', 'cancelled')),
    fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    -- CLM, and เลขที่ผู้เบิก of the department: both given at the first submission and kept through every return.
    number integer CHECK (number > 0),
    department_id bigint,
    department_number integer CHECK (department_number > 0),
    -- เลขที่คลังรับ, given when the papers have been checked.
    treasury_number integer CHECK (treasury_number > 0),
    treasury_date date,
    claim_date date NOT NULL,
    source_code text REFERENCES budget_sources (code),
    payee_id bigint,
    payee_account_id bigint,
    channel text CHECK (channel IN ('cheque', 'withdrawal', 'transfer', 'cash')),
    title plain_text NOT NULL CHECK (title <> ''),
    invoice_number plain_text NOT NULL DEFAULT '',
    invoice_date date,
    vat text NOT NULL CHECK (vat IN ('none', 'included')),
    withholding_rule text,
    -- Of the whole order, where a person is paid in parts: the threshold of the tax looks at it.
    order_total numeric(18,2) CHECK (order_total > 0 AND order_total <> 'NaN'),
    gross numeric(18,2) NOT NULL CHECK (gross > 0 AND gross <> 'NaN'),
    deducted numeric(18,2) NOT NULL CHECK (deducted >= 0 AND deducted <> 'NaN'),
    net numeric(18,2) NOT NULL CHECK (net >= 0 AND net <> 'NaN'),
    contract_id bigint,
    loan_id bigint,
    -- The receipt whose money goes back (C9), and the approval that money of earlier years needs.
    receipt_id bigint,
    approval_reference plain_text NOT NULL DEFAULT '',
    -- The document that made it; nothing where a clerk keyed it.
    origin_kind text CHECK (origin_kind <> ''),
    origin_id bigint,
    remark plain_text NOT NULL DEFAULT '',
    duplicate_reason plain_text NOT NULL DEFAULT '',
    return_reason text,
    payable_voucher_id bigint,
    form_key uuid,
    prepared_by bigint NOT NULL REFERENCES users (id),
    prepared_at timestamptz NOT NULL,
    submitted_at timestamptz,
    endorsed_by bigint REFERENCES users (id),
    endorsed_at timestamptz,
    checked_by bigint REFERENCES users (id),
    checked_at timestamptz,
    approved_by bigint REFERENCES users (id),
    approved_at timestamptz,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, form_key),
    UNIQUE (organisation_id, fiscal_year, number),
    UNIQUE (organisation_id, fiscal_year, treasury_number),
    FOREIGN KEY (organisation_id, department_id) REFERENCES departments (organisation_id, id),
    FOREIGN KEY (organisation_id, payable_voucher_id) REFERENCES vouchers (organisation_id, id),
    CHECK (net = gross - deducted),
    CHECK ((origin_kind IS NULL) = (origin_id IS NULL)),
    CHECK ((number IS NULL) = (department_number IS NULL)),
    CHECK ((treasury_number IS NULL) = (treasury_date IS NULL)),
    CHECK (state IN ('draft', 'cancelled') OR number IS NOT NULL),
    CHECK (state NOT IN ('checked', 'approved', 'paying', 'paid') OR treasury_number IS NOT NULL AND checked_by IS NOT NULL),
    CHECK (state NOT IN ('approved', 'paying', 'paid') OR approved_by IS NOT NULL)
  );
  CREATE UNIQUE INDEX claims_department_number ON claims (organisation_id, fiscal_year, (coalesce(department_id, 0)), department_number);
  -- PA-9: one bill is claimed once; a second time somebody says why.
  CREATE UNIQUE INDEX claims_one_invoice ON claims (organisation_id, payee_id, invoice_number)
    WHERE invoice_number <> '' AND duplicate_reason = '' AND state NOT IN ('draft', 'cancelled');
  CREATE INDEX claims_invoice ON claims (organisation_id, payee_id, invoice_number) WHERE invoice_number <> '';
  CREATE INDEX claims_waiting ON claims (organisation_id, state) WHERE state NOT IN ('paid', 'cancelled');
  CREATE INDEX claims_origin ON claims (organisation_id, origin_kind, origin_id) WHERE origin_kind IS NOT NULL;
  CREATE INDEX claims_contract ON claims (organisation_id, contract_id) WHERE contract_id IS NOT NULL;
  -- เลขที่ผู้เบิก runs by department and year; 0 where an office has no departments.
  CREATE TABLE claim_counters (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    fiscal_year smallint NOT NULL,
    department_id bigint NOT NULL,
    last integer NOT NULL CHECK (last > 0),
    PRIMARY KEY (organisation_id, fiscal_year, department_id)
  );`

const parts = `
  -- The account is the cost of a claim that sets up a debt, otherwise what the payment debits.
  CREATE TABLE claim_lines (
    organisation_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    line smallint NOT NULL CHECK (line > 0),
    budget_line_id bigint,
    account_code text NOT NULL REFERENCES accounts (code),
    sub_key text,
    counterparty_id bigint REFERENCES organisations (id),
    fund_code text,
    revenue_code text REFERENCES revenue_codes (code),
    description plain_text NOT NULL DEFAULT '',
    amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
    -- What this line settles: an accepted delivery.
    source_kind text,
    source_id bigint,
    PRIMARY KEY (organisation_id, claim_id, line),
    FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id),
    FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id),
    CHECK ((source_kind IS NULL) = (source_id IS NULL))
  );
  CREATE INDEX claim_lines_source ON claim_lines (organisation_id, source_kind, source_id) WHERE source_kind IS NOT NULL;
  CREATE INDEX claim_lines_budget ON claim_lines (organisation_id, budget_line_id);
  CREATE TABLE claim_deductions (
    organisation_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    line smallint NOT NULL CHECK (line > 0),
    kind text NOT NULL CHECK (kind IN ('recoupment', 'retention', 'withholding', 'fine', 'deposit', 'loan')),
    account_code text NOT NULL REFERENCES accounts (code),
    sub_key text,
    description plain_text NOT NULL DEFAULT '',
    base numeric(18,2) CHECK (base >= 0 AND base <> 'NaN'),
    rate numeric(7,4) CHECK (rate >= 0 AND rate <= 100 AND rate <> 'NaN'),
    rule_code text,
    amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
    PRIMARY KEY (organisation_id, claim_id, line),
    FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id)
  );
  CREATE TABLE claim_payees (
    organisation_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    line integer NOT NULL CHECK (line > 0),
    payee_id bigint,
    name plain_text NOT NULL CHECK (name <> ''),
    tax_id text NOT NULL DEFAULT '' CHECK (tax_id = '' OR tax_id ~ '^[0-9]{13}$'),
    bank_code text NOT NULL DEFAULT '' CHECK (bank_code = '' OR bank_code ~ '^[0-9]{3}$'),
    account_number text NOT NULL DEFAULT '' CHECK (account_number = '' OR account_number ~ '^[0-9]{10,15}$'),
    account_name plain_text NOT NULL DEFAULT '',
    gross numeric(18,2) NOT NULL CHECK (gross > 0 AND gross <> 'NaN'),
    deducted numeric(18,2) NOT NULL CHECK (deducted >= 0 AND deducted <> 'NaN'),
    net numeric(18,2) NOT NULL CHECK (net >= 0 AND net <> 'NaN'),
    PRIMARY KEY (organisation_id, claim_id, line),
    FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id),
    CHECK (net = gross - deducted)
  );
  CREATE TABLE claim_checks (
    organisation_id bigint NOT NULL,
    claim_id bigint NOT NULL,
    code text NOT NULL,
    is_present boolean NOT NULL,
    note plain_text NOT NULL DEFAULT '',
    PRIMARY KEY (organisation_id, claim_id, code),
    FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id)
  );`

const fences = `
  SELECT laas_fence(t) FROM unnest(ARRAY['claims', 'claim_counters', 'claim_lines', 'claim_deductions', 'claim_payees', 'claim_checks']::regclass[]) t;
  GRANT SELECT, INSERT, UPDATE ON claims, claim_counters TO laas_app;
  GRANT SELECT, INSERT, DELETE ON claim_lines, claim_deductions, claim_payees TO laas_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON claim_checks TO laas_app;`

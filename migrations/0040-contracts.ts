import { type Knex } from 'knex'

// สัญญา ใบสั่งซื้อ ใบสั่งจ้าง ข้อตกลง: what was promised to whom, at what price, in which instalments; its key in the ledger's register is its number.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE contracts (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'signed', 'completed', 'terminated', 'closed', 'cancelled', 'revoked')),
      fiscal_year smallint NOT NULL,
      number integer CHECK (number > 0),
      request_id bigint NOT NULL,
      kind text NOT NULL CHECK (kind IN ('contract', 'purchase-order', 'hire-order', 'agreement')),
      contract_number plain_text NOT NULL CHECK (contract_number <> ''),
      egp_project plain_text NOT NULL DEFAULT '',
      egp_control plain_text NOT NULL DEFAULT '',
      payee_id bigint NOT NULL,
      title plain_text NOT NULL CHECK (title <> ''),
      signed_on date NOT NULL,
      starts_on date NOT NULL,
      ends_on date NOT NULL,
      price numeric(18,2) NOT NULL CHECK (price > 0 AND price <> 'NaN'),
      vat text NOT NULL CHECK (vat IN ('none', 'included')),
      fine_kind text NOT NULL CHECK (fine_kind IN ('undelivered', 'whole', 'traffic', 'consultancy')),
      -- Per cent a day; outside the range of the regulation only with a reason.
      fine_rate numeric(7,4) NOT NULL CHECK (fine_rate >= 0 AND fine_rate <= 100 AND fine_rate <> 'NaN'),
      fine_reason plain_text NOT NULL DEFAULT '',
      waived_days smallint NOT NULL DEFAULT 0 CHECK (waived_days >= 0),
      advance_percent numeric(7,4) NOT NULL DEFAULT 0 CHECK (advance_percent >= 0 AND advance_percent <= 100 AND advance_percent <> 'NaN'),
      retention_percent numeric(7,4) NOT NULL DEFAULT 0 CHECK (retention_percent >= 0 AND retention_percent <= 100 AND retention_percent <> 'NaN'),
      security_kind text NOT NULL CHECK (security_kind IN ('none', 'cash', 'bank-guarantee', 'e-guarantee', 'bond', 'draft')),
      security_amount numeric(18,2) NOT NULL DEFAULT 0 CHECK (security_amount >= 0 AND security_amount <> 'NaN'),
      security_reference plain_text NOT NULL DEFAULT '',
      warranty_months smallint NOT NULL DEFAULT 0 CHECK (warranty_months BETWEEN 0 AND 600),
      end_reason plain_text,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      signed_by bigint REFERENCES users (id),
      closed_on date,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, request_id) REFERENCES purchase_requests (organisation_id, id),
      FOREIGN KEY (organisation_id, payee_id) REFERENCES payees (organisation_id, id),
      CHECK (starts_on <= ends_on AND signed_on <= ends_on),
      CHECK ((security_kind = 'none') = (security_amount = 0)),
      CHECK ((number IS NOT NULL) = (state NOT IN ('draft', 'cancelled'))),
      CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
      CHECK (fiscal_year = extract(year FROM signed_on) + 543 + CASE WHEN extract(month FROM signed_on) >= 10 THEN 1 ELSE 0 END)
    );
    -- One live contract a request.
    CREATE UNIQUE INDEX contracts_one_a_request ON contracts (organisation_id, request_id) WHERE state NOT IN ('cancelled', 'revoked');
    CREATE INDEX contracts_payee ON contracts (organisation_id, payee_id);
    CREATE INDEX contracts_open ON contracts (organisation_id, state) WHERE state IN ('draft', 'signed', 'completed', 'terminated');
    CREATE TABLE contract_lines (
      organisation_id bigint NOT NULL,
      contract_id bigint NOT NULL,
      budget_line_id bigint NOT NULL,
      amount numeric(18,2) NOT NULL CHECK (amount >= 0 AND amount <> 'NaN'),
      PRIMARY KEY (organisation_id, contract_id, budget_line_id),
      FOREIGN KEY (organisation_id, contract_id) REFERENCES contracts (organisation_id, id),
      FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id)
    );
    CREATE TABLE contract_instalments (
      organisation_id bigint NOT NULL,
      contract_id bigint NOT NULL,
      number smallint NOT NULL CHECK (number > 0),
      description plain_text NOT NULL DEFAULT '',
      amount ledger_amount NOT NULL,
      due_on date NOT NULL,
      PRIMARY KEY (organisation_id, contract_id, number),
      FOREIGN KEY (organisation_id, contract_id) REFERENCES contracts (organisation_id, id)
    );
    SELECT laas_fence(t) FROM unnest(ARRAY['contracts', 'contract_lines', 'contract_instalments']::regclass[]) t;
    GRANT SELECT, INSERT, UPDATE ON contracts TO laas_app;
    GRANT SELECT, INSERT, DELETE ON contract_lines, contract_instalments TO laas_app;`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE contract_instalments, contract_lines, contracts')
}

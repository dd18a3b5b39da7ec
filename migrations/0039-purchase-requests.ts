import { type Knex } from 'knex'

// รายงานขอซื้อขอจ้าง, and the rules of procurement as rows with their days: a new ministerial regulation is a new row, not a new program.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(rules)
  await knex.raw(requests)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP TABLE purchase_request_inspectors, purchase_request_items, purchase_request_lines, purchase_requests, procurement_methods, procurement_rules`)
}

const rules = `
  CREATE TABLE procurement_rules (
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_until date CHECK (valid_until > valid_from),
    value text NOT NULL CHECK (value ~ '^[0-9]+([.][0-9]{1,2}){0,1}$'),
    legal_reference text NOT NULL,
    PRIMARY KEY (code, valid_from)
  );
  -- What each clause of the law allows, and up to which value; no limit: any value.
  CREATE TABLE procurement_methods (
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_until date CHECK (valid_until > valid_from),
    sort smallint NOT NULL,
    family text NOT NULL CHECK (family IN ('specific', 'selection', 'bidding')),
    name text NOT NULL,
    clause text NOT NULL,
    value_limit numeric(18,2) CHECK (value_limit > 0 AND value_limit <> 'NaN'),
    legal_reference text NOT NULL,
    PRIMARY KEY (code, valid_from)
  );
  GRANT SELECT ON procurement_rules, procurement_methods TO laas_app, laas_worker;`

const requests = `
  CREATE TABLE purchase_requests (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    id bigint GENERATED ALWAYS AS IDENTITY,
    version integer NOT NULL DEFAULT 1,
    state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'contracted', 'cancelled')),
    fiscal_year smallint NOT NULL,
    number integer CHECK (number > 0),
    document_date date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('buy', 'hire', 'rent')),
    method_code text NOT NULL,
    title text NOT NULL CHECK (title <> ''),
    reason text NOT NULL CHECK (reason <> ''),
    median_price ledger_sum,
    delivery_days smallint NOT NULL CHECK (delivery_days > 0),
    total numeric(18,2) NOT NULL CHECK (total > 0 AND total <> 'NaN'),
    return_reason text,
    form_key uuid,
    prepared_by bigint NOT NULL REFERENCES users (id),
    prepared_at timestamptz NOT NULL,
    approved_by bigint REFERENCES users (id),
    approved_at timestamptz,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, form_key),
    UNIQUE (organisation_id, fiscal_year, number),
    CHECK (number IS NOT NULL OR state IN ('draft', 'cancelled')),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK (approved_by IS NOT NULL OR state NOT IN ('approved', 'contracted')),
    CHECK (fiscal_year = extract(year FROM document_date) + 543 + CASE WHEN extract(month FROM document_date) >= 10 THEN 1 ELSE 0 END)
  );
  CREATE INDEX purchase_requests_open ON purchase_requests (organisation_id, state) WHERE state IN ('draft', 'submitted', 'approved');
  CREATE TABLE purchase_request_lines (
    organisation_id bigint NOT NULL,
    request_id bigint NOT NULL,
    line smallint NOT NULL CHECK (line > 0),
    budget_line_id bigint NOT NULL,
    amount ledger_amount NOT NULL,
    PRIMARY KEY (organisation_id, request_id, line),
    UNIQUE (organisation_id, request_id, budget_line_id),
    FOREIGN KEY (organisation_id, request_id) REFERENCES purchase_requests (organisation_id, id),
    FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id)
  );
  CREATE INDEX purchase_request_lines_budget ON purchase_request_lines (organisation_id, budget_line_id);
  CREATE TABLE purchase_request_items (
    organisation_id bigint NOT NULL,
    request_id bigint NOT NULL,
    line smallint NOT NULL CHECK (line > 0),
    name text NOT NULL CHECK (name <> ''),
    quantity numeric(12,2) NOT NULL CHECK (quantity > 0 AND quantity <> 'NaN'),
    unit text NOT NULL CHECK (unit <> ''),
    price ledger_amount NOT NULL,
    PRIMARY KEY (organisation_id, request_id, line),
    FOREIGN KEY (organisation_id, request_id) REFERENCES purchase_requests (organisation_id, id)
  );
  CREATE TABLE purchase_request_inspectors (
    organisation_id bigint NOT NULL,
    request_id bigint NOT NULL,
    line smallint NOT NULL CHECK (line > 0),
    role text NOT NULL CHECK (role IN ('inspector', 'chair', 'member')),
    name text NOT NULL CHECK (name <> ''),
    position text NOT NULL,
    PRIMARY KEY (organisation_id, request_id, line),
    FOREIGN KEY (organisation_id, request_id) REFERENCES purchase_requests (organisation_id, id)
  );
  SELECT laas_fence(t) FROM unnest(ARRAY['purchase_requests', 'purchase_request_lines', 'purchase_request_items', 'purchase_request_inspectors']::regclass[]) t;
  GRANT SELECT, INSERT, UPDATE ON purchase_requests TO laas_app;
  GRANT SELECT, INSERT, DELETE ON purchase_request_lines, purchase_request_items, purchase_request_inspectors TO laas_app;`

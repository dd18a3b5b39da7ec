import { type Knex } from 'knex'

// The budget (budget-and-receipts §3): classification and rules by year, one table for all budget documents and one for what they say of their lines,
// and the control lines. Their figures come with the next migration.
export async function up(knex: Knex): Promise<void> {
  for (const step of [reference, base, documents, lines, fences]) await knex.raw(step)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP TABLE budget_document_lines, budget_lines, budget_revenue_lines, budget_steps, budget_documents, budget_choices, budget_enterprises,
    departments, budget_approvers, budget_settings, budget_sources, budget_classes`)
}

const reference = `
  CREATE TABLE budget_classes (
    code text PRIMARY KEY,
    level text NOT NULL CHECK (level IN ('area', 'plan', 'task', 'type', 'category', 'item')),
    name text NOT NULL,
    parent_code text REFERENCES budget_classes (code),
    is_personnel boolean NOT NULL,
    valid_from smallint NOT NULL CHECK (valid_from BETWEEN 2500 AND 2700),
    valid_until smallint CHECK (valid_until > valid_from),
    CHECK (code ~ CASE WHEN level IN ('area', 'plan', 'task') THEN '^[0-9]{5}$' WHEN level = 'item' THEN '^[0-9]{7}$' ELSE '^[0-9]{6}$' END),
    CHECK ((parent_code IS NULL) = (level IN ('area', 'type')))
  );
  CREATE TABLE budget_sources (
    code text PRIMARY KEY CHECK (code ~ '^[0-9A-Z]{2,4}$'),
    name text NOT NULL,
    parent_code text REFERENCES budget_sources (code),
    office_kinds text[] NOT NULL,
    is_enacted boolean NOT NULL,
    carried_as text REFERENCES budget_sources (code),
    valid_from smallint NOT NULL CHECK (valid_from BETWEEN 2500 AND 2700),
    valid_until smallint CHECK (valid_until > valid_from)
  );
  -- Percentages, days and dates of the law. lao_kind '' holds for every kind that has no row of its own; the newest valid_from wins.
  CREATE TABLE budget_settings (
    code text NOT NULL,
    lao_kind text NOT NULL DEFAULT '',
    valid_from smallint NOT NULL CHECK (valid_from BETWEEN 2500 AND 2700),
    value text NOT NULL,
    legal_reference text NOT NULL,
    PRIMARY KEY (code, lao_kind, valid_from)
  );
  -- Who approves: the first rule by rank whose conditions hold; NULL holds for anything.
  CREATE TABLE budget_approvers (
    act text NOT NULL CHECK (act IN ('transfer', 'amendment', 'carry', 'extension', 'accumulated', 'loan', 'release', 'override')),
    rank smallint NOT NULL CHECK (rank > 0),
    variant text,
    is_capital boolean,
    is_new_item boolean,
    changes_substance boolean,
    approver text NOT NULL CHECK (approver IN ('executive', 'council')),
    legal_reference text NOT NULL,
    valid_from smallint NOT NULL CHECK (valid_from BETWEEN 2500 AND 2700),
    valid_until smallint CHECK (valid_until > valid_from),
    PRIMARY KEY (act, rank)
  );
  GRANT SELECT ON budget_classes, budget_sources, budget_settings, budget_approvers TO laas_app, laas_worker;`

const base = `
  CREATE TABLE departments (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    id bigint GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL CHECK (name <> ''),
    is_active boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, name)
  );
  CREATE TABLE budget_enterprises (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    id bigint GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL CHECK (name <> ''),
    sub_unit_id bigint REFERENCES organisations (id),
    is_active boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, name)
  );
  -- Only what differs from the country's list: switched off for the year, or (tasks) owned by a department.
  CREATE TABLE budget_choices (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    code text NOT NULL,
    is_active boolean NOT NULL,
    department_id bigint,
    PRIMARY KEY (organisation_id, fiscal_year, code),
    FOREIGN KEY (organisation_id, department_id) REFERENCES departments (organisation_id, id)
  );`

const documents = `
  CREATE TABLE budget_documents (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    id bigint GENERATED ALWAYS AS IDENTITY,
    version integer NOT NULL DEFAULT 1,
    kind text NOT NULL,
    state text NOT NULL,
    fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    series text NOT NULL REFERENCES number_series (code),
    number integer CHECK (number > 0),
    ordinal smallint CHECK (ordinal > 0),
    document_date date NOT NULL,
    effective_on date,
    title text NOT NULL CHECK (title <> ''),
    reason text NOT NULL DEFAULT '',
    variant text,
    source_code text REFERENCES budget_sources (code),
    enterprise_id bigint,
    parent_id bigint,
    total numeric(18,2) CHECK (total >= 0 AND total <> 'NaN'),
    changes_substance boolean NOT NULL DEFAULT false,
    approver text CHECK (approver IN ('executive', 'council')),
    legal_reference text NOT NULL DEFAULT '',
    particulars jsonb NOT NULL DEFAULT '{}',
    form_key uuid,
    prepared_by bigint NOT NULL REFERENCES users (id),
    prepared_at timestamptz NOT NULL,
    approved_by bigint REFERENCES users (id),
    approved_at timestamptz,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, series, fiscal_year, number),
    UNIQUE (organisation_id, form_key),
    FOREIGN KEY (organisation_id, enterprise_id) REFERENCES budget_enterprises (organisation_id, id),
    FOREIGN KEY (organisation_id, parent_id) REFERENCES budget_documents (organisation_id, id),
    CHECK (CASE
      WHEN kind IN ('annual', 'supplementary', 'special', 'interim')
        THEN state IN ('draft', 'proposed', 'council_approved', 'supervisor_approved', 'enforced', 'closed', 'cancelled')
      WHEN kind IN ('transfer', 'amendment') THEN state IN ('draft', 'submitted', 'approved', 'announced', 'rejected', 'cancelled')
      WHEN kind = 'grant' THEN state IN ('draft', 'notified', 'allocated', 'closed', 'cancelled')
      WHEN kind IN ('accumulated', 'loan', 'release', 'override') THEN state IN ('draft', 'submitted', 'approved', 'closed', 'rejected', 'cancelled')
      WHEN kind IN ('carry', 'extension') THEN state IN ('draft', 'submitted', 'approved', 'carried', 'closed', 'rejected', 'cancelled')
      WHEN kind = 'lapse' THEN state IN ('draft', 'approved', 'cancelled')
      WHEN kind = 'plan' THEN state IN ('draft', 'approved', 'superseded', 'cancelled')
      ELSE false END),
    CHECK (state IN ('draft', 'cancelled') OR number IS NOT NULL),
    CHECK (state NOT IN ('enforced', 'approved', 'announced', 'allocated', 'carried', 'closed', 'superseded') OR approved_by IS NOT NULL),
    CHECK (approved_by <> prepared_by),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK ((kind = 'supplementary') = (ordinal IS NOT NULL)),
    CHECK ((kind = 'special') = (enterprise_id IS NOT NULL))
  );
  CREATE UNIQUE INDEX budget_documents_one_a_year ON budget_documents (organisation_id, fiscal_year, kind, coalesce(enterprise_id, 0), coalesce(ordinal, 0))
    WHERE kind IN ('annual', 'supplementary', 'special', 'interim') AND state <> 'cancelled';
  CREATE UNIQUE INDEX budget_documents_one_plan ON budget_documents (organisation_id, fiscal_year, variant) WHERE kind = 'plan' AND state = 'approved';
  CREATE INDEX budget_documents_list ON budget_documents (organisation_id, kind, fiscal_year, id);
  CREATE TABLE budget_steps (
    organisation_id bigint NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    document_id bigint NOT NULL,
    action text NOT NULL,
    happened_on date NOT NULL,
    meeting text NOT NULL DEFAULT '',
    letter_number text NOT NULL DEFAULT '',
    letter_date date,
    note text NOT NULL DEFAULT '',
    recorded_by bigint NOT NULL REFERENCES users (id),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, document_id) REFERENCES budget_documents (organisation_id, id)
  );
  CREATE INDEX budget_steps_document ON budget_steps (organisation_id, document_id, id);
  CREATE TABLE budget_revenue_lines (
    organisation_id bigint NOT NULL,
    document_id bigint NOT NULL,
    line smallint NOT NULL CHECK (line > 0),
    revenue_code text NOT NULL REFERENCES revenue_codes (code),
    actual_1 numeric(18,2) NOT NULL DEFAULT 0 CHECK (actual_1 >= 0 AND actual_1 <> 'NaN'),
    actual_2 numeric(18,2) NOT NULL DEFAULT 0 CHECK (actual_2 >= 0 AND actual_2 <> 'NaN'),
    actual_3 numeric(18,2) NOT NULL DEFAULT 0 CHECK (actual_3 >= 0 AND actual_3 <> 'NaN'),
    estimate_now numeric(18,2) NOT NULL DEFAULT 0 CHECK (estimate_now >= 0 AND estimate_now <> 'NaN'),
    amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
    explanation text NOT NULL DEFAULT '',
    PRIMARY KEY (organisation_id, document_id, line),
    UNIQUE (organisation_id, document_id, revenue_code),
    FOREIGN KEY (organisation_id, document_id) REFERENCES budget_documents (organisation_id, id)
  );`

const lines = `
  -- A control line: what a claim is checked against. Its figures stand in budget_balances.
  CREATE TABLE budget_lines (
    organisation_id bigint NOT NULL REFERENCES organisations (id),
    id bigint GENERATED ALWAYS AS IDENTITY,
    fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    number integer NOT NULL CHECK (number > 0),
    document_id bigint NOT NULL,
    source_code text NOT NULL REFERENCES budget_sources (code),
    department_id bigint,
    task_code text NOT NULL REFERENCES budget_classes (code) CHECK (task_code ~ '^[0-9]{5}$'),
    economic_code text NOT NULL REFERENCES budget_classes (code) CHECK (economic_code ~ '^[0-9]{6,7}$'),
    title text NOT NULL CHECK (title <> ''),
    explanation text NOT NULL DEFAULT '',
    location text NOT NULL DEFAULT '',
    fund_document_id bigint,
    carried_from bigint,
    released_from bigint,
    usable_from date NOT NULL,
    usable_until date NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, fiscal_year, number),
    UNIQUE NULLS NOT DISTINCT (organisation_id, fiscal_year, source_code, department_id, task_code, economic_code, title, fund_document_id, carried_from,
      released_from),
    FOREIGN KEY (organisation_id, document_id) REFERENCES budget_documents (organisation_id, id),
    FOREIGN KEY (organisation_id, fund_document_id) REFERENCES budget_documents (organisation_id, id),
    FOREIGN KEY (organisation_id, department_id) REFERENCES departments (organisation_id, id),
    FOREIGN KEY (organisation_id, carried_from) REFERENCES budget_lines (organisation_id, id),
    FOREIGN KEY (organisation_id, released_from) REFERENCES budget_lines (organisation_id, id),
    CHECK (usable_until > usable_from)
  );
  CREATE INDEX budget_lines_class ON budget_lines (organisation_id, fiscal_year, task_code, economic_code);
  -- What a document says of a line, old or to be made. line_id is filled when a new line has been made.
  CREATE TABLE budget_document_lines (
    organisation_id bigint NOT NULL,
    document_id bigint NOT NULL,
    line smallint NOT NULL CHECK (line > 0),
    direction text NOT NULL CHECK (direction IN ('set', 'in', 'out', 'reword', 'carry', 'extend', 'release', 'lapse', 'allow')),
    line_id bigint,
    source_code text REFERENCES budget_sources (code),
    department_id bigint,
    task_code text REFERENCES budget_classes (code),
    economic_code text REFERENCES budget_classes (code),
    title text NOT NULL DEFAULT '',
    amount numeric(18,2) NOT NULL CHECK (amount >= 0 AND amount <> 'NaN'),
    from_subsidy numeric(18,2) NOT NULL DEFAULT 0 CHECK (from_subsidy >= 0 AND from_subsidy <= amount AND from_subsidy <> 'NaN'),
    explanation text NOT NULL DEFAULT '',
    old_explanation text NOT NULL DEFAULT '',
    location text NOT NULL DEFAULT '',
    plan_reference text NOT NULL DEFAULT '',
    legal_reference text NOT NULL DEFAULT '',
    is_new_item boolean NOT NULL DEFAULT false,
    quantity numeric(12,2) CHECK (quantity > 0 AND quantity <> 'NaN'),
    unit text NOT NULL DEFAULT '',
    actual_1 numeric(18,2) NOT NULL DEFAULT 0 CHECK (actual_1 >= 0 AND actual_1 <> 'NaN'),
    actual_2 numeric(18,2) NOT NULL DEFAULT 0 CHECK (actual_2 >= 0 AND actual_2 <> 'NaN'),
    actual_3 numeric(18,2) NOT NULL DEFAULT 0 CHECK (actual_3 >= 0 AND actual_3 <> 'NaN'),
    estimate_now numeric(18,2) NOT NULL DEFAULT 0 CHECK (estimate_now >= 0 AND estimate_now <> 'NaN'),
    available_before numeric(18,2) CHECK (available_before <> 'NaN'),
    holder_kind text,
    holder_id bigint,
    until_date date,
    PRIMARY KEY (organisation_id, document_id, line),
    FOREIGN KEY (organisation_id, document_id) REFERENCES budget_documents (organisation_id, id),
    FOREIGN KEY (organisation_id, line_id) REFERENCES budget_lines (organisation_id, id),
    FOREIGN KEY (organisation_id, department_id) REFERENCES departments (organisation_id, id),
    CHECK (line_id IS NOT NULL OR (task_code IS NOT NULL AND economic_code IS NOT NULL AND source_code IS NOT NULL AND title <> '')),
    CHECK (amount > 0 OR direction IN ('reword', 'extend')),
    CHECK ((holder_kind IS NULL) = (holder_id IS NULL))
  );
  CREATE INDEX budget_document_lines_line ON budget_document_lines (organisation_id, line_id);`

const fenced = ['departments', 'budget_enterprises', 'budget_choices', 'budget_documents', 'budget_steps', 'budget_revenue_lines', 'budget_lines', 'budget_document_lines']

const fences = `
  GRANT SELECT, INSERT, UPDATE ON departments, budget_enterprises, budget_choices, budget_documents TO laas_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON budget_revenue_lines, budget_document_lines TO laas_app;
  GRANT SELECT, INSERT ON budget_steps, budget_lines TO laas_app;
  GRANT UPDATE (explanation, location, usable_until) ON budget_lines TO laas_app;
  ${fenced.map((table) => `SELECT laas_fence('${table}');`).join('\n  ')}
  CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON budget_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON budget_steps EXECUTE FUNCTION refuse_change();`

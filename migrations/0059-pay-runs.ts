import { type Knex } from 'knex'

// งวดการจ่าย: the pay of one month as it was taken from the register, person by person and item by item; and the claims made of it.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE pay_runs (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'paid', 'cancelled')),
      fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
      number integer CHECK (number > 0),
      kind text NOT NULL CHECK (kind IN ('payroll', 'pension', 'welfare')),
      month date NOT NULL CHECK (extract(day FROM month) = 1),
      pay_date date NOT NULL,
      remark plain_text NOT NULL DEFAULT '',
      -- Where the employer's part of the social security comes from.
      employer_line_id bigint,
      return_reason plain_text,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      submitted_at timestamptz,
      approved_by bigint REFERENCES users (id),
      approved_at timestamptz,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, employer_line_id) REFERENCES budget_lines (organisation_id, id),
      CHECK (state IN ('draft', 'cancelled') OR number IS NOT NULL),
      CHECK (state NOT IN ('approved', 'paid') OR approved_by IS NOT NULL)
    );
    CREATE UNIQUE INDEX pay_runs_month ON pay_runs (organisation_id, kind, month) WHERE state <> 'cancelled';
    CREATE INDEX pay_runs_newest ON pay_runs (organisation_id, id DESC);
    -- As each person was on the day the run was made.
    CREATE TABLE pay_run_people (
      organisation_id bigint NOT NULL,
      run_id bigint NOT NULL,
      line integer NOT NULL CHECK (line > 0),
      -- Of the register of employees, or of those entitled to an allowance.
      person_id bigint NOT NULL,
      payee_id bigint NOT NULL,
      name plain_text NOT NULL CHECK (name <> ''),
      tax_id text NOT NULL,
      position plain_text NOT NULL,
      department_id bigint,
      bank_code text NOT NULL,
      account_number text NOT NULL,
      account_name plain_text NOT NULL,
      -- The employer's part of the social security.
      employer numeric(18,2) NOT NULL CHECK (employer >= 0 AND employer <> 'NaN'),
      PRIMARY KEY (organisation_id, run_id, line),
      UNIQUE (organisation_id, run_id, person_id),
      FOREIGN KEY (organisation_id, run_id) REFERENCES pay_runs (organisation_id, id),
      FOREIGN KEY (organisation_id, payee_id) REFERENCES payees (organisation_id, id),
      FOREIGN KEY (organisation_id, department_id) REFERENCES departments (organisation_id, id)
    );
    CREATE INDEX pay_run_people_payee ON pay_run_people (organisation_id, payee_id);
    CREATE TABLE pay_run_items (
      organisation_id bigint NOT NULL,
      run_id bigint NOT NULL,
      line integer NOT NULL,
      item smallint NOT NULL CHECK (item > 0),
      side text NOT NULL CHECK (side IN ('pay', 'deduction')),
      -- Of a deduction as in pay_deductions; of pay 'wage' or 'allowance'.
      code text NOT NULL,
      title plain_text NOT NULL,
      budget_line_id bigint,
      account_code text NOT NULL REFERENCES accounts (code),
      sub_key text,
      creditor_id bigint,
      amount ledger_amount NOT NULL,
      PRIMARY KEY (organisation_id, run_id, line, item),
      FOREIGN KEY (organisation_id, run_id, line) REFERENCES pay_run_people (organisation_id, run_id, line),
      FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id),
      FOREIGN KEY (organisation_id, creditor_id) REFERENCES pay_creditors (organisation_id, id)
    );
    CREATE TABLE pay_run_claims (
      organisation_id bigint NOT NULL,
      run_id bigint NOT NULL,
      -- Department and source of money of the people it pays, or 'employer'.
      part text NOT NULL CHECK (part <> ''),
      claim_id bigint NOT NULL,
      PRIMARY KEY (organisation_id, claim_id),
      FOREIGN KEY (organisation_id, run_id) REFERENCES pay_runs (organisation_id, id),
      FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id)
    );
    CREATE INDEX pay_run_claims_run ON pay_run_claims (organisation_id, run_id);
    SELECT laas_fence(t) FROM unnest(ARRAY['pay_runs', 'pay_run_people', 'pay_run_items', 'pay_run_claims']::regclass[]) t;
    GRANT SELECT, INSERT, UPDATE ON pay_runs TO laas_app;
    GRANT SELECT, INSERT, DELETE ON pay_run_people, pay_run_items TO laas_app;
    GRANT SELECT, INSERT ON pay_run_claims TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE pay_run_claims, pay_run_items, pay_run_people, pay_runs')
}

import { type Knex } from 'knex'

// สัญญาการยืมเงิน (expenditure-accounting-assets §1.8). What is still owed is the ledger's balance of the contract's key, 'LON' and the id.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE loans (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'paid', 'cancelled')),
      fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
      number integer CHECK (number > 0),
      loan_date date NOT NULL,
      kind text NOT NULL CHECK (kind IN ('travel', 'training', 'other')),
      -- From control lines of the budget (an ordinance or a notice), or from เงินสะสม.
      source text NOT NULL CHECK (source IN ('budget', 'accumulated')),
      department_id bigint,
      payee_id bigint NOT NULL,
      borrower_position plain_text NOT NULL,
      purpose plain_text NOT NULL CHECK (purpose <> ''),
      -- Of a journey: the day the borrower is back, from which the days run.
      return_date date,
      amount ledger_amount NOT NULL,
      consents boolean NOT NULL,
      approval_reference plain_text NOT NULL DEFAULT '',
      return_reason plain_text,
      paid_on date,
      due_on date,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      submitted_at timestamptz,
      approved_by bigint REFERENCES users (id),
      approved_at timestamptz,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, payee_id) REFERENCES payees (organisation_id, id),
      FOREIGN KEY (organisation_id, department_id) REFERENCES departments (organisation_id, id),
      CHECK (state IN ('draft', 'cancelled') OR number IS NOT NULL),
      CHECK (state NOT IN ('approved', 'paid') OR approved_by IS NOT NULL),
      CHECK ((state = 'paid') = (paid_on IS NOT NULL AND due_on IS NOT NULL)),
      CHECK ((kind = 'travel') = (return_date IS NOT NULL)),
      CHECK (consents OR state IN ('draft', 'cancelled'))
    );
    CREATE INDEX loans_newest ON loans (organisation_id, id DESC);
    CREATE INDEX loans_of_payee ON loans (organisation_id, payee_id) WHERE state IN ('submitted', 'approved', 'paid');
    CREATE INDEX loans_due ON loans (organisation_id, due_on) WHERE state = 'paid';

    CREATE TABLE loan_lines (
      organisation_id bigint NOT NULL,
      loan_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      budget_line_id bigint,
      description plain_text NOT NULL CHECK (description <> ''),
      amount ledger_amount NOT NULL,
      PRIMARY KEY (organisation_id, loan_id, line),
      FOREIGN KEY (organisation_id, loan_id) REFERENCES loans (organisation_id, id),
      FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id)
    );

    SELECT laas_fence('loans');
    SELECT laas_fence('loan_lines');
    GRANT SELECT, INSERT, UPDATE ON loans TO laas_app;
    GRANT SELECT, INSERT, DELETE ON loan_lines TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE loan_lines, loans')
}

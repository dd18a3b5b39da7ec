import { type Knex } from 'knex'

// ฐานข้อมูลเงินเดือน/บำนาญ: who is paid by the month, from which control lines, and what is kept back for whom (expenditure-accounting-assets §1.7).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- What may be kept back from pay, in the order it is kept back when pay is too small.
    CREATE TABLE pay_deductions (
      code text PRIMARY KEY CHECK (code ~ '^[A-Z]{2,12}$'),
      name text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('withholding', 'deposit', 'loan')),
      account_code text NOT NULL REFERENCES accounts (code),
      rule_code text REFERENCES withholding_rules (code),
      -- Who gets it: one body for all, one of several, a contract of the person, nobody (the tax office, by its own account).
      creditor text NOT NULL CHECK (creditor IN ('one', 'named', 'loan', 'none')),
      -- The budget item of the employer's own part, which is claimed beside the pay.
      employer_item text REFERENCES budget_classes (code),
      -- Reckoned from the wage by dated rates; otherwise an amount is typed.
      is_reckoned boolean NOT NULL,
      priority smallint NOT NULL UNIQUE CHECK (priority > 0),
      CHECK ((kind = 'withholding') = (rule_code IS NOT NULL)),
      CHECK ((kind = 'loan') = (creditor = 'loan'))
    );
    -- The bodies an office keeps money back for. Their money stands under the key 'DED' and the id.
    CREATE TABLE pay_creditors (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      code text NOT NULL REFERENCES pay_deductions (code),
      payee_id bigint NOT NULL,
      is_active boolean NOT NULL DEFAULT true,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, code, payee_id),
      FOREIGN KEY (organisation_id, payee_id) REFERENCES payees (organisation_id, id)
    );
    CREATE TABLE employees (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      payee_id bigint NOT NULL,
      kind text NOT NULL CHECK (kind IN ('political', 'official', 'teacher', 'permanent', 'mission', 'general', 'pensioner')),
      position plain_text NOT NULL CHECK (position <> ''),
      department_id bigint,
      is_insured boolean NOT NULL,
      -- First days of months; the last one is the last month of pay.
      starts_on date NOT NULL CHECK (extract(day FROM starts_on) = 1),
      ends_on date CHECK (ends_on >= starts_on AND extract(day FROM ends_on) = 1),
      form_key uuid,
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, payee_id) REFERENCES payees (organisation_id, id),
      FOREIGN KEY (organisation_id, department_id) REFERENCES departments (organisation_id, id)
    );
    CREATE UNIQUE INDEX employees_one_post ON employees (organisation_id, payee_id, kind) WHERE ends_on IS NULL;
    CREATE TABLE employee_pays (
      organisation_id bigint NOT NULL,
      employee_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      kind text NOT NULL CHECK (kind IN ('wage', 'allowance')),
      title plain_text NOT NULL CHECK (title <> ''),
      -- Null: money of others, kept on an item of deposits (pension money).
      budget_line_id bigint,
      sub_key text,
      amount ledger_amount NOT NULL,
      starts_on date,
      ends_on date CHECK (ends_on >= starts_on),
      PRIMARY KEY (organisation_id, employee_id, line),
      FOREIGN KEY (organisation_id, employee_id) REFERENCES employees (organisation_id, id),
      FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id),
      CHECK ((budget_line_id IS NULL) = (sub_key IS NOT NULL))
    );
    CREATE TABLE employee_deductions (
      organisation_id bigint NOT NULL,
      employee_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      code text NOT NULL REFERENCES pay_deductions (code),
      creditor_id bigint,
      loan_id bigint,
      amount ledger_amount NOT NULL,
      starts_on date,
      ends_on date CHECK (ends_on >= starts_on),
      PRIMARY KEY (organisation_id, employee_id, line),
      FOREIGN KEY (organisation_id, employee_id) REFERENCES employees (organisation_id, id),
      FOREIGN KEY (organisation_id, creditor_id) REFERENCES pay_creditors (organisation_id, id),
      FOREIGN KEY (organisation_id, loan_id) REFERENCES loans (organisation_id, id)
    );
    SELECT laas_fence(t) FROM unnest(ARRAY['pay_creditors', 'employees', 'employee_pays', 'employee_deductions']::regclass[]) t;
    GRANT SELECT ON pay_deductions TO laas_app;
    GRANT SELECT, INSERT, UPDATE ON pay_creditors, employees TO laas_app;
    GRANT SELECT, INSERT, DELETE ON employee_pays, employee_deductions TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE employee_deductions, employee_pays, employees, pay_creditors, pay_deductions')
}

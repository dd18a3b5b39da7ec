import { type Knex } from 'knex'

// เงินรองจ่าย: a fixed float in one officer's hands, what was paid out of it, and what was found at a count (EX-8).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE petty_floats (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('submitted', 'approved', 'open', 'cancelled')),
      fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
      number integer NOT NULL CHECK (number > 0),
      department_id bigint,
      -- Who holds it; it is an advance to this payee under the key 'PTY' and the id.
      payee_id bigint NOT NULL,
      purpose plain_text NOT NULL CHECK (purpose <> ''),
      amount ledger_amount NOT NULL,
      -- Nothing above this is paid out of it at once.
      most_each ledger_amount NOT NULL,
      return_reason plain_text,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      approved_by bigint REFERENCES users (id),
      approved_at timestamptz,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, payee_id) REFERENCES payees (organisation_id, id),
      FOREIGN KEY (organisation_id, department_id) REFERENCES departments (organisation_id, id),
      CHECK (most_each <= amount),
      CHECK (state NOT IN ('approved', 'open') OR approved_by IS NOT NULL)
    );
    CREATE TABLE petty_vouchers (
      organisation_id bigint NOT NULL,
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      float_id bigint NOT NULL,
      -- Running within the float.
      number integer NOT NULL CHECK (number > 0),
      state text NOT NULL CHECK (state IN ('kept', 'claimed', 'cancelled')),
      voucher_date date NOT NULL,
      paid_to plain_text NOT NULL CHECK (paid_to <> ''),
      receipt_number plain_text NOT NULL DEFAULT '',
      description plain_text NOT NULL CHECK (description <> ''),
      budget_line_id bigint NOT NULL,
      account_code text NOT NULL REFERENCES accounts (code),
      amount ledger_amount NOT NULL,
      claim_id bigint,
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, float_id, number),
      FOREIGN KEY (organisation_id, float_id) REFERENCES petty_floats (organisation_id, id),
      FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id),
      FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id),
      CHECK ((state = 'claimed') = (claim_id IS NOT NULL))
    );
    CREATE TABLE petty_counts (
      organisation_id bigint NOT NULL,
      id bigint GENERATED ALWAYS AS IDENTITY,
      float_id bigint NOT NULL,
      counted_on date NOT NULL,
      counted numeric(18,2) NOT NULL CHECK (counted >= 0 AND counted <> 'NaN'),
      -- As they were at the count: vouchers in the box, and claims not yet paid.
      held numeric(18,2) NOT NULL CHECK (held >= 0 AND held <> 'NaN'),
      on_the_way numeric(18,2) NOT NULL CHECK (on_the_way >= 0 AND on_the_way <> 'NaN'),
      balance numeric(18,2) NOT NULL CHECK (balance <> 'NaN'),
      note plain_text NOT NULL DEFAULT '',
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, float_id) REFERENCES petty_floats (organisation_id, id),
      -- A difference has a reason.
      CHECK (counted + held + on_the_way = balance OR note <> '')
    );
    SELECT laas_fence(t) FROM unnest(ARRAY['petty_floats', 'petty_vouchers', 'petty_counts']::regclass[]) t;
    GRANT SELECT, INSERT, UPDATE ON petty_floats, petty_vouchers TO laas_app;
    GRANT SELECT, INSERT ON petty_counts TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE petty_counts, petty_vouchers, petty_floats')
}

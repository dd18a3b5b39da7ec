import { type Knex } from 'knex'

// ใบรับใบสำคัญ: vouchers that pay a loan back (expenditure-accounting-assets §1.4 P20, §1.8).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE clearings (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('submitted', 'posted', 'reversed', 'cancelled')),
      fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
      number integer NOT NULL CHECK (number > 0),
      loan_id bigint NOT NULL,
      clearing_date date NOT NULL,
      amount ledger_amount NOT NULL,
      -- Pays the loan back; the rest is claimed by the borrower.
      settled ledger_amount NOT NULL,
      receipt_reference plain_text NOT NULL DEFAULT '',
      remark plain_text NOT NULL DEFAULT '',
      return_reason plain_text,
      voucher_id bigint,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      approved_by bigint REFERENCES users (id),
      approved_at timestamptz,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, loan_id) REFERENCES loans (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK (settled <= amount),
      CHECK ((state IN ('posted', 'reversed')) = (voucher_id IS NOT NULL AND approved_by IS NOT NULL))
    );
    CREATE INDEX clearings_loan ON clearings (organisation_id, loan_id);
    CREATE INDEX clearings_waiting ON clearings (organisation_id) WHERE state = 'submitted';

    CREATE TABLE clearing_lines (
      organisation_id bigint NOT NULL,
      clearing_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      budget_line_id bigint NOT NULL,
      account_code text NOT NULL REFERENCES accounts (code),
      description plain_text NOT NULL CHECK (description <> ''),
      amount ledger_amount NOT NULL,
      PRIMARY KEY (organisation_id, clearing_id, line),
      FOREIGN KEY (organisation_id, clearing_id) REFERENCES clearings (organisation_id, id),
      FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id)
    );
    -- What the approval took from the loan's lines for vouchers of other lines; a reversal gives it back.
    CREATE TABLE clearing_moves (
      organisation_id bigint NOT NULL,
      clearing_id bigint NOT NULL,
      from_line_id bigint NOT NULL,
      to_line_id bigint NOT NULL,
      amount ledger_amount NOT NULL,
      PRIMARY KEY (organisation_id, clearing_id, from_line_id, to_line_id),
      FOREIGN KEY (organisation_id, clearing_id) REFERENCES clearings (organisation_id, id),
      FOREIGN KEY (organisation_id, from_line_id) REFERENCES budget_lines (organisation_id, id),
      FOREIGN KEY (organisation_id, to_line_id) REFERENCES budget_lines (organisation_id, id)
    );

    SELECT laas_fence('clearings');
    SELECT laas_fence('clearing_lines');
    SELECT laas_fence('clearing_moves');
    GRANT SELECT, INSERT, UPDATE ON clearings TO laas_app;
    GRANT SELECT, INSERT ON clearing_lines, clearing_moves TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE clearing_moves, clearing_lines, clearings')
}

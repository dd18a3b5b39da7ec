import { type Knex } from 'knex'

// ปรับปรุงรายจ่าย: what a paid claim cost was booked on the wrong control line or account; one document moves both (S41).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE expense_corrections (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('submitted', 'posted', 'refused', 'cancelled', 'reversed')),
      fiscal_year smallint NOT NULL,
      number integer NOT NULL CHECK (number > 0),
      claim_id bigint NOT NULL,
      document_date date NOT NULL,
      from_line_id bigint NOT NULL,
      from_account text NOT NULL REFERENCES accounts (code),
      to_line_id bigint NOT NULL,
      to_account text NOT NULL REFERENCES accounts (code),
      amount ledger_amount NOT NULL,
      reason plain_text NOT NULL CHECK (reason <> ''),
      end_reason plain_text,
      voucher_id bigint,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      posted_by bigint REFERENCES users (id),
      posted_at timestamptz,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id),
      FOREIGN KEY (organisation_id, from_line_id) REFERENCES budget_lines (organisation_id, id),
      FOREIGN KEY (organisation_id, to_line_id) REFERENCES budget_lines (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK (from_line_id <> to_line_id OR from_account <> to_account),
      CHECK ((state IN ('posted', 'reversed')) = (voucher_id IS NOT NULL)),
      CHECK ((voucher_id IS NOT NULL) = (posted_by IS NOT NULL)),
      CHECK ((voucher_id IS NOT NULL) = (posted_at IS NOT NULL)),
      CHECK ((state IN ('refused', 'reversed')) = (end_reason IS NOT NULL)),
      CHECK (fiscal_year = extract(year FROM document_date) + 543 + CASE WHEN extract(month FROM document_date) >= 10 THEN 1 ELSE 0 END)
    );
    CREATE INDEX expense_corrections_claim ON expense_corrections (organisation_id, claim_id);
    CREATE INDEX expense_corrections_waiting ON expense_corrections (organisation_id) WHERE state = 'submitted';
    SELECT laas_fence('expense_corrections');
    GRANT SELECT, INSERT, UPDATE ON expense_corrections TO laas_app;`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE expense_corrections')
}

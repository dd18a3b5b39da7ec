import { type Knex } from 'knex'

// ใบตรวจรับพัสดุ: one for each delivery or instalment; accepted it is a debt at once, before anybody claims.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE acceptances (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'accepted', 'rejected', 'reversed', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer CHECK (number > 0),
      contract_id bigint NOT NULL,
      instalment smallint NOT NULL CHECK (instalment > 0),
      document_date date NOT NULL,
      delivered_on date NOT NULL,
      due_on date NOT NULL,
      delivery_note plain_text NOT NULL DEFAULT '',
      invoice_number plain_text NOT NULL DEFAULT '',
      invoice_date date,
      late_days smallint NOT NULL DEFAULT 0 CHECK (late_days >= 0),
      total numeric(18,2) NOT NULL CHECK (total > 0 AND total <> 'NaN'),
      fine numeric(18,2) NOT NULL DEFAULT 0 CHECK (fine >= 0 AND fine <> 'NaN'),
      end_reason plain_text,
      voucher_id bigint,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      decided_by bigint REFERENCES users (id),
      decided_at timestamptz,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, contract_id) REFERENCES contracts (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK (delivered_on <= document_date),
      CHECK ((state IN ('accepted', 'reversed')) = (voucher_id IS NOT NULL)),
      CHECK ((number IS NOT NULL) = (state IN ('accepted', 'rejected', 'reversed'))),
      CHECK (fiscal_year = extract(year FROM document_date) + 543 + CASE WHEN extract(month FROM document_date) >= 10 THEN 1 ELSE 0 END)
    );
    CREATE INDEX acceptances_contract ON acceptances (organisation_id, contract_id);
    CREATE INDEX acceptances_waiting ON acceptances (organisation_id) WHERE state = 'draft';
    CREATE TABLE acceptance_lines (
      organisation_id bigint NOT NULL,
      acceptance_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      item plain_text NOT NULL CHECK (item <> ''),
      quantity numeric(12,2) NOT NULL CHECK (quantity > 0 AND quantity <> 'NaN'),
      unit plain_text NOT NULL CHECK (unit <> ''),
      amount ledger_amount NOT NULL,
      budget_line_id bigint NOT NULL,
      account_code text NOT NULL REFERENCES accounts (code),
      PRIMARY KEY (organisation_id, acceptance_id, line),
      FOREIGN KEY (organisation_id, acceptance_id) REFERENCES acceptances (organisation_id, id),
      FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id)
    );
    SELECT laas_fence(t) FROM unnest(ARRAY['acceptances', 'acceptance_lines']::regclass[]) t;
    GRANT SELECT, INSERT, UPDATE ON acceptances TO laas_app;
    GRANT SELECT, INSERT, DELETE ON acceptance_lines TO laas_app;`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE acceptance_lines, acceptances')
}

import { type Knex } from 'knex'

// ลดหรืองดเบี้ยปรับ/เงินเพิ่ม (budget-and-receipts §4.9): by an order, recorded on the assessment by one and confirmed by another (INV-13); the counter then asks for less.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE tax_reductions (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      debt_id bigint NOT NULL,
      state text NOT NULL CHECK (state IN ('asked', 'granted', 'refused')),
      penalty ledger_sum NOT NULL,
      surcharge ledger_sum NOT NULL,
      order_number plain_text NOT NULL CHECK (order_number <> '' AND length(order_number) <= 100),
      order_date date NOT NULL,
      reason plain_text NOT NULL CHECK (reason <> '' AND length(reason) <= 500),
      asked_by bigint NOT NULL REFERENCES users (id),
      asked_at timestamptz NOT NULL,
      decided_by bigint REFERENCES users (id),
      decided_at timestamptz,
      is_signed_alone boolean NOT NULL DEFAULT false,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, debt_id) REFERENCES tax_debts (organisation_id, id),
      CHECK (penalty + surcharge > 0),
      CHECK ((state = 'asked') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
      CONSTRAINT tax_reductions_two CHECK (state <> 'granted' OR decided_by <> asked_by OR is_signed_alone)
    );
    SELECT laas_fence('tax_reductions');
    GRANT SELECT, INSERT, UPDATE ON tax_reductions TO laas_app;
    CREATE INDEX tax_reductions_debt ON tax_reductions (organisation_id, debt_id);
    CREATE UNIQUE INDEX tax_reductions_waiting ON tax_reductions (organisation_id, debt_id) WHERE state = 'asked';
    ALTER TABLE tax_debts DROP CONSTRAINT tax_debts_state_check,
      ADD CONSTRAINT tax_debts_state_check CHECK (state IN ('assessed', 'reducing', 'cancelling', 'cancelled'));
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE tax_reductions;
    UPDATE tax_debts SET state = 'assessed' WHERE state = 'reducing';
    ALTER TABLE tax_debts DROP CONSTRAINT tax_debts_state_check,
      ADD CONSTRAINT tax_debts_state_check CHECK (state IN ('assessed', 'cancelling', 'cancelled'));
  `)
}

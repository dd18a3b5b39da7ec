import { type Knex } from 'knex'

// การริบเงินประกันสัญญา: cash held as security becomes revenue by an order, and the contract is at its end (acceptance S22).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE forfeitures (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'posted', 'cancelled', 'reversed')),
      fiscal_year smallint NOT NULL,
      number integer CHECK (number > 0),
      contract_id bigint NOT NULL,
      document_date date NOT NULL,
      order_reference plain_text NOT NULL CHECK (order_reference <> ''),
      reason plain_text NOT NULL CHECK (reason <> ''),
      amount ledger_amount NOT NULL,
      voucher_id bigint,
      end_reason plain_text,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      posted_by bigint REFERENCES users (id),
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, contract_id) REFERENCES contracts (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK ((state IN ('posted', 'reversed')) = (voucher_id IS NOT NULL)),
      CHECK ((number IS NOT NULL) = (voucher_id IS NOT NULL)),
      CHECK (fiscal_year = extract(year FROM document_date) + 543 + CASE WHEN extract(month FROM document_date) >= 10 THEN 1 ELSE 0 END)
    );
    CREATE INDEX forfeitures_contract ON forfeitures (organisation_id, contract_id);
    CREATE INDEX forfeitures_waiting ON forfeitures (organisation_id) WHERE state = 'draft';
    SELECT laas_fence('forfeitures');
    GRANT SELECT, INSERT, UPDATE ON forfeitures TO laas_app;`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE forfeitures')
}

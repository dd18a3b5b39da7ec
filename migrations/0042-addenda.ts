import { type Knex } from 'knex'

// เอกสารแนบท้ายสัญญา: price, end, days without fine and instalments as they become; what stood before is kept for the register.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE addenda (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'approved', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer CHECK (number > 0),
      contract_id bigint NOT NULL,
      signed_on date NOT NULL,
      reason plain_text NOT NULL CHECK (reason <> ''),
      price numeric(18,2) NOT NULL CHECK (price > 0 AND price <> 'NaN'),
      price_before numeric(18,2) NOT NULL CHECK (price_before > 0 AND price_before <> 'NaN'),
      ends_on date NOT NULL,
      ends_before date NOT NULL,
      -- In addition to what earlier ones waived.
      waived_days smallint NOT NULL DEFAULT 0 CHECK (waived_days >= 0),
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      approved_by bigint REFERENCES users (id),
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, contract_id) REFERENCES contracts (organisation_id, id),
      CHECK ((state = 'approved') = (number IS NOT NULL)),
      CHECK ((state = 'approved') = (approved_by IS NOT NULL)),
      CHECK (fiscal_year = extract(year FROM signed_on) + 543 + CASE WHEN extract(month FROM signed_on) >= 10 THEN 1 ELSE 0 END)
    );
    CREATE INDEX addenda_contract ON addenda (organisation_id, contract_id);
    CREATE TABLE addendum_instalments (
      organisation_id bigint NOT NULL,
      addendum_id bigint NOT NULL,
      number smallint NOT NULL CHECK (number > 0),
      description plain_text NOT NULL DEFAULT '',
      amount ledger_amount NOT NULL,
      due_on date NOT NULL,
      PRIMARY KEY (organisation_id, addendum_id, number),
      FOREIGN KEY (organisation_id, addendum_id) REFERENCES addenda (organisation_id, id)
    );
    SELECT laas_fence(t) FROM unnest(ARRAY['addenda', 'addendum_instalments']::regclass[]) t;
    GRANT SELECT, INSERT, UPDATE ON addenda TO laas_app;
    GRANT SELECT, INSERT, DELETE ON addendum_instalments TO laas_app;`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE addendum_instalments, addenda')
}

import { type Knex } from 'knex'

// อากรการฆ่าสัตว์ with the fees of slaughterhouse and lairage, by head, as the office's own ordinance sets them from a day on (budget-and-receipts §4.2, scenario 36).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE slaughter_rates (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      animal plain_text NOT NULL,
      valid_from date NOT NULL,
      duty ledger_sum NOT NULL,
      slaughterhouse ledger_sum NOT NULL,
      lairage ledger_sum NOT NULL,
      authority plain_text NOT NULL,
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, animal, valid_from),
      CHECK (duty >= 0 AND slaughterhouse >= 0 AND lairage >= 0)
    );
    SELECT laas_fence('slaughter_rates');
    GRANT SELECT, INSERT ON slaughter_rates TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE slaughter_rates')
}

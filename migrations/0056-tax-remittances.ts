import { type Knex } from 'knex'

// การนำส่งภาษีหัก ณ ที่จ่าย: what a claim hands on to the Revenue Department, row by row; and who the office is to it, as certificates and returns show.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE tax_remittances (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      month date NOT NULL CHECK (date_trunc('month', month) = month),
      total ledger_amount NOT NULL,
      claim_id bigint,
      is_live boolean NOT NULL DEFAULT true,
      remitted_on date,
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id),
      CHECK (is_live OR remitted_on IS NULL)
    );
    ALTER TABLE withholdings ADD COLUMN remittance_id bigint, ADD FOREIGN KEY (organisation_id, remittance_id) REFERENCES tax_remittances (organisation_id, id);
    CREATE TABLE tax_payers (
      organisation_id bigint PRIMARY KEY REFERENCES organisations (id),
      version integer NOT NULL DEFAULT 1,
      tax_id text NOT NULL CHECK (tax_id ~ '^[0-9]{13}$'),
      branch text NOT NULL DEFAULT '00000' CHECK (branch ~ '^[0-9]{5}$'),
      address plain_text NOT NULL CHECK (address <> '')
    );
    SELECT laas_fence('tax_remittances');
    SELECT laas_fence('tax_payers');
    GRANT SELECT, INSERT ON tax_remittances TO laas_app;
    GRANT UPDATE (claim_id, is_live, remitted_on) ON tax_remittances TO laas_app;
    GRANT SELECT, INSERT, UPDATE ON tax_payers TO laas_app;
    GRANT UPDATE (remittance_id) ON withholdings TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    REVOKE UPDATE (remittance_id) ON withholdings FROM laas_app;
    ALTER TABLE withholdings DROP COLUMN remittance_id;
    DROP TABLE tax_payers, tax_remittances;
  `)
}

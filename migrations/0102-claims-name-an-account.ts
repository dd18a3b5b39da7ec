import { type Knex } from 'knex'

// Where a claim's money shall go is an account of the register, and one of its own payee.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE payee_accounts ADD CONSTRAINT payee_accounts_of_payee UNIQUE (organisation_id, payee_id, id);
    ALTER TABLE claims ADD CONSTRAINT claims_account_of_payee FOREIGN KEY (organisation_id, payee_id, payee_account_id) REFERENCES payee_accounts (organisation_id, payee_id, id),
      ADD CONSTRAINT claims_account_with_payee CHECK (payee_account_id IS NULL OR payee_id IS NOT NULL);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE claims DROP CONSTRAINT claims_account_with_payee, DROP CONSTRAINT claims_account_of_payee;
    ALTER TABLE payee_accounts DROP CONSTRAINT payee_accounts_of_payee;
  `)
}

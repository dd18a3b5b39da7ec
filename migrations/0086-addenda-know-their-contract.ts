import { type Knex } from 'knex'

// A draft was made from the contract as it stood then: price, days and instalments. Whoever changed the contract meanwhile must not be undone by it.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE addenda ADD COLUMN contract_version integer;
    UPDATE addenda a SET contract_version = c.version FROM contracts c WHERE c.organisation_id = a.organisation_id AND c.id = a.contract_id;
    ALTER TABLE addenda ALTER COLUMN contract_version SET NOT NULL;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE addenda DROP COLUMN contract_version')
}

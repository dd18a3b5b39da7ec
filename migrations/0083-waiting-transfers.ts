import { type Knex } from 'knex'

// Every home page counts what waits: at an LAO its own transfers, at a province those of its LAOs.
export async function up(knex: Knex): Promise<void> {
  await knex.raw('CREATE INDEX transfer_notices_waiting ON transfer_notices (receiver_id) WHERE withdrawn_at IS NULL')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX transfer_notices_waiting')
}

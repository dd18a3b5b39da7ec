import { type Knex } from 'knex'

// When the challenge of S-04 was handed out: ThaiD is waited for ten minutes (access-admin-oversight §1.7, timed out), a setting.
export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE sign_in_transactions ADD COLUMN thaid_began_at timestamptz')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE sign_in_transactions DROP COLUMN thaid_began_at')
}

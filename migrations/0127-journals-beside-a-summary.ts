import { type Knex } from 'knex'

// A journal that touches money, revenue or deposits of a day whose receipts are summed up already says why (budget-and-receipts §4.1).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`ALTER TABLE journals ADD COLUMN day_reason plain_text NOT NULL DEFAULT ''`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE journals DROP COLUMN day_reason')
}

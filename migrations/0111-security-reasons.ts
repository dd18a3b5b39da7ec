import { type Knex } from 'knex'

// Security above the usual share of the price (5 %, to 10 %) is asked for with a reason (ระเบียบ กค. 2560 ข้อ 168).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`ALTER TABLE contracts ADD COLUMN security_reason plain_text NOT NULL DEFAULT ''`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE contracts DROP COLUMN security_reason')
}

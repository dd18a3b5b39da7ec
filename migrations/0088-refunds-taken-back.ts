import { type Knex } from 'knex'

// What came back of one payment is counted at each receipt that takes some of it back.
export async function up(knex: Knex): Promise<void> {
  await knex.raw('CREATE INDEX receipt_lines_refund ON receipt_lines (organisation_id, refund_kind, refund_id) WHERE refund_id IS NOT NULL')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX receipt_lines_refund')
}

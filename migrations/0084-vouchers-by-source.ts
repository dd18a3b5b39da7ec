import { type Knex } from 'knex'

// The home page of every office asks for the day of its latest voucher of a kind of document.
export async function up(knex: Knex): Promise<void> {
  await knex.raw('CREATE INDEX vouchers_latest ON vouchers (organisation_id, source_kind, document_date DESC)')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX vouchers_latest')
}

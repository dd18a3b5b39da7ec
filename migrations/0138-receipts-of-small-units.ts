import { type Knex } from 'knex'

// In a small unit one person may confirm the day they prepared and the cancellation they asked for; the row says so, as the voucher does (access-admin-oversight §4.2).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE remittance_summaries ADD COLUMN is_signed_alone boolean NOT NULL DEFAULT false,
      DROP CONSTRAINT remittance_summaries_check1,
      ADD CONSTRAINT remittance_summaries_two CHECK (confirmed_by <> prepared_by OR is_signed_alone);
    ALTER TABLE receipts ADD COLUMN is_signed_alone boolean NOT NULL DEFAULT false,
      DROP CONSTRAINT receipts_check2,
      ADD CONSTRAINT receipts_two CHECK (cancel_asked_by <> cancelled_by OR is_signed_alone);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE remittance_summaries DROP CONSTRAINT remittance_summaries_two, DROP COLUMN is_signed_alone,
      ADD CONSTRAINT remittance_summaries_check1 CHECK (confirmed_by <> prepared_by);
    ALTER TABLE receipts DROP CONSTRAINT receipts_two, DROP COLUMN is_signed_alone, ADD CONSTRAINT receipts_check2 CHECK (cancel_asked_by <> cancelled_by);
  `)
}

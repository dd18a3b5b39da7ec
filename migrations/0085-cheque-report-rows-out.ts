import { type Knex } from 'knex'

// A row taken out of an approved report, or whose payment was reversed, stays on its paper with the reason: the paper was signed with it.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE cheque_report_rows ADD COLUMN out_reason plain_text NOT NULL DEFAULT '', ADD CHECK (out_reason = '' OR NOT is_live);
    GRANT UPDATE (out_reason) ON cheque_report_rows TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE cheque_report_rows DROP COLUMN out_reason')
}

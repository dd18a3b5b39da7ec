import { type Knex } from 'knex'

// The latest change to a document of an office is asked by every home page. Built without holding up those who write.
export const config = { transaction: false }

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`CREATE INDEX CONCURRENTLY IF NOT EXISTS audit_events_documents ON audit_events (organisation_id, id) WHERE code LIKE 'DOC%'`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX audit_events_documents')
}

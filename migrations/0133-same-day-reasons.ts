import { type Knex } from 'knex'

// A pawnshop's day keyed a second time (W_DUP) is taken only with the reason why it is another one.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE pawn_documents ADD COLUMN duplicate_reason plain_text NOT NULL DEFAULT '';
    CREATE INDEX pawn_documents_day ON pawn_documents (organisation_id, kind, document_date);
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP INDEX pawn_documents_day; ALTER TABLE pawn_documents DROP COLUMN duplicate_reason')
}

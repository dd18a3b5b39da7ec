import { type Knex } from 'knex'

// 0069 gave an enterprise to the new items of one transfer; those of a transfer out of such an item, and what came of them, belong to it as well.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    WITH RECURSIVE own AS (
      SELECT l.organisation_id, l.id, l.enterprise_id FROM budget_lines l WHERE l.enterprise_id IS NOT NULL
      UNION SELECT n.organisation_id, n.id, own.enterprise_id FROM own JOIN budget_lines n ON n.organisation_id = own.organisation_id AND (
        coalesce(n.carried_from, n.released_from) = own.id OR n.document_id IN (
          SELECT d.id FROM budget_document_lines o JOIN budget_documents d ON d.organisation_id = o.organisation_id AND d.id = o.document_id AND d.kind = 'transfer'
            WHERE o.organisation_id = own.organisation_id AND o.line_id = own.id AND o.direction = 'out'))
    ) UPDATE budget_lines l SET enterprise_id = own.enterprise_id FROM own WHERE own.organisation_id = l.organisation_id AND own.id = l.id AND l.enterprise_id IS NULL;
  `)
}

/** Nothing tells what was right before. */
export async function down(): Promise<void> {}

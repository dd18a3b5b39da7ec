import { type Knex } from 'knex'

// Two enterprises whose money the LAO spends itself have budgets of their own (งบเฉพาะการ): their lines stay apart even when they are named alike,
// and no transfer leads from one to the other (budget-and-receipts §3.1, §3.5).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE budget_lines ADD COLUMN enterprise_id bigint, ADD FOREIGN KEY (organisation_id, enterprise_id) REFERENCES budget_enterprises (organisation_id, id);
    UPDATE budget_lines l SET enterprise_id = d.enterprise_id
      FROM budget_documents d WHERE d.organisation_id = l.organisation_id AND d.id = l.document_id AND d.enterprise_id IS NOT NULL;
  `)
  await belongToEnterprises(knex)
  await knex.raw(`
    DROP INDEX budget_lines_key;
    CREATE UNIQUE INDEX budget_lines_key ON budget_lines (${key('enterprise_id, ')}) NULLS NOT DISTINCT;
  `)
}

/** New items of a transfer belong to the enterprise whose money set them up, and what came of a line to the line's, however often. */
export async function belongToEnterprises(knex: Knex): Promise<void> {
  await knex.raw(`
    WITH RECURSIVE own AS (
      SELECT l.organisation_id, l.id, l.enterprise_id FROM budget_lines l WHERE l.enterprise_id IS NOT NULL
      UNION SELECT n.organisation_id, n.id, own.enterprise_id FROM own JOIN budget_lines n ON n.organisation_id = own.organisation_id AND (
        coalesce(n.carried_from, n.released_from) = own.id OR n.document_id IN (
          SELECT d.id FROM budget_document_lines o JOIN budget_documents d ON d.organisation_id = o.organisation_id AND d.id = o.document_id AND d.kind = 'transfer'
            WHERE o.organisation_id = own.organisation_id AND o.line_id = own.id AND o.direction = 'out'))
    ) UPDATE budget_lines l SET enterprise_id = own.enterprise_id FROM own WHERE own.organisation_id = l.organisation_id AND own.id = l.id AND l.enterprise_id IS NULL`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX budget_lines_key;
    ALTER TABLE budget_lines DROP COLUMN enterprise_id;
    CREATE UNIQUE INDEX budget_lines_key ON budget_lines (${key('')}) NULLS NOT DISTINCT;
  `)
}

function key(enterprise: string): string {
  return `organisation_id, fiscal_year, source_code, ${enterprise}department_id, task_code, economic_code, title, fund_document_id, carried_from, released_from,
    (CASE WHEN carried_from IS NOT NULL THEN document_id END)`
}

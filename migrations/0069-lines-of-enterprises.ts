import { type Knex } from 'knex'

// Two enterprises whose money the LAO spends itself have budgets of their own (งบเฉพาะการ): their lines stay apart even when they are named alike,
// and no transfer leads from one to the other (budget-and-receipts §3.1, §3.5).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE budget_lines ADD COLUMN enterprise_id bigint, ADD FOREIGN KEY (organisation_id, enterprise_id) REFERENCES budget_enterprises (organisation_id, id);
    UPDATE budget_lines l SET enterprise_id = d.enterprise_id
      FROM budget_documents d WHERE d.organisation_id = l.organisation_id AND d.id = l.document_id AND d.enterprise_id IS NOT NULL;
    -- New items of a transfer belong to the enterprise whose money set them up.
    UPDATE budget_lines l SET enterprise_id = g.enterprise_id
      FROM budget_documents d
      JOIN budget_document_lines o ON o.organisation_id = d.organisation_id AND o.document_id = d.id AND o.direction = 'out'
      JOIN budget_lines g ON g.organisation_id = o.organisation_id AND g.id = o.line_id AND g.enterprise_id IS NOT NULL
      WHERE d.organisation_id = l.organisation_id AND d.id = l.document_id AND d.kind = 'transfer';
    -- What came of a line is its enterprise's too.
    WITH RECURSIVE come AS (
      SELECT l.organisation_id, l.id, l.enterprise_id FROM budget_lines l WHERE l.enterprise_id IS NOT NULL
      UNION SELECT l.organisation_id, l.id, c.enterprise_id FROM come c
        JOIN budget_lines l ON l.organisation_id = c.organisation_id AND coalesce(l.carried_from, l.released_from) = c.id
    ) UPDATE budget_lines l SET enterprise_id = c.enterprise_id FROM come c WHERE c.organisation_id = l.organisation_id AND c.id = l.id AND l.enterprise_id IS NULL;
    DROP INDEX budget_lines_key;
    CREATE UNIQUE INDEX budget_lines_key ON budget_lines (${key('enterprise_id, ')}) NULLS NOT DISTINCT;
  `)
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

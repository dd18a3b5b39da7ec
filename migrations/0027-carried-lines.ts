import { type Knex } from 'knex'

// Every carry-forward sets up lines of its own, each with the last day its own approval gave: what is carried with a contract and what is carried
// without one do not share an end, though both come from one line (budget-and-receipts §3.9).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`${dropped}; CREATE UNIQUE INDEX budget_lines_key ON budget_lines (${key}, (CASE WHEN carried_from IS NOT NULL THEN document_id END)) NULLS NOT DISTINCT`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP INDEX budget_lines_key; ALTER TABLE budget_lines ADD CONSTRAINT budget_lines_key UNIQUE NULLS NOT DISTINCT (${key})`)
}

const key = 'organisation_id, fiscal_year, source_code, department_id, task_code, economic_code, title, fund_document_id, carried_from, released_from'

/** PostgreSQL named it, and cut the name. */
const dropped = `
  DO $$ BEGIN
    EXECUTE (SELECT format('ALTER TABLE budget_lines DROP CONSTRAINT %I', conname) FROM pg_constraint
      WHERE conrelid = 'budget_lines'::regclass AND contype = 'u' AND array_length(conkey, 1) = 10);
  END $$`

import { type Knex } from 'knex'

// What was assessed and what was taken off stand on the receipt beside what was paid of it (budget-and-receipts §4.3).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE receipt_lines
      ADD COLUMN assessed numeric(18,2) CHECK (assessed > 0 AND assessed <> 'NaN'),
      ADD COLUMN discount numeric(18,2) CHECK (discount > 0 AND discount <> 'NaN'),
      ADD CONSTRAINT receipt_lines_within_assessment CHECK (amount <= assessed - coalesce(discount, 0)),
      ADD CONSTRAINT receipt_lines_discount_of_something CHECK (discount IS NULL OR assessed IS NOT NULL)`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE receipt_lines DROP COLUMN assessed, DROP COLUMN discount')
}

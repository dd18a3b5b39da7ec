// งบประมาณรายจ่ายเฉพาะการ: one for each enterprise in the annual ordinance and in each that supplements it; and the revenue of a pawnshop has codes of its own.
import { type Knex } from 'knex'

/** Checks of a table were not named: found by what they say. */
const dropCheck = (table: string, says: string): string => `
  DO $$
  DECLARE name text;
  BEGIN
    SELECT conname INTO STRICT name FROM pg_constraint WHERE conrelid = '${table}'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%${says}%';
    EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I', name);
  END $$;`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ${dropCheck('budget_documents', 'ordinal IS NOT NULL')}
    ALTER TABLE budget_documents ADD CONSTRAINT budget_documents_ordinal
      CHECK (CASE kind WHEN 'supplementary' THEN ordinal IS NOT NULL WHEN 'special' THEN true ELSE ordinal IS NULL END);
    ALTER TABLE budget_documents ADD CONSTRAINT budget_documents_special CHECK (kind <> 'special' OR parent_id IS NOT NULL);
    ${dropCheck('revenue_codes', 'applies_to = ANY')}
    ALTER TABLE revenue_codes ADD CONSTRAINT revenue_codes_applies_to CHECK (applies_to IN ('ALL', 'MUNI_SAO', 'PAO', 'PAWN'));`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE budget_documents DROP CONSTRAINT budget_documents_ordinal, DROP CONSTRAINT budget_documents_special;
    ALTER TABLE budget_documents ADD CHECK ((kind = 'supplementary') = (ordinal IS NOT NULL));
    ALTER TABLE revenue_codes DROP CONSTRAINT revenue_codes_applies_to;
    ALTER TABLE revenue_codes ADD CHECK (applies_to IN ('ALL', 'MUNI_SAO', 'PAO'));`)
}

import { type Knex } from 'knex'

// A cheque may be found bad while it still lies in the safe: it goes out of cash on hand, and no bank account is named (RE-7).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE money_entries DROP CONSTRAINT money_entries_cheque,
      ADD CONSTRAINT money_entries_cheque CHECK (num_nonnulls(cheque_receipt_id, cheque_line) = CASE kind WHEN 'bounce' THEN 2 ELSE 0 END AND (bank_account_id IS NULL OR kind = 'bounce'))
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DELETE FROM money_entries WHERE kind = 'bounce' AND bank_account_id IS NULL;
    ALTER TABLE money_entries DROP CONSTRAINT money_entries_cheque,
      ADD CONSTRAINT money_entries_cheque CHECK (num_nonnulls(cheque_receipt_id, cheque_line, bank_account_id) = CASE kind WHEN 'bounce' THEN 3 ELSE 0 END)
  `)
}

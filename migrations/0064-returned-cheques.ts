import { type Knex } from 'knex'

// A cheque that the bank gives back: its payer owes what the receipt said was paid (RE-7).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE money_entries
      ADD COLUMN cheque_receipt_id bigint,
      ADD COLUMN cheque_line smallint,
      ADD COLUMN bank_account_id bigint,
      ADD COLUMN debtor_key text,
      ADD FOREIGN KEY (organisation_id, cheque_receipt_id) REFERENCES receipts (organisation_id, id),
      ADD FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id),
      DROP CONSTRAINT money_entries_kind,
      ADD CONSTRAINT money_entries_kind CHECK (kind IN ('forfeit', 'transfer', 'identify', 'over', 'short', 'charge', 'write-off', 'bounce')),
      ADD CONSTRAINT money_entries_cheque CHECK (num_nonnulls(cheque_receipt_id, cheque_line, bank_account_id) = CASE kind WHEN 'bounce' THEN 3 ELSE 0 END),
      ADD CONSTRAINT money_entries_debtor CHECK ((debtor_key IS NOT NULL) = (kind = 'bounce' AND state IN ('posted', 'reversed')));
    CREATE UNIQUE INDEX money_entries_cheque ON money_entries (organisation_id, cheque_receipt_id, cheque_line)
      WHERE cheque_receipt_id IS NOT NULL AND state IN ('draft', 'submitted', 'posted');
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX money_entries_cheque;
    DELETE FROM money_entries WHERE kind = 'bounce';
    ALTER TABLE money_entries DROP CONSTRAINT money_entries_kind, DROP CONSTRAINT money_entries_cheque, DROP CONSTRAINT money_entries_debtor,
      DROP COLUMN cheque_receipt_id, DROP COLUMN cheque_line, DROP COLUMN bank_account_id, DROP COLUMN debtor_key,
      ADD CONSTRAINT money_entries_kind CHECK (kind IN ('forfeit', 'transfer', 'identify', 'over', 'short', 'charge', 'write-off'));
  `)
}

import { type Knex } from 'knex'

// A pawnshop takes in what every office does (budget-and-receipts §4.8): a line says the kind of money and names, as typed, the register, unit or over-payment it is for.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE pawn_lines ADD COLUMN income_code text, ADD COLUMN key_text plain_text NOT NULL DEFAULT '', ADD COLUMN sub_kind text, ADD COLUMN sub_key text,
      ADD COLUMN fund_document_id bigint, ADD COLUMN refund_kind text, ADD COLUMN refund_id bigint, ADD COLUMN budget_line_id bigint;
    UPDATE pawn_lines l SET income_code = l.account_code WHERE l.account_code IS NOT NULL;
    UPDATE pawn_lines l SET key_text = o.code || ' ' || o.name, sub_kind = s.kind, sub_key = s.key
      FROM organisations o, accounts a, sub_ledger_keys s
      WHERE o.id = l.counterparty_id AND a.code = l.account_code AND s.organisation_id = l.organisation_id AND s.kind = 'org' AND s.key = o.code AND a.sub_ledger = 'org';
    UPDATE pawn_lines l SET key_text = o.code || ' ' || o.name FROM organisations o WHERE o.id = l.counterparty_id AND l.key_text = '';
    ALTER TABLE pawn_lines DROP CONSTRAINT pawn_lines_event_check, DROP CONSTRAINT pawn_lines_check2;
    ALTER TABLE pawn_lines
      ADD CONSTRAINT pawn_lines_event_check CHECK (event IN ('pledge', 'increase', 'redeem', 'interest', 'reduce', 'sale', 'income', 'loan', 'other', 'forfeit')),
      ADD CONSTRAINT pawn_lines_check2 CHECK ((account_code IS NOT NULL) = (event IN ('income', 'loan', 'other'))),
      ADD CHECK ((income_code IS NULL) = (account_code IS NULL)), ADD CHECK ((sub_kind IS NULL) = (sub_key IS NULL)), ADD CHECK ((refund_kind IS NULL) = (refund_id IS NULL)),
      ADD CHECK (budget_line_id IS NULL OR refund_id IS NOT NULL),
      ADD FOREIGN KEY (organisation_id, sub_kind, sub_key) REFERENCES sub_ledger_keys (organisation_id, kind, key),
      ADD FOREIGN KEY (organisation_id, fund_document_id) REFERENCES budget_documents (organisation_id, id),
      ADD FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id);
    CREATE INDEX pawn_lines_refund ON pawn_lines (organisation_id, refund_kind, refund_id) WHERE refund_id IS NOT NULL;
  `)
}

/** Money of a new kind stands as other income. */
export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    UPDATE pawn_lines SET event = 'income' WHERE event = 'other';
    ALTER TABLE pawn_lines DROP CONSTRAINT pawn_lines_event_check, DROP CONSTRAINT pawn_lines_check2;
    ALTER TABLE pawn_lines
      ADD CONSTRAINT pawn_lines_event_check CHECK (event IN ('pledge', 'increase', 'redeem', 'interest', 'reduce', 'sale', 'income', 'loan', 'forfeit')),
      ADD CONSTRAINT pawn_lines_check2 CHECK ((account_code IS NOT NULL) = (event IN ('income', 'loan')));
    ALTER TABLE pawn_lines DROP COLUMN income_code, DROP COLUMN key_text, DROP COLUMN sub_kind, DROP COLUMN sub_key, DROP COLUMN fund_document_id, DROP COLUMN refund_kind,
      DROP COLUMN refund_id, DROP COLUMN budget_line_id;
  `)
}

import { type Knex } from 'knex'

// Money found out or moved is judged as a line of a receipt, and names what such a line names (budget-and-receipts §4.8, §4.9, §4.12, R13, R14).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE money_entries
      ADD COLUMN target_words plain_text NOT NULL DEFAULT '',
      ADD COLUMN target_reference plain_text NOT NULL DEFAULT '',
      ADD COLUMN counterparty_id bigint REFERENCES organisations (id),
      ADD COLUMN fund_document_id bigint,
      ADD COLUMN refund_kind text,
      ADD COLUMN refund_id bigint,
      ADD COLUMN budget_line_id bigint,
      ADD FOREIGN KEY (organisation_id, fund_document_id) REFERENCES budget_documents (organisation_id, id),
      ADD FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id),
      ADD CONSTRAINT money_entries_refund CHECK ((refund_kind IS NULL) = (refund_id IS NULL)),
      ADD CONSTRAINT money_entries_refunded_line CHECK (budget_line_id IS NULL OR refund_id IS NOT NULL),
      ADD CONSTRAINT money_entries_of_a_target CHECK (target_code IS NOT NULL OR (target_words = '' AND target_reference = '' AND num_nonnulls(counterparty_id, fund_document_id, refund_id) = 0));
    UPDATE money_entries SET target_words = target_key WHERE target_key IS NOT NULL;
    CREATE INDEX money_entries_reference ON money_entries (organisation_id, target_reference) WHERE target_reference <> '';
    CREATE INDEX money_entries_refunds ON money_entries (organisation_id, refund_kind, refund_id) WHERE refund_id IS NOT NULL`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX money_entries_reference, money_entries_refunds;
    ALTER TABLE money_entries
      DROP CONSTRAINT money_entries_of_a_target, DROP COLUMN target_words, DROP COLUMN target_reference, DROP COLUMN counterparty_id, DROP COLUMN fund_document_id,
      DROP COLUMN refund_kind, DROP COLUMN refund_id, DROP COLUMN budget_line_id`)
}

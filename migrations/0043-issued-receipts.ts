import { type Knex } from 'knex'

// Receipts printed by the system, what is no revenue, cheques, and a cancellation that a second person confirms (budget-and-receipts §4.3, §4.8).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(upwards)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downwards)
}

const upwards = `
  CREATE TABLE receipt_kinds (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z]{2}[0-9]{2}$'),
    name text NOT NULL,
    account_code text NOT NULL REFERENCES accounts (code),
    way text NOT NULL CHECK (way IN ('cash_in', 'withheld')),
    -- The tax whose debtors of earlier years pay under this kind.
    arrears_of text UNIQUE REFERENCES revenue_codes (code)
  );
  GRANT SELECT ON receipt_kinds TO laas_app;

  ALTER TABLE receipts
    DROP CONSTRAINT receipts_kind_check, DROP CONSTRAINT receipts_state_check,
    DROP CONSTRAINT receipts_check, DROP CONSTRAINT receipts_check2, DROP CONSTRAINT receipts_check3,
    DROP CONSTRAINT receipts_organisation_id_fiscal_year_number_key,
    ADD COLUMN payer_kind text CHECK (payer_kind IN ('person', 'juristic', 'state', 'foreign')),
    ADD COLUMN payer_number text NOT NULL DEFAULT '',
    ADD COLUMN payer_address text NOT NULL DEFAULT '',
    ADD COLUMN cancel_asked_by bigint REFERENCES users (id),
    ADD COLUMN cancel_asked_at timestamptz,
    -- What withheld the money instead of its being handed over: such a receipt goes into no slip.
    ADD COLUMN withheld_kind text,
    ADD COLUMN withheld_id bigint,
    ADD CONSTRAINT receipts_kind CHECK (kind IN ('issued', 'evidence', 'handwritten')),
    ADD CONSTRAINT receipts_state CHECK (state IN ('recorded', 'remitted', 'summarised', 'cancelling', 'cancelled')),
    ADD CONSTRAINT receipts_numbered CHECK ((kind IN ('issued', 'evidence')) = (number IS NOT NULL)),
    ADD CONSTRAINT receipts_evidence CHECK ((kind = 'evidence') = (evidence_kind IS NOT NULL)),
    ADD CONSTRAINT receipts_cancel_reason CHECK ((state IN ('cancelling', 'cancelled')) = (cancel_reason IS NOT NULL)),
    ADD CHECK (state <> 'cancelling' OR (cancel_asked_by IS NOT NULL AND cancelled_by IS NULL)),
    ADD CONSTRAINT receipts_cancelled_by CHECK (state <> 'cancelled' OR cancelled_by IS NOT NULL),
    ADD CHECK (cancel_asked_by <> cancelled_by),
    ADD CHECK (state IN ('recorded', 'cancelling', 'cancelled') OR (remittance_id IS NULL) = (withheld_id IS NOT NULL)),
    ADD CHECK ((withheld_kind IS NULL) = (withheld_id IS NULL)),
    ADD CHECK (withheld_id IS NULL OR (kind = 'issued' AND remittance_id IS NULL AND state IN ('summarised', 'cancelled'))),
    ADD CONSTRAINT receipts_number UNIQUE (organisation_id, kind, fiscal_year, number);
  CREATE INDEX receipts_withheld ON receipts (organisation_id, withheld_kind, withheld_id) WHERE withheld_id IS NOT NULL;
  CREATE INDEX receipts_cancelling ON receipts (organisation_id) WHERE state = 'cancelling';

  ALTER TABLE receipt_lines
    ADD COLUMN reference text NOT NULL DEFAULT '',
    ADD COLUMN sub_kind text,
    ADD COLUMN sub_key text,
    ADD COLUMN counterparty_id bigint REFERENCES organisations (id),
    -- The notice or loan the money came in for.
    ADD COLUMN fund_document_id bigint,
    -- What was over-paid and comes back: the claim, and the budget line that regains it within its year.
    ADD COLUMN refund_kind text,
    ADD COLUMN refund_id bigint,
    ADD COLUMN budget_line_id bigint,
    ADD FOREIGN KEY (organisation_id, sub_kind, sub_key) REFERENCES sub_ledger_keys (organisation_id, kind, key),
    ADD FOREIGN KEY (organisation_id, fund_document_id) REFERENCES budget_documents (organisation_id, id),
    ADD FOREIGN KEY (organisation_id, budget_line_id) REFERENCES budget_lines (organisation_id, id),
    ADD CHECK ((sub_kind IS NULL) = (sub_key IS NULL)),
    ADD CHECK ((refund_kind IS NULL) = (refund_id IS NULL)),
    ADD CHECK (budget_line_id IS NULL OR refund_id IS NOT NULL);
  CREATE INDEX receipt_lines_key ON receipt_lines (organisation_id, account_code, sub_key) WHERE sub_kind IS NOT NULL;

  ALTER TABLE receipt_payments
    DROP CONSTRAINT receipt_payments_means_check,
    ADD COLUMN cheque_bank text,
    ADD COLUMN cheque_number text,
    ADD COLUMN cheque_date date,
    ADD COLUMN value_date date,
    ADD CONSTRAINT receipt_payments_means CHECK (means IN ('cash', 'transfer', 'cheque', 'withheld')),
    ADD CHECK ((means = 'cheque') = (cheque_bank IS NOT NULL AND cheque_number IS NOT NULL AND cheque_date IS NOT NULL)),
    ADD CHECK (value_date IS NULL OR means = 'transfer');
`

const downwards = `
  DROP INDEX receipts_cancelling;
  DELETE FROM receipt_payments p USING receipts r WHERE r.organisation_id = p.organisation_id AND r.id = p.receipt_id AND r.kind = 'issued';
  DELETE FROM receipt_lines l USING receipts r WHERE r.organisation_id = l.organisation_id AND r.id = l.receipt_id AND r.kind = 'issued';
  DELETE FROM receipts WHERE kind = 'issued';
  UPDATE receipts SET state = 'recorded', cancel_reason = NULL WHERE state = 'cancelling';
  ALTER TABLE receipt_payments
    DROP COLUMN cheque_bank, DROP COLUMN cheque_number, DROP COLUMN cheque_date, DROP COLUMN value_date,
    DROP CONSTRAINT receipt_payments_means, ADD CHECK (means IN ('cash', 'transfer'));
  ALTER TABLE receipt_lines
    DROP COLUMN reference, DROP COLUMN sub_kind, DROP COLUMN sub_key, DROP COLUMN counterparty_id, DROP COLUMN fund_document_id,
    DROP COLUMN refund_kind, DROP COLUMN refund_id, DROP COLUMN budget_line_id;
  ALTER TABLE receipts
    DROP CONSTRAINT receipts_number, DROP CONSTRAINT receipts_kind, DROP CONSTRAINT receipts_state, DROP CONSTRAINT receipts_numbered,
    DROP CONSTRAINT receipts_evidence, DROP CONSTRAINT receipts_cancel_reason, DROP CONSTRAINT receipts_cancelled_by,
    DROP COLUMN payer_kind, DROP COLUMN payer_number, DROP COLUMN payer_address, DROP COLUMN cancel_asked_by, DROP COLUMN cancel_asked_at,
    DROP COLUMN withheld_kind, DROP COLUMN withheld_id,
    ADD CHECK (kind IN ('evidence', 'handwritten')), ADD CHECK (state IN ('recorded', 'remitted', 'summarised', 'cancelled')),
    ADD CONSTRAINT receipts_check CHECK ((kind = 'evidence') = (number IS NOT NULL AND evidence_kind IS NOT NULL)),
    ADD CONSTRAINT receipts_check2 CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
    ADD CONSTRAINT receipts_check3 CHECK (state IN ('recorded', 'cancelled') OR remittance_id IS NOT NULL),
    ADD UNIQUE (organisation_id, fiscal_year, number);
  DROP TABLE receipt_kinds;
`

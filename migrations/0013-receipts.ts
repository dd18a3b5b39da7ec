import { type Knex } from 'knex'

// Money in (budget-and-receipts §4): receipts and evidence → remittance slip → daily summary. The summary posts the receipt voucher.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE remittance_summaries (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'confirmed', 'reversed', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer,
      summary_date date NOT NULL,
      remark text NOT NULL DEFAULT '',
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      confirmed_by bigint REFERENCES users (id),
      confirmed_at timestamptz,
      voucher_id bigint,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, fiscal_year, number),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK ((state IN ('confirmed', 'reversed')) = (number IS NOT NULL AND voucher_id IS NOT NULL AND confirmed_by IS NOT NULL)),
      CHECK (confirmed_by <> prepared_by)
    );
    CREATE UNIQUE INDEX remittance_summaries_one_a_day ON remittance_summaries (organisation_id, summary_date) WHERE state IN ('draft', 'confirmed');

    CREATE TABLE remittances (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'submitted', 'received', 'summarised', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer,
      slip_date date NOT NULL,
      cash_bank_account_id bigint,
      remark text NOT NULL DEFAULT '',
      return_reason text,
      form_key uuid,
      remitted_by bigint NOT NULL REFERENCES users (id),
      remitted_at timestamptz,
      received_by bigint REFERENCES users (id),
      received_at timestamptz,
      summary_id bigint,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, fiscal_year, number),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, cash_bank_account_id) REFERENCES bank_accounts (organisation_id, id),
      FOREIGN KEY (organisation_id, summary_id) REFERENCES remittance_summaries (organisation_id, id),
      CHECK (state <> 'summarised' OR summary_id IS NOT NULL),
      CHECK (summary_id IS NULL OR state IN ('received', 'summarised')),
      CHECK (state IN ('draft', 'cancelled') OR number IS NOT NULL)
    );
    CREATE INDEX remittances_summary ON remittances (organisation_id, summary_id);
    CREATE INDEX remittances_waiting ON remittances (organisation_id, slip_date) WHERE state IN ('draft', 'submitted', 'received');

    CREATE TABLE receipts (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      kind text NOT NULL CHECK (kind IN ('evidence', 'handwritten')),
      state text NOT NULL CHECK (state IN ('recorded', 'remitted', 'summarised', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer,
      book text,
      sheet integer CHECK (sheet > 0),
      receipt_date date NOT NULL,
      payer text NOT NULL,
      evidence_kind text CHECK (evidence_kind IN ('program-report', 'credit-advice', 'bank-statement', 'letter', 'payment-file')),
      evidence_reference text NOT NULL DEFAULT '',
      remark text NOT NULL DEFAULT '',
      total numeric(18,2) NOT NULL CHECK (total > 0 AND total <> 'NaN'),
      cancel_reason text,
      cancelled_by bigint REFERENCES users (id),
      cancelled_at timestamptz,
      is_miskeyed boolean NOT NULL DEFAULT false,
      form_key uuid,
      recorded_by bigint NOT NULL REFERENCES users (id),
      recorded_at timestamptz NOT NULL,
      remittance_id bigint,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, fiscal_year, number),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, remittance_id) REFERENCES remittances (organisation_id, id),
      CHECK ((kind = 'evidence') = (number IS NOT NULL AND evidence_kind IS NOT NULL)),
      CHECK ((kind = 'handwritten') = (book IS NOT NULL AND sheet IS NOT NULL)),
      CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
      CHECK (state IN ('recorded', 'cancelled') OR remittance_id IS NOT NULL),
      CHECK (NOT is_miskeyed OR (state = 'cancelled' AND kind = 'handwritten' AND remittance_id IS NULL))
    );
    -- A sheet is keyed once; what was miskeyed stays in the register and gives its sheet free.
    CREATE UNIQUE INDEX receipts_one_a_sheet ON receipts (organisation_id, fiscal_year, book, sheet) WHERE NOT is_miskeyed;
    CREATE INDEX receipts_miskeyed ON receipts (organisation_id, fiscal_year, book, sheet) WHERE is_miskeyed;
    CREATE INDEX receipts_remittance ON receipts (organisation_id, remittance_id);
    CREATE INDEX receipts_unremitted ON receipts (organisation_id, recorded_by) WHERE remittance_id IS NULL;
    CREATE INDEX receipts_waiting ON receipts (organisation_id) WHERE state = 'recorded';
    CREATE INDEX receipts_by_date ON receipts (organisation_id, receipt_date DESC, id DESC);

    CREATE TABLE receipt_lines (
      organisation_id bigint NOT NULL,
      receipt_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      income_code text NOT NULL,
      account_code text NOT NULL REFERENCES accounts (code),
      description text NOT NULL DEFAULT '',
      amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
      PRIMARY KEY (organisation_id, receipt_id, line),
      FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipts (organisation_id, id)
    );
    CREATE TABLE receipt_payments (
      organisation_id bigint NOT NULL,
      receipt_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      means text NOT NULL CHECK (means IN ('cash', 'transfer')),
      bank_account_id bigint,
      reference text NOT NULL DEFAULT '',
      amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
      PRIMARY KEY (organisation_id, receipt_id, line),
      FOREIGN KEY (organisation_id, receipt_id) REFERENCES receipts (organisation_id, id),
      FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id),
      CHECK ((means = 'transfer') = (bank_account_id IS NOT NULL))
    );
    SELECT laas_fence('remittance_summaries');
    SELECT laas_fence('remittances');
    SELECT laas_fence('receipts');
    SELECT laas_fence('receipt_lines');
    SELECT laas_fence('receipt_payments');
    GRANT SELECT, INSERT, UPDATE ON remittance_summaries, remittances, receipts TO laas_app;
    GRANT SELECT, INSERT ON receipt_lines, receipt_payments TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE receipt_payments, receipt_lines, receipts, remittances, remittance_summaries')
}

import { type Knex } from 'knex'

// The pawnshop (expenditure-accounting-assets §1.12): what the law allows it, and its daily documents — receipts from แบบ ส.ธ.๑,
// vouchers of money lent, lists of forfeited pledges, the sharing of a year's profit. Tickets are what the lines say of them.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE pawn_rules (
      valid_from date PRIMARY KEY,
      ceiling numeric(18,2) NOT NULL CHECK (ceiling > 0 AND ceiling <> 'NaN'),
      term_months smallint NOT NULL CHECK (term_months > 0),
      notice_days smallint NOT NULL CHECK (notice_days >= 0),
      half_month_days smallint NOT NULL CHECK (half_month_days BETWEEN 1 AND 27),
      local_percent smallint NOT NULL CHECK (local_percent >= 0),
      capital_percent smallint NOT NULL CHECK (capital_percent >= 0),
      legal_reference text NOT NULL,
      CHECK (local_percent + capital_percent <= 100)
    );
    -- The most that may be asked a month on the part of the principal up to up_to; without it: on the rest.
    CREATE TABLE pawn_rates (
      valid_from date NOT NULL,
      tier smallint NOT NULL CHECK (tier > 0),
      up_to numeric(18,2) CHECK (up_to > 0 AND up_to <> 'NaN'),
      monthly_percent numeric(5,2) NOT NULL CHECK (monthly_percent >= 0 AND monthly_percent <> 'NaN'),
      legal_reference text NOT NULL,
      PRIMARY KEY (valid_from, tier)
    );
    GRANT SELECT ON pawn_rules, pawn_rates TO laas_app, laas_worker;

    CREATE TABLE pawn_documents (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      kind text NOT NULL CHECK (kind IN ('receipt', 'pledge', 'forfeiture', 'sharing')),
      state text NOT NULL CHECK (state IN ('draft', 'submitted', 'posted', 'reversed', 'cancelled')),
      fiscal_year smallint NOT NULL,
      document_date date NOT NULL,
      bank_account_id bigint,
      reference text NOT NULL DEFAULT '',
      remark text NOT NULL DEFAULT '',
      total numeric(18,2) NOT NULL CHECK (total > 0 AND total <> 'NaN'),
      return_reason text,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      submitted_at timestamptz,
      approved_by bigint REFERENCES users (id),
      approved_at timestamptz,
      voucher_id bigint,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK (bank_account_id IS NULL OR kind = 'receipt'),
      CHECK ((state IN ('posted', 'reversed')) = (voucher_id IS NOT NULL))
    );
    CREATE INDEX pawn_documents_newest ON pawn_documents (organisation_id, kind, id DESC);
    CREATE INDEX pawn_documents_waiting ON pawn_documents (organisation_id, kind) WHERE state IN ('draft', 'submitted');

    CREATE TABLE pawn_lines (
      organisation_id bigint NOT NULL,
      document_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      event text NOT NULL CHECK (event IN ('pledge', 'increase', 'redeem', 'interest', 'reduce', 'sale', 'income', 'loan', 'forfeit')),
      -- Without a ticket: the day's total of so many.
      ticket text CHECK (ticket <> ''),
      new_ticket text CHECK (new_ticket <> ''),
      ticket_count integer NOT NULL CHECK (ticket_count > 0),
      pledged_on date,
      account_code text REFERENCES accounts (code),
      counterparty_id bigint REFERENCES organisations (id),
      principal numeric(18,2) NOT NULL CHECK (principal >= 0 AND principal <> 'NaN'),
      interest numeric(18,2) NOT NULL CHECK (interest >= 0 AND interest <> 'NaN'),
      accrued numeric(18,2) NOT NULL CHECK (accrued >= 0 AND accrued <> 'NaN'),
      proceeds numeric(18,2) NOT NULL CHECK (proceeds >= 0 AND proceeds <> 'NaN'),
      memo text NOT NULL DEFAULT '',
      PRIMARY KEY (organisation_id, document_id, line),
      FOREIGN KEY (organisation_id, document_id) REFERENCES pawn_documents (organisation_id, id),
      CHECK (principal + interest + proceeds > 0),
      CHECK (event = 'forfeit' OR accrued <= interest),
      CHECK ((account_code IS NOT NULL) = (event IN ('income', 'loan'))),
      CHECK (new_ticket IS NULL OR event = 'interest')
    );
    CREATE INDEX pawn_lines_ticket ON pawn_lines (organisation_id, ticket) WHERE ticket IS NOT NULL;

    SELECT laas_fence('pawn_documents');
    SELECT laas_fence('pawn_lines');
    GRANT SELECT, INSERT, UPDATE ON pawn_documents TO laas_app;
    GRANT SELECT, INSERT, DELETE ON pawn_lines TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE pawn_lines, pawn_documents, pawn_rates, pawn_rules')
}

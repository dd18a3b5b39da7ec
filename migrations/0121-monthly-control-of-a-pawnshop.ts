import { type Knex } from 'knex'

// ใบตรวจสอบประจำเดือน (expenditure-accounting-assets §1.12, Controls): counted cash, open tickets and forfeited pledges beside the books, one paper a month.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE pawn_month_controls (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'submitted', 'signed', 'cancelled')),
      fiscal_year smallint NOT NULL,
      -- The last of its month.
      document_date date NOT NULL CHECK (date_part('day', document_date + 1) = 1),
      counted numeric(18,2) NOT NULL CHECK (counted >= 0 AND counted <> 'NaN'),
      open_tickets numeric(18,2) NOT NULL CHECK (open_tickets >= 0 AND open_tickets <> 'NaN'),
      open_count integer NOT NULL CHECK (open_count >= 0),
      forfeited numeric(18,2) NOT NULL CHECK (forfeited >= 0 AND forfeited <> 'NaN'),
      reason plain_text NOT NULL DEFAULT '',
      return_reason plain_text,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      approved_by bigint REFERENCES users (id),
      approved_at timestamptz,
      -- What the books said when it was signed.
      book_cash numeric(18,2) CHECK (book_cash <> 'NaN'),
      book_debtors numeric(18,2) CHECK (book_debtors <> 'NaN'),
      book_stock numeric(18,2) CHECK (book_stock <> 'NaN'),
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      CHECK ((state = 'signed') = (approved_by IS NOT NULL AND approved_at IS NOT NULL AND book_cash IS NOT NULL AND book_debtors IS NOT NULL AND book_stock IS NOT NULL))
    );
    CREATE UNIQUE INDEX pawn_month_controls_month ON pawn_month_controls (organisation_id, document_date) WHERE state <> 'cancelled';
    SELECT laas_fence('pawn_month_controls');
    GRANT SELECT, INSERT, UPDATE ON pawn_month_controls TO laas_app;
    ALTER TABLE pawn_rules ADD COLUMN interest_low_percent numeric(5,2) NOT NULL DEFAULT 0.50 CHECK (interest_low_percent >= 0 AND interest_low_percent <> 'NaN'),
      ADD COLUMN interest_high_percent numeric(5,2) NOT NULL DEFAULT 2.00 CHECK (interest_high_percent >= 0 AND interest_high_percent <> 'NaN');
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE pawn_rules DROP COLUMN interest_low_percent, DROP COLUMN interest_high_percent; DROP TABLE pawn_month_controls')
}

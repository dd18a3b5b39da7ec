import { type Knex } from 'knex'

// รายงานการจัดทำเช็ค/ใบถอน (CHR): by which cheque, slip or transfer approved claims are to be paid. A claim stands in one live row (INV-17); rows are never changed, a new draft brings new ones.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE cheque_reports (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'approved', 'issued', 'done', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer,
      report_date date NOT NULL,
      bank_account_id bigint NOT NULL,
      remark plain_text NOT NULL DEFAULT '',
      return_reason plain_text NOT NULL DEFAULT '',
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      approved_by bigint REFERENCES users (id),
      approved_at timestamptz,
      issued_on date,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, fiscal_year, number),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id),
      CHECK (state IN ('draft', 'cancelled') OR (number IS NOT NULL AND approved_by IS NOT NULL)),
      CHECK (state NOT IN ('issued', 'done') OR issued_on IS NOT NULL)
    );
    CREATE INDEX cheque_reports_list ON cheque_reports (organisation_id, report_date, id);
    CREATE TABLE cheque_report_signers (
      organisation_id bigint NOT NULL,
      report_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      role text NOT NULL,
      name plain_text NOT NULL CHECK (name <> ''),
      position plain_text NOT NULL,
      PRIMARY KEY (organisation_id, report_id, line),
      FOREIGN KEY (organisation_id, report_id) REFERENCES cheque_reports (organisation_id, id)
    );
    CREATE TABLE cheque_report_rows (
      organisation_id bigint NOT NULL,
      id bigint GENERATED ALWAYS AS IDENTITY,
      report_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      channel text NOT NULL CHECK (channel IN ('cheque', 'withdrawal', 'transfer')),
      document_number plain_text NOT NULL DEFAULT '',
      payee_id bigint,
      payee_name plain_text NOT NULL CHECK (payee_name <> ''),
      gross ledger_amount NOT NULL,
      deducted ledger_sum NOT NULL,
      net ledger_amount NOT NULL,
      cheque_id bigint,
      is_live boolean NOT NULL DEFAULT true,
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, report_id) REFERENCES cheque_reports (organisation_id, id),
      FOREIGN KEY (organisation_id, cheque_id) REFERENCES cheques (organisation_id, id),
      CHECK (net = gross - deducted),
      CHECK (cheque_id IS NULL OR channel = 'cheque')
    );
    CREATE INDEX cheque_report_rows_of ON cheque_report_rows (organisation_id, report_id);
    CREATE TABLE cheque_report_claims (
      organisation_id bigint NOT NULL,
      row_id bigint NOT NULL,
      claim_id bigint NOT NULL,
      is_live boolean NOT NULL DEFAULT true,
      PRIMARY KEY (organisation_id, row_id, claim_id),
      FOREIGN KEY (organisation_id, row_id) REFERENCES cheque_report_rows (organisation_id, id),
      FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id)
    );
    CREATE UNIQUE INDEX cheque_report_claims_once ON cheque_report_claims (organisation_id, claim_id) WHERE is_live;
    ALTER TABLE payments ADD COLUMN report_row_id bigint, ADD FOREIGN KEY (organisation_id, report_row_id) REFERENCES cheque_report_rows (organisation_id, id);
    CREATE INDEX payments_of_row ON payments (organisation_id, report_row_id) WHERE report_row_id IS NOT NULL;
    SELECT laas_fence(t) FROM unnest(ARRAY['cheque_reports', 'cheque_report_signers', 'cheque_report_rows', 'cheque_report_claims']::regclass[]) t;
    GRANT SELECT, INSERT, UPDATE ON cheque_reports TO laas_app;
    GRANT SELECT, INSERT, DELETE ON cheque_report_signers TO laas_app;
    GRANT SELECT, INSERT ON cheque_report_rows, cheque_report_claims TO laas_app;
    GRANT UPDATE (cheque_id, document_number, is_live) ON cheque_report_rows TO laas_app;
    GRANT UPDATE (is_live) ON cheque_report_claims TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE payments DROP COLUMN report_row_id;
    DROP TABLE cheque_report_claims, cheque_report_rows, cheque_report_signers, cheque_reports;
  `)
}

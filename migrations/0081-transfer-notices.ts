import { type Knex } from 'knex'

// What the department tells of money it sent to each LAO (letter 002 item 7, budget-and-receipts §4.4): written by the department, seen by the LAO it is for,
// taken in by a receipt of that LAO, which names it without a key across organisations. Each side writes its own rows only.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE transfer_notices (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      receiver_id bigint NOT NULL REFERENCES organisations (id),
      fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
      round plain_text NOT NULL,
      revenue_code text NOT NULL REFERENCES revenue_codes (code),
      amount ledger_amount NOT NULL,
      transferred_on date NOT NULL,
      letter_number plain_text NOT NULL CHECK (letter_number <> ''),
      listed_by bigint NOT NULL REFERENCES users (id),
      listed_at timestamptz NOT NULL,
      withdrawn_by bigint REFERENCES users (id),
      withdrawn_at timestamptz,
      withdraw_reason plain_text,
      PRIMARY KEY (organisation_id, id),
      CHECK (receiver_id <> organisation_id),
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdraw_reason IS NULL))
    );
    CREATE UNIQUE INDEX transfer_notices_once ON transfer_notices (organisation_id, receiver_id, fiscal_year, letter_number, revenue_code, transferred_on, round) WHERE withdrawn_at IS NULL;
    CREATE INDEX transfer_notices_receiver ON transfer_notices (receiver_id, id);
    ALTER TABLE transfer_notices ENABLE ROW LEVEL SECURITY;
    CREATE POLICY look ON transfer_notices FOR SELECT TO laas_app USING (organisation_id = (SELECT laas_organisation_id()) OR receiver_id = (SELECT laas_organisation_id())
      OR ((SELECT laas_scope()) IN ('province', 'nation') AND laas_sees(receiver_id)));
    CREATE POLICY own_insert ON transfer_notices FOR INSERT TO laas_app WITH CHECK (organisation_id = (SELECT laas_organisation_id()) AND (SELECT laas_scope()) = 'nation');
    CREATE POLICY own_update ON transfer_notices FOR UPDATE TO laas_app USING (organisation_id = (SELECT laas_organisation_id()) AND (SELECT laas_scope()) = 'nation');
    GRANT SELECT, INSERT, UPDATE (withdrawn_by, withdrawn_at, withdraw_reason) ON transfer_notices TO laas_app;

    ALTER TABLE receipts ADD COLUMN notice_giver_id bigint, ADD COLUMN notice_id bigint,
      ADD CHECK ((notice_giver_id IS NULL) = (notice_id IS NULL));
    CREATE UNIQUE INDEX receipts_notice_once ON receipts (organisation_id, notice_giver_id, notice_id) WHERE state <> 'cancelled';
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE receipts DROP COLUMN notice_giver_id, DROP COLUMN notice_id;
    DROP TABLE transfer_notices
  `)
}

import { type Knex } from 'knex'

// Payments of approved claims and the cheques they were made by. A claim is in one live payment, a cheque number is used once (INV-17, INV-18).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE cheques (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      bank_account_id bigint NOT NULL,
      number text NOT NULL CHECK (number ~ '^[0-9]{4,12}$'),
      state text NOT NULL CHECK (state IN ('written', 'handed_over', 'cleared', 'cancelled')),
      cheque_date date NOT NULL,
      payee_name plain_text NOT NULL CHECK (payee_name <> ''),
      amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
      handed_to plain_text NOT NULL CHECK (handed_to <> ''),
      handed_over_on date,
      cleared_on date,
      cancel_reason plain_text NOT NULL DEFAULT '',
      PRIMARY KEY (organisation_id, id),
      CONSTRAINT cheques_number_once UNIQUE (organisation_id, bank_account_id, number),
      FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id),
      CHECK (state <> 'handed_over' OR handed_over_on IS NOT NULL),
      CHECK ((state = 'cleared') = (cleared_on IS NOT NULL)),
      CHECK (cleared_on >= cheque_date),
      CHECK ((state = 'cancelled') = (cancel_reason <> ''))
    );
    CREATE TABLE payments (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('recorded', 'posted', 'reversed', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer,
      payment_date date NOT NULL,
      channel text NOT NULL CHECK (channel IN ('cheque', 'withdrawal', 'transfer', 'cash')),
      bank_account_id bigint,
      cheque_id bigint,
      paper_number plain_text NOT NULL DEFAULT '',
      paper_date date,
      reference plain_text NOT NULL DEFAULT '',
      remark plain_text NOT NULL DEFAULT '',
      gross numeric(18,2) NOT NULL CHECK (gross > 0 AND gross <> 'NaN'),
      deducted numeric(18,2) NOT NULL CHECK (deducted >= 0 AND deducted <> 'NaN'),
      net numeric(18,2) NOT NULL CHECK (net >= 0 AND net <> 'NaN'),
      voucher_id bigint,
      reason plain_text NOT NULL DEFAULT '',
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      posted_by bigint REFERENCES users (id),
      posted_at timestamptz,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id),
      FOREIGN KEY (organisation_id, cheque_id) REFERENCES cheques (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK (net = gross - deducted),
      CHECK ((channel = 'cash') = (bank_account_id IS NULL)),
      CHECK ((channel = 'cheque') = (cheque_id IS NOT NULL)),
      CHECK ((paper_number <> '') = (paper_date IS NOT NULL)),
      CHECK ((state IN ('posted', 'reversed')) = (voucher_id IS NOT NULL AND posted_by IS NOT NULL)),
      CHECK ((state IN ('reversed', 'cancelled')) = (reason <> ''))
    );
    CREATE INDEX payments_list ON payments (organisation_id, payment_date, id);
    CREATE INDEX payments_waiting ON payments (organisation_id, bank_account_id) WHERE state = 'recorded';
    CREATE TABLE payment_claims (
      organisation_id bigint NOT NULL,
      payment_id bigint NOT NULL,
      claim_id bigint NOT NULL,
      is_live boolean NOT NULL DEFAULT true,
      PRIMARY KEY (organisation_id, payment_id, claim_id),
      FOREIGN KEY (organisation_id, payment_id) REFERENCES payments (organisation_id, id),
      FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id)
    );
    CREATE UNIQUE INDEX payment_claims_once ON payment_claims (organisation_id, claim_id) WHERE is_live;
    SELECT laas_fence(t) FROM unnest(ARRAY['cheques', 'payments', 'payment_claims']::regclass[]) t;
    GRANT SELECT, INSERT, UPDATE ON payments TO laas_app;
    GRANT SELECT, INSERT ON cheques, payment_claims TO laas_app;
    GRANT UPDATE (state, handed_over_on, cleared_on, cancel_reason) ON cheques TO laas_app;
    GRANT UPDATE (is_live) ON payment_claims TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE payment_claims, payments, cheques')
}

import { type Knex } from 'knex'

// ใบนำฝาก: cash on hand carried to a bank account, and money moved between own accounts (budget-and-receipts §4.7, R3; P23).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE pay_ins (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'paid-in', 'reversed', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer NOT NULL,
      pay_in_date date NOT NULL,
      bank_account_id bigint NOT NULL,
      from_account_id bigint,
      pieces jsonb NOT NULL DEFAULT '{}',
      cash ledger_sum NOT NULL,
      total ledger_amount NOT NULL,
      remark plain_text NOT NULL DEFAULT '',
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      paid_on date,
      bank_reference plain_text NOT NULL DEFAULT '',
      confirmed_by bigint REFERENCES users (id),
      confirmed_at timestamptz,
      voucher_id bigint,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, fiscal_year, number),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id),
      FOREIGN KEY (organisation_id, from_account_id) REFERENCES bank_accounts (organisation_id, id),
      FOREIGN KEY (organisation_id, voucher_id) REFERENCES vouchers (organisation_id, id),
      CHECK (bank_account_id <> from_account_id),
      CHECK (cash <= total),
      CHECK (from_account_id IS NULL OR cash = 0),
      CHECK ((state IN ('paid-in', 'reversed')) = (paid_on IS NOT NULL AND confirmed_by IS NOT NULL AND voucher_id IS NOT NULL))
    );
    CREATE INDEX pay_ins_waiting ON pay_ins (organisation_id) WHERE state = 'draft';

    CREATE TABLE pay_in_cheques (
      organisation_id bigint NOT NULL,
      pay_in_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      bank plain_text NOT NULL,
      number plain_text NOT NULL,
      cheque_date date NOT NULL,
      amount ledger_amount NOT NULL,
      PRIMARY KEY (organisation_id, pay_in_id, line),
      FOREIGN KEY (organisation_id, pay_in_id) REFERENCES pay_ins (organisation_id, id)
    );
    SELECT laas_fence('pay_ins');
    SELECT laas_fence('pay_in_cheques');
    GRANT SELECT, INSERT, UPDATE ON pay_ins TO laas_app;
    GRANT SELECT, INSERT, DELETE ON pay_in_cheques TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE pay_in_cheques, pay_ins')
}

import { type Knex } from 'knex'

// What was withheld, one row for each credit of the tax at a payment (INV-16), with the payee as it was on that day; cancelled with its voucher.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE withholdings (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      payment_id bigint NOT NULL,
      claim_id bigint NOT NULL,
      line smallint NOT NULL CHECK (line > 0),
      state text NOT NULL CHECK (state IN ('issued', 'cancelled')),
      paid_on date NOT NULL,
      form text NOT NULL CHECK (form <> ''),
      rule_code text NOT NULL,
      income_type plain_text NOT NULL,
      account_code text NOT NULL REFERENCES accounts (code),
      base numeric(18,2) NOT NULL CHECK (base >= 0 AND base <> 'NaN'),
      rate numeric(7,4) CHECK (rate >= 0 AND rate <= 100 AND rate <> 'NaN'),
      amount numeric(18,2) NOT NULL CHECK (amount > 0 AND amount <> 'NaN'),
      payee_id bigint,
      payee_name plain_text NOT NULL CHECK (payee_name <> ''),
      payee_tax_id text NOT NULL DEFAULT '',
      payee_branch text NOT NULL DEFAULT '',
      payee_address plain_text NOT NULL DEFAULT '',
      -- หนังสือรับรองการหักภาษี ณ ที่จ่าย: none for a batch, whose people get theirs for the year.
      certificate_year smallint,
      certificate_number integer CHECK (certificate_number > 0),
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, payment_id, claim_id, line),
      UNIQUE (organisation_id, certificate_year, certificate_number),
      FOREIGN KEY (organisation_id, payment_id) REFERENCES payments (organisation_id, id),
      FOREIGN KEY (organisation_id, claim_id) REFERENCES claims (organisation_id, id),
      CHECK ((certificate_year IS NULL) = (certificate_number IS NULL))
    );
    CREATE INDEX withholdings_month ON withholdings (organisation_id, form, paid_on);
    SELECT laas_fence('withholdings');
    GRANT SELECT, INSERT ON withholdings TO laas_app;
    GRANT UPDATE (state) ON withholdings TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE withholdings')
}

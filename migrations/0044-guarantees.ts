import { type Knex } from 'knex'

// ทะเบียนหลักประกัน: papers that stand for money (letters of guarantee, bonds, drafts). They are in no ledger; cash is, under its contract (acceptance S17, S23).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE guarantees (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('held', 'returned', 'forfeited', 'cancelled')),
      fiscal_year smallint NOT NULL,
      number integer NOT NULL CHECK (number > 0),
      contract_id bigint NOT NULL,
      purpose text NOT NULL CHECK (purpose IN ('performance', 'advance', 'retention')),
      form text NOT NULL CHECK (form IN ('bank-guarantee', 'e-guarantee', 'bond', 'draft')),
      reference plain_text NOT NULL CHECK (reference <> ''),
      issuer plain_text NOT NULL CHECK (issuer <> ''),
      amount ledger_amount NOT NULL,
      received_on date NOT NULL,
      -- Null: it holds until it is returned.
      expires_on date,
      ended_on date,
      end_reason plain_text,
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      ended_by bigint REFERENCES users (id),
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      UNIQUE (organisation_id, fiscal_year, number),
      FOREIGN KEY (organisation_id, contract_id) REFERENCES contracts (organisation_id, id),
      CHECK (expires_on >= received_on),
      CHECK ((state = 'held') = (ended_on IS NULL)),
      CHECK (fiscal_year = extract(year FROM received_on) + 543 + CASE WHEN extract(month FROM received_on) >= 10 THEN 1 ELSE 0 END)
    );
    -- The same paper is registered once.
    CREATE UNIQUE INDEX guarantees_one_a_paper ON guarantees (organisation_id, form, issuer, reference) WHERE state <> 'cancelled';
    CREATE INDEX guarantees_contract ON guarantees (organisation_id, contract_id);
    CREATE INDEX guarantees_expiring ON guarantees (organisation_id, expires_on) WHERE state = 'held';
    SELECT laas_fence('guarantees');
    GRANT SELECT, INSERT, UPDATE ON guarantees TO laas_app;`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE guarantees')
}

import { type Knex } from 'knex'

// Mail is written in the transaction that wants it and sent afterwards; a one-time code's life begins when the relay accepted it.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE mails (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      recipient text NOT NULL CHECK (recipient !~ '[\\r\\n]'),
      subject text NOT NULL CHECK (subject !~ '[\\r\\n]'),
      body_text text,
      is_secret boolean NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      next_attempt_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL,
      accepted_at timestamptz,
      failed_at timestamptz
    );
    CREATE INDEX mails_waiting ON mails (next_attempt_at, id) WHERE accepted_at IS NULL AND failed_at IS NULL;
    CREATE TABLE otp_challenges (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      transaction_id bigint NOT NULL REFERENCES sign_in_transactions (id) ON DELETE CASCADE,
      mail_id bigint NOT NULL REFERENCES mails (id),
      reference text NOT NULL CHECK (reference ~ '^E[0-9]{5}$'),
      code_hash text NOT NULL,
      created_at timestamptz NOT NULL,
      consumed_at timestamptz,
      voided_at timestamptz
    );
    CREATE UNIQUE INDEX otp_challenges_live ON otp_challenges (transaction_id) WHERE consumed_at IS NULL AND voided_at IS NULL;
    CREATE TABLE jobs (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL,
      payload jsonb NOT NULL,
      run_after timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL,
      done_at timestamptz,
      failed_at timestamptz,
      failure text
    );
    CREATE INDEX jobs_waiting ON jobs (run_after, id) WHERE done_at IS NULL AND failed_at IS NULL;
    GRANT SELECT, INSERT ON mails TO laas_sign_in;
    GRANT INSERT, SELECT (id) ON mails TO laas_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON mails, jobs TO laas_worker;
    GRANT SELECT (id, mail_id, created_at), DELETE ON otp_challenges TO laas_worker;
    GRANT SELECT, INSERT, UPDATE ON otp_challenges TO laas_sign_in;
    GRANT INSERT ON jobs TO laas_app, laas_sign_in;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE jobs, otp_challenges, mails')
}

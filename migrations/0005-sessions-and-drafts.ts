import { type Knex } from 'knex'

// Sessions are found by the hash of a random token; ended ones stay a while, so that the next click can be told why.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE sessions (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token_hash text NOT NULL UNIQUE,
      user_id bigint NOT NULL REFERENCES users (id),
      started_at timestamptz NOT NULL,
      seen_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      proven_at timestamptz NOT NULL,
      ended_at timestamptz,
      end_reason text CHECK (end_reason IN ('idle', 'replaced', 'signed-out', 'expired', 'withdrawn', 'password-changed')),
      ip text NOT NULL,
      agent text NOT NULL,
      CHECK ((ended_at IS NULL) = (end_reason IS NULL))
    );
    CREATE INDEX sessions_live ON sessions (user_id) WHERE ended_at IS NULL;
    CREATE TABLE form_drafts (
      user_id bigint NOT NULL REFERENCES users (id),
      path text NOT NULL,
      body jsonb NOT NULL,
      saved_at timestamptz NOT NULL,
      PRIMARY KEY (user_id, path)
    );
    ALTER TABLE form_drafts ENABLE ROW LEVEL SECURITY;
    CREATE POLICY mine ON form_drafts TO laas_app USING (user_id = (SELECT laas_user_id())) WITH CHECK (user_id = (SELECT laas_user_id()));
    CREATE POLICY ended ON form_drafts TO laas_sign_in USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON sessions TO laas_sign_in;
    CREATE POLICY housekeeping ON form_drafts TO laas_worker USING (true);
    GRANT SELECT, DELETE ON sessions, form_drafts TO laas_worker;
    GRANT SELECT, INSERT, UPDATE, DELETE ON form_drafts TO laas_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON form_drafts TO laas_sign_in;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE form_drafts, sessions')
}

import { type Knex } from 'knex'

// Accounts. Citizen ids are sealed with a key outside the database and found by an HMAC; office roles cannot read either column.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE users (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      username text NOT NULL UNIQUE CHECK (username = lower(username) AND username ~ '^[a-z0-9._-]{3,40}$'),
      status text NOT NULL CHECK (status IN ('requested', 'pending', 'provisional', 'active', 'suspended', 'cancelled')),
      title text NOT NULL DEFAULT '',
      first_name text NOT NULL DEFAULT '',
      last_name text NOT NULL DEFAULT '',
      position text NOT NULL DEFAULT '',
      phone text NOT NULL DEFAULT '',
      email text,
      email_verified_at timestamptz,
      identity_level text NOT NULL DEFAULT 'none' CHECK (identity_level IN ('none', 'self_asserted', 'thaid')),
      identity_proven_at timestamptz,
      thaid_ial text,
      thaid_subject_hash text,
      citizen_id_sealed text,
      citizen_id_index text,
      citizen_id_tail text CHECK (citizen_id_tail ~ '^[0-9]{4}$'),
      provisional_until timestamptz,
      password_changed_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (organisation_id, id),
      CHECK ((citizen_id_sealed IS NULL) = (citizen_id_index IS NULL)),
      CHECK ((email IS NULL) = (email_verified_at IS NULL)),
      CHECK ((status = 'provisional') = (provisional_until IS NOT NULL))
    );
    -- R-3: one person may serve several organisations, but holds one live account in each.
    CREATE UNIQUE INDEX users_one_live_account ON users (organisation_id, citizen_id_index)
      WHERE status IN ('pending', 'provisional', 'active', 'suspended');

    CREATE TABLE password_credentials (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      user_id bigint NOT NULL REFERENCES users (id),
      hash text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('first', 'own')),
      created_at timestamptz NOT NULL,
      expires_at timestamptz,
      ended_at timestamptz,
      CHECK ((kind = 'first') = (expires_at IS NOT NULL))
    );
    CREATE UNIQUE INDEX password_credentials_current ON password_credentials (user_id) WHERE ended_at IS NULL;
    CREATE INDEX password_credentials_history ON password_credentials (user_id, created_at DESC);

    CREATE TABLE group_members (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      organisation_id bigint NOT NULL,
      user_id bigint NOT NULL,
      group_code text NOT NULL REFERENCES user_groups (code),
      valid_from date NOT NULL,
      valid_until date,
      granted_by bigint REFERENCES users (id),
      CHECK (valid_until > valid_from),
      FOREIGN KEY (organisation_id, user_id) REFERENCES users (organisation_id, id)
    );
    CREATE INDEX group_members_user ON group_members (user_id);

    SELECT laas_fence('users');
    SELECT laas_fence('group_members');
    CREATE POLICY signing_in ON users TO laas_sign_in USING (true) WITH CHECK (true);
    CREATE POLICY signing_in ON group_members TO laas_sign_in USING (true);
    CREATE POLICY own_work ON users TO laas_worker USING (true) WITH CHECK (true);
    CREATE POLICY own_work ON group_members TO laas_worker USING (true) WITH CHECK (true);
    GRANT SELECT, UPDATE ON users TO laas_sign_in;
    GRANT SELECT ON group_members TO laas_sign_in, laas_app, laas_worker;
    GRANT SELECT ON users TO laas_worker;
    GRANT SELECT (id, organisation_id, username, status, title, first_name, last_name, position, phone, email, email_verified_at,
      identity_level, identity_proven_at, citizen_id_tail, provisional_until, password_changed_at, created_at) ON users TO laas_app;
    GRANT UPDATE (title, first_name, last_name, position, phone) ON users TO laas_app;
    GRANT SELECT, INSERT, UPDATE ON password_credentials TO laas_sign_in;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE group_members, password_credentials, users')
}

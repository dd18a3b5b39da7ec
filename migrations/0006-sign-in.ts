import { type Knex } from 'knex'

// The journey of signing in (access-admin-oversight §1.1, §1.7, §1.8): steps per audience and date, limits, the row that decides the step, codes.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE onboarding_policies (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      audience text NOT NULL CHECK (audience IN ('DLA', 'PROV', 'LAO', 'SUB', 'PAWN')),
      valid_from date NOT NULL,
      valid_until date,
      ask_citizen_id boolean NOT NULL,
      thaid boolean NOT NULL,
      confirm_person boolean NOT NULL,
      ask_email boolean NOT NULL,
      new_password boolean NOT NULL,
      profile_step boolean NOT NULL,
      reproof_before date,
      source text NOT NULL,
      UNIQUE (audience, valid_from),
      CHECK (valid_until > valid_from),
      CHECK (thaid OR NOT (ask_citizen_id OR confirm_person))
    );
    CREATE TABLE system_windows (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      audiences text[] NOT NULL,
      province_code text REFERENCES provinces (code),
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      mode text NOT NULL CHECK (mode IN ('closed', 'read_only')),
      notice text NOT NULL,
      letter text NOT NULL,
      CHECK (ends_at > starts_at)
    );
    CREATE TABLE sign_in_settings (
      name text PRIMARY KEY,
      value integer NOT NULL,
      unit text NOT NULL,
      meaning text NOT NULL,
      source text NOT NULL
    );
    CREATE TABLE sign_in_counters (
      name text NOT NULL,
      subject text NOT NULL,
      window_started_at timestamptz NOT NULL,
      count integer NOT NULL CHECK (count >= 0),
      blocked_until timestamptz,
      PRIMARY KEY (name, subject)
    );
    CREATE TABLE sign_in_transactions (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token_hash text NOT NULL UNIQUE,
      user_id bigint REFERENCES users (id),
      purpose text NOT NULL CHECK (purpose IN ('activate', 'everyday', 'reset', 'step-up', 'change-email')),
      plan text[] NOT NULL,
      step text NOT NULL,
      typed_citizen_id_index text,
      thaid_state text,
      thaid_nonce text,
      thaid_verifier text,
      person jsonb,
      email text,
      citizen_id_tries integer NOT NULL DEFAULT 0,
      thaid_tries integer NOT NULL DEFAULT 0,
      email_changes integer NOT NULL DEFAULT 0,
      otp_tries integer NOT NULL DEFAULT 0,
      otp_codes integer NOT NULL DEFAULT 0,
      factor_proven_at timestamptz,
      return_to text,
      session_id bigint REFERENCES sessions (id) ON DELETE SET NULL,
      ip text NOT NULL,
      agent text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      ended_at timestamptz,
      end_reason text,
      CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
      CHECK (user_id IS NOT NULL OR purpose = 'reset')
    );
    CREATE INDEX sign_in_transactions_user ON sign_in_transactions (user_id, created_at);
    CREATE SEQUENCE otp_reference_numbers MINVALUE 1 MAXVALUE 99999 CYCLE;
    CREATE TABLE known_browsers (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      user_id bigint NOT NULL REFERENCES users (id),
      token_hash text NOT NULL UNIQUE,
      network text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz
    );
    CREATE INDEX known_browsers_user ON known_browsers (user_id);
    CREATE TABLE sign_in_tickets (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token_hash text NOT NULL UNIQUE,
      created_at timestamptz NOT NULL,
      admitted_at timestamptz,
      used_at timestamptz
    );
    CREATE INDEX sign_in_tickets_waiting ON sign_in_tickets (id) WHERE admitted_at IS NULL;
    CREATE TABLE service_orders (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      service text NOT NULL CHECK (service IN ('thaid', 'mail', 'sign_in')),
      notice text NOT NULL,
      ordered_by text NOT NULL,
      letter text NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      CHECK (ends_at > starts_at)
    );
    CREATE TABLE service_health (
      service text PRIMARY KEY CHECK (service IN ('thaid', 'mail')),
      is_up boolean NOT NULL,
      changed_at timestamptz NOT NULL,
      checked_at timestamptz NOT NULL
    );
    GRANT SELECT ON onboarding_policies, system_windows, sign_in_settings TO laas_sign_in, laas_worker, laas_app;
    GRANT SELECT ON service_orders, service_health TO laas_sign_in, laas_app, laas_worker;
    GRANT INSERT, UPDATE (starts_at, ends_at) ON service_orders, system_windows TO laas_app;
    ALTER TABLE service_orders ENABLE ROW LEVEL SECURITY;
    ALTER TABLE system_windows ENABLE ROW LEVEL SECURITY;
    CREATE POLICY everybody_reads ON service_orders FOR SELECT TO laas_app, laas_sign_in, laas_worker USING (true);
    CREATE POLICY everybody_reads ON system_windows FOR SELECT TO laas_app, laas_sign_in, laas_worker USING (true);
    CREATE POLICY department_orders ON service_orders FOR INSERT TO laas_app WITH CHECK ((SELECT laas_scope()) = 'nation');
    CREATE POLICY department_ends ON service_orders FOR UPDATE TO laas_app USING ((SELECT laas_scope()) = 'nation');
    CREATE POLICY department_orders ON system_windows FOR INSERT TO laas_app WITH CHECK ((SELECT laas_scope()) = 'nation');
    CREATE POLICY department_ends ON system_windows FOR UPDATE TO laas_app USING ((SELECT laas_scope()) = 'nation');
    GRANT INSERT, UPDATE ON service_health TO laas_worker, laas_sign_in;
    GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_counters, sign_in_tickets TO laas_sign_in, laas_worker;
    GRANT SELECT, INSERT, UPDATE ON sign_in_transactions, known_browsers TO laas_sign_in;
    GRANT SELECT, DELETE ON sign_in_transactions, known_browsers TO laas_worker;
    GRANT USAGE ON SEQUENCE otp_reference_numbers TO laas_sign_in;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP TABLE service_health, service_orders, sign_in_tickets, known_browsers, sign_in_transactions, sign_in_counters,
    sign_in_settings, system_windows, onboarding_policies; DROP SEQUENCE otp_reference_numbers`)
}

import { type Knex } from 'knex'

// Three roles, one per kind of actor; the login user is a member of all and takes one on with each transaction.
// The scope functions read what `Database` sets with the transaction; without it they answer NULL and nothing is visible.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    DO $$
    DECLARE role_name text;
    BEGIN
      FOREACH role_name IN ARRAY ARRAY['laas_app', 'laas_sign_in', 'laas_worker'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_name) THEN
          BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', role_name);
          EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
          END;
        END IF;
        IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
          EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
        END IF;
      END LOOP;
    END $$;

    GRANT USAGE ON SCHEMA public TO laas_app, laas_sign_in, laas_worker;

    CREATE FUNCTION laas_user_id() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
      AS $$ SELECT nullif(current_setting('laas.user_id', true), '')::bigint $$;
    CREATE FUNCTION laas_organisation_id() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
      AS $$ SELECT nullif(current_setting('laas.organisation_id', true), '')::bigint $$;
    CREATE FUNCTION laas_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
      AS $$ SELECT coalesce(nullif(current_setting('laas.scope', true), ''), 'none') $$;
    CREATE FUNCTION laas_province_code() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
      AS $$ SELECT nullif(current_setting('laas.province_code', true), '') $$;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP FUNCTION laas_user_id, laas_organisation_id, laas_scope, laas_province_code')
}

import { type Knex } from 'knex'

// Who did what, when, from where; before and after. Written in the transaction of the change; nobody may change or remove it.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE audit_events (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      organisation_id bigint REFERENCES organisations (id),
      user_id bigint REFERENCES users (id),
      code text NOT NULL CHECK (code ~ '^[A-Z][A-Z_]+$'),
      object_kind text,
      object_id text,
      before jsonb,
      after jsonb,
      reason text,
      request_id text NOT NULL,
      ip text NOT NULL,
      agent text NOT NULL,
      occurred_at timestamptz NOT NULL
    );
    CREATE INDEX audit_events_object ON audit_events (organisation_id, object_kind, object_id, id);
    CREATE INDEX audit_events_user ON audit_events (user_id, code, id);
    ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
    CREATE POLICY look ON audit_events FOR SELECT TO laas_app USING (organisation_id = (SELECT laas_organisation_id())
      OR ((SELECT laas_scope()) IN ('lao', 'province', 'nation') AND laas_sees(organisation_id)));
    CREATE POLICY note ON audit_events FOR INSERT TO laas_app
      WITH CHECK (organisation_id = (SELECT laas_organisation_id()) AND user_id = (SELECT laas_user_id()));
    CREATE POLICY signing_in ON audit_events TO laas_sign_in USING (true) WITH CHECK (true);
    CREATE POLICY own_work ON audit_events TO laas_worker USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT ON audit_events TO laas_app, laas_sign_in, laas_worker;

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_events EXECUTE FUNCTION refuse_change();
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE audit_events; DROP FUNCTION refuse_change()')
}

import { type Knex } from 'knex'

// Who exists: the department, provincial offices, LAOs and their sub-units. Names are public; nothing here is secret.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE provinces (
      code text PRIMARY KEY CHECK (code ~ '^[0-9]{2}$'),
      name text NOT NULL,
      name_en text NOT NULL,
      abbreviation text NOT NULL,
      region text NOT NULL,
      overseen boolean NOT NULL
    );
    CREATE TABLE lao_kinds (
      code text PRIMARY KEY,
      name text NOT NULL,
      abbreviation text NOT NULL,
      ordinance text NOT NULL,
      council text NOT NULL,
      executive text NOT NULL,
      permanent_secretary text NOT NULL,
      budget_approver text NOT NULL
    );
    CREATE TABLE sub_unit_kinds (
      code text PRIMARY KEY CHECK (code ~ '^[0-9]{2}$'),
      name text NOT NULL,
      chart_kind text NOT NULL UNIQUE,
      budget_mode text NOT NULL,
      receipt_mode text NOT NULL CHECK (receipt_mode IN ('chain', 'voucher_only')),
      opens_on date NOT NULL
    );
    CREATE TABLE organisations (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('DLA', 'PROV', 'LAO', 'SUB', 'PAWN')),
      code text NOT NULL UNIQUE,
      name text NOT NULL,
      short_name text NOT NULL,
      province_code text REFERENCES provinces (code),
      district text,
      lao_kind text REFERENCES lao_kinds (code),
      sub_unit_kind text REFERENCES sub_unit_kinds (code),
      lao_id bigint REFERENCES organisations (id),
      is_open boolean NOT NULL DEFAULT true,
      CHECK ((kind = 'LAO') = (lao_kind IS NOT NULL)),
      CHECK ((kind IN ('SUB', 'PAWN')) = (sub_unit_kind IS NOT NULL AND lao_id IS NOT NULL)),
      CHECK ((kind = 'DLA') = (province_code IS NULL)),
      CHECK ((kind = 'PAWN') = (sub_unit_kind IS NOT DISTINCT FROM '01'))
    );
    CREATE INDEX organisations_lao_id ON organisations (lao_id);
    CREATE INDEX organisations_province ON organisations (province_code, kind);
    CREATE TABLE organisation_profiles (
      organisation_id bigint PRIMARY KEY REFERENCES organisations (id),
      address text,
      postcode text,
      phone text,
      email text,
      area_square_km numeric(12,2) CHECK (area_square_km > 0),
      population_male integer CHECK (population_male >= 0),
      population_female integer CHECK (population_female >= 0),
      executive_name text,
      elected_on date,
      term_ends_on date,
      staff jsonb NOT NULL DEFAULT '[]'
    );
    GRANT SELECT ON provinces, lao_kinds, sub_unit_kinds, organisations, organisation_profiles TO laas_app, laas_sign_in, laas_worker;

    -- Whether the actor of this transaction may look at an organisation: itself, an LAO's sub-units, a province's LAOs, the nation.
    CREATE FUNCTION laas_sees(target bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
      AS $$ SELECT target = laas_organisation_id() OR CASE laas_scope()
        WHEN 'nation' THEN true
        WHEN 'province' THEN EXISTS (SELECT 1 FROM organisations o WHERE o.id = target AND o.province_code = laas_province_code() AND o.kind <> 'PROV')
        WHEN 'lao' THEN EXISTS (SELECT 1 FROM organisations o WHERE o.id = target AND o.lao_id = laas_organisation_id())
        ELSE false END $$;

    -- The row-level security of every table that belongs to an organisation: look within the scope, write only one's own.
    CREATE FUNCTION laas_fence(table_name regclass) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', table_name);
      EXECUTE format('CREATE POLICY look ON %s FOR SELECT TO laas_app USING (organisation_id = (SELECT laas_organisation_id()) OR ((SELECT laas_scope()) IN (''lao'', ''province'', ''nation'') AND laas_sees(organisation_id)))', table_name);
      EXECUTE format('CREATE POLICY own_insert ON %s FOR INSERT TO laas_app WITH CHECK (organisation_id = (SELECT laas_organisation_id()) AND (SELECT laas_scope()) IN (''unit'', ''lao''))', table_name);
      EXECUTE format('CREATE POLICY own_update ON %s FOR UPDATE TO laas_app USING (organisation_id = (SELECT laas_organisation_id()) AND (SELECT laas_scope()) IN (''unit'', ''lao''))', table_name);
      EXECUTE format('CREATE POLICY own_delete ON %s FOR DELETE TO laas_app USING (organisation_id = (SELECT laas_organisation_id()) AND (SELECT laas_scope()) IN (''unit'', ''lao''))', table_name);
    END $$;
    REVOKE EXECUTE ON FUNCTION laas_fence(regclass) FROM PUBLIC;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP FUNCTION laas_fence(regclass), laas_sees(bigint);
    DROP TABLE organisation_profiles, organisations, sub_unit_kinds, lao_kinds, provinces`)
}

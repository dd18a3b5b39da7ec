import { type Knex } from 'knex'

// รายงานสถานะการเงินประจำวัน: cash and banks of one day, counted, and frozen once it is signed (budget-and-receipts §4.7, RE-9).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE daily_positions (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'signed')),
      fiscal_year smallint NOT NULL,
      number integer,
      position_date date NOT NULL,
      pieces jsonb NOT NULL,
      remark plain_text NOT NULL DEFAULT '',
      form_key uuid,
      prepared_by bigint NOT NULL REFERENCES users (id),
      prepared_at timestamptz NOT NULL,
      signed_by bigint REFERENCES users (id),
      signed_at timestamptz,
      -- What was signed, as text, and its SHA-256.
      figures text,
      digest text CHECK (digest ~ '^[0-9a-f]{64}$'),
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, position_date),
      UNIQUE (organisation_id, form_key),
      CHECK ((state = 'signed') = (signed_by IS NOT NULL AND figures IS NOT NULL AND digest IS NOT NULL))
    );
    SELECT laas_fence('daily_positions');
    GRANT SELECT, INSERT, UPDATE ON daily_positions TO laas_app;
    CREATE FUNCTION signed_position_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a signed position is never changed'; END $$;
    CREATE TRIGGER signed_position_stays BEFORE UPDATE OR DELETE ON daily_positions FOR EACH ROW WHEN (OLD.state = 'signed') EXECUTE FUNCTION signed_position_stays();
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE daily_positions; DROP FUNCTION signed_position_stays()')
}

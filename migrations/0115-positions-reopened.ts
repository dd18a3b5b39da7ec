import { type Knex } from 'knex'

// A signed position may be opened again with a reason; what was signed is kept for ever (RE-9).
const stays = (exception: string) => `
    CREATE OR REPLACE FUNCTION signed_position_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN ${exception}RAISE EXCEPTION 'a signed position is never changed'; END $$;`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE daily_position_signings (
      organisation_id bigint NOT NULL,
      id bigint GENERATED ALWAYS AS IDENTITY,
      position_id bigint NOT NULL,
      figures text NOT NULL,
      digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
      signed_by bigint NOT NULL REFERENCES users (id),
      signed_at timestamptz NOT NULL,
      reopened_by bigint NOT NULL REFERENCES users (id),
      reopened_at timestamptz NOT NULL,
      reason plain_text NOT NULL CHECK (reason <> ''),
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, position_id, signed_at),
      FOREIGN KEY (organisation_id, position_id) REFERENCES daily_positions (organisation_id, id)
    );
    SELECT laas_fence('daily_position_signings');
    GRANT SELECT, INSERT ON daily_position_signings TO laas_app;
    ${stays(`IF TG_OP = 'UPDATE' AND NEW.state = 'draft' AND NEW.position_date = OLD.position_date AND NEW.pieces = OLD.pieces
      AND EXISTS (SELECT FROM daily_position_signings s WHERE s.organisation_id = OLD.organisation_id AND s.position_id = OLD.id AND s.signed_at = OLD.signed_at AND s.digest = OLD.digest AND s.figures = OLD.figures)
    THEN RETURN NEW; END IF; `)}`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP TABLE daily_position_signings; ${stays('')}`)
}

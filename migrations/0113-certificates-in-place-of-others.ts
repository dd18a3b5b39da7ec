import { type Knex } from 'knex'

// A certificate (50 ทวิ) with a wrong name, tax id or kind of income is cancelled and another given in its place: of each credit of the tax one row stands (INV-16, PA-7).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE withholdings ADD COLUMN replaces_id bigint, ADD COLUMN replace_reason plain_text,
      ADD FOREIGN KEY (organisation_id, replaces_id) REFERENCES withholdings (organisation_id, id),
      ADD UNIQUE (organisation_id, replaces_id),
      ADD CHECK ((replaces_id IS NULL) = (replace_reason IS NULL)),
      ADD CHECK (replace_reason <> ''),
      DROP CONSTRAINT withholdings_organisation_id_payment_id_claim_id_line_perso_key;
    CREATE UNIQUE INDEX withholdings_standing ON withholdings (organisation_id, payment_id, claim_id, line, person) WHERE state = 'issued';
    CREATE INDEX withholdings_payment ON withholdings (organisation_id, payment_id);`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX withholdings_payment;
    DROP INDEX withholdings_standing;
    ALTER TABLE withholdings DROP COLUMN replaces_id, DROP COLUMN replace_reason, ADD UNIQUE (organisation_id, payment_id, claim_id, line, person);`)
}

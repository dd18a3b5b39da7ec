import { type Knex } from 'knex'

// Who signs for the office, from when until when, by which order: on papers, on cheques, as keepers of the safe.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE signatories (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      role text NOT NULL CHECK (role IN ('head_of_finance', 'executive', 'clerk', 'department_head', 'safe_committee', 'cheque_signer')),
      name plain_text NOT NULL CHECK (name <> ''),
      position plain_text NOT NULL CHECK (position <> ''),
      acting_for plain_text NOT NULL DEFAULT '',
      order_number plain_text NOT NULL DEFAULT '',
      valid_from date NOT NULL,
      valid_until date,
      PRIMARY KEY (organisation_id, id),
      CHECK (valid_until >= valid_from)
    );
    CREATE INDEX signatories_role ON signatories (organisation_id, role, valid_from);
    SELECT laas_fence('signatories');
    GRANT SELECT, INSERT, UPDATE ON signatories TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE signatories')
}

import { type Knex } from 'knex'

// How an office handles its claims: without the department head's endorsement, when the debt is set up, which papers its checker wants.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE claim_settings (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      version integer NOT NULL DEFAULT 1,
      is_endorsed boolean NOT NULL,
      debt_at text NOT NULL CHECK (debt_at IN ('checked', 'approved')),
      PRIMARY KEY (organisation_id)
    );
    -- Only what differs from the country's list.
    CREATE TABLE claim_document_choices (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      kind text NOT NULL,
      code text NOT NULL,
      need text NOT NULL CHECK (need IN ('mandatory', 'optional', 'none')),
      PRIMARY KEY (organisation_id, kind, code),
      FOREIGN KEY (kind, code) REFERENCES claim_documents_wanted (kind, code)
    );
    SELECT laas_fence('claim_settings');
    SELECT laas_fence('claim_document_choices');
    GRANT SELECT, INSERT, UPDATE ON claim_settings TO laas_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON claim_document_choices TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE claim_document_choices, claim_settings')
}

import { type Knex } from 'knex'

// What all official documents share: gapless numbers (taken inside the transaction, so a rollback leaves no hole) and attachments.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE number_series (
      code text PRIMARY KEY CHECK (code ~ '^[A-Z]{2,5}$'),
      name text NOT NULL,
      width smallint NOT NULL CHECK (width BETWEEN 3 AND 9)
    );
    CREATE TABLE number_counters (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      fiscal_year smallint NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
      series text NOT NULL REFERENCES number_series (code),
      last integer NOT NULL CHECK (last > 0),
      PRIMARY KEY (organisation_id, fiscal_year, series)
    );
    CREATE TABLE attachments (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      document_kind text NOT NULL,
      document_id bigint NOT NULL,
      file_name text NOT NULL,
      media_type text NOT NULL,
      sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 10485760),
      added_by bigint NOT NULL REFERENCES users (id),
      added_at timestamptz NOT NULL,
      removed_at timestamptz,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE INDEX attachments_document ON attachments (organisation_id, document_kind, document_id);
    CREATE TABLE print_log (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      document_kind text NOT NULL,
      document_id bigint NOT NULL,
      printed_by bigint NOT NULL REFERENCES users (id),
      printed_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id)
    );
    CREATE INDEX print_log_document ON print_log (organisation_id, document_kind, document_id);
    SELECT laas_fence('number_counters');
    SELECT laas_fence('attachments');
    SELECT laas_fence('print_log');
    GRANT SELECT ON number_series TO laas_app;
    GRANT SELECT, INSERT, UPDATE ON number_counters TO laas_app;
    GRANT SELECT, INSERT ON attachments, print_log TO laas_app;
    GRANT UPDATE (removed_at) ON attachments TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE print_log, attachments, number_counters, number_series')
}

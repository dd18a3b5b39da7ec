import { type Knex } from 'knex'

// สมุดใบเสร็จ: who holds which sheets. What was used of a book is asked of the receipts (budget-and-receipts §4.3, scenarios 43, 57).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE receipt_books (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('stock', 'issued', 'returned', 'closed', 'removed')),
      fiscal_year smallint NOT NULL,
      number integer,
      book plain_text NOT NULL,
      first_sheet integer NOT NULL CHECK (first_sheet > 0),
      last_sheet integer NOT NULL CHECK (last_sheet <= 99999),
      received_on date NOT NULL,
      received_from plain_text NOT NULL DEFAULT '',
      remark plain_text NOT NULL DEFAULT '',
      form_key uuid,
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      -- An officer who keys from it, a unit below, or somebody whose receipts are keyed for them.
      holder_user_id bigint REFERENCES users (id),
      holder_unit_id bigint REFERENCES organisations (id),
      holder_name plain_text,
      issued_on date,
      returned_on date,
      closed_by bigint REFERENCES users (id),
      closed_at timestamptz,
      close_reason plain_text,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      CHECK (first_sheet <= last_sheet),
      CHECK ((issued_on IS NULL) = (holder_name IS NULL)),
      CHECK (num_nonnulls(holder_user_id, holder_unit_id) <= 1),
      CHECK (holder_name IS NOT NULL OR (holder_user_id IS NULL AND holder_unit_id IS NULL)),
      CHECK (state NOT IN ('issued', 'returned') OR issued_on IS NOT NULL),
      CHECK (returned_on >= issued_on),
      CHECK ((state = 'closed') = (closed_by IS NOT NULL))
    );
    CREATE UNIQUE INDEX receipt_books_book ON receipt_books (organisation_id, fiscal_year, book) WHERE state <> 'removed';
    SELECT laas_fence('receipt_books');
    GRANT SELECT, INSERT, UPDATE ON receipt_books TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE receipt_books')
}

import { type Knex } from 'knex'

// สมุดเช็ค: a cheque is a leaf of a book the bank gave (INV-18). It is written, signed, handed over, cleared or cancelled; a leaf may be spoiled before anything is written on it.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE cheque_books (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('in_use', 'closed')),
      bank_account_id bigint NOT NULL,
      book plain_text NOT NULL CHECK (book <> ''),
      first_number text NOT NULL CHECK (first_number ~ '^[0-9]{4,12}$'),
      last_number text NOT NULL CHECK (last_number ~ '^[0-9]{4,12}$'),
      received_on date NOT NULL,
      remark plain_text NOT NULL DEFAULT '',
      close_reason plain_text NOT NULL DEFAULT '',
      form_key uuid,
      made_by bigint NOT NULL REFERENCES users (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, form_key),
      FOREIGN KEY (organisation_id, bank_account_id) REFERENCES bank_accounts (organisation_id, id),
      CHECK (length(first_number) = length(last_number)),
      CHECK (last_number::bigint - first_number::bigint BETWEEN 0 AND 999),
      CHECK ((state = 'closed') = (close_reason <> ''))
    );
    ALTER TABLE cheques
      DROP CONSTRAINT cheques_state_check,
      DROP CONSTRAINT cheques_payee_name_check,
      DROP CONSTRAINT cheques_handed_to_check,
      ALTER COLUMN cheque_date DROP NOT NULL,
      ALTER COLUMN amount DROP NOT NULL,
      ALTER COLUMN payee_name SET DEFAULT '',
      ALTER COLUMN handed_to SET DEFAULT '',
      ADD COLUMN version integer NOT NULL DEFAULT 1,
      ADD COLUMN book_id bigint,
      ADD COLUMN signed_on date,
      ADD COLUMN cancelled_on date,
      ADD COLUMN replaces_id bigint,
      ADD CONSTRAINT cheques_state CHECK (state IN ('written', 'signed', 'handed_over', 'cleared', 'cancelled')),
      ADD CONSTRAINT cheques_written CHECK (state = 'cancelled' OR (cheque_date IS NOT NULL AND payee_name <> '' AND amount IS NOT NULL)),
      ADD CONSTRAINT cheques_taken CHECK (state NOT IN ('handed_over', 'cleared') OR handed_to <> ''),
      ADD FOREIGN KEY (organisation_id, book_id) REFERENCES cheque_books (organisation_id, id),
      ADD FOREIGN KEY (organisation_id, replaces_id) REFERENCES cheques (organisation_id, id);
    CREATE INDEX cheques_of_book ON cheques (organisation_id, book_id);
    CREATE INDEX cheques_by_day ON cheques (organisation_id, cheque_date);
    SELECT laas_fence('cheque_books');
    GRANT SELECT, INSERT, UPDATE ON cheque_books TO laas_app;
    GRANT UPDATE (version, signed_on, cancelled_on, handed_to) ON cheques TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP INDEX cheques_by_day;
    REVOKE UPDATE (handed_to) ON cheques FROM laas_app;
    ALTER TABLE cheques
      DROP CONSTRAINT cheques_state, DROP CONSTRAINT cheques_written, DROP CONSTRAINT cheques_taken,
      DROP COLUMN version, DROP COLUMN book_id, DROP COLUMN signed_on, DROP COLUMN cancelled_on, DROP COLUMN replaces_id,
      ALTER COLUMN cheque_date SET NOT NULL, ALTER COLUMN amount SET NOT NULL, ALTER COLUMN payee_name DROP DEFAULT, ALTER COLUMN handed_to DROP DEFAULT,
      ADD CONSTRAINT cheques_state_check CHECK (state IN ('written', 'handed_over', 'cleared', 'cancelled')),
      ADD CONSTRAINT cheques_payee_name_check CHECK (payee_name <> ''),
      ADD CONSTRAINT cheques_handed_to_check CHECK (handed_to <> '');
    DROP TABLE cheque_books;
  `)
}

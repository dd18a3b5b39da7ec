import { type Knex } from 'knex'

// A cheque or ใบถอน is printed onto the bank's own paper: where each thing stands is data, the country's first, then the office's for a bank or one book.
// A cheque says how it was drawn (ขีดคร่อม, ขีดฆ่า "หรือผู้ถือ") and by which paper its taker was known (expenditure-accounting-assets §1.2).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE cheque_form_places (
      kind text NOT NULL CHECK (kind IN ('cheque', 'withdrawal')),
      field text NOT NULL,
      sort smallint NOT NULL,
      x numeric(5,1) NOT NULL,
      y numeric(5,1) NOT NULL,
      width numeric(5,1) NOT NULL,
      size numeric(4,1) NOT NULL,
      PRIMARY KEY (kind, field)
    );
    CREATE TABLE cheque_forms (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      version integer NOT NULL DEFAULT 1,
      kind text NOT NULL CHECK (kind IN ('cheque', 'withdrawal')),
      bank_name plain_text NOT NULL CHECK (bank_name <> ''),
      book_id bigint,
      paper text NOT NULL CHECK (paper IN ('cheque', 'slip', 'a4')),
      shift_x numeric(4,1) NOT NULL CHECK (shift_x BETWEEN -99 AND 99),
      shift_y numeric(4,1) NOT NULL CHECK (shift_y BETWEEN -99 AND 99),
      PRIMARY KEY (organisation_id, id),
      FOREIGN KEY (organisation_id, book_id) REFERENCES cheque_books (organisation_id, id),
      CHECK (book_id IS NULL OR kind = 'cheque')
    );
    CREATE UNIQUE INDEX cheque_forms_of ON cheque_forms (organisation_id, kind, bank_name, coalesce(book_id, 0));
    CREATE TABLE cheque_form_fields (
      organisation_id bigint NOT NULL,
      form_id bigint NOT NULL,
      field text NOT NULL,
      x numeric(5,1) NOT NULL CHECK (x BETWEEN 0 AND 297),
      y numeric(5,1) NOT NULL CHECK (y BETWEEN 0 AND 297),
      width numeric(5,1) NOT NULL CHECK (width BETWEEN 0 AND 297),
      size numeric(4,1) NOT NULL CHECK (size BETWEEN 6 AND 40),
      is_printed boolean NOT NULL,
      PRIMARY KEY (organisation_id, form_id, field),
      FOREIGN KEY (organisation_id, form_id) REFERENCES cheque_forms (organisation_id, id)
    );
    ALTER TABLE cheques
      ADD COLUMN is_crossed boolean NOT NULL DEFAULT true,
      ADD COLUMN is_bearer_struck boolean NOT NULL DEFAULT true,
      ADD COLUMN receiver_id text NOT NULL DEFAULT '' CHECK (receiver_id ~ '^([A-Z0-9]{5,20}){0,1}$');
    SELECT laas_fence(t) FROM unnest(ARRAY['cheque_forms', 'cheque_form_fields']::regclass[]) t;
    GRANT SELECT ON cheque_form_places TO laas_app, laas_worker;
    GRANT SELECT, INSERT ON cheque_forms TO laas_app;
    GRANT UPDATE (version, paper, shift_x, shift_y) ON cheque_forms TO laas_app;
    GRANT SELECT, INSERT, DELETE ON cheque_form_fields TO laas_app;
    GRANT UPDATE (is_crossed, is_bearer_struck, receiver_id) ON cheques TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE cheques DROP COLUMN is_crossed, DROP COLUMN is_bearer_struck, DROP COLUMN receiver_id;
    DROP TABLE cheque_form_fields, cheque_forms, cheque_form_places;
  `)
}

import { type Knex } from 'knex'

// Who had a book before it was handed out again, and from when until when: what was written then is keyed after it too (budget-and-receipts §4.3, scenario 43).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE receipt_book_holders (
      organisation_id bigint NOT NULL,
      book_id bigint NOT NULL,
      issued_on date NOT NULL,
      returned_on date NOT NULL,
      line smallint NOT NULL,
      holder_user_id bigint REFERENCES users (id),
      holder_unit_id bigint REFERENCES organisations (id),
      holder_name plain_text NOT NULL,
      PRIMARY KEY (organisation_id, book_id, line),
      FOREIGN KEY (organisation_id, book_id) REFERENCES receipt_books (organisation_id, id),
      CHECK (returned_on >= issued_on),
      CHECK (num_nonnulls(holder_user_id, holder_unit_id) <= 1)
    );
    SELECT laas_fence('receipt_book_holders');
    GRANT SELECT, INSERT ON receipt_book_holders TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE receipt_book_holders')
}

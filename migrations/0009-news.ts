import { type Knex } from 'knex'

// The three lists of the sign-in page and the news of the home page.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE news (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      list text NOT NULL CHECK (list IN ('update', 'prepare', 'solve')),
      code text NOT NULL UNIQUE,
      title text NOT NULL,
      body text NOT NULL,
      audiences text[] NOT NULL,
      is_pinned boolean NOT NULL DEFAULT false,
      sort integer NOT NULL DEFAULT 0,
      published_from date NOT NULL,
      published_until date,
      CHECK (published_until > published_from)
    );
    GRANT SELECT ON news TO laas_app, laas_sign_in, laas_worker;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE news')
}

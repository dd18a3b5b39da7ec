import { type Knex } from 'knex'

// Tickets a pawnshop had lent on before it kept its books here (expenditure-accounting-assets §1.12): one by one what the opening of
// ลูกหนี้ - ทรัพย์รับจำนำ says in one sum.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE pawn_opening_tickets (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      id bigint GENERATED ALWAYS AS IDENTITY,
      ticket plain_text NOT NULL CHECK (ticket <> '' AND length(ticket) <= 40),
      -- Of the pledge, or of the last time its interest was paid.
      pledged_on date NOT NULL,
      principal numeric(18,2) NOT NULL CHECK (principal > 0 AND principal <> 'NaN'),
      created_by bigint NOT NULL REFERENCES users (id),
      created_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, id),
      UNIQUE (organisation_id, ticket)
    );
    SELECT laas_fence('pawn_opening_tickets');
    GRANT SELECT, INSERT, DELETE ON pawn_opening_tickets TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE pawn_opening_tickets')
}

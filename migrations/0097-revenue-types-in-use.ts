import { type Knex } from 'knex'

// ประเภทรายรับที่ใช้: revenue codes and kinds of other receipts an office works with; none: all of them (budget-and-receipts §2, `budget.base.items`).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE revenue_types_in_use (
      organisation_id bigint NOT NULL REFERENCES organisations (id),
      code text NOT NULL CHECK (code ~ '^[A-Z0-9]{2,12}$'),
      chosen_by bigint NOT NULL REFERENCES users (id),
      chosen_at timestamptz NOT NULL,
      PRIMARY KEY (organisation_id, code)
    );
    SELECT laas_fence('revenue_types_in_use');
    GRANT SELECT, INSERT, DELETE ON revenue_types_in_use TO laas_app;
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('DROP TABLE revenue_types_in_use')
}

import { type Knex } from 'knex'

// Fixed deposits of more than three months are investments, not money at hand: an account of the chart of their own (expenditure-accounting-assets, annex B).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE bank_accounts DROP CONSTRAINT bank_accounts_kind_check,
      ADD CONSTRAINT bank_accounts_kind_check CHECK (kind IN ('savings', 'current', 'fixed', 'term'))
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE bank_accounts DROP CONSTRAINT bank_accounts_kind_check,
      ADD CONSTRAINT bank_accounts_kind_check CHECK (kind IN ('savings', 'current', 'fixed'))
  `)
}

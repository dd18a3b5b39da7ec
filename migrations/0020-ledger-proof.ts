import { type Knex } from 'knex'

const tables = ['vouchers', 'voucher_lines', 'account_balances', 'sub_ledger_balances', 'sub_ledger_keys', 'fiscal_years', 'fiscal_periods', 'ledger_books', 'ledger_seals',
  'journals', 'period_requests', 'number_counters']

// The worker looks through every book at night and changes none.
export async function up(knex: Knex): Promise<void> {
  await knex.raw('GRANT SELECT ON journals, period_requests, number_counters, sub_ledger_kinds TO laas_worker')
  for (const table of tables) await knex.raw(`CREATE POLICY audit ON ${table} FOR SELECT TO laas_worker USING (true)`)
}

export async function down(knex: Knex): Promise<void> {
  for (const table of tables) await knex.raw(`DROP POLICY audit ON ${table}`)
  await knex.raw('REVOKE SELECT ON journals, period_requests, number_counters, sub_ledger_kinds FROM laas_worker')
}

import { type Knex } from 'knex'

// A question mark in a statement of knex is a place for a value: four checks came out as shapes that nothing can have. They are what they were meant to be.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(replaced((column, digits) => `${column} = '' OR ${column} ~ '^[0-9]${digits}$'`))
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(replaced((column, digits, place) => `${column} ~ '^([0-9]${digits})$${place}$'`))
}

const shapes = [['payees', 'postcode', '{5}', '1'], ['claim_payees', 'tax_id', '{13}', '1'], ['claim_payees', 'bank_code', '{3}', '2'], ['claim_payees', 'account_number', '{10,15}', '3']] as const

function replaced(check: (column: string, digits: string, place: string) => string): string {
  return shapes.map(([table, column, digits, place]) => `ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_check,
    ADD CONSTRAINT ${table}_${column}_check CHECK (${check(column, digits, place)});`).join('\n')
}

import { type Knex } from 'knex'

// Of what is kept back from one of a batch, the part that is tax: where more than the tax is kept back nobody else can tell (ภ.ง.ด.1 names each person).
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`ALTER TABLE claim_payees ADD COLUMN tax numeric(18,2), ADD CHECK (tax >= 0 AND tax <= deducted AND tax <> 'NaN')`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE claim_payees DROP COLUMN tax')
}

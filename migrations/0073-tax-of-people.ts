import { type Knex } from 'knex'

// The tax of a batch stands in the register by person, as ภ.ง.ด.1 is filed: 0 is the payee of the claim, otherwise the person's place in it.
export async function up(knex: Knex): Promise<void> {
  const { rows } = await knex.raw(`SELECT conname FROM pg_constraint WHERE conrelid = 'withholdings'::regclass AND contype = 'u' AND pg_get_constraintdef(oid) LIKE '%(organisation_id, payment_id, claim_id, line)'`)
  for (const { conname } of rows) await knex.raw('ALTER TABLE withholdings DROP CONSTRAINT ??', [conname])
  await knex.raw('ALTER TABLE withholdings ADD COLUMN person integer NOT NULL DEFAULT 0 CHECK (person >= 0), ADD UNIQUE (organisation_id, payment_id, claim_id, line, person)')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE withholdings DROP COLUMN person, ADD UNIQUE (organisation_id, payment_id, claim_id, line)')
}

// Architecture §10: migrations/schema.md tells what the migrations made.
import { expect, it } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { schemaText } from './schema-text.ts'
import { readText } from './source.ts'

const { owner } = await testDatabase()

it('migrations/schema.md is what the migrations make (otherwise: npm run schema)', async () => {
  expect(await schemaText(owner)).toBe(readText('migrations/schema.md'))
})

it('the text names every kind of thing that a migration can make', async () => {
  const text = await schemaText(owner)
  for (const kind of [
    '| id | bigint |  | identity, always |', '- PRIMARY KEY (organisation_id, id)', '- UNIQUE (organisation_id, ', '- FOREIGN KEY (organisation_id, ', '- CHECK (',
    '- CREATE INDEX ', '- row-level security is on', '- policy look for SELECT to laas_app using (', '- CREATE CONSTRAINT TRIGGER must_balance ',
    '- grant INSERT, SELECT to laas_app', '- grant UPDATE (title, first_name', 'otp_reference_numbers', 'RAISE EXCEPTION',
  ]) expect(text).toContain(kind)
  expect(text).not.toContain('knex')
})

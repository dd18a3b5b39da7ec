import { expect, it } from 'vitest'
import { ownOrigin, system, visitor } from '../../../src/platform/database/work.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer } from '../../support/world.ts'

const db = await testDatabase()
const officer = await anOfficer(db, { groups: ['LAO_ACCOUNT'] })

const asked = `SELECT current_user AS role, current_setting('transaction_read_only') AS read_only,
  current_setting('laas.user_id', true) AS user_id, current_setting('laas.organisation_id', true) AS organisation_id,
  current_setting('laas.scope', true) AS scope, current_setting('laas.province_code', true) AS province_code`

it('a transaction begins in the role and scope of its actor, reading or writing', async () => {
  const mine = { role: 'laas_app', user_id: officer.userId, organisation_id: officer.organisationId, scope: 'lao', province_code: officer.provinceCode }
  expect((await db.database.read(officer, ownOrigin, (read) => read.db.raw(asked))).rows[0]).toEqual({ ...mine, read_only: 'on' })
  expect((await db.database.work(officer, ownOrigin, (work) => work.db.raw(asked))).rows[0]).toEqual({ ...mine, read_only: 'off' })
  expect((await db.database.work(visitor, ownOrigin, (work) => work.db.raw(asked))).rows[0])
    .toEqual({ role: 'laas_sign_in', user_id: '', organisation_id: '', scope: 'visitor', province_code: '', read_only: 'off' })
})

it('nothing of it is left on the connection for whoever comes next', async () => {
  await Promise.all(Array.from({ length: 12 }, () => db.database.work(officer, ownOrigin, (work) => work.db.raw('SELECT 1'))))
  for (let look = 0; look < 12; look += 1) expect((await db.database.knex.raw(asked)).rows[0]).toMatchObject({ user_id: '', organisation_id: '', scope: '' })
})

it('a scope with quotation marks is a value like any other, never a statement', async () => {
  const odd = { ...officer, provinceCode: `'; RESET ROLE; SELECT '\\` }
  expect((await db.database.read(odd, ownOrigin, (read) => read.db.raw(asked))).rows[0]).toMatchObject({ role: 'laas_app', province_code: odd.provinceCode })
})

it('what throws leaves nothing behind, and the connection is whole again', async () => {
  await db.owner.raw('CREATE TABLE kept (n int); GRANT SELECT, INSERT ON kept TO laas_app')
  const refused = db.database.work(officer, ownOrigin, async (work) => { await work.db('kept').insert({ n: 1 }); throw new Error('no') })
  await expect(refused).rejects.toThrow('no')
  expect(await db.owner('kept').select()).toEqual([])
  await db.database.work(officer, ownOrigin, (work) => work.db('kept').insert({ n: 2 }))
  expect(await db.owner('kept').select()).toEqual([{ n: 2 }])
})

const temporary = ['CREATE TEMP TABLE vouchers (id int)', 'CREATE TYPE pg_temp.ledger_asked AS (total int)', 'CREATE FUNCTION pg_temp.laas_user_id() RETURNS bigint LANGUAGE sql AS $$ SELECT 1 $$']

it.each(temporary)('nobody puts an object of the session in front of one of the house: %s', async (statement) => {
  const refusal = 'permission denied to create temporary tables in database'
  await expect(db.database.work(officer, ownOrigin, (work) => work.db.raw(statement))).rejects.toThrow(refusal)
  await expect(db.database.work(visitor, ownOrigin, (work) => work.db.raw(statement))).rejects.toThrow(refusal)
  await expect(db.database.work(system, ownOrigin, (work) => work.db.raw(statement))).rejects.toThrow(refusal)
})

it('a statement asked often is planned once on a connection, and a table that changes its shape meanwhile breaks nobody’s work', async () => {
  await db.owner.raw('CREATE TABLE shape (a int); GRANT SELECT ON shape TO laas_app; INSERT INTO shape VALUES (1)')
  const look = () => db.database.read(officer, ownOrigin, async (read) => (await read.db.raw('SELECT * FROM shape')).rows)
  for (let times = 0; times < 40; times += 1) expect(await look()).toEqual([{ a: 1 }])
  const prepared = await db.database.knex.raw(`SELECT count(*)::int AS n FROM pg_prepared_statements WHERE statement = 'SELECT * FROM shape'`)
  expect(prepared.rows).toEqual([{ n: 1 }])
  await db.owner.raw('ALTER TABLE shape ADD COLUMN b int DEFAULT 2')
  for (let times = 0; times < 40; times += 1) expect(await look()).toEqual([{ a: 1, b: 2 }])
})

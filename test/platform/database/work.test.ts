import { expect, it } from 'vitest'
import { ownOrigin, system, visitor, type OfficerRead } from '../../../src/platform/database/work.ts'
import { Unavailable } from '../../../src/platform/errors.ts'
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

it('several statements in one text are never prepared, however often they are asked', async () => {
  const both = 'UPDATE two SET id = id + 1; SELECT 1'
  await db.owner.raw('CREATE TABLE two (id int); INSERT INTO two VALUES (0)')
  for (let times = 0; times < 5; times += 1) await db.owner.raw(both)
  expect(await db.owner('two').first()).toEqual({ id: 5 })
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

it('who keeps a key beyond its transaction finds it shut, whoever has the connection by then', async () => {
  const kept: OfficerRead[] = []
  await db.database.read(officer, ownOrigin, async (read) => { kept.push(read) })
  await expect(db.database.work(officer, ownOrigin, async (work) => { kept.push(work); throw new Error('no') })).rejects.toThrow('no')
  expect(kept).toHaveLength(2)
  for (const { db: late } of kept) {
    await expect(late.raw('SELECT 1')).rejects.toThrow('this transaction is over')
    await expect(late('organisations').first('id')).rejects.toThrow('this transaction is over')
  }
})

it('a failure that was kept silent about is told at the end, because nothing was kept', async () => {
  const silent = db.database.work(officer, ownOrigin, async (work) => { await work.db.raw('SELECT 1 / 0').catch(() => undefined) })
  await expect(silent).rejects.toThrow('nothing was kept')
})

it('what only shows at commit is told as it is, and leaves nothing behind', async () => {
  await db.owner.raw('CREATE TABLE late (a int UNIQUE DEFERRABLE INITIALLY DEFERRED); GRANT SELECT, INSERT ON late TO laas_app')
  const twice = db.database.work(officer, ownOrigin, (work) => work.db.raw('INSERT INTO late VALUES (1), (1)'))
  await expect(twice).rejects.toMatchObject({ code: '23505' })
  expect((await db.owner('late').count('* as n').first())?.n).toBe('0')
  expect((await db.database.read(officer, ownOrigin, (read) => read.db.raw(asked))).rows[0]).toMatchObject({ role: 'laas_app' })
})

it('a connection lost in the middle is not handed out again, and says that the database does not answer', async () => {
  const lost = db.database.work(officer, ownOrigin, async (work) => {
    const { rows } = await work.db.raw('SELECT pg_backend_pid() AS pid')
    await db.owner.raw('SELECT pg_terminate_backend(?)', [rows[0].pid])
    await work.db.raw('SELECT pg_sleep(5)')
  })
  await expect(lost).rejects.toThrow(Unavailable)
  await Promise.all(Array.from({ length: 12 }, () => db.database.read(officer, ownOrigin, (read) => read.db.raw('SELECT 1'))))
})

it('there is no transaction within a transaction', async () => {
  await expect(db.database.work(officer, ownOrigin, (work) => work.db.transaction(async () => undefined))).rejects.toThrow('no transaction within a transaction')
})

it('a victim of a deadlock is tried again, three times at most', async () => {
  const attempts = { count: 0 }
  const victim = () => { attempts.count += 1; return Promise.reject(Object.assign(new Error('deadlock'), { code: '40P01' })) }
  await expect(db.database.work(officer, ownOrigin, victim)).rejects.toThrow('deadlock')
  expect(attempts.count).toBe(3)
})

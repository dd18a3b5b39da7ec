import { expect, it } from 'vitest'
import { ownOrigin } from '../../../src/platform/database/work.ts'
import { inTransaction } from '../../../src/platform/database/transaction.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer } from '../../support/world.ts'

const db = await testDatabase()
const officer = await anOfficer(db, { groups: ['LAO_ACCOUNT'] })
const scope = `SELECT current_user AS role, current_setting('laas.user_id', true) AS user_id`
const mine = { role: 'laas_app', user_id: officer.userId }
const entry = { role: 'laas_app', 'laas.user_id': '1', 'laas.organisation_id': '1', 'laas.scope': 'unit', 'laas.province_code': '' }

it('a statement never runs without its beginning: when that fails, the statement is left out', async () => {
  await db.owner.raw('CREATE TABLE kept (a int)')
  const wrong = { readOnly: false, entry: { ...entry, role: 'nobody_we_know' } }
  const insert = () => inTransaction(db.owner, wrong, async (sql) => { await sql.raw('INSERT INTO kept VALUES (1) RETURNING a') })
  for (let time = 0; time < 6; time += 1) await expect(insert()).rejects.toThrow('role "nobody_we_know" does not exist')
  expect((await db.owner('kept').count('* as n').first())?.n).toBe('0')
})

it('several statements in one text begin under the same scope', async () => {
  const { rows } = (await db.database.work(officer, ownOrigin, (work) => work.db.raw(`SELECT 1; ${scope}`)))[1]
  expect(rows).toEqual([mine])
})

it('of statements asked at one moment the first begins, and all stand in the same transaction', async () => {
  const ask = (sql: string) => (work: { db: { raw(text: string): PromiseLike<{ rows: unknown[] }> } }) => work.db.raw(sql)
  const answers = await db.database.work(officer, ownOrigin, (work) => Promise.all([scope, scope].map((sql) => ask(sql)(work))))
  expect(answers.map(({ rows }) => rows)).toEqual([[mine], [mine]])
})

it('a first statement that fails is told as it is, however often, and spoils nothing for the next', async () => {
  const wrong = () => db.database.work(officer, ownOrigin, (work) => work.db.raw('SELECT no_such_column FROM organisations'))
  for (let time = 0; time < 6; time += 1) await expect(wrong()).rejects.toMatchObject({ code: '42703' })
  for (let time = 0; time < 6; time += 1) expect((await db.database.work(officer, ownOrigin, (work) => work.db.raw(scope))).rows).toEqual([mine])
})

it('a first statement gives its rows and nothing of the beginning, whatever its kind', async () => {
  await db.owner.raw('CREATE TABLE made (id int GENERATED ALWAYS AS IDENTITY, a int); GRANT SELECT, INSERT, UPDATE, DELETE ON made TO laas_app')
  const work = <T>(use: Parameters<typeof db.database.work<typeof officer, T>>[2]) => db.database.work(officer, ownOrigin, use)
  for (let time = 1; time <= 5; time += 1) expect(await work((one) => one.db('made').insert({ a: time }).returning('id'))).toEqual([{ id: time }])
  expect(await work((one) => one.db('made').where({ a: 5 }).update({ a: 6 }))).toBe(1)
  expect(await work((one) => one.db('made').where('a', '<', 3).delete())).toBe(2)
  expect(await work((one) => one.db('made').orderBy('a').pluck('a'))).toEqual([3, 4, 6])
  expect(await work((one) => one.db('made').where({ a: 99 }).first())).toBeUndefined()
})

it('who only looks can change nothing, from the first statement on', async () => {
  await expect(db.database.read(officer, ownOrigin, (read) => read.db.raw(`UPDATE made SET a = 0 WHERE a = 3`))).rejects.toMatchObject({ code: '25006' })
})

it('where nothing is asked nothing is sent, not even a beginning that would fail', async () => {
  const wrong = { readOnly: false, entry: { ...entry, role: 'nobody_we_know' } }
  await expect(inTransaction(db.owner, wrong, async () => 'an answer of its own')).resolves.toBe('an answer of its own')
  await expect(inTransaction(db.owner, wrong, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})

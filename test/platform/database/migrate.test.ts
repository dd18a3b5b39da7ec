// The command that migrates, and what it can do in a database of somebody else.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Knex } from 'knex'
import { expect, it } from 'vitest'
import { down, up } from '../../../migrations/0021-no-temporary-objects.ts'
import { projectFolder } from '../../../src/platform/project-folder.ts'
import { testDatabase } from '../../support/database.ts'

const db = await testDatabase()

async function mayMakeTemporary(): Promise<string[]> {
  return db.owner('pg_roles').whereRaw(`rolname LIKE 'laas\\_%' AND has_database_privilege(oid, current_database(), 'TEMPORARY')`).orderBy('rolname').pluck('rolname')
}

function migrate(): Promise<{ stdout: string; stderr: string }> {
  const env = { ...process.env, DATABASE_MIGRATION_URL: db.url, NODE_NO_WARNINGS: '1' }
  return promisify(execFile)(process.execPath, ['--import', 'tsx', join(projectFolder, 'src/platform/database/migrate.ts')], { env })
}

/** What the server says besides, when a role that owns nothing runs this. */
async function noticesAs(role: string, use: (knex: Knex) => Promise<void>): Promise<string[]> {
  return db.owner.transaction(async (transaction) => {
    const heard: string[] = []
    const connection: { on(event: 'notice', hear: (notice: { message: string }) => void): void } = await transaction.client.acquireConnection()
    connection.on('notice', ({ message }) => heard.push(message))
    await transaction.raw(`SET LOCAL ROLE ${role}`)
    await use(transaction)
    return heard
  })
}

it('takes temporary objects from every role of ours, and gives them back when it goes down', async () => {
  const every = await db.owner('pg_roles').whereRaw(`rolname LIKE 'laas\\_%'`).orderBy('rolname').pluck('rolname')
  expect(every).toEqual(expect.arrayContaining(['laas_app', 'laas_ledger', 'laas_sign_in', 'laas_worker']))
  await down(db.owner)
  expect(await mayMakeTemporary()).toEqual(every)
  await up(db.owner)
  expect(await mayMakeTemporary()).toEqual([])
})

it('goes on in a database of another owner, and says what that owner should run', async () => {
  await down(db.owner)
  const heard = await noticesAs('laas_worker', up)
  expect(heard).toEqual([expect.stringMatching(/^laas_worker does not own (laas_\w+); its owner should run: REVOKE TEMPORARY ON DATABASE \1 FROM PUBLIC$/)])
  expect(await mayMakeTemporary()).toContain('laas_app')
  await up(db.owner)
})

it('tells what the owner of the database must still run', async () => {
  expect((await migrate()).stderr).toBe('')
  await down(db.owner)
  expect((await migrate()).stderr).toMatch(/should run: REVOKE TEMPORARY ON DATABASE laas_\w+ FROM PUBLIC\n$/)
  await up(db.owner)
  expect((await migrate()).stderr).toBe('')
})

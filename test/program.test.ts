// The programs as they run in production: two logins that own nothing, each able to take on only the roles its program works under.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { startWeb, startWorker } from '../src/program.ts'
import { ownOrigin, system, visitor } from '../src/platform/database/work.ts'
import { readConfig } from '../src/platform/config.ts'
import { projectFolder } from '../src/platform/project-folder.ts'
import { testDatabase } from './support/database.ts'

const db = await testDatabase()
const keys = Object.fromEntries(['SECRET_KEY', 'CITIZEN_ID_KEY', 'CITIZEN_ID_INDEX_KEY'].map((name) => [name, randomBytes(32).toString('base64')]))
const logins = { web: `laas_web_${randomBytes(4).toString('hex')}`, worker: `laas_work_${randomBytes(4).toString('hex')}` }
const password = randomBytes(12).toString('hex')
for (const [login, roles] of [[logins.web, 'laas_app, laas_sign_in'], [logins.worker, 'laas_worker']]) {
  await db.owner.raw(`CREATE ROLE ${login} LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS PASSWORD '${password}'; GRANT ${roles} TO ${login}`)
}
afterAll(async () => { await db.owner.raw(`DROP ROLE ${logins.web}; DROP ROLE ${logins.worker}`) })

function configFor(login: string) {
  const url = new URL(db.url)
  Object.assign(url, { username: login, password })
  return readConfig({
    NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'silent', PUBLIC_URL: 'http://127.0.0.1', DATABASE_URL: url.href, THAID_ISSUER: 'http://127.0.0.1:1', THAID_CLIENT_ID: 'test', THAID_CLIENT_SECRET: 'test', ...keys,
  })
}

it('the web starts and answers with a login that cannot become the worker', async () => {
  const web = await startWeb(configFor(logins.web))
  try {
    expect((await fetch(`http://127.0.0.1:${web.port}/healthz`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${web.port}/login`)).status).toBe(200)
    await expect(web.database.work(system, ownOrigin, (work) => work.db('mails').first())).rejects.toThrow(/permission denied to set role|must be a member of role/)
  } finally {
    await web.stop()
  }
})

it('the worker starts with a login that reaches neither the books nor the door', async () => {
  const worker = await startWorker(configFor(logins.worker))
  try {
    expect(await worker.database.work(system, ownOrigin, (work) => work.db('jobs').where({ kind: 'housekeeping' }).count({ n: '*' }).first())).toEqual({ n: '1' })
    await expect(worker.database.work(visitor, ownOrigin, (work) => work.db('users').first())).rejects.toThrow(/permission denied to set role|must be a member of role/)
  } finally {
    await worker.stop()
  }
})

describe('a program that ends slowly', () => {
  /** Behind a shell, as npm puts one; `told` ends it once it is ready. */
  function endOf(told: (shell: ChildProcess) => void): Promise<string> {
    const shell = spawn('sh', ['-c', `"${process.execPath}" --import tsx test/support/slow-end.ts; exit`], { cwd: projectFolder, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    return new Promise((resolve) => {
      shell.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); if (said === 'ready ') told(shell) })
      shell.stdout.once('close', () => resolve(said))
    })
  }

  it('ends in order when its shell is gone, however long that takes', async () => {
    expect(await endOf((shell) => { shell.kill('SIGTERM') })).toBe('ready ended in order')
  })
})

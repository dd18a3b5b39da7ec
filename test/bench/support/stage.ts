// A whole installation for the length of one bench: a durable database of its own, web and worker processes as production runs them.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Knex } from 'knex'
import { startEmbeddedPostgres } from '../../../src/development/embedded-postgres.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { migrate, seedReference } from '../../../src/platform/database/migrations.ts'
import { projectFolder } from '../../../src/platform/project-folder.ts'
import { closeBrowsers } from './browser.ts'

export interface Stage {
  readonly databaseUrl: string
  /** As the owner of the tables, for arranging and for looking behind the scenes. */
  readonly owner: Knex
  /** Starts a web process and waits until it answers; its address. */
  startWeb(): Promise<string>
  startWorker(): Promise<void>
  /** What the processes wrote: at LOG_LEVEL=error every line is a fault. */
  readonly faults: readonly string[]
}

/** Everything is ended and removed again, however the bench ends. */
export async function onStage(settings: Readonly<Record<string, string>>, use: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'laas-bench-'))
  const children: ChildProcess[] = []
  const server = await startEmbeddedPostgres({ folder, durable: true })
  const owner = connect({ url: server.url, pool: 4 })
  const clean = async () => {
    await Promise.all(children.map(end))
    closeBrowsers()
    await owner.destroy()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('SIGINT', () => { clean().finally(() => process.exit(130)) })
  process.once('SIGTERM', () => { clean().finally(() => process.exit(143)) })
  try {
    console.log(`Node ${process.version}, ${cpus().length} cores; database, application and load generator share them`)
    await migrate(owner)
    await seedReference(owner)
    await use(stageOf({ url: server.url, owner, children, settings }))
  } finally {
    await clean()
  }
}

function stageOf({ url, owner, children, settings }: { url: string; owner: Knex; children: ChildProcess[]; settings: Readonly<Record<string, string>> }): Stage {
  const key = () => randomBytes(32).toString('base64')
  const faults: string[] = []
  const env = {
    ...process.env, SECRET_KEY: key(), CITIZEN_ID_KEY: key(), CITIZEN_ID_INDEX_KEY: key(), NODE_ENV: 'development', DATABASE_URL: url, LOG_LEVEL: 'error', TRUST_PROXY: '1',
    SMTP_URL: '', THAID_ISSUER: 'http://127.0.0.1:9', THAID_CLIENT_ID: 'bench', THAID_CLIENT_SECRET: 'bench', ...settings,
  }
  const start = (program: string, port: number) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program], { cwd: projectFolder, env: { ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => faults.push(...chunk.toString().split('\n').filter(Boolean)))
    children.push(child)
    return child
  }
  return {
    databaseUrl: url, owner, faults,
    startWorker: async () => { start('src/worker.ts', 0) },
    startWeb: async () => {
      const port = await freePort()
      const child = start('src/server.ts', port)
      const base = `http://127.0.0.1:${port}`
      for (let tries = 0; tries < 300; tries += 1) {
        if (child.exitCode !== null) break
        if (await fetch(`${base}/healthz`).then((answer) => answer.ok, () => false)) return base
        await wait(100)
      }
      throw new Error(`the web process does not start:\n${faults.join('\n')}`)
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await gone
  clearTimeout(patience)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}

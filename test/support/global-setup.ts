// One server for the run, one migrated and seeded template; every test file copies it. Nothing of it is durable.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/development/embedded-postgres.ts'
import { connect } from '../../src/platform/database/connection.ts'
import { migrate, seedReference } from '../../src/platform/database/migrations.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(roomyFolder(), 'laas-test-'))
  const server = process.env.TEST_DATABASE_URL ? undefined : await startEmbeddedPostgres({ folder, durable: false })
  const url = process.env.TEST_DATABASE_URL ?? server?.url ?? ''
  await makeTemplate(url)
  project.provide('databaseUrl', url)
  return async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 1e9 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

async function makeTemplate(url: string): Promise<void> {
  const owner = connect({ url, pool: 2 })
  await owner.raw('ALTER DATABASE laas_template IS_TEMPLATE false').catch(() => undefined)
  await owner.raw('DROP DATABASE IF EXISTS laas_template WITH (FORCE)')
  await owner.raw('CREATE DATABASE laas_template')
  const template = connect({ url: withDatabase(url, 'laas_template'), pool: 2 })
  await migrate(template)
  await seedReference(template)
  await template.destroy()
  await owner.raw('ALTER DATABASE laas_template IS_TEMPLATE true ALLOW_CONNECTIONS false')
  await owner.destroy()
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

// Migrations and seeds by name without extension: the same files run as .ts in development and as .js from dist, and knex sees one history.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Knex } from 'knex'

interface Migration {
  up(knex: Knex): Promise<void>
  down(knex: Knex): Promise<void>
}

/** What a seed may use: one transaction as the owner of the tables. */
export interface Seed {
  seed(knex: Knex.Transaction): Promise<void>
}

const builtFolder = join(import.meta.dirname, '../../..')

function modulesIn(folder: string): string[] {
  return readdirSync(join(builtFolder, folder)).filter((file) => /^\d.*\.(ts|js)$/.test(file)).sort()
}

async function load<T>(folder: string, file: string): Promise<T> {
  return await import(pathToFileURL(join(builtFolder, folder, file)).href) as T
}

const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => modulesIn('migrations'),
  getMigrationName: (file) => file.replace(/\.(ts|js)$/, ''),
  getMigration: async (file) => load<Migration>('migrations', file),
}

export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({ migrationSource })
}

export async function rollback(knex: Knex): Promise<void> {
  await knex.migrate.rollback({ migrationSource }, true)
}

/** Reference data, fit for production and repeatable. Seeds from 90 on are demonstration data and live in development only. */
export async function seedReference(knex: Knex): Promise<void> {
  for (const file of modulesIn('seeds').filter((name) => name < '90')) {
    const { seed } = await load<Seed>('seeds', file)
    await knex.transaction((transaction) => seed(transaction))
  }
}

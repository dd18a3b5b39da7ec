// npm start: everything a newcomer needs on a machine with nothing but Node.js, in one process tree.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { demoPeople } from '../../seeds/demonstration/people.ts'
import { seedBudgets, seedDemonstration } from '../../seeds/90-demonstration.ts'
import { registryTable } from '../identity/index.ts'
import { citizenId } from '../platform/citizen-id.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { connect } from '../platform/database/connection.ts'
import { migrate, seedReference } from '../platform/database/migrations.ts'
import { projectFolder } from '../platform/project-folder.ts'
import { citizenIdSeal } from '../platform/secrets.ts'
import { openDatabase, startWeb, startWorker, stopOnSignal } from '../program.ts'
import { dataFolderFor } from './embedded-postgres-folder.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { developmentRoutes } from './mailbox.routes.ts'
import { announce } from './announce.ts'
import { startStandInProcess } from './stand-in-process.ts'

const folder = process.env.LAAS_DATA_FOLDER || join(projectFolder, '.data')
mkdirSync(folder, { recursive: true })

/** Keys of this machine's own, made once; a real installation brings its own. */
function developmentKeys(): Record<string, string> {
  const file = join(folder, 'keys.json')
  if (!existsSync(file)) {
    const made = Object.fromEntries(['SECRET_KEY', 'CITIZEN_ID_KEY', 'CITIZEN_ID_INDEX_KEY'].map((name) => [name, randomBytes(32).toString('base64')]))
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

async function prepare(config: Config): Promise<void> {
  const owner = connect({ url: process.env.DATABASE_MIGRATION_URL ?? config.DATABASE_URL, pool: 4 })
  await migrate(owner)
  await seedReference(owner)
  const database = openDatabase(config, 'laas_app')
  const stage = { owner, database, seal: citizenIdSeal(config), production: config.production }
  await seedDemonstration(stage)
  await seedBudgets(stage)
  await Promise.all([owner.destroy(), database.knex.destroy()])
}

const port = Number(process.env.PORT || 3000)
const publicUrl = process.env.PUBLIC_URL || `http://localhost:${port}`
const server = process.env.DATABASE_URL ? undefined : await startEmbeddedPostgres({ folder: await dataFolderFor(join(folder, 'postgres')) })
const secret = randomBytes(24).toString('base64url')
const standIn = process.env.THAID_ISSUER ? undefined : await startStandInProcess({ secret, publicUrl, folder })
const config = readConfig({
  LOG_LEVEL: 'warn', ...developmentKeys(), ...process.env, PORT: String(port), DATABASE_URL: process.env.DATABASE_URL || server?.url,
  ...(standIn && { THAID_ISSUER: standIn.issuer, THAID_CLIENT_ID: 'new-elaas', THAID_CLIENT_SECRET: secret }),
})
await prepare(config)
const registry = registryTable(demoPeople.map((person) => ({ citizenId: citizenId(person.citizenId), titleTh: person.title, givenNameTh: person.firstName, familyNameTh: person.lastName })), { production: config.production, official: false })
const web = await startWeb(config, { extraRoutes: developmentRoutes, registry })
const worker = await startWorker(config)
announce(config.publicUrl)
stopOnSignal(web.log, async () => {
  await web.stop()
  await worker.stop()
  await standIn?.stop()
  if (server && !server.adopted) await server.stop()
}, { withParent: true })

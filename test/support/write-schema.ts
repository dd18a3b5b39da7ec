// `npm run schema`: migrates a throw-away database and writes down what has become of it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/development/embedded-postgres.ts'
import { connect } from '../../src/platform/database/connection.ts'
import { migrate } from '../../src/platform/database/migrations.ts'
import { projectFolder } from '../../src/platform/project-folder.ts'
import { schemaText } from '../rules/schema-text.ts'

async function freshSchema(url: string): Promise<string> {
  const owner = connect({ url, pool: 2 })
  try {
    await migrate(owner)
    return await schemaText(owner)
  } finally {
    await owner.destroy()
  }
}

const folder = await mkdtemp(join(tmpdir(), 'laas-schema-'))
const server = await startEmbeddedPostgres({ folder, durable: false })
try {
  await writeFile(join(projectFolder, 'migrations/schema.md'), await freshSchema(server.url))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

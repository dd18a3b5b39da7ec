// npm run migrate: brings schema and reference data up to date as the owner of the tables, then ends.
import { connect } from './connection.ts'
import { migrate, seedReference } from './migrations.ts'

const url = process.env.DATABASE_MIGRATION_URL ?? process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL is not set')
const owner = connect({ url, pool: 2 })
await migrate(owner)
await seedReference(owner)
// Migration 0021 takes this right away where it can; a copy that was restored, or a database of another owner, has it still.
const { rows: open } = await owner.raw<{ rows: { statement: string }[] }>(`
  SELECT format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()) AS statement WHERE has_database_privilege('laas_app', current_database(), 'TEMPORARY')`)
for (const { statement } of open) console.warn(`Temporary tables can still be made beside ours; the owner of the database should run: ${statement}`)
await owner.destroy()
console.log('schema and reference data are up to date')

// npm run migrate: brings schema and reference data up to date as the owner of the tables, then ends.
import { connect } from './connection.ts'
import { migrate, seedReference } from './migrations.ts'

const url = process.env.DATABASE_MIGRATION_URL ?? process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL is not set')
const owner = connect({ url, pool: 2 })
await migrate(owner)
await seedReference(owner)
await owner.destroy()
console.log('schema and reference data are up to date')

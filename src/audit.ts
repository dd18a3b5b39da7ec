// npm run audit -- verify [--organisation <code>] [--json] · rebuild --organisation <code> --year <year>
// Proves the books, or sums the kept balances of one year up anew. Verify changes nothing and ends with 1 when anything does not stand.
import { parseArgs } from 'node:util'
import { rebuildBalances, verificationText, verifyBooks } from './ledger/index.ts'
import { systemClock } from './platform/clock.ts'
import { connect } from './platform/database/connection.ts'
import { Database } from './platform/database/work.ts'
import { makeLog } from './platform/log.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true, options: { organisation: { type: 'string' }, year: { type: 'string' }, json: { type: 'boolean', default: false } },
})
const url = process.env.DATABASE_MIGRATION_URL ?? process.env.DATABASE_URL
if (!url) throw new Error('DATABASE_URL is not set')
const log = makeLog('info')
const knex = connect({ url, pool: 2 })

async function verify(): Promise<void> {
  const database = new Database(knex, systemClock, { role: 'laas_worker' })
  const found = { books: 0, faults: 0 }
  for await (const { office, verified } of verifyBooks(database, values.organisation)) {
    found.books += 1
    found.faults += verified.faults.length
    if (values.json) console.log(JSON.stringify({ organisation: office.code, vouchers: verified.book?.vouchers ?? 0, faults: verified.faults }))
    if (!values.json) for (const { check, what } of verified.faults) console.log(`${office.code} ${office.name}: ${check} ${verificationText.checks[check]}: ${what}`)
    if (!values.json && found.books % 100 === 0) console.error(`${found.books} books`)
  }
  console.error(`${found.books} books, ${found.faults} faults`)
  if (found.faults > 0 || found.books === 0) process.exitCode = 1
}

async function rebuild(): Promise<void> {
  const { organisation, year } = values
  if (organisation === undefined || !/^2[5-6][0-9]{2}$/.test(year ?? '')) throw new Error('rebuild needs --organisation and --year')
  const changed = await rebuildBalances(knex, { code: organisation, year: Number(year), moment: systemClock.now() })
  console.log(`${changed} kept balances did not stand; summed up anew`)
}

try {
  if (positionals[0] === 'verify') await verify()
  else if (positionals[0] === 'rebuild') await rebuild()
  else throw new Error('verify or rebuild?')
} catch (error) {
  log.error({ err: error }, 'audit')
  process.exitCode = 1
} finally {
  await knex.destroy()
}

// A process that posts until it is killed; it says aloud each voucher that was committed.
import { collect } from '../collected.ts'
import { fixedClock } from '../../../src/platform/clock.ts'
import { instant } from '../../../src/platform/dates.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { Database, ownOrigin, type Officer } from '../../../src/platform/database/work.ts'

interface Told {
  readonly url: string
  readonly now: string
  readonly officer: Omit<Officer, 'permissions'>
  readonly maker: Omit<Officer, 'permissions'>
  readonly bankAccountId: string
  readonly from: number
}

const told: Told = JSON.parse(process.argv[2] ?? '{}')
const permissions: ReadonlySet<string> = new Set()
const officer: Officer = { ...told.officer, permissions }
const database = new Database(connect({ url: told.url, pool: 4, role: 'laas_app' }), fixedClock(instant(told.now)))
const office = {
  officer, maker: { ...told.maker, permissions }, bankAccountId: told.bankAccountId,
  read: <T>(use: Parameters<typeof database.read<Officer, T>>[2]) => database.read(officer, ownOrigin, use),
  work: <T>(use: Parameters<typeof database.work<Officer, T>>[2]) => database.work(officer, ownOrigin, use),
}

async function postFrom(first: number): Promise<void> {
  for (let index = first; ; index += 4) {
    const posted = await office.work((work) => collect(work, office, { sourceId: String(told.from + index) }))
    process.stdout.write(`${posted.number}\n`)
  }
}

await Promise.all([0, 1, 2, 3].map(postFrom))

// PF-2 to PF-5: posting and reading in a book of five million lines.
import { cpus } from 'node:os'
import { verifyBook } from '../../src/ledger/index.ts'
import { ownOrigin, system } from '../../src/platform/database/work.ts'
import { type BenchOffice } from './ledger/book.ts'
import { withKeptBook, type KeptBook } from './ledger/kept-book.ts'
import { benchPosting } from './ledger/posting.ts'
import { benchPages, benchTrialBalance } from './ledger/reading.ts'
import { type Options } from './support/options.ts'

const inTurn = 200

export async function benchLedger(options: Options): Promise<void> {
  const plan = {
    lines: options.number('lines', Number(process.env.LINES ?? 5_000_000)), offices: options.number('offices', 1000), folder: options.text('folder', '.data/bench'),
    callers: options.number('callers', 8), seconds: options.number('seconds', 5), rounds: options.number('rounds', 3), load: options.number('load', 70) / 100,
  }
  console.log(`Node ${process.version}, ${cpus().length} cores; database and load generator share them`)
  await withKeptBook(plan, async (book) => {
    const [large, middle, ...small] = book.offices
    const [one] = small
    if (!large || !middle || !one) throw new Error('at least three offices')
    await benchTrialBalance(book, [one, middle, large])
    await benchPages(book, large)
    await benchPosting(book, small.slice(0, inTurn), { ...plan, name: 'PF-2', wanted: { perSecond: 1500, part: 0.5 } })
    await benchPosting(book, [one], { ...plan, name: 'PF-3', wanted: { perSecond: 800, part: 0.5 } })
    await prove(book, [one, middle, ...small.slice(1, 4)])
  })
}

/** After all that was posted the sampled books must still stand. */
async function prove({ database }: KeptBook, offices: readonly BenchOffice[]): Promise<void> {
  console.log('')
  for (const { organisationId } of offices) {
    const { book, faults } = await database.under('laas_worker').read(system, ownOrigin, (read) => verifyBook(read, organisationId))
    console.log(`proof of office ${organisationId}: ${book?.vouchers ?? 0} vouchers, ${faults.length} faults`)
    for (const { check, what } of faults.slice(0, 3)) console.log(`  ${check} ${what}`)
    if (faults.length > 0) process.exitCode = 1
  }
}

import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { ownOrigin, system, type Database, type Read, type Work } from '../../platform/database/work.ts'
import { findBook, findBooksAfter, findFaults, findRoot, findSeals, findStored } from './verification.repository.ts'
import { ChainWalk, type BookOffice, type Verified } from './verification.ts'

/** All checks over the books of one office. The book is read after its vouchers, so that what is posted meanwhile is no fault. */
export async function verifyBook(read: Read, organisationId: string): Promise<Verified> {
  const walk = new ChainWalk(organisationId, await findSeals(read, organisationId))
  for (;;) {
    const vouchers = await findStored(read, organisationId, walk.last)
    for (const voucher of vouchers) walk.next(voucher)
    if (vouchers.length > 0) continue
    const book = await findBook(read, organisationId)
    if (!book) return { book, faults: [] }
    if (book.vouchers > walk.count && (await findStored(read, organisationId, walk.last)).length > 0) continue
    return { book, faults: [...walk.end(book), ...await findFaults(read, organisationId)] }
  }
}

/** One office after another, each in a transaction of its own; all of them when none is named. */
export async function* verifyBooks(database: Database, code?: string): AsyncGenerator<{ office: BookOffice; verified: Verified }> {
  for (let after = '0'; ;) {
    const offices = await database.read(system, ownOrigin, (read) => findBooksAfter(read, after, { limit: 100, code }))
    for (const office of offices) yield { office, verified: await database.read(system, ownOrigin, (read) => verifyBook(read, office.id)) }
    const last = offices.at(-1)
    if (!last) return
    after = last.id
  }
}

const booksAtOnce = 20
const faultsTold = 50

/** A part of the nightly round; answers where the next begins. After the last book the root of the whole country is noted. */
export async function proveBooks(work: Work, after: string): Promise<string | undefined> {
  const offices = await findBooksAfter(work, after, { limit: booksAtOnce })
  for (const office of offices) {
    await proveBook(work, office.id)
  }
  const last = offices.at(-1)
  if (last) return last.id
  await recordEvent(work, { code: 'LEDGER_ROOT', after: { root: await findRoot(work) } })
  return undefined
}

/** Walks the book and keeps what was found: pages show the last proof and walk nothing. */
export async function proveBook(work: Work, organisationId: string): Promise<Verified> {
  const verified = await verifyBook(work, organisationId)
  const { book, faults } = verified
  await recordEvent(work, {
    code: faults.length > 0 ? 'LEDGER_FAULT' : 'LEDGER_PROVEN', organisationId, objectKind: 'ledger-book', objectId: organisationId,
    after: { vouchers: book?.vouchers ?? 0, count: faults.length, faults: faults.slice(0, faultsTold) },
  })
  return verified
}

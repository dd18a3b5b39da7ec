// S40, E_IMMUTABLE: what is in the books is not edited or taken out.
import { expect, it } from 'vitest'
import { cancelJournal, editJournal } from '../../../src/ledger/journal/journal.service.ts'
import { journalRoutes } from '../../../src/ledger/journal/journal.routes.ts'
import { journalBooks } from '../../../src/ledger/journal/journal.ts'
import { journalText } from '../../../src/ledger/journal.text.ts'
import { bookAddresses } from '../../../src/ledger/ledger.paths.ts'
import { Conflict } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { acceptance } from '../../expenditure/acceptance/acceptance.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk } from '../../support/desk.ts'
import { anAccounting, form, posted, shown, twoLines } from './accounting.ts'

const db = await testDatabase()
const { errors } = journalText
const book = journalBooks.journal
const at = (id: string) => ({ book, id })

it('a posted journal is not edited or taken out once it is posted, by the service, by the page, or by the tables under the right of the application (S40)', async () => {
  const office = await anAccounting(db)
  const id = await posted(office)
  const { version, voucherId } = await shown(office, id)
  const told = (act: Promise<unknown>) => act.then(() => 'done', (error: unknown) => (error instanceof Conflict ? error.message : String(error)))
  expect(errors.immutable).toContain(acceptance.messages_th.E_IMMUTABLE)
  expect(await told(office.maker.work((work) => editJournal(work, at(id), { ...form({ rows: twoLines('99.00') }), version })))).toBe(errors.immutable)
  expect(await told(office.maker.work((work) => cancelJournal(work, at(id), version)))).toBe(errors.immutable)
  expect(await told(atDesk(db, office.maker.officer, journalRoutes(book)).get(bookAddresses.journal.edit(id)))).toBe(errors.immutable)
  for (const [table, column] of [['vouchers', 'id'], ['voucher_lines', 'voucher_id']] as const) {
    expect(await told(office.head.work((work) => work.db(table).where(column, voucherId).update({ organisation_id: '1' })))).toContain('permission denied')
    expect(await told(office.head.work((work) => work.db(table).where(column, voucherId).delete()))).toContain('permission denied')
  }
  expect(await shown(office, id)).toMatchObject({ version, total: baht('100'), state: 'posted' })
})

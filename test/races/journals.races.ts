// Journals that somebody keys; adjustments and openings go through the same services.
import { approveJournal, cancelJournal, createJournal, returnJournal, reverseJournal, submitJournal, withdrawJournal } from '../../src/ledger/journal/journal.service.ts'
import { journalBooks } from '../../src/ledger/journal/journal.ts'
import { aPerson } from '../receipts/school.ts'
import { accumulated, anAccounting, cash, day, form, keyed, posted, type Accounting } from '../ledger/journal/accounting.ts'
import { type TestDatabase } from '../support/database.ts'
import { once, saying, twins, type Race } from './race.ts'
import { because } from './town.ts'

const at = '/ledger/journals'
const book = journalBooks.journal
/** Money that is found: no account runs below nothing. */
const rows = [{ account: cash, debit: '100.00' }, { account: accumulated, credit: '100.00' }]

async function submitted(office: Accounting) {
  const place = { book, id: await keyed(office.maker, { rows }) }
  await office.maker.work((work) => submitJournal(work, place, 1))
  return place
}

export const journalRaces = (db: TestDatabase): readonly Race[] => [
  twins([`${at}/new`], 'a journal is keyed once from one form', async () => {
    const { maker } = await anAccounting(db)
    const typed = form({ rows })
    return () => maker.work((work) => createJournal(work, book, typed))
  }),
  once([`${at}/:id/submit`, `${at}/:id/cancel`], 'a journal is handed in or given up', async () => {
    const { maker } = await anAccounting(db)
    const place = { book, id: await keyed(maker, { rows }) }
    return [() => maker.work((work) => submitJournal(work, place, 1)), () => maker.work((work) => cancelJournal(work, place, 1))]
  }),
  once(['approve', 'return', 'withdraw'].map((step) => `${at}/:id/${step}`), 'a journal is approved by one of two heads, sent back or withdrawn', async () => {
    const office = await anAccounting(db)
    const [place, second] = [await submitted(office), await aPerson(db, office.organisation, ['LAO_FIN_HEAD'])]
    return [
      () => office.head.work((work) => approveJournal(work, place, 2)), () => second.work((work) => approveJournal(work, place, 2)), () => office.head.work((work) => returnJournal(work, place, because(2))),
      () => office.maker.work((work) => withdrawJournal(work, place, 2)),
    ]
  }, saying('เอกสารนี้บันทึกบัญชีแล้ว')),
  once([`${at}/:id/reverse`], 'a journal is reversed once', async () => {
    const office = await anAccounting(db)
    const place = { book, id: await posted(office, { rows }) }
    return [() => office.head.work((work) => reverseJournal(work, place, { ...because(3), documentDate: day }))]
  }),
]

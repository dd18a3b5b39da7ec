// The books of the demonstration: every office brings forward what it had, and the town has keyed its first journals. Through the services, by two people.
import { randomUUID } from 'node:crypto'
import { type Knex } from 'knex'
import { approveJournal, confirmOpening, createJournal, journalBooks, reverseJournal, type JournalForm } from '../../src/ledger/index.ts'
import { findBankAccounts } from '../../src/registers/index.ts'
import { addDays, compareDates, fiscalYearOf, fiscalYearPeriod, type CalendarDate } from '../../src/platform/dates.ts'
import { ownOrigin, type Database, type Officer, type OfficerWork } from '../../src/platform/database/work.ts'

export interface BookPeople {
  readonly maker: Officer
  readonly head: Officer
}

type Rows = JournalForm['rows']
const row = (account: string, given: { key?: string; debit?: string; credit?: string }) => ({ account, key: '', counterparty: '', debit: '', credit: '', memo: '', ...given })

const [cash, savings, supplies, fuel] = ['1101010101.001', '1101030102.001', '5104010104.001', '5104010110.001']

interface Brought {
  readonly savings: string
  readonly rest: Rows
}

/** What stood at the end of last year, by kind of office. */
const brought = {
  LAO: { savings: '62,450,000.00', rest: [row(cash, { debit: '15,000.00' }), row('3102010101.001', { credit: '59,965,000.00' }), row('3102010101.002', { credit: '2,500,000.00' })] },
  SUB: { savings: '318,500.00', rest: [row(cash, { debit: '1,500.00' }), row('3102010101.003', { credit: '320,000.00' })] },
  PAWN: {
    savings: '2,450,000.00', rest: [
      row(cash, { debit: '300,000.00' }), row('1102050194.005', { debit: '4,250,000.00' }), row('3102010101.004', { credit: '6,500,000.00' }), row('3102010101.005', { credit: '500,000.00' }),
    ],
  },
} as const satisfies Readonly<Record<string, Brought>>

function broughtBy({ organisationKind: kind }: Officer): Brought {
  return kind === 'SUB' || kind === 'PAWN' ? brought[kind] : brought.LAO
}

/** Once for each office: books that have an opening are left alone. */
export async function bringForward(owner: Knex, database: Database, people: BookPeople): Promise<void> {
  const { maker, head } = people
  const made = await owner('journals').where({ organisation_id: maker.organisationId, type: 'OB' }).first('id')
  if (made) return
  const book = journalBooks.opening
  const id = await database.work(maker, ownOrigin, async (work) => {
    const [bank] = await findBankAccounts(work, { activeOnly: true })
    const held = broughtBy(maker)
    const rows = [row(savings, { key: bank?.id ?? '', debit: held.savings }), ...held.rest]
    const documentDate = fiscalYearPeriod(fiscalYearOf(work.today)).from
    return createJournal(work, book, { type: 'OB', documentDate, description: 'ยอดยกมาตามงบทดลองหลังปิดบัญชี', reference: '', rows, isSubmitted: true, formKey: randomUUID() })
  })
  await database.work(head, ownOrigin, (work) => approveJournal(work, { book, id }, 2))
  await database.work(head, ownOrigin, (work) => confirmOpening(work, id))
}

/** One posted, one posted and undone, one that waits for the head, one still a draft. */
export async function keyJournals(owner: Knex, database: Database, { maker, head }: BookPeople): Promise<void> {
  const made = await owner('journals').where({ organisation_id: maker.organisationId, type: 'JV' }).first('id')
  if (made) return
  const book = journalBooks.journal
  const key = (given: { days: number; description: string; rows: Rows; isSubmitted: boolean }) => database.work(maker, ownOrigin, (work) => (
    createJournal(work, book, { type: 'JV', documentDate: dayOf(work, given.days), reference: '', formKey: randomUUID(), ...given })))
  const approve = (id: string) => database.work(head, ownOrigin, (work) => approveJournal(work, { book, id }, 2))
  const paid = (amount: string, account = supplies) => [row(account, { debit: amount }), row(cash, { credit: amount })]
  await approve(await key({ days: 12, description: 'วัสดุสำนักงานที่เบิกใช้จากเงินสดย่อย', rows: paid('1,250.00'), isSubmitted: true }))
  const twice = await key({ days: 9, description: 'วัสดุงานบ้านงานครัว', rows: paid('480.00'), isSubmitted: true })
  await approve(twice)
  await database.work(head, ownOrigin, (work) => reverseJournal(work, { book, id: twice }, { version: 3, reason: 'บันทึกซ้ำกับใบเบิกเดิม', documentDate: work.today }))
  await key({ days: 2, description: 'น้ำมันเชื้อเพลิงรถบรรทุกขยะ', rows: paid('2,340.50', fuel), isSubmitted: true })
  await key({ days: 0, description: 'ปรับประเภทวัสดุ', rows: [row(supplies, { debit: '900.00' }), row(cash, { credit: '600.00' })], isSubmitted: false })
}

/** So many days ago, but of this fiscal year. */
function dayOf({ today }: OfficerWork, days: number): CalendarDate {
  const [wanted, first] = [addDays(today, -days), fiscalYearPeriod(fiscalYearOf(today)).from]
  return compareDates(wanted, first) < 0 ? first : wanted
}

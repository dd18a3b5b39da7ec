// An LAO's accounting office: who keys, who approves, and a journal as they would key it.
import { randomUUID } from 'node:crypto'
import { journalBooks, type JournalBook, type JournalType } from '../../../src/ledger/journal/journal.ts'
import { getJournal } from '../../../src/ledger/journal/journal.repository.ts'
import { approveJournal, createJournal, submitJournal } from '../../../src/ledger/journal/journal.service.ts'
import { type Journal } from '../../../src/ledger/journal/journal.ts'
import { blankLine, type TypedLine } from '../../../src/ledger/journal-lines/journal-lines.ts'
import { calendarDate, type CalendarDate } from '../../../src/platform/dates.ts'
import { aPerson, type Person } from '../../receipts/school.ts'
import { type TestDatabase } from '../../support/database.ts'
import { aLao, anOpenOffice, type Organisation } from '../../support/world.ts'

export const supplies = '5104010104.001'
export const cash = '1101010101.001'
export const savings = '1101030102.001'
export const header = '1206100000.000'
export const ofSchools = '4404010101.001'
export const guarantee = '2112010101.001'
export const accumulated = '3102010101.001'
export const day = calendarDate('2026-11-10')

export interface Accounting {
  readonly organisation: Organisation
  readonly maker: Person
  readonly head: Person
  readonly bankAccountId: string
}

export async function anAccounting(db: TestDatabase): Promise<Accounting> {
  const organisation = await aLao(db)
  const { officer, bankAccountId, ...acting } = await anOpenOffice(db, { at: organisation, groups: ['LAO_ACCOUNT'] })
  return { organisation, bankAccountId, maker: { ...acting, officer }, head: await aPerson(db, organisation, ['LAO_FIN_HEAD']) }
}

export interface Keyed {
  readonly rows?: readonly Partial<TypedLine>[]
  readonly date?: CalendarDate
  readonly type?: JournalType
  readonly formKey?: string
  readonly isSubmitted?: boolean
  readonly book?: JournalBook
  /** Why beside the summary of its day (§4.1). */
  readonly dayReason?: string
}

export const twoLines = (amount = '100.00'): Partial<TypedLine>[] => [{ account: supplies, debit: amount }, { account: cash, credit: amount }]

export function form(given: Keyed = {}) {
  return {
    type: given.type ?? 'JV' as const, documentDate: given.date ?? day, description: 'ปรับประเภทค่าใช้จ่าย', reference: '', dayReason: given.dayReason ?? '', isSubmitted: given.isSubmitted ?? false,
    formKey: given.formKey ?? randomUUID(), rows: (given.rows ?? twoLines()).map((row) => ({ ...blankLine, ...row })),
  }
}

export function keyed(who: Person, given: Keyed = {}): Promise<string> {
  return who.work((work) => createJournal(work, given.book ?? journalBooks.journal, form(given)))
}

export async function posted(office: Accounting, given: Keyed = {}): Promise<string> {
  const book = given.book ?? journalBooks.journal
  const id = await keyed(office.maker, given)
  await office.maker.work((work) => submitJournal(work, { book, id }, 1))
  await office.head.work((work) => approveJournal(work, { book, id }, 2))
  return id
}

export function shown({ maker, organisation }: Accounting, id: string, book: JournalBook = journalBooks.journal): Promise<Journal> {
  return maker.read((read) => getJournal(read, { organisationId: organisation.id, id, book }))
}

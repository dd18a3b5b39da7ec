import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { countBooks, countLeftOver, findBooks, getBook } from '../../../src/receipts/receipt-book/receipt-book.repository.ts'
import { closeBook, issueBook, receiveBooks, removeBook, returnBook, type IssueCommand } from '../../../src/receipts/receipt-book/receipt-book.service.ts'
import { type BookFilter, type NewBooks } from '../../../src/receipts/receipt-book/receipt-book.ts'
import { receiptBookText } from '../../../src/receipts/receipt-book.text.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { findMissingSheets } from '../../../src/receipts/missing-sheets/missing-sheets.repository.ts'
import { testDatabase } from '../../support/database.ts'
import { aSubUnit } from '../../support/world.ts'
import { aCounter } from '../lao.ts'
import { aPerson, aSchool, cancel, cancelPaper, record, today, yesterday, type Person, type School } from '../school.ts'

const db = await testDatabase()
const { errors } = receiptBookText
const october = calendarDate('2026-10-02')
const year = fiscalYear(2570)

type Who = Pick<School, 'organisation' | 'clerk' | 'head'>

const books = (given: Partial<NewBooks> = {}): NewBooks => ({
  formKey: randomUUID(), fiscalYear: year, books: ['12'], first: 1, last: 50, isRunning: false, receivedOn: october, receivedFrom: 'กองคลัง', remark: '', ...given,
})
const receive = (who: Person, given: Partial<NewBooks> = {}) => who.work((work) => receiveBooks(work, books(given)))
const issue = (who: Person, id: string, given: Partial<IssueCommand> = {}) => (
  who.work((work) => issueBook(work, id, { version: 1, issuedOn: october, userId: undefined, unitId: undefined, name: 'ครูประจำชั้น', ...given })))
const show = ({ head, organisation }: Who, id: string) => head.read((read) => getBook(read, organisation.id, id))
const filter = ({ organisation }: Who, given: Partial<BookFilter> = {}): BookFilter => (
  { organisationId: organisation.id, fiscalYear: year, state: undefined, search: '', after: undefined, ...given })

async function inHand(at: Who, given: Partial<NewBooks> = {}): Promise<string> {
  const id = await receive(at.clerk, given)
  await issue(at.head, id)
  return id
}

describe('a hand-written receipt', () => {
  it('is of a book in hand and of a sheet it has; skipped ones are named, used ones refused (scenario 43)', async () => {
    const school = await aSchool(db)
    const other = await aSchool(db)
    await inHand(school)
    await inHand(other, { books: ['13'] })
    for (const sheet of [34, 35, 37]) await record(school.clerk, { book: '12', sheet })
    const missing = await school.clerk.read((read) => findMissingSheets(read, school.organisation.id, year))
    expect(missing).toEqual([{ book: '12', from: 1, until: 33 }, { book: '12', from: 36, until: 36 }])
    await expect(record(school.clerk, { book: '12', sheet: 35 })).rejects.toThrow('ไว้แล้ว')
    await expect(record(school.clerk, { book: '12', sheet: 51 })).rejects.toThrow(new RuleBroken({ sheet: errors.range('12', '1–50') }))
    await expect(record(school.clerk, { book: '13', sheet: 1 })).rejects.toThrow(new RuleBroken({ book: errors.strange('13') }))
  })

  it('is of any book while the register is empty', async () => {
    const school = await aSchool(db)
    expect(await record(school.clerk, { book: '77', sheet: 900 })).toMatch(/^[0-9]+$/)
  })

  it('is not of a book in the safe, not yet handed out on its day, or brought back before it', async () => {
    const school = await aSchool(db)
    const id = await receive(school.clerk)
    await expect(record(school.clerk, { book: '12', sheet: 1 })).rejects.toThrow(new RuleBroken({ book: errors.unfit.stock('12') }))
    await issue(school.head, id, { issuedOn: today })
    await expect(record(school.clerk, { book: '12', sheet: 1, date: yesterday })).rejects.toThrow(new RuleBroken({ book: errors.unfit.early('12') }))
    await record(school.clerk, { book: '12', sheet: 1 })
    await db.owner('receipt_books').where({ id }).update({ issued_on: yesterday })
    await school.head.work((work) => returnBook(work, id, { version: 2, returnedOn: yesterday }))
    await expect(record(school.clerk, { book: '12', sheet: 2 })).rejects.toThrow(new RuleBroken({ book: errors.unfit.returned('12') }))
    await issue(school.head, id, { version: 3, issuedOn: today })
    await record(school.clerk, { book: '12', sheet: 2 })
  })

  it('written while the book was out is keyed also after it came back, by who had it', async () => {
    const school = await aSchool(db)
    const id = await receive(school.clerk)
    await issue(school.head, id, { issuedOn: today, userId: school.clerk.officer.userId, name: '' })
    await school.head.work((work) => returnBook(work, id, { version: 2, returnedOn: today }))
    await record(school.clerk, { book: '12', sheet: 3 })
    await expect(record(school.finance, { book: '12', sheet: 4 })).rejects.toThrow(RuleBroken)
  })

  it('written before the book was handed out again is keyed by who had it then, of its own days only', async () => {
    const school = await aSchool(db)
    const id = await receive(school.clerk)
    await issue(school.head, id, { issuedOn: october, userId: school.clerk.officer.userId, name: '' })
    await school.head.work((work) => returnBook(work, id, { version: 2, returnedOn: yesterday }))
    await issue(school.head, id, { version: 3, issuedOn: today, name: 'ผู้เก็บเงินภาคสนาม' })
    await record(school.clerk, { book: '12', sheet: 1, date: yesterday })
    await expect(record(school.finance, { book: '12', sheet: 2, date: yesterday })).rejects.toThrow(RuleBroken)
    await record(school.finance, { book: '12', sheet: 2 })
    await expect(record(school.clerk, { book: '12', sheet: 51, date: yesterday })).rejects.toThrow(new RuleBroken({ sheet: errors.range('12', '1–50') }))
    await expect(record(school.clerk, { book: '12', sheet: 3, date: calendarDate('2026-10-01') })).rejects.toThrow(new RuleBroken({ book: errors.unfit.early('12') }))
    expect((await show(school, id)).before).toEqual([{ holder: { name: school.clerk.officer.name, userId: school.clerk.officer.userId, unitId: null }, issuedOn: october, returnedOn: yesterday }])
  })

  it('of a miskeyed sheet is keyed anew though its book was brought back since', async () => {
    const school = await aSchool(db)
    const id = await inHand(school)
    const receipt = await record(school.clerk, { book: '12', sheet: 1 })
    await school.head.work((work) => returnBook(work, id, { version: 2, returnedOn: today }))
    await cancel(school.clerk, receipt, { cause: 'miskeyed' })
    expect(await record(school.clerk, { book: '12', sheet: 1 })).not.toBe(receipt)
  })

  it('of a book of one officer is keyed by nobody else', async () => {
    const school = await aSchool(db)
    const colleague = await aPerson(db, school.organisation, ['SUB_CLERK'])
    const id = await receive(school.clerk)
    await issue(school.head, id, { userId: colleague.officer.userId })
    await expect(record(school.clerk, { book: '12', sheet: 1 })).rejects.toThrow(new RuleBroken({ book: errors.held('12', colleague.officer.name) }))
    await record(colleague, { book: '12', sheet: 1 })
    expect((await show(school, id)).sheets).toEqual({ used: 1, cancelled: 0, missing: 0, unused: 49 })
  })
})

describe('a book', () => {
  it('counts what was used, cancelled, skipped and left', async () => {
    const school = await aSchool(db)
    const id = await inHand(school)
    for (const sheet of [1, 2, 4]) await record(school.clerk, { book: '12', sheet })
    await cancelPaper(school, await record(school.clerk, { book: '12', sheet: 5 }))
    expect((await show(school, id)).sheets).toEqual({ used: 3, cancelled: 1, missing: 1, unused: 45 })
    expect(await school.head.read((read) => countBooks(read, filter(school)))).toEqual({ books: 1, used: 3, cancelled: 1, missing: 1, unused: 45 })
  })

  it('handed to a unit below is not the town\'s own any more, and the town sees what the unit used of it', async () => {
    const town = await aCounter(db)
    const place = await aSubUnit(db, { lao: town.organisation, kind: '05' })
    const id = await receive(town.clerk)
    await issue(town.head, id, { unitId: place.id })
    await expect(record(town.clerk, { book: '12', sheet: 1, income: '41210008' })).rejects.toThrow(new RuleBroken({ book: errors.held('12', place.name) }))
    await expect(issue(town.head, await receive(town.clerk, { books: ['13'] }), { unitId: (await aSchool(db)).organisation.id })).rejects.toThrow(NotFound)
    expect((await show(town, id)).holder).toEqual({ name: place.name, userId: null, unitId: place.id })
  })

  it('begun by a unit below goes back to that unit only: its used sheets are not written on once more', async () => {
    const school = await aSchool(db)
    const town = await aCounter(db, school.lao)
    const id = await receive(town.clerk)
    await issue(town.head, id, { unitId: school.organisation.id })
    await record(school.clerk, { book: '12', sheet: 1 })
    await town.head.work((work) => returnBook(work, id, { version: 2, returnedOn: today }))
    await expect(issue(town.head, id, { version: 3, issuedOn: today })).rejects.toThrow(new RuleBroken({ holder: errors.begun }))
    await expect(issue(town.head, id, { version: 3, issuedOn: today, userId: town.clerk.officer.userId })).rejects.toThrow(new RuleBroken({ holder: errors.begun }))
    await issue(town.head, id, { version: 3, issuedOn: today, unitId: school.organisation.id })
    expect((await show(town, id)).sheets).toMatchObject({ used: 1, unused: 49 })
  })

  it('comes once a year under its number; many come together, their sheets running on or beginning anew', async () => {
    const school = await aSchool(db)
    const form = books({ books: ['1', '2', '10'], isRunning: true })
    const id = await school.clerk.work((work) => receiveBooks(work, form))
    expect(await school.clerk.work((work) => receiveBooks(work, form))).toBe(id)
    const { items } = await school.head.read((read) => findBooks(read, filter(school)))
    expect(items.map(({ book, first, last }) => [book, first, last])).toEqual([['1', 1, 50], ['2', 51, 100], ['10', 101, 150]])
    await expect(receive(school.clerk, { books: ['2'] })).rejects.toThrow(new RuleBroken({ book: errors.taken('2', '2570') }))
    await receive(school.clerk, { books: ['2'], fiscalYear: fiscalYear(2571) })
    const second = await school.head.read((read) => findBooks(read, filter(school, { after: { book: '2', id: items[1]?.id ?? '' } })))
    expect(second.items.map(({ book }) => book)).toEqual(['10'])
  })

  it('received twice at one moment stands once', async () => {
    const school = await aSchool(db)
    const both = await Promise.allSettled([1, 2].map(() => receive(school.clerk)))
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is handed out by the head, not by who keys; not before it came, not with a page gone stale', async () => {
    const school = await aSchool(db)
    const id = await receive(school.clerk)
    await expect(issue(school.clerk, id)).rejects.toThrow(Forbidden)
    await expect(issue(school.head, id, { version: 7 })).rejects.toThrow(Conflict)
    await expect(issue(school.head, id, { issuedOn: calendarDate('2026-10-01') })).rejects.toThrow(new RuleBroken({ issuedOn: errors.beforeReceived }))
    await expect(issue(school.head, id, { issuedOn: calendarDate('2026-11-21') })).rejects.toThrow(new RuleBroken({ issuedOn: receiptsText.errors.future }))
    await expect(issue((await aSchool(db)).head, id)).rejects.toThrow(NotFound)
    await issue(school.head, id)
    await expect(school.head.work((work) => returnBook(work, id, { version: 2, returnedOn: calendarDate('2026-10-01') }))).rejects.toThrow(new RuleBroken({ returnedOn: errors.beforeIssued }))
    await expect(issue(school.head, id, { version: 2 })).rejects.toThrow(Conflict)
  })

  it('keyed by mistake is removed while nothing was written in it', async () => {
    const school = await aSchool(db)
    const id = await receive(school.clerk)
    await school.clerk.work((work) => removeBook(work, id, { version: 1, reason: 'พิมพ์เลขเล่มผิด' }))
    expect((await school.head.read((read) => findBooks(read, filter(school)))).items).toEqual([])
    await receive(school.clerk)
  })
})

describe('the end of the year', () => {
  it('offers unused sheets for cancelling, and an old book writes no receipt of the new year (scenario 57)', async () => {
    const school = await aSchool(db)
    const id = await receive(school.clerk, { fiscalYear: fiscalYear(2569), receivedOn: calendarDate('2025-10-01') })
    expect(await school.head.read((read) => countLeftOver(read, year))).toEqual({ books: 1, year: 2569 })
    await expect(issue(school.head, id)).rejects.toThrow(errors.oldBook('12', '2569'))
    await expect(record(school.clerk, { book: '12', sheet: 1 })).rejects.toThrow(new RuleBroken({ book: errors.oldBook('12', '2569') }))
    await school.head.work((work) => closeBook(work, id, { version: 1, reason: 'เจาะรูทุกฉบับ' }))
    expect(await show(school, id)).toMatchObject({ state: 'closed', sheets: { used: 0, cancelled: 0, missing: 0, unused: 50 }, closed: { reason: 'เจาะรูทุกฉบับ', by: school.head.officer.name } })
    expect(await school.head.read((read) => countLeftOver(read, year))).toEqual({ books: 0, year: null })
  })

  it('does not close a book with skipped sheets: they may have been written on', async () => {
    const school = await aSchool(db)
    const id = await inHand(school)
    for (const sheet of [1, 3]) await record(school.clerk, { book: '12', sheet })
    await expect(school.head.work((work) => closeBook(work, id, { version: 2, reason: 'ปรุ' }))).rejects.toThrow(errors.missing('1'))
    await cancelPaper(school, await record(school.clerk, { book: '12', sheet: 2 }))
    await school.head.work((work) => closeBook(work, id, { version: 2, reason: 'ปรุ' }))
    await expect(record(school.clerk, { book: '12', sheet: 4 })).rejects.toThrow(new RuleBroken({ book: errors.unfit.closed('12') }))
  })
})

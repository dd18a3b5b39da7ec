// สมุดเช็ค: which leaf may bear a cheque, and which may not.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findNextLeaves } from '../../../src/expenditure/cheque-book/cheque-book.repository.ts'
import { closeBook, createBook, spoilLeaf } from '../../../src/expenditure/cheque-book/cheque-book.service.ts'
import { leafFault, rangeFault } from '../../../src/expenditure/cheque-book/cheque-book.ts'
import { writeCheque } from '../../../src/expenditure/cheque/cheque.service.ts'
import { chequeText } from '../../../src/expenditure/cheque.text.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { bookPaths as paths } from '../../../src/expenditure/payment.paths.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { addressIn, boxesIn } from '../../receipts/pages.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aPayingOffice, saidBy as said } from '../payment/paying.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const { errors, bookText } = chequeText
const desk = atDesk(db, office.finance.officer, expenditureRoutes)
const command = (given: object = {}) => ({
  formKey: randomUUID(), bankAccountId: office.current, book: 'ก.1', firstNumber: '0500001', lastNumber: '0500005', receivedOn: calendarDate('2026-11-02'), remark: '', ...given,
})
const book = await office.finance.work((work) => createBook(work, command()))
const write = (number: string, bankAccountId = office.current) => office.finance.work((work) => (
  writeCheque(work, { bankAccountId, number, chequeDate: work.today, payeeName: 'ร้านหนึ่ง', amount: baht('10.00') }, 'chequeNumber')))

it.each([
  ['1000', '1009', undefined], ['1000', '999', 'length'], ['1009', '1000', 'order'], ['1000', '1999', undefined], ['1000', '2000', 'long'],
] as const)('from %s to %s: %s', (firstNumber, lastNumber, fault) => {
  expect(rangeFault({ firstNumber, lastNumber })).toBe(fault)
})

it('a leaf serves its own account, while its book is in use', () => {
  expect(leafFault(undefined, '1')).toBe('noBook')
  expect(leafFault({ bankAccountId: '2', state: 'in_use' }, '1')).toBe('otherAccount')
  expect(leafFault({ bankAccountId: '1', state: 'closed' }, '1')).toBe('closed')
  expect(leafFault({ bankAccountId: '1', state: 'in_use' }, '1')).toBeUndefined()
})

describe('a cheque book is refused', () => {
  it.each([
    ['of a savings account', { bankAccountId: office.savings }, errors.current],
    ['whose last leaf stands before its first', { firstNumber: '0500009' }, errors.range.order],
    ['received tomorrow', { firstNumber: '0600001', lastNumber: '0600002', receivedOn: calendarDate('2026-12-31') }, errors.future],
    ['that shares a leaf with another', { firstNumber: '0500005', lastNumber: '0500010' }, errors.overlap('ก.1')],
  ])('%s', async (_name, given, refusal) => {
    expect(await said(office.finance.work((work) => createBook(work, command(given))))).toBe(refusal)
  })

  it('by two who key the same leaves at once but for one, and keyed twice by one form only once', async () => {
    const tried = await Promise.allSettled([1, 2, 3].map((each) => office.finance.work((work) => createBook(work, command({ book: `ค.${each}`, firstNumber: '0700001', lastNumber: '0700005' })))))
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const same = command({ book: 'ง', firstNumber: '0800001', lastNumber: '0800005' })
    const ids = await Promise.all([1, 2].map(() => office.finance.work((work) => createBook(work, same))))
    expect(new Set(ids).size).toBe(1)
  })
})

describe('a number', () => {
  it('is used once, comes from a book that was received, of the account itself', async () => {
    await write('0500001')
    expect(await said(write('0500001'))).toBe(errors.used('0500001'))
    expect(await said(write('0500099'))).toBe(errors.leaf.noBook('0500099', ''))
    expect(await said(write('500002'))).toBe(errors.leaf.noBook('500002', ''))
    expect(await said(write('0500002', office.savings))).toContain('ใช้กับบัญชีนี้ไม่ได้')
    const tried = await Promise.allSettled([1, 2, 3, 4].map(() => write('0500002')))
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('of another office serves nobody else', async () => {
    const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
    expect(await said(other.finance.work((work) => writeCheque(work, {
      bankAccountId: other.current, number: '0500003', chequeDate: work.today, payeeName: 'ร้าน', amount: baht('1.00'),
    }, 'chequeNumber')))).toBe(errors.leaf.noBook('0500003', ''))
    await expect(atDesk(db, other.finance.officer, expenditureRoutes).get(paths.show(book))).rejects.toThrow(NotFound)
  })

  it('that was spoiled is used, and the next one is proposed', async () => {
    const form = { version: 1, number: '0500003', reason: 'ฉีกขาด' }
    await office.finance.work((work) => spoilLeaf(work, book, form))
    expect(await said(office.finance.work((work) => spoilLeaf(work, book, form)))).toBe(errors.used('0500003'))
    expect(await said(office.finance.work((work) => spoilLeaf(work, book, { ...form, number: '0500044' })))).toBe(errors.notALeaf)
    expect(await said(write('0500003'))).toBe(errors.used('0500003'))
    await db.owner('cheque_books').where({ organisation_id: office.organisationId }).whereNot({ id: book }).update({ state: 'closed', close_reason: 'ทดสอบ' })
    expect((await office.finance.read((read) => findNextLeaves(read))).get(office.current)).toBe('0500004')
  })

  it('of a closed book is refused', async () => {
    await office.finance.work((work) => closeBook(work, book, { version: 1, reason: 'คืนธนาคาร' }))
    expect(await said(write('0500005'))).toBe(errors.leaf.closed('0500005', ''))
    await expect(office.finance.work((work) => closeBook(work, book, { version: 2, reason: 'อีกครั้ง' }))).rejects.toThrow(Conflict)
  })
})

describe('the desk of cheque books', () => {
  it('keeps what was typed when it refuses, shows the leaves, and lists what is left', async () => {
    const form = await desk.get(paths.new)
    const typed = { ...boxesIn(form), bankAccountId: office.current, book: 'จ.9', firstNumber: '๐๙๐๐๐๐๑', lastNumber: '09', receivedOn: '02/11/2569' }
    const refused = await desk.post(paths.new, typed)
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(refused.html).toContain('href="#lastNumber"')
    expect(boxesIn(refused)).toMatchObject({ book: 'จ.9' })
    const address = addressIn((await desk.post(paths.new, { ...typed, lastNumber: '0900010' })).reply)
    await desk.post(`${address}/spoil`, { version: '1', number: '0900002', reason: 'เปียกน้ำ' })
    expect(seen((await desk.get(address)).html)).toMatch(/คงเหลือ 9.*0900002.*เช็คเปล่า.*ยกเลิก/)
    expect(seen((await desk.get(`${paths.list}?search=0900003`)).html)).toContain('จ.9')
    expect(seen((await desk.get(`${paths.list}?search=ไม่มี`)).html)).toContain(bookText.empty)
    expect((await desk.get(`${paths.list}/csv`)).reply).toMatchObject({ kind: 'download', body: expect.stringContaining('0900010') })
    expect(seen((await desk.get(`${paths.list}/print`)).html)).toContain('๐๙๐๐๐๑๐')
    await expect(atDesk(db, office.preparer.officer, expenditureRoutes).get(paths.list)).rejects.toThrow(Forbidden)
    await expect(atDesk(db, office.head.officer, expenditureRoutes).get(paths.new)).rejects.toThrow(Forbidden)
  })
})

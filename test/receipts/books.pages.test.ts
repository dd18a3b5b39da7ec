import { describe, expect, it } from 'vitest'
import { NotFound } from '../../src/platform/errors.ts'
import { receiptsRoutes } from '../../src/receipts/index.ts'
import { receiptBookText as text } from '../../src/receipts/receipt-book.text.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { aSubUnit } from '../support/world.ts'
import { aPerson, aSchool, record, type Person } from './school.ts'
import { addressIn, boxesIn } from './pages.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, receiptsRoutes)
const form = { book: '12', first: '1', last: '50', receivedOn: '01/10/2569' }

describe('receipt books', () => {
  it('are received, handed out, used, brought back and closed from their pages', async () => {
    const school = await aSchool(db)
    const [clerk, head] = [desk(school.clerk), desk(school.head)]
    expect(seen((await clerk.get('/receipts/books')).html)).toContain(text.empty)
    const blank = await clerk.get('/receipts/books/new')
    expect((await clerk.post('/receipts/books/new', { ...boxesIn(blank), book: '', last: '50' })).html).toContain('href="#book"')
    const refused = await clerk.post('/receipts/books/new', { ...boxesIn(blank), book: '12', first: '50', last: '1', untilBook: 'ข' })
    expect(refused.reply).toMatchObject({ status: 422 })
    for (const name of ['last', 'untilBook']) expect(refused.html).toContain(`href="#${name}"`)
    expect(boxesIn(refused)).toMatchObject({ first: '50', untilBook: 'ข' })
    const address = addressIn((await clerk.post('/receipts/books/new', { ...boxesIn(blank), ...form })).reply)
    expect((await clerk.get(address)).html).not.toContain(`${address}/issue`)

    const asked = await head.get(`${address}/issue`)
    expect(seen(asked.html)).toContain(text.user(school.clerk.officer.name))
    const nobody = await head.post(`${address}/issue`, { version: '1', issuedOn: '02/10/2569', holder: '' })
    expect(nobody.html).toContain('href="#holder"')
    await head.post(`${address}/issue`, { version: '1', issuedOn: '02/10/2569', holder: `user:${school.clerk.officer.userId}` })
    for (const sheet of [1, 2, 4]) await record(school.clerk, { book: '12', sheet })
    const shown = seen((await head.get(address)).html)
    expect(shown).toContain(`${text.missingSheets} 3`)
    expect(shown).toContain('3 0 1 46')
    await head.post(`${address}/return`, { version: '2', returnedOn: '20/11/2569' })
    expect((await head.post(`${address}/close`, { version: '3', reason: 'ปรุ' })).html).toContain(text.errors.missing('1'))
    await head.post(`${address}/issue`, { version: '3', issuedOn: '20/11/2569', holder: '', holderName: 'นายสมหมาย' })
    const list = await head.get('/receipts/books?search=สมหมาย')
    expect(seen(list.html)).toMatch(/12 1–50 นายสมหมาย .* 3 0 1 46 เบิกใช้อยู่/)
    expect(seen((await head.get('/receipts/books?state=closed')).html)).toContain(text.empty)
  })

  it('are reported to the executive by year, on paper and as files', async () => {
    const school = await aSchool(db)
    const address = addressIn((await desk(school.clerk).post('/receipts/books/new', { ...boxesIn(await desk(school.clerk).get('/receipts/books/new')), ...form, fiscalYear: '2569', untilBook: '14' })).reply)
    const left = (await desk(school.head).get('/receipts/books')).html
    expect(left).toContain('href="/receipts/books?year=2569"')
    expect(seen(left)).toContain(text.leftOver('3'))
    await desk(school.head).post(`${address}/close`, { version: '1', reason: 'เจาะรูทุกฉบับ' })
    const print = await desk(school.head).get('/receipts/books/print?year=2569')
    expect(print.reply).toMatchObject({ layout: 'print' })
    expect(seen(print.html)).toContain(text.reportTitle('2569'))
    expect(seen(print.html)).toMatch(/12 1–50 .* 0 0 0 50 ปิดเล่มแล้ว .* รวม 0 0 0 150/)
    const csv = (await desk(school.head).get('/receipts/books/csv?year=2569')).reply
    expect(csv).toMatchObject({ kind: 'download' })
  })

  it('of another school are not there; a pawnshop has none', async () => {
    const [school, other] = [await aSchool(db), await aSchool(db)]
    const address = addressIn((await desk(school.clerk).post('/receipts/books/new', { ...boxesIn(await desk(school.clerk).get('/receipts/books/new')), ...form })).reply)
    await expect(desk(other.head).get(address)).rejects.toThrow(NotFound)
    await expect(desk(other.head).post(`${address}/close`, { version: '1', reason: 'ก' })).rejects.toThrow(NotFound)
    const manager = await aPerson(db, await aSubUnit(db, { lao: school.lao, kind: '01' }), ['PAWN_MANAGER'])
    await expect(desk(manager).get('/receipts/books')).rejects.toThrow(NotFound)
    expect(seen((await desk(manager).get('/receipts/reports')).html)).not.toContain(text.listTitle)
  })
})

// An office where one person collects and another is head of finance: nobody holds both rights, and an order to take less still reaches the counter.
import { describe, expect, it } from 'vitest'
import { baht, zero } from '../../../src/platform/money.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, RuleBroken } from '../../../src/platform/errors.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { receiptsRoutes } from '../../../src/receipts/index.ts'
import { findMoneyWork } from '../../../src/receipts/money-work/money-work.service.ts'
import { getReceipt } from '../../../src/receipts/receipt/receipt.repository.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { balanceOf } from '../../../src/receipts/tax-debt/tax-debt.ts'
import { taxReductionText as text } from '../../../src/receipts/tax-reduction.text.ts'
import { askReduction, confirmReduction } from '../../../src/receipts/tax-reduction/tax-reduction.service.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { assess, aTaxTown, debtOf, type Owing } from '../owing.ts'
import { addressIn, boxesIn } from '../pages.ts'
import { aPerson, type Person } from '../school.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, receiptsRoutes)
const order = { penalty: '1,000.00', surcharge: '240', orderNumber: '112/2570', orderDate: '15/11/2569', reason: 'ได้รับผลกระทบจากอุทกภัย' }
const typed = { penalty: baht('500'), surcharge: zero, orderNumber: '1/2570', orderDate: calendarDate('2026-11-15'), reason: 'อุทกภัย' }

/** 12,000 baht, in its second month late: 1,200 penalty, 240 surcharge. */
async function late(): Promise<{ town: Owing; id: string; at: string }> {
  const town = await aTaxTown(db)
  const id = await assess(town, { taxYear: 2570, assessed: baht('12000'), noticeDate: calendarDate('2026-10-05'), dueDate: calendarDate('2026-10-06') })
  return { town, id, at: `/receipts/tax-debts/${id}` }
}

describe('a reduction of penalty and surcharge', () => {
  it('is asked by who collects, confirmed by the head, and taken off what the counter asks for', async () => {
    const { town, id, at } = await late()
    expect(boxesIn(await desk(town.clerk).get(`${at}/reduce`))).toMatchObject({ version: '1', penalty: '', surcharge: '' })
    const asked = await desk(town.clerk).post(`${at}/reduce`, { version: '1', ...order })
    expect(asked.reply).toMatchObject({ kind: 'redirect', to: at })
    expect(boxesIn(await desk(town.clerk).get(`/receipts/counter?debt=${id}`))).toMatchObject({ 'lines.1.amount': '1,200.00', 'lines.2.amount': '240.00' })
    expect((await town.head.read(findMoneyWork)).map((item) => item.text)).toContain(receiptsText.work.reducingDebts)
    await expect(desk(town.clerk).post(`${at}/confirm-reduction`, { version: '2' })).rejects.toThrow(Forbidden)
    expect(seen((await desk(town.head).get(at)).html)).toContain('112/2570')
    await desk(town.head).post(`${at}/confirm-reduction`, { version: '2' })
    expect(await debtOf(town, id)).toMatchObject({ state: 'assessed', reduced: baht('1240') })

    const boxes = boxesIn(await desk(town.clerk).get(`/receipts/counter?debt=${id}`))
    expect(boxes).toMatchObject({ 'lines.0.amount': '12,000.00', 'lines.1.amount': '200.00' })
    expect(boxes['lines.1.description']).toBe('เบี้ยปรับร้อยละ 10 ของภาษี 12,000.00 บาท · หักที่ได้รับลดหรือชำระแล้ว 1,000.00')
    const receipt = addressIn((await desk(town.clerk).post('/receipts/counter', { ...boxes, payerNumber: '', then: 'show' })).reply).split('/').at(-1) ?? ''
    expect((await town.clerk.read((read) => getReceipt(read, town.organisation.id, receipt))).total).toBe(baht('12200'))
    expect(balanceOf(await debtOf(town, id))).toBe(zero)

    for (const page of [await desk(town.clerk).get(at), await desk(town.clerk).post(`${at}/print`)]) {
      expect(seen(page.html)).toMatch(/112\/2570.*15 พ\.ย\. 2569.*1,000\.00.*240\.00.*ได้รับผลกระทบจากอุทกภัย/)
    }
    expect(seen((await desk(town.clerk).get('/receipts/tax-debts?state=all')).html)).toContain('1,240.00')
    expect(seen((await desk(town.clerk).get('/receipts/tax-debts/print?state=all')).html)).toContain('1,240.00')
  })

  it('is spread over the parts that are paid until it is used up', async () => {
    const { town, id, at } = await late()
    await desk(town.clerk).post(`${at}/reduce`, { version: '1', ...order, penalty: '700', surcharge: '' })
    await desk(town.head).post(`${at}/confirm-reduction`, { version: '2' })
    const pay = async () => {
      const boxes = boxesIn(await desk(town.clerk).get(`/receipts/counter?debt=${id}`))
      return desk(town.clerk).post('/receipts/counter', { ...boxes, payerNumber: '', 'lines.0.amount': '6,000.00', 'lines.1.amount': '120.00', 'lines.1.reference': `${boxes['lines.0.reference']}/S`, 'lines.2.amount': '', 'lines.2.reference': '', 'lines.2.incomeCode': '', 'lines.2.description': '' })
    }
    addressIn((await pay()).reply)
    const rest = boxesIn(await desk(town.clerk).get(`/receipts/counter?debt=${id}`))
    expect(rest).toMatchObject({ 'lines.0.amount': '6,000.00', 'lines.1.amount': '500.00', 'lines.2.amount': '120.00' })
  })

  it('refused, the debt is owed as before; it may be asked for anew', async () => {
    const { town, id, at } = await late()
    await desk(town.clerk).post(`${at}/reduce`, { version: '1', ...order })
    await desk(town.head).post(`${at}/refuse-reduction`, { version: '2', reason: 'ไม่มีคำสั่ง' })
    expect(await debtOf(town, id)).toMatchObject({ state: 'assessed', reduced: zero })
    await desk(town.clerk).post(`${at}/reduce`, { version: '3', ...order })
    expect((await debtOf(town, id)).state).toBe('reducing')
  })

  it('is never more than lateness asks for, needs its order, and keeps what was typed', async () => {
    const { town, at } = await late()
    const refused = async (given: object) => (await desk(town.clerk).post(`${at}/reduce`, { version: '1', ...order, ...given })).html
    expect(await refused({ penalty: '1,200.01' })).toContain(text.errors.over('1,200.00', '240.00'))
    expect(await refused({ surcharge: '240.01' })).toContain(text.errors.over('1,200.00', '240.00'))
    const blank = await refused({ penalty: '', surcharge: '', orderNumber: '', orderDate: '31/02/2569', reason: '' })
    for (const name of ['penalty', 'orderNumber', 'orderDate', 'reason']) expect(blank).toContain(`href="#${name}"`)
    expect(blank).toContain('value="31/02/2569"')
    expect(blank).toContain(text.errors.nothing)
    expect(await refused({ orderDate: '21/11/2569' })).toContain('href="#orderDate"')
    expect(await refused({ penalty: '-1' })).toContain('href="#penalty"')
  })

  it('is confirmed by nobody who asked for it, once, on the version seen, and not once its lateness is paid', async () => {
    const { town, id } = await late()
    const both = await aPerson(db, town.organisation, ['LAO_REVENUE', 'LAO_FIN_HEAD'])
    await both.work((work) => askReduction(work, id, { version: 1, ...typed }))
    await expect(both.work((work) => confirmReduction(work, id, 2))).rejects.toThrow(documentsText.samePerson)
    expect((await both.read(findMoneyWork)).map((item) => item.text)).not.toContain(receiptsText.work.reducingDebts)
    await expect(town.clerk.work((work) => askReduction(work, id, { version: 2, ...typed }))).rejects.toThrow(Conflict)
    await expect(town.head.work((work) => confirmReduction(work, id, 1))).rejects.toThrow(Conflict)
    const boxes = boxesIn(await desk(town.clerk).get(`/receipts/counter?debt=${id}`))
    await desk(town.clerk).post('/receipts/counter', { ...boxes, payerNumber: '', then: 'show' })
    await expect(town.head.work((work) => confirmReduction(work, id, 2))).rejects.toThrow(new RuleBroken(text.errors.over('0.00', '0.00')))
  })
})

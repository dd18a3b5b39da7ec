import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { NotFound } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { receiptsRoutes } from '../../../src/receipts/index.ts'
import { receiptPaths } from '../../../src/receipts/receipts.paths.ts'
import { createDebt } from '../../../src/receipts/tax-debt/tax-debt.service.ts'
import { createTaxpayer } from '../../../src/receipts/taxpayer/taxpayer.service.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk } from '../../support/desk.ts'
import { aCounter, aNumber } from '../lao.ts'
import { boxesIn } from '../pages.ts'
import { type Person, type School } from '../school.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, receiptsRoutes)

const aTaxpayer = (town: School) => town.clerk.work((work) => createTaxpayer(work, {
  formKey: randomUUID(), register: 'taxpayer', personKind: 'juristic', name: 'บริษัท ตลาดหนองมน จำกัด', personNumber: aNumber, address: '99 หมู่ 4', phone: '', isActive: true, items: [],
}))

describe('the counter, opened for somebody of the register', () => {
  it('knows name, number and address of the payer', async () => {
    const town = await aCounter(db)
    const id = await aTaxpayer(town)
    const form = await desk(town.clerk).get(`/receipts/counter?taxpayer=${id}`)
    expect(boxesIn(form)).toMatchObject({ payer: 'บริษัท ตลาดหนองมน จำกัด', payerNumber: aNumber })
    expect(form.html).toMatch(/<option value="juristic" selected/)
    expect(form.html).toContain('99 หมู่ 4')
    expect((await desk(town.clerk).get(`/receipts/taxpayers/${id}`)).html).toContain(`href="/receipts/counter?taxpayer=${id}"`)
    await expect(desk((await aCounter(db)).clerk).get(`/receipts/counter?taxpayer=${id}`)).rejects.toThrow(NotFound)
  })

  it('for a debt stands ready with what is due today, tax and lateness apart (scenario 34)', async () => {
    const town = await aCounter(db)
    const taxpayerId = await aTaxpayer(town)
    const debt = await town.clerk.work((work) => createDebt(work, {
      formKey: randomUUID(), taxKind: 'land', taxpayerId, taxYear: 2569, assessed: baht('12000'), discount: zero, isOpening: false, noticeDate: calendarDate('2026-02-01'),
      dueDate: calendarDate('2026-09-30'), parts: 1, isFiledLate: false, signs: [], remark: '',
    }))
    const boxes = boxesIn(await desk(town.clerk).get(`/receipts/counter?debt=${debt}`))
    expect(boxes).toMatchObject({ payer: 'บริษัท ตลาดหนองมน จำกัด', 'lines.0.amount': '12,000.00', 'lines.1.amount': '1,200.00', 'lines.2.amount': '240.00' })
    expect([0, 1, 2].map((row) => boxes[`lines.${row}.description`])).toEqual(['ปีภาษี 2569', 'เบี้ยปรับร้อยละ 10 ของภาษี 12,000.00 บาท', 'เงินเพิ่มร้อยละ 1 ต่อเดือน 2 เดือน ของภาษี 12,000.00 บาท'])
    expect([0, 1, 2].map((row) => boxes[`lines.${row}.reference`]?.replace(/^TAX-\d+\/\d+/, ''))).toEqual(['', '/P', '/S'])
    expect((await desk(town.clerk).get(`/receipts/tax-debts/${debt}`)).html).toContain(`href="/receipts/counter?debt=${debt}"`)
  })

  it('for a debt with a discount tells both, on form, page and paper', async () => {
    const town = await aCounter(db)
    const debt = await town.clerk.work(async (work) => createDebt(work, {
      formKey: randomUUID(), taxKind: 'land', taxpayerId: await aTaxpayer(town), taxYear: 2570, assessed: baht('12000'), discount: baht('1200'), isOpening: false, noticeDate: calendarDate('2026-11-01'),
      dueDate: calendarDate('2026-11-30'), parts: 1, isFiledLate: false, signs: [], remark: '',
    }))
    const boxes = boxesIn(await desk(town.clerk).get(`/receipts/counter?debt=${debt}`))
    expect(boxes).toMatchObject({ 'lines.0.assessed': '12,000.00', 'lines.0.discount': '1,200.00', 'lines.0.amount': '10,800.00' })
    const issued = await desk(town.clerk).post('/receipts/counter', { ...boxes, payerNumber: '', 'lines.0.amount': '5,000.00' })
    const address = issued.reply.kind === 'redirect' ? issued.reply.to : ''
    const told = 'ยอดประเมิน 12,000.00 บาท · ส่วนลด 1,200.00 บาท'
    const id = /[0-9]+/.exec(address)?.[0] ?? ''
    expect((await desk(town.clerk).get(receiptPaths.show(id))).html).toContain(told)
    expect((await desk(town.clerk).post(receiptPaths.print(id))).html).toContain(told)
  })

  it('for a land tax so old that the surcharge has grown to the tax says that it grows no further', async () => {
    const town = await aCounter(db)
    const taxpayerId = await aTaxpayer(town)
    const debt = await town.clerk.work((work) => createDebt(work, {
      formKey: randomUUID(), taxKind: 'land', taxpayerId, taxYear: 2560, assessed: baht('1000'), discount: zero, isOpening: true, noticeDate: calendarDate('2017-02-01'),
      dueDate: calendarDate('2017-04-30'), parts: 1, isFiledLate: false, signs: [], remark: '',
    }))
    const boxes = boxesIn(await desk(town.clerk).get(`/receipts/counter?debt=${debt}`))
    expect([boxes['lines.2.amount'], boxes['lines.2.description']]).toEqual(['1,000.00', 'เงินเพิ่มร้อยละ 1 ต่อเดือน 115 เดือน ของภาษี 1,000.00 บาท ไม่เกินค่าภาษี'])
  })

  it('tells how the tax of signs was reckoned (scenario 33)', async () => {
    const town = await aCounter(db)
    const sign = (width: number, height: number, script: 'thai' | 'mixed') => ({ width, height, script, isMoving: false })
    const taxpayerId = await aTaxpayer(town)
    const debt = await town.clerk.work((work) => createDebt(work, {
      formKey: randomUUID(), taxKind: 'signboard', taxpayerId, taxYear: 2570, assessed: null, discount: zero, isOpening: false, noticeDate: calendarDate('2026-11-01'),
      dueDate: calendarDate('2026-11-30'), parts: 1, isFiledLate: false, signs: [sign(100, 240, 'thai'), sign(60, 80, 'mixed'), sign(30, 40, 'thai')], remark: '',
    }))
    expect(boxesIn(await desk(town.clerk).get(`/receipts/counter?debt=${debt}`))).toMatchObject({
      'lines.0.amount': '700.00',
      'lines.0.description': 'ปีภาษี 2570 · ป้าย 100×240 ซม. 48 หน่วย × 5 บาท = 240.00 · ป้าย 60×80 ซม. 10 หน่วย × 26 บาท = 260.00 · ป้าย 30×40 ซม. 2 หน่วย × 5 บาท ขั้นต่ำ 200.00',
    })
  })
})

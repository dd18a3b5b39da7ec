import { describe, expect, it } from 'vitest'
import { addendumText as text } from '../../../src/expenditure/addendum.text.ts'
import { approveAddendum, createAddendum } from '../../../src/expenditure/addendum/addendum.service.ts'
import { procurementRoutes } from '../../../src/expenditure/procurement.list.ts'
import { addendumPaths as paths } from '../../../src/expenditure/procurement.paths.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { boxesIn } from '../../receipts/pages.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aBuyingOffice, addendumOf, aSignedContract, aSupplier } from '../procurement-world.ts'

const db = await testDatabase()

describe('the form of an addendum made before another', () => {
  it('shows what it left alone as the contract has it now', async () => {
    const office = await aBuyingOffice(db)
    const contract = await aSignedContract(office, { payee: await aSupplier(office), amount: '53500.00' })
    const put = (price: string, endsOn?: string) => office.buyer.work((work) => createAddendum(work, addendumOf(contract, price, endsOn === undefined ? {} : {
      endsOn: calendarDate(endsOn), instalments: [{ number: 1, description: 'งวดเดียว', amount: baht(price), dueOn: calendarDate(endsOn) }],
    })))
    const [later, dearer] = [await put('53500.00', '2026-12-15'), await put('60000.00', '2026-12-20')]
    await office.buyer.work((work) => approveAddendum(work, dearer, 1))
    const form = boxesIn(await atDesk(db, office.buyer.officer, procurementRoutes).get(paths.edit(later)))
    expect(form).toMatchObject({ price: '60,000.00', endsOn: '15/12/2569', 'instalments.0.amount': '60,000.00' })
  })
})

describe('the paper of an addendum', () => {
  it('names what changes, the instalments as they become and both sides, once it has its number', async () => {
    const office = await aBuyingOffice(db)
    const contract = await aSignedContract(office, { payee: await aSupplier(office), amount: '53500.00' })
    const id = await office.buyer.work((work) => createAddendum(work, addendumOf(contract, '60000.00', { waivedDays: 3 })))
    const desk = atDesk(db, office.buyer.officer, procurementRoutes)
    expect(seen((await desk.get(paths.show(id))).html)).not.toContain(text.steps.print)
    await expect(desk.post(paths.print(id))).rejects.toThrow(NotFound)
    await office.buyer.work((work) => approveAddendum(work, id, 1))
    expect(seen((await desk.get(paths.show(id))).html)).toContain(text.steps.print)
    const paper = seen((await desk.post(paths.print(id))).html)
    expect(paper).toMatch(/บันทึกข้อตกลงแก้ไขเพิ่มเติมสัญญา.*ADD-๐๐๐๐๑\/๗๐.*๕๓,๕๐๐\.๐๐ ๖๐,๐๐๐\.๐๐.*๓ วัน.*งวดเดียว.*รวมทั้งสิ้น ๖๐,๐๐๐\.๐๐.*หกหมื่นบาทถ้วน/)
    await expect(atDesk(db, office.asking.officer, procurementRoutes).post(paths.print(id))).rejects.toThrow(Forbidden)
  })
})

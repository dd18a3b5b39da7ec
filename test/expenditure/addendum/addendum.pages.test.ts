import { describe, expect, it } from 'vitest'
import { addendumText as text } from '../../../src/expenditure/addendum.text.ts'
import { approveAddendum, createAddendum } from '../../../src/expenditure/addendum/addendum.service.ts'
import { procurementRoutes } from '../../../src/expenditure/procurement.list.ts'
import { addendumPaths as paths } from '../../../src/expenditure/procurement.paths.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aBuyingOffice, addendumOf, aSignedContract, aSupplier } from '../procurement-world.ts'

const db = await testDatabase()

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

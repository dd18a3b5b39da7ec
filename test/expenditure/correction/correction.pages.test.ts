// ปรับปรุงรายจ่าย through the browser's eyes: begun at the paid claim, refused with what was typed, approved, printed, listed.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { correctionText } from '../../../src/expenditure/correction.text.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { claimPaths, correctionPaths as paths } from '../../../src/expenditure/expenditure.paths.ts'
import { NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anApprovedClaim, aPayingOffice, posted } from '../payment/paying.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { on: calendarDate('2026-10-01') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '90000.00', title: 'จ้างเหมาบริการ' }, { code: '5320400', amount: '90000.00', title: 'ค่าซ่อมแซม' }])
const claim = await anApprovedClaim(office, hire, '4800.00')
const { errors } = correctionText
const [clerk, head] = [atDesk(db, office.preparer.officer, expenditureRoutes), atDesk(db, office.head.officer, expenditureRoutes)]
const body = (given: Readonly<Record<string, string>> = {}) => ({
  claim, documentDate: '20/11/2569', cost: `${hire}:5104010112.001`, line: 'ค่าซ่อมแซม', account: '', amount: '4,800.00', reason: 'เบิกผิดรายการ', formKey: randomUUID(), ...given,
})

describe('the pages of a correction', () => {
  it('begin at a claim that is paid, and at no other', async () => {
    expect((await clerk.get(claimPaths.show(claim))).html).not.toContain(paths.newFor(claim))
    await expect(clerk.get(paths.newFor(claim))).rejects.toThrow(RuleBroken)
    await posted(office, [claim], { paymentDate: calendarDate('2026-11-20'), channel: 'withdrawal' })
    expect((await clerk.get(claimPaths.show(claim))).html).toContain(paths.newFor(claim))
    expect((await head.get(claimPaths.show(claim))).html).not.toContain(paths.newFor(claim))
    const { html } = await clerk.get(paths.newFor(claim))
    expect(seen(html)).toContain('0001 จ้างเหมาบริการ · 5104010112.001 ค่าจ้างเหมาบริการ - บุคคลภายนอก · 4,800.00 บาท')
    await expect(clerk.get(`${paths.new}?claim=999999`)).rejects.toThrow(NotFound)
  })

  it('keep what was typed beside what is wrong with it', async () => {
    const wrong = await clerk.post(paths.new, body({ amount: '4,800.01', line: 'ค่าซ่อมแซม' }))
    expect(wrong.reply).toMatchObject({ kind: 'page', status: 422 })
    expect(seen(wrong.html)).toContain(errors.overCost('4,800.00'))
    expect(wrong.html).toContain('value="4,800.01"')
    const empty = await clerk.post(paths.new, body({ cost: '', amount: '', reason: '', documentDate: '31/02/2569' }))
    for (const told of [errors.cost, errors.reasonText]) expect(seen(empty.html)).toContain(told)
  })

  it('lead to its approval, to its claim, to paper and to files', async () => {
    const { reply } = await clerk.post(paths.new, body())
    const address = reply.kind === 'redirect' ? reply.to : ''
    const id = address.split('/').at(-1) ?? ''
    expect(seen((await clerk.get(address)).html)).toContain('รออนุมัติ')
    expect((await clerk.get(address)).html).not.toContain(paths.step(id, 'approve'))
    expect((await head.get(address)).html).toContain(paths.step(id, 'approve'))
    await head.post(paths.step(id, 'approve'), { version: '1' })
    const page = seen((await head.get(address)).html)
    for (const told of ['COR-00001/70', 'CLM-00001/70', 'ที่บันทึกไว้', 'ที่ถูกต้อง', '0002 ค่าซ่อมแซม', 'ปรับปรุงแล้ว', 'เบิกผิดรายการ']) expect(page).toContain(told)
    expect(seen((await head.get(claimPaths.show(claim))).html)).toMatch(/การปรับปรุงรายจ่ายของฎีกานี้.*COR-00001\/70/)
    expect(seen((await head.post(paths.print(id))).html)).toMatch(/ใบปรับปรุงรายจ่าย.*COR-๐๐๐๐๑\/๗๐.*ต้นฉบับ.*สี่พันแปดร้อยบาทถ้วน/)
    expect(seen((await clerk.get(`${paths.list}?search=COR-00001`)).html)).toContain('4,800.00')
    expect(seen((await clerk.get(`${paths.list}?search=ไม่มีคำนี้`)).html)).toContain(correctionText.empty)
    const { reply: file } = await clerk.get(`${paths.list}/csv`)
    expect(JSON.stringify(file)).toContain('file')
  })
})

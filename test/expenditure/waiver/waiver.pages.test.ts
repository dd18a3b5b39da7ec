// A debt is given up through the browser's eyes: begun at the claim whose money came back, refused with what was typed, approved, printed, listed.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsRoutes } from '../../../src/documents/index.ts'
import { claimPaths, waiverPaths as paths } from '../../../src/expenditure/expenditure.paths.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { attachToWaiver } from '../../../src/expenditure/waiver/waiver.service.ts'
import { waiverText } from '../../../src/expenditure/waiver.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { pdf } from '../../documents/files.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anOfficer, organisation } from '../../support/world.ts'
import { anApprovedClaim, aPayingOffice, bounced, posted } from '../payment/paying.ts'
import { lineOf } from '../world.ts'

const db = await testDatabase()
const today = calendarDate('2026-11-20')
const office = await aPayingOffice(db, { on: calendarDate('2026-10-01') })
const [hire = '', other = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '90000.00', title: 'จ้างเหมาบริการ' }, { code: '5320100', amount: '90000.00', title: 'จ้างเหมาอื่น' }])
const claim = await anApprovedClaim(office, hire, '1000.00', { lines: [lineOf(hire, '5104010112.001', '600.00'), lineOf(other, '5104010112.001', '400.00')] })
const { errors } = waiverText
const [clerk, head] = [atDesk(db, office.preparer.officer, expenditureRoutes), atDesk(db, office.head.officer, [...expenditureRoutes, ...documentsRoutes])]
const body = (given: Readonly<Record<string, string>> = {}) => ({ claim, documentDate: '20/11/2569', 'cost-1': '600.00', 'cost-2': '400.00', reason: 'ผู้รับเงินสละสิทธิ', formKey: randomUUID(), ...given })

describe('the pages of a debt given up', () => {
  it('begin at a claim whose money came back, with what each cost is of it proposed', async () => {
    await expect(clerk.get(paths.newFor(claim))).rejects.toThrow(RuleBroken)
    const payment = await posted(office, [claim], { paymentDate: today, channel: 'withdrawal' })
    expect((await clerk.get(claimPaths.show(claim))).html).not.toContain(paths.newFor(claim))
    await bounced(office, payment, today)
    expect((await clerk.get(claimPaths.show(claim))).html).toContain(paths.newFor(claim))
    expect((await head.get(claimPaths.show(claim))).html).not.toContain(paths.newFor(claim))
    const above = await anOfficer(db, { at: await organisation(db, 'DLA'), groups: ['LAO_DEPT_CLERK'] })
    const seenFromAbove = (await atDesk(db, above, expenditureRoutes).get(`${claimPaths.show(claim)}?organisation=${office.organisationId}`)).html
    expect([seenFromAbove.includes('CLM-00001/70'), seenFromAbove.includes(paths.newFor(claim))]).toEqual([true, false])
    const { html } = await clerk.get(paths.newFor(claim))
    expect(seen(html)).toMatch(/คืนรายการ 0001 จ้างเหมาบริการ.*5104010112\.001 ค่าจ้างเหมาบริการ - บุคคลภายนอก ไม่เกิน 600\.00 บาท/)
    expect(html).toMatch(/name="cost-1"[^>]*value="600\.00"/)
    await expect(clerk.get(`${paths.new}?claim=999999`)).rejects.toThrow(NotFound)
  })

  it('keep what was typed beside what is wrong with it', async () => {
    const wrong = await clerk.post(paths.new, body({ 'cost-2': '399.00' }))
    expect(wrong.reply).toMatchObject({ kind: 'page', status: 422 })
    expect(seen(wrong.html)).toContain(errors.otherSum('999.00', '1,000.00'))
    expect(wrong.html).toMatch(/name="cost-2"[^>]*value="399\.00"/)
    const empty = await clerk.post(paths.new, body({ reason: '', documentDate: '31/02/2569' }))
    expect(seen(empty.html)).toContain(errors.reasonText)
    expect(seen((await clerk.post(paths.new, body({ 'cost-1': 'หกร้อย' }))).html)).toContain(errors.amount)
  })

  it('lead to its approval, to its claim, to paper and to files', async () => {
    const { reply } = await clerk.post(paths.new, body())
    const address = reply.kind === 'redirect' ? reply.to : ''
    const id = address.split('/').at(-1) ?? ''
    await office.preparer.work((work) => attachToWaiver(work, id, [{ field: 'files', name: 'หนังสือสละสิทธิ.pdf', bytes: pdf }]))
    const [, file = ''] = /href="(\/documents\/attachments\/[^"]+)"/.exec((await head.get(address)).html) ?? []
    expect((await head.get(file)).reply).toMatchObject({ kind: 'download', body: pdf })
    expect((await clerk.get(address)).html).not.toContain(paths.step(id, 'approve'))
    expect((await clerk.get(claimPaths.show(claim))).html).not.toContain(paths.newFor(claim))
    await head.post(paths.step(id, 'approve'), { version: '1' })
    const page = seen((await head.get(address)).html)
    for (const told of ['WVR-00001/70', 'CLM-00001/70', 'จ้างเหมาบริการ', 'จ้างเหมาอื่น', 'ยกเลิกหนี้แล้ว', 'ผู้รับเงินสละสิทธิ']) expect(page).toContain(told)
    expect(seen((await head.get(claimPaths.show(claim))).html)).toMatch(/เงินตีกลับ ยกเลิกหนี้แล้ว.*การยกเลิกหนี้ที่เงินตีกลับของฎีกานี้.*WVR-00001\/70/)
    expect(seen((await head.post(paths.print(id))).html)).toMatch(/ใบยกเลิกหนี้ที่เงินตีกลับ.*WVR-๐๐๐๐๑\/๗๐.*ต้นฉบับ.*หนึ่งพันบาทถ้วน/)
    expect(seen((await clerk.get(`${paths.list}?search=WVR-00001`)).html)).toContain('1,000.00')
    expect(seen((await clerk.get(`${paths.list}?search=ไม่มีคำนี้`)).html)).toContain(waiverText.empty)
    expect(JSON.stringify((await clerk.get(`${paths.list}/csv`)).reply)).toContain('file')
    expect(seen((await head.post(paths.step(id, 'reverse'), { version: '2', reason: '' })).html)).toContain('เหตุผล')
    await head.post(paths.step(id, 'reverse'), { version: '2', reason: 'ผู้รับเงินขอรับ' })
    expect(seen((await head.get(claimPaths.show(claim))).html)).toContain('รอจ่ายอีกครั้ง 1,000.00 บาท')
  })
})

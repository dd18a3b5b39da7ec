import { describe, expect, it } from 'vitest'
import { ownOrigin } from '../../src/platform/database/work.ts'
import { NotFound } from '../../src/platform/errors.ts'
import { receiptsRoutes } from '../../src/receipts/index.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { addressIn, boxesIn } from './pages.ts'
import { aPerson, aSchool, draftSlip, prepare, receivedSlip, record, tuition, type Person } from './school.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, receiptsRoutes)

describe('a slip', () => {
  it('is made of ticked receipts, handed over, received and printed: first the original, then copies', async () => {
    const school = await aSchool(db)
    const receipts = [await record(school.clerk, { amount: '1560.25', book: '12', sheet: 34 }), await record(school.clerk, { amount: '500', book: '12', sheet: 35 })]
    const form = await desk(school.clerk).get('/receipts/remittances/new')
    for (const id of receipts) expect(form.html).toMatch(new RegExp(`name="receiptIds" value="${id}" checked`))
    const refused = await desk(school.clerk).post('/receipts/remittances/new', { ...boxesIn(form), cashPlace: 'safe' })
    expect(refused.html).toContain('href="#receiptIds"')
    const id = await draftSlip(school.clerk, { receiptIds: receipts })
    const address = `/receipts/remittances/${id}`
    expect((await desk(school.clerk).get(`${address}/edit`)).html).toContain(`action="${address}/edit"`)
    expect((await desk(school.clerk).post(`${address}/submit`, { version: '1' })).reply).toMatchObject({ to: address })
    const waiting = await desk(school.finance).get(address)
    expect(waiting.html).toContain(`action="${address}/receive"`)
    expect(seen(waiting.html)).toContain('เล่มที่ 12 เลขที่ 34–35')
    await desk(school.finance).post(`${address}/receive`, { version: '2' })
    const [first, second] = [await desk(school.clerk).post(`${address}/print`), await desk(school.clerk).post(`${address}/print`)]
    expect(first.reply).toMatchObject({ layout: 'print', model: { print: { backHref: address } } })
    expect(seen(first.html)).toContain(`1 เล่มที่ 12 เลขที่ 34–35 2 ${tuition}`)
    expect(seen(first.html)).toContain('สองพันหกสิบบาทยี่สิบห้าสตางค์')
    expect(seen(first.html)).toMatch(/ต้นฉบับ.*ผู้นำส่งเงิน.*ผู้รับเงิน/)
    expect(seen(second.html)).toContain('สำเนา')
    expect((await desk(school.finance).get('/receipts/remittances?state=received')).html).toContain(`href="${address}"`)
  })

  it('shows what colleagues recorded when the button asks for it, saves nothing by that, and prints whose they are', async () => {
    const school = await aSchool(db)
    const gone = await aPerson(db, school.organisation, ['SUB_CLERK'])
    const [own, left] = [await record(school.clerk, { book: '12', sheet: 1 }), await record(gone, { book: '13', sheet: 7 })]
    const blank = await desk(school.clerk).get('/receipts/remittances/new')
    expect(blank.html).not.toContain(`name="receiptIds" value="${left}"`)
    const shown = await desk(school.clerk).post('/receipts/remittances/new', { ...boxesIn(blank), remark: 'รับช่วง', receiptIds: own, show: 'everyone' })
    expect(shown.reply).toMatchObject({ kind: 'page', status: 200 })
    expect(shown.html).toContain(`name="receiptIds" value="${left}">`)
    expect(shown.html).toContain(`name="receiptIds" value="${own}" checked`)
    expect(boxesIn(shown)).toMatchObject({ remark: 'รับช่วง', everyone: 'yes' })
    expect(seen(shown.html)).toContain(gone.officer.name)
    const hidden = await desk(school.clerk).post('/receipts/remittances/new', { ...boxesIn(shown), show: 'own' })
    expect(hidden.html).not.toContain('name="everyone"')
    expect(await db.owner('remittances').where({ organisation_id: school.organisation.id })).toEqual([])
    const id = await draftSlip(school.clerk, { receiptIds: [own, left], isForAll: true })
    expect(seen((await desk(school.clerk).get(`/receipts/remittances/${id}`)).html)).toContain(`ผู้บันทึก ${gone.officer.name}`)
    expect((await desk(school.clerk).get(`/receipts/remittances/${id}/edit`)).html).toContain('name="everyone" value="yes"')
    await desk(school.clerk).post(`/receipts/remittances/${id}/submit`, { version: '1' })
    const print = seen((await desk(school.clerk).post(`/receipts/remittances/${id}/print`)).html)
    expect(print).toContain(`${gone.officer.name} (เล่มที่ 13 เลขที่ 7)`)
    expect(print).not.toContain(`${school.clerk.officer.name} (`)
  })

  it('opened again from what was kept when the session ended is saved at the version it now has', async () => {
    const school = await aSchool(db)
    const receipt = await record(school.clerk)
    const id = await draftSlip(school.clerk, { receiptIds: [receipt] })
    const route = receiptsRoutes.find((one) => one.path === '/receipts/remittances/:id/edit' && one.method === 'get')
    if (route?.method !== 'get') throw new Error('no edit page')
    const kept = { slipDate: '20/11/2569', cashPlace: 'safe', remark: 'พักเที่ยง', receiptIds: receipt, formKey: '' }
    const request = { path: '', params: { id }, query: { draft: '1' }, body: kept, files: [], cookies: {}, origin: ownOrigin }
    const reply = await school.clerk.read((read) => route.handle(read, request))
    expect(reply).toMatchObject({ model: { version: '1', remark: { field: { value: 'พักเที่ยง' } } } })
    const saved = await desk(school.clerk).post(`/receipts/remittances/${id}/edit`, { ...kept, version: '1' })
    expect(saved.reply).toMatchObject({ kind: 'redirect' })
  })

  it('has no edit page once handed over, none for a colleague', async () => {
    const school = await aSchool(db)
    const colleague = await aPerson(db, school.organisation, ['SUB_CLERK'])
    const id = await draftSlip(school.clerk, { receiptIds: [await record(school.clerk)] })
    await expect(desk(colleague).get(`/receipts/remittances/${id}/edit`)).rejects.toThrow(NotFound)
    await desk(school.clerk).post(`/receipts/remittances/${id}/submit`, { version: '1' })
    await expect(desk(school.clerk).get(`/receipts/remittances/${id}/edit`)).rejects.toThrow(NotFound)
  })
})

describe('a summary', () => {
  it('is prepared from the day that waits, confirmed, and printed with its three signatures', async () => {
    const school = await aSchool(db)
    await receivedSlip(school, { receiptIds: [await record(school.clerk, { amount: '800' })] })
    const form = await desk(school.finance).get('/receipts/remittance-summaries/new')
    expect(seen(form.html)).toContain('20 พฤศจิกายน 2569 · ใบนำส่ง 1 ฉบับ · 800.00 บาท')
    const { reply } = await desk(school.finance).post('/receipts/remittance-summaries/new', { ...boxesIn(form), summaryDate: '2026-11-20' })
    const address = addressIn(reply)
    expect((await desk(school.finance).get(address)).html).not.toContain(`${address}/confirm`)
    expect((await desk(school.head).get(address)).html).toContain(`action="${address}/confirm"`)
    await desk(school.head).post(`${address}/confirm`, { version: '1' })
    const shown = seen((await desk(school.head).get(address)).html)
    expect(shown).toContain('ใบสำคัญสรุปใบนำส่งเงิน RSV-00001/70')
    expect(shown).toContain('เงินสดที่เก็บรักษา 800.00')
    const print = await desk(school.finance).post(`${address}/print`)
    expect(seen(print.html)).toMatch(/RMT-00001\/70.*4404050101\.001.*ผู้จัดทำ.*ผู้ตรวจสอบ.*ผู้อนุมัติ/)
    await desk(school.head).post(`${address}/reverse`, { version: '2', reason: 'ประเภทผิด' })
    expect(seen((await desk(school.head).get(address)).html)).toContain('กลับรายการแล้ว')
    expect((await desk(school.finance).get('/receipts/remittance-summaries')).html).toContain('RSV-00001/70')
  })

  it('says that nothing waits, and refuses a made-up day', async () => {
    const school = await aSchool(db)
    const form = await desk(school.finance).get('/receipts/remittance-summaries/new')
    expect(seen(form.html)).toContain('ไม่มีใบนำส่งเงินที่รับแล้วและยังไม่จัดทำใบสำคัญสรุป')
    const formKey = '0b0f5c1e-8a63-4c93-9d0a-6b1f0f0a1234'
    expect((await desk(school.finance).post('/receipts/remittance-summaries/new', { formKey, summaryDate: 'x' })).reply).toMatchObject({ status: 422 })
  })

  it('names late slips and lets the preparer gather them', async () => {
    const school = await aSchool(db)
    await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    const address = `/receipts/remittance-summaries/${await prepare(school.finance)}`
    await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    const { html } = await desk(school.finance).get(address)
    expect(seen(html)).toContain('การเงินรับใบนำส่งของวันนี้เพิ่ม: RMT-00002/70')
    expect(html).toContain(`action="${address}/gather"`)
    const refused = await desk(school.head).post(`${address}/confirm`, { version: '1' })
    expect(refused.reply).toMatchObject({ status: 422 })
  })
})

import { describe, expect, it } from 'vitest'
import { Forbidden, NotFound } from '../../src/platform/errors.ts'
import { receiptsRoutes } from '../../src/receipts/index.ts'
import { type Reply } from '../../src/platform/http/reply.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen, type Served } from '../support/desk.ts'
import { aLao, aSubUnit } from '../support/world.ts'
import { aConfirmedDay, aFile, aPerson, aSchool, draftSlip, prepare, receivedSlip, record, rent, tuition, type Person } from './school.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, receiptsRoutes)

function addressIn(reply: Reply): string {
  if (reply.kind !== 'redirect') throw new Error(`no redirect but ${reply.kind}`)
  return reply.to
}

/** The boxes of a page as the browser would send them back. */
function boxesIn({ html }: Served): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].filter(([tag]) => !tag.includes('type="checkbox"'))
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
}

const newSheet = '/receipts/receipts/handwritten/new'
const line = (amount: string, income = tuition) => ({ 'lines.0.incomeCode': income, 'lines.0.amount': amount })

describe('keying hand-written receipts', () => {
  it('goes from sheet to sheet: book, day and payer stay, the number counts on, a gap is named', async () => {
    const { clerk } = await aSchool(db)
    const blank = await desk(clerk).get(newSheet)
    const typed = { ...boxesIn(blank), book: '12', sheet: '34', payer: 'นายสมชาย', receiptDate: '19/11/2569', cash: '๑,๕๖๐.๒๕', ...line('1560.25'), then: 'next' }
    const { reply } = await desk(clerk).post(newSheet, typed)
    expect(reply).toMatchObject({ flash: { kind: 'success', text: 'บันทึกแล้ว' } })
    const next = await desk(clerk).get(addressIn(reply))
    expect(boxesIn(next)).toMatchObject({ book: '12', sheet: '35', payer: 'นายสมชาย', receiptDate: '19/11/2569', cash: '', 'lines.0.amount': '' })
    expect(boxesIn(next).formKey).not.toBe(boxesIn(blank).formKey)
    const skipped = await desk(clerk).post(newSheet, { ...boxesIn(next), sheet: '37', cash: '5', ...line('5') })
    expect(skipped.reply).toMatchObject({ flash: { kind: 'warning', text: 'บันทึกแล้ว แต่มีเลขที่ข้ามที่ยังไม่ได้บันทึก: เล่มที่ 12 เลขที่ 35–36' } })
    const list = seen((await desk(clerk).get('/receipts/receipts')).html)
    expect(list).toContain('ใบเสร็จที่ยังไม่ได้บันทึก (เลขที่ข้าม): เล่มที่ 12 เลขที่ 35–36')
    expect(list).toContain('แสดง 2 จาก 2 ฉบับ (ยกเลิก 0 ฉบับ)')
    expect(list).toContain('รวมทุกหน้า (ไม่นับใบที่ยกเลิก) 1,565.25')
  })

  it('shows a refused form again with all that was typed, each message at its field', async () => {
    const { clerk } = await aSchool(db)
    const typed = { ...boxesIn(await desk(clerk).get(newSheet)), book: '12', sheet: '๓๔', payer: 'นายสมชาย', cash: '999.99', ...line('1000') }
    const again = await desk(clerk).post(newSheet, typed)
    expect(again.reply).toMatchObject({ status: 422, model: { hasErrors: true } })
    expect(boxesIn(again)).toMatchObject(Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'lines.0.incomeCode')))
    expect(again.html).toContain('href="#cash"')
    expect(again.html).toContain(`value="${tuition}" selected`)
    expect(seen(again.html)).toContain('ยอดรับชำระ 999.99 บาท ไม่เท่ากับยอดตามรายการ 1,000.00 บาท')
  })

  it('adds rows without script and saves nothing', async () => {
    const { clerk, organisation } = await aSchool(db)
    const typed = { ...boxesIn(await desk(clerk).get(newSheet)), payer: 'นายสมชาย', ...line('7'), moreLines: '3' }
    const { reply, html } = await desk(clerk).post(newSheet, typed)
    expect(reply).toMatchObject({ kind: 'page', status: 200 })
    expect(html).toContain('name="lines.5.amount"')
    expect(html).toContain('value="นายสมชาย"')
    expect(await db.owner('receipts').where({ organisation_id: organisation.id })).toEqual([])
  })

  it('offers a school its own income and an LAO the codes of its kind', async () => {
    const school = await aSchool(db)
    const page = (await desk(school.clerk).get(newSheet)).html
    expect(page).toContain(`${rent} รายได้ค่าเช่า`)
    expect(page).not.toContain('41100003')
    const lao = await aPerson(db, await aLao(db), ['LAO_REVENUE'])
    const codes = (await desk(lao).get(newSheet)).html
    expect(codes).toContain('41100099')
    expect(codes).not.toContain('41100001')
    expect(codes).not.toContain(tuition)
  })

  it('opens a half-filled form from its draft', async () => {
    const { clerk } = await aSchool(db)
    const route = receiptsRoutes.find((one) => one.path === newSheet && one.method === 'get')
    if (route?.method !== 'get') throw new Error('no form')
    const request = { path: newSheet, params: {}, query: { draft: '1' }, body: { payer: 'นายสมชาย', 'lines.1.amount': '4' }, files: [], cookies: {}, origin: { requestId: '', ip: '', agent: '' } }
    expect(await clerk.read((read) => route.handle(read, request))).toMatchObject({
      model: { controls: [{ field: { value: '' } }, { field: { value: '' } }, {}, { field: { value: 'นายสมชาย' } }] },
    })
  })
})

describe('evidence', () => {
  it('comes with its file, and is shown with it', async () => {
    const { clerk } = await aSchool(db)
    const blank = await desk(clerk).get('/receipts/receipts/evidence/new')
    expect(blank.html).toContain('enctype="multipart/form-data"')
    const typed = { ...boxesIn(blank), evidenceKind: 'program-report', payer: 'รับเงินประจำวัน', cash: '84250', ...line('84,250.00') }
    const refused = await desk(clerk).post('/receipts/receipts/evidence/new', typed)
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(refused.html).toContain('href="#files"')
    const { reply } = await desk(clerk).post('/receipts/receipts/evidence/new', typed, [aFile])
    const shown = await desk(clerk).get(addressIn(reply))
    expect(seen(shown.html)).toContain('หลักฐานการรับเงิน EVD-00001/70')
    expect(seen(shown.html)).toContain('รายงานจากโปรแกรมสำเร็จรูป')
    expect(seen(shown.html)).toContain('รายงานประจำวัน.pdf')
    const csv = await desk(clerk).get('/receipts/receipts/csv?kind=evidence')
    expect(csv.reply.kind === 'download' && String(csv.reply.body)).toContain('EVD-00001/70,20/11/2569,หลักฐานการรับเงิน,รับเงินประจำวัน,84250.00,ยังไม่นำส่ง\r\n')
  })
})

describe('one receipt', () => {
  it('is cancelled with a reason, otherwise asked for one', async () => {
    const { clerk } = await aSchool(db)
    const id = await record(clerk, { amount: '300.00' })
    const refused = await desk(clerk).post(`/receipts/receipts/${id}/cancel`, { version: '1', reason: ' ' })
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(seen(refused.html)).toContain('โปรดระบุเหตุผล')
    await desk(clerk).post(`/receipts/receipts/${id}/cancel`, { version: '1', reason: 'เขียนผิด' })
    const shown = await desk(clerk).get(`/receipts/receipts/${id}`)
    expect(seen(shown.html)).toContain('เหตุผลที่ยกเลิก เขียนผิด จำนวนเงิน (บาท) 0.00')
    expect(shown.html).not.toContain('/cancel"')
  })

  it('leads to what was made of it', async () => {
    const school = await aSchool(db)
    const { receipt, slip, summary } = await aConfirmedDay(school)
    const { html } = await desk(school.clerk).get(`/receipts/receipts/${receipt}`)
    expect(html).toContain(`href="/receipts/remittances/${slip}"`)
    expect(html).toContain(`href="/receipts/remittance-summaries/${summary}"`)
    expect(html).toMatch(new RegExp(`href="/ledger/vouchers/${school.organisation.id}/[0-9]+"`))
  })
})

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

describe('who only looks', () => {
  it('at the own LAO reads every document and sees no buttons', async () => {
    const school = await aSchool(db)
    const { receipt, slip, summary } = await aConfirmedDay(school)
    const above = desk(await aPerson(db, school.lao, ['LAO_FINANCE', 'LAO_FIN_HEAD', 'LAO_REVENUE']))
    const at = `?organisation=${school.organisation.id}`
    for (const address of [`/receipts/receipts/${receipt}`, `/receipts/remittances/${slip}`, `/receipts/remittance-summaries/${summary}`]) {
      const { html } = await above.get(`${address}${at}`)
      expect(html).not.toContain('<form')
      await expect(above.get(address)).rejects.toThrow(NotFound)
    }
    for (const list of ['receipts', 'remittances', 'remittance-summaries']) {
      expect((await above.get(`/receipts/${list}${at}`)).html).toContain(`${at}"`)
    }
  })

  it('from another LAO finds nothing, by id or by list', async () => {
    const school = await aSchool(db)
    const { receipt, slip, summary } = await aConfirmedDay(school)
    const at = `?organisation=${school.organisation.id}`
    const stranger = desk(await aPerson(db, await aLao(db), ['LAO_FINANCE', 'LAO_REVENUE']))
    for (const address of [`receipts/${receipt}`, `remittances/${slip}`, `remittance-summaries/${summary}`, 'receipts', 'remittances', 'remittance-summaries', 'receipts/csv']) {
      await expect(stranger.get(`/receipts/${address}${at}`)).rejects.toThrow(NotFound)
    }
    await expect(stranger.get('/receipts/receipts/1e3')).rejects.toThrow(NotFound)
  })

  it('at a pawnshop may open nothing of it', async () => {
    const lao = await aLao(db)
    const pawnshop = await aPerson(db, await aSubUnit(db, { lao, kind: '01' }), ['PAWN_MANAGER', 'PAWN_ACCOUNT', 'PAWN_CASHIER'])
    for (const route of receiptsRoutes) {
      const address = route.path.replace(':id', '1')
      const visit = route.method === 'get' ? desk(pawnshop).get(address) : desk(pawnshop).post(address)
      await expect(visit).rejects.toThrow(Forbidden)
    }
  })
})

describe('the menu', () => {
  it('finds its three leaves here', () => {
    expect(receiptsRoutes.flatMap((route) => (route.method === 'get' ? route.options.menu ?? [] : []))).toEqual(['revenue.receipt', 'revenue.remit', 'revenue.remitsum'])
  })
})

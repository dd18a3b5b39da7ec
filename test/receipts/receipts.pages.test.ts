import { describe, expect, it } from 'vitest'
import { Forbidden, NotFound } from '../../src/platform/errors.ts'
import { receiptsRoutes } from '../../src/receipts/index.ts'
import { recordReceipt } from '../../src/receipts/receipt/receipt.service.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { aLao, aSubUnit } from '../support/world.ts'
import { addressIn, boxesIn } from './pages.ts'
import { aConfirmedDay, aFile, anEvidence, aPerson, aSchool, cancel, record, rent, tuition, type Person } from './school.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, receiptsRoutes)

const newSheet = '/receipts/receipts/handwritten/new'
const line = (amount: string, income = tuition) => ({ 'lines.0.incomeCode': income, 'lines.0.amount': amount })

describe('keying hand-written receipts', () => {
  it('goes from sheet to sheet: book, day and payer stay, the number counts on, a gap is named', async () => {
    const { clerk } = await aSchool(db)
    const blank = await desk(clerk).get(newSheet)
    const typed = { ...boxesIn(blank), book: '12', sheet: '34', payer: 'นายสมชาย', receiptDate: '19/11/2569', cash: '๑,๕๖๐.๒๕', ...line('1560.25'), then: 'next' }
    const { reply } = await desk(clerk).post(newSheet, typed)
    expect(reply).toMatchObject({ flash: { kind: 'success', text: 'บันทึกใบเสร็จรับเงิน เล่มที่ 12 เลขที่ 34 แล้ว' } })
    const next = await desk(clerk).get(addressIn(reply))
    expect(boxesIn(next)).toMatchObject({ book: '12', sheet: '35', payer: '', receiptDate: '19/11/2569', cash: '', 'lines.0.amount': '' })
    expect(boxesIn(next).formKey).not.toBe(boxesIn(blank).formKey)
    expect(next.html).toMatch(/<input id="payer"[^>]* autofocus>/)
    const skipped = await desk(clerk).post(newSheet, { ...boxesIn(next), payer: 'นายสมชาย', sheet: '37', cash: '5', ...line('5') })
    expect(skipped.reply).toMatchObject({ flash: { kind: 'warning', text: 'บันทึกใบเสร็จรับเงิน เล่มที่ 12 เลขที่ 37 แล้ว แต่มีเลขที่ข้ามที่ยังไม่ได้บันทึก: เล่มที่ 12 เลขที่ 35–36' } })
    const list = seen((await desk(clerk).get('/receipts/receipts')).html)
    expect(list).toContain('ใบเสร็จที่ยังไม่ได้บันทึก (เลขที่ข้าม): เล่มที่ 12 เลขที่ 35–36')
    expect(list).toContain('แสดง 2 จาก 2 รายการ (ยกเลิก 0 รายการ)')
    expect(list).toContain('รวมทุกหน้า (ไม่นับใบที่ยกเลิก) 1,565.25')
  })

  it('shows a refused form again with all that was typed, each message at its field', async () => {
    const { clerk } = await aSchool(db)
    const typed = { ...boxesIn(await desk(clerk).get(newSheet)), book: '12', sheet: '๓๔', payer: 'นายสมชาย', cash: '999.99', ...line('1000') }
    const again = await desk(clerk).post(newSheet, typed)
    expect(again.reply).toMatchObject({ status: 422, model: { hasErrors: true } })
    expect(boxesIn(again)).toMatchObject(Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'lines.0.incomeCode')))
    expect(again.html).toContain('href="#cash"')
    expect(again.html).toContain(`value="${tuition} รายได้ค่าธรรมเนียมการศึกษา"`)
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
    expect(codes).toContain('41100001 ภาษีโรงเรือนและที่ดิน')
    expect(codes).toContain('DP13 เงินประกันการเสนอราคา')
    expect(codes).not.toContain('DP01')
    expect(codes).not.toContain(tuition)
  })

  it('opens a half-filled form from its draft', async () => {
    const { clerk } = await aSchool(db)
    const route = receiptsRoutes.find((one) => one.path === newSheet && one.method === 'get')
    if (route?.method !== 'get') throw new Error('no form')
    const request = { path: newSheet, params: {}, query: { draft: '1' }, body: { payer: 'นายสมชาย', 'lines.1.amount': '4' }, files: [], cookies: {}, origin: { requestId: '', ip: '', agent: '' } }
    expect(await clerk.read((read) => route.handle(read, request))).toMatchObject({
      model: { controls: [{ field: { value: '' } }, { field: { value: '' } }, {}], payer: { value: 'นายสมชาย' } },
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
    expect(csv.reply.kind === 'download' && String(csv.reply.body)).toContain('EVD-00001/70,20/11/2569,หลักฐานการรับเงิน,รับเงินประจำวัน,84250.00,ยังไม่นำส่ง,,,,\r\n')
  })
})

describe('one receipt', () => {
  it('is cancelled with a reason, otherwise asked for one', async () => {
    const { clerk, head } = await aSchool(db)
    const id = await record(clerk, { amount: '300.00' })
    const refused = await desk(clerk).post(`/receipts/receipts/${id}/cancel`, { version: '1', reason: ' ' })
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(seen(refused.html)).toContain('โปรดระบุเหตุผล')
    expect(seen(refused.html)).toContain('โปรดเลือกว่าใบเสร็จฉบับจริงถูกยกเลิก หรือบันทึกผิด')
    const kept = await desk(clerk).post(`/receipts/receipts/${id}/cancel`, { version: '1', reason: 'จำนวนเงินผิด' })
    expect(kept.html).toMatch(/<details class="with-reason" open>[\s\S]*จำนวนเงินผิด<\/textarea>/)
    await desk(clerk).post(`/receipts/receipts/${id}/cancel`, { version: '1', cause: 'paper', reason: 'เขียนผิด' })
    const shown = await desk(clerk).get(`/receipts/receipts/${id}`)
    expect(seen(shown.html)).toContain('ขอยกเลิก: เขียนผิด ให้หัวหน้าหน่วยงานคลังตรวจต้นฉบับและสำเนาก่อนยืนยัน')
    expect(shown.html).not.toMatch(/\/cancel"|confirm-cancel"/)
    await desk(head).post(`/receipts/receipts/${id}/confirm-cancel`, { version: '2' })
    expect(seen((await desk(head).get(`/receipts/receipts/${id}`)).html)).toContain('เหตุผลที่ยกเลิก เขียนผิด จำนวนเงิน (บาท) 0.00')
  })

  it('that was miskeyed offers the form again with all that was keyed, and leads to the new one', async () => {
    const { clerk, bankAccountId } = await aSchool(db)
    const blank = boxesIn(await desk(clerk).get(newSheet))
    const typed = {
      ...blank, book: '12', sheet: '35', receiptDate: '19/11/2569', payer: 'นายสมชาย', remark: 'ชั้น ป.1', cash: '60',
      ...line('100'), 'lines.0.description': 'ภาคเรียนที่ 2', 'transfers.0.bankAccountId': bankAccountId, 'transfers.0.reference': 'A1',
      'transfers.0.amount': '40',
    }
    const wrong = addressIn((await desk(clerk).post(newSheet, typed)).reply)
    await expect(desk(clerk).get(`${newSheet}?redo=${wrong.split('/').at(-1)}`)).rejects.toThrow(NotFound)
    const { reply } = await desk(clerk).post(`${wrong}/cancel`, { version: '1', cause: 'miskeyed', reason: 'ประเภทรายรับผิด' })
    expect(reply).toMatchObject({ to: wrong, flash: { kind: 'success' } })
    const shown = await desk(clerk).get(wrong)
    expect(seen(shown.html)).toContain('ยกเลิก (บันทึกผิด)')
    const redo = /href="([^"]+\?redo=[0-9]+)"/.exec(shown.html)?.[1] ?? ''
    const form = await desk(clerk).get(redo)
    const same = Object.entries(typed).filter(([name]) => !/formKey|Code$|Id$|cash|amount/.test(name))
    expect(boxesIn(form)).toMatchObject(Object.fromEntries(same))
    expect(boxesIn(form)).toMatchObject({ cash: '60.00', 'lines.0.amount': '100.00', 'transfers.0.amount': '40.00' })
    expect(form.html).toContain(`value="${tuition} รายได้ค่าธรรมเนียมการศึกษา"`)
    expect(form.html).toContain(`value="${bankAccountId}" selected`)
    expect(boxesIn(form).formKey).not.toBe(blank.formKey)
    const chosen = { 'lines.0.incomeCode': rent, 'transfers.0.bankAccountId': bankAccountId }
    const right = addressIn((await desk(clerk).post(newSheet, { ...boxesIn(form), ...chosen })).reply)
    expect((await desk(clerk).get(right)).html).toContain(`href="${wrong}"`)
    const after = await desk(clerk).get(wrong)
    expect(after.html).toContain(`href="${right}"`)
    expect(after.html).not.toContain('?redo=')
    expect(seen((await desk(clerk).get('/receipts/receipts')).html)).toMatch(/เล่มที่ 12 เลขที่ 35 .* 0\.00 ยกเลิก \(บันทึกผิด\) ประเภทรายรับผิด · นาง/)
    const csv = await desk(clerk).get('/receipts/receipts/csv')
    expect(csv.reply.kind === 'download' && String(csv.reply.body)).toMatch(/,0\.00,ยกเลิก \(บันทึกผิด\),ประเภทรายรับผิด,นาง.*20 พ\.ย\. 2569/)
  })

  it('of another office opens no form again', async () => {
    const [school, other] = [await aSchool(db), await aSchool(db)]
    const id = await record(school.clerk)
    await cancel(school.clerk, id, { cause: 'miskeyed' })
    await expect(desk(other.clerk).get(`${newSheet}?redo=${id}`)).rejects.toThrow(NotFound)
  })

  it('of evidence is cancelled without the choice, which only a sheet has', async () => {
    const { clerk } = await aSchool(db)
    const id = await clerk.work((work) => recordReceipt(work, anEvidence(), [aFile]))
    const { html } = await desk(clerk).get(`/receipts/receipts/${id}`)
    expect(html).toContain('<input type="hidden" name="cause" value="paper">')
    expect(seen(html)).not.toContain('บันทึกผิด')
    await desk(clerk).post(`/receipts/receipts/${id}/cancel`, { version: '1', cause: 'paper', reason: 'แนบไฟล์ผิด' })
    expect(seen((await desk(clerk).get(`/receipts/receipts/${id}`)).html)).toContain('เหตุผลที่ยกเลิก แนบไฟล์ผิด')
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

  it('at a pawnshop may open nothing of it but its book of cash received', async () => {
    const lao = await aLao(db)
    const pawnshop = await aPerson(db, await aSubUnit(db, { lao, kind: '01' }), ['PAWN_MANAGER', 'PAWN_ACCOUNT', 'PAWN_CASHIER'])
    expect(seen((await desk(pawnshop).get('/receipts/reports/cash-book')).html)).toContain('สมุดเงินสดรับ')
    for (const route of receiptsRoutes.filter(({ path }) => path !== '/receipts/reports' && !path.startsWith('/receipts/reports/cash-book'))) {
      const address = route.path.replace(':id', '1')
      const visit = route.method === 'get' ? desk(pawnshop).get(address) : desk(pawnshop).post(address)
      // Vouchers and reports of its own a pawnshop has a right to: of receipts it finds nothing.
      await expect(visit, address).rejects.toThrow(/^revenue\.(voucher|report):/.test(route.access) ? NotFound : Forbidden)
    }
  })
})

describe('the menu', () => {
  it('finds its leaves here', () => {
    const leaves = receiptsRoutes.flatMap((route) => (route.method === 'get' ? route.options.menu ?? [] : []))
    expect(leaves.sort()).toEqual(['debtor', 'deposit', 'receipt', 'remit', 'remitsum', 'report', 'trust'].map((leaf) => `revenue.${leaf}`))
  })
})

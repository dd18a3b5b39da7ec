// A school's day over HTTP: what its people type, what they are told, and what stands in the books at night.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { largestAttachment } from '../../src/documents/index.ts'
import { pdf } from '../documents/files.ts'
import { cashOnHand, rent, savings, tuition } from '../receipts/school.ts'
import { testOffice } from '../support/app.ts'
import { aPerson, signedIn } from '../support/people.ts'
import { signedInOnce, signIn } from '../support/sign-in.ts'
import { boxOf, evidenceForm, sender, ticked } from './forms.ts'

const office = await testOffice()
const as = signedInOnce(office)
const send = sender(office)
const school = '420010305001'
const [newSheet, newEvidence, newSlip, newSummary] = [
  '/receipts/receipts/handwritten/new', '/receipts/receipts/evidence/new', '/receipts/remittances/new',
  '/receipts/remittance-summaries/new',
]

const sheet = (number: string, amount: string, more: Readonly<Record<string, string>> = {}) => ({
  book: '12', sheet: number, receiptDate: '20/11/2569', payer: 'นางสมศรี มีสุข', 'lines.0.incomeCode': tuition, 'lines.0.amount': amount,
  cash: amount, ...more,
})

const ofSchool = (table: string) => (
  office.owner(`${table} as t`).join('organisations as o', 'o.id', 't.organisation_id').where('o.code', school))

beforeAll(async () => {
  // In a small school one person may hold both groups; what they prepared they still may not confirm.
  const finance = await office.owner('users').where({ username: 'school.finance' }).first('id', 'organisation_id')
  const member = { organisation_id: finance.organisation_id, user_id: finance.id }
  await office.owner('group_members').insert({ ...member, group_code: 'SUB_FIN_HEAD', valid_from: '2026-10-01' })
})

describe('the clerk at the receipt book', () => {
  it('keys 34, 35 and 37 and is warned that 36 is missing; 35 again is refused with the input kept', async () => {
    const clerk = await as('school.clerk')
    await clerk.open(newSheet)
    await clerk.submit(sheet('34', '1560.25', { then: 'next' }))
    expect(clerk.text).toContain('บันทึกใบเสร็จรับเงิน เล่มที่ 12 เลขที่ 34 แล้ว')
    expect([boxOf(clerk, 'book'), boxOf(clerk, 'sheet'), boxOf(clerk, 'payer')]).toEqual(['12', '35', ''])
    await clerk.submit(sheet('35', '500', { 'lines.0.incomeCode': rent, then: 'next' }))
    await clerk.submit(sheet('37', '300', { then: 'next' }))
    expect(clerk.text).toContain('บันทึกใบเสร็จรับเงิน เล่มที่ 12 เลขที่ 37 แล้ว แต่มีเลขที่ข้ามที่ยังไม่ได้บันทึก: เล่มที่ 12 เลขที่ 36')
    await clerk.submit(sheet('35', '7', { payer: 'ร้านสหกรณ์', remark: 'แถวเดิม' }))
    expect([clerk.status, clerk.path]).toEqual([422, newSheet])
    expect(clerk.text).toContain('บันทึกเล่มที่ 12 เลขที่ 35 ไว้แล้ว (วันที่ 20 พฤศจิกายน 2569 นางสมศรี มีสุข 500.00 บาท)')
    expect(clerk.html).toContain('href="#sheet"')
    expect([boxOf(clerk, 'payer'), boxOf(clerk, 'remark'), boxOf(clerk, 'cash')]).toEqual(['ร้านสหกรณ์', 'แถวเดิม', '7'])
    await clerk.open('/receipts/receipts')
    expect(clerk.text).toContain('ใบเสร็จที่ยังไม่ได้บันทึก (เลขที่ข้าม): เล่มที่ 12 เลขที่ 36')
  })

  it.each([
    ['cash', '999.99', 'ยอดรับชำระ 999.99 บาท ไม่เท่ากับยอดตามรายการ 1,000.00 บาท'], ['cash', '0.00', 'จำนวนเงินต้องมากกว่า 0.00 บาท'],
    ['lines.0.amount', '-1.00', 'จำนวนเงินต้องมากกว่า 0.00 บาท'],
    ['lines.0.amount', '12.345', 'จำนวนเงินต้องเป็นตัวเลข มีทศนิยมไม่เกิน 2 ตำแหน่ง'],
    ['lines.0.amount', '12,3x', 'จำนวนเงินต้องเป็นตัวเลข มีทศนิยมไม่เกิน 2 ตำแหน่ง'],
    ['receiptDate', '31/02/2568', 'วันที่ไม่ถูกต้อง ตัวอย่างเช่น 17/09/2567'],
    ['receiptDate', '21/11/2569', 'วันที่ต้องไม่เกินวันปัจจุบัน'],
    ['receiptDate', '30/09/2569', 'งวดบัญชีของวันที่นี้ปิดแล้วหรือยังไม่เปิด'],
    ['sheet', '0', 'โปรดระบุเลขที่ของใบเสร็จเป็นตัวเลข 1 ถึง 99999'], ['payer', '  ', 'โปรดระบุผู้ชำระเงิน'],
    ['lines.0.incomeCode', '41100003', 'หน่วยงานของท่านรับเงินประเภทนี้ไม่ได้ หรือประเภทนี้เลิกใช้แล้ว'],
    ['lines.0.incomeCode', '', 'โปรดเลือกประเภทรายรับ'],
  ])('is refused %s = %s at its field, the rest kept, nothing saved (scenario 54)', async (field, value, message) => {
    const clerk = await as('school.clerk')
    await clerk.open(newSheet)
    const before = await ofSchool('receipts').count({ rows: '*' })
    await clerk.submit(sheet('90', '1000', { remark: 'คงไว้', [field]: value }))
    expect(clerk.status).toBe(422)
    expect(clerk.html).toContain(`href="#${field}"`)
    expect(clerk.text).toContain(message)
    expect(boxOf(clerk, 'remark')).toBe('คงไว้')
    expect(await ofSchool('receipts').count({ rows: '*' })).toEqual(before)
  })

  it('makes one receipt of a form sent three times at once', async () => {
    const clerk = await as('school.clerk')
    await clerk.open(newSheet)
    const typed = Object.entries({ formKey: boxOf(clerk, 'formKey'), ...sheet('38', '200') })
    const twins = [office.visit(), office.visit(), office.visit()]
    for (const twin of twins) {
      for (const name of ['laas.sid', 'laas.browser', 'laas.csrf']) twin.setCookie(name, clerk.cookie(name))
      twin.html = clerk.html
    }
    await Promise.all(twins.map((twin) => send(twin, newSheet, typed)))
    expect(new Set(twins.map((twin) => twin.path)).size).toBe(1)
    expect(await ofSchool('receipts').where('t.sheet', 38).count({ rows: '*' })).toEqual([{ rows: '1' }])
  })

  it('cancels a spoilt paper, and keys a miskeyed one again', async () => {
    const clerk = await as('school.clerk')
    const idOf = async (number: number) => (await ofSchool('receipts').where({ 't.sheet': number, 't.is_miskeyed': false }).first('t.id')).id
    const [spoilt, wrong] = [`/receipts/receipts/${await idOf(37)}`, `/receipts/receipts/${await idOf(38)}`]
    await clerk.open(spoilt)
    await clerk.submit({ reason: 'เขียนเสีย' }, `${spoilt}/cancel`)
    expect(clerk.status).toBe(422)
    expect(clerk.text).toContain('โปรดเลือกว่าใบเสร็จฉบับจริงถูกยกเลิก หรือบันทึกผิด')
    expect(clerk.html).toContain('เขียนเสีย</textarea>')
    await clerk.submit({ reason: 'เขียนเสีย', cause: 'paper' }, `${spoilt}/cancel`)
    expect(clerk.text).toContain('ส่งคำขอยกเลิกแล้ว รอหัวหน้าหน่วยงานคลังยืนยัน')
    const head = await as('school.head')
    await head.open(spoilt)
    await head.submit({}, `${spoilt}/confirm-cancel`)
    expect(head.text).toContain('ยกเลิกแล้ว เลขที่คงอยู่ในทะเบียนด้วยยอด 0.00 บาท')
    await clerk.open(wrong)
    await clerk.submit({ reason: 'พิมพ์ 20 เป็น 200', cause: 'miskeyed' }, `${wrong}/cancel`)
    expect(clerk.text).toContain('ยกเลิก (บันทึกผิด)')
    await clerk.open(/href="([^"]*redo=[0-9]+)"/.exec(clerk.html)?.[1] ?? '')
    expect([boxOf(clerk, 'sheet'), boxOf(clerk, 'payer'), boxOf(clerk, 'cash')]).toEqual(['38', 'นางสมศรี มีสุข', '200.00'])
    await clerk.submit({ 'lines.0.incomeCode': tuition, 'lines.0.amount': '20', cash: '20' })
    expect(clerk.text).toContain('บันทึกใบเสร็จรับเงิน เล่มที่ 12 เลขที่ 38 แล้ว')
  })

  it('finds what was typed when the session has ended meanwhile', async () => {
    const clerk = await as('school.clerk')
    await clerk.open(newSheet)
    const now = office.clock.now()
    office.clock.advance(3 * 3600)
    await clerk.submit(sheet('39', '80', { remark: 'พักเที่ยง' }))
    expect(clerk.path).toMatch(/^\/login/)
    office.clock.set(now)
    await signIn(office, 'school.clerk', clerk)
    await clerk.open(newSheet)
    expect(boxOf(clerk, 'payer')).toBe('')
    await clerk.open(/href="([^"]*draft=1)"/.exec(clerk.html)?.[1] ?? '')
    expect([boxOf(clerk, 'sheet'), boxOf(clerk, 'payer'), boxOf(clerk, 'remark'), boxOf(clerk, 'cash')]).toEqual(['39', 'นางสมศรี มีสุข', 'พักเที่ยง', '80'])
    expect(clerk.html).toContain(`value="${tuition} รายได้ค่าธรรมเนียมการศึกษา"`)
    await clerk.submit({ 'lines.0.incomeCode': tuition })
    expect(clerk.text).toContain('เล่มที่ 12 เลขที่ 39')
    await clerk.open(newSheet)
    expect(clerk.html).not.toContain('draft=1')
  })
})

describe('evidence of the day', () => {
  it.each([
    ['no file', undefined, 'โปรดเลือกไฟล์ที่ต้องการแนบ'],
    ['a text that calls itself PDF', { name: 'รายงาน.pdf', bytes: Buffer.from('เงินสด 84,250 บาท') }, 'ไฟล์ รายงาน.pdf ไม่ใช่ PDF, PNG, JPEG หรือ XLSX'],
    ['more than 10 MB', { name: 'สแกน.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(largestAttachment)]) }, 'ไฟล์ สแกน.pdf มีขนาดเกิน 10 เมกะไบต์'],
  ])('is refused with %s; what was typed stays', async (_what, file, message) => {
    const clerk = await as('school.clerk')
    await clerk.open(newEvidence)
    await clerk.upload(newEvidence, evidenceForm(clerk, file))
    expect(clerk.status).toBe(422)
    expect(clerk.text).toContain(message)
    expect(clerk.html).toContain('href="#files"')
    expect([boxOf(clerk, 'payer'), boxOf(clerk, 'cash')]).toEqual(['รับเงินประจำวัน', '84250'])
    expect(await ofSchool('receipts').where('t.kind', 'evidence').count({ rows: '*' })).toEqual([{ rows: '0' }])
  })

  it('is refused without the token of the form', async () => {
    const clerk = await as('school.clerk')
    await clerk.open(newEvidence)
    await clerk.upload(newEvidence, evidenceForm(clerk, { name: 'a.pdf', bytes: pdf }, { _csrf: 'x' }))
    expect([clerk.status, clerk.text.includes('แบบฟอร์มหมดอายุ')]).toEqual([403, true])
  })

  it('says that the file must be chosen again when something else is wrong', async () => {
    const clerk = await as('school.clerk')
    await clerk.open(newEvidence)
    await clerk.upload(newEvidence, evidenceForm(clerk, { name: 'a.pdf', bytes: pdf }, { payer: '' }))
    expect(clerk.text).toContain('โปรดระบุผู้ชำระเงิน')
    expect(clerk.text).toContain('โปรดเลือกไฟล์เอกสารแนบอีกครั้ง')
  })

  it('is kept with its file, which the browser gets back unchanged', async () => {
    const clerk = await as('school.clerk')
    await clerk.open(newEvidence)
    await clerk.upload(newEvidence, evidenceForm(clerk, { name: 'รายงานประจำวัน.pdf', bytes: pdf }))
    expect(clerk.text).toContain('หลักฐานการรับเงิน EVD-00001/70')
    const link = /href="(\/documents\/attachments\/[^"]+)"[^>]*>รายงานประจำวัน\.pdf/.exec(clerk.html)?.[1] ?? ''
    await clerk.open(link)
    expect(clerk.headers.get('content-type')).toBe('application/pdf')
    expect(clerk.html).toBe(pdf.toString())
  })
})

const made = { slip: '', summary: '', voucher: '' }

describe('the slip', () => {
  it('gathers the clerk\'s papers, is refused without a place for the cash, and is handed over', async () => {
    const clerk = await as('school.clerk')
    await clerk.open(newSlip)
    const receiptIds = ticked(clerk, 'receiptIds')
    expect(receiptIds).toHaveLength(6)
    await clerk.submit({ receiptIds: receiptIds[0] ?? '', remark: 'งวดเช้า' })
    expect(clerk.status).toBe(422)
    expect(clerk.text).toContain('ใบนำส่งนี้มีเงินสด โปรดเลือกว่านำฝากธนาคารหรือเก็บรักษา')
    expect(boxOf(clerk, 'remark')).toBe('งวดเช้า')
    const typed = Object.entries({ formKey: randomUUID(), slipDate: '20/11/2569', cashPlace: 'safe' })
    await send(clerk, newSlip, [...typed, ...receiptIds.map((id): [string, string] => ['receiptIds', id])])
    made.slip = clerk.path
    expect(clerk.text).toContain('6 (ยกเลิก 1)')
    expect(clerk.text).toContain('86,410.25')
    await clerk.submit({}, `${made.slip}/submit`)
    expect(clerk.text).toContain('ใบนำส่งเงิน RMT-00001/70')
    expect(clerk.text).toContain('เล่มที่ 12 เลขที่ 34–35, 37–39, EVD-00001/70')
    await clerk.open(`${made.slip}/edit`)
    expect(clerk.status).toBe(404)
  })

  it('is received by finance; the first paper is the original, the next a copy', async () => {
    const [clerk, finance] = [await as('school.clerk'), await as('school.finance')]
    await clerk.open(made.slip)
    await clerk.post(`${made.slip}/receive`, { version: boxOf(clerk, 'version') })
    expect(clerk.status).toBe(403)
    await finance.open(made.slip)
    await finance.submit({}, `${made.slip}/receive`)
    expect(finance.text).toContain('รับเงินแล้ว')
    await finance.submit({}, `${made.slip}/print`)
    expect(finance.text).toMatch(/ฉบับ ต้นฉบับ.*แปดหมื่นหกพันสี่ร้อยสิบบาทยี่สิบห้าสตางค์.*เล่มที่ 12 เลขที่ 37 \(0\.00 บาท\).*ผู้นำส่งเงิน.*ผู้รับเงิน/)
    await finance.open(made.slip)
    await finance.submit({}, `${made.slip}/print`)
    expect(finance.text).toContain('ฉบับ สำเนา')
  })
})

describe('the summary', () => {
  it('is prepared by finance, who cannot confirm it', async () => {
    const finance = await as('school.finance')
    await finance.open(newSummary)
    expect(finance.text).toContain('20 พฤศจิกายน 2569 · ใบนำส่ง 1 ฉบับ · 86,410.25 บาท')
    await finance.submit({ summaryDate: '2026-11-20' })
    made.summary = finance.path
    expect(finance.html).not.toContain(`${made.summary}/confirm`)
    await finance.post(`${made.summary}/confirm`, { version: '1' })
    expect(finance.status).toBe(422)
    expect(finance.text).toContain('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    expect(await ofSchool('vouchers').whereNot('t.type', 'OB').count({ rows: '*' })).toEqual([{ rows: '0' }])
  })

  it('confirmed by two at once makes one voucher', async () => {
    const deputy = await signedIn(office, await aPerson(office, { at: school, group: 'SUB_FIN_HEAD' }))
    const heads = [await as('school.head'), deputy]
    await Promise.all(heads.map((head) => head.open(made.summary)))
    await Promise.all(heads.map((head) => head.submit({}, `${made.summary}/confirm`)))
    expect(heads.map((head) => head.status).sort()).toEqual([200, 409])
    expect(heads.find((head) => head.status === 409)?.text).toContain('เอกสารนี้ถูกแก้ไขไปแล้ว')
    expect(await ofSchool('vouchers').whereNot('t.type', 'OB').select('t.type', 't.number')).toEqual([{ type: 'RV', number: 1 }])
  })

  it('posts cash against each income, to the satang', async () => {
    const head = await as('school.head')
    await head.open(made.summary)
    expect(head.text).toContain('ใบสำคัญสรุปใบนำส่งเงิน RSV-00001/70')
    made.voucher = /href="(\/ledger\/vouchers\/[0-9]+\/[0-9]+)"/.exec(head.html)?.[1] ?? ''
    await head.open(made.voucher)
    expect(head.text).toContain('RV-00001/70')
    const lines = await ofSchool('voucher_lines').join('vouchers as v', 'v.id', 't.voucher_id').where('v.type', 'RV').orderBy('t.line').select('t.account_code', 't.side', 't.amount')
    expect(lines).toEqual([
      { account_code: cashOnHand, side: 'D', amount: '86410.25' }, { account_code: tuition, side: 'C', amount: '85910.25' },
      { account_code: rent, side: 'C', amount: '500.00' },
    ])
    expect(head.text).toMatch(new RegExp(`${cashOnHand} .*86,410\\.25.*${tuition} .*85,910\\.25.*${rent} .*500\\.00`))
    expect(head.text).not.toContain(savings)
  })

  it('is printed with three signatures', async () => {
    const head = await as('school.head')
    await head.open(made.summary)
    await head.submit({}, `${made.summary}/print`)
    expect(head.text).toMatch(/ฉบับ ต้นฉบับ.*RMT-00001\/70.*เงินสดคงเหลือเก็บรักษา 86,410\.25 บาท.*ผู้จัดทำ.*ผู้ตรวจสอบ.*ผู้อนุมัติ/)
  })
})

describe('the books at night', () => {
  it('balance, and say the same on the page and in the file', async () => {
    const account = await as('school.account')
    await account.open('/ledger/trial-balance')
    expect(account.text).toMatch(new RegExp(`${cashOnHand}.*86,410\\.25`))
    expect(account.text).toMatch(new RegExp(`${tuition}.*85,910\\.25`))
    const csv = /href="(\/ledger\/trial-balance\/csv[^"]*)"/.exec(account.html)?.[1] ?? ''
    await account.open(csv.replaceAll('&amp;', '&'))
    expect(account.headers.get('content-type')).toContain('text/csv')
    expect(account.html).toContain(cashOnHand)
    expect(account.html).toContain('86410.25')
  })

  it('agree with the register of receipts, where every paper has its state', async () => {
    const clerk = await as('school.clerk')
    await clerk.open('/receipts/receipts/csv')
    const rows = clerk.html.trim().split('\r\n').map((row) => row.split(','))
    expect(rows.slice(1, -1).map((row) => [row[0], row[4], row[5]])).toEqual([
      ['EVD-00001/70', '84250.00', 'ผ่านรายการแล้ว'], ['เล่มที่ 12 เลขที่ 39', '80.00', 'ผ่านรายการแล้ว'],
      ['เล่มที่ 12 เลขที่ 38', '20.00', 'ผ่านรายการแล้ว'],
      ['เล่มที่ 12 เลขที่ 38', '0.00', 'ยกเลิก (บันทึกผิด)'], ['เล่มที่ 12 เลขที่ 37', '0.00', 'ยกเลิก'],
      ['เล่มที่ 12 เลขที่ 35', '500.00', 'ผ่านรายการแล้ว'], ['เล่มที่ 12 เลขที่ 34', '1560.25', 'ผ่านรายการแล้ว'],
    ])
  })
})

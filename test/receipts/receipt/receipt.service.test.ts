import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { findMissingSheets } from '../../../src/receipts/missing-sheets/missing-sheets.repository.ts'
import { countReceipts, findReceipts, getReceipt } from '../../../src/receipts/receipt/receipt.repository.ts'
import { recordReceipt } from '../../../src/receipts/receipt/receipt.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { findTrail } from '../../../src/documents/index.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aLao, anOpenOffice, testYear } from '../../support/world.ts'
import {
  aConfirmedDay, aFile, anEvidence, aPerson, aReceipt, aSchool, cancel, cancelPaper, draftSlip, record, rent, today, yesterday, type Person, type School,
} from '../school.ts'

const db = await testDatabase()
const { errors } = receiptsText
const refusal = (who: Person, given: Parameters<typeof aReceipt>[0]) => record(who, given).then(() => ({}), (error) => (error instanceof RuleBroken ? error.errors : error))
const show = (school: School, id: string) => school.clerk.read((read) => getReceipt(read, school.organisation.id, id))
const filterOf = (school: School) => ({
  organisationId: school.organisation.id, from: undefined, until: undefined, state: undefined, kind: undefined, search: undefined,
  after: undefined,
})

describe('recording a receipt', () => {
  it('keeps lines, payments and who did it', async () => {
    const school = await aSchool(db)
    const id = await record(school.clerk, { amount: '1560.25', book: '12', sheet: 34, transferTo: school.bankAccountId })
    expect(await show(school, id)).toMatchObject({
      state: 'recorded', paper: { kind: 'handwritten', book: '12', sheet: 34 }, total: baht('1560.25'), version: 1,
      recordedBy: { name: school.clerk.officer.name },
      lines: [{ incomeCode: '4404050101.001', accountCode: '4404050101.001', name: 'รายได้ค่าธรรมเนียมการศึกษา', amount: baht('1560.25') }],
      payments: [{ means: 'transfer', bank: { name: 'ธนาคารกรุงไทย' }, amount: baht('1560.25') }], slip: null, summary: null, voucher: null,
    })
    const trail = await school.clerk.read((read) => findTrail(read, school.organisation.id, { kind: 'receipt', id }))
    expect(trail.map((entry) => [entry.code, entry.userName])).toEqual([['DOC_RECORD', school.clerk.officer.name]])
  })

  it('refuses the same sheet again, naming the earlier one; another book or year is another sheet', async () => {
    const { clerk } = await aSchool(db)
    await record(clerk, { book: '12', sheet: 35, amount: '500.00' })
    expect(await refusal(clerk, { book: '12', sheet: 35 })).toEqual({
      sheet: 'บันทึกเล่มที่ 12 เลขที่ 35 ไว้แล้ว (วันที่ 20 พฤศจิกายน 2569 นางสมศรี มีสุข 500.00 บาท)',
    })
    await record(clerk, { book: '13', sheet: 35 })
  })

  it('names the skipped sheets of a book: 34, 35, 37 leave 36', async () => {
    const school = await aSchool(db)
    for (const sheet of [34, 35, 37, 40]) await record(school.clerk, { book: '12', sheet })
    const missing = await school.clerk.read((read) => findMissingSheets(read, school.organisation.id, fiscalYear(2570)))
    expect(missing).toEqual([{ book: '12', from: 36, until: 36 }, { book: '12', from: 38, until: 39 }])
  })

  it('makes one receipt of a form sent twice, one after the other or at once', async () => {
    const school = await aSchool(db)
    const formKey = randomUUID()
    const one = anEvidence({ formKey })
    const ids = await Promise.all(Array.from({ length: 3 }, () => school.clerk.work((work) => recordReceipt(work, one, [aFile]))))
    const again = await school.clerk.work((work) => recordReceipt(work, one, [aFile]))
    expect(new Set([...ids, again]).size).toBe(1)
    expect(await db.owner('receipts').where({ organisation_id: school.organisation.id }).pluck('number')).toEqual([1])
    const next = await school.clerk.work((work) => recordReceipt(work, anEvidence(), [aFile]))
    expect(await show(school, next)).toMatchObject({ paper: { kind: 'evidence', number: 2, fiscalYear: 2570 } })
  })

  it('answers a double click on the same sheet with one receipt, two different forms with one and a refusal', async () => {
    const { clerk } = await aSchool(db)
    const one = aReceipt({ book: '12', sheet: 1 })
    const ids = await Promise.all([1, 2, 3].map(() => clerk.work((work) => recordReceipt(work, one))))
    expect(new Set(ids).size).toBe(1)
    const results = await Promise.allSettled([1, 2].map(() => record(clerk, { book: '12', sheet: 2 })))
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { errors: { sheet: expect.stringContaining('บันทึกเล่มที่ 12 เลขที่ 2 ไว้แล้ว') } } })
  })

  it('takes evidence only with its paper, and a refused one takes no number', async () => {
    const school = await aSchool(db, '04')
    const evidence = { ...anEvidence({ amount: '84250.00', income: '4404040101.001' }) }
    await expect(school.clerk.work((work) => recordReceipt(work, evidence, []))).rejects.toThrow('โปรดเลือกไฟล์ที่ต้องการแนบ')
    const wrong = { ...aFile, name: 'a.exe', bytes: Buffer.from('MZ') }
    await expect(school.clerk.work((work) => recordReceipt(work, evidence, [wrong]))).rejects.toThrow(RuleBroken)
    const id = await school.clerk.work((work) => recordReceipt(work, evidence, [aFile]))
    expect(await show(school, id)).toMatchObject({ paper: { number: 1 }, evidenceKind: 'program-report', total: baht('84250') })
    expect(await db.owner('attachments').where({ document_kind: 'receipt', document_id: id }).pluck('file_name')).toEqual(['รายงานประจำวัน.pdf'])
  })

  it('refuses a day to come, a closed month and a year not opened', async () => {
    const school = await aSchool(db)
    expect(await refusal(school.clerk, { date: calendarDate('2026-11-21') })).toEqual({ receiptDate: errors.future })
    expect(await refusal(school.clerk, { date: calendarDate('2026-09-30') })).toEqual({ receiptDate: errors.closedMonth })
    await db.owner('fiscal_periods').where({ organisation_id: school.organisation.id, period: 1 }).update({ state: 'closed' })
    expect(await refusal(school.clerk, { date: calendarDate('2026-10-31') })).toEqual({ receiptDate: errors.closedMonth })
    expect(await db.owner('receipts').where({ organisation_id: school.organisation.id })).toEqual([])
  })

  it('found late keeps its own day, though that day or a later one is summed up; its slip takes a day that is not (§4.4, S43)', async () => {
    const school = await aSchool(db)
    await aConfirmedDay(school, { date: yesterday })
    for (const date of [yesterday, calendarDate('2026-11-03')]) {
      const late = await record(school.clerk, { date })
      await expect(draftSlip(school.clerk, { receiptIds: [late], date: yesterday })).rejects.toThrow(errors.closedDay({ number: 'RSV-00001/70', day: '19 พฤศจิกายน 2569', next: '20 พฤศจิกายน 2569' }))
      expect(await draftSlip(school.clerk, { receiptIds: [late], date: today })).toMatch(/^[0-9]+$/)
    }
  })

  it('knows no bank account of another office', async () => {
    const [school, other] = [await aSchool(db), await aSchool(db)]
    expect(await refusal(school.clerk, { transferTo: other.bankAccountId })).toEqual({ 'transfers.0.bankAccountId': errors.bank })
  })
})

describe('income an office may not collect', () => {
  it('is refused: another chart, a province\'s tax, an abolished tax', async () => {
    const school = await aSchool(db)
    expect(await refusal(school.clerk, { income: '41100003' })).toEqual({ 'lines.0.incomeCode': errors.strangeIncome })
    const sao = await db.owner('organisations').where({ lao_kind: 'SAO' }).orderBy('code').first()
    const clerk = await aPerson(db, { id: sao.id, kind: 'LAO', name: sao.name, provinceCode: sao.province_code }, ['LAO_REVENUE'])
    await clerk.work((work) => openFiscalYear(work, testYear))
    expect(await refusal(clerk, { income: '41100006' })).toEqual({ 'lines.0.incomeCode': errors.strangeIncome })
    expect(await refusal(clerk, { income: '41100001' })).toEqual({ 'lines.0.incomeCode': errors.retiredIncome })
    expect(await refusal(clerk, { income: '41100003' })).toEqual({})
  })

  it('every code of an LAO credits an account its books take', async () => {
    const accounts = db.owner('accounts').where('is_postable', true).whereRaw("chart_kinds && ARRAY['ALL', 'LAO']").select('code')
    expect(await db.owner('revenue_codes').where('is_active', true).whereNot('applies_to', 'PAWN').whereNotIn('account_code', accounts).pluck('code')).toEqual([])
  })
})

describe('cancelling a receipt', () => {
  it('keeps its number with nothing, and says why', async () => {
    const school = await aSchool(db)
    const id = await record(school.clerk, { amount: '300.00' })
    await cancelPaper(school, id)
    expect(await show(school, id)).toMatchObject({
      state: 'cancelled', version: 3, total: baht('300'),
      cancelled: { cause: 'paper', reason: 'เขียนผิด', by: school.clerk.officer.name, confirmedBy: school.head.officer.name },
    })
    expect(await school.clerk.read((read) => countReceipts(read, filterOf(school)))).toEqual({ count: 1, cancelled: 1, total: 0n })
    await expect(cancel(school.clerk, id, { version: 3, reason: 'อีกครั้ง' })).rejects.toThrow(Conflict)
  })

  it('is refused to an old page, to another office and to whoever may only look', async () => {
    const [school, other] = [await aSchool(db), await aSchool(db)]
    const id = await record(school.clerk)
    await expect(cancel(school.clerk, id, { version: 9, reason: 'เขียนผิด' })).rejects.toThrow(new Conflict(errors.stale))
    await expect(cancel(other.clerk, id)).rejects.toThrow(NotFound)
    await expect(cancel(school.head, id)).rejects.toThrow('ท่านไม่มีสิทธิทำรายการนี้')
  })

  it('names the documents to undo first, from the end', async () => {
    const school = await aSchool(db)
    const { receipt } = await aConfirmedDay(school)
    await expect(cancel(school.clerk, receipt, { version: 4, reason: 'เขียนผิด' })).rejects.toThrow(new RuleBroken(
      'ยกเลิกไม่ได้ ต้องยกเลิกเอกสารต่อไปนี้ก่อนตามลำดับ: ใบผ่านรายการรับ RV-00001/70, ใบสำคัญสรุปใบนำส่งเงิน RSV-00001/70, ใบนำส่งเงิน RMT-00001/70'))
  })

  it('is refused while it stands in a draft slip, and after the month is closed', async () => {
    const school = await aSchool(db)
    const [first, second] = [await record(school.clerk), await record(school.clerk)]
    await draftSlip(school.clerk, { receiptIds: [first] })
    await expect(cancel(school.clerk, first, { version: 2, reason: 'เขียนผิด' })).rejects.toThrow('ใบนำส่งเงิน (ร่าง)')
    await db.owner('fiscal_periods').where({ organisation_id: school.organisation.id, period: 2 }).update({ state: 'closed' })
    await expect(cancel(school.clerk, second)).rejects.toThrow(errors.closedMonth)
  })
})

describe('the register', () => {
  it('is searched by day, kind, state, sheet, number and payer, page by page', async () => {
    const school = await aSchool(db)
    const sheet = await record(school.clerk, { book: '12', sheet: 7, date: yesterday, income: rent })
    const evidence = await school.clerk.work((work) => recordReceipt(work, anEvidence(), [aFile]))
    const ids = async (change: object) => (await school.clerk.read((read) => findReceipts(read, { ...filterOf(school), ...change }))).receipts.map((one) => one.id)
    expect(await ids({})).toEqual([evidence, sheet])
    expect(await ids({ from: today })).toEqual([evidence])
    expect(await ids({ until: today })).toEqual([sheet])
    expect(await ids({ kind: 'evidence' })).toEqual([evidence])
    expect(await ids({ state: 'cancelled' })).toEqual([])
    expect(await ids({ search: '12/7' })).toEqual([sheet])
    expect(await ids({ search: 'EVD-00001/70' })).toEqual([evidence])
    expect(await ids({ search: 'EVD-00001/69' })).toEqual([])
    expect(await ids({ search: 'สมศรี' })).toEqual([evidence, sheet])
    expect(await ids({ search: "x' OR 1=1" })).toEqual([])
    expect(await ids({ after: { date: today, id: evidence } })).toEqual([sheet])
    const page = await school.clerk.read((read) => findReceipts(read, filterOf(school), 1))
    expect([page.receipts.length, page.hasMore]).toEqual([1, true])
  })

  it('is looked at by the own LAO and by nobody else', async () => {
    const school = await aSchool(db)
    const id = await record(school.clerk)
    const above = await aPerson(db, school.lao, ['LAO_FINANCE'])
    expect((await above.read((read) => getReceipt(read, school.organisation.id, id))).id).toBe(id)
    const stranger = await anOpenOffice(db, { at: await aLao(db), groups: ['LAO_FINANCE'] })
    await expect(stranger.read((read) => getReceipt(read, school.organisation.id, id))).rejects.toThrow(NotFound)
    await expect(cancel(above, id)).rejects.toThrow(NotFound)
  })
})

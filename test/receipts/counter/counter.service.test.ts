import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findTrail } from '../../../src/documents/index.ts'
import { calendarDate, addDays } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { bahtText } from '../../../src/platform/baht-text.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { cancelFineReceipt, issueFineReceipt, issueReceipt } from '../../../src/receipts/counter/counter.service.ts'
import { getReceipt } from '../../../src/receipts/receipt/receipt.repository.ts'
import { cancelReceipt, confirmCancel, refuseCancellation } from '../../../src/receipts/receipt/receipt.service.ts'
import { confirmSummary, reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { findUnremitted } from '../../../src/receipts/remittance/remittance.repository.ts'
import { cancelRemittance, returnRemittance } from '../../../src/receipts/remittance/remittance.service.ts'
import { amountOf } from '../../../src/receipts/receipt/receipt.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { testDatabase } from '../../support/database.ts'
import { aCounter, issue, issueFor, issuing, signboard, waste } from '../lao.ts'
import { aPerson, aSchool, cancel, cancelPaper, draftSlip, prepare, receivedSlip, today, type Person, type School } from '../school.ts'

const db = await testDatabase()
const { errors } = receiptsText
const show = (at: School, id: string) => at.clerk.read((read) => getReceipt(read, at.organisation.id, id))
const numbersOf = (at: School) => db.owner('receipts').where({ organisation_id: at.organisation.id, kind: 'issued' }).orderBy('number').pluck('number')

describe('the counter', () => {
  it('issues RCPT-00001/70 for a signboard of 1,560.25, then RCPT-00002/70; another LAO begins at one (scenario 31)', async () => {
    const [one, other] = [await aCounter(db), await aCounter(db)]
    const id = await issueFor(one.clerk, signboard, { amount: '1560.25' })
    expect(await show(one, id)).toMatchObject({
      state: 'recorded', paper: { kind: 'issued', number: 1, fiscalYear: 2570 }, receiptDate: today, total: baht('1560.25'), version: 1,
      recordedBy: { name: one.clerk.officer.name }, lines: [{ incomeCode: '41100003', accountCode: '4401010103.001', name: 'ภาษีป้าย' }],
      payments: [{ means: 'cash', amount: baht('1560.25') }],
    })
    expect(bahtText(baht('1560.25'))).toBe('หนึ่งพันห้าร้อยหกสิบบาทยี่สิบห้าสตางค์')
    await issue(one.clerk)
    await issue(other.clerk)
    expect([await numbersOf(one), await numbersOf(other)]).toEqual([[1, 2], [1]])
    const trail = await one.clerk.read((read) => findTrail(read, one.organisation.id, { kind: 'receipt', id }))
    expect(trail.map((entry) => [entry.code, entry.userName])).toEqual([['DOC_ISSUE', one.clerk.officer.name]])
  })

  it('gives 50 receipts by 5 users at once 50 numbers in a row; what is refused takes none (scenario 32)', async () => {
    const at = await aCounter(db)
    const people = [at.clerk, ...await Promise.all([1, 2, 3, 4].map(() => aPerson(db, at.organisation, ['LAO_REVENUE'])))]
    const queue = async (who: Person): Promise<unknown> => {
      for (let turn = 0; turn < 9; turn += 1) await issue(who)
      const refused = await issueFor(who, 'DP13', { amount: '1' }).catch((error: unknown) => error)
      await issue(who)
      return refused
    }
    for (const refused of await Promise.all(people.map(queue))) expect(refused).toBeInstanceOf(RuleBroken)
    expect(await numbersOf(at)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  })

  it('makes one receipt of a form sent three times at once', async () => {
    const at = await aCounter(db)
    const one = issuing({ formKey: randomUUID() })
    const ids = await Promise.all([1, 2, 3].map(() => at.clerk.work((work) => issueReceipt(work, one))))
    expect(new Set(ids).size).toBe(1)
    expect(await numbersOf(at)).toEqual([1])
  })

  it('takes cash, a cheque and a transfer together; a cheque of tomorrow and a strange account are refused at their rows (scenario 54)', async () => {
    const at = await aCounter(db)
    const cheque = { row: 0, means: 'cheque' as const, bankAccountId: null, reference: '', amount: baht('60') }
    const transfer = { row: 1, means: 'transfer' as const, reference: 'QR1', amount: baht('30') }
    const cash = { row: 0, means: 'cash' as const, bankAccountId: null, reference: '', amount: baht('10') }
    const paper = { bank: 'ธนาคารกรุงเทพ สาขาบางแสน', number: '1234567' }
    const id = await issue(at.clerk, { payments: [cash, { ...cheque, cheque: { ...paper, date: today } }, { ...transfer, bankAccountId: at.bankAccountId, valueDate: today }] })
    expect((await show(at, id)).payments).toMatchObject([
      { means: 'cash' }, { means: 'cheque', cheque: { ...paper, date: today }, bank: null }, { means: 'transfer', reference: 'QR1', valueDate: today, bank: { id: at.bankAccountId } },
    ])
    const tomorrow = addDays(today, 1)
    await expect(issue(at.clerk, {
      payments: [{ ...cheque, row: 2, cheque: { ...paper, date: tomorrow } }, { ...transfer, bankAccountId: '999999', valueDate: tomorrow }],
    })).rejects.toMatchObject({ errors: { 'cheques.2.date': errors.chequeLater, 'transfers.1.bankAccountId': errors.bank, 'transfers.1.valueDate': errors.valueLater } })
    expect(await numbersOf(at)).toEqual([1])
  })

  it('dates what comes after the daily close on the next day (scenario 42)', async () => {
    const at = await aCounter(db)
    await receivedSlip(at, { receiptIds: [await issue(at.clerk)] })
    const summary = await prepare(at.finance)
    await issue(at.clerk)
    await at.head.work((work) => confirmSummary(work, summary, 1))
    const late = await issue(at.clerk)
    expect(await show(at, late)).toMatchObject({ receiptDate: calendarDate('2026-11-21'), paper: { number: 3 } })
    await cancel(at.clerk, late, { reason: 'เขียนผิด' })
    await at.head.work((work) => confirmCancel(work, late, 2))
    expect(await show(at, late)).toMatchObject({ state: 'cancelled' })
  })

  it('is closed with its month, to sub-units and to who may not issue', async () => {
    const at = await aCounter(db)
    const school = await aSchool(db)
    await expect(issue(school.clerk)).rejects.toThrow(NotFound)
    await db.owner('fiscal_periods').where({ organisation_id: at.organisation.id, period: 2 }).update({ state: 'closed' })
    await expect(issue(at.clerk)).rejects.toThrow(errors.closedMonth)
  })
})

describe('cancelling an issued receipt', () => {
  it('keeps the number with 0.00 once the head has confirmed what the collector asked for (scenario 40)', async () => {
    const at = await aCounter(db)
    const id = await issue(at.clerk)
    await cancel(at.clerk, id, { reason: 'ผู้ชำระเปลี่ยนใจ' })
    expect(await show(at, id)).toMatchObject({ state: 'cancelling', cancelled: { reason: 'ผู้ชำระเปลี่ยนใจ', by: at.clerk.officer.name, confirmedBy: null } })
    await at.head.work((work) => confirmCancel(work, id, 2))
    const done = await show(at, id)
    expect(done).toMatchObject({ state: 'cancelled', paper: { number: 1 }, cancelled: { by: at.clerk.officer.name, confirmedBy: at.head.officer.name } })
    expect(amountOf(done)).toBe(zero)
    const trail = await at.clerk.read((read) => findTrail(read, at.organisation.id, { kind: 'receipt', id }))
    expect(trail.map((entry) => [entry.code, entry.userName, entry.reason])).toEqual([
      ['DOC_ISSUE', at.clerk.officer.name, ''], ['DOC_ASK_CANCEL', at.clerk.officer.name, 'ผู้ชำระเปลี่ยนใจ'], ['DOC_CANCEL', at.head.officer.name, 'ผู้ชำระเปลี่ยนใจ'],
    ].map(([code, userName, reason]) => [code, userName, reason === '' ? null : reason]))
    await expect(at.head.work((work) => confirmCancel(work, id, 3))).rejects.toThrow(Conflict)
  })

  it('is confirmed neither by who asked nor by who wrote it, and a collector has no right to', async () => {
    const at = await aCounter(db)
    const both = await aPerson(db, at.organisation, ['LAO_REVENUE', 'LAO_FIN_HEAD'])
    const [own, asked] = [await issue(both), await issue(at.clerk)]
    await cancel(at.clerk, own)
    await expect(both.work((work) => confirmCancel(work, own, 2))).rejects.toThrow(new RuleBroken(errors.ownCancel))
    await cancel(both, asked)
    await expect(both.work((work) => confirmCancel(work, asked, 2))).rejects.toThrow(new RuleBroken(errors.ownCancel))
    await expect(at.clerk.work((work) => confirmCancel(work, asked, 2))).rejects.toThrow(Forbidden)
    await expect(at.head.work((work) => confirmCancel(work, asked, 1))).rejects.toThrow(new Conflict(errors.stale))
    await at.head.work((work) => confirmCancel(work, asked, 2))
  })

  it('that the head refuses leaves it as it was, ready for its slip', async () => {
    const at = await aCounter(db)
    const id = await issue(at.clerk)
    await cancel(at.clerk, id)
    await at.head.work((work) => refuseCancellation(work, id, { version: 2, reason: 'ผู้ชำระถือต้นฉบับอยู่' }))
    expect(await show(at, id)).toMatchObject({ state: 'recorded', cancelled: null, version: 3 })
    await draftSlip(at.clerk, { receiptIds: [id] })
  })

  it('goes from the end: voucher, summary, slip, then the receipt; after the month is closed nothing moves (scenario 41)', async () => {
    const at = await aCounter(db)
    const id = await issue(at.clerk)
    const slip = await receivedSlip(at, { receiptIds: [id] })
    const summary = await prepare(at.finance)
    await at.head.work((work) => confirmSummary(work, summary, 1))
    await expect(cancel(at.clerk, id, { version: 4 })).rejects.toThrow(
      'ยกเลิกไม่ได้ ต้องยกเลิกเอกสารต่อไปนี้ก่อนตามลำดับ: ใบผ่านรายการรับ RV-00001/70, ใบสำคัญสรุปใบนำส่งเงิน RSV-00001/70, ใบนำส่งเงิน RMT-00001/70')
    await at.head.work((work) => reverseSummary(work, summary, { version: 2, reason: 'รับเงินผิดประเภท' }))
    const { version } = await db.owner('remittances').where({ id: slip }).first('version')
    await at.finance.work((work) => returnRemittance(work, slip, { version, reason: 'รับเงินผิดประเภท' }))
    await at.clerk.work((work) => cancelRemittance(work, slip, version + 1))
    const row = await db.owner('receipts').where({ id }).first('version')
    await cancelPaper(at, id, row.version)
    expect((await show(at, id)).state).toBe('cancelled')
    const second = await issue(at.clerk)
    await cancel(at.clerk, second)
    await db.owner('fiscal_periods').where({ organisation_id: at.organisation.id, period: 2 }).update({ state: 'closed' })
    await expect(at.head.work((work) => confirmCancel(work, second, 2))).rejects.toThrow(errors.closedMonth)
  })

  it('is the paper\'s: nothing of it was only miskeyed', async () => {
    const at = await aCounter(db)
    const id = await issue(at.clerk)
    await expect(at.clerk.work((work) => cancelReceipt(work, id, { version: 1, cause: 'miskeyed', reason: 'พิมพ์ผิด' }))).rejects.toThrow(errors.noSheet)
  })
})

describe('a fine withheld at a payment', () => {
  const source = { kind: 'payment', id: '77' }
  const fine = {
    source, date: today, payer: 'บริษัท วัสดุดี จำกัด', payerFacts: { kind: 'juristic' as const, number: '0205560000001', address: '' },
    lines: [{ incomeCode: '41220010', accountCode: '4401040110.001', description: 'ส่งมอบช้า 7 วัน', amount: baht('299.60') }],
  }

  it('has its receipt at once, in no slip and once for the payment (S15)', async () => {
    const at = await aCounter(db)
    const [id, again] = [await at.head.work((work) => issueFineReceipt(work, fine)), await at.head.work((work) => issueFineReceipt(work, fine))]
    expect(again).toBe(id)
    expect(await show(at, id)).toMatchObject({
      state: 'summarised', slip: null, total: baht('299.60'), withheldBy: source, paper: { kind: 'issued', number: 1 }, payments: [{ means: 'withheld' }],
    })
    expect(await db.owner('receipts').where({ organisation_id: at.organisation.id }).whereNull('withheld_id')).toEqual([])
  })

  it('goes with its payment when that is reversed, and may come again', async () => {
    const at = await aCounter(db)
    const id = await at.head.work((work) => issueFineReceipt(work, fine))
    await at.head.work((work) => cancelFineReceipt(work, source, 'จ่ายผิดราย'))
    expect(await show(at, id)).toMatchObject({ state: 'cancelled', cancelled: { reason: 'จ่ายผิดราย' } })
    const next = await at.head.work((work) => issueFineReceipt(work, fine))
    expect(await show(at, next)).toMatchObject({ paper: { number: 2 } })
    for (const whose of ['own', 'others'] as const) expect(await at.head.read((read) => findUnremitted(read, { whose, most: 10 }))).toEqual([])
    expect(waste).toBe('41210008')
  })
})

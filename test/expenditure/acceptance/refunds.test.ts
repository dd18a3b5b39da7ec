// S43 of part B: what was over-paid goes back, by the receipt that took it in; and money of others only as far as it stands.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { blankBoxes, type ClaimInput } from '../../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../../src/expenditure/claim-form/claim-form.service.ts'
import { cancelClaim, submitClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { openFiscalYear, postLines } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { approveEntry, createEntry, submitEntry } from '../../../src/receipts/money-entry/money-entry.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { receiveRemittance, submitRemittance } from '../../../src/receipts/remittance/remittance.service.ts'
import { confirmSummary, reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { testDatabase } from '../../support/database.ts'
import { organisation } from '../../support/world.ts'
import { aKey, aNumber, issue, issueFor, signboard } from '../../receipts/lao.ts'
import { aPerson, draftSlip, prepare, receivedSlip, type School } from '../../receipts/school.ts'
import { bouncing } from '../../receipts/returned-cheque/cheques.ts'
import { aPayingOffice, paymentNow, posted } from '../payment/paying.ts'
import { aPayee, approved, checked, claimNow, endorsed } from '../world.ts'
import { journalOf, linesOf } from './acceptance.ts'

const db = await testDatabase()
const today = calendarDate('2026-11-20')
const nextDay = calendarDate('2026-11-21')
const numberNow = (number: number | null) => `CLM-${String(number).padStart(5, '0')}/70`
const office = await aPayingOffice(db, { code: '4200103', on: calendarDate('2026-11-01') })
const town = await organisation(db, '4200103')
const counter: School = { organisation: town, lao: town, bankAccountId: office.current, finance: office.finance, clerk: await aPerson(db, town, ['LAO_REVENUE']), head: office.head }
await aPayee(office, 'ร้านรุ่งเรือง', 'juristic')
const { errors } = claimText
const said = (act: Promise<unknown>) => act.then(() => ({}), (error: unknown) => { if (error instanceof RuleBroken) return error.errors; throw error })

/** A receipt of signboard tax, summed up and in the books; the other waits at the counter. */
const receipt = await issueFor(counter.clerk, signboard, { amount: '1500.00' })
const waiting = await issueFor(counter.clerk, signboard, { amount: '70.00' })
await receivedSlip(counter, { receiptIds: [receipt] })
await office.head.work(async (work) => confirmSummary(work, await prepare(office.finance), 1))
const nameOf = async (id: string) => `RCPT-${String((await db.owner('receipts').where({ id }).first('number')).number).padStart(5, '0')}/70`

interface Asked {
  readonly amount?: string
  readonly on?: string
  readonly account?: string
  readonly receipt?: string
  readonly approvalReference?: string
}

async function inputOf({ amount = '1,200.00', on = '20/11/2569', account = '1', receipt: named, approvalReference = '' }: Asked): Promise<ClaimInput> {
  const rows = [{ line: '', unit: '', account, key: '', description: '', amount }]
  return {
    ...blankBoxes, kind: 'C9', department: office.departmentId, documentDate: on, payee: 'ร้านรุ่งเรือง', title: 'ถอนคืนภาษีป้ายรับไว้เกิน', vat: 'none', receipt: named ?? await nameOf(receipt), approvalReference,
    rows, deductions: [], pasted: '', formKey: randomUUID(), version: '',
  }
}

async function keyed(asked: Asked = {}): Promise<string> {
  const input = await inputOf(asked)
  return office.preparer.work((work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false }))
}
const handIn = async (id: string) => office.preparer.work(async (work) => submitClaim(work, id, (await claimNow(office, id)).version))
const paid = async (id: string, paymentDate = today) => {
  await handIn(id)
  await approved(office, await checked(office, await endorsed(office, id)))
  return posted(office, [id], { paymentDate, channel: 'cheque' })
}
const linesOfPayment = async (id: string) => linesOf(office.head, office.organisationId, (await paymentNow(office, id)).voucherId ?? '')

const given = { payment: '' }

describe('S43: refund of revenue', () => {
  it('refuses what the receipt did not take in, a receipt that is not in the books, or none', async () => {
    expect(await said(keyed({ amount: '1,500.01' }))).toEqual({ 'lines.0.amount': errors.overCollected(await nameOf(receipt), '1,500.00') })
    expect(await said(keyed({ receipt: await nameOf(waiting) }))).toEqual({ receipt: errors.noReceipt(await nameOf(waiting)) })
    expect(await said(keyed({ receipt: 'RCPT-09999/70' }))).toEqual({ receipt: errors.noReceipt('RCPT-09999/70') })
    expect(await said(keyed({ receipt: '' }))).toEqual({ receipt: errors.receipt })
    expect(await said(keyed({ account: '2' }))).toEqual({ 'lines.0.account': errors.noReceiptLine })
    expect(await said(keyed({ on: '19/11/2569' }))).toEqual({ receipt: errors.noReceipt(await nameOf(receipt)) })
  })

  it('(a) of the same year reduces the revenue, and the same is not given back twice, by two at once neither', async () => {
    const [first, second] = [await keyed(), await keyed()]
    const results = await Promise.allSettled([handIn(first), handIn(second)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [won = '', lost = ''] = results[0]?.status === 'fulfilled' ? [first, second] : [second, first]
    expect(await said(handIn(lost))).toEqual({ 'lines.0.amount': errors.overCollected(await nameOf(receipt), '300.00') })
    await office.preparer.work(async (work) => cancelClaim(work, lost, (await claimNow(office, lost)).version))
    await approved(office, await checked(office, await endorsed(office, won)))
    const payment = await posted(office, [won], { paymentDate: today, channel: 'cheque' })
    given.payment = payment
    expect(await linesOfPayment(payment)).toEqual(journalOf('S43', 0))
    const { voucherId } = await paymentNow(office, payment)
    expect(await db.owner('voucher_lines').where({ voucher_id: voucherId, side: 'D' }).first('revenue_code')).toEqual({ revenue_code: signboard })
    expect(await said(keyed({ amount: '300.01' }))).toEqual({ 'lines.0.amount': errors.overCollected(await nameOf(receipt), '300.00') })
  })

  it('keeps the day of its receipt in the books while it stands, and is not paid once the bank took the money of the receipt back (RE-7)', async () => {
    const cheque = { bank: 'ธนาคารกรุงไทย สาขาชลบุรี', number: '00777777', date: today }
    const third = await issue(counter.clerk, {
      payerFacts: { kind: 'juristic', number: aNumber, address: 'ชลบุรี' }, lines: [{ incomeCode: signboard, amount: baht('800') }],
      payments: [{ row: 0, means: 'cheque', bankAccountId: null, reference: '', cheque, amount: baht('800') }],
    })
    db.clock.set(instant('2026-11-21T05:00:00.000Z'))
    const slip = await draftSlip(counter.clerk, { receiptIds: [third], date: nextDay })
    await counter.clerk.work((work) => submitRemittance(work, slip, 1))
    await office.finance.work((work) => receiveRemittance(work, slip, 2))
    const summary = await prepare(office.finance, nextDay)
    await office.head.work((work) => confirmSummary(work, summary, 1))
    const id = await keyed({ amount: '800.00', receipt: await nameOf(third), on: '21/11/2569' })
    const other = await keyed({ amount: '800.00', receipt: await nameOf(third), on: '21/11/2569' })
    await handIn(id)
    const undo = office.head.work((work) => reverseSummary(work, summary, { version: 2, reason: 'ยอดผิด' }))
    expect(Object.values(await said(undo))).toEqual([receiptsText.errors.undoFirst([numberNow((await claimNow(office, id)).number)])])
    const bounced = await office.finance.work((work) => createEntry(work, { ...bouncing({ town: counter, receipt: third }), entryDate: nextDay, amount: baht('800') }))
    await office.finance.work((work) => submitEntry(work, bounced, 1))
    await office.head.work((work) => approveEntry(work, bounced, 2))
    const gone = { receipt: errors.chequeCameBack(await nameOf(third)) }
    expect(await said(approved(office, await checked(office, await endorsed(office, id))))).toEqual(gone)
    expect(await said(handIn(other))).toEqual(gone)
    expect(await said(keyed({ amount: '1.00', receipt: await nameOf(third), on: '21/11/2569' }))).toEqual(gone)
  })

  it('claimed in its year and paid in the next is refused: the revenue of that year is closed', async () => {
    const id = await keyed({ amount: '100.00' })
    await handIn(id)
    await approved(office, await checked(office, await endorsed(office, id)))
    db.clock.set(instant('2027-10-20T05:00:00.000Z'))
    await office.head.work((work) => openFiscalYear(work, fiscalYear(2571)))
    const attempt = posted(office, [id], { paymentDate: calendarDate('2027-10-20'), channel: 'cheque' })
    expect(Object.values(await said(attempt))).toEqual([errors.refundOfLastYear])
  })
})

describe('a refund of last year', () => {
  it('is not reversed into the income of this one', async () => {
    const attempt = office.head.work((work) => reversePayment(work, given.payment, { version: 2, reason: 'เช็คหาย' }))
    expect(Object.values(await said(attempt))).toEqual([errors.refundReversed])
  })
})

describe('S43 (b): of an earlier year', () => {
  const later = calendarDate('2027-10-20')

  it('needs the decision that allows it, and comes from เงินสะสม', async () => {
    const second = await earlier()
    expect(await said(keyed({ on: '20/10/2570', receipt: second }))).toEqual({ approvalReference: errors.reference })
    const id = await keyed({ on: '20/10/2570', receipt: second, approvalReference: 'มติสภา ครั้งที่ 3/2570' })
    const payment = await paid(id, later)
    expect(await linesOfPayment(payment)).toEqual(journalOf('S43', 1))
  })

  /** A receipt of the year before, in the books. */
  async function earlier(): Promise<string> {
    db.clock.set(instant('2026-11-23T05:00:00.000Z'))
    const on = calendarDate('2026-11-23')
    const id = await issueFor(counter.clerk, signboard, { amount: '1200.00' })
    await receivedSlip(counter, { receiptIds: [id, waiting], date: on })
    await office.head.work(async (work) => confirmSummary(work, await prepare(office.finance, on), 1))
    db.clock.set(instant('2027-10-20T05:00:00.000Z'))
    return nameOf(id)
  }
})

describe('money of others (E_SUBLEDGER_NEG)', () => {
  const deposit = '2112010101.001'

  it('is claimed only as far as it stands, other claims counted, and by one of two at once', async () => {
    const key = await aKey(office.head, 'contract', 'CON-9')
    await office.head.work((work) => postLines(work, {
      type: 'JV', event: 'journal.posted', documentDate: calendarDate('2027-10-20'), source: { kind: 'journal', id: '990' }, description: 'รับหลักประกัน', preparedBy: office.accountant.officer.userId,
      lines: [{ side: 'D', accountCode: '1101030102.001', subKey: office.savings, amount: baht('500') }, { side: 'C', accountCode: deposit, subKey: key, amount: baht('500') }],
    }))
    const input = async (amount: string): Promise<ClaimInput> => ({
      ...await inputOf({ on: '20/10/2570', amount, account: deposit }), kind: 'C8', receipt: '', rows: [{ line: '', unit: '', account: deposit, key, description: 'คืนหลักประกัน', amount }],
    })
    const make = async (amount: string) => {
      const given = await input(amount)
      return office.preparer.work((work) => createClaim(work, given, { formKey: given.formKey, isSubmitted: false }))
    }
    expect(await said(make('500.01'))).toEqual({ 'lines.0.amount': errors.overBalance('500.00') })
    const both = [await make('300'), await make('300')]
    const results = await Promise.allSettled(both.map(handIn))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await said(make('200.01'))).toEqual({ 'lines.0.amount': errors.overBalance('200.00') })
    expect(await make('200.00')).toMatch(/^[0-9]+$/)
  })
})

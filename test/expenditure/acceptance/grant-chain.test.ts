// S49 from the notice to what goes back, every voucher by its own document: receipt, purchase with commitment, payment, close of the notice, return of the rest.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { allocateGrant, createGrant, notifyGrant } from '../../../src/budget/index.ts'
import { closeGrant } from '../../../src/budget/grant/grant.service.ts'
import { postPayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { balanceOn } from '../../../src/ledger/index.ts'
import { addSeconds, calendarDate, fiscalYear, instant, startOfBangkokDay, type CalendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { confirmSummary, getSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { issue } from '../../receipts/lao.ts'
import { aPerson, prepare, receivedSlip, type School } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { organisation } from '../../support/world.ts'
import { paymentNow, posted, recorded, saidBy } from '../payment/paying.ts'
import { aClaimOf, anAcceptedDelivery, aPurchasingOffice, aSignedContract, committee, requestFormOf, showAcceptance } from '../procurement-world.ts'
import { aPayee, carriedThrough, drafted } from '../world.ts'
import { journalOf, linesOf } from './acceptance.ts'

const db = await testDatabase(instant('2025-06-10T05:00:00.000Z'))
const office = await aPurchasingOffice(db, [{ code: '5330100', amount: '1000.00' }], { year: fiscalYear(2568), on: calendarDate('2025-03-01') })
const at = await organisation(db, (await db.owner('organisations').where({ id: office.organisationId }).first('code')).code)
const counter: School = { organisation: at, lao: at, bankAccountId: office.savings, finance: office.finance, clerk: await aPerson(db, at, ['LAO_REVENUE']), head: office.head }
const [arrival, advance] = [calendarDate('2025-03-12'), '2103010102.001']
const held = async (key: string) => formatMoney(await office.head.read((read) => balanceOn(read, { organisationId: at.id, accountCode: advance, subKey: key, until: calendarDate('2025-06-10') })))
const journals = (event: string) => db.owner('vouchers').where({ organisation_id: at.id, event }).orderBy('id').pluck('id')
const lines = (voucher: string | null | undefined) => linesOf(office.head, at.id, voucher ?? '')

async function onDay<T>(day: CalendarDate, act: () => Promise<T>): Promise<T> {
  const now = db.clock.now()
  db.clock.set(addSeconds(startOfBangkokDay(day), 43_200))
  return act().finally(() => db.clock.set(now))
}

async function aNotice(): Promise<{ readonly id: string; readonly key: string; readonly line: string }> {
  const id = await office.clerk.work((work) => createGrant(work, {
    formKey: randomUUID(), documentDate: arrival, title: 'เครื่องสูบน้ำพลังงานแสงอาทิตย์', reason: 'สูบน้ำเพื่อการเกษตร', agency: 'กรมส่งเสริมการปกครองท้องถิ่น', letterNumber: 'มท 1', letterDate: arrival,
    total: baht('300000.00'), source: '3002', spendBy: calendarDate('2025-09-30'),
    lines: [{ department: '', task: '00312', code: '5410400', title: 'เครื่องสูบน้ำ', explanation: '', plan: '', amount: '300,000.00' }],
  }))
  await office.clerk.work((work) => notifyGrant(work, id, 1))
  await office.head.work((work) => allocateGrant(work, id, { version: 2, happenedOn: arrival }))
  const { key } = await db.owner('sub_ledger_keys').where({ organisation_id: at.id, kind: 'grant', register_id: id }).first('key')
  const { number } = await db.owner('budget_lines').where({ organisation_id: at.id, fund_document_id: id }).first('number')
  return { id, key, line: String(number) }
}

async function received(key: string): Promise<string | undefined> {
  return onDay(arrival, async () => {
    const line = { incomeCode: '44100002', amount: baht('300000.00'), key }
    const receipt = await issue(counter.clerk, { lines: [line], payments: [{ row: 0, means: 'transfer', bankAccountId: office.savings, reference: '', amount: line.amount }] })
    await receivedSlip(counter, { receiptIds: [receipt], date: arrival })
    const summary = await prepare(counter.finance, arrival)
    await counter.head.work((work) => confirmSummary(work, summary, 1))
    return (await counter.head.read((read) => getSummary(read, at.id, summary))).voucher?.id
  })
}

it('S49: what came in is owed to its purpose, becomes revenue as it is paid, and the rest goes back; before the money came nothing is paid', async () => {
  const notice = await aNotice()
  await aPayee(office, 'บจก.โซลาร์', 'juristic')
  const { rows } = requestFormOf({ amount: '298000.00', line: notice.line })
  const inTime = { signedOn: calendarDate('2025-04-01'), startsOn: calendarDate('2025-04-01'), endsOn: calendarDate('2025-05-31') }
  const contract = await aSignedContract(office, {
    payee: 'บจก.โซลาร์', amount: '298000.00', line: notice.line, terms: inTime, changes: { documentDate: calendarDate('2025-03-20'), methodCode: 'e-bidding', rows: { ...rows, inspectors: committee } },
  })
  const delivery = await anAcceptedDelivery(office, { contract, amount: '298000.00', deliveredOn: '06/05/2568' })
  expect(await lines((await showAcceptance(office, delivery)).voucherId)).toEqual(journalOf('S49', 1))
  const paidOn = calendarDate('2025-05-20')
  const claim = await carriedThrough(office, await onDay(paidOn, () => aClaimOf(office, delivery)))
  const payment = await onDay(paidOn, () => recorded(office, [claim], { paymentDate: paidOn }))
  const pay = () => onDay(paidOn, () => office.head.work((work) => postPayment(work, payment, 1)))
  expect(await saidBy(pay())).toContain('จ่ายได้ไม่เกินเงินที่ได้รับแล้ว 0.00 บาท')
  expect(await journals('payment.posted')).toEqual([])

  expect(await lines(await received(notice.key))).toEqual(journalOf('S49', 0))
  await pay()
  expect(await lines((await paymentNow(office, payment)).voucherId)).toEqual(journalOf('S49', 3))
  expect(await lines((await journals('grant.recognised'))[0])).toEqual(journalOf('S49', 4))
  expect(await held(notice.key)).toBe('2,000.00')

  const closedOn = calendarDate('2025-06-09')
  await office.head.work(async (work) => {
    const { version } = await work.db('budget_documents').where({ id: notice.id }).first('version')
    await closeGrant(work, notice.id, { version, happenedOn: closedOn, note: '' })
  })
  expect(await lines((await journals('grant.closed'))[0])).toEqual(journalOf('S49', 5))
  expect(await held(notice.key)).toBe('0.00')
  const back = await carriedThrough(office, await drafted(office, {
    kind: 'C8', claimDate: closedOn, title: 'ส่งคืนเงินอุดหนุนเหลือจ่าย', departmentId: office.departmentId, payeeId: await aPayee(office, 'กรมส่งเสริมการปกครองท้องถิ่น', 'state_body'), origin: { kind: 'scenario', id: '49' },
    lines: [{ budgetLineId: null, accountCode: '2104010101.001', amount: baht('2000.00'), subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, description: '', source: null }],
  }))
  const returned = await posted(office, [back], { paymentDate: calendarDate('2025-06-10'), channel: 'cheque' })
  expect(await lines((await paymentNow(office, returned)).voucherId)).toEqual(journalOf('S49', 6))
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { getVoucher } from '../../../src/ledger/index.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { findReceiptWork } from '../../../src/receipts/index.ts'
import { recordReceipt } from '../../../src/receipts/receipt/receipt.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { findWaitingDays } from '../../../src/receipts/remittance-summary/remittance-summary.repository.ts'
import { cancelSummary, confirmSummary, gatherSlips, getSummary, reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { cancelRemittance, returnRemittance, submitRemittance } from '../../../src/receipts/remittance/remittance.service.ts'
import { testDatabase } from '../../support/database.ts'
import { anOpenOffice } from '../../support/world.ts'
import { aNotice } from '../lao.ts'
import {
  aConfirmedDay, aFile, anEvidence, aPerson, aSchool, cancelPaper, cashOnHand, draftSlip, prepare, receivedSlip, record, rent, savings,
  today, tuition, yesterday,
  type Person, type School,
} from '../school.ts'

const db = await testDatabase()
const { errors } = receiptsText
const show = (school: School, id: string) => school.head.read((read) => getSummary(read, school.organisation.id, id))
const confirm = (who: Person, id: string, version = 1) => who.work((work) => confirmSummary(work, id, version))
const reverse = (school: School, id: string, version = 2) => school.head.work((work) => reverseSummary(work, id, { version, reason: 'ประเภทรายรับผิด' }))

async function linesOf(school: School, summaryId: string) {
  const { voucher } = await show(school, summaryId)
  const { lines } = await school.head.read((read) => getVoucher(read, school.organisation.id, voucher?.id ?? '0'))
  return lines.map((line) => [line.side, line.accountCode, line.amount, line.subKind === 'bank_account' ? line.subKey : null, line.revenueCode])
}

async function statesOf(school: School) {
  const own = { organisation_id: school.organisation.id }
  return {
    receipts: await db.owner('receipts').where(own).orderBy('id').pluck('state'),
    slips: await db.owner('remittances').where(own).orderBy('id').pluck('state'),
    summaries: await db.owner('remittance_summaries').where(own).orderBy('id').pluck('state'),
    vouchers: await db.owner('vouchers').where(own).orderBy('id').pluck('type'),
  }
}

it('a day is not confirmed while a slip of it is handed in and not received', async () => {
  const school = await aSchool(db)
  await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
  const late = await draftSlip(school.clerk, { receiptIds: [await record(school.clerk, { amount: '70.00' })] })
  await school.clerk.work((work) => submitRemittance(work, late, 1))
  const id = await prepare(school.finance)
  await expect(confirm(school.head, id)).rejects.toThrow(errors.openSlips('RMT-00002/70'))
  await school.finance.work((work) => returnRemittance(work, late, { version: 2, reason: 'นับเงินไม่ตรง' }))
  await confirm(school.head, id)
  expect((await statesOf(school)).summaries).toEqual(['confirmed'])
})

describe('a confirmed day', () => {
  it('posts one voucher for all its slips: bank 12,060.25 against each income (scenario 38)', async () => {
    const school = await aSchool(db)
    const first = await record(school.clerk, { amount: '1560.25', transferTo: school.bankAccountId })
    const second = await record(school.clerk, { amount: '500.00', income: rent })
    const third = await record(school.clerk, { amount: '10000.00' })
    await receivedSlip(school, { receiptIds: [first, second], bank: school.bankAccountId })
    await receivedSlip(school, { receiptIds: [third], bank: school.bankAccountId })
    const id = await prepare(school.finance)
    expect(await show(school, id)).toMatchObject({ state: 'draft', number: null, total: baht('12060.25'), slips: [{ number: 1 }, { number: 2 }], late: [] })
    await confirm(school.head, id)
    expect(await show(school, id)).toMatchObject({
      state: 'confirmed', number: 1, total: baht('12060.25'), voucher: { number: 1, fiscalYear: 2570 },
      confirmer: { name: school.head.officer.name },
    })
    expect(await linesOf(school, id)).toEqual([
      ['D', savings, baht('12060.25'), school.bankAccountId, null], ['C', tuition, baht('11560.25'), null, null],
      ['C', rent, baht('500'), null, null],
    ])
    expect(await statesOf(school)).toEqual({
      receipts: ['summarised', 'summarised', 'summarised'], slips: ['summarised', 'summarised'], summaries: ['confirmed'], vouchers: ['RV'],
    })
  })

  it('keeps cash overnight on hand (scenario 39)', async () => {
    const school = await aSchool(db)
    const transfer = await record(school.clerk, { amount: '200.00', transferTo: school.bankAccountId })
    const cash = await record(school.clerk, { amount: '800.00' })
    await receivedSlip(school, { receiptIds: [cash, transfer], bank: null })
    const id = await prepare(school.finance)
    await confirm(school.head, id)
    expect(await linesOf(school, id)).toEqual([
      ['D', cashOnHand, baht('800'), null, null], ['D', savings, baht('200'), school.bankAccountId, null],
      ['C', tuition, baht('1000'), null, null],
    ])
  })

  it('takes the report of an own receipting program with its file to the voucher (scenario 44)', async () => {
    const hospital = await aSchool(db, '04')
    const receipt = await hospital.clerk.work((work) => recordReceipt(work, anEvidence({ amount: '84250.00', income: '4404040101.001', transferTo: hospital.bankAccountId }), [aFile]))
    await receivedSlip(hospital, { receiptIds: [receipt] })
    const id = await prepare(hospital.finance)
    await confirm(hospital.head, id)
    expect(await linesOf(hospital, id)).toEqual([['D', savings, baht('84250'), hospital.bankAccountId, null], ['C', '4404040101.001', baht('84250'), null, null]])
  })

  it('credits an allocated tax of an LAO by its revenue code, and owes a subsidy with a purpose (scenario 46, R6)', async () => {
    const office = await anOpenOffice(db, { groups: ['LAO_REVENUE', 'LAO_FINANCE'] })
    const organisation = { id: office.officer.organisationId, kind: 'LAO' as const, name: '', provinceCode: office.officer.provinceCode }
    const collector = await aPerson(db, organisation, ['LAO_REVENUE'])
    const lao: School = { organisation, lao: organisation, clerk: collector, finance: office, head: await aPerson(db, organisation, ['LAO_FIN_HEAD']), bankAccountId: office.bankAccountId }
    const notice = await aNotice(db, lao)
    const of = (amount: string, income: string, key?: string) => (
      collector.work((work) => recordReceipt(work, anEvidence({ amount, income, transferTo: lao.bankAccountId, ...(key !== undefined && { key }) }), [aFile])))
    await receivedSlip(lao, { receiptIds: [await of('1007104.23', '42100002'), await of('5000.00', '44100002', notice.number)] })
    const id = await prepare(lao.finance)
    await confirm(lao.head, id)
    expect(await linesOf(lao, id)).toEqual([
      ['D', savings, baht('1012104.23'), lao.bankAccountId, null], ['C', '4402010102.001', baht('1007104.23'), null, '42100002'],
      ['C', '2103010102.001', baht('5000'), null, '44100002'],
    ])
  })

  it('gets one voucher from two heads who confirm at once', async () => {
    const school = await aSchool(db)
    const second = await aPerson(db, school.organisation, ['SUB_FIN_HEAD'])
    await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    const id = await prepare(school.finance)
    const results = await Promise.allSettled([confirm(school.head, id), confirm(second, id)])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: new Conflict(errors.stale) })
    expect((await statesOf(school)).vouchers).toEqual(['RV'])
  })
})

describe('a confirmation', () => {
  it('is refused to the preparer, to the wrong role, to another office, to an old page and to a state already left', async () => {
    const [school, other] = [await aSchool(db), await aSchool(db)]
    const both = await aPerson(db, school.organisation, ['SUB_FINANCE', 'SUB_FIN_HEAD'])
    await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    const id = await prepare(both)
    await expect(confirm(both, id)).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await expect(confirm(school.finance, id)).rejects.toThrow(Forbidden)
    await expect(confirm(other.head, id)).rejects.toThrow(NotFound)
    await expect(confirm(school.head, id, 5)).rejects.toThrow(new Conflict(errors.stale))
    await confirm(school.head, id)
    await expect(confirm(school.head, id, 2)).rejects.toThrow('สถานะของเอกสารเปลี่ยนไปแล้ว')
    expect((await statesOf(school)).vouchers).toEqual(['RV'])
  })

  it('is refused in a closed month and leaves nothing behind, no number either', async () => {
    const school = await aSchool(db)
    await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    const id = await prepare(school.finance)
    const month = db.owner('fiscal_periods').where({ organisation_id: school.organisation.id, period: 2 })
    await month.clone().update({ state: 'closed' })
    await expect(confirm(school.head, id)).rejects.toThrow('งวดบัญชีปิดแล้ว')
    expect(await statesOf(school)).toEqual({ receipts: ['remitted'], slips: ['received'], summaries: ['draft'], vouchers: [] })
    await month.clone().update({ state: 'open' })
    await confirm(school.head, id)
    expect(await show(school, id)).toMatchObject({ number: 1, voucher: { number: 1 } })
  })

  it('waits for slips received after the draft until the preparer has gathered them', async () => {
    const school = await aSchool(db)
    await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    const id = await prepare(school.finance)
    await receivedSlip(school, { receiptIds: [await record(school.clerk, { amount: '50.00' })] })
    await expect(confirm(school.head, id)).rejects.toThrow('มีใบนำส่งที่รับเพิ่มหลังจัดทำ: RMT-00002/70')
    await school.finance.work((work) => gatherSlips(work, id, 1))
    await confirm(school.head, id, 2)
    expect(await show(school, id)).toMatchObject({ total: baht('150'), slips: [{ number: 1 }, { number: 2 }] })
  })

  it('closes the day for slips too: the next day takes them', async () => {
    const school = await aSchool(db)
    const [early, late] = [await record(school.clerk, { date: yesterday }), await record(school.clerk, { date: yesterday })]
    await receivedSlip(school, { receiptIds: [early], date: yesterday })
    const waiting = await draftSlip(school.clerk, { receiptIds: [late], date: yesterday })
    await confirm(school.head, await prepare(school.finance, yesterday))
    await expect(school.clerk.work((work) => submitRemittance(work, waiting, 1))).rejects.toThrow('RSV-00001/70')
    await expect(draftSlip(school.clerk, { receiptIds: [late], date: yesterday })).rejects.toThrow(RuleBroken)
  })
})

describe('a draft', () => {
  it('takes the whole day once, and says which days wait', async () => {
    const school = await aSchool(db)
    await expect(prepare(school.finance)).rejects.toThrow(new RuleBroken({ summaryDate: errors.noSlip }))
    await receivedSlip(school, { receiptIds: [await record(school.clerk, { date: yesterday })], date: yesterday })
    await receivedSlip(school, { receiptIds: [await record(school.clerk, { amount: '7.50' })] })
    expect(await school.finance.read(findWaitingDays)).toEqual([{ date: yesterday, slips: 1, total: baht('100') }, { date: today, slips: 1, total: baht('7.50') }])
    const formKey = randomUUID()
    const ids = await Promise.all([prepare(school.finance, today, formKey), prepare(school.finance, today, formKey)])
    expect(new Set(ids).size).toBe(1)
    await expect(prepare(school.finance)).rejects.toThrow('วันที่ 20 พฤศจิกายน 2569 มีใบสำคัญสรุปใบนำส่งเงิน (ร่าง) อยู่แล้ว')
    expect(await school.finance.read(findWaitingDays)).toEqual([{ date: yesterday, slips: 1, total: baht('100') }])
  })

  it('gives its slips back when it is cancelled', async () => {
    const school = await aSchool(db)
    await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    const id = await prepare(school.finance)
    await school.finance.work((work) => cancelSummary(work, id, 1))
    expect(await statesOf(school)).toMatchObject({ slips: ['received'], summaries: ['cancelled'] })
    expect(await prepare(school.finance)).not.toBe(id)
  })
})

describe('undoing', () => {
  it('goes from the end: voucher and summary, slip, receipt (scenario 41)', async () => {
    const school = await aSchool(db)
    const { receipt, slip, summary } = await aConfirmedDay(school)
    await reverse(school, summary)
    expect(await statesOf(school)).toEqual({ receipts: ['remitted'], slips: ['received'], summaries: ['reversed'], vouchers: ['RV', 'RX'] })
    expect(await show(school, summary)).toMatchObject({ state: 'reversed', number: 1, total: baht('100'), slips: [] })
    const { version } = await db.owner('remittances').where({ id: slip }).first('version')
    await school.finance.work((work) => returnRemittance(work, slip, { version, reason: 'ประเภทรายรับผิด' }))
    await school.clerk.work((work) => cancelRemittance(work, slip, version + 1))
    const row = await db.owner('receipts').where({ id: receipt }).first('version')
    await cancelPaper(school, receipt, row.version)
    expect(await statesOf(school)).toMatchObject({ receipts: ['cancelled'], slips: ['cancelled'] })
    expect(await db.owner('account_balances').where({ organisation_id: school.organisation.id }).whereRaw('debit <> credit')).toEqual([])
  })

  it('lets the day be summed up anew, with a new number and a new voucher', async () => {
    const school = await aSchool(db)
    const { summary } = await aConfirmedDay(school)
    await reverse(school, summary)
    const again = await prepare(school.finance)
    await confirm(school.head, again)
    expect(await show(school, again)).toMatchObject({ number: 2, voucher: { number: 2 }, total: baht('100') })
    await expect(draftSlip(school.clerk, { receiptIds: [await record(school.clerk)] })).rejects.toMatchObject({ errors: { slipDate: expect.stringContaining('RSV-00002/70') } })
  })

  it('is refused without the right, twice, and after the month was closed', async () => {
    const school = await aSchool(db)
    const { summary } = await aConfirmedDay(school)
    await expect(school.finance.work((work) => reverseSummary(work, summary, { version: 2, reason: 'x' }))).rejects.toThrow(Forbidden)
    const month = db.owner('fiscal_periods').where({ organisation_id: school.organisation.id, period: 2 })
    await month.clone().update({ state: 'closed' })
    await expect(reverse(school, summary)).rejects.toThrow('งวดบัญชีปิดแล้ว')
    expect(await statesOf(school)).toMatchObject({ summaries: ['confirmed'], vouchers: ['RV'] })
    await month.clone().update({ state: 'open' })
    await reverse(school, summary)
    await expect(reverse(school, summary, 3)).rejects.toThrow(Conflict)
  })

  it('frees the day for a new slip', async () => {
    const school = await aSchool(db)
    const { summary } = await aConfirmedDay(school)
    const receiptIds = [await record(school.clerk)]
    await expect(draftSlip(school.clerk, { receiptIds })).rejects.toThrow(RuleBroken)
    await reverse(school, summary)
    expect(await draftSlip(school.clerk, { receiptIds })).toMatch(/^[0-9]+$/)
  })
})

describe('a small unit of one person (access-admin-oversight §4.2)', () => {
  it('receives its own slip, confirms its own day and its own cancellation, and row, voucher and trail tell it', async () => {
    const school = await aSchool(db)
    const alone = await aPerson(db, school.organisation, ['SUB_CLERK', 'SUB_FINANCE', 'SUB_FIN_HEAD'])
    const own = { ...school, clerk: alone, finance: alone, head: alone }
    await expect(receivedSlip(own, { receiptIds: [await record(alone, { date: yesterday })], date: yesterday })).rejects.toThrow(documentsText.samePerson)
    await db.owner('small_units').insert({ organisation_id: school.organisation.id, switched_on_by: alone.officer.userId, switched_on_at: db.clock.now(), reason: 'มีผู้ปฏิบัติงานคนเดียว' })
    const spoiled = await record(alone)
    await cancelPaper(own, spoiled)
    await aConfirmedDay(own)
    expect(await db.owner('receipts').where('id', spoiled).first('state', 'is_signed_alone')).toEqual({ state: 'cancelled', is_signed_alone: true })
    expect(await db.owner('remittance_summaries').where({ organisation_id: school.organisation.id }).pluck('is_signed_alone')).toEqual([true])
    expect(await db.owner('vouchers').where({ organisation_id: school.organisation.id, type: 'RV' }).pluck('same_person')).toEqual(['small-unit'])
    expect((await alone.read(findReceiptWork))?.mine.map(({ key }) => key)).not.toContain('confirm')
  })
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { findUnremitted } from '../../../src/receipts/remittance/remittance.repository.ts'
import {
  cancelRemittance, createRemittance, editRemittance, getRemittance, receiveRemittance, returnRemittance, submitRemittance,
} from '../../../src/receipts/remittance/remittance.service.ts'
import { remittanceLifecycle } from '../../../src/receipts/remittance/remittance.ts'
import { testDatabase } from '../../support/database.ts'
import { confirmCancel } from '../../../src/receipts/receipt/receipt.service.ts'
import { aPerson, aSchool, cancel, cancelPaper, draftSlip, prepare, receivedSlip, record, rent, today, tuition, yesterday, type School } from '../school.ts'

const db = await testDatabase()
const { errors } = receiptsText
const show = (school: School, id: string) => school.clerk.read((read) => getRemittance(read, school.organisation.id, id))
const statesOf = async (ids: readonly string[]) => db.owner('receipts').whereIn('id', ids).orderBy('id').pluck('state')
const submit = (school: School, id: string, version = 1) => school.clerk.work((work) => submitRemittance(work, id, version))
const editing = (receiptIds: readonly string[], more: object = {}) => (
  { receiptIds, slipDate: today, cashBankAccountId: null, isCashPlaced: true, isForAll: false, remark: '', version: 1, ...more })

describe('a slip', () => {
  it('shows 3 receipts, 1 cancelled, total 2,060.25 by income and by means', async () => {
    const school = await aSchool(db)
    const first = await record(school.clerk, { amount: '1560.25', book: '12', sheet: 1 })
    const second = await record(school.clerk, { amount: '500.00', book: '12', sheet: 2, income: rent, transferTo: school.bankAccountId })
    const third = await record(school.clerk, { amount: '300.00', book: '12', sheet: 3 })
    await cancelPaper(school, third)
    const id = await draftSlip(school.clerk, { receiptIds: [first, second, third] })
    expect(await show(school, id)).toMatchObject({
      state: 'draft', number: null, count: 3, cancelled: 1, total: baht('2060.25'),
      incomes: [{ incomeCode: tuition, amount: baht('1560.25'), receiptIds: [first] }, { incomeCode: rent, amount: baht('500'), receiptIds: [second] }],
      places: [{ means: 'cash', bank: null, amount: baht('1560.25') }, { means: 'transfer', bank: { id: school.bankAccountId }, amount: baht('500') }],
    })
    await submit(school, id)
    expect(await show(school, id)).toMatchObject({ state: 'submitted', number: 1, version: 2 })
    expect(await statesOf([first, second, third])).toEqual(['remitted', 'remitted', 'cancelled'])
  })

  it('refuses a receipt that lies in another slip, a later one, somebody else\'s and cancelled ones alone', async () => {
    const school = await aSchool(db)
    const colleague = await aPerson(db, school.organisation, ['SUB_CLERK'])
    const [taken, foreign, late, gone] = [
      await record(school.clerk, { book: '12', sheet: 1 }), await record(colleague), await record(school.clerk, { book: '12', sheet: 2 }),
      await record(school.clerk, { book: '12', sheet: 3 }),
    ]
    await cancel(school.clerk, gone)
    await expect(draftSlip(school.clerk, { receiptIds: [late, gone] })).rejects.toThrow('เล่มที่ 12 เลขที่ 3 อยู่ระหว่างขอยกเลิก')
    await school.head.work((work) => confirmCancel(work, gone, 2))
    await draftSlip(school.clerk, { receiptIds: [taken] })
    await expect(draftSlip(school.clerk, { receiptIds: [late, taken] })).rejects.toThrow(new RuleBroken({ receiptIds: 'เล่มที่ 12 เลขที่ 1 อยู่ในใบนำส่งเงินฉบับอื่นแล้ว' }))
    await expect(draftSlip(school.clerk, { receiptIds: [foreign] })).rejects.toThrow(errors.unfit.missing())
    await expect(draftSlip(school.clerk, { receiptIds: [late], date: yesterday })).rejects.toThrow('เล่มที่ 12 เลขที่ 2 ลงวันที่หลังวันที่ของใบนำส่ง')
    await expect(draftSlip(school.clerk, { receiptIds: [gone] })).rejects.toThrow(errors.onlyCancelled)
    expect((await school.clerk.read((read) => findUnremitted(read, { whose: 'own', most: 10 }))).map((receipt) => receipt.id)).toEqual([late, gone])
  })

  it('asks where the cash goes, and only if there is some', async () => {
    const school = await aSchool(db)
    const [cash, transfer] = [await record(school.clerk), await record(school.clerk, { transferTo: school.bankAccountId })]
    const create = (receiptIds: string[], more: object = {}) => school.clerk.work((work) => createRemittance(work, {
      receiptIds, slipDate: today, cashBankAccountId: null, isCashPlaced: false, isForAll: false, remark: '', formKey: randomUUID(),
      ...more,
    }))
    await expect(create([cash])).rejects.toThrow(new RuleBroken({ cashPlace: errors.cashPlace }))
    expect(await create([transfer])).toMatch(/^[0-9]+$/)
    const other = await aSchool(db)
    await expect(create([cash], { isCashPlaced: true, cashBankAccountId: other.bankAccountId })).rejects.toThrow(new RuleBroken({ cashPlace: errors.bank }))
  })

  it('is made once of a form sent twice at once', async () => {
    const school = await aSchool(db)
    const receiptIds = [await record(school.clerk)]
    const formKey = randomUUID()
    const ids = await Promise.all([1, 2, 3].map(() => draftSlip(school.clerk, { receiptIds, formKey })))
    expect(new Set(ids).size).toBe(1)
  })

  it('takes a receipt that two slips want at once only into one', async () => {
    const school = await aSchool(db)
    const receiptIds = [await record(school.clerk)]
    const results = await Promise.allSettled([1, 2].map(() => draftSlip(school.clerk, { receiptIds })))
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is edited in draft by its author: what is left out is free again', async () => {
    const school = await aSchool(db)
    const [first, second] = [await record(school.clerk), await record(school.clerk)]
    const id = await draftSlip(school.clerk, { receiptIds: [first] })
    await school.clerk.work((work) => editRemittance(work, id, editing([second], { cashBankAccountId: school.bankAccountId })))
    expect(await show(school, id)).toMatchObject({ version: 2, receipts: [{ id: second }], places: [{ means: 'cash', bank: { id: school.bankAccountId } }] })
    expect(await db.owner('receipts').where({ id: first }).pluck('remittance_id')).toEqual([null])
    const colleague = await aPerson(db, school.organisation, ['SUB_CLERK'])
    await expect(colleague.work((work) => editRemittance(work, id, editing([first], { version: 2 })))).rejects.toThrow(Forbidden)
    await expect(school.clerk.work((work) => editRemittance(work, id, editing([first])))).rejects.toThrow(new Conflict(errors.stale))
  })

  it('takes what a colleague recorded only when asked to, and says who recorded each', async () => {
    const school = await aSchool(db)
    const gone = await aPerson(db, school.organisation, ['SUB_CLERK'])
    const [own, left, elsewhere] = [await record(school.clerk), await record(gone, { book: '12', sheet: 1 }), await record((await aSchool(db)).clerk)]
    const miskeyed = await record(gone, { book: '12', sheet: 2 })
    await cancel(gone, miskeyed, { cause: 'miskeyed' })
    expect((await school.clerk.read((read) => findUnremitted(read, { whose: 'others', most: 10 }))).map((receipt) => receipt.id)).toEqual([left])
    for (const strange of [elsewhere, miskeyed]) {
      await expect(draftSlip(school.clerk, { receiptIds: [own, strange], isForAll: true })).rejects.toThrow(errors.unfit.missing())
    }
    const id = await draftSlip(school.clerk, { receiptIds: [own, left], isForAll: true })
    expect(await show(school, id)).toMatchObject({
      remitter: { name: school.clerk.officer.name },
      receipts: [{ recorder: school.clerk.officer.name }, { id: left, recorder: gone.officer.name }],
    })
    await expect(school.clerk.work((work) => editRemittance(work, id, editing([own, left])))).rejects.toThrow(errors.unfit.missing())
  })

  it('leaves the draft of one who left to be taken apart by a colleague, not to be edited or submitted', async () => {
    const school = await aSchool(db)
    const gone = await aPerson(db, school.organisation, ['SUB_CLERK'])
    const receipt = await record(gone)
    const id = await draftSlip(gone, { receiptIds: [receipt] })
    await expect(submit(school, id)).rejects.toThrow(new Forbidden(errors.notYours))
    await expect(school.head.work((work) => cancelRemittance(work, id, 1))).rejects.toThrow(Forbidden)
    await school.clerk.work((work) => cancelRemittance(work, id, 1))
    expect(await db.owner('receipts').where({ id: receipt }).first('state', 'remittance_id')).toEqual({ state: 'recorded', remittance_id: null })
    expect(await draftSlip(school.clerk, { receiptIds: [receipt], isForAll: true })).not.toBe(id)
  })

  it('frees its receipts when the draft is cancelled', async () => {
    const school = await aSchool(db)
    const receipt = await record(school.clerk)
    const id = await draftSlip(school.clerk, { receiptIds: [receipt] })
    await school.clerk.work((work) => cancelRemittance(work, id, 1))
    expect(await show(school, id)).toMatchObject({ state: 'cancelled', count: 0, number: null })
    expect(await draftSlip(school.clerk, { receiptIds: [receipt] })).not.toBe(id)
  })
})

describe('handing over', () => {
  it('is received by finance, never by who brought it', async () => {
    const school = await aSchool(db)
    const id = await draftSlip(school.finance, { receiptIds: [await record(school.finance)] })
    await school.finance.work((work) => submitRemittance(work, id, 1))
    await expect(school.finance.work((work) => receiveRemittance(work, id, 2))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await expect(school.clerk.work((work) => receiveRemittance(work, id, 2))).rejects.toThrow(Forbidden)
    const other = await aPerson(db, school.organisation, ['SUB_FINANCE'])
    await other.work((work) => receiveRemittance(work, id, 2))
    expect(await show(school, id)).toMatchObject({ state: 'received', receiver: { name: other.officer.name } })
  })

  it('is not received by who recorded any of its receipts', async () => {
    const school = await aSchool(db)
    const id = await draftSlip(school.clerk, { receiptIds: [await record(school.finance), await record(school.clerk)], isForAll: true })
    await submit(school, id)
    await expect(school.finance.work((work) => receiveRemittance(work, id, 2))).rejects.toThrow(errors.ownReceipts)
    const other = await aPerson(db, school.organisation, ['SUB_FINANCE'])
    await other.work((work) => receiveRemittance(work, id, 2))
  })

  it('comes back with a reason and keeps its number', async () => {
    const school = await aSchool(db)
    const receipt = await record(school.clerk)
    const id = await receivedSlip(school, { receiptIds: [receipt] })
    await school.finance.work((work) => returnRemittance(work, id, { version: 3, reason: 'เงินไม่ครบ' }))
    expect(await show(school, id)).toMatchObject({ state: 'draft', number: 1, returnReason: 'เงินไม่ครบ', receiver: null })
    expect(await statesOf([receipt])).toEqual(['recorded'])
    await submit(school, id, 4)
    expect(await show(school, id)).toMatchObject({ state: 'submitted', number: 1, returnReason: null })
    const next = await draftSlip(school.clerk, { receiptIds: [await record(school.clerk)] })
    await submit(school, next)
    expect(await show(school, next)).toMatchObject({ number: 2 })
  })

  it('keeps its number within its fiscal year', async () => {
    const school = await aSchool(db)
    await school.finance.work((work) => openFiscalYear(work, fiscalYear(2569)))
    const old = calendarDate('2026-09-30')
    const receipt = await record(school.clerk, { date: old })
    const id = await draftSlip(school.clerk, { receiptIds: [receipt] })
    await submit(school, id)
    await school.finance.work((work) => returnRemittance(work, id, { version: 2, reason: 'วันที่ผิด' }))
    await expect(school.clerk.work((work) => editRemittance(work, id, editing([receipt], { version: 3, slipDate: old })))).rejects.toThrow('RMT-00001/70')
  })

  it('refuses a wrong state, an old page, another office and a closed month', async () => {
    const [school, other] = [await aSchool(db), await aSchool(db)]
    const id = await draftSlip(school.clerk, { receiptIds: [await record(school.clerk)] })
    await expect(school.finance.work((work) => receiveRemittance(work, id, 1))).rejects.toThrow(Forbidden)
    await expect(submit(school, id, 7)).rejects.toThrow(new Conflict(errors.stale))
    await expect(other.clerk.work((work) => submitRemittance(work, id, 1))).rejects.toThrow(NotFound)
    await db.owner('fiscal_periods').where({ organisation_id: school.organisation.id, period: 2 }).update({ state: 'closed' })
    await expect(submit(school, id)).rejects.toThrow(new RuleBroken(errors.closedMonth))
  })

  it('does not leave a summary by the back door', async () => {
    const school = await aSchool(db)
    const id = await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    await prepare(school.finance)
    await expect(school.finance.work((work) => returnRemittance(work, id, { version: 4, reason: 'x' }))).rejects.toThrow('อยู่ในใบสำคัญสรุป')
  })

  it('moves along its table only', () => {
    const ways = Object.entries(remittanceLifecycle.table).flatMap(([from, steps]) => Object.entries(steps).map(([action, step]) => `${from} ${action} ${step.to}`))
    expect(ways).toEqual([
      'draft edit draft', 'draft submit submitted', 'draft cancel cancelled', 'submitted receive received', 'submitted return draft',
      'received return draft',
      'received summarise summarised', 'summarised reverse received',
    ])
  })
})

// The paper is right, only its keying was wrong: the way back.
import { describe, expect, it } from 'vitest'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { findMissingSheets } from '../../../src/receipts/missing-sheets/missing-sheets.repository.ts'
import {
  countReceipts, findOfSheet, findReceipts, getReceipt,
} from '../../../src/receipts/receipt/receipt.repository.ts'
import { recordReceipt } from '../../../src/receipts/receipt/receipt.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { findTrail } from '../../../src/documents/index.ts'
import { testDatabase } from '../../support/database.ts'
import { aConfirmedDay, aFile, anEvidence, aPerson, aSchool, cancel, draftSlip, record, today, yesterday, type School } from '../school.ts'

const db = await testDatabase()
const { errors } = receiptsText
const miskeyed = { cause: 'miskeyed', reason: 'พิมพ์จำนวนเงินผิด' } as const
const show = (school: School, id: string) => school.clerk.read((read) => getReceipt(read, school.organisation.id, id))
const missing = (school: School) => school.clerk.read((read) => findMissingSheets(read, school.organisation.id, fiscalYear(2570)))
const statesOf = (school: School) => (
  db.owner('receipts').where({ organisation_id: school.organisation.id }).orderBy('id').select('state', 'is_miskeyed'))

describe('a miskeyed receipt', () => {
  it('stays in the register with 0.00, who, when and why; its sheet is keyed anew', async () => {
    const school = await aSchool(db)
    const wrong = await record(school.clerk, { amount: '5000.00', book: '12', sheet: 35 })
    await cancel(school.clerk, wrong, miskeyed)
    expect(await show(school, wrong)).toMatchObject({
      state: 'cancelled', version: 2, total: baht('5000'), lines: [{ amount: baht('5000') }],
      cancelled: { cause: 'miskeyed', reason: 'พิมพ์จำนวนเงินผิด', by: school.clerk.officer.name, byId: school.clerk.officer.userId },
    })
    const right = await record(school.clerk, { amount: '500.00', book: '12', sheet: 35 })
    const sheet = { organisationId: school.organisation.id, fiscalYear: fiscalYear(2570), book: '12', sheet: 35 }
    expect((await school.clerk.read((read) => findOfSheet(read, sheet))).map((one) => one.id)).toEqual([wrong, right])
    const everything = { from: undefined, until: undefined, state: undefined, kind: undefined, search: undefined, after: undefined }
    const filter = { ...everything, organisationId: school.organisation.id }
    expect(await school.clerk.read((read) => countReceipts(read, filter))).toEqual({ count: 2, cancelled: 1, total: baht('500') })
    const { receipts } = await school.clerk.read((read) => findReceipts(read, filter))
    expect(receipts.map((one) => one.cancelled?.cause)).toEqual([undefined, 'miskeyed'])
    const trail = await school.clerk.read((read) => findTrail(read, school.organisation.id, { kind: 'receipt', id: wrong }))
    expect(trail.map((entry) => entry.code)).toEqual(['DOC_RECORD', 'DOC_CANCEL_MISKEYED'])
  })

  it('may be miskeyed again, but never stands twice: neither one after the other nor at once', async () => {
    const school = await aSchool(db)
    const key = () => record(school.clerk, { book: '12', sheet: 35 })
    await cancel(school.clerk, await key(), miskeyed)
    await cancel(school.clerk, await key(), miskeyed)
    const results = await Promise.allSettled([key(), key()])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(key()).rejects.toThrow('บันทึกเล่มที่ 12 เลขที่ 35 ไว้แล้ว')
    const states = (await statesOf(school)).map((row) => [row.state, row.is_miskeyed])
    expect(states).toEqual([['cancelled', true], ['cancelled', true], ['recorded', false]])
  })

  it('is not the paper that was cancelled: that sheet stays used', async () => {
    const { clerk } = await aSchool(db)
    await cancel(clerk, await record(clerk, { book: '12', sheet: 35 }), { cause: 'paper' })
    await expect(record(clerk, { book: '12', sheet: 35 })).rejects.toThrow('บันทึกเล่มที่ 12 เลขที่ 35 ไว้แล้ว')
  })

  it('is named among the missing sheets until it is keyed anew, at the end of a book too', async () => {
    const school = await aSchool(db)
    const ids = [await record(school.clerk, { book: '12', sheet: 34 }), await record(school.clerk, { book: '12', sheet: 35 })]
    expect(await missing(school)).toEqual([])
    await cancel(school.clerk, ids[1] ?? '', miskeyed)
    expect(await missing(school)).toEqual([{ book: '12', from: 35, until: 35 }])
    await cancel(school.clerk, ids[0] ?? '', miskeyed)
    expect(await missing(school)).toEqual([{ book: '12', from: 34, until: 35 }])
    await record(school.clerk, { book: '12', sheet: 34 })
    await record(school.clerk, { book: '12', sheet: 35 })
    expect(await missing(school)).toEqual([])
  })

  it('is keyed anew for its own day even after that day was summed up', async () => {
    const school = await aSchool(db)
    const wrong = await record(school.clerk, { book: '12', sheet: 35, date: yesterday })
    await aConfirmedDay(school, { date: yesterday })
    await cancel(school.clerk, wrong, miskeyed)
    const right = await record(school.clerk, { book: '12', sheet: 35, date: yesterday })
    expect(await draftSlip(school.clerk, { receiptIds: [right], date: today })).toMatch(/^[0-9]+$/)
  })

  it('sent twice is cancelled once, one after the other or at once', async () => {
    const school = await aSchool(db)
    const id = await record(school.clerk)
    await Promise.all([1, 2, 3].map(() => cancel(school.clerk, id, miskeyed)))
    await cancel(school.clerk, id, miskeyed)
    expect(await show(school, id)).toMatchObject({ version: 2 })
    const trail = await school.clerk.read((read) => findTrail(read, school.organisation.id, { kind: 'receipt', id }))
    expect(trail).toHaveLength(2)
    await expect(cancel(school.clerk, id, { cause: 'paper' })).rejects.toThrow(new Conflict(errors.stale))
  })

  it('cannot be said of a receipt in a slip, on an old page, of another office, or of evidence', async () => {
    const [school, other] = [await aSchool(db), await aSchool(db)]
    const [slipped, loose] = [await record(school.clerk), await record(school.clerk)]
    const slip = await draftSlip(school.clerk, { receiptIds: [slipped] })
    const inSlip = new RuleBroken(errors.undoFirst(['ใบนำส่งเงิน (ร่าง)']))
    await expect(cancel(school.clerk, slipped, { ...miskeyed, version: 2 })).rejects.toThrow(inSlip)
    await expect(cancel(school.clerk, loose, { ...miskeyed, version: 9 })).rejects.toThrow(new Conflict(errors.stale))
    await expect(cancel(other.clerk, loose, miskeyed)).rejects.toThrow(NotFound)
    await expect(cancel(school.head, loose, miskeyed)).rejects.toThrow('ท่านไม่มีสิทธิทำรายการนี้')
    const evidence = await school.clerk.work((work) => recordReceipt(work, anEvidence(), [aFile]))
    await expect(cancel(school.clerk, evidence, miskeyed)).rejects.toThrow(errors.noSheet)
    expect(slip).toMatch(/^[0-9]+$/)
    expect((await statesOf(school)).map((row) => row.state)).toEqual(['recorded', 'recorded', 'recorded'])
  })

  it('of a colleague may be said by whoever may cancel, under their own name', async () => {
    const school = await aSchool(db)
    const colleague = await aPerson(db, school.organisation, ['SUB_CLERK'])
    const id = await record(school.clerk)
    await cancel(colleague, id, miskeyed)
    expect(await show(school, id)).toMatchObject({ recordedBy: { name: school.clerk.officer.name }, cancelled: { by: colleague.officer.name } })
  })

  it('is fenced in the database too', async () => {
    const school = await aSchool(db)
    const id = await record(school.clerk)
    await expect(db.owner('receipts').where({ id }).update({ is_miskeyed: true })).rejects.toThrow('check constraint')
  })
})

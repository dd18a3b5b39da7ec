import { describe, expect, it } from 'vitest'
import { findReceiptWork } from '../../../src/receipts/index.ts'
import { confirmSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { receiveRemittance, submitRemittance } from '../../../src/receipts/remittance/remittance.service.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aPerson, aSchool, draftSlip, prepare, record, yesterday, type Person } from '../school.ts'
import { aSubUnit } from '../../support/world.ts'

const db = await testDatabase()
const officeOf = async (who: Person) => (await who.read(findReceiptWork))?.office.map(({ key, count, amount }) => [key, count, amount])
const mineOf = async (who: Person) => (await who.read(findReceiptWork))?.mine.map(({ key, count, amount }) => [key, count, amount])

describe('what waits on the home page', () => {
  it('follows the day from the receipt to the cash kept overnight', async () => {
    const school = await aSchool(db)
    const { clerk, finance, head } = school
    const receipts = [await record(clerk, { amount: '800.00', date: yesterday }), await record(clerk, { amount: '50.25', date: yesterday, transferTo: school.bankAccountId })]
    expect(await officeOf(head)).toEqual([['receipts', 2, baht('850.25')], ['slips', 0, 0n], ['summaries', 0, 0n], ['cash', undefined, 0n]])
    expect(await mineOf(clerk)).toEqual([['remit', 2, baht('850.25')]])
    const slip = await draftSlip(clerk, { receiptIds: receipts, date: yesterday })
    expect(await mineOf(clerk)).toEqual([['submit', 1, baht('850.25')]])
    await clerk.work((work) => submitRemittance(work, slip, 1))
    expect([await mineOf(clerk), await mineOf(finance), await mineOf(head)]).toEqual([[], [['receive', 1, baht('850.25')]], []])
    await finance.work((work) => receiveRemittance(work, slip, 2))
    expect(await mineOf(finance)).toEqual([['summarise', 1, baht('850.25')]])
    const summary = await prepare(finance, yesterday)
    expect([await mineOf(finance), await mineOf(head)]).toEqual([[], [['confirm', 1, baht('850.25')]]])
    expect(await officeOf(head)).toEqual([['receipts', 0, 0n], ['slips', 0, 0n], ['summaries', 1, baht('850.25')], ['cash', undefined, 0n]])
    await head.work((work) => confirmSummary(work, summary, 1))
    expect(await officeOf(head)).toEqual([['receipts', 0, 0n], ['slips', 0, 0n], ['summaries', 0, 0n], ['cash', undefined, baht('800')]])
    expect((await clerk.read(findReceiptWork))?.lastSummary).toEqual({ date: yesterday, number: 'RSV-00001/70', href: `/receipts/remittance-summaries/${summary}` })
  })

  it('is nothing for a pawnshop and for who holds no right of it', async () => {
    const school = await aSchool(db)
    const pawnshop = await aSubUnit(db, { lao: school.lao, kind: '01' })
    for (const groups of [['PAWN_MANAGER'], ['PAWN_ACCOUNT'], ['PAWN_CASHIER']]) {
      expect(await (await aPerson(db, pawnshop, groups)).read(findReceiptWork)).toBe(undefined)
    }
    expect(await (await aPerson(db, school.lao, ['LAO_EXECUTIVE'])).read(findReceiptWork)).toBe(undefined)
  })

  it('counts one\'s own office only', async () => {
    const school = await aSchool(db)
    await record(school.clerk)
    const above = await aPerson(db, school.lao, ['LAO_FINANCE'])
    expect(await officeOf(above)).toEqual([['receipts', 0, 0n], ['slips', 0, 0n], ['summaries', 0, 0n], ['cash', undefined, 0n]])
  })
})

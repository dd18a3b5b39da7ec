import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { baht, zero } from '../../../src/platform/money.ts'
import { approveEntry, createEntry, reverseEntry, submitEntry } from '../../../src/receipts/money-entry/money-entry.service.ts'
import { type EntryCommand } from '../../../src/receipts/money-entry/money-entry.ts'
import { createPayIn, payIn, reversePayIn } from '../../../src/receipts/pay-in/pay-in.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { confirmSummary, reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { testDatabase } from '../../support/database.ts'
import { aCounter, issueFor } from '../lao.ts'
import { aConfirmedDay, aSchool, prepare, receivedSlip, today, yesterday, type School } from '../school.ts'
import { aTown, moneyIn } from '../town.ts'

const db = await testDatabase()
const { notThere } = receiptsText.errors

async function posted(at: School, given: Partial<EntryCommand>): Promise<string> {
  const command = { formKey: randomUUID(), kind: 'short', entryDate: today, depositId: null, debtId: null, covered: zero, targetCode: null, targetKey: null, amount: baht('70'), reason: 'ตรวจนับ', authority: '', ...given } as const
  const id = await at.finance.work((work) => createEntry(work, command))
  await at.finance.work((work) => submitEntry(work, id, 1))
  await at.head.work((work) => approveEntry(work, id, 2))
  return id
}
const undone = (at: School, id: string) => at.head.work((work) => reverseEntry(work, id, { version: 3, reason: 'ทำผิด' }))

async function carried(at: School, bills: number, on = yesterday): Promise<string> {
  const id = await at.finance.work((work) => createPayIn(work, { formKey: randomUUID(), payInDate: on, bankAccountId: at.bankAccountId, remark: '', money: { pieces: { 100000: bills }, cheques: [] } }))
  await at.head.work((work) => payIn(work, id, { version: 1, paidOn: on, bankReference: 'KTB' }))
  return id
}

describe('what an entry takes out', () => {
  it('was there on its own day: a shortage is not found before the cash came in (INV-10)', async () => {
    const town = await aTown(db)
    await moneyIn(town, { account: '4401060102.001', amount: '1000.00', kept: true, revenueCode: '41300002' })
    await expect(posted(town, { entryDate: yesterday })).rejects.toThrow(notThere('เงินสดในมือ', '70.00'))
    await posted(town, {})
  })

  it('is not taken back once somebody was charged with it, nor an overage that was since found to be more than the cash', async () => {
    const town = await aTown(db)
    await moneyIn(town, { account: '4401060102.001', amount: '1000.00', kept: true, revenueCode: '41300002', date: yesterday })
    const short = await posted(town, {})
    const charge = await posted(town, { kind: 'charge' })
    await expect(undone(town, short)).rejects.toThrow(notThere('เงินขาดบัญชี', '70.00'))
    await undone(town, charge)
    await undone(town, short)
  })
})

describe('a day that is taken back', () => {
  it('keeps its unidentified money while an entry says what it was (S50)', async () => {
    const town = await aCounter(db)
    const receipt = await issueFor(town.clerk, 'UN01', { amount: '3000' })
    await receivedSlip(town, { receiptIds: [receipt] })
    const summary = await prepare(town.finance)
    await town.head.work((work) => confirmSummary(work, summary, 1))
    const undo = () => town.head.work((work) => reverseSummary(work, summary, { version: 2, reason: 'ยอดผิด' }))
    const entry = await posted(town, { kind: 'identify', targetCode: '41300002', amount: baht('3000') })
    await expect(undo()).rejects.toThrow(notThere('เงินรอตรวจสอบ', '3,000.00'))
    await undone(town, entry)
    await undo()
  })

  it('keeps the cash that was carried to the bank meanwhile, though other cash lies there now; and so does a pay-in', async () => {
    const school = await aSchool(db)
    const first = await aConfirmedDay(school, { amount: '1000.00', date: yesterday })
    const slip = await carried(school, 1)
    await aConfirmedDay(school, { amount: '1000.00' })
    await expect(school.head.work((work) => reverseSummary(work, first.summary, { version: 2, reason: 'ยอดผิด' }))).rejects.toThrow(notThere('เงินสดในมือ', '1,000.00'))
    await school.head.work((work) => reversePayIn(work, slip, { version: 2, reason: 'ธนาคารปฏิเสธ' }))
    await school.head.work((work) => reverseSummary(work, first.summary, { version: 2, reason: 'ยอดผิด' }))
  })
})

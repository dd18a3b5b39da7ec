// A cheque in the books, and the form of its coming back.
import { randomUUID } from 'node:crypto'
import { baht, zero } from '../../../src/platform/money.ts'
import { type EntryCommand } from '../../../src/receipts/money-entry/money-entry.ts'
import { createPayIn, payIn } from '../../../src/receipts/pay-in/pay-in.service.ts'
import { confirmSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { type TestDatabase } from '../../support/database.ts'
import { aCounter, aNumber, issue } from '../lao.ts'
import { prepare, receivedSlip, today, type School } from '../school.ts'

export interface PaidCheque {
  readonly town: School
  readonly receipt: string
}

export const cheque = { bank: 'ธนาคารกรุงไทย สาขาชลบุรี', number: '00123456', date: today }

/** 1,250 baht by cheque, in the books, kept in the safe. */
export async function aKeptCheque(db: TestDatabase): Promise<PaidCheque> {
  const town = await aCounter(db)
  const receipt = await issue(town.clerk, {
    payer: 'บริษัท ครุภัณฑ์ชลบุรี จำกัด', payerFacts: { kind: 'juristic', number: aNumber, address: 'ชลบุรี' }, lines: [{ amount: baht('1250') }],
    payments: [{ row: 0, means: 'cheque', bankAccountId: null, reference: '', cheque, amount: baht('1250') }],
  })
  await receivedSlip(town, { receiptIds: [receipt] })
  const summary = await prepare(town.finance)
  await town.head.work((work) => confirmSummary(work, summary, 1))
  return { town, receipt }
}

/** The same, carried to the bank. */
export async function aPaidCheque(db: TestDatabase): Promise<PaidCheque> {
  const { town, receipt } = await aKeptCheque(db)
  const money = { pieces: {}, cheques: [], chosen: [{ receiptId: receipt, line: 1 }] }
  const paid = await town.finance.work((work) => createPayIn(work, { formKey: randomUUID(), payInDate: today, bankAccountId: town.bankAccountId, remark: '', money }))
  await town.head.work((work) => payIn(work, paid, { version: 1, paidOn: today, bankReference: 'KTB 1' }))
  return { town, receipt }
}

/** The form of what the bank gave back. */
export const bouncing = ({ receipt }: PaidCheque, given: Partial<EntryCommand> = {}): EntryCommand & { formKey: string } => ({
  formKey: randomUUID(), kind: 'bounce', entryDate: today, depositId: null, debtId: null, covered: zero, targetCode: null, targetKey: null, amount: baht('1250'),
  reason: 'เงินในบัญชีไม่พอจ่าย', authority: '', cheque: { receiptId: receipt, line: 1 }, ...given,
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { getVoucher } from '../../../src/ledger/index.ts'
import { createBankAccount } from '../../../src/registers/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { getReceipt } from '../../../src/receipts/receipt/receipt.repository.ts'
import { approveEntry, cancelEntry, createEntry, getEntry, reverseEntry, submitEntry } from '../../../src/receipts/money-entry/money-entry.service.ts'
import { type EntryCommand } from '../../../src/receipts/money-entry/money-entry.ts'
import { moneyEntryText } from '../../../src/receipts/money-entry.text.ts'
import { cancelPayIn, createPayIn } from '../../../src/receipts/pay-in/pay-in.service.ts'
import { findReturnable } from '../../../src/receipts/returned-cheque/returned-cheque.repository.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { testDatabase } from '../../support/database.ts'
import { aCounter, issueFor } from '../lao.ts'
import { cashOnHand, savings, today, type School } from '../school.ts'
import { aKeptCheque, aPaidCheque, bouncing, type PaidCheque } from './cheques.ts'

const db = await testDatabase()
const { errors } = moneyEntryText
const debtors = '1102050194.999'
const bounce = (made: PaidCheque, given: Partial<EntryCommand> = {}) => made.town.finance.work((work) => createEntry(work, bouncing(made, given)))

async function approved(town: School, id: string) {
  await town.finance.work((work) => submitEntry(work, id, 1))
  await town.head.work((work) => approveEntry(work, id, 2))
  const entry = await town.head.read((read) => getEntry(read, town.organisation.id, id))
  const { lines } = await town.head.read((read) => getVoucher(read, town.organisation.id, entry.voucher?.id ?? ''))
  return { key: entry.bounced?.debtorKey ?? '', lines: lines.map((line) => [line.side, line.accountCode, line.amount, line.subKey]) }
}

describe('a cheque that the bank gives back (RE-7)', () => {
  it('leaves the receipt, takes the money out of the bank and makes its payer owe it, until it is paid anew', async () => {
    const made = await aPaidCheque(db)
    const { town, receipt } = made
    expect((await town.finance.read(findReturnable)).map((each) => [each.cheque.number, each.payer])).toEqual([['00123456', 'บริษัท ครุภัณฑ์ชลบุรี จำกัด']])
    const { key, lines } = await approved(town, await bounce(made))
    expect(lines).toEqual([['D', debtors, baht('1250'), key], ['C', savings, baht('1250'), town.bankAccountId]])
    expect(key).toMatch(/^TP-/)
    expect((await town.head.read((read) => getReceipt(read, town.organisation.id, receipt))).state).toBe('summarised')
    await expect(issueFor(town.clerk, 'DB06', { amount: '1250.01', key })).rejects.toThrow('มียอดคงค้าง 1,250.00 บาท')
    await issueFor(town.clerk, 'DB06', { amount: '1250', key })
  })

  it('still in the safe goes out of the cash on hand', async () => {
    const made = await aKeptCheque(db)
    const { key, lines } = await approved(made.town, await bounce(made))
    expect(lines).toEqual([['D', debtors, baht('1250'), key], ['C', cashOnHand, baht('1250'), 'GENERAL']])
  })

  it('goes out of the account that took it, though that is no longer in use and others are', async () => {
    const made = await aPaidCheque(db)
    const { town } = made
    await town.finance.work((work) => createBankAccount(work, { bankName: 'ธนาคารออมสิน', branch: 'ก', accountNumber: '020000000001', accountName: 'ก', kind: 'current' }))
    const id = await bounce(made)
    await db.owner('bank_accounts').where({ organisation_id: town.organisation.id, id: town.bankAccountId }).update({ is_active: false })
    expect((await approved(town, id)).lines[1]).toEqual(['C', savings, baht('1250'), town.bankAccountId])
    expect(await db.owner('money_entries').where({ organisation_id: town.organisation.id, id }).first('bank_account_id')).toEqual({ bank_account_id: town.bankAccountId })
  })

  it('is not said to have come back while a pay-in slip carries it that the bank has not stamped', async () => {
    const made = await aKeptCheque(db)
    const { town, receipt } = made
    const early = await bounce(made)
    await town.finance.work((work) => cancelEntry(work, early, 1))
    const money = { pieces: {}, cheques: [], chosen: [{ receiptId: receipt, line: 1 }] }
    const slip = await town.finance.work((work) => createPayIn(work, { formKey: randomUUID(), payInDate: today, bankAccountId: town.bankAccountId, remark: '', money }))
    await expect(bounce(made)).rejects.toThrow(new RuleBroken({ chequeKey: errors.chequeCarried('PIN-00001/70') }))
    await town.finance.work((work) => cancelPayIn(work, slip, 1))
    expect((await approved(town, await bounce(made))).lines[1]).toEqual(['C', cashOnHand, baht('1250'), 'GENERAL'])
  })

  it('of a day before its summary goes out of the safe no earlier than its money came into the books', async () => {
    const made = await aKeptCheque(db)
    await db.owner('receipts').where('id', made.receipt).update({ receipt_date: '2026-11-18' })
    const out = (day: string) => bounce(made, { entryDate: calendarDate(day) })
    await expect(out('2026-11-18')).rejects.toThrow(new RuleBroken({ entryDate: errors.beforeCheque('20 พฤศจิกายน 2569') }))
    await approved(made.town, await out('2026-11-20'))
  })

  it('comes back once; after a reversal it may come back again, and the debtor of that number is not made twice', async () => {
    const made = await aPaidCheque(db)
    const id = await bounce(made)
    await expect(bounce(made)).rejects.toThrow(new RuleBroken({ chequeKey: errors.returnedBefore }))
    expect(await made.town.finance.read(findReturnable)).toEqual([])
    const first = await approved(made.town, id)
    await made.town.head.work((work) => reverseEntry(work, id, { version: 3, reason: 'ธนาคารแจ้งผิดฉบับ' }))
    expect((await approved(made.town, await bounce(made))).key).toBe(first.key)
  })

  it('keeps the summary of its day in the books: reversed one after the other, and never both at once', async () => {
    const made = await aPaidCheque(db)
    const { town } = made
    const { id: summary, version } = await db.owner('remittance_summaries').where({ organisation_id: town.organisation.id, state: 'confirmed' }).first('id', 'version')
    const undo = () => town.head.work((work) => reverseSummary(work, summary, { version, reason: 'ยอดผิด' }))
    const id = await bounce(made)
    await approved(town, id)
    await expect(undo()).rejects.toThrow(new RuleBroken(receiptsText.errors.undoFirst(['MNE-00001/70'])))
    await town.head.work((work) => reverseEntry(work, id, { version: 3, reason: 'ธนาคารแจ้งผิดฉบับ' }))
    const again = await bounce(made)
    await town.finance.work((work) => submitEntry(work, again, 1))
    const results = await Promise.allSettled([undo(), town.head.work((work) => approveEntry(work, again, 2))])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { errors: expect.anything() } })
  })

  it('is a whole cheque of a receipt in the books, on its day or later, out of an own account', async () => {
    const made = await aPaidCheque(db)
    await expect(bounce(made, { amount: baht('1249.99') })).rejects.toThrow(new RuleBroken({ amount: errors.chequeAmount('1,250.00') }))
    await expect(bounce(made, { cheque: null })).rejects.toThrow(new RuleBroken({ chequeKey: errors.cheque }))
    await expect(bounce(made, { cheque: { receiptId: made.receipt, line: 2 } })).rejects.toThrow(new RuleBroken({ chequeKey: errors.cheque }))
    await expect(bounce(made, { entryDate: calendarDate('2026-11-19') })).rejects.toThrow(new RuleBroken({ entryDate: errors.beforeCheque('20 พฤศจิกายน 2569') }))
    const other = await aCounter(db)
    await expect(bounce({ town: other, receipt: made.receipt })).rejects.toThrow(new RuleBroken({ chequeKey: errors.cheque }))
  })
})

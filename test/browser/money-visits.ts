// Pages of money kept, carried to the bank and held for others, with something real behind their addresses.
import { randomUUID } from 'node:crypto'
import { baht, zero } from '../../src/platform/money.ts'
import { createPayIn, payIn } from '../../src/receipts/pay-in/pay-in.service.ts'
import { getDeposit } from '../../src/receipts/deposit/deposit.repository.ts'
import { createDeposit } from '../../src/receipts/deposit/deposit.service.ts'
import { createEntry, submitEntry } from '../../src/receipts/money-entry/money-entry.service.ts'
import { type EntryCommand } from '../../src/receipts/money-entry/money-entry.ts'
import { createPosition } from '../../src/receipts/daily-position/daily-position.service.ts'
import { depositPaths, moneyEntryPaths, payInPaths, positionPaths } from '../../src/receipts/receipts.paths.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { recordReceipt } from '../../src/receipts/receipt/receipt.service.ts'
import { confirmSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { aReceipt, prepare, receivedSlip, today, yesterday, type School } from '../receipts/school.ts'
import { moneyIn } from '../receipts/town.ts'
import { type Samples } from './page-samples.ts'

/** Of a day before all others: rent by cheque, kept in the safe. */
export async function aChequeInSafe(school: School): Promise<void> {
  const [date, amount] = [calendarDate('2026-11-17'), baht('4500.00')]
  const cheque = { bank: 'ธนาคารกรุงไทย สาขาบางแสน', number: '00451127', date }
  const receipt = await school.clerk.work((work) => recordReceipt(work, {
    ...aReceipt({ date, amount: '4500.00', income: '4404050107.001' }), payer: 'บริษัท อาหารโรงเรียนแสนสุข จำกัด', payments: [{ row: 0, means: 'cheque', bankAccountId: null, reference: '', cheque, amount }],
  }))
  await receivedSlip(school, { receiptIds: [receipt], date })
  const summary = await prepare(school.finance, date)
  await school.head.work((work) => confirmSummary(work, summary, 1))
}

/** After the school's days, of which one left cash in the safe. */
export async function moneySamples(school: School, signedIn: SignedIn): Promise<Samples> {
  return { ...await payInSamples(school, signedIn), ...await depositSamples(school, signedIn), ...await positionSamples(school, signedIn) }
}

async function payInSamples(school: School, signedIn: SignedIn): Promise<Samples> {
  const by = (username: string) => () => signedIn(username)
  const cheques = [{ bank: 'ธนาคารออมสิน', number: '0012345', chequeDate: today, amount: baht('1250.00') }]
  const make = (pieces: Readonly<Record<string, number>>) => school.finance.work((work) => createPayIn(work, {
    formKey: randomUUID(), payInDate: today, bankAccountId: school.bankAccountId, remark: '', money: { pieces, cheques },
  }))
  const [draft, paid] = [await make({ 50000: 2, 10000: 3 }), await make({ 100000: 1, 50: 1 })]
  await school.head.work((work) => payIn(work, paid, { version: 1, paidOn: today, bankReference: 'KTB 0412/3301' }))
  return {
    [payInPaths.showRoute]: [
      { name: 'a pay-in, waiting', address: payInPaths.show(draft), as: by('school.finance') },
      { name: 'a pay-in, paid in', address: payInPaths.show(paid), as: by('school.head') },
      { name: 'a pay-in on paper', address: payInPaths.show(paid), as: by('school.finance'), then: (screen) => screen.press('พิมพ์ใบนำฝาก') },
      { name: 'a pay-in with a cheque in the safe', address: payInPaths.new, as: by('school.finance') },
      { name: 'pay-ins of a school at work', address: payInPaths.list, as: by('school.finance') },
      { name: 'a pay-in, nothing typed', address: payInPaths.new, as: by('school.finance'), then: (screen) => screen.press('บันทึกใบนำฝาก') },
    ],
    [payInPaths.editRoute]: [{ name: 'a pay-in, to be mended', address: payInPaths.edit(draft), as: by('school.finance') }],
    [payInPaths.stepRoute('pay')]: [{ name: 'the bank\'s stamp', address: payInPaths.step(draft, 'pay'), as: by('school.head') }],
  }
}

async function depositSamples(school: School, signedIn: SignedIn): Promise<Samples> {
  const by = (username: string) => () => signedIn(username)
  const item = (depositor: string, reference: string, kindCode: string) => school.finance.work((work) => createDeposit(work, {
    formKey: randomUUID(), kindCode, depositor, depositorNumber: '0105551234567', reference, dueDate: yesterday, remark: '',
  }))
  const id = await item('ห้างหุ้นส่วนจำกัด แสนสุขการช่าง', 'ประกวดราคาอิเล็กทรอนิกส์ เลขที่ 12/2570', 'DP13')
  await item('บริษัท ครุภัณฑ์ชลบุรี จำกัด', 'สัญญาเลขที่ 4/2570', 'DP11')
  const deposit = await school.finance.read((read) => getDeposit(read, school.organisation.id, id))
  await moneyIn(school, { account: deposit.kind.accountCode, key: deposit.key, amount: '25000.00', kept: true })
  await moneyIn(school, { account: '2116010199.001', amount: '3000.00', kept: true })
  const entry = (given: Partial<EntryCommand>) => school.finance.work((work) => createEntry(work, {
    formKey: randomUUID(), kind: 'forfeit', entryDate: today, depositId: null, debtId: null, covered: zero, targetCode: null, targetKey: null, amount: baht('10000.00'),
    reason: 'ผู้ชนะการเสนอราคาไม่มาทำสัญญาภายในกำหนด', authority: 'คำสั่งที่ 45/2570 ลงวันที่ 18 พฤศจิกายน 2569', ...given,
  }))
  const [forfeit, identify] = [await entry({ depositId: id }), await entry({ kind: 'identify', targetCode: '4404050107.001', amount: baht('3000.00'), reason: 'ค่าเช่าอาคาร' })]
  await school.finance.work((work) => submitEntry(work, forfeit, 1))
  return {
    [depositPaths.showRoute]: [
      { name: 'an item of a deposit', address: depositPaths.show(id), as: by('school.finance') },
      { name: 'the register of deposits at work', address: `${depositPaths.list}?state=all`, as: by('school.finance') },
      { name: 'the register of deposits, a wrong day', address: `${depositPaths.list}?until=32/01/2569`, as: by('school.finance') },
      { name: 'an item, nothing typed', address: depositPaths.new, as: by('school.finance'), then: (screen) => screen.press('บันทึกรายการ') },
    ],
    [depositPaths.editRoute]: [{ name: 'an item, to be mended', address: depositPaths.edit(id), as: by('school.finance') }],
    [moneyEntryPaths.showRoute]: [
      { name: 'an entry, waiting', address: moneyEntryPaths.show(forfeit), as: by('school.head') },
      { name: 'an entry on paper', address: moneyEntryPaths.show(forfeit), as: by('school.finance'), then: (screen) => screen.press('พิมพ์ใบบันทึกรายการ') },
      { name: 'entries of a school at work', address: moneyEntryPaths.list, as: by('school.finance') },
      { name: 'a transfer of a deposit, nothing typed', address: moneyEntryPaths.newOf('transfer'), as: by('school.finance'), then: (screen) => screen.press('บันทึกร่าง') },
    ],
    [moneyEntryPaths.editRoute]: [{ name: 'an entry, to be mended', address: moneyEntryPaths.edit(identify), as: by('school.finance') }],
  }
}

async function positionSamples(school: School, signedIn: SignedIn): Promise<Samples> {
  const by = (username: string) => () => signedIn(username)
  const id = await school.finance.work((work) => createPosition(work, { formKey: randomUUID(), positionDate: today, pieces: { 100000: 100, 50000: 2 }, remark: '' }))
  return {
    [positionPaths.showRoute]: [
      { name: 'a daily position that does not agree', address: positionPaths.show(id), as: by('school.head') },
      { name: 'a daily position on paper', address: positionPaths.show(id), as: by('school.finance'), then: (screen) => screen.press('พิมพ์รายงาน') },
      { name: 'a daily position, signed in vain', address: positionPaths.show(id), as: by('school.head'), then: (screen) => screen.press('ลงนามปิดรายงาน') },
      { name: 'daily positions of a school at work', address: positionPaths.list, as: by('school.finance') },
    ],
    [positionPaths.editRoute]: [{ name: 'a daily position, counted again', address: positionPaths.edit(id), as: by('school.finance') }],
  }
}

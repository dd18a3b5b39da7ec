// Money in: the counter, slips and summaries, cash to the bank, money held for others, taxes.
import { randomUUID } from 'node:crypto'
import { baht, zero } from '../../src/platform/money.ts'
import { issueReceipt } from '../../src/receipts/counter/counter.service.ts'
import { confirmCancel, cancelReceipt, recordReceipt, refuseCancellation } from '../../src/receipts/receipt/receipt.service.ts'
import { cancelRemittance, createRemittance, receiveRemittance, returnRemittance, submitRemittance } from '../../src/receipts/remittance/remittance.service.ts'
import { cancelSummary, confirmSummary, gatherSlips, prepareSummary, reverseSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { cancelPayIn, createPayIn, payIn, reversePayIn } from '../../src/receipts/pay-in/pay-in.service.ts'
import { type PayInCommand } from '../../src/receipts/pay-in/pay-in.ts'
import { payInText } from '../../src/receipts/pay-in.text.ts'
import { receiptsText } from '../../src/receipts/receipts.text.ts'
import { createPosition, signPosition } from '../../src/receipts/daily-position/daily-position.service.ts'
import { createBankAccount, createSignatory, type SignatoryRole } from '../../src/registers/index.ts'
import { type TestDatabase } from '../support/database.ts'
import { aCounter, aKey, issueFor, issuing, owed } from '../receipts/lao.ts'
import { aConfirmedDay, aFile, aReceipt, aSchool, cancel, draftSlip, anEvidence, receivedSlip, record, today, yesterday, prepare, type School } from '../receipts/school.ts'
import { lastBaht, once, saying, several, twins, type Race } from './race.ts'
import { because } from './town.ts'

const receipts = '/receipts/receipts'

/** 800 baht kept in the safe yesterday, and the people of its daily position. */
async function withCash(db: TestDatabase): Promise<School> {
  const school = await aSchool(db)
  await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: null })
  return school
}

function eightHundred(school: School, given: Partial<PayInCommand> = {}): PayInCommand & { formKey: string } {
  return { formKey: randomUUID(), payInDate: today, bankAccountId: school.bankAccountId, remark: '', money: { pieces: { 10000: 8 }, cheques: [] }, ...given }
}

async function aSummary(school: School): Promise<string> {
  await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
  return prepare(school.finance)
}

async function signers(school: School): Promise<void> {
  const roles: SignatoryRole[] = ['executive', 'safe_committee', 'safe_committee', 'safe_committee']
  for (const [index, role] of roles.entries()) {
    await school.finance.work((work) => createSignatory(work, { role, name: `นายลงนาม ที่${index}`, position: 'ครู', actingFor: '', orderNumber: '1/2570', validFrom: yesterday, validUntil: null }))
  }
}

const rooms = { outstandingCheques: async () => ({ count: 0, amount: zero }) }

export const receiptRaces = (db: TestDatabase): readonly Race[] => [
  twins(['/receipts/counter'], 'a receipt of the counter is issued once from one form', async () => {
    const town = await aCounter(db)
    const form = issuing()
    return () => town.clerk.work((work) => issueReceipt(work, form))
  }),
  lastBaht(['/receipts/counter'], 'two receipts do not take in the last of one debt twice', async () => {
    const town = await aCounter(db)
    const key = await aKey(town.head, 'taxpayer', 'TP-00777/70')
    await owed(db, town, { account: '1102050194.003', key, amount: '250.00' })
    return { wants: await several(async () => () => issueFor(town.clerk, 'DB02', { amount: '100.00', key })), fits: 2, told: saying('รับชำระเกินยอดคงค้างไม่ได้') }
  }),
  twins([`${receipts}/handwritten/new`], 'a hand-written receipt is kept once from one form', async () => {
    const school = await aSchool(db)
    const form = aReceipt()
    return () => school.clerk.work((work) => recordReceipt(work, form))
  }),
  lastBaht([`${receipts}/handwritten/new`], 'a sheet of a book is keyed once, whoever keys it', async () => {
    const school = await aSchool(db)
    const forms = await several(async () => aReceipt({ book: '77', sheet: 7 }))
    return { wants: forms.map((form) => () => school.clerk.work((work) => recordReceipt(work, form))), fits: 1, told: saying('77') }
  }),
  twins([`${receipts}/evidence/new`], 'evidence of a day is kept once from one form', async () => {
    const school = await aSchool(db)
    const form = anEvidence()
    return () => school.clerk.work((work) => recordReceipt(work, form, [aFile]))
  }),
  lastBaht([`${receipts}/:id/cancel`, '/receipts/remittances/new'], 'a receipt is cancelled or goes into a slip', async () => {
    const school = await aSchool(db)
    const id = await record(school.clerk)
    const wants = [() => school.clerk.work((work) => cancelReceipt(work, id, { ...because(1), cause: 'miskeyed' })), () => draftSlip(school.clerk, { receiptIds: [id] })]
    return { wants, fits: 1, told: /./ }
  }),
  once([`${receipts}/:id/confirm-cancel`, `${receipts}/:id/refuse-cancel`], 'a cancellation is confirmed or refused', async () => {
    const school = await aSchool(db)
    const id = await record(school.clerk)
    await cancel(school.clerk, id)
    return [() => school.head.work((work) => confirmCancel(work, id, 2)), () => school.head.work((work) => refuseCancellation(work, id, because(2)))]
  }),
  twins(['/receipts/remittances/new'], 'a slip is made once from one form', async () => {
    const school = await aSchool(db)
    const [receiptIds, formKey] = [[await record(school.clerk)], randomUUID()]
    return () => school.clerk.work((work) => createRemittance(work, { receiptIds, slipDate: today, cashBankAccountId: null, isCashPlaced: true, isForAll: false, remark: '', formKey }))
  }),
  lastBaht(['/receipts/remittances/new'], 'a receipt is handed over in one slip', async () => {
    const school = await aSchool(db)
    const receiptIds = [await record(school.clerk)]
    return { wants: await several(async () => () => draftSlip(school.clerk, { receiptIds })), fits: 1, told: saying(receiptsText.errors.unfit.taken('').trim()) }
  }),
  once(['/receipts/remittances/:id/submit', '/receipts/remittances/:id/cancel'], 'a slip is handed in or given up', async () => {
    const school = await aSchool(db)
    const id = await draftSlip(school.clerk, { receiptIds: [await record(school.clerk)] })
    return [() => school.clerk.work((work) => submitRemittance(work, id, 1)), () => school.clerk.work((work) => cancelRemittance(work, id, 1))]
  }),
  once(['/receipts/remittances/:id/receive', '/receipts/remittances/:id/return'], 'a slip is received or sent back', async () => {
    const school = await aSchool(db)
    const id = await draftSlip(school.clerk, { receiptIds: [await record(school.clerk)] })
    await school.clerk.work((work) => submitRemittance(work, id, 1))
    return [() => school.finance.work((work) => receiveRemittance(work, id, 2)), () => school.finance.work((work) => returnRemittance(work, id, because(2)))]
  }),
  twins(['/receipts/remittance-summaries/new'], 'a summary is prepared once from one form', async () => {
    const school = await aSchool(db)
    await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    const formKey = randomUUID()
    return () => prepare(school.finance, today, formKey)
  }),
  lastBaht(['/receipts/remittance-summaries/new'], 'a day has one summary', async () => {
    const school = await aSchool(db)
    await receivedSlip(school, { receiptIds: [await record(school.clerk)] })
    return { wants: await several(async () => () => school.finance.work((work) => prepareSummary(work, { summaryDate: today, remark: '', formKey: randomUUID() }))), fits: 1, told: /20 พฤศจิกายน|20\/11\/2569|20 พ\.ย\./ }
  }),
  once(['gather', 'cancel', 'confirm'].map((step) => `/receipts/remittance-summaries/:id/${step}`), 'a summary is confirmed, gathers late slips or is given up', async () => {
    const school = await aSchool(db)
    const id = await aSummary(school)
    return [() => school.head.work((work) => confirmSummary(work, id, 1)), () => school.finance.work((work) => gatherSlips(work, id, 1)), () => school.finance.work((work) => cancelSummary(work, id, 1))]
  }),
  once(['/receipts/remittance-summaries/:id/reverse'], 'a summary is reversed once', async () => {
    const school = await aSchool(db)
    const { summary } = await aConfirmedDay(school)
    return [() => school.head.work((work) => reverseSummary(work, summary, because(2)))]
  }),
  twins(['/receipts/pay-ins/new'], 'a pay-in slip is made once from one form', async () => {
    const school = await withCash(db)
    const form = eightHundred(school)
    return () => school.finance.work((work) => createPayIn(work, form))
  }),
  lastBaht(['/receipts/pay-ins/:id/pay'], 'the cash of the safe goes to the bank once', async () => {
    const school = await withCash(db)
    const slips = await several(() => school.finance.work((work) => createPayIn(work, eightHundred(school))))
    return { wants: slips.map((id) => () => school.head.work((work) => payIn(work, id, { version: 1, paidOn: today, bankReference: 'KTB 1' }))), fits: 1, told: saying(payInText.errors.onHand('800.00', '0.00')) }
  }),
  once(['/receipts/pay-ins/:id/pay', '/receipts/pay-ins/:id/cancel'], 'a pay-in is stamped or given up', async () => {
    const school = await withCash(db)
    const id = await school.finance.work((work) => createPayIn(work, eightHundred(school)))
    return [() => school.head.work((work) => payIn(work, id, { version: 1, paidOn: today, bankReference: 'KTB 1' })), () => school.finance.work((work) => cancelPayIn(work, id, 1))]
  }),
  once(['/receipts/pay-ins/:id/reverse'], 'a pay-in is reversed once', async () => {
    const school = await withCash(db)
    const id = await school.finance.work((work) => createPayIn(work, eightHundred(school)))
    await school.head.work((work) => payIn(work, id, { version: 1, paidOn: today, bankReference: 'KTB 1' }))
    return [() => school.head.work((work) => reversePayIn(work, id, because(2)))]
  }),
  twins(['/receipts/pay-ins/transfer/new'], 'a transfer between own accounts is made once from one form', async () => {
    const { school, form } = await aTransfer(db)
    return () => school.finance.work((work) => createPayIn(work, form))
  }),
  lastBaht(['/receipts/pay-ins/transfer/new', '/receipts/pay-ins/:id/pay'], 'the last baht of an account is moved once', async () => {
    const { school, form } = await aTransfer(db)
    const slips = await several(() => school.finance.work((work) => createPayIn(work, { ...form, formKey: randomUUID() })))
    return { wants: slips.map((id) => () => school.head.work((work) => payIn(work, id, { version: 1, paidOn: today, bankReference: 'KTB 1' }))), fits: 1, told: saying(payInText.errors.inBank('800.00', '0.00')) }
  }),
  twins(['/receipts/daily-positions/new'], 'the position of a day is counted once from one form', async () => {
    const school = await withCash(db)
    const form = { formKey: randomUUID(), positionDate: today, pieces: { 10000: 8 }, remark: '' }
    return () => school.finance.work((work) => createPosition(work, form))
  }),
  lastBaht(['/receipts/daily-positions/new'], 'a day has one position', async () => {
    const school = await withCash(db)
    const position = { positionDate: today, pieces: { 10000: 8 }, remark: '' }
    return { wants: await several(async () => () => school.finance.work((work) => createPosition(work, { ...position, formKey: randomUUID() }))), fits: 1, told: /มีรายงานแล้ว/ }
  }),
  once(['/receipts/daily-positions/:id/sign'], 'a position is signed once', async () => {
    const school = await withCash(db)
    await signers(school)
    const id = await school.finance.work((work) => createPosition(work, { formKey: randomUUID(), positionDate: today, pieces: { 10000: 8 }, remark: '' }))
    return [() => school.head.work((work) => signPosition(work, rooms, { id, version: 1 }))]
  }),
]

/** 800 baht on the savings account, to be moved to another. */
async function aTransfer(db: TestDatabase): Promise<{ school: School; form: PayInCommand & { formKey: string } }> {
  const school = await aSchool(db)
  await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: school.bankAccountId })
  const other = await school.finance.work((work) => createBankAccount(work, { bankName: 'ธนาคารออมสิน', branch: 'ก', accountNumber: '020000000001', accountName: 'ก', kind: 'current' }))
  return { school, form: eightHundred(school, { bankAccountId: other, money: { fromAccountId: school.bankAccountId, amount: baht('800.00') } }) }
}

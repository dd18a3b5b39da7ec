// Cheques, reports and payments: a claim is paid once, a leaf written once, an account never overdrawn; what was withheld goes out once.
import { randomUUID } from 'node:crypto'
import { getCheque } from '../../src/expenditure/cheque/cheque.repository.ts'
import { clearCheque, replaceCheque, signCheque, unclearCheque } from '../../src/expenditure/cheque/cheque.service.ts'
import { spoilLeaf, createBook } from '../../src/expenditure/cheque-book/cheque-book.service.ts'
import { approveReport, cancelReport, createReport, dropRow, issueReport, returnReport } from '../../src/expenditure/cheque-report/cheque-report.service.ts'
import { bouncePeople, unbouncePeople } from '../../src/expenditure/bounce-people/bounce-people.service.ts'
import { bouncePayment, unbouncePayment } from '../../src/expenditure/bounce/bounce.service.ts'
import { cancelPayment, recordPayment } from '../../src/expenditure/payment/payment.service.ts'
import { postTicked, recordRow } from '../../src/expenditure/payment-many/payment-many.service.ts'
import { postPayment, reversePayment } from '../../src/expenditure/payment-post/payment-post.service.ts'
import { draftRemittance } from '../../src/expenditure/tax-remittance/tax-remittance.service.ts'
import { approveWaiver, cancelWaiver, createWaiver, refuseWaiver, reverseWaiver } from '../../src/expenditure/waiver/waiver.service.ts'
import { findWithholdingsOf } from '../../src/expenditure/withholding/withholding.repository.ts'
import { substituteCertificate } from '../../src/expenditure/withholding-substitute/withholding-substitute.service.ts'
import { withholdingText } from '../../src/expenditure/withholding.text.ts'
import { postLines } from '../../src/ledger/index.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { createBankAccount, findSignatories } from '../../src/registers/index.ts'
import { aDraftReport, anApprovedClaim, anIssuedRow, aTransferPayee, aWrittenCheque, bounced, commandOf, paymentNow, posted, recorded, reportNow } from '../expenditure/payment/paying.ts'
import { aPayee, carriedThrough, drafted, lineOf } from '../expenditure/world.ts'
import { lastBaht, once, saying, several, twins, type Race } from './race.ts'
import { because, today, type Town } from './town.ts'

const at = '/expenditure'
const sequence = { next: 77700000 }
const aNumber = (): string => String(sequence.next++)
const taxOf = { kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: '', base: baht('10000.00'), rate: '1', amount: baht('100.00') } as const
const claim = (town: Town, amount = '100.00') => anApprovedClaim(town, town.line, amount)

async function aReport(town: Town, number = aNumber()): Promise<string> {
  return aDraftReport(town, commandOf(town, [await claim(town)], { paymentDate: today, channel: 'cheque', chequeNumber: number }))
}

async function anIssuedReport(town: Town): Promise<string> {
  const id = await aReport(town)
  await town.head.work((work) => approveReport(work, id, 1))
  await town.finance.work((work) => issueReport(work, id, 2))
  return id
}

const chequeRaces = (town: () => Promise<Town>): readonly Race[] => [
  once([`${at}/cheques/:id/sign`, `${at}/cheques/:id/replace`], 'a cheque is signed or another leaf takes its place', async () => {
    const here = await town()
    const id = await aWrittenCheque(here)
    const number = aNumber()
    return [() => here.finance.work((work) => signCheque(work, id, 1)), () => here.finance.work((work) => replaceCheque(work, id, { ...because(1), number, chequeDate: today }))]
  }),
  once([`${at}/cheques/:id/clear`], 'a cheque is cleared once', async () => {
    const here = await town()
    const { id, version } = await aHandedOver(here)
    return [() => here.finance.work((work) => clearCheque(work, id, { version, clearedOn: today }))]
  }),
  once([`${at}/cheques/:id/unclear`], 'a cleared cheque is taken back once', async () => {
    const here = await town()
    const { id, version } = await aHandedOver(here)
    await here.finance.work((work) => clearCheque(work, id, { version, clearedOn: today }))
    return [() => here.finance.work((work) => unclearCheque(work, id, because(version + 1)))]
  }),
  once([`${at}/cheque-books/:id/spoil`], 'a leaf is spoiled once', async () => {
    const here = await town()
    const first = '66600001'
    const id = await here.finance.work((work) => createBook(work, { formKey: randomUUID(), bankAccountId: here.current, book: '666', firstNumber: first, lastNumber: '66600009', receivedOn: calendarDate('2026-10-01'), remark: '' }))
    return [() => here.finance.work((work) => spoilLeaf(work, id, { ...because(1), number: first }))]
  }, saying('66600001')),
]

async function aHandedOver(town: Town): Promise<{ id: string; version: number }> {
  const payment = await posted(town, [await claim(town)], { paymentDate: today, channel: 'cheque' })
  const id = (await paymentNow(town, payment)).chequeId ?? ''
  const { version } = await town.finance.read((read) => getCheque(read, town.organisationId, id))
  return { id, version }
}

const reportRaces = (town: () => Promise<Town>): readonly Race[] => [
  twins([`${at}/cheque-reports/new`], 'a report of cheques is made once from one form', async () => {
    const here = await town()
    const [claimId, number, formKey] = [await claim(here), aNumber(), randomUUID()]
    const signatoryIds = (await here.head.read((read) => findSignatories(read, read.today))).map(({ id }) => id)
    const form = { formKey, reportDate: today, bankAccountId: here.current, remark: '', signatoryIds, chosen: [{ claimId, channel: 'cheque' as const, documentNumber: number }] }
    return () => here.finance.work((work) => createReport(work, form))
  }),
  lastBaht([`${at}/cheque-reports/new`], 'a claim stands in one report', async () => {
    const here = await town()
    const claimId = await claim(here)
    return { wants: await several(async () => () => aDraftReport(here, commandOf(here, [claimId], { paymentDate: today, channel: 'cheque', chequeNumber: aNumber() }))), fits: 1, told: /./ }
  }),
  lastBaht([`${at}/cheque-reports/:id/approve`], 'a leaf is written once', async () => {
    const here = await town()
    const number = aNumber()
    const approve = (id: string) => () => here.head.work((work) => approveReport(work, id, 1))
    const made = await Promise.allSettled(await several(async () => aReport(here, number)))
    const drafts = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    return { wants: drafts.map(approve), fits: 1, told: saying(number) }
  }),
  once(['approve', 'cancel', 'return'].map((step) => `${at}/cheque-reports/:id/${step}`), 'a report is approved, sent back or given up', async () => {
    const here = await town()
    const id = await aReport(here)
    return [() => here.head.work((work) => approveReport(work, id, 1)), () => here.head.work((work) => returnReport(work, id, because(1))), () => here.finance.work((work) => cancelReport(work, id, 1))]
  }),
  once(['issue', 'drop', 'return'].map((step) => `${at}/cheque-reports/:id/${step}`), 'an approved report is issued, loses a row or is sent back', async () => {
    const here = await town()
    const id = await aReport(here)
    await here.head.work((work) => approveReport(work, id, 1))
    const [row] = (await reportNow(here, id)).rows
    return [
      () => here.finance.work((work) => issueReport(work, id, 2)), () => here.finance.work((work) => dropRow(work, id, { ...because(2), rowId: row?.id ?? '' })),
      () => here.head.work((work) => returnReport(work, id, because(2))),
    ]
  }),
  lastBaht([`${at}/payments/new`, `${at}/cheque-reports/:id/return`], 'an issued row is paid or its report sent back', async () => {
    const here = await town()
    const id = await anIssuedReport(here)
    const [row] = (await reportNow(here, id)).rows
    const command = { ...commandOf(here, [], { paymentDate: today, channel: 'cheque' }), reportRowId: row?.id ?? '' }
    return { wants: [() => here.finance.work((work) => recordPayment(work, command)), () => here.head.work((work) => returnReport(work, id, because(3)))], fits: 1, told: /./ }
  }),
]

const paymentRaces = (town: () => Promise<Town>): readonly Race[] => [
  twins([`${at}/payments/new`], 'a payment is recorded once from one form', async () => {
    const here = await town()
    const command = commandOf(here, [await claim(here)], { paymentDate: today, channel: 'cheque' })
    const reportRowId = await anIssuedRow(here, command)
    return () => here.finance.work((work) => recordPayment(work, { ...command, reportRowId }))
  }),
  lastBaht([`${at}/payment-rows/new`, `${at}/payments/new`], 'a row ticked with others and one by one is recorded once', async () => {
    const here = await town()
    const command = commandOf(here, [await claim(here)], { paymentDate: today, channel: 'cheque' })
    const id = await anIssuedRow(here, command)
    const ticked = { id, formKey: randomUUID(), handedTo: 'นายมานะ ใจดี', paymentDate: today }
    return { wants: [() => here.finance.work((work) => recordRow(work, ticked)), () => here.finance.work((work) => recordPayment(work, { ...command, reportRowId: id }))], fits: 1, told: /./ }
  }),
  lastBaht([`${at}/payments/new`], 'a claim is paid once, whoever records it', async () => {
    const here = await town()
    const claimId = await aTransferable(here)
    return { wants: await several(async () => () => here.finance.work((work) => recordPayment(work, transferOf(here, claimId)))), fits: 1, told: /./ }
  }),
  lastBaht([`${at}/payments/new`], 'transfers take no more than the account holds (E_CASH)', async () => {
    const here = await town()
    const savings = await anAccountWith(here, '250.00')
    const claims = await several(() => aTransferable(here))
    return { wants: claims.map((id) => () => here.finance.work((work) => recordPayment(work, transferOf(here, id, savings)))), fits: 2, told: /50\.00/ }
  }),
  once([`${at}/payments/:id/post`, `${at}/payments/:id/cancel`], 'a payment is approved or given up', async () => {
    const here = await town()
    const id = await recorded(here, [await claim(here)], { paymentDate: today, channel: 'cheque' })
    return [() => here.head.work((work) => postPayment(work, id, 1)), () => here.finance.work((work) => cancelPayment(work, id, because(1)))]
  }, saying('เอกสารนี้บันทึกบัญชีแล้ว')),
  once([`${at}/payment-approvals/approve`, `${at}/payments/:id/post`], 'payments approved together and one by one are approved once', async () => {
    const here = await town()
    const id = await recorded(here, [await claim(here)], { paymentDate: today, channel: 'cheque' })
    return [() => here.head.work((work) => postTicked(work, { id, version: 1 })), () => here.head.work((work) => postPayment(work, id, 1))]
  }, saying('เอกสารนี้บันทึกบัญชีแล้ว')),
  once([`${at}/payments/:id/reverse`], 'a payment is reversed once', async () => {
    const here = await town()
    const id = await posted(here, [await claim(here)], { paymentDate: today, channel: 'cheque' })
    return [() => here.head.work((work) => reversePayment(work, id, because(2)))]
  }),
  once([`${at}/payments/:id/reverse`, `${at}/payments/:id/bounce`], 'a payment is reversed or came back', async () => {
    const here = await town()
    const id = await posted(here, [await claim(here)], { paymentDate: today, channel: 'cheque' })
    return [() => here.head.work((work) => reversePayment(work, id, because(2))), () => here.head.work((work) => bouncePayment(work, id, { ...because(2), bouncedOn: today }))]
  }),
  once([`${at}/payments/:id/unbounce`], 'money that had not come back after all', async () => {
    const here = await town()
    const id = await posted(here, [await claim(here)], { paymentDate: today, channel: 'cheque' })
    await bounced(here, id, today)
    return [() => here.head.work((work) => unbouncePayment(work, id, because(3)))]
  }),
  once([`${at}/payments/:id/reverse`, `${at}/payments/:id/bounce`, `${at}/payments/:id/bounce-people`], 'a payment of a batch is reversed, came back, or some of it did', async () => {
    const here = await town()
    const { id, people } = await aPaidBatch(here)
    return [
      () => here.head.work((work) => reversePayment(work, id, because(2))), () => here.head.work((work) => bouncePayment(work, id, { ...because(2), bouncedOn: today })),
      () => here.head.work((work) => bouncePeople(work, id, { ...because(2), bouncedOn: today, people })),
    ]
  }),
  once([`${at}/payments/:id/unbounce-people`], 'the money of some had not come back after all', async () => {
    const here = await town()
    const { id, people } = await aPaidBatch(here)
    await here.head.work((work) => bouncePeople(work, id, { ...because(2), bouncedOn: today, people }))
    return [() => here.head.work((work) => unbouncePeople(work, id, because(3)))]
  }),
  lastBaht([`${at}/payments/:id/reverse`, `${at}/cheques/:id/clear`], 'a payment is reversed or its cheque cleared', async () => {
    const here = await town()
    const payment = await posted(here, [await claim(here)], { paymentDate: today, channel: 'cheque' })
    const id = (await paymentNow(here, payment)).chequeId ?? ''
    const { version } = await here.finance.read((read) => getCheque(read, here.organisationId, id))
    return { wants: [() => here.head.work((work) => reversePayment(work, payment, because(2))), () => here.finance.work((work) => clearCheque(work, id, { version, clearedOn: today }))], fits: 1, told: /./ }
  }),
  lastBaht([`${at}/withholdings/:id/substitute`], 'a certificate is given anew once', async () => {
    const here = await town()
    const payment = await posted(here, [await anApprovedClaim(here, here.line, '10700.00', { deductions: [taxOf] })], { paymentDate: today })
    const [row] = await here.head.read((read) => findWithholdingsOf(read, here.organisationId, payment))
    const wanted = { payeeName: 'ชื่อถูก', taxId: '0105536000313', branch: '', address: '', rule: 'W53-GOV', reason: 'ชื่อผิด' }
    return { wants: await several(async () => () => here.head.work((work) => substituteCertificate(work, row?.id ?? '', wanted))), fits: 1, told: saying(withholdingText.substitute.errors.notStanding) }
  }),
  lastBaht([`${at}/withholdings/remit`], 'the tax of a month goes out in one claim', async () => {
    const here = await town()
    const payeeId = await aPayee(here, `กรมสรรพากร ${aNumber()}`, 'state_body')
    await posted(here, [await anApprovedClaim(here, here.line, '10700.00', { deductions: [taxOf] })], { paymentDate: today })
    const command = { month: calendarDate('2026-11-01'), payeeId, departmentId: here.departmentId, title: 'นำส่งภาษี' }
    return { wants: await several(async () => () => here.finance.work((work) => draftRemittance(work, command))), fits: 1, told: saying(withholdingText.remittance.errors.nothing) }
  }),
]

/** Of two, and the key of the first of them. */
async function aPaidBatch(town: Town): Promise<{ readonly id: string; readonly people: readonly string[] }> {
  const person = (name: string) => ({ payeeId: null, name, taxId: '', bankCode: '', accountNumber: '', accountName: '', gross: baht('50.00'), deducted: zero })
  const draft = await drafted(town, {
    kind: 'C5', claimDate: today, title: 'เบี้ยยังชีพ', departmentId: town.departmentId, payees: [person('นายหนึ่ง'), person('นางสอง')], lines: [lineOf(town.line, '5107010104.001', '100.00')], origin: { kind: 'scenario', id: aNumber() },
  })
  const claimId = await carriedThrough(town, draft)
  return { id: await posted(town, [claimId], { paymentDate: today }), people: [`${claimId}-1`] }
}

/** Of a payee whose account is verified. */
async function aTransferable(town: Town): Promise<string> {
  const payeeId = await aTransferPayee(town, `บริษัท โอน ${aNumber()} จำกัด`)
  return anApprovedClaim(town, town.line, '100.00', { payeeId })
}

function transferOf(town: Town, claimId: string, bankAccountId = town.savings) {
  return commandOf(town, [claimId], { paymentDate: today, channel: 'transfer', bankAccountId, reference: 'KTB 1' })
}

async function anAccountWith(town: Town, amount: string): Promise<string> {
  const number = aNumber()
  const id = await town.finance.work((work) => createBankAccount(work, { bankName: 'ธนาคารกรุงไทย', branch: 'แสนสุข', accountNumber: number.padStart(10, '4'), accountName: 'เทศบาล', kind: 'savings' }))
  await town.head.work((work) => postLines(work, {
    type: 'JV', event: 'posted', documentDate: today, source: { kind: 'given', id: number }, description: 'เงินฝาก', preparedBy: town.accountant.officer.userId,
    lines: [{ side: 'D', accountCode: '1101030102.001', subKey: id, amount: baht(amount) }, { side: 'C', accountCode: '3102010101.001', amount: baht(amount) }],
  }))
  return id
}

/** A claim whose money came back, and a form that gives its debt up. */
async function aReturned(town: Town): Promise<{ readonly claimId: string; readonly make: () => Promise<string> }> {
  const claimId = await claim(town)
  await bounced(town, await posted(town, [claimId], { paymentDate: today, channel: 'withdrawal' }), today)
  const form = { claim: claimId, documentDate: today, reason: 'สละสิทธิ', formKey: randomUUID(), people: [], shares: new Map() }
  return { claimId, make: () => town.preparer.work((work) => createWaiver(work, form)) }
}

const waiverRaces = (town: () => Promise<Town>): readonly Race[] => [
  twins([`${at}/waivers/new`], 'a debt is given up once from one form', async () => (await aReturned(await town())).make),
  once([`${at}/waivers/:id/approve`, `${at}/waivers/:id/refuse`, `${at}/waivers/:id/cancel`], 'a debt is given up or kept', async () => {
    const here = await town()
    const id = await (await aReturned(here)).make()
    return [() => here.head.work((work) => approveWaiver(work, id, 1)), () => here.head.work((work) => refuseWaiver(work, id, because(1))), () => here.preparer.work((work) => cancelWaiver(work, id, 1))]
  }),
  once([`${at}/waivers/:id/approve`], 'a debt is given up or paid anew', async () => {
    const here = await town()
    const { claimId, make } = await aReturned(here)
    const id = await make()
    return [() => here.head.work((work) => approveWaiver(work, id, 1)), () => here.finance.work((work) => recordPayment(work, commandOf(here, [claimId], { paymentDate: today, channel: 'cash' })))]
  }, /^(ยกเลิกหนี้ได้เฉพาะ|ฎีกา CLM-.*เปลี่ยนสถานะ)/),
  once([`${at}/waivers/:id/reverse`], 'a debt given up waits again once', async () => {
    const here = await town()
    const id = await (await aReturned(here)).make()
    await here.head.work((work) => approveWaiver(work, id, 1))
    return [() => here.head.work((work) => reverseWaiver(work, id, because(2)))]
  }),
]

export const payingRaces = (town: () => Promise<Town>): readonly Race[] => [...chequeRaces(town), ...reportRaces(town), ...paymentRaces(town), ...waiverRaces(town)]

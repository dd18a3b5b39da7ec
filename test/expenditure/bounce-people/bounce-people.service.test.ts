// Of a batch the bank sent back the money of some (P27, S45): debt, payment anew and undoing of these people alone.
import { describe, expect, it } from 'vitest'
import { findPaidPeople, findPartBounces } from '../../../src/expenditure/bounce-people/bounce-people.repository.ts'
import { bouncePeople, unbouncePeople } from '../../../src/expenditure/bounce-people/bounce-people.service.ts'
import { personKey } from '../../../src/expenditure/bounce-people/bounce-people.ts'
import { bouncePayment } from '../../../src/expenditure/bounce/bounce.service.ts'
import { type ClaimPayee } from '../../../src/expenditure/claim/claim.ts'
import { sumBook } from '../../../src/expenditure/disbursement-book/disbursement-book.repository.ts'
import { cancelPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { findWithholdingsOf } from '../../../src/expenditure/withholding/withholding.repository.ts'
import { balanceOn } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { baht, formatMoney, sum } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { linesOf } from '../acceptance/acceptance.ts'
import { aDraftReport, aPayingOffice, aTransferPayee, commandOf, paymentNow, posted, recorded, saidBy } from '../payment/paying.ts'
import { carriedThrough, claimNow, drafted, lineOf } from '../world.ts'

const db = await testDatabase(instant('2025-03-13T05:00:00.000Z'))
const [claimDate, paidOn, backOn] = [calendarDate('2025-03-03'), calendarDate('2025-03-10'), calendarDate('2025-03-12')]
const office = await aPayingOffice(db, { year: fiscalYear(2568), on: calendarDate('2024-11-01') })
const [wages = ''] = await anEnactedBudget(office, [{ code: '5220100', amount: '900000.00' }])
const { errors } = paymentText
const slip = { paymentDate: paidOn, channel: 'withdrawal' } as const
const anew = { paymentDate: backOn, channel: 'withdrawal' } as const
const sequence = { next: 1 }

const person = (name: string, gross: string, deducted = '0.00', given: Partial<ClaimPayee> = {}): ClaimPayee => (
  { payeeId: null, name, taxId: '', bankCode: '006', accountNumber: '1234567890', accountName: name, gross: baht(gross), deducted: baht(deducted), ...given })
const trio = [person('นายเอก ดี', '10000.00', '100.00'), person('นางโท ดี', '20000.00', '200.00'), person('นายตรี ดี', '30000.00')]

async function aBatch(payees: readonly ClaimPayee[] = trio): Promise<string> {
  const [gross, tax] = [sum(payees.map((each) => each.gross)), sum(payees.map((each) => each.deducted))]
  const deductions = tax === baht('0') ? [] : [{ kind: 'withholding', accountCode: '2102040104.001', ruleCode: 'W1-SALARY', subKey: null, description: 'ภ.ง.ด.1', base: gross, rate: null, amount: tax } as const]
  return carriedThrough(office, await drafted(office, {
    kind: 'C3', claimDate, title: 'ค่าตอบแทน', departmentId: office.departmentId, payees, deductions, lines: [lineOf(wages, '5101010101.001', formatMoney(gross).replaceAll(',', ''))],
    origin: { kind: 'scenario', id: String(sequence.next++) },
  }))
}

async function back(payment: string, lines: readonly number[], given: { version?: number; on?: typeof backOn } = {}): Promise<void> {
  const people = (await office.head.read((read) => findPaidPeople(read, office.organisationId, payment))).filter(({ line }) => lines.includes(line)).map(personKey)
  const { version } = await paymentNow(office, payment)
  await office.head.work((work) => bouncePeople(work, payment, { version: given.version ?? version, reason: 'บัญชีปิด', bouncedOn: given.on ?? backOn, people }))
}

async function undo(payment: string): Promise<void> {
  const { version } = await paymentNow(office, payment)
  await office.head.work((work) => unbouncePeople(work, payment, { version, reason: 'บันทึกผิดราย' }))
}

const owed = async (claim: string) => formatMoney(await office.head.read((read) => balanceOn(read, { organisationId: office.organisationId, accountCode: '2102040110.001', subKey: `CLM${claim}`, until: calendarDate('2025-03-14') })))
const budget = () => db.owner('budget_balances').where({ line_id: wages }).first('claimed', 'paid')
const waiting = async (claim: string) => { const { state, returnedNet, payees } = await claimNow(office, claim); return [state, returnedNet === null ? null : formatMoney(returnedNet), payees.filter(({ isReturned }) => isReturned).map(({ name }) => name)] }
const taxRows = async (payment: string) => (await office.head.read((read) => findWithholdingsOf(read, office.organisationId, payment))).map(({ payeeName, state }) => [payeeName, state])
const book = () => office.head.read((read) => sumBook(read, { organisationId: office.organisationId, days: { from: calendarDate('2025-03-01'), until: calendarDate('2025-04-01') }, cashAccount: '1101010101.001' }))

describe('the money of some', () => {
  it('is booked on the day of the bank for what they were to get; payment, tax, budget and the others stay as they are', async () => {
    const claim = await aBatch()
    const payment = await posted(office, [claim], slip)
    const before = [await budget(), await taxRows(payment)]
    await back(payment, [2])
    expect(await waiting(claim)).toEqual(['approved', '19,800.00', ['นางโท ดี']])
    const [bounce] = await office.head.read((read) => findPartBounces(read, office.organisationId, payment))
    expect(await linesOf(office.head, office.organisationId, bounce?.voucherId ?? '')).toEqual([['C', '2102040110.001', '19800.00'], ['D', '1101030102.001', '19800.00']])
    expect([await budget(), await taxRows(payment)]).toEqual(before)
    expect(await paymentNow(office, payment)).toMatchObject({ state: 'posted', isBouncedInPart: true, net: baht('59700'), claims: [{ gross: baht('60000'), net: baht('59700') }] })
    expect(await owed(claim)).toBe('19,800.00')
  })

  it('is paid anew to them alone, by a report of its own, without tax or budget a second time', async () => {
    const claim = await aBatch()
    const payment = await posted(office, [claim], slip)
    await back(payment, [1, 3])
    const before = [await budget(), await taxRows(payment)]
    const second = await posted(office, [claim], anew)
    expect(await paymentNow(office, second)).toMatchObject({ state: 'posted', gross: baht('39900'), deducted: baht('0'), net: baht('39900'), claims: [{ gross: baht('39900'), deducted: baht('0'), net: baht('39900') }] })
    expect(await waiting(claim)).toEqual(['paid', null, []])
    expect([await owed(claim), await budget(), await taxRows(payment), await taxRows(second)]).toEqual(['0.00', ...before, []])
    expect((await office.head.read((read) => findPaidPeople(read, office.organisationId, second))).map(({ name }) => name)).toEqual(['นายเอก ดี', 'นายตรี ดี'])
    expect((await office.head.read((read) => findPaidPeople(read, office.organisationId, payment))).map(({ name }) => name)).toEqual(['นางโท ดี'])
  })

  it('by transfer anew only to the accounts of those', async () => {
    const payeeId = await aTransferPayee(office, 'นางรับ โอน', 'individual')
    const { account_number: accountNumber } = await db.owner('payee_accounts').where({ payee_id: payeeId }).first('account_number')
    const claim = await aBatch([person('นายไม่มี บัญชี', '500.00'), person('นางรับ โอน', '700.00', '0.00', { payeeId, accountNumber })])
    const payment = await posted(office, [claim], slip)
    await back(payment, [2])
    expect(await paymentNow(office, await posted(office, [claim], { ...anew, channel: 'transfer' }))).toMatchObject({ state: 'posted', net: baht('700') })
  })

  it('of more of them may come back while the first wait, and after these were paid anew', async () => {
    const claim = await aBatch()
    const payment = await posted(office, [claim], slip)
    await back(payment, [1])
    await back(payment, [2])
    expect(await waiting(claim)).toEqual(['approved', '29,700.00', ['นายเอก ดี', 'นางโท ดี']])
    const second = await posted(office, [claim], anew)
    await back(payment, [3])
    expect(await waiting(claim)).toEqual(['approved', '30,000.00', ['นายตรี ดี']])
    await back(second, [2])
    expect(await waiting(claim)).toEqual(['approved', '49,800.00', ['นางโท ดี', 'นายตรี ดี']])
    await posted(office, [claim], anew)
    expect([...await waiting(claim), await owed(claim)]).toEqual(['paid', null, [], '0.00'])
  })

  it('paid anew comes back as a whole, or that payment is reversed: they wait again, nobody else', async () => {
    const claim = await aBatch()
    await back(await posted(office, [claim], slip), [2])
    const second = await posted(office, [claim], anew)
    await office.head.work(async (work) => bouncePayment(work, second, { version: 2, reason: 'บัญชีปิด', bouncedOn: backOn }))
    expect([...await waiting(claim), await owed(claim)]).toEqual(['approved', '19,800.00', ['นางโท ดี'], '19,800.00'])
    const third = await posted(office, [claim], anew)
    await office.head.work((work) => reversePayment(work, third, { version: 2, reason: 'จ่ายผิดบัญชี' }))
    expect([...await waiting(claim), await owed(claim)]).toEqual(['approved', '19,800.00', ['นางโท ดี'], '19,800.00'])
    const small = await aBatch([person('นายเล็ก ดี', '900.00'), person('นายน้อย ดี', '800.00')])
    await back(await posted(office, [small], slip), [2])
    const given = await recorded(office, [small], { ...anew, channel: 'cash' })
    await office.finance.work((work) => cancelPayment(work, given, { version: 1, reason: 'ไม่มารับ' }))
    expect(await waiting(small)).toEqual(['approved', '800.00', ['นายน้อย ดี']])
  })
})

describe('that it came back was a mistake', () => {
  it('the books come to the same, the claim is paid, and it may come back once more', async () => {
    const claim = await aBatch()
    const payment = await posted(office, [claim], slip)
    const before = await book()
    await back(payment, [1])
    await undo(payment)
    expect([...await waiting(claim), await owed(claim), await book()]).toEqual(['paid', null, [], '0.00', before])
    expect(await paymentNow(office, payment)).toMatchObject({ state: 'posted', isBouncedInPart: false })
    await back(payment, [1])
    expect(await waiting(claim)).toEqual(['approved', '9,900.00', ['นายเอก ดี']])
  })

  it('takes back the last that was told, and leaves those before it waiting', async () => {
    const claim = await aBatch()
    const payment = await posted(office, [claim], slip)
    await back(payment, [1])
    await back(payment, [3])
    await undo(payment)
    expect([...await waiting(claim), await owed(claim)]).toEqual(['approved', '9,900.00', ['นายเอก ดี'], '9,900.00'])
    await undo(payment)
    expect(await waiting(claim)).toEqual(['paid', null, []])
  })

  it('of one, while another was paid anew meanwhile: the claim stays one whose money came back, and nothing is owed twice', async () => {
    const claim = await aBatch()
    const first = await posted(office, [claim], slip)
    const before = await budget()
    await back(first, [1])
    const second = await posted(office, [claim], anew)
    await back(first, [2])
    await undo(first)
    expect([...await waiting(claim), await owed(claim)]).toEqual(['paid', null, [], '0.00'])
    expect((await claimNow(office, claim)).reopenedBy).toBe(first)
    expect((await paymentNow(office, second)).claims.map(({ net }) => formatMoney(net))).toEqual(['9,900.00'])
    await office.head.work((work) => reversePayment(work, second, { version: 2, reason: 'จ่ายผิดบัญชี' }))
    expect([...await waiting(claim), await owed(claim)]).toEqual(['approved', '9,900.00', ['นายเอก ดี'], '9,900.00'])
    expect(await budget()).toEqual(before)
  })

  it('is not said once they stand in a report, are being paid or were paid anew', async () => {
    const claim = await aBatch()
    const payment = await posted(office, [claim], slip)
    await back(payment, [2])
    await aDraftReport(office, commandOf(office, [claim], anew))
    expect(await saidBy(undo(payment))).toBe(errors.peopleBeingPaid)
    expect(await saidBy(back(payment, [1]))).toBe(errors.peopleBeingPaid)
    const other = await aBatch()
    const sent = await posted(office, [other], slip)
    await back(sent, [2])
    await recorded(office, [other], anew)
    expect(await saidBy(undo(sent))).toBe(errors.peopleBeingPaid)
    const paid = await aBatch()
    const first = await posted(office, [paid], slip)
    await back(first, [2])
    await posted(office, [paid], anew)
    expect(await saidBy(undo(first))).toBe(errors.peopleBeingPaid)
  })
})

describe('it is refused', () => {
  it('of nobody, of everybody at once, and of one whose money came back already', async () => {
    const payment = await posted(office, [await aBatch()], slip)
    expect(await saidBy(back(payment, []))).toBe(errors.people.nobody)
    expect(await saidBy(back(payment, [1, 2, 3]))).toBe(errors.people.everybody)
    const [first] = await office.head.read((read) => findPaidPeople(read, office.organisationId, payment))
    await back(payment, [1])
    const again = office.head.work((work) => bouncePeople(work, payment, { version: 3, reason: 'ซ้ำ', bouncedOn: backOn, people: [personKey(first ?? { claimId: '0', line: 0 })] }))
    expect(await saidBy(again)).toBe(errors.people.gone)
  })

  it('of a stale page, by finance, by another office, by two at the same moment but once, and in a closed month', async () => {
    const payment = await posted(office, [await aBatch()], slip)
    await expect(back(payment, [1], { version: 1 })).rejects.toThrow(Conflict)
    await expect(office.finance.work((work) => bouncePeople(work, payment, { version: 2, reason: 'ผิด', bouncedOn: backOn, people: ['1-1'] }))).rejects.toThrow(Forbidden)
    const other = await aPayingOffice(db, { year: fiscalYear(2568), on: calendarDate('2024-11-01') })
    await expect(other.head.work((work) => bouncePeople(work, payment, { version: 2, reason: 'ผิด', bouncedOn: backOn, people: ['1-1'] }))).rejects.toThrow(NotFound)
    expect(await saidBy(back(payment, [1], { on: calendarDate('2025-03-09') }))).toBe(errors.bounceBefore)
    const month = { organisation_id: office.organisationId, fiscal_year: 2568, period: 6 }
    await db.owner('fiscal_periods').where(month).update({ state: 'closed' })
    expect(await saidBy(back(payment, [1]))).toBe(errors.closed)
    await db.owner('fiscal_periods').where(month).update({ state: 'open' })
    const tried = await Promise.allSettled([back(payment, [1]), back(payment, [1])])
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('to reverse the payment, or to tell that all of it came back, while the money of some is back', async () => {
    const payment = await posted(office, [await aBatch()], slip)
    await back(payment, [1])
    expect(await saidBy(office.head.work((work) => reversePayment(work, payment, { version: 3, reason: 'ผิด' })))).toBe(errors.bouncedInPart)
    expect(await saidBy(office.head.work((work) => bouncePayment(work, payment, { version: 3, reason: 'ผิด', bouncedOn: backOn })))).toBe(errors.bouncedInPart)
  })

  it('to pay them anew before the bank had sent the money back', async () => {
    const claim = await aBatch()
    await back(await posted(office, [claim], slip), [1])
    expect(await saidBy(recorded(office, [claim], slip))).toBe(errors.faults.beforeBounce)
  })
})

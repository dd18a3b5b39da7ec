// Scenarios S33–S37 of part B: a loan is asked for, paid, cleared, overdue, and never cleared beyond what is owed.
import { describe, expect, it } from 'vitest'
import { getAvailable } from '../../../src/budget/index.ts'
import { findClaimsOf } from '../../../src/expenditure/claim/claim.repository.ts'
import { approveClearing, claimExcess, createClearing, findReturnable, reverseClearing, settleLoan } from '../../../src/expenditure/clearing/clearing.service.ts'
import { getClearing } from '../../../src/expenditure/clearing/clearing.repository.ts'
import { clearingText } from '../../../src/expenditure/clearing.text.ts'
import { findLoanWork } from '../../../src/expenditure/index.ts'
import { loanText } from '../../../src/expenditure/loan.text.ts'
import { totalLoans } from '../../../src/expenditure/loan/loan.repository.ts'
import { approveLoan, claimLoan, revokeLoan, submitLoan } from '../../../src/expenditure/loan/loan.service.ts'
import { daysLate, standingOf } from '../../../src/expenditure/loan/loan.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { printedNumber } from '../../../src/documents/index.ts'
import { openFiscalYear, postLines, reverseVoucher } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, formatMoney, zero } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { aPayee, aSpendingOffice, carriedThrough, claimNow, submitted } from '../world.ts'
import { aGrantedLoan, aLoanDraft, aSubmittedLoan, claimed, loanNow, paidOut, returnedCash } from '../loan/loans.ts'
import { aPayingOffice, bounced, paymentNow, posted } from '../payment/paying.ts'
import { acceptance, journalOf, linesOf } from './acceptance.ts'

const today = calendarDate('2025-09-12')
const db = await testDatabase(instant('2025-09-12T05:00:00.000Z'))
const office = await aPayingOffice(db, { year: fiscalYear(2568), on: calendarDate('2024-10-01') })
// As the confirmation of the opening balances leaves it: registers cannot turn over.
await db.owner('ledger_books').where({ organisation_id: office.organisationId }).update({ is_guarded: true })
const lines = await anEnactedBudget(office, [
  { code: '5320100', amount: '420000.00', title: 'ค่าใช้สอย' }, { code: '5330100', amount: '10000.00', title: 'วัสดุสำนักงาน' }, { code: '5320100', amount: '900000.00', title: 'โครงการอื่น' },
])
const [use = '', supplies = '', other = ''] = lines
let next = 1
const someone = () => aPayee(office, `นายยืม คนที่ ${next++}`, 'individual')
const estimate = (amount: string, budgetLineId: string | null = use) => [{ budgetLineId, description: 'ค่าใช้จ่ายโครงการ', amount: baht(amount) }]
const voucher = (amount: string, budgetLineId = use, accountCode = '5102010199.001') => ({ budgetLineId, accountCode, description: 'บก.1/2568 ค่าวิทยากร', amount: baht(amount) })
const available = async (lineId: string) => formatMoney((await office.head.read((read) => getAvailable(read, [lineId], today))).get(lineId) ?? zero)
const said = (act: Promise<unknown>) => act.then(() => 'nothing', (error: unknown) => (error instanceof RuleBroken ? Object.values(error.errors).join(' ') : String(error)))
const clearingDate = calendarDate('2025-02-25')

async function aPaidLoan(amount: string, { line = use, on = '2025-02-05' }: { line?: string; on?: string } = {}): Promise<string> {
  const id = await aGrantedLoan(office, estimate(amount, line), { payeeId: await someone(), loanDate: calendarDate('2025-02-03') })
  await paidOut(office, await claimed(office, id), calendarDate(on))
  return id
}

const filed = (loanId: string, vouchers: readonly ReturnType<typeof voucher>[]) => office.preparer.work((work) => (
  createClearing(work, { loanId, clearingDate, receiptReference: '', remark: '', lines: vouchers, formKey: crypto.randomUUID() })))
const cleared = (id: string, version = 1) => office.head.work((work) => approveClearing(work, id, version))
const clearingNow = (id: string) => office.head.read((read) => getClearing(read, office.organisationId, id))
const waiting = async () => {
  const listed = await office.head.read((read) => totalLoans(read, { organisationId: office.organisationId, from: undefined, until: undefined, source: undefined, standing: 'clearing', search: undefined, after: undefined }))
  const told = await office.head.read(findLoanWork)
  return [told.find(({ key }) => key === 'clear')?.count ?? 0, listed.count]
}
const settled = async (id: string) => { const { version } = await loanNow(office, id); await office.preparer.work((work) => settleLoan(work, id, version)) }

describe('S33: a loan for a training project', () => {
  it('holds the budget by its claim, is no expense, and falls due thirty days after the money', async () => {
    const id = await aGrantedLoan(office, estimate('60000.00'), { payeeId: await someone() })
    expect(await available(use)).toBe('420,000.00')
    const claim = await claimed(office, id)
    expect(await claimNow(office, claim)).toMatchObject({ kind: 'C6', state: 'draft', loanId: id, gross: baht('60000.00') })
    await submitted(office, claim)
    expect(await available(use)).toBe('360,000.00')
  })

  it('is debited to the contract when it is paid', async () => {
    const id = await aPaidLoan('60000.00', { line: other })
    const loan = await loanNow(office, id)
    expect(loan).toMatchObject({ state: 'paid', paidOn: calendarDate('2025-02-05'), dueOn: calendarDate('2025-03-07'), balance: baht('60000.00') })
    const { id: posted } = await db.owner('vouchers').where({ organisation_id: office.organisationId, type: 'PV' }).orderBy('id', 'desc').first('id')
    expect(await linesOf(office.head, office.organisationId, posted)).toEqual(journalOf('S33'))
    expect(loan.number).toBeGreaterThan(0)
  })

  it('with several papers that wait is told of once, as the list shows it', async () => {
    const [before = 0] = await waiting()
    const id = await aPaidLoan('1000.00')
    await filed(id, [voucher('100.00')])
    await filed(id, [voucher('200.00')])
    expect(await waiting()).toEqual([before + 1, before + 1])
  })

  it('the payment reversed, it is granted and not paid again', async () => {
    const id = await aGrantedLoan(office, estimate('100.00', other), { payeeId: await someone() })
    const payment = await paidOut(office, await claimed(office, id), calendarDate('2025-02-05'))
    await office.head.work((work) => reversePayment(work, payment, { version: 2, reason: 'เช็คหาย' }))
    expect(await loanNow(office, id)).toMatchObject({ state: 'approved', paidOn: null, dueOn: null })
  })

  it('its money came back: nothing falls due until it is paid anew, and then from that day', async () => {
    const id = await aGrantedLoan(office, estimate('100.00', other), { payeeId: await someone() })
    const claim = await claimed(office, id)
    await bounced(office, await paidOut(office, claim, calendarDate('2025-02-05')), calendarDate('2025-02-07'))
    const waiting = await loanNow(office, id)
    expect(waiting).toMatchObject({ state: 'paid', dueOn: null, balance: baht('100.00') })
    expect([standingOf(waiting, today), daysLate(waiting, today)]).toEqual(['outstanding', 0])
    const anew = await posted(office, [claim], { paymentDate: calendarDate('2025-03-03'), channel: 'withdrawal' })
    expect(await loanNow(office, id)).toMatchObject({ paidOn: calendarDate('2025-03-03'), dueOn: calendarDate('2025-04-02') })
    await office.head.work((work) => reversePayment(work, anew, { version: 2, reason: 'โอนผิดบัญชี' }))
    expect(await loanNow(office, id)).toMatchObject({ state: 'paid', dueOn: null })
  })

  it('a payment is not taken back once vouchers have paid some of it back', async () => {
    const id = await aGrantedLoan(office, estimate('100.00', other), { payeeId: await someone() })
    const payment = await paidOut(office, await claimed(office, id), calendarDate('2025-02-05'))
    await cleared(await filed(id, [voucher('40.00', other)]))
    expect(await said(office.head.work((work) => reversePayment(work, payment, { version: 2, reason: 'เช็คหาย' })))).toBe(loanText.errors.partlyCleared((await loanNow(office, id)).number === null ? '' : printedNumber('LON', (await loanNow(office, id)).number ?? 0, fiscalYear(2568))))
  })

  it('refuses a second claim, and to be taken back while one is on its way', async () => {
    const id = await aGrantedLoan(office, estimate('100.00', other), { payeeId: await someone() })
    await claimed(office, id)
    const { version } = await loanNow(office, id)
    expect(await said(office.preparer.work((work) => claimLoan(work, id, version)))).toBe(loanText.errors.claimed)
    expect(await said(office.head.work((work) => revokeLoan(work, id, { version, reason: 'งดโครงการ' })))).toBe(loanText.errors.claimed)
  })
})

describe('S34: cleared with cash left', () => {
  it('books the vouchers and the cash against the contract, and the line is used by what was spent', async () => {
    const before = await available(other)
    const id = await aPaidLoan('60000.00', { line: other })
    const clearing = await filed(id, [voucher('52400.00', other)])
    await cleared(clearing)
    const { voucherId } = await clearingNow(clearing)
    expect(await linesOf(office.head, office.organisationId, voucherId ?? '')).toEqual(journalOf('S34', 0))
    expect(standingOf(await loanNow(office, id), clearingDate)).toBe('partly')
    const returned = await returnedCash(office, id, { amount: '7600.00', on: clearingDate })
    expect(await linesOf(office.head, office.organisationId, returned)).toEqual(journalOf('S34', 1))
    const loan = await loanNow(office, id)
    expect([formatMoney(loan.balance), standingOf(loan, today)]).toEqual(['0.00', 'cleared'])
    expect(await office.head.read((read) => findReturnable(read, loan))).toBe(baht('7600.00'))
    await settled(id)
    expect(Number((await available(other)).replaceAll(',', ''))).toBeCloseTo(Number(before.replaceAll(',', '')) - 52400)
    expect(await said(settled(id))).toBe(loanText.errors.nothingBack)
    await office.head.work((work) => reverseVoucher(work, returned, { reason: 'รับคืนผิดสัญญา', documentDate: clearingDate }))
    expect(await office.head.read(async (read) => findReturnable(read, await loanNow(office, id)))).toBe(baht('-7600.00'))
    await settled(id)
    expect(Number((await available(other)).replaceAll(',', ''))).toBeCloseTo(Number(before.replaceAll(',', '')) - 60000)
    expect(await said(settled(id))).toBe(loanText.errors.nothingBack)
  })

  it('money back in its year is told to the budget also after 30 September, money of the next year never', async () => {
    const id = await aPaidLoan('1000.00', { line: other })
    await returnedCash(office, id, { amount: '300.00', on: clearingDate })
    db.clock.set(instant('2025-11-12T05:00:00.000Z'))
    await office.accountant.work((work) => openFiscalYear(work, fiscalYear(2569)))
    await returnedCash(office, id, { amount: '200.00', on: calendarDate('2025-11-10') })
    expect(await office.head.read(async (read) => findReturnable(read, await loanNow(office, id)))).toBe(baht('300.00'))
    const before = await available(other)
    await settled(id)
    expect(Number((await available(other)).replaceAll(',', ''))).toBeCloseTo(Number(before.replaceAll(',', '')) + 300)
    expect(await said(settled(id))).toBe(loanText.errors.nothingBack)
    db.clock.set(instant('2025-09-12T05:00:00.000Z'))
  })

  it('vouchers of another line move what was paid there, when it has it available; a reversal moves it back', async () => {
    const id = await aPaidLoan('8000.00', { line: other })
    const [left, there] = [await available(supplies), await available(other)]
    const clearing = await filed(id, [voucher('5000.00', other), voucher('3000.00', supplies, '5104010104.001')])
    await cleared(clearing)
    expect([left, await available(supplies)]).toEqual(['10,000.00', '7,000.00'])
    expect(await available(other)).not.toBe(there)
    await office.head.work((work) => reverseClearing(work, clearing, { version: 2, reason: 'ใบสำคัญผิดรายการ' }))
    expect([await available(supplies), await available(other)]).toEqual([left, there])
    expect(await loanNow(office, id)).toMatchObject({ balance: baht('8000.00') })
  })

  it('vouchers are not taken while the money, which came back, waits to go out again; paid anew they are', async () => {
    const id = await aGrantedLoan(office, estimate('3000.00', other), { payeeId: await someone() })
    const claim = await claimed(office, id)
    const payment = await paidOut(office, claim, calendarDate('2025-02-05'))
    const waiting = await filed(id, [voucher('1000.00', other)])
    await bounced(office, payment, clearingDate)
    expect(await said(filed(id, [voucher('500.00', other)]))).toBe(loanText.errors.moneyBack)
    expect(await said(cleared(waiting))).toBe(loanText.errors.moneyBack)
    await posted(office, [claim], { paymentDate: clearingDate, channel: 'withdrawal' })
    await cleared(waiting)
    expect(await loanNow(office, id)).toMatchObject({ balance: baht('2000.00') })
  })

  it('E_BUDGET: not more than the other line has', async () => {
    const id = await aPaidLoan('20000.00', { line: other })
    const clearing = await filed(id, [voucher('20000.00', supplies, '5104010104.001')])
    expect(await said(cleared(clearing))).toMatch(/10,000\.00 บาท ขอใช้ 20,000\.00 บาท/)
    expect((await clearingNow(clearing)).state).toBe('submitted')
  })
})

describe('S35: spent more than lent', () => {
  it('pays the loan back and claims the rest for the borrower', async () => {
    const id = await aPaidLoan('42000.00', { line: other })
    const clearing = await filed(id, [voucher('40000.00', other), voucher('5318.50', other)])
    await cleared(clearing)
    const { voucherId, settled: paidBack, version } = await clearingNow(clearing)
    expect(paidBack).toBe(baht('42000.00'))
    const spent = await linesOf(office.head, office.organisationId, voucherId ?? '')
    expect(spent.filter(([side]) => side === 'C')).toEqual(journalOf('S35', 0).filter(([side]) => side === 'C'))
    expect(standingOf(await loanNow(office, id), today)).toBe('cleared')
    await office.preparer.work((work) => claimExcess(work, clearing, version))
    const [claim] = await office.head.read((read) => findClaimsOf(read, { kind: 'clearing', id: clearing }))
    expect(claim).toMatchObject({ kind: 'C1', gross: baht('3318.50') })
    await carriedThrough(office, claim?.id ?? '')
    const { payableVoucherId } = await claimNow(office, claim?.id ?? '')
    expect(await linesOf(office.head, office.organisationId, payableVoucherId ?? '')).toEqual(journalOf('S35', 1))
    const payment = await paymentNow(office, await posted(office, [claim?.id ?? ''], { paymentDate: today, channel: 'cheque' }))
    expect(await linesOf(office.head, office.organisationId, payment.voucherId ?? '')).toEqual(journalOf('S35', 2))
    expect(await said(office.preparer.work((work) => claimExcess(work, clearing, version + 1)))).toBe(loanText.errors.claimed)
    expect(await said(office.head.work((work) => reverseClearing(work, clearing, { version: version + 1, reason: 'ผิด' })))).toBe(clearingText.errors.excessClaimed)
  })
})

describe('S36: overdue', () => {
  it('is listed with its days, and lends nothing more to the borrower (E_LOAN_OUTSTANDING)', async () => {
    const payeeId = await someone()
    const id = await aGrantedLoan(office, estimate('30000.00', other), { payeeId })
    await paidOut(office, await claimed(office, id), calendarDate('2025-08-11'))
    const loan = await loanNow(office, id)
    expect([loan.dueOn, daysLate(loan, today), standingOf(loan, today)]).toEqual(['2025-09-10', 2, 'overdue'])
    const second = await aLoanDraft(office, estimate('500.00', other), { payeeId })
    const told = await said(office.preparer.work((work) => submitLoan(work, second, 1)))
    expect(told).toContain(acceptance.messages_th.E_LOAN_OUTSTANDING)
    expect(told).toContain('30,000.00')
    await office.head.work((work) => postLines(work, {
      type: 'JV', documentDate: today, source: { kind: 'payment', id: '8001' }, event: 'pay', description: 'หักเงินเดือน', preparedBy: office.preparer.officer.userId,
      lines: [{ side: 'D', accountCode: '1101030101.001', subKey: office.current, amount: baht('10000.00') }, { side: 'C', accountCode: '1102010102.001', subKey: `LON${id}`, amount: baht('10000.00') }],
    }))
    expect((await loanNow(office, id)).balance).toBe(baht('20000.00'))
  })

  it('two requests of one borrower at one moment: one passes', async () => {
    const payeeId = await someone()
    const ids = [await aLoanDraft(office, estimate('100.00', other), { payeeId }), await aLoanDraft(office, estimate('100.00', other), { payeeId })]
    const told = await Promise.all(ids.map((id) => said(office.preparer.work((work) => submitLoan(work, id, 1)))))
    expect(told.filter((each) => each === 'nothing')).toHaveLength(1)
    expect(told.find((each) => each !== 'nothing')).toContain(acceptance.messages_th.E_LOAN_OUTSTANDING)
  })
})

describe('S37: more than is owed', () => {
  it('E_SUBLEDGER_NEG: cash beyond the balance is refused by the register', async () => {
    const id = await aPaidLoan('5000.00', { line: other })
    expect(await said(returnedCash(office, id, { amount: '5000.01', on: clearingDate }))).toContain(acceptance.messages_th.E_SUBLEDGER_NEG)
  })

  it('two clearings of the last baht: one is posted, the other refused', async () => {
    const id = await aPaidLoan('5000.00', { line: other })
    const ids = [await filed(id, [voucher('5000.00', other)]), await filed(id, [voucher('5000.00', other)])]
    const told = await Promise.all(ids.map((each) => said(cleared(each))))
    expect(told.filter((each) => each === 'nothing')).toHaveLength(1)
    expect(told.find((each) => each !== 'nothing')).toContain(acceptance.messages_th.E_SUBLEDGER_NEG)
    expect((await loanNow(office, id)).balance).toBe(zero)
    expect(await said(filed(id, [voucher('1.00', other)]))).toBe(loanText.errors.notPaid)
  })
})

describe('what is refused', () => {
  it('without consent, by its author, in another state, from another office, on an old page', async () => {
    const draft = await aLoanDraft(office, estimate('100.00', other), { payeeId: await someone(), consents: false })
    expect(await said(office.preparer.work((work) => submitLoan(work, draft, 1)))).toBe(loanText.errors.consent)
    const id = await aSubmittedLoan(office, estimate('100.00', other), { payeeId: await someone() })
    await expect(office.preparer.work((work) => approveLoan(work, id, 2))).rejects.toThrow(Forbidden)
    await expect(office.head.work((work) => approveLoan(work, id, 1))).rejects.toThrow(Conflict)
    await office.head.work((work) => approveLoan(work, id, 2))
    await expect(office.preparer.work((work) => submitLoan(work, id, 3))).rejects.toThrow(Conflict)
    const stranger = await aSpendingOffice(db, { year: fiscalYear(2568) })
    await expect(stranger.head.work((work) => revokeLoan(work, id, { version: 3, reason: 'x' }))).rejects.toThrow(NotFound)
  })

  it('a clearing before the money, tomorrow, or by the same hands', async () => {
    const id = await aPaidLoan('100.00', { line: other })
    const on = (day: string) => said(office.preparer.work((work) => createClearing(work, {
      loanId: id, clearingDate: calendarDate(day), receiptReference: '', remark: '', lines: [voucher('10.00', other)], formKey: crypto.randomUUID() })))
    expect([await on('2025-02-04'), await on('2025-09-13')]).toEqual([clearingText.errors.before, clearingText.errors.future])
    const own = await office.head.work((work) => createClearing(work, {
      loanId: id, clearingDate, receiptReference: '', remark: '', lines: [voucher('10.00', other)], formKey: crypto.randomUUID() }))
    expect(await said(cleared(own))).toBe(acceptance.messages_th.E_SOD)
  })
})

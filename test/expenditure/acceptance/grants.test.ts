// S49: a grant is revenue as far as it is paid out, by the side of the payment; and back, when the payment is reversed.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { allocateGrant, createGrant, notifyGrant, receiveGrant } from '../../../src/budget/index.ts'
import { grantRegisterPaths as paths } from '../../../src/expenditure/expenditure.paths.ts'
import { findGrants, sumAdvances } from '../../../src/expenditure/grant-register/grant-register.repository.ts'
import { heldOf } from '../../../src/expenditure/grant-register/grant-register.ts'
import { grantRegisterText } from '../../../src/expenditure/grant-register.text.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { approveClearing, createClearing, reverseClearing } from '../../../src/expenditure/clearing/clearing.service.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { balanceOn, postLines } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { NotFound } from '../../../src/platform/errors.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { anApprovedClaim, aPayingOffice, posted } from '../payment/paying.ts'
import { aGrantedLoan, claimed, paidOut } from '../loan/loans.ts'
import { aPayee } from '../world.ts'
import { journalOf, linesOf } from './acceptance.ts'

const db = await testDatabase(instant('2025-06-10T05:00:00.000Z'))
const office = await aPayingOffice(db, { year: fiscalYear(2568), on: calendarDate('2025-03-01') })
await anEnactedBudget(office, [{ code: '5320100', amount: '1000.00' }])
const [advance, happenedOn] = ['2103010102.001', calendarDate('2025-03-12')]

async function aGrantLine(letterNumber = 'มท 1'): Promise<{ key: string; line: string }> {
  const id = await office.clerk.work((work) => createGrant(work, {
    formKey: randomUUID(), documentDate: happenedOn, title: 'เครื่องสูบน้ำพลังงานแสงอาทิตย์', reason: 'สูบน้ำเพื่อการเกษตร', agency: 'กรมส่งเสริมการปกครองท้องถิ่น', letterNumber, letterDate: happenedOn,
    total: baht('300000.00'), source: '3002', spendBy: calendarDate('2025-09-30'),
    lines: [{ department: '', task: '00312', code: '5410600', title: 'เครื่องสูบน้ำ', explanation: '', plan: '', amount: '300,000.00' }],
  }))
  await office.clerk.work((work) => notifyGrant(work, id, 1))
  await office.head.work((work) => allocateGrant(work, id, { version: 2, happenedOn }))
  await office.clerk.work((work) => receiveGrant(work, id, { version: 3, happenedOn, amount: baht('300000.00'), reference: 'RV-00001/68' }))
  const { key } = await db.owner('sub_ledger_keys').where({ organisation_id: office.organisationId, kind: 'grant', register_id: id }).first('key')
  const { id: line } = await db.owner('budget_lines').where({ organisation_id: office.organisationId, fund_document_id: id }).first('id')
  return { key, line }
}

const { key, line } = await aGrantLine()
const held = async () => formatMoney(await office.head.read((read) => balanceOn(read, { organisationId: office.organisationId, accountCode: advance, subKey: key, until: read.today })))
const recognitions = () => db.owner('vouchers').where({ organisation_id: office.organisationId, event: 'grant.recognised' }).orderBy('id').pluck('id')

it('the payment of a grant line makes its advance income, line by line as S49 has it; a reversal takes it back', async () => {
  await office.head.work((work) => postLines(work, {
    type: 'RV', event: 'test.received', documentDate: happenedOn, source: { kind: 'test', id: '1' }, description: 'รับเงินอุดหนุน', preparedBy: office.accountant.officer.userId,
    lines: [{ side: 'D', accountCode: '1101030102.001', subKey: office.savings, amount: baht('300000.00') }, { side: 'C', accountCode: advance, subKey: key, amount: baht('300000.00') }],
  }))
  const claimId = await anApprovedClaim(office, line, '298000.00', { kind: 'C10', claimDate: calendarDate('2025-05-06'), lines: [{
    budgetLineId: line, accountCode: '1206050102.001', amount: baht('298000.00'), subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, description: '', source: null,
  }] })
  const payment = await posted(office, [claimId], { paymentDate: calendarDate('2025-05-20') })
  const [voucher = ''] = await recognitions()
  expect(await linesOf(office.head, office.organisationId, voucher)).toEqual(journalOf('S49', 4))
  expect(await held()).toBe('2,000.00')
  await office.head.work((work) => reversePayment(work, payment, { version: 2, reason: 'จ่ายผิดราย' }))
  expect(await held()).toBe('300,000.00')
  await posted(office, [claimId], { paymentDate: calendarDate('2025-06-10') })
  expect([await held(), (await recognitions()).length]).toEqual(['2,000.00', 2])
})

it('the register of grants tells of the notice what came in, was spent, became income and goes back, and agrees with the account on any day', async () => {
  const asked = { organisationId: office.organisationId, advance, search: '' }
  const on = async (until: string) => {
    const day = calendarDate(until)
    const [grant] = await office.head.read((read) => findGrants(read, { ...asked, day }))
    if (grant === undefined) throw new Error('the notice was expected')
    const { budget, received, paid, recognised, returned } = grant
    expect(await office.head.read((read) => sumAdvances(read, { ...asked, day }))).toBe(heldOf(grant))
    return [budget, received, paid, recognised, returned, heldOf(grant)].map(formatMoney)
  }
  expect(await on('2025-03-31')).toEqual(['300,000.00', '300,000.00', '298,000.00', '0.00', '0.00', '300,000.00'])
  expect(await on('2025-06-10')).toEqual(['300,000.00', '300,000.00', '298,000.00', '298,000.00', '0.00', '2,000.00'])
  await office.head.work((work) => postLines(work, {
    type: 'JV', event: 'journal.posted', documentDate: calendarDate('2025-06-10'), source: { kind: 'journal', id: '49' }, description: 'ส่งคืนเงินเหลือจ่าย', preparedBy: office.accountant.officer.userId,
    lines: [{ side: 'D', accountCode: advance, subKey: key, amount: baht('2000.00') }, { side: 'C', accountCode: '2104010101.001', amount: baht('2000.00') }],
  }))
  expect((await on('2025-06-10')).slice(-2)).toEqual(['2,000.00', '0.00'])
})

it('the register is a page, a paper and a file; a notice that is not meant is not in it, and another office has none', async () => {
  const desk = atDesk(db, office.head.officer, expenditureRoutes)
  expect(seen((await desk.get(paths.list)).html)).toMatch(/GRN-\d+\/68 เครื่องสูบน้ำพลังงานแสงอาทิตย์ 300,000\.00 300,000\.00 298,000\.00 298,000\.00 2,000\.00/)
  expect(seen((await desk.get(`${paths.list}?search=ถนน`)).html)).toContain(grantRegisterText.empty)
  expect(seen((await desk.get(`${paths.list}?day=31/02/2568`)).html)).toContain(grantRegisterText.errors.date)
  expect(seen((await desk.get(`${paths.list}/print`)).html)).toContain('เครื่องสูบน้ำพลังงานแสงอาทิตย์')
  const other = await aPayingOffice(db, { year: fiscalYear(2568), on: calendarDate('2025-03-01') })
  const elsewhere = atDesk(db, other.head.officer, expenditureRoutes)
  expect(seen((await elsewhere.get(paths.list)).html)).toContain(grantRegisterText.empty)
  await expect(elsewhere.get(`${paths.list}?organisation=${office.organisationId}`)).rejects.toThrow(NotFound)
})

it('what is lent of a grant is not spent: its advance becomes income by the vouchers that clear the loan, and goes back with them', async () => {
  const grant = await aGrantLine('มท 2')
  const advanceOf = async () => formatMoney(await office.head.read((read) => balanceOn(read, { organisationId: office.organisationId, accountCode: advance, subKey: grant.key, until: read.today })))
  await office.head.work((work) => postLines(work, {
    type: 'RV', event: 'test.received', documentDate: happenedOn, source: { kind: 'test', id: '2' }, description: 'รับเงินอุดหนุน', preparedBy: office.accountant.officer.userId,
    lines: [{ side: 'D', accountCode: '1101030102.001', subKey: office.savings, amount: baht('300000.00') }, { side: 'C', accountCode: advance, subKey: grant.key, amount: baht('300000.00') }],
  }))
  const loanDate = calendarDate('2025-05-06')
  const loan = await aGrantedLoan(office, [{ budgetLineId: grant.line, description: 'อบรมผู้ใช้เครื่องสูบน้ำ', amount: baht('5000.00') }], { payeeId: await aPayee(office, 'นายยืม เงินอุดหนุน', 'individual'), loanDate })
  await paidOut(office, await claimed(office, loan), calendarDate('2025-05-20'))
  expect(await advanceOf()).toBe('300,000.00')
  const clearing = await office.preparer.work((work) => createClearing(work, {
    loanId: loan, clearingDate: calendarDate('2025-06-02'), receiptReference: '', remark: '', formKey: randomUUID(), lines: [{ budgetLineId: grant.line, accountCode: '5102010199.001', description: 'ค่าวิทยากร', amount: baht('4200.00') }],
  }))
  await office.head.work((work) => approveClearing(work, clearing, 1))
  expect(await advanceOf()).toBe('295,800.00')
  await office.head.work((work) => reverseClearing(work, clearing, { version: 2, reason: 'ใบสำคัญผิดรายการ' }))
  expect(await advanceOf()).toBe('300,000.00')
})

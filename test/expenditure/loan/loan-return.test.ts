// Money an officer gives back of a loan is free in the budget by the receipt itself, and taken again with it (S34, §1.6, §1.8).
import { describe, expect, it } from 'vitest'
import { getAvailable } from '../../../src/budget/index.ts'
import { approveClearing, createClearing, findReturnable } from '../../../src/expenditure/clearing/clearing.service.ts'
import { cashOf } from '../../../src/expenditure/loan/loan.view.ts'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant, type CalendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney, zero } from '../../../src/platform/money.ts'
import { confirmSummary, reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { issueFor } from '../../receipts/lao.ts'
import { aPerson, prepare, receivedSlip, type School } from '../../receipts/school.ts'
import { testDatabase, testNow } from '../../support/database.ts'
import { organisation } from '../../support/world.ts'
import { aPayingOffice } from '../payment/paying.ts'
import { aPayee } from '../world.ts'
import { aGrantedLoan, claimed, loanNow, paidOut } from './loans.ts'

const db = await testDatabase()
const [today, lentOn] = [calendarDate('2026-11-20'), calendarDate('2026-11-10')]
const office = await aPayingOffice(db, { code: '4200103', on: calendarDate('2026-11-01') })
const town = await organisation(db, '4200103')
const counter: School = { organisation: town, lao: town, bankAccountId: office.current, finance: office.finance, clerk: await aPerson(db, town, ['LAO_REVENUE']), head: office.head }
const [use = '', food = '', spare = '', short = ''] = await anEnactedBudget(office, [
  { code: '5320100', amount: '420000.00', title: 'โครงการอบรม' }, { code: '5320100', amount: '90000.00', title: 'ค่าอาหารโครงการ' }, { code: '5330100', amount: '1000.00', title: 'วัสดุ' },
  { code: '5320100', amount: '5000.00', title: 'โครงการที่ต้องใช้จ่ายภายในกำหนด', until: calendarDate('2026-11-15') },
])
let next = 1
const left = async (line: string) => formatMoney((await office.head.read((read) => getAvailable(read, [line], today))).get(line) ?? zero)

async function aPaidLoan(lines: Readonly<Record<string, string>>): Promise<string> {
  const payeeId = await aPayee(office, `นายคืน เงินยืม ${next++}`, 'individual')
  const id = await aGrantedLoan(office, Object.entries(lines).map(([budgetLineId, amount]) => ({ budgetLineId, description: 'โครงการ', amount: baht(amount) })), { payeeId, loanDate: calendarDate('2026-11-05') })
  await paidOut(office, await claimed(office, id), lentOn)
  return id
}

async function cleared(loanId: string, budgetLineId: string, amount: string): Promise<void> {
  const vouchers = [{ budgetLineId, accountCode: '5102010199.001', description: 'บก.1/2570', amount: baht(amount) }]
  const id = await office.preparer.work((work) => createClearing(work, { loanId, clearingDate: today, receiptReference: '', remark: '', lines: vouchers, formKey: crypto.randomUUID() }))
  await office.head.work((work) => approveClearing(work, id, 1))
}

/** By a receipt at the counter, summed up and confirmed: the id of the summary. */
async function givenBack(loans: Readonly<Record<string, string>>, on: CalendarDate): Promise<string> {
  const receiptIds: string[] = []
  for (const [loan, amount] of Object.entries(loans)) receiptIds.push(await issueFor(counter.clerk, 'DB11', { amount, key: `LON${loan}` }))
  await receivedSlip(counter, { receiptIds, date: on })
  const id = await prepare(office.finance, on)
  await office.head.work((work) => confirmSummary(work, id, 1))
  return id
}

const undone = (id: string) => office.head.work((work) => reverseSummary(work, id, { version: 2, reason: 'สรุปผิดวัน' }))
const untold = async (loan: string) => office.head.read(async (read) => findReturnable(read, await loanNow(office, loan)))

describe('cash that a borrower gives back', () => {
  it('gives the line its money with the confirmation of the receipt, and takes it again with its reversal: nobody presses anything (S34)', async () => {
    const loan = await aPaidLoan({ [use]: '60000.00' })
    await cleared(loan, use, '52400.00')
    expect(await left(use)).toBe('360,000.00')
    const summary = await givenBack({ [loan]: '7600.00' }, today)
    expect([await left(use), await untold(loan)]).toEqual(['367,600.00', zero])
    const now = await loanNow(office, loan)
    expect([now.balance, now.vouched, cashOf(now)]).toEqual([zero, baht('52400.00'), baht('7600.00')])
    await undone(summary)
    expect([await left(use), await untold(loan), cashOf(await loanNow(office, loan))]).toEqual(['360,000.00', zero, zero])
    expect((await loanNow(office, loan)).balance).toBe(baht('7600.00'))
  })

  it('goes to the lines that no voucher has accounted for', async () => {
    db.clock.set(instant('2026-11-21T05:00:00.000Z'))
    const before = [await left(use), await left(food)]
    const loan = await aPaidLoan({ [use]: '1000.00', [food]: '2000.00' })
    await cleared(loan, use, '900.00')
    await givenBack({ [loan]: '2100.00' }, calendarDate('2026-11-21'))
    const used = [baht(before[0]?.replaceAll(',', '') ?? '') - baht((await left(use)).replaceAll(',', '')), baht(before[1]?.replaceAll(',', '') ?? '') - baht((await left(food)).replaceAll(',', ''))]
    expect(used).toEqual([baht('900.00'), zero])
  })

  it('is not taken from a line that has spent it since: the reversal is refused', async () => {
    db.clock.set(instant('2026-11-22T05:00:00.000Z'))
    const loan = await aPaidLoan({ [spare]: '1000.00' })
    const summary = await givenBack({ [loan]: '1000.00' }, calendarDate('2026-11-22'))
    expect(await left(spare)).toBe('1,000.00')
    await aPaidLoan({ [spare]: '600.00' })
    await expect(undone(summary)).rejects.toThrow(/400\.00/)
    expect((await loanNow(office, loan)).balance).toBe(zero)
  })

  it('holds up no day when the last day of its line is over: it is no new use of the line, which takes no new claim', async () => {
    db.clock.set(instant('2026-11-24T05:00:00.000Z'))
    const loan = await aPaidLoan({ [short]: '2000.00' })
    const summary = await givenBack({ [loan]: '500.00' }, calendarDate('2026-11-24'))
    expect([await left(short), (await loanNow(office, loan)).balance]).toEqual(['3,500.00', baht('1500.00')])
    await undone(summary)
    expect([await left(short), (await loanNow(office, loan)).balance]).toEqual(['3,000.00', baht('2000.00')])
  })

  it('after 30 September belongs to no line of the year it was lent in', async () => {
    db.clock.set(instant('2026-11-23T05:00:00.000Z'))
    const loan = await aPaidLoan({ [use]: '500.00' })
    const before = await left(use)
    db.clock.set(instant('2027-10-20T05:00:00.000Z'))
    await office.accountant.work((work) => openFiscalYear(work, fiscalYear(2571)))
    const summary = await givenBack({ [loan]: '500.00' }, calendarDate('2027-10-20'))
    expect([await left(use), (await loanNow(office, loan)).balance]).toEqual([before, zero])
    await undone(summary)
    expect(await left(use)).toBe(before)
    db.clock.set(testNow)
  })
})

import { describe, expect, it } from 'vitest'
import { findClaimsOf } from '../../../src/expenditure/claim/claim.repository.ts'
import { getClearing } from '../../../src/expenditure/clearing/clearing.repository.ts'
import { approveClearing, claimExcess, claimExcessOn, createClearing } from '../../../src/expenditure/clearing/clearing.service.ts'
import { clearingText } from '../../../src/expenditure/clearing.text.ts'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase, testNow } from '../../support/database.ts'
import { aGrantedLoan, claimed, paidOut } from '../loan/loans.ts'
import { aPayingOffice, saidBy } from '../payment/paying.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { clearingPaths, loanPaths } from '../../../src/expenditure/loan.paths.ts'
import { aFile } from '../../receipts/school.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aPayee, submitted } from '../world.ts'

const db = await testDatabase()
const [year, next] = [fiscalYear(2570), fiscalYear(2571)]
const training = { code: '5320100', amount: '100000.00', title: 'โครงการฝึกอบรม' }

/** Lent in 2570, vouchers of December 2570 for 500.00 more: what is over is claimed in 2571. */
async function aLateClearing() {
  db.clock.set(testNow)
  const office = await aPayingOffice(db, { year, on: calendarDate('2026-11-02') })
  const [line = ''] = await anEnactedBudget(office, [training])
  const loan = await aGrantedLoan(office, [{ budgetLineId: line, description: 'โครงการ', amount: baht('1000.00') }], { payeeId: await aPayee(office, 'นายยืม', 'individual'), loanDate: calendarDate('2026-11-05') })
  await paidOut(office, await claimed(office, loan), calendarDate('2026-11-10'))
  db.clock.set(instant('2027-12-10T05:00:00.000Z'))
  await office.accountant.work((work) => openFiscalYear(work, next))
  const [now = ''] = await anEnactedBudget({ ...office, fiscalYear: next }, [training, { code: '5330100', amount: '5000.00', title: 'วัสดุสำนักงาน' }])
  const vouchers = [{ budgetLineId: line, accountCode: '5104010112.001', description: 'บก.1/2571 ค่าวิทยากร', amount: baht('1500.00') }]
  const id = await office.preparer.work((work) => createClearing(work, { loanId: loan, clearingDate: calendarDate('2027-12-08'), receiptReference: '', remark: '', lines: vouchers, formKey: crypto.randomUUID() }))
  await office.head.work((work) => approveClearing(work, id, 1))
  const { version } = await office.head.read((read) => getClearing(read, office.organisationId, id))
  return { office, id, version, line, now }
}

describe('the vouchers of a loan, on paper', () => {
  it('are brought to the clearing while it waits and stay once it is approved; the contract takes what comes late', async () => {
    db.clock.set(testNow)
    const office = await aPayingOffice(db, { year, on: calendarDate('2026-11-02') })
    const [line = ''] = await anEnactedBudget(office, [training])
    const loan = await aGrantedLoan(office, [{ budgetLineId: line, description: 'โครงการ', amount: baht('1000.00') }], { payeeId: await aPayee(office, 'นายยืม', 'individual'), loanDate: calendarDate('2026-11-05') })
    await paidOut(office, await claimed(office, loan), calendarDate('2026-11-10'))
    const vouchers = [{ budgetLineId: line, accountCode: '5104010112.001', description: 'บก.1', amount: baht('600.00') }]
    const id = await office.preparer.work((work) => createClearing(work, { loanId: loan, clearingDate: calendarDate('2026-11-18'), receiptReference: '', remark: '', lines: vouchers, formKey: crypto.randomUUID() }))
    const desk = atDesk(db, office.preparer.officer, expenditureRoutes)
    const removal = async () => /action="([^"]+[/]attachments[/][0-9]+[/]remove)"/.exec((await desk.get(clearingPaths.show(id))).html)?.[1] ?? ''
    await desk.post(clearingPaths.attach(id), {}, [aFile])
    const remove = await removal()
    await office.head.work((work) => approveClearing(work, id, 1))
    expect(await removal()).toBe('')
    expect(seen((await desk.post(remove)).html)).toContain(documentsText.attachments.kept)
    await desk.post(clearingPaths.attach(id), {}, [aFile])
    await desk.post(loanPaths.attach(loan), {}, [aFile])
    expect(seen((await desk.get(loanPaths.show(loan))).html)).toContain(aFile.name)
  })
})

describe('what was spent beyond a loan of last year', () => {
  it('is claimed on a line of this year that the clerk names, and its budget holds it (S35, §1.11)', async () => {
    const { office, id, version, now } = await aLateClearing()
    const claimOn = (typed: string) => saidBy(office.preparer.work((work) => claimExcessOn(work, id, { version, line: typed })))
    expect(await saidBy(office.preparer.work((work) => claimExcess(work, id, version)))).toBe(clearingText.errors.yearOver)
    expect(await claimOn('วัสดุสำนักงาน')).toBe(clearingText.errors.otherItem)
    expect(await claimOn('รายการที่ไม่มี')).not.toBe('nothing')
    expect(await office.head.read((read) => findClaimsOf(read, { kind: 'clearing', id }))).toEqual([])
    expect(await claimOn('โครงการฝึกอบรม')).toBe('nothing')
    const [claim] = await office.head.read((read) => findClaimsOf(read, { kind: 'clearing', id }))
    await submitted(office, claim?.id ?? '')
    expect(await db.owner('budget_holds').where({ organisation_id: office.organisationId, holder_kind: 'claim', holder_id: claim?.id }).select('line_id', 'amount')).toEqual([{ line_id: now, amount: '500.00' }])
    expect(await claimOn('โครงการฝึกอบรม')).not.toBe('nothing')
  })
})

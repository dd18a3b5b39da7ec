// A run is paid with the last of its claims, also when money of one of them came back in between (P27).
import { expect, it } from 'vitest'
import { documentsText, findTrail } from '../../../src/documents/index.ts'
import { employerPart } from '../../../src/expenditure/pay-run-claims/pay-run-claims.ts'
import { approveRun, refreshRun, submitRun } from '../../../src/expenditure/pay-run/pay-run.service.ts'
import { figuresOf } from '../../../src/expenditure/pay-run/pay-run.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, declareSmall, organisation } from '../../support/world.ts'
import { aGrantedLoan, claimed, paidOut } from '../loan/loans.ts'
import { aPayingOffice, bounced, paymentNow, posted } from '../payment/paying.ts'
import { aPayee, carriedThrough } from '../world.ts'
import { aCreditor, anEmployee, aRun, claimsOfRun, keptBack, runNow, wage, withPayroll } from './payrolls.ts'

const [month, payDate] = [calendarDate('2024-10-01'), calendarDate('2024-10-28')]
const db = await testDatabase(instant('2024-10-28T05:00:00.000Z'))
const office = await withPayroll(await aPayingOffice(db, { year: fiscalYear(2568), on: month }))
const [wages = '', , training = ''] = await anEnactedBudget(office, [{ code: '5220600', amount: '1200000.00' }, { code: '5110300', amount: '60000.00' }, { code: '5320300', amount: '500000.00' }])
await aCreditor(office, 'SSO', 'สำนักงานประกันสังคม')

it('a claim whose money came back is paid in the books: the run does not wait for it, and is told nothing when it is paid anew', async () => {
  await anEmployee(office, 'พนักงานจ้าง', { kind: 'general', isInsured: true, pays: [wage(wages, '15000.00')] })
  const id = await aRun(office, { month, payDate })
  const claims = await claimsOfRun(office, id)
  const ids = new Map<boolean, string>()
  for (const { part, claimId } of claims) ids.set(part === employerPart, await carriedThrough(office, claimId))
  const [pay = '', employer = ''] = [ids.get(false), ids.get(true)]
  await bounced(office, await posted(office, [pay], { paymentDate: payDate }), payDate)
  expect((await runNow(office, id)).state).toBe('approved')
  await posted(office, [employer], { paymentDate: payDate })
  expect((await runNow(office, id)).state).toBe('paid')
  expect(await paymentNow(office, await posted(office, [pay], { paymentDate: payDate }))).toMatchObject({ state: 'posted' })
  expect((await runNow(office, id)).state).toBe('paid')
})

it('a loan whose money came back is not kept back from the pay until it is paid anew', async () => {
  const payeeId = await aPayee(office, 'นายยืม', 'individual')
  const loan = await aGrantedLoan(office, [{ budgetLineId: training, description: 'โครงการ', amount: baht('3000.00') }], { payeeId, loanDate: calendarDate('2024-10-02') })
  const claim = await claimed(office, loan)
  await bounced(office, await paidOut(office, claim, calendarDate('2024-10-03')), calendarDate('2024-10-04'))
  await anEmployee(office, 'นายยืม', { payeeId, pays: [wage(wages, '12000.00')], deductions: [keptBack('LOAN', '1000.00', { loanId: loan })] })
  const keptFrom = async (id: string) => (await runNow(office, id)).persons.filter((person) => person.name === 'นายยืม').map((person) => formatMoney(figuresOf(person).deducted))
  const id = await aRun(office, { month: calendarDate('2024-11-01'), payDate })
  expect(await keptFrom(id)).toEqual(['0.00'])
  await posted(office, [claim], { paymentDate: calendarDate('2024-10-07') })
  const { version } = await runNow(office, id)
  await office.payroll.work((work) => refreshRun(work, id, version))
  expect(await keptFrom(id)).toEqual(['1,000.00'])
})

it('a run is approved by another than who made it, in a small unit by the same, which the trail keeps', async () => {
  const own = await withPayroll(await aPayingOffice(db, { year: fiscalYear(2568), on: month }))
  const [line = ''] = await anEnactedBudget(own, [{ code: '5220600', amount: '1200000.00' }])
  const { code } = await db.owner('organisations').where({ id: own.organisationId }).first('code')
  const officer = await anOfficer(db, { at: await organisation(db, code), groups: ['LAO_PAYROLL', 'LAO_FIN_HEAD'] })
  const alone = { officer, ...asOfficer(db, officer) }
  await anEmployee(own, 'นายเดียว', { pays: [wage(line, '15000.00')] })
  const id = await aRun({ ...own, payroll: alone }, { month, payDate })
  await alone.work((work) => submitRun(work, id, 1))
  const approve = () => alone.work((work) => approveRun(work, id, 2))
  await expect(approve()).rejects.toThrow(new RuleBroken(documentsText.samePerson))
  await declareSmall(db, officer)
  await approve()
  expect((await runNow(own, id)).state).toBe('approved')
  expect((await alone.read((read) => findTrail(read, own.organisationId, { kind: 'pay-run', id }))).find((event) => event.code === 'DOC_APPROVE')?.after).toMatchObject({ signedAlone: true })
})

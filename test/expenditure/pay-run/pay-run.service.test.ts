// A run is paid with the last of its claims, also when money of one of them came back in between (P27).
import { expect, it } from 'vitest'
import { employerPart } from '../../../src/expenditure/pay-run-claims/pay-run-claims.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { aPayingOffice, bounced, paymentNow, posted } from '../payment/paying.ts'
import { carriedThrough } from '../world.ts'
import { aCreditor, anEmployee, aRun, claimsOfRun, runNow, wage, withPayroll } from './payrolls.ts'

const [month, payDate] = [calendarDate('2024-10-01'), calendarDate('2024-10-28')]
const db = await testDatabase(instant('2024-10-28T05:00:00.000Z'))
const office = await withPayroll(await aPayingOffice(db, { year: fiscalYear(2568), on: month }))
const [wages = ''] = await anEnactedBudget(office, [{ code: '5220600', amount: '1200000.00' }, { code: '5110300', amount: '60000.00' }])
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

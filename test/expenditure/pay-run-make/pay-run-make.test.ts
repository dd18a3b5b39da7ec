// The people of a month of pay out of the register.
import { expect, it } from 'vitest'
import { payRunText } from '../../../src/expenditure/pay-run.text.ts'
import { makeFromRegister } from '../../../src/expenditure/pay-run-make/pay-run-make.service.ts'
import { calendarDate as day, fiscalYear } from '../../../src/platform/dates.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { aPayingOffice } from '../payment/paying.ts'
import { anEmployee, wage, withPayroll } from '../pay-run/payrolls.ts'
import { aPayee } from '../world.ts'

const db = await testDatabase()
const office = await withPayroll(await aPayingOffice(db, { year: fiscalYear(2570), on: day('2026-11-02') }))
const [officials = ''] = await anEnactedBudget(office, [{ code: '5220100', amount: '900000.00' }])
const madeOf = (month: string) => office.payroll.read((read) => makeFromRegister(read, 'payroll', day(month)))

it('has nobody twice in one kind: neither in the month one entry ends and the next begins', async () => {
  const payeeId = await aPayee(office, 'นางสาวย้าย สังกัด', 'individual')
  const pays = [wage(officials, '30000.00')]
  await anEmployee(office, '', { payeeId, pays, endsOn: day('2026-11-01') })
  await anEmployee(office, '', { payeeId, pays, startsOn: day('2026-11-01') })
  await anEmployee(office, 'นายอยู่ ที่เดิม', { pays })
  expect((await madeOf('2026-11-01')).faults).toEqual([payRunText.errors.ofPerson('นางสาวย้าย สังกัด', payRunText.errors.twice)])
  for (const month of ['2026-10-01', '2026-12-01']) expect([(await madeOf(month)).faults, (await madeOf(month)).persons.length]).toEqual([[], 2])
})

// The people of the pay-roll, and runs of pay carried to their approved claims.
import { employerPart } from '../../../src/expenditure/pay-run-claims/pay-run-claims.ts'
import { type EmployeePay } from '../../../src/expenditure/employee/employee.ts'
import { calendarDate, type CalendarDate } from '../../../src/platform/dates.ts'
import { anEmployee, aRun, claimsOfRun, keptBack, wage } from '../../expenditure/pay-run/payrolls.ts'
import { carriedThrough } from '../../expenditure/world.ts'
import { kept } from './claims.ts'
import { lineOfItem, payeeOf, type World } from './world.ts'

const wages = ['18000.00', '15000.00', '14500.00', '13500.00', '12000.00', '11000.00']

/** The story names the pay of all as base of the tax, so all are taxed; how much each, it leaves open. */
export async function hired(world: World): Promise<void> {
  const { lao } = world
  const pays = (item: string, amount: string): EmployeePay[] => [wage(lineOfItem(world, item).id, amount)]
  const person = (name: string) => payeeOf(world, name, { kind: 'individual' })
  await anEmployee(lao, 'นายก', { kind: 'political', pays: pays('5210100', '45000.00'), deductions: [keptBack('TAX', '250.00')], payeeId: await person('นายกองค์การบริหารส่วนตำบล') })
  await anEmployee(lao, 'ปลัด', {
    pays: pays('5220100', '180000.00'), payeeId: await person('ปลัดองค์การบริหารส่วนตำบล'),
    deductions: [keptBack('TAX', '2400.00'), keptBack('COOP', '28400.00', { creditorId: kept(world, 'COOP') }), keptBack('KYS', '1500.00', { creditorId: kept(world, 'KYS') })],
  })
  for (const amount of wages) await anEmployee(lao, amount, { kind: 'general', isInsured: true, pays: pays('5220600', amount), deductions: [keptBack('TAX', '100.00')], payeeId: await person(`พนักงานจ้าง ${amount}`) })
}

export interface RunClaims {
  readonly pay: string
  readonly employer: string
}

/** The approved claims of the month: pay under what the story calls the batch, the employer's social security under its own. */
export async function run(world: World, { month, payDate, called }: { readonly month: string; readonly payDate: CalendarDate; readonly called: string }): Promise<RunClaims> {
  const { lao, books } = world
  const id = await aRun(lao, { month: calendarDate(`${month}-01`), payDate })
  const claims = await claimsOfRun(lao, id)
  for (const { claimId } of claims) await carriedThrough(lao, claimId)
  const idOf = (isEmployer: boolean) => claims.find(({ part }) => (part === employerPart) === isEmployer)?.claimId ?? ''
  books.name('LAO01', { kind: 'payee', key: `CLM${idOf(false)}` }, `เงินเดือน ${called}`)
  books.name('LAO01', { kind: 'payee', key: world.payees.get(`LAO01 ${socialSecurity}`) ?? '' }, `ประกันสังคมนายจ้าง ${called}`)
  return { pay: idOf(false), employer: idOf(true) }
}

export const socialSecurity = 'สำนักงานประกันสังคม'

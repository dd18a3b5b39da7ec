import { beginInterim } from '../../src/budget/ordinance/ordinance.service.ts'
import { findLines } from '../../src/budget/index.ts'
import { ordinancePaths as paths } from '../../src/budget/ordinance.paths.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { aDraft, councilApproves, propose, reserve, supervisorApproves, walked } from '../budget/ordinance/ordinances.ts'
import { aBudgetOffice, spend, type BudgetOffice } from '../budget/world.ts'
import { type BudgetSamples } from './budget-visits.ts'

const computers = { title: 'วัสดุคอมพิวเตอร์', amount: '5000.00' }

/** Last year's budget goes on, money of one line is spent, and the ordinance that waits to be announced leaves that line out. */
async function leavesALineOut(town: BudgetOffice): Promise<string> {
  await walked(town, await aDraft(town, { year: fiscalYear(2569), revenues: [{ amount: '2000000.00' }], lines: [{ amount: '800000.00' }, computers, reserve] }))
  const interim = await aDraft(town, { kind: 'interim', lines: [{ amount: '800000.00' }, computers, reserve] })
  await town.head.work((work) => beginInterim(work, interim, { version: 1, happenedOn: calendarDate('2026-10-01') }))
  const lines = await town.head.read((read) => findLines(read, { organisationId: town.organisationId, fiscalYear: town.fiscalYear }))
  await spend(town, lines.find(({ title }) => title === computers.title)?.id ?? '', '4500.00', { on: calendarDate('2026-10-05') })
  const ordinance = await aDraft(town, { revenues: [{ amount: '2000000.00' }], lines: [{ amount: '900000.00' }, reserve] })
  await propose(town, ordinance, '2026-10-02')
  await councilApproves(town, ordinance, '2026-10-05')
  await supervisorApproves(town, ordinance, '2026-10-19')
  return ordinance
}

/** The draft is of the town all others look at; what follows an interim budget is of another, whose year has no other budget. */
export const interimSamples: BudgetSamples = async ({ office, signedIn, saensuk }) => {
  const draft = await aDraft(saensuk, { kind: 'interim', year: fiscalYear(2570), lines: [{ amount: '24500000.00' }, reserve] })
  const ordinance = await leavesALineOut(await aBudgetOffice(office, { code: '5200106' }))
  const [head, other] = [() => signedIn('saensuk.head'), () => signedIn('mueang.head')]
  return {
    [paths.stepRoute('begin')]: [{ name: 'last year used for the time being', address: paths.step(draft, 'begin'), as: head }],
    interim: [
      { name: 'the form of an interim budget', address: `${paths.new}?kind=interim`, as: () => signedIn('saensuk.budget') },
      { name: 'an ordinance that leaves out a line in use', address: paths.show(ordinance), as: other },
      { name: 'announcing an ordinance, successors to be chosen', address: paths.step(ordinance, 'enforce'), as: other },
      { name: 'announcing an ordinance, no successor chosen', address: paths.step(ordinance, 'enforce'), as: other, then: (screen) => screen.press('ลงนามและประกาศใช้') },
    ],
  }
}

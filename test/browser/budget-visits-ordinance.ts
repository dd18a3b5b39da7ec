import { ordinancePaths as paths } from '../../src/budget/ordinance.paths.ts'
import { fiscalYear } from '../../src/platform/dates.ts'
import { aDraft, reserve, walked } from '../budget/ordinance/ordinances.ts'
import { type BudgetSamples } from './budget-visits.ts'

const lines = [
  { code: '5220100', title: 'เงินเดือนพนักงาน', amount: '17200000.00' }, { code: '5330100', title: 'วัสดุสำนักงาน', amount: '24500000.00', fromSubsidy: '1500000.00' }, reserve,
]

/** Ordinances of five years, each a step further than the year after it. */
export const ordinanceSamples: BudgetSamples = async ({ signedIn, saensuk }) => {
  const of = (year: number) => aDraft(saensuk, {
    year: fiscalYear(year), revenues: [{ amount: '42000000.00', lastYear: '38500000.00' }], lines, personnelExplanation: 'ปรับอัตราเงินเดือนตามมติคณะรัฐมนตรี',
  })
  const faulty = await aDraft(saensuk, {
    year: fiscalYear(2571), revenues: [{ amount: '900.50', explanation: '' }], lines: [{ code: '5411600', title: 'คอมพิวเตอร์', amount: '46000.50', explanation: '' }],
  })
  const [proposed, council, supervised, enforced] = [await of(2570), await of(2569), await of(2568), await of(2567)]
  await walked(saensuk, proposed, 'propose')
  await walked(saensuk, council, 'council')
  await walked(saensuk, supervised, 'supervise')
  await walked(saensuk, enforced)
  const [clerk, head] = [() => signedIn('saensuk.budget'), () => signedIn('saensuk.head')]
  return {
    [paths.showRoute]: [
      { name: 'an ordinance in draft, with faults', address: paths.show(faulty), as: clerk },
      { name: 'an ordinance before the council', address: paths.show(proposed), as: head },
      { name: 'an ordinance announced', address: paths.show(enforced), as: clerk },
    ],
    [paths.editRoute]: [{ name: 'head and speech of an ordinance', address: paths.edit(faulty), as: clerk }],
    [paths.stepRoute('propose')]: [{ name: 'proposing an ordinance', address: paths.step(faulty, 'propose'), as: clerk }],
    [paths.stepRoute('cancel')]: [{ name: 'giving up a draft ordinance', address: paths.step(faulty, 'cancel'), as: clerk }],
    [paths.stepRoute('council')]: [{ name: 'recording what the council decided', address: paths.step(proposed, 'council'), as: head }],
    [paths.stepRoute('supervise')]: [{ name: 'recording what the supervisor answered', address: paths.step(council, 'supervise'), as: head }],
    [paths.stepRoute('enforce')]: [{ name: 'announcing an ordinance', address: paths.step(supervised, 'enforce'), as: head }],
    [paths.stepRoute('report')]: [{ name: 'recording the copy sent', address: paths.step(enforced, 'report'), as: clerk }],
  }
}

import { linePaths } from '../../src/budget/budget.paths.ts'
import { paperPaths, quarterPaths, reportPaths, variancePaths } from '../../src/budget/report.paths.ts'
import { fiscalYear } from '../../src/platform/dates.ts'
import { anOrdinance } from '../budget/paper/an-ordinance.ts'
import { anEnactedBudget, spend } from '../budget/world.ts'
import { type BudgetSamples } from './budget-visits.ts'

/** A small budget in force, one line partly spent; the ordinance of an earlier year for the print set. */
export const reportSamples: BudgetSamples = async ({ signedIn, saensuk }) => {
  const [line = ''] = await anEnactedBudget(saensuk, [
    { code: '5330100', amount: '120000.00', title: 'วัสดุสำนักงาน' }, { code: '5320100', amount: '80000.00', title: 'รายจ่ายเพื่อให้ได้มาซึ่งบริการ' },
  ], { kind: 'accumulated', state: 'approved' })
  await spend(saensuk, line, '28500.00', { paid: true })
  await anOrdinance({ ...saensuk, fiscalYear: fiscalYear(2580) })
  const as = () => signedIn('saensuk.budget')
  const at = saensuk.organisationId
  const filled = (addresses: readonly string[]) => addresses.map((address) => ({ name: `${address}, filled`, address, as }))
  return {
    [linePaths.showRoute]: [{ name: 'one budget line', address: linePaths.show(at, line), as }],
    [linePaths.showPrintRoute]: [{ name: 'one budget line on paper', address: linePaths.showPrint(at, line), as }],
    lines: [{ name: 'the register of budget lines, filled', address: linePaths.list, as }],
    actual: [{ name: 'budget and actual by task', address: `${reportPaths.actual}?by=task`, as }],
    papers: filled([
      paperPaths.ordinance, `${paperPaths.principles}/print`, paperPaths.expenditures, `${paperPaths.expenditures}/print`, paperPaths.expenditureDetails,
      `${paperPaths.tasksByType}/print`, paperPaths.personnel, paperPaths.basicData,
    ].map((path) => `${path}?year=2580`)),
    reports: filled([
      reportPaths.changes, `${reportPaths.changes}/print`, reportPaths.planType, `${reportPaths.planType}/print`, reportPaths.fundProof, `${reportPaths.fundProof}/print`, quarterPaths.list, `${quarterPaths.list}/print`, quarterPaths.edit,
      variancePaths.edit,
    ]),
    quarters: [{
      name: 'quarters, planned beyond the line', address: `${quarterPaths.edit}?task=00111`, as,
      then: (screen) => screen.send({ [`plan.${line}.1`]: '999999999' }, 'บันทึก'),
    }],
  }
}

import { linePaths } from '../../src/budget/budget.paths.ts'
import { reportPaths } from '../../src/budget/report.paths.ts'
import { anEnactedBudget, spend } from '../budget/world.ts'
import { type BudgetSamples } from './budget-visits.ts'

/** A small budget in force, one line partly spent. */
export const reportSamples: BudgetSamples = async ({ signedIn, saensuk }) => {
  const [line = ''] = await anEnactedBudget(saensuk, [
    { code: '5330100', amount: '120000.00', title: 'วัสดุสำนักงาน' }, { code: '5320100', amount: '80000.00', title: 'รายจ่ายเพื่อให้ได้มาซึ่งบริการ' },
  ], { kind: 'accumulated', state: 'approved' })
  await spend(saensuk, line, '28500.00', { paid: true })
  const as = () => signedIn('saensuk.budget')
  const at = saensuk.organisationId
  return {
    [linePaths.showRoute]: [{ name: 'one budget line', address: linePaths.show(at, line), as }],
    [linePaths.showPrintRoute]: [{ name: 'one budget line on paper', address: linePaths.showPrint(at, line), as }],
    lines: [{ name: 'the register of budget lines, filled', address: linePaths.list, as }],
    actual: [{ name: 'budget and actual by task', address: `${reportPaths.actual}?by=task`, as }],
  }
}

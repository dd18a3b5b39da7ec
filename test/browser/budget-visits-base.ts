import { basePaths } from '../../src/budget/budget.paths.ts'
import { departmentPaths } from '../../src/registers/registers.paths.ts'
import { type BudgetSamples } from './budget-visits.ts'

export const baseSamples: BudgetSamples = async ({ office, signedIn, saensuk }) => {
  const [{ id }] = await office.owner('budget_enterprises').insert({ organisation_id: saensuk.organisationId, name: 'กิจการประปา' }).returning('id')
  const clerk = () => signedIn('saensuk.budget')
  const head = () => signedIn('saensuk.head')
  return {
    [departmentPaths.editRoute]: [{ name: 'a department, to be mended', address: departmentPaths.edit(saensuk.departmentId), as: head }],
    department: [{ name: 'a department, nothing typed', address: departmentPaths.new, as: head, then: (screen) => screen.press('บันทึก') }],
    [basePaths.enterpriseEditRoute]: [{ name: 'an enterprise of the budget, to be mended', address: basePaths.enterpriseEdit(id), as: clerk }],
    codes: [{ name: 'codes of the budget, of a type', address: `${basePaths.classesEdit}?part=530000`, as: clerk }],
  }
}

import { departmentPaths } from '../../src/registers/registers.paths.ts'
import { type BudgetSamples } from './budget-visits.ts'

export const baseSamples: BudgetSamples = async ({ signedIn, saensuk }) => ({
  [departmentPaths.editRoute]: [{ name: 'a department, to be mended', address: departmentPaths.edit(saensuk.departmentId), as: () => signedIn('saensuk.head') }],
  department: [{ name: 'a department, nothing typed', address: departmentPaths.new, as: () => signedIn('saensuk.head'), then: (screen) => screen.press('บันทึก') }],
})

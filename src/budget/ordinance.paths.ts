// Addresses of ordinances: one desk for those of the year, one for those that supplement it.
import { deskPaths } from './budget.paths.ts'
import { formPaths } from './ordinance-form.paths.ts'

export type OrdinanceStep = 'propose' | 'council' | 'supervise' | 'enforce' | 'report' | 'return' | 'cancel'

function pathsOf(list: string) {
  return {
    ...deskPaths<OrdinanceStep>(list),
    ...formPaths(list),
  }
}

export type OrdinancePaths = ReturnType<typeof pathsOf>
export const ordinancePaths = pathsOf('/budget/ordinances')
export const approvalsPath = '/budget/approvals'

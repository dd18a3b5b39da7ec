// Addresses of ordinances: one desk for those of the year, one for those that supplement it.
import { deskPaths, fundPaths } from './budget.paths.ts'
import { formPaths } from './ordinance-form.paths.ts'

export type OrdinanceStep = 'propose' | 'begin' | 'council' | 'supervise' | 'enforce' | 'report' | 'correct' | 'return' | 'cancel'

function pathsOf(list: string, register = list) {
  return {
    ...deskPaths<OrdinanceStep>(list, register),
    ...formPaths(list),
  }
}

export type OrdinancePaths = ReturnType<typeof pathsOf>
export const ordinancePaths = pathsOf('/budget/ordinances')
export const supplementaryPaths = pathsOf('/budget/supplementary-budgets', fundPaths.of('supplementary'))
export const specialPaths = {
  ...pathsOf('/budget/special-budgets'),
  newOf: (year: number) => `/budget/special-budgets/new?year=${year}`,
} as const
export const approvalsPath = '/budget/approvals'

/** The closing of the year stands at the ordinance of the year. */
export const closeRoute = `${ordinancePaths.list}/:id/close`
export const closePath = (id: string): string => `${ordinancePaths.list}/${id}/close`

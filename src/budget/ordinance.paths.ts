// Addresses of ordinances: one desk for those of the year, one for those that supplement it.
import { deskPaths } from './budget.paths.ts'

export type OrdinanceStep = 'propose' | 'council' | 'supervise' | 'enforce' | 'report' | 'return' | 'cancel'

function pathsOf(list: string) {
  return {
    ...deskPaths<OrdinanceStep>(list),
    revenuesRoute: `${list}/:id/revenues`,
    revenues: (id: string) => `${list}/${id}/revenues`,
    revenuesEditRoute: `${list}/:id/revenues/edit`,
    revenuesEdit: (id: string) => `${list}/${id}/revenues/edit`,
    expendituresRoute: `${list}/:id/expenditures`,
    expenditures: (id: string) => `${list}/${id}/expenditures`,
    taskEditRoute: `${list}/:id/tasks/:task/edit`,
    taskEdit: (id: string, task: string) => `${list}/${id}/tasks/${task}/edit`,
    lineNewRoute: `${list}/:id/lines/new`,
    lineNew: (id: string) => `${list}/${id}/lines/new`,
    lineEditRoute: `${list}/:id/lines/:line/edit`,
    lineEdit: (id: string, line: string) => `${list}/${id}/lines/${line}/edit`,
  }
}

export type OrdinancePaths = ReturnType<typeof pathsOf>
export const ordinancePaths = pathsOf('/budget/ordinances')
export const approvalsPath = '/budget/approvals'

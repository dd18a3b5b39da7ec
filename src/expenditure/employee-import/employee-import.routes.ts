import { type Route } from '../../platform/http/route.ts'
import { employeeText as text } from '../employee.text.ts'
import { employeePaths as paths } from '../payroll.paths.ts'
import { importRoutes } from '../../documents/index.ts'
import { importEmployees } from './employee-import.service.ts'

export const employeeImportRoutes: readonly Route[] = importRoutes({
  title: text.importTitle, list: { text: text.listTitle, href: paths.list }, paths, heads: text.import.heads, text: text.import, right: 'expense.payroll:create',
  bringIn: async (work, sheet) => text.done.imported(String(await importEmployees(work, sheet))),
})

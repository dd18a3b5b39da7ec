import { type Route } from '../../platform/http/route.ts'
import { welfarePaths as paths } from '../payroll.paths.ts'
import { importRoutes } from '../../documents/index.ts'
import { welfareText as text } from '../welfare.text.ts'
import { importWelfare } from './welfare-import.service.ts'

export const welfareImportRoutes: readonly Route[] = importRoutes({
  title: text.importTitle, list: { text: text.listTitle, href: paths.list }, paths, heads: text.import.heads, text: text.import, right: 'expense.payroll:create',
  bringIn: async (work, sheet) => text.done.imported(String(await importWelfare(work, sheet))),
})

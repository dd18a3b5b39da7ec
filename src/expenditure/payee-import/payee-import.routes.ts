import { importRoutes } from '../../documents/index.ts'
import { type Route } from '../../platform/http/route.ts'
import { payeePaths as paths } from '../payee.paths.ts'
import { payeeText as text } from '../payee.text.ts'
import { importPayees } from './payee-import.service.ts'
import { heads } from './payee-import.ts'

export const payeeImportRoutes: readonly Route[] = importRoutes({
  title: text.importTitle, list: { text: text.listTitle, href: paths.list }, paths, heads, text: text.import, right: 'expense.payee:create',
  bringIn: async (work, sheet) => text.done.imported(String(await importPayees(work, sheet))),
})

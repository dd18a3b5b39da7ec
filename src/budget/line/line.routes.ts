import { formatThaiDate } from '../../platform/dates.ts'
import { json } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { formatMoney } from '../../platform/money.ts'
import { linePaths as paths } from '../budget.paths.ts'
import { reportRights, reportRoutesOf } from '../report-table/report-table.routes.ts'
import { lineNumber } from '../report.view.ts'
import { askedAvailable, askedLines, askedPlace } from './line.schema.ts'
import { getLive, getRegister } from './line.service.ts'
import { registerReport } from './line.view.ts'

export const lineRoutes: readonly Route[] = [
  ...reportRoutesOf({ path: paths.list, hasFiles: true, pageRows: 100, under: 'budget.report', find: async (read, { office, fiscalYear, query, most }) => (
    registerReport(await getRegister(read, { office, filter: askedLines(query, { office, fiscalYear }), most, place: askedPlace(query) }))) }),

  get(paths.available, reportRights.view, async (read, request) => {
    const live = await getLive(read, askedAvailable(request.query, read.today))
    if (!live) return json({ available: null })
    const { line, available } = live
    return json({ number: lineNumber(line), title: line.title, available: formatMoney(available), usableUntil: formatThaiDate(line.usableUntil) })
  }),
]

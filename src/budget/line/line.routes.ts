import { toCsv } from '../../platform/csv.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { download, json, page, printPage } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { formatMoney } from '../../platform/money.ts'
import { linePaths as paths } from '../budget.paths.ts'
import { reportText } from '../report.text.ts'
import { lineNumber } from '../report.view.ts'
import { mostLines } from './line.repository.ts'
import { askedAvailable, askedLines } from './line.schema.ts'
import { getChoices, getLive, getRegister } from './line.service.ts'
import { type Register } from './line.ts'
import { csvRows, registerPage, registerPrint } from './line.view.ts'

const rights = { view: 'budget.report:view', print: 'budget.report:print' } as const
const mostRowsOfCsv = 20_000

export const lineRoutes: readonly Route[] = [
  get(paths.list, rights.view, async (read, request) => {
    const register = await registerFor(read, request)
    const around = { ...await getChoices(read, register.filter.organisationId), mayPrint: mayPrint(read), now: read.now }
    return page('budget/line/list', registerPage(register, around))
  }),

  get(paths.print, rights.print, async (read, request) => printPage('budget/line/list-print', registerPrint(await registerFor(read, request), read.now))),

  get(paths.csv, rights.print, async (read, request) => {
    const register = await registerFor(read, request, mostRowsOfCsv)
    return download(reportText.lines.fileName(String(register.filter.fiscalYear)), 'text/csv; charset=utf-8', toCsv(csvRows(register)))
  }),

  get(paths.available, rights.view, async (read, request) => {
    const live = await getLive(read, askedAvailable(request.query, read.today))
    if (!live) return json({ available: null }, 404)
    const { line, available } = live
    return json({ number: lineNumber(line), title: line.title, available: formatMoney(available), usableUntil: formatThaiDate(line.usableUntil) })
  }),
]

function mayPrint(read: OfficerRead): boolean {
  return read.actor.permissions.has(rights.print)
}

function registerFor(read: OfficerRead, request: FormRequest, most = mostLines): Promise<Register> {
  return getRegister(read, askedLines(request.query, read.actor.organisationId, read.today), most)
}

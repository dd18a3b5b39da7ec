import { exportRoutes, mostExported, mostPrinted, mustFit } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { json, page, printPage } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { formatMoney } from '../../platform/money.ts'
import { linePaths as paths } from '../budget.paths.ts'
import { lineNumber } from '../report.view.ts'
import { mostLines } from './line.repository.ts'
import { askedAvailable, askedLines } from './line.schema.ts'
import { getChoices, getLive, getRegister } from './line.service.ts'
import { type Register } from './line.ts'
import { exportTable, registerPage, registerPrint } from './line.view.ts'

const rights = { view: 'budget.report:view', print: 'budget.report:print' } as const

export const lineRoutes: readonly Route[] = [
  get(paths.list, rights.view, async (read, request) => {
    const register = await registerFor(read, request)
    const around = { ...await getChoices(read, register.filter.organisationId), mayPrint: mayPrint(read), now: read.now }
    return page('budget/line/list', registerPage(register, around))
  }),

  get(paths.print, rights.print, async (read, request) => (
    printPage('budget/line/list-print', registerPrint(await wholeRegister(read, request, mostPrinted), read.now)))),

  ...exportRoutes(paths.list, rights.print, async (read, request) => exportTable(await wholeRegister(read, request, mostExported), read.now)),

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

/** What leaves the screen is whole, or it does not leave. */
async function wholeRegister(read: OfficerRead, request: FormRequest, most: number): Promise<Register> {
  const register = await registerFor(read, request, most)
  mustFit(register.lines.length + (register.isCut ? 1 : 0), most)
  return register
}

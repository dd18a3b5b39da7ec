import { exportRoutes, getOffice, saveActions } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addMonths, calendarDate, readThaiDate, thaiMonthName, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { page, printPage } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { findWithholdings, getWithholding } from './withholding.repository.ts'
import { certificatePage, exportTable, monthPage, type Month } from './withholding.view.ts'

const rights = { view: 'expense.pay:view', print: 'expense.pay:print' } as const

export const withholdingRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const { rows, month } = await ofMonth(read, request)
    const query = new URLSearchParams({ month: month.typed, organisation: organisationIn(request.query, read.actor.organisationId) })
    return page('expenditure/withholding/list', monthPage(rows, month, saveActions(paths.list, query, read.actor.permissions.has(rights.print))))
  }, under: 'expense.pay' }),
  ...exportRoutes(paths.list, rights.print, async (read, request) => {
    const { rows, month, office } = await ofMonth(read, request)
    return exportTable(rows, month, office)
  }),
  get(paths.certificateRoute, rights.print, async (read, request) => {
    const row = await getWithholding(read, read.actor.organisationId, idIn(request.params.id))
    if (row.certificate === null) throw new NotFound('certificate of a batch')
    return printPage('expenditure/withholding/certificate', certificatePage(row, { name: read.actor.organisationName, address: '' }))
  }),
]

async function ofMonth(read: OfficerRead, { query }: FormRequest) {
  const organisationId = organisationIn(query, read.actor.organisationId)
  const office = await getOffice(read, organisationId)
  const { from, month } = monthIn(query.month, read.today)
  return { rows: await findWithholdings(read, organisationId, { from, until: addMonths(from, 1) }), month, office: office.name }
}

/** '11/2569'; anything else is this month. */
function monthIn(asked: string | undefined, today: CalendarDate): { from: CalendarDate; month: Month } {
  const from = readThaiDate(`01/${asked ?? ''}`) ?? calendarDate(`${today.slice(0, 7)}-01`)
  const [year, number] = [Number(from.slice(0, 4)) + 543, Number(from.slice(5, 7))]
  return { from, month: { typed: `${String(number).padStart(2, '0')}/${year}`, name: `${thaiMonthName(number)} ${year}` } }
}

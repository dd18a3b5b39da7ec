// A report is one query and one builder; its page, its print and its files are made here.
import { exportRoutes, findOffices, getOffice, mostExported, mostPrinted, mustFit, type Office } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { page, printPage } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { yearIn } from '../asked.ts'
import { findBudgetYears, mostLines } from '../line/line.repository.ts'
import { type Report } from './report-table.ts'
import { reportPage, reportPrint, reportSheet } from './report-table.view.ts'

export const reportRights = { view: 'budget.report:view', print: 'budget.report:print' } as const

export interface AskedReport {
  readonly office: Office
  readonly fiscalYear: FiscalYear
  readonly query: FormRequest['query']
  /** Rows that page, print or file may hold. */
  readonly most: number
}

export interface ReportDesk {
  readonly path: string
  /** False: running text, which is read and printed but not calculated with. */
  readonly hasFiles: boolean
  /** Rows of one page, where it is turned; print and files hold all. */
  readonly pageRows?: number
  /** The leaf it stands under, where its address does not tell. */
  readonly under?: string
  find(read: OfficerRead, asked: AskedReport): Promise<Report>
}

export function reportRoutesOf(desk: ReportDesk): readonly Route[] {
  const { path, hasFiles, under } = desk
  const files = exportRoutes(path, reportRights.print, async (read, request) => reportSheet(await wholeReport(read, request, { desk, most: mostExported }), read.now))
  return [
    get(path, reportRights.view, { ...(under !== undefined && { under }), handle: async (read, request) => {
      const report = await reportFor(read, request, { desk, most: desk.pageRows ?? mostLines })
      const years = await findBudgetYears(read, report.office.organisationId)
      const mayPrint = read.actor.permissions.has(reportRights.print)
      return page('budget/report/show', reportPage(report, { offices: await findOffices(read), years, path, hasFiles, mayPrint, now: read.now }))
    } }),
    get(`${path}/print`, reportRights.print, async (read, request) => (
      printPage('budget/report/print', reportPrint(await wholeReport(read, request, { desk, most: mostPrinted }), { path, now: read.now })))),
    ...(hasFiles ? files : []),
  ]
}

interface Wanted {
  readonly desk: ReportDesk
  readonly most: number
}

async function reportFor(read: OfficerRead, { query }: FormRequest, { desk, most }: Wanted): Promise<Report> {
  const office = await getOffice(read, organisationIn(query, read.actor.organisationId))
  return desk.find(read, { office, fiscalYear: yearIn(query, read.today), query, most })
}

/** What leaves the screen is whole, or it does not leave. */
async function wholeReport(read: OfficerRead, request: FormRequest, wanted: Wanted): Promise<Report> {
  const report = await reportFor(read, request, wanted)
  mustFit(report.isCut === true ? wanted.most + 1 : 0, wanted.most)
  return report
}

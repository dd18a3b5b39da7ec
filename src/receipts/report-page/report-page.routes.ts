// Every report of money in: its page, its paper, its files. One finder tells them all.
import { exportRoutes, mostExported, mostPrinted, mustFit } from '../../documents/index.ts'
import { rowsPerPage } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { page, printPage as paper } from '../../platform/http/reply.ts'
import { NotFound } from '../../platform/errors.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { deskViews as views } from '../desk-page/desk-page.view.ts'
import { type Report } from './report-page.ts'
import { paperPath, reportFile, reportPage, reportPaper } from './report-page.view.ts'

/** Not at pawnshops, whatever the address. */
export function mustWriteReceipts({ actor }: OfficerRead): void {
  if (actor.organisationKind === 'PAWN') throw new NotFound('receipts of a pawnshop')
}

const rights = { view: 'revenue.report:view', print: 'revenue.report:print' } as const

export type FindReport = (read: OfficerRead, query: FormRequest['query'], most: number) => Promise<Report>

/** Pawnshops write no receipts; what is for them too says so. */
export function reportRoutes(path: string, finder: FindReport, { isForAll = false } = {}): Route[] {
  const find: FindReport = (read, query, most) => {
    if (!isForAll) mustWriteReceipts(read)
    return finder(read, query, most)
  }
  const whole = async (read: OfficerRead, { query }: FormRequest, most: number) => {
    const { after: _, ...asked } = query
    const report = await find(read, asked, most)
    mustFit(report.after === undefined ? report.rows.length : most + 1, most)
    return report
  }
  return [
    get(path, rights.view, { handle: async (read, { query }) => page(views.list, reportPage(await find(read, query, rowsPerPage), path, read.actor)), under: 'revenue.report' }),
    ...exportRoutes(path, rights.print, async (read, request) => reportFile(await whole(read, request, mostExported))),
    get(paperPath(path), rights.print, async (read, request) => paper(views.print, reportPaper(await whole(read, request, mostPrinted), path, read.today))),
  ]
}

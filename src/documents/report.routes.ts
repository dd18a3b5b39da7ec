// One finder tells a report's page, its paper and its files.
import { rowsPerPage } from '../platform/database/heads.ts'
import { type OfficerRead } from '../platform/database/work.ts'
import { page, printPage as paper } from '../platform/http/reply.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { get, type GetOptions, type Permission, type Route } from '../platform/http/route.ts'
import { exportRoutes } from './export.routes.ts'
import { mostExported, mostPrinted, mustFit } from './export.view.ts'
import { paperPath, reportFile, reportPage, reportPaper, type ReportPlace } from './report.view.ts'
import { type Report } from './report.ts'

export type FindReport = (read: OfficerRead, query: FormRequest['query'], most: number) => Promise<Report>

export interface ReportDesk extends ReportPlace {
  readonly viewRight: Permission
  readonly menu: GetOptions
  readonly find: FindReport
}

export function reportRoutes({ viewRight, menu, find, ...place }: ReportDesk): Route[] {
  const { path, printRight } = place
  const whole = async (read: OfficerRead, { query }: FormRequest, most: number) => {
    const { after: _, ...asked } = query
    const report = await find(read, asked, most)
    mustFit(report.after === undefined ? report.rows.length : most + 1, most)
    return report
  }
  return [
    get(path, viewRight, { handle: async (read, { query }) => page('documents/list', reportPage(await find(read, query, rowsPerPage), place, read.actor)), ...menu }),
    ...exportRoutes(path, printRight, async (read, request) => reportFile(await whole(read, request, mostExported))),
    get(paperPath(path), printRight, async (read, request) => paper('documents/tables-sheet', reportPaper(await whole(read, request, mostPrinted), place))),
  ]
}

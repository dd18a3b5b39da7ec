// Every report of money in: its page, its paper, its files.
import { reportRoutes as routesOf, type FindReport } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound } from '../../platform/errors.ts'
import { type Route } from '../../platform/http/route.ts'
import { receiptReportText } from '../receipt-report.text.ts'
import { reportPaths } from '../receipts.paths.ts'

/** Not at pawnshops, whatever the address. */
export function mustWriteReceipts({ actor }: OfficerRead): void {
  if (actor.organisationKind === 'PAWN') throw new NotFound('receipts of a pawnshop')
}

/** Pawnshops write no receipts; what is for them too says so. */
export function reportRoutes(path: string, finder: FindReport, { isForAll = false } = {}): Route[] {
  const find: FindReport = (read, query, most) => {
    if (!isForAll) mustWriteReceipts(read)
    return finder(read, query, most)
  }
  return routesOf({
    path, find, viewRight: 'revenue.report:view', printRight: 'revenue.report:print', menu: { under: 'revenue.report' }, index: { text: receiptReportText.title, href: reportPaths.index },
  })
}

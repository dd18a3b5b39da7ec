import { findOffices, getOffice, type Report } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { reportRoutes } from '../report-page/report-page.routes.ts'
import { reportPaths } from '../receipts.paths.ts'
import { officesBelow } from '../receipts.view.ts'
import { countDetails, findCollectors, findDetailGroups, findDetails } from './receipt-detail.repository.ts'
import { askedDetails } from './receipt-detail.schema.ts'
import { groupReport, linesReport } from './receipt-detail.view.ts'

export const receiptDetailRoutes: readonly Route[] = reportRoutes(reportPaths.detail, findReport)

async function findReport(read: OfficerRead, query: FormRequest['query'], most: number): Promise<Report> {
  const asked = askedDetails(query, { own: read.actor.organisationId, today: read.today })
  const office = await getOffice(read, asked.filter.organisationId)
  const found = {
    office: office.name, own: read.actor.organisationId, offices: await findOffices(read, officesBelow), collectors: await findCollectors(read, asked.filter),
    totals: await countDetails(read, asked.filter),
  }
  if (asked.by !== 'lines') return groupReport(asked, found, await findDetailGroups(read, asked.filter, asked.by))
  return linesReport(asked, found, { lines: await findDetails(read, asked.filter, { after: asked.after, most }), most })
}

import { findRevenueEstimates } from '../../budget/index.ts'
import { findOffices, getOffice, type Report } from '../../documents/index.ts'
import { daysOfMonth, findFiscalYears, ledgerPaths, monthControls, monthIn, monthText } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { zero } from '../../platform/money.ts'
import { reportRoutes } from '../report-page/report-page.routes.ts'
import { reportPaths } from '../receipts.paths.ts'
import { officesBelow } from '../receipts.view.ts'
import { findItemNames, findReceived, findRevenueRows } from './revenue-register.repository.ts'
import { registerItems } from './revenue-register.ts'
import { itemReport, itemsReport } from './revenue-register.view.ts'

export const revenueRegisterRoutes: readonly Route[] = reportRoutes(reportPaths.revenues, findReport)

async function findReport(read: OfficerRead, query: FormRequest['query']): Promise<Report> {
  const office = await getOffice(read, organisationIn(query, read.actor.organisationId))
  const month = monthIn(query, read.today)
  const days = daysOfMonth(month)
  const asked = { organisationId: office.organisationId, fiscalYear: month.fiscalYear, days, byCode: office.kind === 'LAO' }
  const names = await findItemNames(read, asked)
  const estimates = asked.byCode ? await findRevenueEstimates(read, { ...asked, on: addDays(days.until, -1) }) : []
  const found = {
    ...month, office, offices: await findOffices(read, officesBelow), monthName: monthText(month), monthControls: monthControls(month, await findFiscalYears(read, office.organisationId)),
    items: registerItems(await findReceived(read, asked), { estimates, names }),
  }
  const asksFor = (query.item ?? '').trim()
  const name = names.get(asksFor)
  if (name === undefined) return itemsReport(found, asksFor)
  const item = found.items.find(({ code }) => code === asksFor) ?? { code: asksFor, name, estimate: zero, month: zero, received: zero }
  const voucherPath = read.actor.permissions.has('account.report:view') ? ledgerPaths.registered : undefined
  return itemReport(found, { item, rows: await findRevenueRows(read, asked, item.code), voucherPath })
}

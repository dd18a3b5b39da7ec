import { findOffices, getOffice, type Report } from '../../documents/index.ts'
import { accountsOfRoles, daysOfMonth, findFiscalYears, ledgerPaths, monthControls, monthIn, monthText } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearPeriod } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { reportRoutes } from '../report-page/report-page.routes.ts'
import { reportPaths } from '../receipts.paths.ts'
import { findCashBook, sumCashBook } from './cash-book.repository.ts'
import { type CashBookKey } from './cash-book.ts'
import { cashBookReport } from './cash-book.view.ts'

export const cashBookRoutes: readonly Route[] = reportRoutes(reportPaths.cashBook, findReport, { isForAll: true })

async function findReport(read: OfficerRead, query: FormRequest['query'], most: number): Promise<Report> {
  const office = await getOffice(read, organisationIn(query, read.actor.organisationId))
  const month = monthIn(query, read.today)
  const days = daysOfMonth(month)
  const asked = { organisationId: office.organisationId, days, cashAccount: (await accountsOfRoles(read))['cash-on-hand'] ?? '' }
  return cashBookReport({
    ...month, office, most, offices: await findOffices(read), monthName: monthText(month), monthControls: monthControls(month, await findFiscalYears(read, office.organisationId)),
    rows: await findCashBook(read, asked, { after: keyIn(query.after), most }), sums: await sumCashBook(read, asked),
    yearSums: await sumCashBook(read, { ...asked, days: { from: fiscalYearPeriod(month.fiscalYear).from, until: days.until } }),
    voucherPath: read.actor.permissions.has('revenue.voucher:view') ? ledgerPaths.voucher : undefined,
  })
}

function keyIn(text: string | undefined): CashBookKey | undefined {
  const [, date, id] = /^([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{1,18})$/.exec(text ?? '') ?? []
  return date === undefined || id === undefined ? undefined : { date, id }
}

import { findOffices, getOffice, reportRoutes, type Report } from '../../documents/index.ts'
import { accountsOfRoles, daysOfMonth, findFiscalYears, ledgerPaths, monthControls, monthIn, monthText } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearPeriod } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { disbursementText as text } from '../disbursement.text.ts'
import { disbursementPaths, reportPaths } from '../expenditure.paths.ts'
import { reportText } from '../report.text.ts'
import { findBook, sumBook } from './disbursement-book.repository.ts'
import { disbursementReport } from './disbursement-book.view.ts'

export const disbursementRoutes: readonly Route[] = reportRoutes({
  path: disbursementPaths.list, viewRight: 'expense.report:view', printRight: 'expense.report:print', menu: { under: 'expense.report' }, index: { text: reportText.title, href: reportPaths.list }, find: findReport,
})

/** Payment vouchers stand under the leaf of payments, all others in the register of vouchers. */
function openedBy({ actor: { permissions } }: OfficerRead, type: string) {
  if (permissions.has('account.report:view')) return ledgerPaths.registered
  return type === 'PV' && permissions.has('expense.pay:view') ? ledgerPaths.payment : undefined
}

async function findReport(read: OfficerRead, query: FormRequest['query'], most: number): Promise<Report> {
  const office = await getOffice(read, organisationIn(query, read.actor.organisationId))
  const { organisationId } = office
  const month = monthIn(query, read.today)
  const days = daysOfMonth(month)
  const asked = { organisationId, days, cashAccount: (await accountsOfRoles(read, month.fiscalYear))['cash-on-hand'] ?? '' }
  return disbursementReport({
    ...month, office, most, offices: await findOffices(read), monthName: monthText(month), monthControls: monthControls(month, await findFiscalYears(read, organisationId), text.month),
    from: /^[0-9]{1,6}$/.test(query.after ?? '') ? Number(query.after) : 0, rows: await findBook(read, asked), sums: await sumBook(read, asked),
    yearSums: await sumBook(read, { ...asked, days: { from: fiscalYearPeriod(month.fiscalYear).from, until: days.until } }),
    voucherPath: ({ id, type }) => openedBy(read, type)?.(organisationId, id),
  })
}

import { findLinePlaces, findRevenueEstimates, findSpendingEstimates } from '../../budget/index.ts'
import { findOffices, getOffice, type Office, type Report } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, balanceOfKind, balanceOn, daysOfMonth, findFiscalYears, monthControls, monthIn, monthText } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays, fiscalYearPeriod, type CalendarDate } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { isZero, plus, type Money } from '../../platform/money.ts'
import { reportRoutes } from '../report-page/report-page.routes.ts'
import { receiptReportText } from '../receipt-report.text.ts'
import { reportPaths } from '../receipts.paths.ts'
import { officesBelow } from '../receipts.view.ts'
import { findMovement, findNames, type Names } from './month-report.repository.ts'
import { rowsOf, unexplained, type AskedMovement, type Estimates, type MonthRooms, type MonthRow, type MovedLine, type NamedLine } from './month-report.ts'
import { monthReport } from './month-report.view.ts'

/** `rooms` tells what payments paid for. */
export function monthReportRoutes(rooms: MonthRooms): readonly Route[] {
  return reportRoutes(reportPaths.month, (read, query) => findReport(read, rooms, query))
}

async function findReport(read: OfficerRead, rooms: MonthRooms, query: FormRequest['query']): Promise<Report> {
  const office = await getOffice(read, organisationIn(query, read.actor.organisationId))
  const month = monthIn(query, read.today)
  const { from, until } = daysOfMonth(month)
  const days = { from: fiscalYearPeriod(month.fiscalYear).from, until }
  const cashAccount = accountOf(await accountsOfRoles(read, month.fiscalYear), 'cash-on-hand')
  const asked = { organisationId: office.organisationId, fiscalYear: month.fiscalYear, days, month: from }
  const money = (day: CalendarDate) => moneyOn(read, { organisationId: office.organisationId, cashAccount, until: day })
  return monthReport({
    ...month, office, offices: await findOffices(read, officesBelow), monthName: monthText(month), monthControls: monthControls(month, await findFiscalYears(read, office.organisationId), receiptReportText.month.asked),
    rows: await findRows(read, rooms, { ...asked, cashAccount, office }), brought: { month: await money(addDays(from, -1)), year: await money(addDays(days.from, -1)) },
    carried: await money(addDays(until, -1)),
  })
}

/** Cash on hand and all accounts of the bank. */
async function moneyOn(read: OfficerRead, { cashAccount, ...asked }: { organisationId: string; cashAccount: string; until: CalendarDate }): Promise<Money> {
  return plus(await balanceOn(read, { ...asked, accountCode: cashAccount }), await balanceOfKind(read, { ...asked, subLedger: 'bank_account' }))
}

async function findRows(read: OfficerRead, rooms: MonthRooms, { office, cashAccount, ...asked }: AskedMovement & { office: Office; cashAccount: string }): Promise<MonthRow[]> {
  const movement = await findMovement(read, { ...asked, cashAccount })
  const paid = await rooms.paidLines(read, asked)
  const anew = { side: 'D' as const, accountCode: accountOf(await accountsOfRoles(read, asked.fiscalYear), 'vouchers-payable'), revenueCode: null, budgetLineId: null, ...unexplained(movement, paid) }
  const lines = [...movement.lines, ...paid, anew].filter(({ year, month }) => !isZero(year) || !isZero(month))
  const names = await findNames(read, [...new Set(lines.map(({ accountCode }) => accountCode))])
  const places = await findLinePlaces(read, { ...asked, lineIds: [...new Set(lines.flatMap(({ budgetLineId }) => budgetLineId ?? []))] })
  return rowsOf(lines.map((line) => named(line, names, places)), await findEstimates(read, asked, { names, isLao: office.kind === 'LAO' }))
}

function named(line: MovedLine, { accounts, categories }: Names, places: Awaited<ReturnType<typeof findLinePlaces>>): NamedLine {
  const { side, accountCode, revenueCode, budgetLineId, month, year } = line
  const account = accounts.get(accountCode)
  if (!account) throw new RangeError(`account ${accountCode} is not in the chart`)
  return { side, month, year, account, revenue: categories.get(revenueCode ?? '') ?? null, place: places.get(budgetLineId ?? '') ?? null }
}

async function findEstimates(read: OfficerRead, { organisationId, fiscalYear, days }: AskedMovement, { names, isLao }: { names: Names; isLao: boolean }): Promise<Estimates> {
  const asked = { organisationId, fiscalYear, on: addDays(days.until, -1) }
  const revenues = isLao ? await findRevenueEstimates(read, asked) : []
  return {
    revenues: revenues.map(({ code, amount }) => ({ ...names.categories.get(code) ?? { code, name: code }, amount })), spending: await findSpendingEstimates(read, asked),
  }
}

import { getOffice, mustFit } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays, calendarDate, compareDates, fiscalYear, fiscalYearPeriod, type DayRange } from '../../platform/dates.ts'
import { plus, zero, type Money } from '../../platform/money.ts'
import { daysOf } from '../asked.ts'
import { getAccount } from '../chart/chart.repository.ts'
import { type Account } from '../chart/chart.ts'
import { findCarried, findOpenedYear } from '../trial-balance/trial-balance.repository.ts'
import { findAccountLines, findKeyBefore, findKeys, findMonths, findMonthsBefore, findMonthUpTo } from './account.repository.ts'
import { spanOf, type AccountLine, type AccountLines, type AccountPage, type AccountQuery } from './account.ts'

export const linesPerPage = 100

export async function getAccountPage(read: OfficerRead, query: AccountQuery): Promise<AccountPage> {
  const isBackwards = query.before !== undefined
  const found = await findLinesOfPage(read, query)
  const hasMore = found.length > linesPerPage
  const lines = isBackwards ? found.slice(-linesPerPage) : found.slice(0, linesPerPage)
  return pageOf(read, query, { lines, hasEarlier: isBackwards ? hasMore : query.after !== undefined, hasLater: isBackwards || hasMore })
}

/** Month by month until the page is full, so that the page of a long account costs no more than that of a short one. One more than a page tells that there are more. */
async function findLinesOfPage(read: OfficerRead, query: AccountQuery): Promise<AccountLine[]> {
  const isBackwards = query.before !== undefined
  const months = (await findMonths(read, query)).map((month) => daysOf({ ...query.asOf, month })).filter((days) => mayHold(query, days))
  const lines: AccountLine[] = []
  for (const days of isBackwards ? months.reverse() : months) {
    const most = linesPerPage + 1 - lines.length
    if (most <= 0) break
    const more = await findAccountLines(read, query, { days: withinSpan(query, days), most })
    if (isBackwards) lines.unshift(...more)
    else lines.push(...more)
  }
  return lines
}

function mayHold({ after, before }: AccountQuery, { from, until }: DayRange): boolean {
  return (!after || compareDates(after.date, until) < 0) && (!before || compareDates(before.date, from) >= 0)
}

function withinSpan(query: AccountQuery, { from, until }: DayRange): DayRange {
  const end = addDays(spanOf(query).last, 1)
  return { from, until: compareDates(until, end) > 0 ? end : until }
}

/** All lines of the span, for a print or a file: refused when they are too many. */
export async function getWholeAccount(read: OfficerRead, asked: AccountQuery, most: number): Promise<AccountPage> {
  const query = { ...asked, after: undefined, before: undefined }
  const { from, last } = spanOf(query)
  const lines = await findAccountLines(read, query, { days: { from, until: addDays(last, 1) }, most: most + 1 })
  mustFit(lines.length, most)
  return pageOf(read, query, { lines, hasEarlier: false, hasLater: false })
}

async function pageOf(read: OfficerRead, query: AccountQuery, found: Omit<AccountLines, 'before'>): Promise<AccountPage> {
  const book = await getOffice(read, query.organisationId)
  const account = await getAccount(read, query.code)
  const keys = account.subLedger === null ? [] : await findKeys(read, query.organisationId, query.code)
  return { ...found, book, account, keys, before: await balanceBefore(read, { query, account, chartKind: book.chartKind }, found) }
}

interface Looked {
  readonly query: AccountQuery
  readonly account: Account
  readonly chartKind: string
}

/** What stands before the first line of the page: the sum never begins at the first page. */
async function balanceBefore(read: OfficerRead, { query, account, chartKind }: Looked, { lines, hasEarlier }: Omit<AccountLines, 'before'>): Promise<Money> {
  const key = hasEarlier ? lines[0]?.key : undefined
  const day = key?.date ?? spanOf(query).from
  if (query.subKey !== undefined) return findKeyBefore(read, query, { key, day, origin: await originOf(read, query, account) })
  const carried = await findCarried(read, { organisationId: query.organisationId, chartKind, fiscalYear: query.asOf.fiscalYear })
  const brought = plus(await findMonthsBefore(read, query, day), carried.find((one) => one.code === query.code)?.net ?? zero)
  return key ? plus(brought, await findMonthUpTo(read, query, key)) : brought
}

const everBefore = calendarDate('1900-01-01')

/** Revenue and expense begin anew every year; everything else with the last opening voucher. */
async function originOf(read: OfficerRead, { organisationId, asOf }: AccountQuery, { group }: Account) {
  const own = fiscalYearPeriod(asOf.fiscalYear).from
  if (group === 'revenue' || group === 'expense') return own
  const opened = await findOpenedYear(read, organisationId, asOf.fiscalYear)
  return opened === undefined ? everBefore : fiscalYearPeriod(fiscalYear(opened)).from
}

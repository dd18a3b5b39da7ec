import { getOffice, mustFit, rowsPerPart } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays, calendarDate, compareDates, fiscalYear, fiscalYearPeriod, type DayRange } from '../../platform/dates.ts'
import { minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { daysOf } from '../asked.ts'
import { getAccount } from '../chart/chart.repository.ts'
import { type Account } from '../chart/chart.ts'
import { findLastId } from '../voucher/voucher.repository.ts'
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

export interface AccountPart extends Pick<AccountLines, 'lines' | 'before'> {
  /** What the next part is asked for with, and what stands before it. */
  readonly following: { readonly query: AccountQuery; readonly before: Money } | undefined
}

/** The first part of a file of the span; the parts after it hold what was posted by now and nothing else. */
export async function startAccount(read: OfficerRead, asked: AccountQuery): Promise<AccountPart & { readonly page: AccountPage }> {
  const query = { ...asked, after: undefined, before: undefined, upToId: await findLastId(read, asked.organisationId) }
  const page = await pageOf(read, query, { lines: [], hasEarlier: false, hasLater: true })
  return { ...await getAccountPart(read, query, page.before), page }
}

export async function getAccountPart(read: OfficerRead, query: AccountQuery, before: Money): Promise<AccountPart> {
  const { from, last } = spanOf(query)
  const found = await findAccountLines(read, query, { days: { from, until: addDays(last, 1) }, most: rowsPerPart + 1 })
  const lines = found.slice(0, rowsPerPart)
  const rest = plus(before, sum(lines.map((line) => minus(line.debit, line.credit))))
  return { lines, before, following: found.length > rowsPerPart ? { query: { ...query, after: lines.at(-1)?.key }, before: rest } : undefined }
}

/** All lines of the span, for a print: refused when they are too many. */
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

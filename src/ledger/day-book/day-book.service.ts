import { getOffice, mustFit } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { findDaySums, findDayVouchers } from './day-book.repository.ts'
import { type DayBook, type DayBookQuery } from './day-book.ts'

export const vouchersPerPage = 25

/** In one file: a voucher has several lines. */
export const mostVouchers = 5_000

export async function getDayBook(read: OfficerRead, query: DayBookQuery): Promise<DayBook> {
  const book = await getOffice(read, query.organisationId)
  const found = await findDayVouchers(read, query, vouchersPerPage)
  const isBackwards = query.before !== undefined
  const hasMore = found.length > vouchersPerPage
  const vouchers = isBackwards ? found.slice(-vouchersPerPage) : found.slice(0, vouchersPerPage)
  return { book, vouchers, sums: await findDaySums(read, query), hasEarlier: isBackwards ? hasMore : query.after !== undefined, hasLater: isBackwards || hasMore }
}

/** All of the day or month, for a print or a file: refused when there are too many. */
export async function getWholeDayBook(read: OfficerRead, asked: DayBookQuery, most: number): Promise<DayBook> {
  const query = { ...asked, after: undefined, before: undefined }
  const book = await getOffice(read, query.organisationId)
  const sums = await findDaySums(read, query)
  mustFit(sums.vouchers, most)
  return { book, sums, vouchers: await findDayVouchers(read, query, most), hasEarlier: false, hasLater: false }
}

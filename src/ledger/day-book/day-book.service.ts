import { getOffice, mustFit, type Office } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { findLastId } from '../voucher/voucher.repository.ts'
import { findDaySums, findDayVouchers } from './day-book.repository.ts'
import { type DayBook, type DayBookQuery, type DayVoucher } from './day-book.ts'

export const vouchersPerPage = 25

/** Of one part of a file: a voucher has several lines. */
const vouchersPerPart = 250

export async function getDayBook(read: OfficerRead, query: DayBookQuery): Promise<DayBook> {
  const book = await getOffice(read, query.organisationId)
  const found = await findDayVouchers(read, query, vouchersPerPage)
  const isBackwards = query.before !== undefined
  const hasMore = found.length > vouchersPerPage
  const vouchers = isBackwards ? found.slice(-vouchersPerPage) : found.slice(0, vouchersPerPage)
  return { book, vouchers, sums: await findDaySums(read, query), hasEarlier: isBackwards ? hasMore : query.after !== undefined, hasLater: isBackwards || hasMore }
}

export interface DayBookPart {
  readonly vouchers: readonly DayVoucher[]
  /** What the next part is asked for with. */
  readonly following: DayBookQuery | undefined
}

/** The first part of a file of the day or month; the parts after it hold what was posted by now and nothing else. */
export async function startDayBook(read: OfficerRead, asked: DayBookQuery): Promise<DayBookPart & { readonly book: Office }> {
  const book = await getOffice(read, asked.organisationId)
  const part = await getDayBookPart(read, { ...asked, after: undefined, before: undefined, upToId: await findLastId(read, asked.organisationId) })
  return { ...part, book }
}

export async function getDayBookPart(read: OfficerRead, query: DayBookQuery): Promise<DayBookPart> {
  const found = await findDayVouchers(read, query, vouchersPerPart)
  const vouchers = found.slice(0, vouchersPerPart)
  return { vouchers, following: found.length > vouchersPerPart ? { ...query, after: vouchers.at(-1)?.key } : undefined }
}

/** All of the day or month, for a print: refused when there are too many. */
export async function getWholeDayBook(read: OfficerRead, asked: DayBookQuery, most: number): Promise<DayBook> {
  const query = { ...asked, after: undefined, before: undefined }
  const book = await getOffice(read, query.organisationId)
  const sums = await findDaySums(read, query)
  mustFit(sums.vouchers, most)
  return { book, sums, vouchers: await findDayVouchers(read, query, most), hasEarlier: false, hasLater: false }
}

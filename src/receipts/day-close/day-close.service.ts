// Whether a day still takes documents: not to come, in an open month, not yet summed up and not yet signed (budget-and-receipts §4.6, §4.7).
import { printedNumber } from '../../documents/index.ts'
import { isOpen } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { receiptsText } from '../receipts.text.ts'
import { findClosedDay, findConfirmedDay, findSignedDay, seeSignedDay, type ClosedDay } from './day-close.repository.ts'

const { errors } = receiptsText

export interface AskedDay {
  readonly date: CalendarDate
  readonly field: string
}

/** The day that a receipt of the counter bears: today, or the day after the one that was summed up or signed already (scenario 42). */
export async function takeDay(work: OfficerWork): Promise<CalendarDate> {
  const closed = await findClosedDay(work, { from: work.today })
  const date = dayAfter(work, [closed?.date, await findSignedDay(work, work.today)])
  if (!await isOpen(work, date, 'receipts')) throw new RuleBroken(errors.closedMonth)
  return date
}

/** As `takeDay` would say now, for the form: nothing is held. */
export async function findDayOfCounter(read: OfficerRead): Promise<CalendarDate> {
  const closed = await findConfirmedDay(read, { from: read.today })
  return dayAfter(read, [closed?.date, await seeSignedDay(read, read.today)])
}

function dayAfter({ today }: Pick<OfficerRead, 'today'>, closed: readonly (CalendarDate | undefined)[]): CalendarDate {
  return closed.reduce((day: CalendarDate, each) => (each !== undefined && compareDates(each, day) >= 0 ? addDays(each, 1) : day), today)
}

/** A slip only has to reach a summary of its own day, into whose books it may still go. */
export async function mustTakeSlips(work: OfficerWork, { date, field }: AskedDay): Promise<void> {
  await mustBeOpen(work, { date, field })
  const closed = await findClosedDay(work, { from: date, until: addDays(date, 1) })
  if (closed) throw new RuleBroken({ [field]: closedText(closed) })
  await mustNotBeSigned(work, { date, field })
}

/**
 * What moves cash or banks goes into no day at or before the last signed position (RE-9): what was counted and signed there would no longer be what the books say.
 * The way out is the next day, or the head opens that position again.
 */
export async function mustNotBeSigned(work: OfficerWork, { date, field }: AskedDay): Promise<void> {
  const signed = await findSignedDay(work, date)
  if (signed) throw new RuleBroken({ [field]: errors.signedDay(formatThaiDate(signed)) })
}

export async function mustBeOpen(work: OfficerWork, { date, field }: AskedDay): Promise<void> {
  if (compareDates(date, work.today) > 0) throw new RuleBroken({ [field]: errors.future })
  await mustBeInOpenMonth(work, { date, field })
}

/** Of what stands already, and may bear the day to come: a receipt written after the day was summed up (scenario 42). */
export async function mustBeInOpenMonth(work: OfficerWork, { date, field }: AskedDay): Promise<void> {
  if (!await isOpen(work, date, 'receipts')) throw new RuleBroken({ [field]: errors.closedMonth })
}

function closedText(closed: ClosedDay): string {
  const number = printedNumber('RSV', closed.number, closed.fiscalYear)
  return errors.closedDay({ number, day: formatThaiDate(closed.date), next: formatThaiDate(addDays(closed.date, 1)) })
}

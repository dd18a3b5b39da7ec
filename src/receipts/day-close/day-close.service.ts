// Whether a day still takes documents: not to come, in an open month, and not yet summed up (budget-and-receipts §4.6).
import { printedNumber } from '../../documents/index.ts'
import { isOpen } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { receiptsText } from '../receipts.text.ts'
import { findClosedDay, findConfirmedDay, type ClosedDay } from './day-close.repository.ts'

const { errors } = receiptsText

export interface AskedDay {
  readonly date: CalendarDate
  readonly field: string
}

/** A receipt is not written into a day that was summed up, nor before one: it takes the next day. */
export async function mustTakeReceipts(work: OfficerWork, { date, field }: AskedDay): Promise<void> {
  await mustBeOpen(work, { date, field })
  const closed = await findClosedDay(work, { from: date })
  if (closed) throw new RuleBroken({ [field]: closedText(closed) })
}

/** The day that a receipt of the counter bears: today, or the day after the one that was summed up already (scenario 42). */
export async function takeDay(work: OfficerWork): Promise<CalendarDate> {
  const date = dayAfter(work, await findClosedDay(work, { from: work.today }))
  if (!await isOpen(work, date, 'receipts')) throw new RuleBroken(errors.closedMonth)
  return date
}

/** As `takeDay` would say now, for the form: nothing is held. */
export async function findDayOfCounter(read: OfficerRead): Promise<CalendarDate> {
  return dayAfter(read, await findConfirmedDay(read, { from: read.today }))
}

function dayAfter({ today }: Pick<OfficerRead, 'today'>, closed: ClosedDay | undefined): CalendarDate {
  return closed ? addDays(closed.date, 1) : today
}

/** A slip only has to reach a summary of its own day. */
export async function mustTakeSlips(work: OfficerWork, { date, field }: AskedDay): Promise<void> {
  await mustBeOpen(work, { date, field })
  const closed = await findClosedDay(work, { from: date, until: addDays(date, 1) })
  if (closed) throw new RuleBroken({ [field]: closedText(closed) })
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

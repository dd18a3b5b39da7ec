// Whether a day still takes documents: not to come, in an open month, and not yet summed up (budget-and-receipts §4.6).
import { printedNumber } from '../../documents/index.ts'
import { isOpen } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { addDays, compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { receiptsText } from '../receipts.text.ts'
import { findClosedDay, type ClosedDay } from './day-close.repository.ts'

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

/** A slip only has to reach a summary of its own day. */
export async function mustTakeSlips(work: OfficerWork, { date, field }: AskedDay): Promise<void> {
  await mustBeOpen(work, { date, field })
  const closed = await findClosedDay(work, { from: date, until: addDays(date, 1) })
  if (closed) throw new RuleBroken({ [field]: closedText(closed) })
}

export async function mustBeOpen(work: OfficerWork, { date, field }: AskedDay): Promise<void> {
  if (compareDates(date, work.today) > 0) throw new RuleBroken({ [field]: errors.future })
  if (!await isOpen(work, date, 'receipts')) throw new RuleBroken({ [field]: errors.closedMonth })
}

function closedText(closed: ClosedDay): string {
  const number = printedNumber('RSV', closed.number, closed.fiscalYear)
  return errors.closedDay({ number, day: formatThaiDate(closed.date), next: formatThaiDate(addDays(closed.date, 1)) })
}

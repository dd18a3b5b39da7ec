// What the list may be asked for, and what a row of the department's file says.
import { z } from 'zod'
import { readAmount, reasonSchema } from '../../documents/index.ts'
import { compareDates, fiscalYear, fiscalYearOf, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { transferNoticeText } from '../transfer-notice.text.ts'
import { isYearOf, noticeStates, type NewNotice, type NoticeFilter, type Receivers } from './transfer-notice.ts'

const { errors } = transferNoticeText

export const takenSchema = z.object({ receipt: z.string(errors.taker).refine(isId, errors.taker) })

export const withdrawSchema = reasonSchema.pick({ reason: true })

export function askedNotices(query: FormRequest['query'], today: CalendarDate): NoticeFilter {
  const year = /^25[0-9]{2}$/.test(toArabicDigits(query.year ?? '')) ? fiscalYear(Number(toArabicDigits(query.year ?? ''))) : undefined
  const waited = /^[0-9]{1,3}$/.test(toArabicDigits(query.waited ?? '')) ? Number(toArabicDigits(query.waited ?? '')) : undefined
  const state = noticeStates.find((each) => each === query.state)
  return {
    fiscalYear: year ?? (state === 'waiting' || waited !== undefined ? undefined : fiscalYearOf(today)), state, waited, search: normalizeThai((query.search ?? '').replace(/[\u0000-\u001F]/g, ' ')).slice(0, 100),
    after: isId(query.after) ? query.after : undefined,
  }
}

export type NoticeColumn = keyof typeof transferNoticeText.import.heads

/** One row, judged cell by cell. */
export function judgeNotice(cell: (column: NoticeColumn) => string, { receivers, today }: { readonly receivers: Receivers; readonly today: CalendarDate }): { readonly notice: NewNotice | undefined; readonly faults: FieldErrors } {
  const receiver = receivers.get(toArabicDigits(cell('code')))
  const income = toArabicDigits(cell('income'))
  const [amount, day, year] = [readAmount(cell('amount')), readThaiDate(cell('day')), Number(toArabicDigits(cell('year')))]
  const faults: FieldErrors = {
    ...!receiver && { code: errors.lao },
    ...receiver && !receiver.codes.has(income) && { income: errors.income },
    ...typeof amount === 'string' && { amount },
    ...day === undefined ? { day: errors.date } : compareDates(day, today) > 0 ? { day: errors.future } : !isYearOf(year, day) && { year: errors.year },
    ...cell('letter') === '' && { letter: errors.letter },
  }
  if (Object.keys(faults).length > 0 || !receiver || typeof amount === 'string' || day === undefined) return { notice: undefined, faults }
  return { faults, notice: { receiverId: receiver.id, fiscalYear: fiscalYearOf(day), round: cell('round').slice(0, 40), revenueCode: income, amount, transferredOn: day, letterNumber: cell('letter').slice(0, 100) } }
}

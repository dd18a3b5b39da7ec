// What the day book may be asked for.
import { type CalendarDate } from '../../platform/dates.ts'
import { isId, organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { asOfIn, dayIn } from '../asked.ts'
import { type AskedDayBook, type DayKey } from './day-book.ts'

export function askedDayBook(query: FormRequest['query'], own: string, today: CalendarDate): AskedDayBook {
  const asked = asOfIn({ ...query, stage: 'normal' }, today)
  const after = readKey(query.after)
  return { ...asked, query: { organisationId: organisationIn(query, own), asOf: asked.asOf, after, before: after ? undefined : readKey(query.before) } }
}

/** '2026-11-10.4711' */
export function writtenKey({ date, voucherId }: DayKey): string {
  return `${date}.${voucherId}`
}

function readKey(text: string | undefined): DayKey | undefined {
  const [day, voucherId] = (text ?? '').split('.')
  const date = dayIn(day)
  return date !== undefined && isId(voucherId) ? { date, voucherId } : undefined
}

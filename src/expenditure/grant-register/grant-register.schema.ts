import { formatThaiDateField, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { grantRegisterText } from '../grant-register.text.ts'

export interface AskedGrantRegister {
  readonly day: CalendarDate
  readonly typedDay: string
  readonly isToday: boolean
  readonly search: string
  readonly from: number
  readonly errors: FieldErrors
}

/** A mistyped day is told, and answered as today. */
export function askedGrants(query: FormRequest['query'], today: CalendarDate): AskedGrantRegister {
  const typed = query.day ?? ''
  const day = readThaiDate(typed)
  return {
    day: day ?? today, isToday: (day ?? today) === today, typedDay: typed === '' ? formatThaiDateField(today) : typed, search: normalizeThai(query.search ?? '').slice(0, 100),
    from: /^[0-9]{1,6}$/.test(query.after ?? '') ? Number(query.after) : 0, errors: typed !== '' && day === undefined ? { day: grantRegisterText.errors.date } : {},
  }
}

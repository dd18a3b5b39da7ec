import { organisationIn } from '../../platform/http/asked.ts'
import { formatThaiDateField, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { creditorText } from '../creditor.text.ts'

export interface AskedRegister {
  readonly organisationId: string
  readonly day: CalendarDate
  readonly typedDay: string
  readonly accountCode: string | undefined
  /** Of one payee, in the register of debts. */
  readonly key: string | undefined
  readonly search: string
  readonly after: string | undefined
  readonly errors: FieldErrors
}

/** A mistyped day is told, and answered as today. */
export function askedCreditors(query: FormRequest['query'], own: string, today: CalendarDate): AskedRegister {
  const typed = query.day ?? ''
  const day = readThaiDate(typed)
  return {
    organisationId: organisationIn(query, own), day: day ?? today, typedDay: typed === '' ? formatThaiDateField(today) : typed, accountCode: /^[0-9]{10}\.[0-9]{3}$/.test(query.account ?? '') ? query.account : undefined,
    key: query.key === undefined || query.key === '' ? undefined : query.key.slice(0, 100), search: normalizeThai(query.search ?? '').slice(0, 100), after: query.after,
    errors: typed !== '' && day === undefined ? { day: creditorText.errors.date } : {},
  }
}

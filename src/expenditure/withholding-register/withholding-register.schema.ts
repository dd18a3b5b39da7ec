import { organisationIn, isId } from '../../platform/http/asked.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { monthField, monthOf, readMonth } from '../month/month.ts'
import { withholdingRegisterText } from '../withholding-register.text.ts'
import { shownNames, type RegisterAsked } from './withholding-register.ts'

const { errors } = withholdingRegisterText

export interface AskedTaxes {
  readonly asked: RegisterAsked
  /** As typed, for the boxes. */
  readonly typed: { readonly month: string; readonly until: string }
  readonly errors: FieldErrors
}

/** This month where none was typed; one month where only the first was. */
export function taxesAsked(query: FormRequest['query'], own: string, today: CalendarDate): AskedTaxes {
  const [first, last] = [readMonth(query.month ?? ''), readMonth(query.until ?? '')]
  const from = first ?? monthOf(today)
  const isBackwards = last !== undefined && compareDates(last, from) < 0
  const until = last === undefined || isBackwards ? from : last
  const wrong = (name: 'month' | 'until', read: CalendarDate | undefined) => ((query[name] ?? '') !== '' && read === undefined ? { [name]: errors.month } : {})
  return {
    asked: {
      organisationId: organisationIn(query, own), from, until, form: (query.form ?? '').slice(0, 30), shown: shownNames.find((name) => name === query.shown) ?? 'all',
      search: normalizeThai(query.search ?? '').slice(0, 100), after: isId(query.after) ? query.after : undefined,
    },
    typed: { month: query.month || monthField(from), until: query.until || monthField(until) },
    errors: { ...wrong('month', first), ...wrong('until', last), ...(isBackwards && { until: errors.order }) },
  }
}

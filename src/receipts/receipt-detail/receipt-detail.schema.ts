// What the report may be asked for. Without days: of today, the daily report.
import { daysIn } from '../../documents/index.ts'
import { addDays, compareDates, formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId, organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { paymentMeans } from '../receipt/receipt.ts'
import { groupings, type DetailFilter, type DetailKey, type Grouping } from './receipt-detail.ts'

export interface AskedDetails {
  readonly filter: DetailFilter
  readonly by: Grouping
  readonly after: DetailKey | undefined
  readonly typed: { readonly from: string; readonly until: string }
  readonly errors: FieldErrors
}

export function askedDetails(query: FormRequest['query'], { own, today }: { own: string; today: CalendarDate }): AskedDetails {
  const { from: first, until: end, typed, errors } = daysIn(query)
  const from = first ?? (end ? addDays(end, -1) : today)
  const until = end ?? addDays(compareDates(from, today) < 0 ? today : from, 1)
  return {
    filter: {
      organisationId: organisationIn(query, own), from, until: compareDates(until, from) > 0 ? until : addDays(from, 1), collectorId: isId(query.collector) ? query.collector : undefined,
      means: paymentMeans.find((means) => means === query.means), income: normalizeThai(query.income ?? '').slice(0, 100),
    },
    by: groupings.find((by) => by === query.by) ?? 'lines', after: keyIn(query.after),
    typed: { from: typed.from || formatThaiDateField(from), until: typed.until || formatThaiDateField(addDays(until, -1)) }, errors,
  }
}

function keyIn(text: string | undefined): DetailKey | undefined {
  const [, date, id, line] = /^([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{1,18})_([0-9]{1,4})$/.exec(text ?? '') ?? []
  return date === undefined || id === undefined ? undefined : { date, id, line: Number(line) }
}

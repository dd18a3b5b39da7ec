import { type CalendarDate } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { yearIn } from '../asked.ts'
import { groupings, type ActualFilter } from './budget-actual.ts'

export function askedActual(query: FormRequest['query'], own: string, today: CalendarDate): ActualFilter {
  return {
    organisationId: organisationIn(query, own), fiscalYear: yearIn(query, today), by: groupings.find((name) => name === query.by) ?? 'category',
    sourceCode: /^[0-9A-Z]{2,4}$/.test(query.source ?? '') ? query.source : undefined,
  }
}

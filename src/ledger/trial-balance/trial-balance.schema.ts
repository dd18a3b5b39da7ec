// What a trial balance may be asked for.
import { type CalendarDate } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { monthIn } from '../asked.ts'
import { type TrialBalanceQuery } from './trial-balance.ts'

export function askedTrialBalance(query: FormRequest['query'], own: string, today: CalendarDate): TrialBalanceQuery {
  return { organisationId: organisationIn(query, own), ...monthIn(query, today), withZeroRows: query.zero === 'yes' }
}

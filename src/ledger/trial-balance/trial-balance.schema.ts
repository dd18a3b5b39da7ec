// What a trial balance may be asked for.
import { type CalendarDate } from '../../platform/dates.ts'
import { organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { asOfIn } from '../asked.ts'
import { type AskedTrialBalance } from './trial-balance.ts'

export function askedTrialBalance(query: FormRequest['query'], own: string, today: CalendarDate): AskedTrialBalance {
  const asked = asOfIn(query, today)
  const wanted = { organisationId: organisationIn(query, own), asOf: asked.asOf, withZeroRows: query.zero === 'yes', isCompared: query.compare === 'yes' }
  return { ...asked, query: wanted }
}

// What the list of loan contracts may be asked for.
import { daysIn, makerIn, type AskedDays } from '../../documents/index.ts'
import { isId, organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { loanSources, loanWaits, standings, type LoanFilter } from './loan.ts'

export interface AskedLoans {
  readonly filter: LoanFilter
  readonly days: AskedDays
  readonly typed: { readonly by: string; readonly standing: string; readonly source: string; readonly search: string }
}

export function askedLoans(query: FormRequest['query'], own: string): AskedLoans {
  const days = daysIn(query)
  const by = makerIn(query)
  const standing = [...standings, ...loanWaits].find((each) => each === query.standing)
  const source = loanSources.find((each) => each === query.source)
  const search = normalizeThai((query.search ?? '').replace(/[\u0000-\u001F]/g, ' ')).slice(0, 100)
  return {
    days, typed: { by: by ?? '', standing: standing ?? '', source: source ?? '', search },
    filter: { organisationId: organisationIn(query, own), from: days.from, until: days.until, standing, source, search: search || undefined, after: isId(query.after) ? query.after : undefined, by },
  }
}

import { type FiscalYear } from '../../platform/dates.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Office } from '../../documents/index.ts'
import { groupings, type ActualFilter } from './budget-actual.ts'

export function askedActual(query: FormRequest['query'], { office, fiscalYear }: { readonly office: Office; readonly fiscalYear: FiscalYear }): ActualFilter {
  return {
    organisationId: office.organisationId, fiscalYear, by: groupings.find((name) => name === query.by) ?? 'category',
    sourceCode: /^[0-9A-Z]{2,4}$/.test(query.source ?? '') ? query.source : undefined,
  }
}

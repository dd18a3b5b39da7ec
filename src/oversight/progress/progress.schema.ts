// What the page may be asked for. Anything else is answered as if it had not been asked.
import { progressStates, type ProgressFilter } from '../../budget/index.ts'
import { fiscalYear, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'

export function askedProgress({ year, province, district, state, late, after }: FormRequest['query'], today: CalendarDate): ProgressFilter {
  const digits = toArabicDigits(year ?? '')
  return {
    fiscalYear: /^2[56][0-9]{2}$/.test(digits) ? fiscalYear(Number(digits)) : fiscalYearOf(today), provinceCode: /^[0-9]{2}$/.test(province ?? '') ? province : undefined,
    district: normalizeThai(district ?? '') || undefined, state: progressStates.find((each) => each === state), isLate: late === 'yes',
    after: /^[0-9]{7}$/.test(after ?? '') ? after : undefined,
  }
}

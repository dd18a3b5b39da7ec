// What the page may be asked for. Anything else is answered as if it had not been asked.
import { addDays, fiscalYear, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { quarters, spanOfQuarter, type AskedQuarter } from '../../receipts/index.ts'
import { type ReconciliationFilter } from './reconciliation.ts'

export function askedReconciliation({ year, quarter, province, district, after }: FormRequest['query'], today: CalendarDate): ReconciliationFilter {
  const digits = toArabicDigits(year ?? '')
  const usual = lastQuarter(today)
  const wanted = quarters.find((each) => String(each) === toArabicDigits(quarter ?? ''))
  return {
    fiscalYear: /^2[56][0-9]{2}$/.test(digits) ? fiscalYear(Number(digits)) : usual.fiscalYear, quarter: wanted ?? usual.quarter,
    provinceCode: /^[0-9]{2}$/.test(province ?? '') ? province : undefined, district: normalizeThai(district ?? '') || undefined, after: /^[0-9]{7}$/.test(after ?? '') ? after : undefined,
  }
}

/** The last one that has ended. */
function lastQuarter(today: CalendarDate): AskedQuarter {
  const year = fiscalYearOf(today)
  const ended = quarters.filter((quarter) => addDays(spanOfQuarter({ fiscalYear: year, quarter }).until, -1) < today).at(-1)
  return ended === undefined ? { fiscalYear: fiscalYear(year - 1), quarter: 4 } : { fiscalYear: year, quarter: ended }
}

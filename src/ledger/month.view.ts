// Fiscal year and month as controls and words, for every page that stands on a month.
import { formatThaiDate, thaiMonthName } from '../platform/dates.ts'
import { select, type Control } from '../platform/http/components.ts'
import { daysOf, lastDayOf, type AskedMonth } from './asked.ts'
import { trialBalanceText as text } from './trial-balance.text.ts'

export function monthControls(asked: AskedMonth, years: readonly number[]): Control[] {
  const known = [...new Set([asked.fiscalYear, ...years])].sort((a, b) => b - a).map((year) => ({ value: String(year), text: String(year) }))
  const months = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), text: monthText({ ...asked, month: index + 1 }) }))
  return [
    { select: select({ name: 'fiscalYear', label: text.fields.fiscalYear, options: known, value: String(asked.fiscalYear), width: 'short' }) },
    { select: select({ name: 'month', label: text.fields.month, options: months, value: String(asked.month) }) },
  ]
}

/** 'ณ วันที่ 30 พฤศจิกายน 2569' */
export function asOfText(asked: AskedMonth): string {
  return text.asOf(formatThaiDate(lastDayOf(asked)))
}

function monthText(asked: AskedMonth): string {
  const first = daysOf(asked).from
  const year = asked.month <= 3 ? asked.fiscalYear - 1 : asked.fiscalYear
  return `${thaiMonthName(Number(first.slice(5, 7)))} ${year}`
}

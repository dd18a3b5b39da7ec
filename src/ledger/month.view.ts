// Fiscal year, month, day and stage as controls and words, for every page that stands on them.
import { formatThaiDate, thaiMonthName } from '../platform/dates.ts'
import { date, select, type Control } from '../platform/http/components.ts'
import { dayOf, daysOf, upToNames, type AskedAsOf, type AskedMonth, type AsOf } from './asked.ts'
import { booksText } from './books.text.ts'
import { trialBalanceText as text } from './trial-balance.text.ts'

export function monthControls(asked: AskedMonth, years: readonly number[], label: string = text.fields.month): Control[] {
  return [yearControl(asked.fiscalYear, years), { select: select({ name: 'month', label, options: monthOptions(asked), value: String(asked.month) }) }]
}

export function yearControl(asked: number, years: readonly number[]): Control {
  const known = [...new Set([asked, ...years])].sort((a, b) => b - a).map((year) => ({ value: String(year), text: String(year) }))
  return { select: select({ name: 'fiscalYear', label: text.fields.fiscalYear, options: known, value: String(asked), width: 'short' }) }
}

export function monthOptions(asked: Pick<AskedMonth, 'fiscalYear'>) {
  return Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), text: monthText({ ...asked, month: index + 1 }) }))
}

export function asOfControls({ asOf, typedDay, errors }: AskedAsOf, years: readonly number[]): Control[] {
  const { fields, stages } = booksText.asOf
  const options = upToNames.map((stage) => ({ value: stage, text: stages[stage] }))
  return [
    ...monthControls(asOf, years), { date: date({ name: 'day', label: fields.day, value: typedDay, error: errors.day }) },
    { select: select({ name: 'stage', label: fields.stage, options, value: asOf.upTo }) },
  ]
}

export function asOfDayText(asOf: AsOf): string {
  return text.asOf(formatThaiDate(dayOf(asOf)))
}

export function monthText(asked: AskedMonth): string {
  const first = daysOf(asked).from
  const year = asked.month <= 3 ? asked.fiscalYear - 1 : asked.fiscalYear
  return `${thaiMonthName(Number(first.slice(5, 7)))} ${year}`
}

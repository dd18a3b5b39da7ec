import { calendarDate, readThaiDate, thaiMonthName, type CalendarDate } from '../../platform/dates.ts'
import { type Month } from './withholding.ts'

/** '11/2569'; anything else is this month. */
export function monthIn(asked: string | undefined, today: CalendarDate): { from: CalendarDate; month: Month } {
  const from = readThaiDate(`01/${asked ?? ''}`) ?? calendarDate(`${today.slice(0, 7)}-01`)
  const [year, number] = [Number(from.slice(0, 4)) + 543, Number(from.slice(5, 7))]
  return { from, month: { typed: `${String(number).padStart(2, '0')}/${year}`, name: `${thaiMonthName(number)} ${year}` } }
}

// Days of pay. Pure.
import { addDays, addMonths, calendarDate, daysBetween, type CalendarDate } from '../../platform/dates.ts'

/** The third working day before the end of the month (§1.7); holidays are for the office to know. */
export function usualPayDate(month: CalendarDate): CalendarDate {
  let day = addDays(addMonths(month, 1), -1)
  let working = isWorking(day) ? 1 : 0
  while (working < 3) {
    day = addDays(day, -1)
    if (isWorking(day)) working += 1
  }
  return day
}

const aSunday = calendarDate('2000-01-02')

function isWorking(day: CalendarDate): boolean {
  const ofWeek = daysBetween(aSunday, day) % 7
  return ofWeek !== 0 && ofWeek !== 6
}

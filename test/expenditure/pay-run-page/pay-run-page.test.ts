import { expect, it } from 'vitest'
import { usualPayDate } from '../../../src/expenditure/pay-run-page/pay-run-page.ts'
import { calendarDate } from '../../../src/platform/dates.ts'

it.each([['2024-10-01', '2024-10-29'], ['2026-11-01', '2026-11-26'], ['2025-08-01', '2025-08-27'], ['2025-02-01', '2025-02-26']])('the third working day before the end of %s is %s', (month, day) => {
  expect(usualPayDate(calendarDate(month))).toBe(day)
})

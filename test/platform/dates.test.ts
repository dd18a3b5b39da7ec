import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays, addMonths, calendarDate, compareDates, daysBetween, fiscalMonthOf, fiscalYear, fiscalYearOf, fiscalYearPeriod, formatThaiDate,
  formatThaiDateField, formatThaiDateShort, parseThaiDate, readThaiDate, thaiMonthName,
} from '../../src/platform/dates.ts'
import { toThaiDigits } from '../../src/platform/thai.ts'

const epoch = calendarDate('1970-01-01')
const days = fc.integer({ min: -25_000, max: 100_000 }).map((number) => addDays(epoch, number))

describe('a day typed by an officer', () => {
  it.each([
    ['17/09/2567', '2024-09-17'], ['17-9-2567', '2024-09-17'], ['17.09.2567', '2024-09-17'], ['๑๗/๐๙/๒๕๖๗', '2024-09-17'],
    [' 1/10/2567 ', '2024-10-01'], ['29/02/2567', '2024-02-29'], ['2024-09-17', '2024-09-17'], ['2567-02-29', '2024-02-29'],
  ])('%s is read as %s', (text, date) => {
    expect(parseThaiDate(text)).toEqual({ date, convertedFromCe: false })
  })

  it('in the Christian era is converted and reported', () => {
    expect(parseThaiDate('17/09/2024')).toEqual({ date: '2024-09-17', convertedFromCe: true })
  })

  it.each([
    '31/02/2568', '29/02/2568', '31/04/2567', '17/09/67', '17/13/2567', '00/09/2567', '17/00/2567', '17/09-2567', '17 09 2567', '1709/2567',
    '17/09/25677', '17/09/1567', '17/09/5267', '2025-02-29', '2024-9-17', '', 'เมื่อวาน', '17/09/2567x', '-1/09/2567', '1e1/09/2567',
  ])('%s is refused', (text) => {
    expect(parseThaiDate(text)).toBeUndefined()
    expect(readThaiDate(text)).toBeUndefined()
  })

  it('is read back from what the field shows, also in Thai digits', () => {
    fc.assert(fc.property(days, (date) => {
      expect(readThaiDate(formatThaiDateField(date))).toBe(date)
      expect(readThaiDate(toThaiDigits(formatThaiDateField(date)))).toBe(date)
      expect(readThaiDate(date)).toBe(date)
    }))
  })
})

describe('a day', () => {
  it.each([
    '2024-02-30', '2023-02-29', '2567-02-29', '2024-1-1', '17/09/2567', '', '2024-09-17T00:00:00Z', '0000-01-01',
  ])('%s does not exist', (text) => {
    expect(() => calendarDate(text)).toThrow(RangeError)
  })

  it('is shown in the Buddhist era', () => {
    const date = calendarDate('2024-09-17')
    expect(formatThaiDate(date)).toBe('17 กันยายน 2567')
    expect(formatThaiDateShort(date)).toBe('17 ก.ย. 2567')
    expect(formatThaiDateField(date)).toBe('17/09/2567')
    expect(() => thaiMonthName(13)).toThrow(RangeError)
  })

  it('is shown as the Thai calendar of the platform would show it', () => {
    const reference = new Intl.DateTimeFormat('th-TH', { dateStyle: 'long', timeZone: 'UTC' })
    const short = new Intl.DateTimeFormat('th-TH', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    fc.assert(fc.property(days, (date) => {
      expect(formatThaiDate(date)).toBe(reference.format(new Date(`${date}T00:00:00Z`)))
      expect(formatThaiDateShort(date)).toBe(short.format(new Date(`${date}T00:00:00Z`)))
    }))
  })

  it('moves by days and is found again', () => {
    fc.assert(fc.property(days, fc.integer({ min: -10_000, max: 10_000 }), (date, number) => {
      const moved = addDays(date, number)
      expect(daysBetween(date, moved)).toBe(number)
      expect(addDays(moved, -number)).toBe(date)
      expect(compareDates(moved, date)).toBe(Math.sign(number))
    }))
  })

  it('moves by months to the end of a shorter month', () => {
    expect(addMonths(calendarDate('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(calendarDate('2025-01-31'), 1)).toBe('2025-02-28')
    expect(addMonths(calendarDate('2024-12-15'), 1)).toBe('2025-01-15')
    expect(addMonths(calendarDate('2024-01-31'), -2)).toBe('2023-11-30')
    expect(addMonths(calendarDate('2024-03-01'), -14)).toBe('2023-01-01')
    fc.assert(fc.property(days, fc.integer({ min: -200, max: 200 }), (date, months) => {
      const moved = addMonths(date, months)
      const counted = Number(moved.slice(0, 4)) * 12 + Number(moved.slice(5, 7)) - Number(date.slice(0, 4)) * 12 - Number(date.slice(5, 7))
      expect(counted).toBe(months)
      expect(moved.slice(8) === date.slice(8) || addDays(moved, 1).endsWith('-01')).toBe(true)
    }))
  })
})

describe('the fiscal year', () => {
  it('begins on 1 October: 30/09/2568 is still 2568, 01/10/2568 is 2569', () => {
    expect(fiscalYearOf(calendarDate('2025-09-30'))).toBe(2568)
    expect(fiscalYearOf(calendarDate('2025-10-01'))).toBe(2569)
  })

  it('of 2024-10-01 is 2568 and not the year before', () => {
    expect(fiscalYearOf(calendarDate('2024-10-01'))).toBe(2568)
    expect(fiscalYearOf(calendarDate('2024-09-30'))).toBe(2567)
    expect(fiscalYearPeriod(fiscalYear(2568))).toEqual({ from: '2024-10-01', until: '2025-10-01' })
  })

  it('holds each of its days and no other, in twelve months from October', () => {
    fc.assert(fc.property(days, (date) => {
      const { from, until } = fiscalYearPeriod(fiscalYearOf(date))
      expect(from <= date && date < until).toBe(true)
      expect(fiscalYearOf(addDays(from, -1))).toBe(fiscalYearOf(from) - 1)
      expect(addMonths(from, fiscalMonthOf(date) - 1).slice(0, 7)).toBe(date.slice(0, 7))
    }))
    expect(fiscalMonthOf(calendarDate('2024-10-31'))).toBe(1)
    expect(fiscalMonthOf(calendarDate('2025-09-01'))).toBe(12)
  })

  it.each([2024, 2567.5, NaN, 68])('%s is not one', (number) => {
    expect(() => fiscalYear(number)).toThrow(RangeError)
  })
})

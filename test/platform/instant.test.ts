import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedClock, systemClock } from '../../src/platform/clock.ts'
import {
  addDays, addSeconds, bangkokDateOf, calendarDate, fiscalYearOf, formatInstant, formatSpan, instant, instantFromDate, secondsBetween,
  startOfBangkokDay, toDate,
} from '../../src/platform/dates.ts'

const moments = fc.date({ min: new Date('1930-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map(instantFromDate)

describe('a moment', () => {
  it.each([
    ['2024-09-30T17:00:00Z', '2024-09-30T17:00:00.000Z'], ['2024-10-01T00:00:00+07:00', '2024-09-30T17:00:00.000Z'],
    ['2024-09-30 17:00:00.123456+00', '2024-09-30T17:00:00.123Z'], ['2024-09-30 17:00:00.5+0530', '2024-09-30T11:30:00.500Z'],
  ])('%s is kept as %s', (text, kept) => {
    expect(instant(text)).toBe(kept)
  })

  it.each([
    '2024-09-30T17:00:00', '2024-02-30T00:00:00Z', '2024-09-30', '2567-09-30T17:00:00Z', '2024-09-30T24:00:00Z', 'now', '',
  ])('%s is refused', (text) => {
    expect(() => instant(text)).toThrow(RangeError)
  })

  it('at midnight in Bangkok already belongs to the new fiscal year, though in UTC it is still September', () => {
    expect(fiscalYearOf(bangkokDateOf(instant('2024-09-30T17:00:00Z')))).toBe(2568)
    expect(fiscalYearOf(bangkokDateOf(instant('2024-09-30T16:59:59.999Z')))).toBe(2567)
  })

  it('falls on the day and hour that a Bangkok calendar shows', () => {
    const bangkok = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok', dateStyle: 'short' })
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Bangkok', hour: '2-digit', minute: '2-digit' })
    fc.assert(fc.property(moments, (moment) => {
      expect(bangkokDateOf(moment)).toBe(bangkok.format(toDate(moment)))
      expect(formatInstant(moment)).toContain(` ${time.format(toDate(moment)).replace(':', '.')} น.`)
    }))
    expect(formatInstant(instant('2024-09-17T07:30:00Z'))).toBe('17 ก.ย. 2567 14.30 น.')
  })

  it.each([[300, '5 นาที'], [43200, '12 ชั่วโมง'], [5400, '1 ชั่วโมง 30 นาที'], [90, '1 นาที 30 วินาที'], [86400, '24 ชั่วโมง'], [0, '0 วินาที']])('%i seconds are called %s', (seconds, words) => {
    expect(formatSpan(seconds)).toBe(words)
  })

  it('lies in the half-open day it is found by', () => {
    fc.assert(fc.property(moments, (moment) => {
      const day = bangkokDateOf(moment)
      expect(startOfBangkokDay(day) <= moment && moment < startOfBangkokDay(addDays(day, 1))).toBe(true)
    }))
    expect(startOfBangkokDay(calendarDate('2024-10-01'))).toBe('2024-09-30T17:00:00.000Z')
  })

  it('moves by seconds, and text order is time order', () => {
    fc.assert(fc.property(moments, fc.integer({ min: -1_000_000, max: 1_000_000 }), (moment, seconds) => {
      const moved = addSeconds(moment, seconds)
      expect(secondsBetween(moment, moved)).toBe(seconds)
      expect(moved > moment).toBe(seconds > 0)
      expect(instant(moved)).toBe(moved)
    }))
  })

  it('cannot be made of an invalid date', () => {
    expect(() => instantFromDate(new Date(NaN))).toThrow(RangeError)
  })
})

describe('a clock', () => {
  it('for tests stands still, advances and is set', () => {
    const clock = fixedClock(instant('2024-09-30T16:59:00Z'))
    expect(clock.now()).toBe(clock.now())
    clock.advance(60)
    expect(clock.now()).toBe('2024-09-30T17:00:00.000Z')
    clock.set(instant('2025-01-01T00:00:00Z'))
    expect(clock.now()).toBe('2025-01-01T00:00:00.000Z')
  })

  it('of the system tells the time of this machine', () => {
    const before = Date.now()
    const now = toDate(systemClock.now()).getTime()
    expect(now >= before && now <= Date.now()).toBe(true)
  })
})

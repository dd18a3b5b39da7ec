import { describe, expect, it } from 'vitest'
import { asOfIn, asOfQuery, dayOf, monthIn, yearBefore } from '../../src/ledger/asked.ts'
import { calendarDate } from '../../src/platform/dates.ts'

const today = calendarDate('2026-11-20')

describe('what a report is asked for', () => {
  it('is the month of today, before adjustment, when nothing is said', () => {
    expect(asOfIn({}, today)).toEqual({ asOf: { fiscalYear: 2570, month: 2, day: undefined, upTo: 'normal' }, typedDay: '', errors: {} })
  })

  it.each([{ month: '13', fiscalYear: '25700' }, { month: '0', fiscalYear: '1999' }, { month: '-1', fiscalYear: 'x', stage: 'constructor' }, { stage: 'opening' }])('of strange words %j is as if nothing had been said', (query) => {
    expect(asOfIn(query, today).asOf).toEqual({ fiscalYear: 2570, month: 2, day: undefined, upTo: 'normal' })
  })

  it('is a day, which names its month and year itself', () => {
    const { asOf, typedDay } = asOfIn({ day: '๑๕/๑๐/๒๕๖๘', fiscalYear: '2570', month: '7', stage: 'adjusting' }, today)
    expect(asOf).toEqual({ fiscalYear: 2569, month: 1, day: '2025-10-15', upTo: 'adjusting' })
    expect(typedDay).toBe('15/10/2568')
    expect(asOfIn(asOfQuery(asOf), today).asOf).toEqual(asOf)
  })

  it.each(['32/01/2569', '2569', 'เมื่อวาน', '29/02/2568'])('tells that %j is no day, and answers for the month', (day) => {
    const { asOf, errors, typedDay } = asOfIn({ day }, today)
    expect([asOf.day, typedDay, errors.day]).toEqual([undefined, day, 'วันที่ไม่ถูกต้อง ตัวอย่างเช่น 17/09/2567'])
  })

  it('stands at 30 September once the year is closed or audited', () => {
    for (const stage of ['closing', 'post-audit']) expect(dayOf(asOfIn({ stage, month: '3', fiscalYear: '2569' }, today).asOf)).toBe('2026-09-30')
    expect(asOfIn({ stage: 'closing', day: '30/09/2569' }, today).errors).toEqual({})
    expect(asOfIn({ stage: 'closing', day: '29/09/2569' }, today).errors.day).toContain('30 กันยายน')
  })

  it('has its like a year earlier, also for 29 February', () => {
    expect(dayOf(yearBefore(asOfIn({ day: '29/02/2567' }, today).asOf))).toBe('2023-02-28')
    expect(yearBefore({ ...monthIn({}, today), day: undefined, upTo: 'normal' }).fiscalYear).toBe(2569)
  })
})

import { describe, expect, it } from 'vitest'
import { deskText } from '../../../src/budget/desk.text.ts'
import { latenessOf } from '../../../src/budget/desk/desk.ts'
import { lateNotice } from '../../../src/budget/desk/desk.view.ts'
import { type Step } from '../../../src/budget/document/document.ts'
import { calendarDate } from '../../../src/platform/dates.ts'

function step(action: string, day: string): Step {
  const recordedBy = { name: 'นางมาลี ศรีสุข', position: '' }
  return { action, happenedOn: calendarDate(day), meeting: '', letterNumber: '', letterDate: null, note: '', recordedBy, recordedAt: '2026-11-20T05:00:00Z' }
}

const late = (steps: readonly Step[], today: string) => latenessOf({ steps }, calendarDate(today), 15)

describe('the report to the supervisor', () => {
  const approved = step('approve', '2026-11-01')

  it('is in time on the fifteenth day after the approval, and a day late on the sixteenth', () => {
    expect(late([approved], '2026-11-16')).toBeUndefined()
    expect(late([approved], '2026-11-17')).toEqual({ late: 1, isReported: false })
  })

  it('once sent is as late as it was sent, whatever day it is', () => {
    expect(late([approved, step('report', '2026-11-10')], '2027-01-01')).toBeUndefined()
    expect(late([approved, step('report', '2026-11-20')], '2027-01-01')).toEqual({ late: 4, isReported: true })
  })

  it('owes nothing before the approval', () => {
    expect(late([step('submit', '2026-10-01')], '2027-01-01')).toBeUndefined()
  })

  it('is told in days', () => {
    expect(lateNotice(undefined)).toBe('')
    expect(lateNotice({ late: 4, isReported: true, days: 15 })).toBe(deskText.reportedLate('15', '4'))
    expect(lateNotice({ late: 1, isReported: false, days: 15 })).toBe('ต้องรายงานผู้กำกับดูแลภายใน 15 วันนับแต่วันอนุมัติ ขณะนี้เลยกำหนดแล้ว 1 วัน')
  })
})

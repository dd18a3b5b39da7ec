import { describe, expect, it } from 'vitest'
import { calendarDate, readThaiDate } from '../../src/platform/dates.ts'
import { readSheet } from '../../src/platform/sheet-reader.ts'
import { toXlsx } from '../../src/platform/spreadsheet.ts'

describe('an uploaded sheet', () => {
  it('gives a cell that holds a day as the day that forms read, from Excel as from CSV', async () => {
    const day = calendarDate('2026-11-10')
    const excel = await readSheet(await toXlsx({ name: 'โอน', about: [], header: ['วันที่โอน'], rows: [[{ day }]] }))
    expect(excel).toEqual([['วันที่โอน'], ['2026-11-10']])
    expect(readThaiDate(excel[1]?.[0] ?? '')).toBe(day)
    expect(await readSheet(Buffer.from('วันที่โอน\n10/11/2569\n'))).toEqual([['วันที่โอน'], ['10/11/2569']])
  })
})

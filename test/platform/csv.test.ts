import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardFormula, toCsv } from '../../src/platform/csv.ts'
import { money } from '../../src/platform/money.ts'

describe('a file for spreadsheets', () => {
  it.each(['=1+1', '+66', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('shows %j instead of computing it', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
  })

  it.each(['', 'เทศบาล', '1-2345', 'a=b', ' x'])('leaves %j as it is', (text) => {
    expect(guardFormula(text)).toBe(text)
  })

  it('begins with a byte order mark and writes money bare', () => {
    expect(toCsv([['รายการ', 'จำนวน'], ['คืน "มัดจำ", ครั้งที่ 1', money(-123450n)]]))
      .toBe('\uFEFFรายการ,จำนวน\r\n"คืน ""มัดจำ"", ครั้งที่ 1",-1234.50\r\n')
  })

  it('is read back cell by cell, whatever the cells hold', () => {
    const rows = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(rows, (list) => {
      const read: unknown = parse(toCsv(list), { bom: true, relax_column_count: true, record_delimiter: '\r\n' })
      expect(read).toEqual(list.map((row) => row.map(guardFormula)))
    }))
  })
})

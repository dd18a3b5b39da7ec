import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/platform/dates.ts'
import { money } from '../../src/platform/money.ts'
import { toXlsx, type Sheet } from '../../src/platform/spreadsheet.ts'

const sheet = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({ name: 'งบทดลอง', about: [], header: ['รายการ', 'จำนวน'], rows, ...more })

async function readBack(given: Sheet) {
  const [first] = await readExcel(await toXlsx(given))
  if (!first) throw new Error('the file has no sheet')
  return first
}

describe('a list for Excel', () => {
  it('has a Thai sheet name, its title above and its header before the rows', async () => {
    const { sheet: name, data } = await readBack(sheet([['เงินสด', money(5n)]], { about: ['เทศบาลเมืองแสนสุข', 'ณ วันที่ 30 กันยายน 2570'] }))
    expect(name).toBe('งบทดลอง')
    expect(data.map((row) => row[0])).toEqual(['เทศบาลเมืองแสนสุข', 'ณ วันที่ 30 กันยายน 2570', null, 'รายการ', 'เงินสด'])
    expect(data[4]).toEqual(['เงินสด', 0.05])
  })

  it('gives amounts and days as numbers that can be summed and sorted', async () => {
    const { data } = await readBack(sheet([['ก', money(-123450n)], ['ข', { day: calendarDate('2026-11-10') }]]))
    expect(data[1]).toEqual(['ก', -1234.5])
    expect(data[2]?.[1]).toEqual(new Date('2026-11-10T00:00:00Z'))
  })

  it('writes an amount that floating point cannot hold as a text, satang for satang', async () => {
    const { data } = await readBack(sheet([['ก', money(999_999_999_999_999_999n)], ['ข', money(9_007_199_254_740_991n)]]))
    expect(data[1]?.[1]).toBe('9999999999999999.99')
    expect(data[2]?.[1]).toBe(90071992547409.91)
  })

  it.each(['=1+1', '@SUM(A1)', '+66', '-1', '=HYPERLINK("http://example.com")', '<f>1+1</f>', '&lt;'])('never computes %j', async (text) => {
    const { data } = await readBack(sheet([[text, text]]))
    expect(data[1]).toEqual([text, text])
  })

  it('survives signs that no file may hold, and words the writer itself might stumble over', async () => {
    const { data } = await readBack(sheet([['a\u0000b\u001fc\uD800d\uFFFF', 'constructor'], ['__proto__', 'toString']]))
    expect(data[1]?.[0]).toBe('abcd')
    expect(data.slice(1).map((row) => row.map((cell) => String(cell).trim()))).toEqual([['abcd', 'constructor'], ['__proto__', 'toString']])
  })

  it.each([['a/b:c*?[x]', 'a b c x'], ['', 'Sheet1'], ['ก'.repeat(40), 'ก'.repeat(31)]])('calls the sheet of %j %j', async (name, called) => {
    expect((await readBack(sheet([['ก', 'ข']], { name }))).sheet).toBe(called)
  })

  it('is a file also when there is nothing to list', async () => {
    expect((await readBack(sheet([]))).data).toEqual([['รายการ', 'จำนวน']])
  })
})

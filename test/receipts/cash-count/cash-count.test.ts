import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { z } from 'zod'
import { baht, sum } from '../../../src/platform/money.ts'
import { boxName, countedTotal, denominations, worthOf } from '../../../src/receipts/cash-count/cash-count.ts'
import { pieceBoxes, piecesIn } from '../../../src/receipts/cash-count/cash-count.schema.ts'
import { countTable, nameOf } from '../../../src/receipts/cash-count/cash-count.view.ts'

const boxes = z.object(pieceBoxes)

describe('a count of cash', () => {
  it('adds notes and coins up to the satang', () => {
    expect(countedTotal({ 100000: 7, 10000: 1, 50: 3, 25: 1 })).toBe(baht('7101.75'))
  })

  it('is the sum of its kinds, whatever was counted', () => {
    fc.assert(fc.property(fc.array(fc.nat(500_000), { minLength: denominations.length, maxLength: denominations.length }), (counts) => {
      const pieces = Object.fromEntries(denominations.map((worth, index) => [String(worth), counts[index] ?? 0]))
      expect(countedTotal(pieces)).toBe(sum(denominations.map((worth, index) => worthOf(worth, counts[index] ?? 0))))
    }))
  })

  it('reads Thai digits and blanks, and drops kinds without a piece', () => {
    const read = boxes.parse({ [boxName(100_000n)]: '๑๒', [boxName(25n)]: '', [boxName(50n)]: '0' })
    expect(piecesIn(read)).toEqual({ 100000: 12 })
  })

  it.each(['-1', '1.5', 'สิบ', '1000000'])('refuses %s at its box', (text) => {
    const refused = boxes.safeParse({ [boxName(2_000n)]: text })
    expect(refused.error?.issues.map((issue) => issue.path)).toEqual([['pieces-2000']])
  })

  it('calls what is worth more than ten baht a note', () => {
    expect([nameOf(2_000n), nameOf(1_000n), nameOf(25n)]).toEqual(['ธนบัตร 20 บาท', 'เหรียญ 10 บาท', 'เหรียญ 0.25 บาท'])
  })

  it('shows only what there is, and its sum', () => {
    const table = countTable({ 100000: 1, 100: 2 })
    expect(table.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([['ธนบัตร 1,000 บาท', '1', '1,000.00'], ['เหรียญ 1 บาท', '2', '2.00']])
    expect(table.totals[0]?.cells[0]?.text).toBe('1,002.00')
  })
})

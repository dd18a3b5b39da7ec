import { expect, it } from 'vitest'
import { faultsOfSheet, pastedSheet, readSheetRows } from '../../src/documents/sheet-rows.ts'

const heads = { name: 'ชื่อ', amount: 'จำนวนเงิน' }
const text = { noHeads: (names: string) => `ไม่พบ ${names}`, noRows: 'ไม่มีแถว', long: (most: string) => `เกิน ${most}` }
const shape = { heads, required: ['name', 'amount'] as const, most: 2, text }
const read = (pasted: string) => readSheetRows(pastedSheet(pasted), { ...shape, required: [...shape.required] })

it('finds columns by their heads wherever they stand, and numbers rows as the spreadsheet does', () => {
  const rows = read('ทะเบียน\n\nจำนวนเงิน\tชื่อ\n100\tก\n\n200\tข')
  if (typeof rows === 'string') throw new Error(rows)
  expect(rows.map((row) => [row.number, row.cell('name'), row.cell('amount')])).toEqual([[4, 'ก', '100'], [6, 'ข', '200']])
})

it('refuses a sheet without its heads, without rows, with too many', () => {
  expect([read('ชื่อ\nก'), read('ชื่อ\tจำนวนเงิน\n\t'), read('ชื่อ\tจำนวนเงิน\nก\t1\nข\t2\nค\t3')]).toEqual(['ไม่พบ จำนวนเงิน', 'ไม่มีแถว', 'เกิน 2'])
})

it('takes the guard before a formula and control characters away', () => {
  const rows = read("ชื่อ\tจำนวนเงิน\n'=ก\u0007ข\t1")
  if (typeof rows === 'string') throw new Error(rows)
  expect(rows[0]?.cell('name')).toBe('=ก ข')
})

it('tells faults by row and column', () => {
  expect(faultsOfSheet({ 'rows.17.amount': 'ผิด', file: 'ทั้งไฟล์' }, heads)).toEqual([{ row: 17, column: 'จำนวนเงิน', message: 'ผิด' }])
})

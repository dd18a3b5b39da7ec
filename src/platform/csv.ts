/** CSV that spreadsheets open as it was meant: Thai letters whole, and no cell that runs as a formula. */
import { toNumeric } from './money.ts'
import type { Money } from './money.ts'

/** Money is written bare (-1234.50) because it cannot be a formula; every text is guarded. */
export type CsvCell = string | Money

// The full-width signs run as formulas too, where the keyboard makes them.
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** A leading apostrophe makes a spreadsheet show the text instead of computing it. */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

const byteOrderMark = '\uFEFF'

export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + moreCsv(rows)
}

/** Rows that follow in the same file. */
export function moreCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')
}

function written(cell: CsvCell): string {
  return typeof cell === 'bigint' ? toNumeric(cell) : quoted(guardFormula(cell))
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

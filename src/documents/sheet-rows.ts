// Rows of a spreadsheet, uploaded or pasted: columns found by their heads, faults told by row (E_IMPORT). Pure.
import { type FieldErrors } from '../platform/errors.ts'
import { type Sheet } from '../platform/sheet-reader.ts'
import { normalizeThai } from '../platform/thai.ts'

const furthestHead = 10

export interface SheetRow<C extends string> {
  /** As the spreadsheet counts, from 1. */
  readonly number: number
  cell(column: C): string
}

export interface SheetShape<C extends string> {
  readonly heads: Readonly<Record<C, string>>
  readonly required: readonly C[]
  readonly most: number
  readonly text: { noHeads(names: string): string; readonly noRows: string; long(most: string): string }
}

/** What a spreadsheet puts on the clipboard. */
export function pastedSheet(pasted: string): Sheet {
  return pasted.split(/\r?\n/).map((line) => line.split('\t'))
}

/** The rows that say anything, or what is wrong with the sheet as a whole. */
export function readSheetRows<C extends string>(sheet: Sheet, { heads, required, most, text }: SheetShape<C>): readonly SheetRow<C>[] | string {
  const [first] = required
  const at = sheet.slice(0, furthestHead).findIndex((row) => first !== undefined && row.some((cell) => plain(cell) === heads[first]))
  const names = (sheet[at] ?? []).map(plain)
  const missing = required.filter((column) => !names.includes(heads[column]))
  if (missing.length > 0) return text.noHeads(missing.map((column) => heads[column]).join(', '))
  const said = sheet.slice(at + 1).map((row, index) => ({ row, number: at + index + 2 })).filter(({ row }) => row.some((cell) => plain(cell) !== ''))
  if (said.length === 0) return text.noRows
  if (said.length > most) return text.long(String(most))
  return said.map(({ row, number }) => ({ number, cell: (column) => plain(row[names.indexOf(heads[column])] ?? '') }))
}

/** The guard our own files put before a formula goes again; control characters have no place in a register. */
function plain(cell: string): string {
  return normalizeThai(cell.replace(/[\u0000-\u001F\u007F]/g, ' ')).trim().replace(/^'/, '')
}

export interface SheetFault {
  readonly row: number
  readonly column: string
  readonly message: string
}

/** Back from the names of fields ('rows.17.taxId') to rows and columns. */
export function faultsOfSheet(faults: FieldErrors, heads: Readonly<Record<string, string>>): SheetFault[] {
  return Object.entries(faults).flatMap(([name, message]) => {
    const [, row, cell = ''] = /^rows\.([0-9]+)\.(\w+)$/.exec(name) ?? []
    return row === undefined ? [] : [{ row: Number(row), column: heads[cell] ?? cell, message }]
  })
}

// Opening balances from a file: columns found by their names, rows that bear an amount, faults told by the row of the sheet (§3.5).
import { type FieldErrors } from '../../platform/errors.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { bare, blankLine, lineCells, type LineCell, type TypedLine } from '../journal-lines/journal-lines.ts'
import { journalText } from '../journal.text.ts'

const { errors, opening: text } = journalText

export const mostRows = 10_000
const furthestHead = 10

export interface ImportedRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number
  readonly line: TypedLine
}

export interface ImportedSheet {
  readonly rows: readonly ImportedRow[]
}

/** The rows of a sheet, or what is wrong with it as a whole. */
export function readOpening(sheet: Sheet): ImportedSheet | string {
  const at = sheet.slice(0, furthestHead).findIndex((row) => row.some((cell) => plain(cell) === text.heads.account))
  const columns = columnsIn(sheet[at] ?? [])
  const missing = (['account', 'debit', 'credit'] as const).filter((cell) => columns[cell] === undefined)
  if (missing.length > 0) return errors.noHeads(missing.map((cell) => text.heads[cell]).join(', '))
  const rows = sheet.slice(at + 1).map((row, index) => ({ number: at + index + 2, line: lineOf(row, columns) })).filter(({ line }) => bearsAmount(line))
  if (rows.length === 0) return errors.noRows
  return rows.length > mostRows ? errors.tooManyRows : { rows }
}

type Columns = Readonly<Partial<Record<LineCell, number>>>

function columnsIn(head: readonly string[]): Columns {
  const names = head.map(plain)
  return Object.fromEntries(lineCells.flatMap((cell) => {
    const index = names.findIndex((name) => name.startsWith(text.heads[cell]))
    return index < 0 ? [] : [[cell, index]]
  }))
}

function lineOf(row: readonly string[], columns: Columns): TypedLine {
  const cell = (name: LineCell) => plain(columns[name] === undefined ? '' : row[columns[name]] ?? '')
  return {
    ...blankLine, account: wholeCode(cell('account')), key: cell('key'), counterparty: cell('counterparty'), debit: bare(toArabicDigits(cell('debit'))),
    credit: bare(toArabicDigits(cell('credit'))), memo: cell('memo'),
  }
}

/** The guard our own files put before a formula goes again; control characters go. */
function plain(cell: string): string {
  return normalizeThai(cell.replace(/[\u0000-\u001F\u007F]/g, ' ')).replace(/^'/, '')
}

/** A spreadsheet that took the code for a number has dropped noughts at its end. */
function wholeCode(code: string): string {
  const [, ten, rest] = /^([0-9]{10})\.([0-9]{1,2})$/.exec(toArabicDigits(code)) ?? []
  return ten === undefined || rest === undefined ? code : `${ten}.${rest.padEnd(3, '0')}`
}

/** Accounts of the template without a balance, and the line that adds up, are no lines. */
function bearsAmount({ account, debit, credit }: TypedLine): boolean {
  return debit + credit !== '' && account !== text.sum
}

/** 'lines.3.account' of the judged rows → 'rows.17.account' of the sheet. */
export function atSheet(faults: FieldErrors, rows: readonly ImportedRow[]): FieldErrors {
  return Object.fromEntries(Object.entries(faults).map(([name, message]) => {
    const [, index, cell] = /^lines\.([0-9]+)\.(\w+)$/.exec(name) ?? []
    return index === undefined ? [name, message] : [`rows.${rows[Number(index)]?.number ?? 0}.${cell}`, message]
  }))
}

export interface RowFault {
  readonly row: number
  readonly cell: LineCell
  readonly message: string
}

/** Back from the names of fields to rows and columns, in the order of the sheet. */
export function rowFaults(faults: FieldErrors): RowFault[] {
  return Object.entries(faults).flatMap(([name, message]) => {
    const [, row, found] = /^rows\.([0-9]+)\.(\w+)$/.exec(name) ?? []
    const cell = lineCells.find((each) => each === found)
    return row === undefined || cell === undefined ? [] : [{ row: Number(row), cell, message }]
  })
}

/** An account of the empty form, once for each key of its register. */
export interface TemplateRow {
  readonly code: string
  readonly name: string
  readonly key: string
  readonly keyName: string
}

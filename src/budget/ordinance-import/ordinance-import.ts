// Expenditure lines from a file: columns found by their names, faults told by the row of the sheet. Pure.
import { type FieldErrors } from '../../platform/errors.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { type DocumentLine, type NewDocumentLine } from '../document/document.ts'
import { blankLine, judgeLine, keyText, typedOf, type LineRules, type TypedLine } from '../ordinance-form/ordinance-form.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'

const { errors, import: text } = ordinanceFormText

export const mostRows = 2000
const furthestHead = 10

/** In the order of the template. */
export const importedCells = [
  'task', 'department', 'code', 'title', 'amount', 'fromSubsidy', 'explanation', 'planReference', 'quantity', 'unit', 'location', 'legalReference',
] as const
export type ImportedCell = (typeof importedCells)[number]

export interface ImportedRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number
  readonly cells: Partial<Readonly<Record<ImportedCell, string>>>
}

/** The rows of a sheet that say anything, or what is wrong with it as a whole. */
export function readLines(sheet: Sheet): readonly ImportedRow[] | string {
  const at = sheet.slice(0, furthestHead).findIndex((row) => row.some((cell) => plain(cell) === text.heads.task))
  const names = (sheet[at] ?? []).map(plain)
  const columns = importedCells.map((cell) => [cell, names.indexOf(text.heads[cell])] as const).filter(([, index]) => index >= 0)
  const missing = (['task', 'code', 'amount'] as const).filter((cell) => !columns.some(([name]) => name === cell))
  if (missing.length > 0) return errors.noHeads(missing.map((cell) => text.heads[cell]).join(', '))
  const rows = sheet.slice(at + 1).map((row, index): ImportedRow => (
    { number: at + index + 2, cells: Object.fromEntries(columns.map(([cell, column]) => [cell, wholeTask(cell, plain(row[column] ?? ''))])) }))
  const said = rows.filter(({ cells }) => (cells.code ?? '') + (cells.amount ?? '') + (cells.title ?? '') !== '')
  if (said.length === 0) return errors.noRows
  return said.length > mostRows ? errors.longFile(String(mostRows)) : said
}

/** The guard our own files put before a formula goes again. */
function plain(cell: string): string {
  return normalizeThai(cell).replace(/^'/, '')
}

/** A spreadsheet that took the code for a number has dropped the noughts it began with. */
function wholeTask(cell: ImportedCell, text: string): string {
  const digits = toArabicDigits(text)
  return cell === 'task' && /^[0-9]{1,5}$/.test(digits) ? digits.padStart(5, '0') : text
}

export interface JudgedFile {
  /** By number of the document's line: those that stood there changed, new ones after the last. */
  readonly lines: ReadonlyMap<number, NewDocumentLine>
  /** 'rows.17.amount' */
  readonly faults: FieldErrors
}

/** A line of the same task, department, code and title is changed, what the file does not say of it stays; others are added. */
export function judgeFile(rows: readonly ImportedRow[], stored: readonly DocumentLine[], rules: LineRules): JudgedFile {
  const faults: Record<string, string> = {}
  const lines = new Map<number, NewDocumentLine>()
  const known = new Map(stored.flatMap((line) => (line.key ? [[keyText(line.key), line] as const] : [])))
  const seen = new Set<string>()
  let last = Math.max(0, ...stored.map(({ line }) => line))
  for (const { number, cells } of rows) {
    const typed: TypedLine = { ...blankLine, ...cells, department: cells.department || ownerOf(cells.task ?? '', rules) }
    const judged = judgeLine(typed, rules)
    const name = judged.line && keyText(judged.line.key)
    const before = name === undefined ? undefined : known.get(name)
    const { line, wrong } = before ? judgeLine({ ...typedOf(before), ...cells, department: typed.department }, rules) : judged
    for (const [cell, message] of Object.entries(wrong)) faults[`rows.${number}.${cell}`] = message
    if (name !== undefined && seen.has(name)) faults[`rows.${number}.title`] ??= errors.twin
    seen.add(name ?? '')
    if (line) lines.set(before?.line ?? ++last, line)
  }
  return { lines, faults }
}

function ownerOf(task: string, { classes }: LineRules): string {
  return classes.get(toArabicDigits(task).slice(0, 5))?.departmentId ?? ''
}

export interface RowFault {
  readonly row: number
  readonly cell: ImportedCell
  readonly message: string
}

/** Back from the names of fields to rows and columns, in the order of the sheet. */
export function rowFaults(faults: FieldErrors): RowFault[] {
  return Object.entries(faults).flatMap(([name, message]) => {
    const [, row, found] = /^rows\.([0-9]+)\.(\w+)$/.exec(name) ?? []
    const cell = importedCells.find((each) => each === found)
    return row === undefined || cell === undefined ? [] : [{ row: Number(row), cell, message }]
  })
}

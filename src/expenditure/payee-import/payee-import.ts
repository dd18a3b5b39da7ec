// Payees from a file: columns found by their names, faults told by the row of the sheet (E_IMPORT). Pure.
import { type FieldErrors } from '../../platform/errors.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { payeeKinds } from '../payee/payee.ts'
import { payeeText } from '../payee.text.ts'

const { columns, fields, import: text, trail, kinds } = payeeText

export const mostRows = 2000
const furthestHead = 10

/** In the order of the template. */
export const importedCells = [
  'name', 'kind', 'taxId', 'branch', 'englishName', 'address', 'subdistrict', 'district', 'province', 'postcode', 'phone', 'email', 'isVatRegistered', 'isStaff',
] as const
export type ImportedCell = (typeof importedCells)[number]

const { vat, staff } = columns
export const heads: Readonly<Record<ImportedCell, string>> = {
  name: columns.name, kind: columns.kind, taxId: columns.taxId, branch: columns.branch, englishName: trail.fields.englishName, address: fields.address, subdistrict: fields.subdistrict,
  district: fields.district, province: fields.province, postcode: fields.postcode, phone: fields.phone, email: fields.email, isVatRegistered: vat, isStaff: staff,
}

export interface ImportedRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number
  /** As the form would send them. */
  readonly cells: Partial<Readonly<Record<ImportedCell, string>>>
}

/** The rows of a sheet that say anything, or what is wrong with it as a whole. */
export function readPayees(sheet: Sheet): readonly ImportedRow[] | string {
  const at = sheet.slice(0, furthestHead).findIndex((row) => row.some((cell) => plain(cell) === heads.name))
  const names = (sheet[at] ?? []).map(plain)
  const found = importedCells.map((cell) => [cell, names.indexOf(heads[cell])] as const).filter(([, index]) => index >= 0)
  const missing = (['name', 'kind', 'taxId'] as const).filter((cell) => !found.some(([name]) => name === cell))
  if (missing.length > 0) return text.errors.noHeads(missing.map((cell) => heads[cell]).join(', '))
  const rows = sheet.slice(at + 1).map((row, index): ImportedRow => (
    { number: at + index + 2, cells: Object.fromEntries(found.map(([cell, column]) => [cell, asSent(cell, plain(row[column] ?? ''))])) }))
  const said = rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))
  if (said.length === 0) return text.errors.noRows
  return said.length > mostRows ? text.errors.long(String(mostRows)) : said
}

/** The guard our own files put before a formula goes again. */
function plain(cell: string): string {
  return normalizeThai(cell).replace(/^'/, '')
}

/** Words of the file as the form knows them. A spreadsheet that took a tax id for a number has dropped the nought it began with. */
function asSent(cell: ImportedCell, said: string): string {
  if (cell === 'kind') return payeeKinds.find((kind) => kinds[kind] === said) ?? said
  if (cell === 'taxId') return /^[0-9]{12}$/.test(said) ? said.padStart(13, '0') : said
  return cell === 'isVatRegistered' || cell === 'isStaff' ? (said === payeeText.yes ? 'yes' : '') : said
}

export interface RowFault {
  readonly row: number
  readonly cell: ImportedCell
  readonly message: string
}

/** Back from the names of fields ('rows.17.taxId') to rows and columns. */
export function rowFaults(faults: FieldErrors): RowFault[] {
  return Object.entries(faults).flatMap(([name, message]) => {
    const [, row, found] = /^rows\.([0-9]+)\.(\w+)$/.exec(name) ?? []
    const cell = importedCells.find((each) => each === found)
    return row === undefined || cell === undefined ? [] : [{ row: Number(row), cell, message }]
  })
}

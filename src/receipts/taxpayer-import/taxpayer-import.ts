// People from a file: columns found by their names, faults told by the row of the sheet. Rows of one number are one person with several items. Pure.
import { type FieldErrors } from '../../platform/errors.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { importedSchema } from '../taxpayer/taxpayer.schema.ts'
import { itemKinds, personKinds, registers, type Register, type TaxedItem, type TaxpayerCommand } from '../taxpayer/taxpayer.ts'
import { taxpayerText } from '../taxpayer.text.ts'

const { errors, import: text, registers: registerNames, personKinds: personNames, itemKinds: itemNames } = taxpayerText

export const importedCells = ['register', 'personKind', 'name', 'personNumber', 'address', 'phone', 'item', 'place', 'detail'] as const
export type ImportedCell = (typeof importedCells)[number]
const wanted = ['name', 'address'] as const
const furthestHead = 10
const mostRows = 2000

export interface ImportedRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number
  readonly cells: Partial<Readonly<Record<ImportedCell, string>>>
}

export function readRows(sheet: Sheet): readonly ImportedRow[] | string {
  const at = sheet.slice(0, furthestHead).findIndex((row) => row.some((cell) => plain(cell) === text.heads.name))
  const names = (sheet[at] ?? []).map(plain)
  const columns = importedCells.map((cell) => [cell, names.indexOf(text.heads[cell])] as const).filter(([, index]) => index >= 0)
  const missing = wanted.filter((cell) => !columns.some(([name]) => name === cell))
  if (missing.length > 0) return errors.noHeads(missing.map((cell) => text.heads[cell]).join(', '))
  const rows = sheet.slice(at + 1).map((row, index): ImportedRow => ({ number: at + index + 2, cells: Object.fromEntries(columns.map(([cell, column]) => [cell, plain(row[column] ?? '')])) }))
  const said = rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))
  if (said.length === 0) return errors.noRows
  return said.length > mostRows ? errors.longFile : said
}

/** The guard our own files put before a formula goes again. */
function plain(cell: string): string {
  return normalizeThai(cell.replace(/[\u0000-\u001F\u007F]/g, ' ')).replace(/^'/, '')
}

export interface Judged {
  readonly people: readonly { readonly row: number; readonly command: TaxpayerCommand }[]
  /** 'rows.17.name' */
  readonly faults: FieldErrors
}

export function judgeRows(rows: readonly ImportedRow[], allowed: readonly Register[]): Judged {
  const faults: Record<string, string> = {}
  const people: { row: number; command: TaxpayerCommand }[] = []
  for (const row of rows) {
    const parsed = importedSchema.safeParse(formOf(row.cells, allowed))
    for (const issue of parsed.error?.issues ?? []) faults[`rows.${row.number}.${issue.path.join('.')}`] ??= issue.message
    const item = itemOf(row, faults)
    if (!parsed.success) continue
    const twin = people.find(({ command }) => parsed.data.personNumber !== '' && command.personNumber === parsed.data.personNumber && command.register === parsed.data.register)
    if (!allowed.includes(parsed.data.register)) faults[`rows.${row.number}.register`] = errors.noTaxpayers
    if (twin && (item === undefined || twin.command.name !== parsed.data.name)) faults[`rows.${row.number}.personNumber`] = errors.twin(String(twin.row))
    if (twin && item) people.splice(people.indexOf(twin), 1, { ...twin, command: { ...twin.command, items: [...twin.command.items, item] } })
    if (!twin) people.push({ row: row.number, command: { ...parsed.data, isActive: true, items: item ? [item] : [] } })
  }
  return { people, faults }
}

/** Words of the file → codes; what is left blank is the usual. */
function formOf(cells: ImportedRow['cells'], allowed: readonly Register[]): Record<string, string> {
  const register = registers.find((each) => registerNames[each] === cells.register)
  const personKind = personKinds.find((each) => personNames[each] === cells.personKind)
  return {
    register: cells.register ? register ?? cells.register : allowed[0] ?? 'debtor', personKind: cells.personKind ? personKind ?? cells.personKind : 'person', name: cells.name ?? '',
    personNumber: toArabicDigits(cells.personNumber ?? ''), address: cells.address ?? '', phone: cells.phone ?? '',
  }
}

function itemOf({ number, cells }: ImportedRow, faults: Record<string, string>): TaxedItem | undefined {
  if (!cells.item && !cells.place) return undefined
  const kind = itemKinds.find((each) => itemNames[each] === cells.item)
  if (kind === undefined) faults[`rows.${number}.item`] = errors.itemKind
  if (!cells.place) faults[`rows.${number}.place`] = errors.place
  return kind && cells.place ? { kind, place: cells.place, detail: cells.detail ?? '' } : undefined
}

export interface RowFault {
  readonly row: number
  readonly cell: ImportedCell
  readonly message: string
}

export function rowFaults(faults: FieldErrors): RowFault[] {
  return Object.entries(faults).flatMap(([name, message]) => {
    const [, row, found] = /^rows\.([0-9]+)\.(\w+)$/.exec(name) ?? []
    const cell = importedCells.find((each) => each === found)
    return row === undefined || cell === undefined ? [] : [{ row: Number(row), cell, message }]
  })
}

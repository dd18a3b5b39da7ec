/** A list as a file for Excel: amounts and days are numbers that can be summed and sorted, every text stays a text. */
import writeXlsxFile, { type CellObject } from 'write-excel-file/node'
import { daysBetween, calendarDate, type CalendarDate } from './dates.ts'
import { toNumeric, type Money } from './money.ts'

export interface DayCell {
  readonly day: CalendarDate
}

export type SheetCell = string | Money | DayCell
export type SheetRow = readonly SheetCell[]

export interface Sheet {
  readonly name: string
  /** Lines above the table: whose it is, what it is, as of when. */
  readonly about: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly SheetRow[]
}

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const xlsx = { type: excelType, ending: 'xlsx' } as const

export async function toXlsx(sheet: Sheet): Promise<Buffer> {
  const about = sheet.about.map((line, index): CellObject[] => [{ ...textCell(line), ...(index === 0 && { fontWeight: 'bold' }) }])
  const header = sheet.header.map((label): CellObject => ({
    ...textCell(label), fontWeight: 'bold', align: 'center', wrap: true, backgroundColor: '#E8ECF7', borderStyle: 'thin',
  }))
  const data = [...about, ...(about.length > 0 ? [[]] : []), header, ...sheet.rows.map((row) => row.map(cellOf))]
  return writeXlsxFile(data, {
    sheet: sheetName(sheet.name), columns: widthsOf(sheet).map((width) => ({ width })), stickyRowsCount: data.length - sheet.rows.length,
    ...(sheet.header.length > 6 && { orientation: 'landscape' }),
  }).toBuffer()
}

const moneyFormat = '#,##0.00'

/** 107041E: Arabic digits, Thai solar calendar, Thai. */
const dayFormat = '[$-107041E]dd/mm/yyyy'

function cellOf(cell: SheetCell): CellObject {
  if (typeof cell === 'string') return textCell(cell)
  if (typeof cell === 'bigint') return moneyCell(cell)
  return { type: Number, value: serialOf(cell.day), format: dayFormat, align: 'left' }
}

/** Beyond this a spreadsheet, which counts in floating point, would lose satang: the figure is then written as a text. */
const exactSatang = BigInt(Number.MAX_SAFE_INTEGER)

function moneyCell(amount: Money): CellObject {
  const isExact = amount <= exactSatang && amount >= -exactSatang
  return isExact ? { type: Number, value: Number(toNumeric(amount)), format: moneyFormat } : { ...textCell(toNumeric(amount)), align: 'right' }
}

/** Days since the spreadsheet's own beginning; no time zone has a say in it. */
function serialOf(day: CalendarDate): number {
  return daysBetween(calendarDate('1899-12-30'), day)
}

/** The type is said aloud, so '=1+1' is three signs and never a sum. */
function textCell(text: string): CellObject {
  return { type: String, value: safeText(text) }
}

const longestCell = 32_767

/** What XML cannot carry goes; a word that every object answers to ('constructor') would confuse the writer's own dictionary. */
function safeText(text: string): string {
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '').slice(0, longestCell)
  return clean in {} ? `${clean} ` : clean
}

const longestName = 31

function sheetName(name: string): string {
  const clean = safeText(name).replace(/[[\]/\\:*?']+/g, ' ').trim().slice(0, longestName).trim()
  return clean === '' ? 'Sheet1' : clean
}

const narrowest = 10
const widest = 60
const looked = 200

/** From the first rows; vowels and tone marks above and below take no room. */
function widthsOf({ header, rows }: Sheet): number[] {
  return header.map((label, column) => {
    const widths = rows.slice(0, looked).map((row) => widthOf(row[column] ?? ''))
    return Math.min(widest, Math.max(narrowest, Math.ceil(widthOf(label) / 2), ...widths) + 2)
  })
}

function widthOf(cell: SheetCell): number {
  if (typeof cell === 'string') return cell.replace(/\p{Mark}/gu, '').length
  return typeof cell === 'bigint' ? toNumeric(cell).length * 1.3 : narrowest
}

// What every report is made of: running text, facts and tables of texts and money. Page, print, CSV and Excel are drawn from this one shape.
import { type Office } from '../../documents/index.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type Control, type PageHeader, type Signatures, type SummaryItem } from '../../platform/http/components.ts'
import { type Money } from '../../platform/money.ts'
import { type ExportTable } from '../../documents/index.ts'

export interface ReportColumn {
  readonly label: string
  readonly kind: 'text' | 'code' | 'number' | 'money' | 'date'
  readonly isRowHeader?: boolean
  /** What the second line of its cells is; in files a column of its own. */
  readonly note?: string
  /** Zero is left blank, as registers on paper do. */
  readonly isBlankZero?: boolean
  /** A heading shared with its neighbours. */
  readonly over?: string
}

export interface ReportContent {
  readonly value: string | Money
  readonly note?: string | undefined
  readonly href?: string | undefined
}

export type ReportCell = string | Money | ReportContent

/** `under`: headings from the outermost; drawn where they change. Cells of a sum stand in the last columns. */
export type ReportRow =
  | { readonly under?: readonly string[]; readonly cells: readonly ReportCell[] }
  | { readonly subtotal: string; readonly cells: readonly ReportCell[] }

export interface ReportTable {
  readonly caption: string
  /** What the headings are, from the outermost: in files columns of their own. */
  readonly groups: readonly string[]
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  readonly totals: readonly { readonly label: string; readonly cells: readonly ReportCell[]; readonly isGrand?: boolean }[]
  readonly empty: string
  /** Where files hold other columns than the page. */
  readonly sheet?: Pick<ExportTable, 'header' | 'rows'>
}

/** One member each. An entry is a line of running text that ends in an amount. */
export interface ReportPart {
  readonly heading?: string
  readonly text?: string
  readonly entry?: { readonly label: string; readonly amount: Money; readonly level: 1 | 2 | 3 | 4 }
  readonly items?: readonly SummaryItem[]
  readonly table?: ReportTable
}

export interface Report {
  readonly title: string
  readonly office: Office
  readonly fiscalYear: FiscalYear
  /** As of when, or in which state, where that is not this moment. */
  readonly asOf?: string
  readonly parts: readonly ReportPart[]
  /** What the print is headed with, where that is not title and year. */
  readonly heading?: string
  /** What it was asked for, besides office and year. */
  readonly asked: Readonly<Record<string, string | undefined>>
  readonly controls: readonly Control[]
  readonly notice?: string
  readonly actions?: NonNullable<PageHeader['actions']>
  readonly isLandscape?: boolean
  /** Official texts write their figures in Thai. */
  readonly isThai?: boolean
  readonly signatures?: Signatures
  /** There is more than is shown. */
  readonly isCut?: boolean
  /** Of a report that is turned page by page: where the next one begins. */
  readonly paging?: { readonly countText: string; readonly after: string | undefined }
}

export interface Level<T> {
  key(item: T): string
  heading(item: T): string
  /** The sum below, if this level has one. */
  subtotal?(items: readonly T[], heading: string): { readonly label: string; readonly cells: readonly ReportCell[] }
}

/** Rows under headings within headings, each heading closed by its sum. Items come in the order of the levels. */
export function grouped<T>(items: readonly T[], levels: readonly Level<T>[], cellsOf: (item: T, index: number) => readonly ReportCell[]): ReportRow[] {
  const numbers = new Map(items.map((item, index) => [item, index]))
  const walk = (some: readonly T[], depth: number, under: readonly string[]): ReportRow[] => {
    const level = levels[depth]
    if (!level) return some.map((item) => ({ under, cells: cellsOf(item, numbers.get(item) ?? 0) }))
    return chunks(some, level).flatMap((chunk) => {
      const heading = chunk[0] === undefined ? '' : level.heading(chunk[0])
      const sum = level.subtotal?.(chunk, heading)
      return [...walk(chunk, depth + 1, [...under, heading]), ...(sum ? [{ subtotal: sum.label, cells: sum.cells }] : [])]
    })
  }
  return walk(items, 0, [])
}

/** Neighbours of one key. */
export function chunks<T>(items: readonly T[], { key }: Pick<Level<T>, 'key'>): T[][] {
  const found: T[][] = []
  for (const item of items) {
    const last = found.at(-1)
    if (last?.[0] !== undefined && key(last[0]) === key(item)) last.push(item)
    else found.push([item])
  }
  return found
}

export function tablesOf({ parts }: Report): ReportTable[] {
  return parts.flatMap(({ table }) => (table ? [table] : []))
}

// Tables to read. The maker gives every cell its column's label and kind, so that on a phone each row can stand as a card.
import type { Link, Status } from './page.ts'

/** A signature: room for a hand, on paper. */
export type CellKind = 'text' | 'code' | 'number' | 'money' | 'date' | 'status' | 'actions' | 'signature'

export interface Column {
  readonly label: string
  readonly kind: CellKind
  /** The cell that names its row, usually the document number; on a phone it becomes the card's title. */
  readonly isRowHeader?: boolean | undefined
  /** What a card says instead of the heading: 'ยอดยกมา เดบิต' under a grouped heading 'เดบิต'. */
  readonly cardLabel?: string | undefined
}

/** `about` is read out after the text: แก้ไข + "ใบเสร็จ 12/2568". */
export interface RowAction extends Link {
  readonly about: string
}

/** A button in a row that posts. */
export interface RowButton {
  readonly text: string
  readonly about: string
  readonly action: string
  readonly version?: string | undefined
  readonly kind?: 'secondary' | 'danger' | undefined
}

export interface CellContent {
  readonly text?: string | undefined
  readonly href?: string | undefined
  /** A second, smaller line. */
  readonly note?: string | undefined
  readonly status?: Status | undefined
  readonly actions?: readonly RowAction[] | undefined
  readonly buttons?: readonly RowButton[] | undefined
}

export interface Cell extends CellContent {
  readonly label: string
  readonly className: string
  readonly isRowHeader: boolean
  /** More than plain text: drawn by a component of its own, which costs time in long tables. */
  readonly isRich: boolean
}

/** A row of cells, a heading across the table that may lead somewhere (headings within headings have a level), or a sum on the way. */
export type RowArguments = readonly (string | CellContent)[] | GroupArguments | { readonly subtotal: TotalArguments }

export interface GroupArguments {
  readonly group: string
  readonly href?: string | undefined
  readonly level?: 1 | 2 | 3 | 4 | undefined
}

/** Its label spans the columns left of its cells; of a paper with amounts on both sides, those after the cells before it. */
export interface TotalArguments {
  readonly label: string
  readonly before?: readonly (string | CellContent)[] | undefined
  readonly cells: readonly (string | CellContent)[]
  /** The closing line of an account: ruled twice. */
  readonly isGrand?: boolean | undefined
}

export interface LineTableArguments {
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column[]
  /** A first heading row over several columns; '' spans those without one. */
  readonly columnGroups?: readonly { readonly label: string; readonly span: number }[] | undefined
  readonly rows: readonly RowArguments[]
  readonly totals?: readonly TotalArguments[] | undefined
  readonly empty: string
}

export interface LineTable {
  readonly caption: string
  readonly captionHidden: boolean
  readonly isWide: boolean
  /** So many columns that paper needs smaller letters. */
  readonly isDense: boolean
  readonly isEmpty: boolean
  readonly empty: string
  readonly span: number
  readonly columns: readonly { readonly label: string; readonly className: string; readonly isHidden: boolean }[]
  readonly columnGroups?: readonly { readonly label: string; readonly span: number }[] | undefined
  readonly rows: readonly Row[]
  readonly totals: readonly { readonly label: string; readonly span: number; readonly isGrand: boolean; readonly before: readonly Cell[]; readonly cells: readonly Cell[] }[]
}

export interface Row {
  readonly group?: string
  readonly href?: string | undefined
  readonly level?: string
  /** Spans the columns between the cells before it and its own. */
  readonly subtotal?: { readonly label: string; readonly span: number; readonly before: readonly Cell[] }
  readonly cells: readonly Cell[]
}

const wideFrom = 8
const denseFrom = 11

export function lineTable(given: LineTableArguments): LineTable {
  const { columns } = given
  return {
    caption: given.caption, captionHidden: given.captionHidden ?? false, empty: given.empty,
    isWide: columns.length >= wideFrom, isDense: columns.length >= denseFrom, isEmpty: given.rows.length === 0, span: columns.length,
    columns: columns.map((column) => ({ label: column.label, className: `is-${column.kind}`, isHidden: column.kind === 'actions' })),
    columnGroups: given.columnGroups,
    rows: given.rows.map((row) => rowOf(row, columns)),
    totals: (given.totals ?? []).map((total) => totalRow(total, columns)),
  }
}

function rowOf(row: RowArguments, columns: readonly Column[]): Row {
  if ('group' in row) return { group: row.group, href: row.href, level: `level-${row.level ?? 1}`, cells: [] }
  if (!('subtotal' in row)) return { cells: cellsOf(row, columns) }
  const { label, span, before, cells } = totalRow(row.subtotal, columns)
  return { subtotal: { label, span, before }, cells }
}

function totalRow(total: TotalArguments, columns: readonly Column[]) {
  const { before = [], cells } = total
  const span = columns.length - before.length - cells.length
  return {
    label: total.label, span, isGrand: total.isGrand ?? false, before: cellsOf(before, columns.slice(0, before.length)), cells: cellsOf(cells, columns.slice(before.length + span)),
  }
}

function cellsOf(contents: readonly (string | CellContent)[], columns: readonly Column[]): Cell[] {
  if (contents.length !== columns.length) throw new RangeError(`a row has ${contents.length} cells for ${columns.length} columns`)
  return columns.map((column, index) => cell(column, contents[index] ?? ''))
}

/** Written out member by member: long tables have thousands of these, and a spread costs more than everything else here. */
function cell(column: Column, content: string | CellContent): Cell {
  const { text, href, note, status, actions, buttons }: CellContent = typeof content === 'string' ? { text: content } : content
  const isEmpty = !text && !status && !actions?.length && !buttons?.length
  const isNegative = column.kind === 'money' && text !== undefined && /^[-−(]/.test(text)
  return {
    text, href, note, status, actions, buttons, label: column.cardLabel ?? column.label,
    className: `is-${column.kind}${isEmpty ? ' is-empty' : ''}${isNegative ? ' is-negative' : ''}`, isRowHeader: column.isRowHeader ?? false,
    isRich: (href ?? note ?? status ?? actions ?? buttons) !== undefined,
  }
}

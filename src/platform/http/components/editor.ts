// Tables to type into. Names are dotted, 'lines.0.amount', as FieldErrors are; rows left wholly blank are for the schema to drop.
import type { FieldErrors } from '../../errors.ts'
import type { Option, Proposals } from './form.ts'

export interface EditorColumn {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'code' | 'money' | 'number' | 'date' | 'output'
  /** A closed list makes it a select. */
  readonly options?: readonly Option[] | undefined
  /** The id of one of `lists`: typed freely with proposals. */
  readonly list?: string | undefined
  readonly isTotalled?: boolean | undefined
  /** Kind 'output': nothing is typed or posted; the address that tells the text for what stands in the column `of`. */
  readonly ask?: string | undefined
  readonly of?: string | undefined
  /** Kind 'output' with `of` and without `ask`: by how many per cent the amount in `of` differs from that in this column; script keeps it live. */
  readonly against?: string | undefined
}

export interface LineEditorArguments {
  readonly name: string
  readonly caption: string
  readonly columns: readonly EditorColumn[]
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** What of a row is posted along unseen: which stored line it was. */
  readonly key?: string | undefined
  /** How many empty rows follow, so that it works without script. */
  readonly blankRows: number
  readonly errors?: FieldErrors | undefined
  /** Totals of what the server knows, by column; script keeps them live. */
  readonly totals?: Readonly<Record<string, string>> | undefined
  readonly lists?: LineEditor['lists']
  /** The difference of two totalled columns, e.g. debit and credit. */
  readonly difference?: { readonly label: string; readonly of: string; readonly against: string; readonly text: string } | undefined
  /** A submit button of this name and value asks the server for more rows; script adds them on the spot. Absent: the rows are as many as they are. */
  readonly addRows?: { readonly name: string; readonly value: string; readonly label: string }
}

export interface EditorCell {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly className: string
  readonly column: string
  readonly inputmode?: string | undefined
  readonly list?: string | undefined
  /** Shown, not typed: asked anew by script when the box `of` of its row changes. */
  readonly live?: { readonly ask?: string | undefined; readonly of: string; readonly against?: string | undefined } | undefined
  readonly options?: readonly (Option & { readonly selected: boolean })[] | undefined
  readonly error?: string | undefined
  readonly errorId: string
}

export interface LineEditor {
  readonly name: string
  readonly caption: string
  /** So many columns that the boxes are narrower, and a row stands as a card earlier. */
  readonly isWide: boolean
  readonly columns: readonly { readonly label: string; readonly className: string }[]
  readonly rows: readonly { readonly number: string; readonly key?: { readonly name: string; readonly value: string } | undefined; readonly cells: readonly EditorCell[] }[]
  readonly hasTotals: boolean
  readonly totals: readonly {
    readonly label: string
    readonly className: string
    readonly column: string
    readonly text?: string | undefined
  }[]
  readonly lists: readonly Proposals[]
  readonly difference?: LineEditorArguments['difference']
  /** Rows may be added. */
  readonly isOpen: boolean
  readonly addRows: LineEditorArguments['addRows']
}

const wideFrom = 7

export function lineEditor(given: LineEditorArguments): LineEditor {
  const blanks = Array.from({ length: given.blankRows }, () => ({}))
  return {
    name: given.name, caption: given.caption, isWide: given.columns.length >= wideFrom, addRows: given.addRows, isOpen: given.addRows !== undefined, difference: given.difference, lists: given.lists ?? [],
    columns: given.columns.map((column) => ({ label: column.label, className: classOf(column) })),
    rows: [...given.rows, ...blanks].map((row, index) => ({ number: String(index + 1), key: keyOf(given, row, index), cells: editorCells(given, row, index) })),
    hasTotals: given.columns.some((column) => column.isTotalled),
    totals: given.columns.map(({ name, label, kind, isTotalled }) => (
      { label, className: `is-${kind}`, column: name, text: isTotalled ? given.totals?.[name] ?? '0.00' : undefined })),
  }
}

/** Shown and never asked anew, an output is the name of its row. */
function classOf({ kind, ask, against }: EditorColumn): string {
  return kind === 'output' && ask === undefined && against === undefined ? 'is-output is-name' : `is-${kind}`
}

function keyOf({ name, key }: LineEditorArguments, row: Readonly<Record<string, string>>, index: number) {
  return key === undefined ? undefined : { name: `${name}.${index}.${key}`, value: row[key] ?? '' }
}

function editorCells(given: LineEditorArguments, row: Readonly<Record<string, string>>, index: number): EditorCell[] {
  return given.columns.map((column) => {
    const id = `${given.name}.${index}.${column.name}`
    const value = row[column.name] ?? ''
    return {
      id, value, label: column.label, column: column.name, className: classOf(column), list: column.list,
      live: column.kind === 'output' ? { ask: column.ask, of: column.of ?? '', against: column.against } : undefined,
      inputmode: inputmodes[column.kind], error: given.errors?.[id], errorId: `${id}-error`,
      options: column.options?.map((option) => ({ ...option, selected: option.value === value })),
    }
  })
}

const inputmodes = { text: undefined, code: 'numeric', money: 'decimal', number: 'numeric', date: 'numeric', output: undefined } as const

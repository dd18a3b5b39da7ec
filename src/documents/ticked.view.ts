// A list with boxes to tick, and what became of what was ticked, as finished strings.
import { lineTable, type Control, type ErrorSummary, type Field, type Filters, type LineTable, type PageHeader, type Status } from '../platform/http/components.ts'
import { type PageModel } from '../platform/http/reply.ts'
import { documentsText } from './documents.text.ts'
import { type TickedResult } from './ticked.ts'

const text = documentsText.ticked

export interface TickHead {
  readonly label: string
  readonly className: string
}

export interface TickCell {
  readonly text: string
  /** Something to look at before one ticks, and more of it. */
  readonly warning?: Status | undefined
  readonly note?: string | undefined
  /** What is asked of this row. */
  readonly box?: Field | undefined
}

export interface TickRow {
  /** Value of its box. */
  readonly value: string
  readonly boxId: string
  readonly checked: boolean
  readonly number: string
  readonly href: string
  readonly note: string
  readonly cells: readonly (TickCell & TickHead)[]
}

export interface TickGroup {
  readonly heading: string
  readonly empty: string
  readonly action: string
  /** Name of the boxes. */
  readonly name: string
  /** Empty: this officer only looks. */
  readonly button: string
  readonly count: string
  /** Asked once for all that is ticked. */
  readonly controls: readonly Control[]
  readonly heads: readonly TickHead[]
  readonly rows: readonly TickRow[]
}

export interface TickList extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly select: string
  readonly groups: readonly TickGroup[]
}

export interface TickRowArguments extends Omit<TickRow, 'cells' | 'checked'> {
  readonly checked?: boolean
  readonly cells: readonly (string | TickCell)[]
}

/** The first head is the number's. */
export function tickRow(heads: readonly TickHead[], { cells, checked = false, ...row }: TickRowArguments): TickRow {
  return {
    ...row, checked, cells: cells.map((cell, index) => ({ ...(typeof cell === 'string' ? { text: cell } : cell), label: heads[index + 1]?.label ?? '', className: heads[index + 1]?.className ?? '' })),
  }
}

export interface ResultPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
  readonly back: { readonly text: string; readonly href: string }
}

export interface ShownResult {
  readonly number: string
  readonly href?: string | undefined
  readonly title: string
  readonly net: string
}

export interface ResultArguments {
  readonly heads: { readonly number: string; readonly title: string; readonly net: string }
  readonly back: ResultPage['back']
  /** Undefined: it cannot be read here. */
  shown(id: string): ShownResult | undefined
}

export function resultPage(results: readonly TickedResult[], { heads, back, shown }: ResultArguments): ResultPage {
  return {
    title: text.results, breadcrumb: [back, { text: text.results }], pageHeader: { title: text.results, lead: leadOf(results) }, back,
    lineTable: lineTable({
      caption: text.results, captionHidden: true, empty: '', columns: [
        { label: heads.number, kind: 'code', isRowHeader: true }, { label: heads.title, kind: 'text' }, { label: heads.net, kind: 'money' }, { label: text.result, kind: 'status' },
      ],
      rows: results.map(({ id, refusal }) => {
        const { number, href, title, net } = shown(id) ?? { number: id, title: '', net: '' }
        return [{ text: number, href }, title, net, { status: refusal === undefined ? text.done : { kind: 'refused', text: refusal } }]
      }),
    }),
  }
}

function leadOf(results: readonly TickedResult[]): string {
  const refused = results.filter(({ refusal }) => refusal !== undefined).length
  return text.lead(String(results.length - refused), String(refused))
}

// The books of an LAO and of each of its sub-units.
import { type Office } from '../../documents/index.ts'
import { type BookState } from '../../ledger/index.ts'
import { formatInstant, type FiscalYear, type Instant } from '../../platform/dates.ts'
import { lineTable, type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { bookStatus, lastPosted } from '../books.view.ts'
import { oversightPaths as paths } from '../oversight.paths.ts'
import { oversightText } from '../oversight.text.ts'

const text = oversightText.office
const { columns } = text

export interface OfficePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

interface Shown {
  readonly fiscalYear: FiscalYear
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly states: ReadonlyMap<string, BookState>
  readonly now: Instant
}

export function officePage({ name }: Office, { fiscalYear, units, states, now }: Shown): OfficePage {
  const title = text.title(name)
  return {
    title, breadcrumb: [{ text: oversightText.progress.title, href: `${paths.progress}?year=${fiscalYear}` }, { text: name }], freshness: oversightText.progress.asOf(formatInstant(now)),
    pageHeader: { title, lead: text.lead(String(fiscalYear)) },
    lineTable: lineTable({
      caption: text.caption, captionHidden: true, empty: text.empty,
      columns: [{ label: columns.office, kind: 'text', isRowHeader: true }, { label: columns.posted, kind: 'text' }, { label: columns.months, kind: 'number' }, { label: columns.state, kind: 'status' }],
      rows: units.map((unit) => {
        const state = states.get(unit.id)
        return [{ text: unit.name, note: unit.code }, lastPosted(state), String(state?.closedMonths ?? 0), { status: bookStatus(state) }]
      }),
    }),
  }
}

// How far the offices have come, as finished strings.
import { progressStates, type Progress, type ProgressFilter } from '../../budget/index.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import {
  choice, lineTable, select, type CellContent, type Control, type Filters, type LineTable, type PageHeader, type Pagination, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { oversightPaths as paths } from '../oversight.paths.ts'
import { oversightText } from '../oversight.text.ts'
import { type Province } from './progress.ts'

const text = oversightText.progress
const { fields, columns } = text

export interface ProgressPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly filters: Filters
  readonly summaryTitle: string
  readonly summaryList: SummaryList
  readonly due: string
  readonly lineTable: LineTable
  readonly pagination: Pagination
}

export interface Places {
  /** Where one looks: a province, or the nation. */
  readonly name: string
  /** To choose from; none where there is but one. */
  readonly provinces: readonly Province[]
  readonly districts: readonly string[]
  readonly thisYear: number
}

export function progressPage(filter: ProgressFilter, progress: Progress, places: Places): ProgressPage {
  const { due, offices } = progress
  const last = offices.at(-1)?.code ?? ''
  return {
    title: text.title, breadcrumb: [{ text: text.title }], pageHeader: { title: text.title, lead: text.lead(places.name || text.nation, String(filter.fiscalYear)) },
    filters: { label: text.filters, action: paths.progress, controls: controlsOf(filter, places), clearHref: paths.progress },
    summaryTitle: text.summary, summaryList: countsOf(progress), due: text.due(formatThaiDate(due.propose), formatThaiDate(due.enforce)),
    lineTable: lineTable({
      caption: text.title, captionHidden: true, empty: text.empty,
      columns: [
        { label: columns.code, kind: 'code' }, { label: columns.office, kind: 'text', isRowHeader: true }, { label: columns.kind, kind: 'text' },
        { label: columns.state, kind: 'status' }, { label: columns.proposed, kind: 'text' }, { label: columns.enforced, kind: 'text' },
      ],
      rows: offices.map((office) => [
        office.code, { text: office.name, note: office.district || undefined }, office.kindName, { status: text.states[office.state] },
        doneOn(office.proposedOn, office.proposeLate), doneOn(office.enforcedOn, office.enforceLate),
      ]),
    }),
    pagination: { countText: text.shown(String(offices.length)), nextHref: progress.hasMore ? `${paths.progress}?${queryOf(filter, last)}` : undefined },
  }
}

function doneOn(day: CalendarDate | undefined, late: number): CellContent {
  return { text: day ? formatThaiDateShort(day) : text.notYet, note: late > 0 ? text.daysLate(String(late)) : undefined }
}

function countsOf({ counts }: Progress): SummaryList {
  const all = counts.reduce((known, { offices }) => known + offices, 0)
  const items = progressStates.map((state) => {
    const { offices = 0 } = counts.find((each) => each.state === state) ?? {}
    return { label: text.states[state].text, text: text.counted(String(offices), percentOf(offices, all)) }
  })
  return { items: [...items, { label: text.total, text: text.offices(String(all)) }] }
}

/** Two decimals, half up. */
function percentOf(part: number, all: number): string {
  const hundredths = all === 0 ? 0n : (BigInt(part) * 20_000n + BigInt(all)) / (BigInt(all) * 2n)
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`
}

function controlsOf(filter: ProgressFilter, { provinces, districts, thisYear }: Places): Control[] {
  const years = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((year) => ({ value: String(year), text: String(year) }))
  const all = { value: '', text: text.all }
  const province = select({ name: 'province', label: fields.province, options: [all, ...provinces.map(({ code, name }) => ({ value: code, text: name }))], value: filter.provinceCode })
  const district = select({ name: 'district', label: fields.district, options: [all, ...districts.map((name) => ({ value: name, text: name }))], value: filter.district })
  const states = progressStates.map((state) => ({ value: state, text: text.states[state].text }))
  return [
    { select: select({ name: 'year', label: fields.year, options: years, value: String(filter.fiscalYear), width: 'short' }) },
    ...(provinces.length > 0 ? [{ select: province }] : []), ...(districts.length > 0 ? [{ select: district }] : []),
    { select: select({ name: 'state', label: fields.state, options: [all, ...states], value: filter.state }) },
    { choice: choice({ name: 'late', label: fields.late, type: 'checkbox', options: [{ value: 'yes', text: text.late }], values: [filter.isLate ? 'yes' : ''] }) },
  ]
}

function queryOf({ fiscalYear, provinceCode, district, state, isLate }: ProgressFilter, after: string): URLSearchParams {
  return new URLSearchParams({
    year: String(fiscalYear), ...(provinceCode && { province: provinceCode }), ...(district && { district }), ...(state && { state }), ...(isLate && { late: 'yes' }), after,
  })
}

// How far the offices have come, as finished strings.
import { progressStates, type Progress, type ProgressFilter } from '../../budget/index.ts'
import { exportActions, signer, type ExportPart, type ExportTable } from '../../documents/index.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort, bangkokDateOf, type CalendarDate, type Instant } from '../../platform/dates.ts'
import {
  choice, lineTable, select, type CellContent, type Control, type Filters, type LineTable, type PageHeader, type Pagination, type PrintHead, type Signatures, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, zero } from '../../platform/money.ts'
import { type SheetRow } from '../../platform/spreadsheet.ts'
import { bookStatus, lastPosted } from '../books.view.ts'
import { oversightPaths as paths } from '../oversight.paths.ts'
import { oversightText } from '../oversight.text.ts'
import { type Followed, type Places } from './progress.ts'

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

interface Around {
  readonly places: Places
  readonly now: Instant
}

export function progressPage(filter: ProgressFilter, progress: Followed, { places, now, mayPrint }: Around & { readonly mayPrint: boolean }): ProgressPage {
  const { due, offices } = progress
  const last = offices.at(-1)?.code ?? ''
  return {
    title: text.title, breadcrumb: [{ text: text.title }], freshness: text.asOf(formatInstant(now)),
    pageHeader: { title: text.title, lead: text.lead(placeOf(places), String(filter.fiscalYear)), actions: [{ text: oversightText.reconciliation.open, href: paths.reconciliation, kind: 'secondary' }, ...exportActions(paths.progress, queryOf(filter), mayPrint)] },
    filters: { label: text.filters, action: paths.progress, controls: controlsOf(filter, places), clearHref: paths.progress },
    summaryTitle: text.summary, summaryList: countsOf(progress), due: text.due(formatThaiDate(due.propose), formatThaiDate(due.enforce)),
    lineTable: tableOf(progress, filter),
    pagination: { countText: text.shown(String(offices.length)), nextHref: progress.hasMore ? `${paths.progress}?${queryOf({ ...filter, after: last })}` : undefined },
  }
}

const placeOf = ({ name }: Places): string => (name === '' ? text.nation : text.province(name))

function tableOf({ offices, books }: Followed, { fiscalYear }: ProgressFilter, isPaper = false): LineTable {
  return lineTable({
    caption: text.title, captionHidden: true, empty: text.empty,
    columns: [
      { label: columns.code, kind: 'code' }, { label: columns.office, kind: 'text', isRowHeader: true }, { label: columns.state, kind: 'status' },
      { label: columns.proposed, kind: 'date' }, { label: columns.enforced, kind: 'date' }, { label: columns.total, kind: 'money' },
      { label: columns.posted, kind: 'date' }, { label: columns.books, kind: 'status' },
    ],
    rows: offices.map((office) => [
      office.code, { text: office.name, note: office.district === '' ? undefined : text.district(office.district), ...!isPaper && { href: paths.office(office.organisationId, fiscalYear) } },
      { status: text.states[office.state] }, doneOn(office.proposedOn, office.proposeLate, text.notProposed), doneOn(office.enforcedOn, office.enforceLate, text.notEnforced),
      { text: office.total === undefined ? '' : formatMoney(office.total), note: supplementsOf(office.supplements) },
      lastPosted(books.get(office.organisationId)), { status: bookStatus(books.get(office.organisationId)) },
    ]),
  })
}

function supplementsOf({ enforced, total, onTheirWay }: Followed['offices'][number]['supplements']): string | undefined {
  const notes = [...enforced > 0 ? [text.supplements(formatMoney(total), String(enforced))] : [], ...onTheirWay > 0 ? [text.onTheirWay(String(onTheirWay))] : []]
  return notes.join(' · ') || undefined
}

export interface ProgressPrint extends PageModel {
  readonly printHead: PrintHead
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function printPage(filter: ProgressFilter, progress: Followed, { places, now }: Around): ProgressPrint {
  return {
    title: text.title, print: { backHref: `${paths.progress}?${queryOf(filter)}`, isLandscape: true },
    printHead: { organisation: placeOf(places), title: text.printed(String(filter.fiscalYear)), asOf: text.asOf(formatInstant(now)) },
    summaryList: countsOf(progress), lineTable: tableOf(progress, filter, true), signatures: { signers: text.signers.map((role) => signer(role, null)) },
  }
}

export function exportTable(filter: ProgressFilter, first: ExportPart, { places, now }: Around): ExportTable {
  return {
    fileName: text.fileName(String(filter.fiscalYear), bangkokDateOf(now)), name: text.title,
    about: [text.title, text.lead(placeOf(places), String(filter.fiscalYear)), text.asOf(formatInstant(now))],
    header: [
      columns.code, columns.office, columns.kind, columns.district, columns.state, columns.proposed, columns.enforced, columns.total, columns.supplementCount, columns.supplements,
      columns.posted, columns.books,
    ],
    ...first,
  }
}

export function exportRows({ offices, books }: Followed): SheetRow[] {
  const dayCell = (day: CalendarDate | undefined) => (day ? { day } : '')
  return offices.map((office) => {
    const state = books.get(office.organisationId)
    return [
      office.code, office.name, office.kindName, office.district, text.states[office.state].text, dayCell(office.proposedOn), dayCell(office.enforcedOn),
      office.total ?? zero, String(office.supplements.enforced), office.supplements.total, dayCell(state?.lastPosted), bookStatus(state).text,
    ]
  })
}

function doneOn(day: CalendarDate | undefined, late: number, notYet: string): CellContent {
  return { text: day ? formatThaiDateShort(day) : notYet, note: late > 0 ? text.daysLate(String(late)) : undefined }
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

function queryOf({ fiscalYear, provinceCode, district, state, isLate, after }: ProgressFilter): URLSearchParams {
  return new URLSearchParams({
    year: String(fiscalYear), ...(provinceCode && { province: provinceCode }), ...(district && { district }), ...(state && { state }), ...(isLate && { late: 'yes' }), ...(after && { after }),
  })
}

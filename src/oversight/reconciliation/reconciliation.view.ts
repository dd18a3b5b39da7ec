// The indicator as finished strings, on the page, on paper and as a file.
import { exportActions, listFrame, signer, withAll, type ExportPart, type ExportTable, type ListFrame } from '../../documents/index.ts'
import { addDays, formatThaiDateShort } from '../../platform/dates.ts'
import { lineTable, select, type Control, type LineTable, type PrintHead, type Signatures, type SummaryList } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, type Money } from '../../platform/money.ts'
import { type SheetRow } from '../../platform/spreadsheet.ts'
import { daysOfReconciliation, quarters, spanOfQuarter, type QuarterFacts, type ReconciliationState } from '../../receipts/index.ts'
import { oversightPaths as paths } from '../oversight.paths.ts'
import { oversightText } from '../oversight.text.ts'
import { type Places } from '../progress/progress.ts'
import { type FoundOffices, type ReconciledOffice, type ReconciliationFilter } from './reconciliation.ts'

const text = oversightText.reconciliation
const { columns, fields } = text

interface Around {
  readonly places: Places
  readonly mayPrint: boolean
}

export function listPage(filter: ReconciliationFilter, { offices, hasMore }: FoundOffices, { places, mayPrint }: Around): ListFrame {
  const query = queryOf(filter)
  const frame = listFrame({
    title: text.title, path: paths.reconciliation, errors: {}, countText: text.shown(String(offices.length)), controls: controlsOf(filter, places), actions: exportActions(paths.reconciliation, query, mayPrint),
    next: hasMore ? `${paths.reconciliation}?${query}&after=${offices.at(-1)?.code ?? ''}` : undefined,
  })
  return { ...frame, pageHeader: { ...frame.pageHeader, lead: `${leadOf(filter, places)} ${text.rule(String(daysOfReconciliation))}` }, lineTable: tableOf(offices) }
}

function leadOf(filter: ReconciliationFilter, { name }: Places): string {
  const { from, until } = spanOfQuarter(filter)
  const place = name === '' ? oversightText.progress.nation : oversightText.progress.province(name)
  return text.lead({ place, quarter: String(filter.quarter), year: String(filter.fiscalYear), from: formatThaiDateShort(from), until: formatThaiDateShort(addDays(until, -1)) })
}

function controlsOf({ fiscalYear, quarter, provinceCode, district }: ReconciliationFilter, { provinces, districts, thisYear }: Places): Control[] {
  const years = [thisYear, thisYear - 1, thisYear - 2].map((year) => ({ value: String(year), text: String(year) }))
  return [
    { select: select({ name: 'year', label: fields.year, options: years, value: String(fiscalYear), width: 'short' }) },
    { select: select({ name: 'quarter', label: fields.quarter, options: quarters.map((each) => ({ value: String(each), text: String(each) })), value: String(quarter), width: 'short' }) },
    ...provinces.length > 0 ? [{ select: select({ name: 'province', label: fields.province, options: withAll(provinces.map(({ code, name }) => ({ value: code, text: name }))), value: provinceCode }) }] : [],
    ...districts.length > 0 ? [{ select: select({ name: 'district', label: fields.district, options: withAll(districts.map((name) => ({ value: name, text: name }))), value: district }) }] : [],
  ]
}

function queryOf({ fiscalYear, quarter, provinceCode, district }: ReconciliationFilter): URLSearchParams {
  return new URLSearchParams({ year: String(fiscalYear), quarter: String(quarter), province: provinceCode ?? '', district: district ?? '' })
}

function tableOf(offices: readonly ReconciledOffice[]): LineTable {
  return lineTable({
    caption: text.title, captionHidden: true, empty: text.empty,
    columns: [
      { label: columns.code, kind: 'code' }, { label: columns.office, kind: 'text', isRowHeader: true }, { label: columns.assessed, kind: 'money' }, { label: columns.posted, kind: 'money' },
      { label: columns.openItems, kind: 'money' }, { label: columns.done, kind: 'date' }, { label: columns.days, kind: 'number' }, { label: columns.state, kind: 'status' },
    ],
    rows: offices.map(({ code, name, district, facts, reconciled }) => [
      code, { text: name, note: district || undefined }, amountOf(facts, facts.assessed), amountOf(facts, facts.posted),
      { text: amountOf(facts, facts.openAmount), note: facts.openCount === 0 ? undefined : text.openOf(String(facts.openCount)) },
      reconciled.doneOn ? formatThaiDateShort(reconciled.doneOn) : '', hasDays(reconciled.state) ? String(reconciled.days) : '', { status: text.states[reconciled.state] },
    ]),
  })
}

/** Nothing stands where nothing was collected or assessed. */
function amountOf({ hasReceipts, assessed }: QuarterFacts, amount: Money): string {
  return hasReceipts || !isZero(assessed) ? formatMoney(amount) : ''
}

const hasDays = (state: ReconciliationState): boolean => state !== 'running' && state !== 'none'

export interface ReconciliationPrint extends PageModel {
  readonly printHead: PrintHead
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function printPage(filter: ReconciliationFilter, { offices }: FoundOffices, places: Places): ReconciliationPrint {
  const of = (state: ReconciliationState) => String(offices.filter(({ reconciled }) => reconciled.state === state).length)
  return {
    title: text.title, print: { backHref: `${paths.reconciliation}?${queryOf(filter)}`, isLandscape: true },
    printHead: { organisation: places.name === '' ? oversightText.progress.nation : oversightText.progress.province(places.name), title: text.title, asOf: leadOf(filter, places) },
    summaryList: { items: (['met', 'late', 'waiting', 'overdue', 'none', 'running'] as const).map((state) => ({ label: text.states[state].text, text: oversightText.progress.offices(of(state)) })) },
    lineTable: tableOf(offices), signatures: { signers: text.signers.map((role) => signer(role, null)) },
  }
}

export function exportTable(filter: ReconciliationFilter, first: ExportPart, places: Places): ExportTable {
  return {
    fileName: text.fileName(String(filter.fiscalYear), String(filter.quarter)), name: text.title, about: [text.title, leadOf(filter, places)],
    header: [columns.code, columns.office, columns.district, columns.assessed, columns.posted, columns.openItems, columns.done, columns.days, columns.state], ...first,
  }
}

export function exportRows({ offices }: FoundOffices): SheetRow[] {
  return offices.map(({ code, name, district, facts, reconciled }) => [
    code, name, district, facts.assessed, facts.posted, facts.openAmount, reconciled.doneOn ? { day: reconciled.doneOn } : '', hasDays(reconciled.state) ? String(reconciled.days) : '',
    text.states[reconciled.state].text,
  ])
}

import { signer, type ExportTable } from '../../documents/index.ts'
import { type Instant } from '../../platform/dates.ts'
import {
  lineTable, select, type CellContent, type Column, type Control, type Filters, type LineTable, type PageHeader, type PrintHead, type RowArguments,
  type Signatures,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { linePaths, reportPaths as paths } from '../budget.paths.ts'
import { reportText } from '../report.text.ts'
import { freshnessAt, percentText, reportHeader, yearControls, type YearChoice } from '../report.view.ts'
import { groupings, spentShare, totalOf, varianceOf, type Actual, type ActualFilter, type ActualReport } from './budget-actual.ts'

const text = reportText.actual
const { columns: words } = text

export interface ActualPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly filters: Filters
  readonly unit: string
  readonly lineTable: LineTable
}

export interface Around extends YearChoice {
  readonly mayPrint: boolean
  readonly now: Instant
}

export function actualPage(report: ActualReport, around: Around): ActualPage {
  const { filter, office } = report
  return {
    title: text.title, breadcrumb: [{ text: reportText.index.title, href: paths.index }, { text: text.title }], freshness: freshnessAt(around.now),
    unit: reportText.unit,
    pageHeader: reportHeader({
      title: text.title, lead: reportText.yearOf(office.name, String(filter.fiscalYear)), path: paths.actual, query: queryOf(filter), mayPrint: around.mayPrint,
    }),
    filters: { label: reportText.filters, action: paths.actual, clearHref: paths.actual, controls: controlsOf(report, around) },
    lineTable: actualTable(report, true),
  }
}

export interface ActualPrint extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function actualPrint(report: ActualReport, now: Instant): ActualPrint {
  const { filter, office } = report
  return {
    title: text.title, print: { backHref: `${paths.actual}?${queryOf(filter)}`, isLandscape: true },
    printHead: { organisation: office.name, title: reportText.yearOf(text.title, String(filter.fiscalYear)), asOf: freshnessAt(now), unit: reportText.unit },
    lineTable: actualTable(report, false), signatures: { signers: reportText.signers.map(({ role }) => signer(role, null)) },
  }
}

const columns: readonly Column[] = [
  { label: words.code, kind: 'code' }, { label: words.name, kind: 'text', isRowHeader: true }, { label: words.original, kind: 'money' },
  { label: words.final, kind: 'money' }, { label: words.paid, kind: 'money' }, { label: words.owed, kind: 'money' }, { label: words.bound, kind: 'money' },
  { label: words.variance, kind: 'money' }, { label: words.percent, kind: 'number' },
]

function actualTable(report: ActualReport, isLinked: boolean): LineTable {
  const { rows } = report
  return lineTable({
    caption: text.title, captionHidden: true, empty: text.empty, columns,
    rows: rows.flatMap((row, index): RowArguments[] => {
      const group = groupOf(report, row)
      const previous = rows[index - 1]
      const isNew = group !== undefined && (previous === undefined || groupOf(report, previous) !== group)
      return [...(isNew ? [{ group }] : []), cellsOf(report, row, isLinked)]
    }),
    totals: rows.length === 0 ? [] : [{ label: reportText.total, isGrand: true, cells: figuresOf(totalOf(rows)) }],
  })
}

/** งบ above its หมวด, แผนงาน above its งาน. */
function groupOf({ filter, names }: ActualReport, { key }: Actual): string | undefined {
  const found = filter.by === 'department' ? undefined : names.classes.get(key)
  return names.classes.get((filter.by === 'task' ? found?.planCode : found?.typeCode) ?? '')?.name
}

function cellsOf(report: ActualReport, row: Actual, isLinked: boolean): (string | CellContent)[] {
  const { filter } = report
  const code = filter.by === 'department' ? '' : row.key
  const href = isLinked ? linesOf(filter, row) : undefined
  return [code, { text: nameOf(report, row), href }, ...figuresOf(row)]
}

function nameOf({ filter, names }: ActualReport, { key }: Actual): string {
  return filter.by === 'department' ? names.departments.get(key)?.name ?? text.noDepartment : names.classes.get(key)?.name ?? key
}

/** The lines behind a row, where the register can show just these. */
function linesOf(filter: ActualFilter, { key }: Actual): string | undefined {
  const { by, sourceCode, organisationId, fiscalYear } = filter
  if (key === '' || by === 'category') return undefined
  const query = new URLSearchParams({ organisation: organisationId, year: String(fiscalYear), [by]: key, ...(sourceCode && { source: sourceCode }) })
  return `${linePaths.list}?${query}`
}

function amountsOf(row: Actual): Money[] {
  return [row.original, row.final, row.paid, row.owed, row.bound, varianceOf(row)]
}

function figuresOf(row: Actual): string[] {
  return [...amountsOf(row).map(formatMoney), percentText(spentShare(row))]
}

function controlsOf({ filter, names }: ActualReport, around: Around): Control[] {
  const sources = [{ value: '', text: text.enacted }, ...[...names.sources.values()].map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))]
  return [
    ...yearControls(around, filter),
    { select: select({ name: 'by', label: text.by, options: groupings.map((name) => ({ value: name, text: text.bys[name] })), value: filter.by }) },
    { select: select({ name: 'source', label: text.source, options: sources, value: filter.sourceCode }) },
  ]
}

export function exportTable(report: ActualReport, now: Instant): ExportTable {
  const { filter, office, rows } = report
  const year = String(filter.fiscalYear)
  return {
    fileName: text.fileName(year), name: text.title, about: [office.name, reportText.yearOf(text.title, year), freshnessAt(now), reportText.unit],
    header: [words.code, words.name, words.original, words.final, words.paid, words.owed, words.bound, words.variance],
    rows: rows.map((row) => [filter.by === 'department' ? '' : row.key, nameOf(report, row), ...amountsOf(row)]),
  }
}

function queryOf({ organisationId, fiscalYear, by, sourceCode }: ActualFilter): URLSearchParams {
  return new URLSearchParams({ organisation: organisationId, year: String(fiscalYear), by, ...(sourceCode && { source: sourceCode }) })
}

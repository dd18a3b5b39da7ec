import { select, type Control } from '../../platform/http/components.ts'
import { type Money } from '../../platform/money.ts'
import { linePaths } from '../budget.paths.ts'
import { type Report, type ReportCell, type ReportColumn, type ReportTable } from '../report-table/report-table.ts'
import { variancePaths } from '../report.paths.ts'
import { reportText } from '../report.text.ts'
import { percentText } from '../report.view.ts'
import { groupings, spentShare, totalOf, varianceOf, type Actual, type ActualFilter, type ActualReport } from './budget-actual.ts'

const text = reportText.actual
const { columns: words } = text

export function actualReport(found: ActualReport, mayEdit: boolean): Report {
  const { filter, office } = found
  const edit = { text: reportText.variance.edit, href: `${variancePaths.edit}?year=${filter.fiscalYear}`, kind: 'secondary' as const }
  return {
    title: text.title, office, fiscalYear: filter.fiscalYear, asked: { by: filter.by, source: filter.sourceCode }, controls: controlsOf(found), isLandscape: true,
    actions: mayEdit ? [edit] : [], parts: [{ table: actualTable(found) }],
  }
}

const columns: readonly ReportColumn[] = [
  { label: words.code, kind: 'code' }, { label: words.name, kind: 'text', isRowHeader: true }, { label: words.original, kind: 'money' },
  { label: words.final, kind: 'money' }, { label: words.paid, kind: 'money' }, { label: words.owed, kind: 'money' }, { label: words.bound, kind: 'money' },
  { label: words.variance, kind: 'money' }, { label: words.percent, kind: 'number' },
]

const reasonColumn: ReportColumn = { label: words.reason, kind: 'text' }

function actualTable(report: ActualReport): ReportTable {
  const { filter, rows, reasons } = report
  const isExplained = filter.by === 'category'
  const reasonOf = ({ key }: Actual) => (isExplained ? [reasons.get(key)?.reason ?? ''] : [])
  const above = filter.by === 'department' ? [] : [filter.by]
  return {
    caption: text.title, empty: text.empty, columns: isExplained ? [...columns, reasonColumn] : columns, groups: above.map((name) => text.above[name]),
    rows: rows.map((row) => ({
      under: above.map(() => groupOf(report, row)), cells: [codeOf(filter, row), { value: nameOf(report, row), href: linesOf(filter, row) }, ...figuresOf(row), ...reasonOf(row)],
    })),
    totals: [{ label: reportText.total, cells: [...figuresOf(totalOf(rows)), ...(isExplained ? [''] : [])] }],
  }
}

/** งบ above its หมวด, แผนงาน above its งาน. */
function groupOf({ filter, names }: ActualReport, { key }: Actual): string {
  const found = names.classes.get(key)
  return names.classes.get((filter.by === 'task' ? found?.planCode : found?.typeCode) ?? '')?.name ?? ''
}

function codeOf({ by }: ActualFilter, { key }: Actual): string {
  return by === 'department' ? '' : key
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

function figuresOf(row: Actual): ReportCell[] {
  return [...amountsOf(row), percentText(spentShare(row))]
}

function controlsOf({ filter, names }: ActualReport): Control[] {
  const sources = [{ value: '', text: text.enacted }, ...[...names.sources.values()].map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))]
  return [
    { select: select({ name: 'by', label: text.by, options: groupings.map((name) => ({ value: name, text: text.bys[name] })), value: filter.by }) },
    { select: select({ name: 'source', label: text.source, options: sources, value: filter.sourceCode }) },
  ]
}

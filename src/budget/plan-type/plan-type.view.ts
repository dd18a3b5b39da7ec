import { type Office } from '../../documents/index.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { select } from '../../platform/http/components.ts'
import { linePaths } from '../budget.paths.ts'
import { chunks, type Report, type ReportCell, type ReportRow } from '../report-table/report-table.ts'
import { reportText } from '../report.text.ts'
import { type Names } from '../settings/settings.ts'
import { figureOf, figures, type Figure, type PlanTypeSum } from './plan-type.ts'

const text = reportText.planType

export interface FoundSums {
  readonly office: Office
  readonly fiscalYear: FiscalYear
  readonly sourceCode: string | undefined
  readonly sums: readonly PlanTypeSum[]
  readonly names: Names
}

export function planTypeReport(found: FoundSums): Report {
  const { office, fiscalYear, sourceCode, sums, names } = found
  const sources = [{ value: '', text: reportText.actual.enacted }, ...[...names.sources.values()].map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))]
  const types = [...names.classes.values()].filter(({ level }) => level === 'type')
  const prefixes = types.map(({ code }) => code.slice(0, 2))
  return {
    title: text.title, office, fiscalYear, isLandscape: true, asked: { source: sourceCode },
    controls: [{ select: select({ name: 'source', label: reportText.actual.source, options: sources, value: sourceCode }) }],
    parts: [{ table: {
      caption: text.title, empty: text.empty, groups: [text.plan],
      columns: [
        { label: text.figure, kind: 'text', isRowHeader: true }, ...[...types.map(({ name }) => name), text.sum].map((label) => ({ label, kind: 'money' as const, isBlankZero: true })),
      ],
      rows: chunks(sums, { key: ({ planCode }) => planCode }).flatMap((plan) => rowsOf(plan, prefixes, found)),
      totals: figures.map((figure) => ({ label: text.totals[figure], isGrand: figure === 'available', cells: cellsOf(sums, prefixes, figure) })),
    } }],
  }
}

/** What is left leads to the lines it is left on. */
function rowsOf(plan: readonly PlanTypeSum[], prefixes: readonly string[], { office, fiscalYear, sourceCode, names }: FoundSums): ReportRow[] {
  const planCode = plan[0]?.planCode ?? ''
  const linesOf = (type?: string) => `${linePaths.list}?${new URLSearchParams({
    organisation: office.organisationId, year: String(fiscalYear), plan: planCode, ...(type && { type }), ...(sourceCode && { source: sourceCode }),
  })}`
  return figures.map((figure): ReportRow => {
    const cells = cellsOf(plan, prefixes, figure)
    const linked = cells.map((value, index) => (typeof value === 'bigint' && value !== 0n ? { value, href: linesOf(prefixes[index]) } : value))
    return { under: [names.classes.get(planCode)?.name ?? planCode], cells: [text.figures[figure], ...(figure === 'available' ? linked : cells)] }
  })
}

function cellsOf(sums: readonly PlanTypeSum[], prefixes: readonly string[], figure: Figure): ReportCell[] {
  return [...prefixes.map((prefix) => figureOf(sums.filter(({ typePrefix }) => typePrefix === prefix), figure)), figureOf(sums, figure)]
}

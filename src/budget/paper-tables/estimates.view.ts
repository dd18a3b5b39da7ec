// รายงานประมาณการรายรับ and รายงานประมาณการรายจ่าย: three years past, this year's estimate, and the year that is budgeted.
import { minus, sum, type Money } from '../../platform/money.ts'
import { type PaperMade } from '../paper/paper.view.ts'
import { shareOf, type Paper, type PaperLine } from '../paper/paper.ts'
import { paperText } from '../report-ordinance.text.ts'
import { reportText } from '../report.text.ts'
import { percentText } from '../report.view.ts'
import { grouped, type Level, type ReportCell, type ReportColumn, type ReportPart } from '../report-table/report-table.ts'

const text = paperText.estimates

interface Estimated {
  readonly actuals: readonly [Money, Money, Money]
  readonly estimateNow: Money
  readonly amount: Money
}

export function revenueEstimates({ document, revenues, specials }: Paper): PaperMade {
  const byCategory: Level<Paper['revenues'][number]> = {
    key: ({ categoryCode }) => categoryCode, heading: ({ categoryName }) => categoryName, subtotal: (some, heading) => ({ label: text.sumOf(heading), cells: totals(some) }),
  }
  return {
    isLandscape: true, parts: [{ table: {
      caption: paperText.titles.revenues, empty: text.noRevenues, groups: [text.category], columns: columns({ first: text.revenue, past: text.received }, document.fiscalYear),
      rows: grouped(revenues, [byCategory], (line) => [line.name, ...figures(line)]), totals: [{ label: reportText.total, cells: totals(revenues) }],
    } }, ...specialParts(specials)],
  }
}

export function expenditureEstimates({ document, lines, specials }: Paper): PaperMade {
  const level = (key: (line: PaperLine) => string, heading: (line: PaperLine) => string): Level<PaperLine> => (
    { key, heading, subtotal: (some, name) => ({ label: text.sumOf(name), cells: totals(some) }) })
  const levels = [
    level(({ plan }) => plan, ({ plan }) => plan), level(({ taskCode }) => taskCode, ({ task }) => task), level(({ typeCode }) => typeCode, ({ type }) => type),
    level(({ categoryCode }) => categoryCode, ({ category }) => text.categoryOf(category)),
  ]
  return {
    isLandscape: true, parts: [{ table: {
      caption: paperText.titles.expenditures, empty: text.noExpenditures, groups: [...text.levels], columns: columns({ first: text.expenditure, past: text.spent }, document.fiscalYear),
      rows: grouped(lines, levels, (line) => [line.title, ...figures(line)]), totals: [{ label: reportText.total, cells: totals(lines) }],
    } }, ...specialParts(specials)],
  }
}

/** What is estimated for the enterprises stands apart from the general budget: each has papers of its own. */
function specialParts(specials: Paper['specials']): ReportPart[] {
  if (specials.length === 0) return []
  const of = (figure: (special: Paper['specials'][number]) => Money): Money => sum(specials.map(figure))
  return [{ table: {
    caption: text.special, empty: '', groups: [],
    columns: [{ label: text.special, kind: 'text', isRowHeader: true }, { label: text.revenueSum, kind: 'money' }, { label: text.expenditureSum, kind: 'money' }],
    rows: specials.map(({ title, revenue, amount }) => ({ cells: [title, revenue, amount] })),
    totals: [{ label: reportText.total, cells: [of(({ revenue }) => revenue), of(({ amount }) => amount)] }],
  } }]
}

function columns({ first, past }: { readonly first: string; readonly past: string }, year: number): ReportColumn[] {
  const money = (over: string, of: number): ReportColumn => ({ label: text.year(String(of)), kind: 'money', over })
  return [
    { label: first, kind: 'text', isRowHeader: true }, ...[year - 4, year - 3, year - 2].map((of) => money(past, of)), money(text.estimate, year - 1),
    { label: text.change, kind: 'number', over: text.estimate }, money(text.estimate, year),
  ]
}

function figures({ actuals, estimateNow, amount }: Estimated): ReportCell[] {
  return [...actuals, estimateNow, percentText(shareOf(minus(amount, estimateNow), estimateNow)), amount]
}

function totals(some: readonly Estimated[]): ReportCell[] {
  const of = (figure: (each: Estimated) => Money): Money => sum(some.map(figure))
  return figures({
    actuals: [of(({ actuals }) => actuals[0]), of(({ actuals }) => actuals[1]), of(({ actuals }) => actuals[2])], estimateNow: of(({ estimateNow }) => estimateNow),
    amount: of(({ amount }) => amount),
  })
}

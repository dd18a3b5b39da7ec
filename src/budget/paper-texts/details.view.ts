// รายละเอียดประมาณการรายรับ and รายละเอียดประมาณการรายจ่าย: running text, every line with its amount, its explanation and what it rests on.
import { formatMoney, isZero, minus, sum, type Money } from '../../platform/money.ts'
import { amountOf, type Paper, type PaperLine } from '../paper/paper.ts'
import { type PaperMade } from '../paper/paper.view.ts'
import { paperText } from '../report-ordinance.text.ts'
import { chunks, type ReportPart } from '../report-table/report-table.ts'

const text = paperText.details

export function revenueDetails({ revenues }: Paper): PaperMade {
  const categories = chunks(revenues, { key: ({ categoryCode }) => categoryCode })
  return {
    isThai: true, parts: [
      entry(text.allRevenue, revenues, 1),
      ...categories.flatMap((lines): ReportPart[] => [
        entry(text.sumOf(lines[0]?.categoryName ?? ''), lines, 2),
        ...lines.flatMap((line) => [amountLine(line.name, line.amount), ...paragraph(line.explanation)]),
      ]),
    ],
  }
}

export function expenditureDetails({ lines }: Paper): PaperMade {
  const plans = chunks(lines, { key: ({ plan }) => plan })
  const subsidy = sum(lines.map(({ fromSubsidy }) => fromSubsidy))
  const total = amountOf(lines)
  return {
    isThai: true, parts: [
      entry(text.allExpenditure, lines, 1), { text: text.split(formatMoney(minus(total, subsidy)), formatMoney(subsidy)) }, ...plans.flatMap(planParts),
    ],
  }
}

function planParts(lines: readonly PaperLine[]): ReportPart[] {
  const tasks = chunks(lines, { key: ({ taskCode }) => taskCode })
  return [{ heading: lines[0]?.plan ?? '' }, ...tasks.flatMap(taskParts)]
}

function taskParts(lines: readonly PaperLine[]): ReportPart[] {
  const types = chunks(lines, { key: ({ typeCode }) => typeCode })
  return [entry(text.sumOf(lines[0]?.task ?? ''), lines, 1), ...types.flatMap(typeParts)]
}

function typeParts(lines: readonly PaperLine[]): ReportPart[] {
  const categories = chunks(lines, { key: ({ categoryCode }) => categoryCode })
  return [entry(text.sumOf(lines[0]?.type ?? ''), lines, 2), ...categories.flatMap((some): ReportPart[] => [
    entry(text.sumOf(some[0]?.category ?? ''), some, 3), ...some.flatMap(lineParts),
  ])]
}

/** A line named otherwise than its kind of expense says both. */
function lineParts(line: PaperLine): ReportPart[] {
  const named = line.title === line.item ? line.title : `${line.item}: ${line.title}`
  const facts = [
    line.quantity === null ? '' : text.quantity(line.quantity.replace(/\.00$/, ''), line.unit), line.location === '' ? '' : text.location(line.location),
    line.planReference === '' ? '' : text.plan(line.planReference), line.legalReference === '' ? '' : text.law(line.legalReference), source(line),
  ]
  return [amountLine(named, line.amount), ...paragraph(line.explanation), ...paragraph(facts.filter((fact) => fact !== '').join(' '))]
}

function source({ amount, fromSubsidy }: PaperLine): string {
  if (isZero(fromSubsidy)) return text.fromRevenue
  return fromSubsidy === amount ? text.fromSubsidy : text.fromBoth(formatMoney(minus(amount, fromSubsidy)), formatMoney(fromSubsidy))
}

function entry(label: string, lines: readonly { readonly amount: Money }[], level: 1 | 2 | 3): ReportPart {
  return { entry: { label, amount: amountOf(lines), level } }
}

function amountLine(label: string, amount: Money): ReportPart {
  return { entry: { label: text.line(label), amount, level: 4 } }
}

function paragraph(words: string): ReportPart[] {
  return words === '' ? [] : [{ text: words }]
}

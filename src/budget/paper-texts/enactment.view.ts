// The ordinance itself, the principles and reasons before it, and the speech of the executive (budget-and-receipts §3.3, §5.1).
import { documentsText } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { fiscalYearPeriod, formatThaiDate } from '../../platform/dates.ts'
import { type Signatures } from '../../platform/http/components.ts'
import { formatMoney, sum, type Money } from '../../platform/money.ts'
import { amountOf, isDraft, sumsBy, type NamedAmount, type Paper, type Position } from '../paper/paper.ts'
import { type PaperMade } from '../paper/paper.view.ts'
import { paperText } from '../report-ordinance.text.ts'
import { reportText } from '../report.text.ts'
import { chunks, grouped, type ReportPart, type ReportTable } from '../report-table/report-table.ts'

/** ข้อ 1–7. */
export function ordinancePaper(paper: Paper): PaperMade {
  const text = paperText.ordinance
  const { body, document, lines, specials } = paper
  const [total, all] = [amountOf(lines), sum([amountOf(lines), amountOf(specials)])]
  const words = {
    law: body.ordinance, title: nameOf(paper), year: String(document.fiscalYear), from: formatThaiDate(fiscalYearPeriod(document.fiscalYear).from), total: formatMoney(total),
    inWords: bahtText(total), all: formatMoney(all), allInWords: bahtText(all), executive: body.executive, council: body.council, approver: body.approver,
  }
  const enforced = document.steps.findLast(({ action }) => action === 'enforce')
  return {
    ...isDraft(document) ? { heading: `${paperText.ordinance.draft}${nameOf(paper)}`, asOf: '' } : { heading: nameOf(paper) }, isThai: true, signatures: enactors(paper), parts: [
      ...[text.preamble(words), text.one(words), text.two(words), text.three(words), text.four(words)].map((words) => ({ text: words })), { table: byAreaAndPlan(paper) },
      { text: specials.length === 0 ? text.noSpecials : text.five(specialWords(specials)) },
      ...specials.map(({ title, amount }) => ({ entry: { label: title, amount, level: 3 as const } })),
      { text: text.six(words) }, { text: text.seven(words) }, { text: enforced ? text.announced(formatThaiDate(enforced.happenedOn)) : text.toBeAnnounced },
    ],
  }
}

/** 'เทศบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. 2570': most authors leave the kind of law to us. */
function nameOf({ body, document }: Paper): string {
  return document.title.startsWith(body.ordinance) ? document.title : `${body.ordinance}${document.title}`
}

function specialWords(specials: Paper['specials']) {
  const total = amountOf(specials)
  return { total: formatMoney(total), inWords: bahtText(total) }
}

function byAreaAndPlan({ lines }: Paper): ReportTable {
  const text = paperText.ordinance.table
  const plans = chunks(lines, { key: ({ plan }) => plan })
  return {
    caption: paperText.titles.ordinance, empty: paperText.estimates.noExpenditures, groups: [text.area],
    columns: [{ label: text.areaAndPlan, kind: 'text', isRowHeader: true }, { label: text.total, kind: 'money' }],
    rows: grouped(plans, [{ key: ([first]) => first?.area ?? '', heading: ([first]) => first?.area ?? '' }], (plan) => [plan[0]?.plan ?? '', amountOf(plan)]),
    totals: [{ label: reportText.total, cells: [amountOf(lines)] }],
  }
}

/** The executive signs; the supervisor approves. */
function enactors({ body }: Paper): Signatures {
  const { signers } = paperText
  const blank = documentsText.print.blankName
  return { signers: [
    { role: signers.enactor, name: body.executiveName || blank, position: body.executive }, { role: signers.approver, name: blank, position: body.approver },
  ] }
}

/** หลักการ by ด้าน, by แผนงาน, then in detail; เหตุผล as the author wrote it. */
export function principlesPaper(paper: Paper): PaperMade {
  const text = paperText.principles
  const { lines, particulars } = paper
  const total = amountOf(lines)
  const areas: ReportPart[] = [...sumsBy(lines, ({ area }) => area)].map(([label, amount]) => ({ entry: { label, amount, level: 3 } }))
  const plans: ReportPart[] = [...sumsBy(lines, ({ plan }) => plan)].map(([label, amount]) => ({ entry: { label, amount, level: 3 } }))
  return {
    isThai: true, parts: [
      { heading: text.principle }, { text: text.total(formatMoney(total), bahtText(total)) }, { heading: text.byArea }, ...areas, { heading: text.byPlan }, ...plans,
      { heading: text.reason }, { text: particulars.principle || text.noReason }, { heading: text.inDetail }, ...chunks(lines, { key: ({ plan }) => plan }).flatMap(planInDetail),
    ],
  }
}

function planInDetail(lines: Paper['lines']): ReportPart[] {
  const tasks = chunks(lines, { key: ({ taskCode }) => taskCode })
  return [
    { entry: { label: paperText.details.sumOf(lines[0]?.plan ?? ''), amount: amountOf(lines), level: 1 } },
    ...tasks.flatMap((task): ReportPart[] => [
      { entry: { label: paperText.details.sumOf(task[0]?.task ?? ''), amount: amountOf(task), level: 2 } },
      ...[...sumsBy(task, ({ type }) => type)].map(([label, amount]) => ({ entry: { label, amount, level: 3 as const } })),
    ]),
  ]
}

/** What the executive tells the council: where the money stands, how last year went, what is asked for. */
export function speechPaper(paper: Paper, position: Position): PaperMade {
  const text = paperText.speech
  const { body, document, revenues, lines, particulars } = paper
  const written = (words: string): ReportPart[] => (words === '' ? [] : [{ text: words }])
  return {
    isThai: true, parts: [
      { text: text.address(body.council) }, { text: text.opening({ law: body.ordinance, year: String(document.fiscalYear) }) },
      { heading: text.position }, { text: text.asOf(formatThaiDate(position.on), String(position.year)) }, ...positionParts(position), ...written(particulars.position),
      { heading: text.performance(String(position.year)) }, ...amounts(text.received, position.received), ...amounts(text.spent, position.spent), ...written(particulars.performance),
      { heading: text.asked }, ...amounts(text.revenue, byName(sumsBy(revenues, ({ categoryName }) => categoryName))),
      ...amounts(text.expenditure, byName(sumsBy(lines, ({ type }) => type))), { text: text.closing },
    ],
    signatures: { signers: [{ role: paperText.signers.executive, name: body.executiveName || documentsText.print.blankName, position: body.executive }] },
  }
}

function positionParts({ bank, accumulated, reserve, carried, loans }: Position): ReportPart[] {
  const text = paperText.speech.lines
  const entries: readonly (readonly [string, Money])[] = [
    [text.bank, bank], [text.accumulated, accumulated], [text.reserve, reserve], [text.bound(String(carried.boundCount)), carried.bound],
    [text.free(String(carried.freeCount)), carried.free], [text.loans, loans],
  ]
  return entries.map(([label, amount]) => ({ entry: { label, amount, level: 3 } }))
}

function amounts(heading: string, rows: readonly NamedAmount[]): ReportPart[] {
  const total = sum(rows.map(({ amount }) => amount))
  return [{ entry: { label: heading, amount: total, level: 2 } }, ...rows.map(({ name, amount }): ReportPart => ({ entry: { label: name, amount, level: 3 } }))]
}

function byName(sums: ReadonlyMap<string, Money>): NamedAmount[] {
  return [...sums].map(([name, amount]) => ({ name, amount }))
}

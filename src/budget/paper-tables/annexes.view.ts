// Annexes with a table: รายจ่ายตามงานและงบรายจ่าย, ค่าใช้จ่ายด้านบุคลากร (section 35), โครงการเงินอุดหนุน, ข้อมูลเบื้องต้น.
import { formatThaiDate } from '../../platform/dates.ts'
import { formatMoney, minus, money, sum, type Money } from '../../platform/money.ts'
import { amountOf, personnelAmount, shareOf, subsidiesOf, sumsBy, type Paper, type PaperLine } from '../paper/paper.ts'
import { type PaperMade } from '../paper/paper.view.ts'
import { paperText } from '../report-ordinance.text.ts'
import { reportText } from '../report.text.ts'
import { percentText } from '../report.view.ts'
import { chunks, grouped, type ReportCell } from '../report-table/report-table.ts'

/** Rows งาน under แผนงาน, columns งบ. */
export function tasksByType({ lines, types }: Paper): PaperMade {
  const text = paperText.matrix
  const figures = (some: readonly PaperLine[]): ReportCell[] => {
    const sums = sumsBy(some, ({ typeCode }) => typeCode)
    return [...types.map(({ code }) => sums.get(code) ?? money(0n)), amountOf(some)]
  }
  const tasks = chunks(lines, { key: ({ taskCode }) => taskCode })
  return {
    isLandscape: true, parts: [{ table: {
      caption: paperText.titles.tasksByType, empty: paperText.estimates.noExpenditures, groups: [text.plan],
      columns: [
        { label: text.task, kind: 'text', isRowHeader: true }, ...[...types.map(({ name }) => name), text.sum].map((label) => ({ label, kind: 'money' as const, isBlankZero: true })),
      ],
      rows: grouped(tasks, [{
        key: ([first]) => first?.plan ?? '', heading: ([first]) => first?.plan ?? '',
        subtotal: (some, heading) => ({ label: paperText.estimates.sumOf(heading), cells: figures(some.flat()) }),
      }], (task) => [task[0]?.task ?? '', ...figures(task)]),
      totals: [{ label: reportText.total, cells: figures(lines) }],
    } }],
  }
}

export function personnelCost(paper: Paper): PaperMade {
  const text = paperText.personnel
  const { lines, settings, particulars } = paper
  const total = amountOf(lines)
  const paid = lines.filter(({ isPersonnel }) => isPersonnel).map((line) => ({ ...line, amount: minus(line.amount, line.fromSubsidy) }))
  const amount = personnelAmount(lines)
  const limit = settings.number('personnel-percent')
  const isOver = amount * 100n > BigInt(limit) * total
  const words = { amount: formatMoney(amount), total: formatMoney(total), percent: percentText(shareOf(amount, total)), limit: String(limit), law: settings.reference('personnel-percent') }
  const cells = (of: Money): ReportCell[] => [of, percentText(shareOf(of, total))]
  const items = [...sumsBy(paid, ({ economicCode, item }) => `${economicCode} ${item}`)].filter(([, of]) => of > 0n)
  return {
    parts: [
      { table: {
        caption: paperText.titles.personnel, empty: text.none, groups: [], columns: [
          { label: text.order, kind: 'number' }, { label: text.item, kind: 'text', isRowHeader: true }, { label: text.amount, kind: 'money' },
          { label: text.percent, kind: 'number' },
        ],
        rows: items.map(([name, of], index) => ({ cells: [String(index + 1), name, ...cells(of)] })), totals: [{ label: text.sum, cells: cells(amount) }],
      } },
      { text: isOver ? text.over(words) : text.within(words) }, ...(particulars.personnelExplanation === '' ? [] : [{ heading: text.explanation }, { text: particulars.personnelExplanation }]),
    ],
  }
}

export function subsidyProjects(paper: Paper): PaperMade {
  const text = paperText.subsidies
  const { given, own, ceiling } = subsidiesOf(paper)
  const total = amountOf(given)
  const fact = (label: string, amount: Money) => ({ label, text: formatMoney(amount), isMoney: true })
  return {
    parts: [
      { table: {
        caption: paperText.titles.subsidies, empty: text.none, groups: [], columns: [
          { label: text.order, kind: 'number' }, { label: text.task, kind: 'text' }, { label: text.project, kind: 'text', isRowHeader: true }, { label: text.amount, kind: 'money' },
        ],
        rows: given.map((line, index) => ({ cells: [String(index + 1), line.task, { value: line.title, note: line.explanation }, line.amount] })),
        totals: [{ label: reportText.total, cells: [total] }],
      } },
      { items: [fact(text.own, own), fact(text.ceiling(paper.settings.text('subsidy-percent')), ceiling), fact(text.rest, minus(ceiling, total))] },
      { text: text.law(paper.settings.reference('subsidy-percent')) },
    ],
  }
}

/** What is known of the office; what nobody has recorded is left out. */
export function basicData({ body, lines, revenues }: Paper): PaperMade {
  const { fields, ...text } = paperText.basics
  const people = sum([body.men, body.women].map((count) => money(BigInt(count ?? 0))))
  const counted = (count: number | bigint | null) => (count === null ? '' : count.toLocaleString('en'))
  const facts: readonly (readonly [string, string])[] = [
    [fields.name, body.name], [fields.code, body.code], [fields.kind, body.kindName], [fields.district, body.district], [fields.province, body.province],
    [fields.address, body.address], [fields.phone, body.phone], [fields.email, body.email], [fields.area, body.area === '' ? '' : text.squareKm(body.area)],
    [fields.men, counted(body.men)], [fields.women, counted(body.women)], [fields.people, people === 0n ? '' : counted(people)],
    [fields.executive, [body.executiveName, body.executive].filter((part) => part !== '').join(' ')],
    [fields.elected, body.electedOn ? formatThaiDate(body.electedOn) : ''], [fields.termEnds, body.termEndsOn ? formatThaiDate(body.termEndsOn) : ''],
    ...body.staff.map(({ kind, count }) => [text.numberOf(kind), text.persons(counted(count))] as const),
  ]
  return {
    parts: [
      { heading: text.office }, { items: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })) },
      { heading: text.budget }, { items: [
        { label: fields.revenue, text: formatMoney(amountOf(revenues)), isMoney: true }, { label: fields.expenditure, text: formatMoney(amountOf(lines)), isMoney: true },
      ] },
    ],
  }
}

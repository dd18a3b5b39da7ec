// ทะเบียนคุม of one line: everything that moved, what is left after each, and the way to its document.
import { signer } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateShort, type Instant } from '../../platform/dates.ts'
import {
  lineTable, type CellContent, type Column, type LineTable, type PageHeader, type Pagination, type PrintHead, type Signatures, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, negate, sum, type Money } from '../../platform/money.ts'
import { documentHref, linePaths as paths } from '../budget.paths.ts'
import { type Stage } from '../control/control.ts'
import { numberOf } from '../document/document.view.ts'
import { reportText } from '../report.text.ts'
import { freshnessAt, lineNumber, purseName, shown } from '../report.view.ts'
import { revised } from '../line/line.ts'
import { running, type LineBook, type LineMovement } from './line-book.ts'

const text = reportText.line
const { columns: words, fields } = text

export interface LineBookPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly summaryList: SummaryList
  readonly unit: string
  readonly lineTable: LineTable
  readonly pagination: Pagination
}

export interface ShownBook {
  readonly now: Instant
  readonly own: string
  readonly mayPrint: boolean
}

export function bookPage(book: LineBook, { now, own, mayPrint }: ShownBook): LineBookPage {
  const { line, movements, hasMore } = book
  const title = text.title(lineNumber(line))
  const print = [{ text: reportText.print, href: paths.showPrint(line.organisationId, line.id), kind: 'secondary' as const }]
  const next = `${paths.show(line.organisationId, line.id)}?after=${movements.at(-1)?.id ?? ''}`
  return {
    title, breadcrumb: [{ text: reportText.lines.title, href: paths.list }, { text: title }], freshness: freshnessAt(now), unit: reportText.unit,
    pageHeader: { title, lead: line.title, ...(mayPrint && { actions: print }) }, summaryList: { items: factsOf(book) },
    lineTable: bookTable(book, line.organisationId === own), pagination: { countText: text.shown(String(movements.length)), nextHref: hasMore ? next : undefined },
  }
}

export interface LineBookPrint extends PageModel {
  readonly printHead: PrintHead
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function bookPrint(book: LineBook, now: Instant): LineBookPrint {
  const { line, office } = book
  const title = reportText.lines.title
  return {
    title, print: { backHref: paths.show(line.organisationId, line.id), isLandscape: true }, summaryList: { items: factsOf(book) },
    printHead: { organisation: office.name, title: reportText.yearOf(title, String(line.fiscalYear)), asOf: freshnessAt(now), unit: reportText.unit },
    lineTable: bookTable(book, false), signatures: { signers: reportText.signers.map(({ role }) => signer(role, null)) },
  }
}

function factsOf({ line, names }: LineBook): SummaryList['items'] {
  const { classes, departments } = names
  const coded = (code: string) => `${code} ${classes.get(code)?.name ?? ''}`
  const facts: readonly (readonly [string, string])[] = [
    [fields.title, line.title], [fields.source, purseName(line, names)],
    [fields.plan, coded(classes.get(line.taskCode)?.planCode ?? '')], [fields.task, coded(line.taskCode)], [fields.economic, coded(line.economicCode)],
    [fields.department, departments.get(line.departmentId ?? '')?.name ?? ''],
    [fields.usable, text.usable(formatThaiDate(line.usableFrom), formatThaiDate(line.usableUntil))], [fields.explanation, line.explanation],
  ]
  const amounts: readonly (readonly [string, Money])[] = [
    [fields.revised, revised(line.balance)], ...(isZero(line.balance.allowance) ? [] : [[fields.allowance, line.balance.allowance] as const]),
    [fields.available, line.balance.available],
  ]
  return [
    ...facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })),
    ...amounts.map(([label, amount]) => ({ label, text: formatMoney(amount), isMoney: true })),
  ]
}

const money = (label: string): Column => ({ label, kind: 'money' })

const columns: readonly Column[] = [
  { label: words.date, kind: 'date' }, { label: words.number, kind: 'text', isRowHeader: true },
  ...[words.given, words.transferred, words.reserved, words.committed, words.claimed, words.paid, words.carried, words.available].map(money),
]

/** One column may hold several stages. */
const parts: readonly (readonly Stage[])[] = [
  ['approved', 'supplemented'], ['transferred', 'released'], ['reserved'], ['committed'], ['claimed'], ['paid', 'refunded'], ['carried', 'lapsed', 'frozen'],
]

function bookTable({ movements, brought, line }: LineBook, isOwn: boolean): LineTable {
  const sums = running(brought, movements)
  const rows = movements.map((movement, index) => [
    formatThaiDateShort(movement.date), numberCell(movement, isOwn), ...parts.map((stages) => shown(amountOf(movement, stages))),
    formatMoney(sums[index] ?? brought),
  ])
  const first = ['', { text: text.brought }, ...parts.map(() => ''), formatMoney(brought)]
  return lineTable({
    caption: line.title, captionHidden: true, empty: text.empty, columns, rows: isZero(brought) ? rows : [first, ...rows],
    totals: [{ label: reportText.total, isGrand: true, cells: [
      ...parts.map((stages) => shown(sum(movements.map((movement) => amountOf(movement, stages))))), formatMoney(sums.at(-1) ?? brought),
    ] }],
  })
}

function amountOf({ entries }: LineMovement, stages: readonly Stage[]): Money {
  return sum(entries.filter(({ stage }) => stages.includes(stage)).map(({ stage, amount }) => (stage === 'refunded' ? negate(amount) : amount)))
}

/** What other rooms moved says its number in its own words. */
function numberCell({ document, source, description }: LineMovement, isOwn: boolean): CellContent {
  if (!document) return { text: description }
  return { text: numberOf(document), href: isOwn ? documentHref(source) : undefined, note: description }
}

// The lines of a carry-forward, and its paper: one page for each task, so that each department head signs his own (กง.).
import { signer } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { lineTable, type CellContent, type Column, type LineTable, type PrintHead, type RowArguments, type Signatures } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, plus, sum, type Money } from '../../platform/money.ts'
import { carryPaths as paths, linePaths } from '../budget.paths.ts'
import { deskText } from '../desk.text.ts'
import { numberOf } from '../document/document.view.ts'
import { type DocumentLine } from '../document/document.ts'
import { paidNet, revised } from '../line/line.ts'
import { lineNumber } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { carryText as text, yearEndText } from '../year-end.text.ts'
import { carryVariantOf, type Carry } from './carry.ts'

const { columns } = yearEndText

export interface AroundLines {
  readonly names: Names
  readonly isLinked: boolean
}

export function linesTable(carry: Carry, { names, isLinked }: AroundLines): LineTable {
  return lineTable({
    caption: text.lines, empty: '', columns: shownColumns,
    rows: carry.lines.map((line): RowArguments => [
      itemCell(line, isLinked ? linePaths.show(carry.organisationId, line.lineId ?? '') : undefined), taskName(line, names), ...figuresOf(line),
      line.untilDate ? formatThaiDateShort(line.untilDate) : '', { text: line.explanation },
    ]),
    totals: [{ label: yearEndText.sum, isGrand: true, cells: [carriedOf(carry.lines), '', ''] }],
  })
}

const figureColumns: readonly Column[] = [
  { label: columns.budget, kind: 'money' }, { label: columns.bound, kind: 'money' }, { label: columns.paid, kind: 'money' }, { label: columns.unspent, kind: 'money' },
  { label: columns.carried, kind: 'money' },
]

const shownColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.task, kind: 'text' }, ...figureColumns, { label: columns.until, kind: 'date' },
  { label: columns.reason, kind: 'text' },
]

/** What was bound: what still is, with what has been carried over since. */
function figuresOf({ control, amount, holder, availableBefore }: DocumentLine): string[] {
  if (!control) return ['', '', '', '', formatMoney(amount)]
  const { balance } = control
  const bound = holder === null ? balance.committed : plus(balance.committed, balance.carried)
  return [revised(balance), bound, paidNet(balance)].map(formatMoney).concat(availableBefore ? formatMoney(availableBefore) : '', formatMoney(amount))
}

function itemCell({ control, planReference }: DocumentLine, href?: string): CellContent {
  return { text: control ? `${lineNumber(control)} ${control.title}` : '', href, note: planReference || undefined }
}

function taskName({ control }: DocumentLine, names: Names): string {
  const task = names.classes.get(control?.taskCode ?? '')
  return task ? `${task.code} ${task.name}` : ''
}

function carriedOf(lines: readonly DocumentLine[]): string {
  return formatMoney(sum(lines.map(({ amount }): Money => amount)))
}

export interface TaskPaper {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export interface CarryPrint extends PageModel {
  readonly papers: readonly TaskPaper[]
}

interface Paper {
  readonly names: Names
  readonly organisation: string
  readonly mark: string
}

export function paperOf(carry: Carry, around: Paper): CarryPrint {
  const tasks = [...new Set(carry.lines.map(({ control }) => control?.taskCode ?? ''))].sort()
  return {
    title: `${text.paper.title} ${numberOf(carry)}`, print: { backHref: paths.show(carry.id), isLandscape: true },
    papers: tasks.map((task, place) => {
      const paper = taskPaper(carry, carry.lines.filter(({ control }) => (control?.taskCode ?? '') === task), around)
      return { ...paper, printHead: { ...paper.printHead, isFurther: place > 0 } }
    }),
  }
}

function taskPaper(carry: Carry, lines: readonly DocumentLine[], { names, organisation, mark }: Paper): TaskPaper {
  const { paper } = text
  const [first] = lines
  const owners = [...new Set(lines.map(({ control }) => names.departments.get(control?.departmentId ?? '')?.name ?? ''))].filter((name) => name !== '').join(' · ')
  return {
    printHead: {
      organisation, title: paper.title, asOf: paper.asOf(String(carry.fiscalYear)), unit: deskText.unit, facts: [
        { label: deskText.columns.number, text: numberOf(carry) }, { label: deskText.columns.date, text: formatThaiDate(carry.documentDate) },
        { label: paper.copy, text: mark }, { label: paper.variant, text: yearEndText.variants[carryVariantOf(carry.variant)] },
        { label: paper.task, text: first ? taskName(first, names) : '' },
        ...(owners === '' ? [] : [{ label: paper.owner, text: owners }]),
        ...(first?.untilDate ? [{ label: paper.until, text: formatThaiDate(first.untilDate) }] : []),
      ],
    },
    lineTable: lineTable({
      caption: paper.title, captionHidden: true, empty: '',
      columns: [{ label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.category, kind: 'text' }, ...figureColumns, { label: columns.reason, kind: 'text' }],
      rows: lines.map((line) => [itemCell(line), categoryName(line, names), ...figuresOf(line), { text: line.explanation || carry.reason }]),
      totals: [{ label: yearEndText.sum, isGrand: true, cells: [carriedOf(lines), ''] }],
    }),
    signatures: { signers: [signer(paper.maker, carry.preparedBy), signer(paper.department, null), signer(paper.finance, carry.approvedBy)] },
  }
}

function categoryName({ control }: DocumentLine, names: Names): string {
  const code = control?.economicCode ?? ''
  return `${code} ${names.classes.get(code)?.name ?? ''}`
}

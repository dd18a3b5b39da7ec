// The lines of a plan and its paper as finished strings.
import { signer } from '../../documents/index.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { lineTable, type CellContent, type Column, type LineTable, type PrintHead, type Signatures } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, minus, sum, type Money } from '../../platform/money.ts'
import { linePaths, planPaths as paths } from '../budget.paths.ts'
import { deskText } from '../desk.text.ts'
import { numberOf } from '../document/document.view.ts'
import { type DocumentLine } from '../document/document.ts'
import { planText as text } from '../plan.text.ts'
import { lineNumber } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { usedOf, type Plan } from './plan.ts'

const { columns } = text

export interface AroundLines {
  readonly names: Names
  readonly isLinked: boolean
}

/** What is used and left is told of the version in force, and of a draft that follows it. */
export function linesTable(plan: Plan, { names, isLinked }: AroundLines): LineTable {
  const figures = plan.lines.map((line) => figuresOf(plan, line))
  const total = (of: (figure: Figures) => Money | undefined): string => {
    const amounts = figures.map(of).filter((amount) => amount !== undefined)
    return amounts.length === 0 ? '' : formatMoney(sum(amounts))
  }
  return lineTable({
    caption: text.caption, empty: '', columns: lineColumns, rows: plan.lines.map((line) => cellsOf(line, { plan, names, isLinked })),
    totals: [{ label: text.sum, isGrand: true, cells: [total(({ amount }) => amount), total(({ used }) => used), total(({ rest }) => rest)] }],
  })
}

const lineColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.source, kind: 'text' }, { label: columns.plan, kind: 'text' },
  { label: columns.category, kind: 'text' }, { label: columns.amount, kind: 'money' }, { label: columns.used, kind: 'money' }, { label: columns.rest, kind: 'money' },
]

interface Figures {
  readonly amount: Money
  readonly used: Money | undefined
  readonly rest: Money | undefined
}

function figuresOf({ state }: Plan, { amount, control }: DocumentLine): Figures {
  const used = control && (state === 'approved' || state === 'draft') ? usedOf(control.balance) : undefined
  return { amount, used, rest: used === undefined ? undefined : minus(amount, used) }
}

function cellsOf(line: DocumentLine, { plan, names, isLinked }: AroundLines & { readonly plan: Plan }): (string | CellContent)[] {
  const { key, control, explanation } = line
  const nameOf = (code: string | null | undefined) => (code ? names.classes.get(code)?.name ?? code : '')
  const [task, economic] = [names.classes.get(key?.taskCode ?? ''), names.classes.get(key?.economicCode ?? '')]
  const { amount, used, rest } = figuresOf(plan, line)
  const shown = (figure: Money | undefined) => (figure === undefined ? '' : formatMoney(figure))
  return [
    { text: control ? `${lineNumber(control)} ${control.title}` : key?.title ?? '', href: control && isLinked ? linePaths.show(plan.organisationId, control.id) : undefined, note: explanation || undefined },
    names.sources.get(key?.sourceCode ?? '')?.name ?? '', { text: nameOf(task?.planCode), note: task ? `${task.code} ${task.name}` : undefined },
    { text: nameOf(economic?.typeCode), note: economic ? `${economic.code} ${economic.name}` : undefined }, formatMoney(amount), shown(used), shown(rest),
  ]
}

interface Paper {
  readonly names: Names
  readonly organisation: string
  readonly mark: string
}

export interface PlanPrint extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function paperOf(plan: Plan, { names, organisation, mark }: Paper): PlanPrint {
  const approved = plan.steps.findLast((step) => step.action === 'approve')
  const { paper } = deskText
  return {
    title: `${text.listTitle} ${numberOf(plan)}`, print: { backHref: paths.show(plan.id), isLandscape: true },
    printHead: {
      organisation, title: `${text.listTitle} ${text.fields.year} ${plan.fiscalYear}`, unit: deskText.unit, facts: [
        { label: deskText.columns.number, text: numberOf(plan) }, { label: deskText.columns.title, text: plan.title },
        { label: text.fields.approval, text: `${approved?.letterNumber ?? ''} ${approved ? formatThaiDate(approved.happenedOn) : ''}` }, { label: paper.copy, text: mark },
      ],
    },
    lineTable: linesTable(plan, { names, isLinked: false }),
    signatures: { signers: [signer(paper.maker, plan.preparedBy), signer(paper.checker, plan.approvedBy), signer(paper.approver, null)] },
  }
}

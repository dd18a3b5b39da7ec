// The lines of a transfer and its paper as finished strings.
import { bahtText } from '../../platform/baht-text.ts'
import { lineTable, type Column, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { linePaths, transferPaths as paths } from '../budget.paths.ts'
import { transferText as text } from '../change.text.ts'
import { approverName, memoPage, type MemoPrint } from '../desk/desk.view.ts'
import { type DocumentLine } from '../document/document.ts'
import { revised } from '../line/line.ts'
import { lineNumber, shown as orBlank } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { type Transfer } from './transfer.ts'

const { columns } = text

/** The columns of the ministry's form (§3.5). */
export function linesTable(transfer: Transfer, { names, isLinked }: { readonly names: Names; readonly isLinked: boolean }): LineTable {
  const of = (direction: string) => sum(transfer.lines.filter((line) => line.direction === direction).map(({ amount }) => amount))
  return lineTable({
    caption: text.captions.lines, empty: '', columns: lineColumns, rows: transfer.lines.map((line) => cellsOf(line, { transfer, names, isLinked })),
    totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(of('out')), formatMoney(of('in')), ''] }],
  })
}

const lineColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.department, kind: 'text' }, { label: columns.plan, kind: 'text' },
  { label: columns.category, kind: 'text' }, { label: columns.set, kind: 'money' }, { label: columns.before, kind: 'money' },
  { label: columns.out, kind: 'money' }, { label: columns.in, kind: 'money' }, { label: columns.after, kind: 'money' },
]

interface Around {
  readonly transfer: Transfer
  readonly names: Names
  readonly isLinked: boolean
}

function cellsOf(line: DocumentLine, { transfer, names, isLinked }: Around) {
  const { control, key, amount, direction, isNewItem } = line
  const at = control ?? key
  const nameOf = (code: string | null | undefined) => (code ? names.classes.get(code)?.name ?? code : '')
  const [task, economic] = [names.classes.get(at?.taskCode ?? ''), names.classes.get(at?.economicCode ?? '')]
  const before = line.availableBefore ?? (isNewItem ? zero : control?.balance.available ?? zero)
  const title = control ? `${lineNumber(control)} ${control.title}` : key?.title ?? ''
  const href = control && isLinked ? linePaths.show(transfer.organisationId, control.id) : undefined
  return [
    { text: title, href, note: isNewItem ? `${text.newItem}: ${line.explanation}` : undefined }, names.departments.get(at?.departmentId ?? '')?.name ?? '',
    { text: nameOf(task?.planCode), note: task ? `${task.code} ${task.name}` : undefined },
    { text: nameOf(economic?.typeCode), note: economic ? `${economic.code} ${economic.name}` : undefined },
    control && !isNewItem ? formatMoney(revised(control.balance)) : '', formatMoney(before), orBlank(direction === 'out' ? amount : zero),
    orBlank(direction === 'in' ? amount : zero), formatMoney(afterOf(before, line)),
  ]
}

function afterOf(before: Money, { direction, amount }: DocumentLine): Money {
  return direction === 'out' ? minus(before, amount) : plus(before, amount)
}

export interface Paper {
  readonly names: Names
  readonly organisation: string
  readonly mark: string
}

export function memo(transfer: Transfer, { names, organisation, mark }: Paper): MemoPrint {
  const { paper } = text
  const total = transfer.total ?? zero
  return memoPage(transfer, {
    title: paper.title, backHref: paths.show(transfer.id), organisation, mark, background: paper.background(String(transfer.fiscalYear)),
    facts: paper.facts(transfer.reason), lineTable: linesTable(transfer, { names, isLinked: false }),
    proposal: paper.proposal(approverName(transfer), formatMoney(total), bahtText(total)),
  })
}

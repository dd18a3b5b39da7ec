// The lines of a transfer and its paper as finished strings.
import { bahtText } from '../../platform/baht-text.ts'
import { lineTable, type Column, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { linePaths, transferPaths as paths } from '../budget.paths.ts'
import { transferText as text } from '../change.text.ts'
import { type DeskDocument } from '../desk/desk.ts'
import { approverName, memoPage, type MemoPrint } from '../desk/desk.view.ts'
import { type DocumentLine } from '../document/document.ts'
import { lineNumber, shown as orBlank } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { type Transfer } from './transfer.ts'

const { columns } = text

/** What stands around a table of lines. */
interface Around {
  readonly names: Names
  readonly isLinked: boolean
}

export function linesTable(transfer: Transfer, around: Around): LineTable {
  return movedTable(transfer, { ...around, caption: text.captions.lines })
}

/** The columns of the ministry's form (§3.5), for every document that moves money between lines. */
export function movedTable(document: DeskDocument, around: Around & { readonly caption: string; readonly words?: MoveWords }): LineTable {
  const of = (isOut: boolean) => sum(document.lines.filter((line) => leaves(line) === isOut).map(({ amount }) => amount))
  return lineTable({
    caption: around.caption, empty: '', columns: lineColumns(around.words ?? columns), rows: document.lines.map((line) => cellsOf(line, document, around)),
    totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(of(true)), formatMoney(of(false)), ''] }],
  })
}

function leaves({ direction }: Pick<DocumentLine, 'direction'>): boolean {
  return direction === 'out' || direction === 'release'
}

/** What the kind calls the move. */
type MoveWords = Readonly<Record<'before' | 'out' | 'in' | 'after', string>>

const lineColumns = (words: MoveWords): readonly Column[] => [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.department, kind: 'text' }, { label: columns.plan, kind: 'text' },
  { label: columns.category, kind: 'text' }, { label: columns.set, kind: 'money' }, { label: words.before, kind: 'money' },
  { label: words.out, kind: 'money' }, { label: words.in, kind: 'money' }, { label: words.after, kind: 'money' },
]

function cellsOf(line: DocumentLine, { organisationId }: DeskDocument, { names, isLinked }: Around) {
  const { control, key, amount, isNewItem } = line
  const at = control ?? key
  const nameOf = (code: string | null | undefined) => (code ? names.classes.get(code)?.name ?? code : '')
  const [task, economic] = [names.classes.get(at?.taskCode ?? ''), names.classes.get(at?.economicCode ?? '')]
  const before = line.availableBefore ?? (isNewItem ? zero : control?.balance.available ?? zero)
  const title = control ? `${lineNumber(control)} ${control.title}` : key?.title ?? ''
  const href = control && isLinked ? linePaths.show(organisationId, control.id) : undefined
  return [
    { text: title, href, note: isNewItem ? `${text.newItem}: ${line.explanation}` : undefined }, names.departments.get(at?.departmentId ?? '')?.name ?? '',
    { text: nameOf(task?.planCode), note: task ? `${task.code} ${task.name}` : undefined },
    { text: nameOf(economic?.typeCode), note: economic ? `${economic.code} ${economic.name}` : undefined },
    control && !isNewItem ? formatMoney(plus(control.balance.approved, control.balance.supplemented)) : '', formatMoney(before), orBlank(leaves(line) ? amount : zero),
    orBlank(leaves(line) ? zero : amount), formatMoney(afterOf(before, line)),
  ]
}

function afterOf(before: Money, line: DocumentLine): Money {
  const { amount } = line
  return leaves(line) ? minus(before, amount) : plus(before, amount)
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

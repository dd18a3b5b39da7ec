import { withAll, type Office } from '../../documents/index.ts'
import { formatThaiDateShort, type FiscalYear } from '../../platform/dates.ts'
import { select } from '../../platform/http/components.ts'
import { sum, type Money } from '../../platform/money.ts'
import { budgetText } from '../budget.text.ts'
import { documentHref } from '../budget.paths.ts'
import { sourceOf, type Kind } from '../document/document.ts'
import { numberOf } from '../document/document.view.ts'
import { type Report, type ReportCell, type ReportColumn } from '../report-table/report-table.ts'
import { sheetOf } from '../report-table/report-table.view.ts'
import { reportText } from '../report.text.ts'
import { lineNumber } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { figuresOf, type ChangedLine } from './changes.ts'

const text = reportText.changes
const { columns: words } = text

export const changeKinds = ['transfer', 'amendment'] as const satisfies readonly Kind[]

export interface FoundChanges {
  readonly office: Office
  readonly fiscalYear: FiscalYear
  readonly kind: (typeof changeKinds)[number] | undefined
  readonly changes: readonly ChangedLine[]
  readonly isCut: boolean
  readonly names: Names
  /** The reader's own office: links lead to the documents. */
  readonly isOwn: boolean
}

export function changesReport(found: FoundChanges): Report {
  const { office, fiscalYear, kind, changes, isCut } = found
  const options = withAll(changeKinds.map((each) => ({ value: each, text: budgetText.document.kinds[each] })))
  const total = (of: (line: ChangedLine) => Money): Money => sum(changes.map(of))
  return {
    title: text.title, office, fiscalYear, isCut, isLandscape: true, asked: { kind }, controls: [{ select: select({ name: 'kind', label: text.kind, options, value: kind }) }],
    notice: isCut ? text.cut(String(changes.length)) : text.count(String(changes.length)),
    parts: [{ table: {
      caption: text.title, empty: text.empty, groups: [], columns: columnsWith(placeShown.columns), rows: changes.map((line) => ({ cells: cellsOf(line, found, placeShown) })),
      sheet: sheetOf({ groups: [], columns: columnsWith(placeFiled.columns), rows: changes.map((line) => ({ cells: cellsOf(line, found, placeFiled) })) }),
      totals: isCut ? [] : [{ label: reportText.total, cells: [total((line) => figuresOf(line).out), total((line) => figuresOf(line).into), ''] }],
    } }],
  }
}

const money = (label: string): ReportColumn => ({ label, kind: 'money', isBlankZero: true })
const columnsWith = (place: readonly ReportColumn[]): ReportColumn[] => [
  { label: words.number, kind: 'code', isRowHeader: true, note: words.subject }, { label: words.approvedOn, kind: 'date', note: words.approver },
  ...place, { label: words.category, kind: 'text', note: words.economic },
  { label: words.title, kind: 'text', note: words.explanation }, ...[words.enacted, words.before, words.out, words.into, words.after].map(money),
]

interface Named {
  readonly department: string
  readonly plan: string
  readonly task: string
}

/** Where a line belongs: one column to be read, columns of their own to be sorted by. */
interface Place {
  readonly columns: readonly ReportColumn[]
  cells(named: Named): ReportCell[]
}

const placeShown: Place = {
  columns: [{ label: words.department, kind: 'text', note: words.plan }],
  cells: ({ department, plan, task }) => [{ value: department, note: reportText.lines.group(plan, task) }],
}

const placeFiled: Place = {
  columns: [{ label: words.department, kind: 'text' }, { label: words.plan, kind: 'text', note: words.task }],
  cells: ({ department, plan, task }) => [department, { value: plan, note: task }],
}

function cellsOf(line: ChangedLine, { names, fiscalYear, isOwn }: FoundChanges, place: Place): ReportCell[] {
  const { classes, departments } = names
  const { document, approver, approvedOn } = line
  const [task, economic] = [classes.get(line.taskCode), classes.get(line.economicCode)]
  const nameOf = (code: string | null | undefined) => classes.get(code ?? '')?.name ?? ''
  const { out, into, after } = figuresOf(line)
  const number = line.lineNumber === null ? '' : `${lineNumber({ number: line.lineNumber })} `
  return [
    { value: numberOf({ ...document, fiscalYear }), note: document.title, href: isOwn ? documentHref(sourceOf(document)) : undefined },
    { value: approvedOn ? formatThaiDateShort(approvedOn) : '', note: approver ? budgetText.approvers[approver] : undefined },
    ...place.cells({ department: departments.get(line.departmentId ?? '')?.name ?? '', plan: nameOf(task?.planCode), task: task?.name ?? line.taskCode }),
    { value: [nameOf(economic?.typeCode), nameOf(economic?.categoryCode)].filter((name) => name !== '').join(' / '), note: `${line.economicCode} ${economic?.name ?? ''}` },
    { value: `${number}${line.title}`, note: line.direction === 'reword' ? text.reworded(line.explanation) : undefined },
    line.enacted, line.before, out, into, after,
  ]
}

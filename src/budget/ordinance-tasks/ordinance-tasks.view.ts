// Expenditure as finished strings: the tree, the lines of one task, and their grid.
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineEditor, lineTable, refusals, type Actions, type Column, type EditorColumn, type ErrorSummary, type Field, type LineEditor, type LineTable,
  type PageHeader, type RowArguments, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, readBaht, sum, zero, type Money } from '../../platform/money.ts'
import { statusOf } from '../document/document.view.ts'
import { departmentIn, economicsIn, findNamed, namedText, typedOf, type LineRules, type TypedDocument } from '../ordinance-form/ordinance-form.ts'
import { crumbsOf } from '../ordinance-form/ordinance-form.view.ts'
import { ordinanceFormText as words } from '../ordinance-form.text.ts'
import { deskOf, totalOf, type OrdinanceHead } from '../ordinance/ordinance.ts'
import { percentText } from '../report.view.ts'
import { type BudgetClass } from '../settings/settings.ts'
import { type TaskInput } from './ordinance-tasks.schema.ts'
import { judgeTask, shareOf, treeOf, typesOf, type JudgedTask, type TaskNode, type TaskRules, type TypedRow } from './ordinance-tasks.ts'

const { expenditures, task: text } = words
const list = 'economic-codes'

export interface TreePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly lineTable: LineTable
  readonly actions: Actions | undefined
}

export interface ShownTree {
  readonly document: TypedDocument
  readonly classes: LineRules['classes']
  readonly mayEdit: boolean
  /** An empty draft of a year after one that is in force. */
  readonly mayCopy: boolean
}

export function treePage({ document, classes, mayEdit, mayCopy }: ShownTree, errors: FieldErrors = {}): TreePage {
  const [title, paths, total] = [expenditures.title(String(document.fiscalYear)), deskOf(document).paths, totalOf(document.lines)]
  const rows = treeOf(document.lines, classes, mayEdit).flatMap((plan): RowArguments[] => [
    { group: expenditures.plan(plan.code, plan.name, formatMoney(plan.amount)) }, ...plan.tasks.flatMap((task) => taskRows(task, total, { document, mayEdit })),
  ])
  const actions = mayEdit ? [{ text: words.import.link, href: paths.import(document.id), kind: 'secondary' as const }] : []
  const copy = { label: expenditures.copy, action: paths.copy(document.id), kind: 'secondary' as const }
  return {
    title, breadcrumb: crumbsOf(document, expenditures.crumb), pageHeader: { title, lead: words.unit, status: statusOf(document), actions }, ...refusals(errors),
    lineTable: lineTable({
      caption: expenditures.caption, empty: expenditures.empty, columns: treeColumns, rows,
      totals: [{ label: words.sum, isGrand: true, cells: [String(document.lines.length), formatMoney(total), percentText(shareOf(total, total)), ''] }],
    }),
    actions: mayCopy ? { version: String(document.version), buttons: [copy] } : undefined,
  }
}

const treeColumns: readonly Column[] = [
  { label: expenditures.columns.task, kind: 'text', isRowHeader: true }, { label: expenditures.columns.count, kind: 'number' },
  { label: expenditures.columns.amount, kind: 'money' }, { label: expenditures.columns.share, kind: 'number' }, { label: text.edit, kind: 'actions' },
]

function taskRows(task: TaskNode, total: Money, { document, mayEdit }: { readonly document: OrdinanceHead; readonly mayEdit: boolean }): RowArguments[] {
  const paths = deskOf(document).paths
  const name = text.title(task.code, task.name)
  const edit = { actions: mayEdit ? [{ text: text.edit, href: paths.taskEdit(document.id, task.code), about: name }] : [] }
  const figures = (amount: Money) => (isZero(amount) ? ['', ''] : [formatMoney(amount), percentText(shareOf(amount, total))])
  return [
    [{ text: name, href: paths.task(document.id, task.code) }, task.count === 0 ? '' : String(task.count), ...figures(task.amount), edit],
    ...task.types.map((type) => [{ text: expenditures.type(type.name) }, String(type.count), ...figures(type.amount), '']),
  ]
}

export interface TaskPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

export interface ShownTask {
  readonly document: TypedDocument
  readonly rules: TaskRules
  readonly mayEdit: boolean
  /** Who may open a line: for the form of a draft, or for what may be done with one in force. */
  readonly mayOpen: boolean
}

export function taskPage({ document, rules, mayEdit, mayOpen }: ShownTask): TaskPage {
  const { task, classes, departments, stored } = rules
  const [title, paths, { columns }] = [text.title(task.code, task.name), deskOf(document).paths, text]
  const open = (line: number, about: string) => (mayOpen ? [{ text: text.full, href: paths.line(document.id, line), about }] : [])
  const actions = mayEdit ? [
    { text: text.edit, href: paths.taskEdit(document.id, task.code), kind: 'primary' as const }, { text: text.add, href: paths.lineNew(document.id, task.code), kind: 'secondary' as const },
  ] : []
  return {
    title, breadcrumb: crumbsOf(document, { text: expenditures.crumb, href: paths.expenditures(document.id) }, title),
    pageHeader: { title, lead: classes.get(task.planCode ?? '')?.name, status: statusOf(document), actions },
    lineTable: lineTable({
      caption: text.caption, empty: text.empty,
      columns: [
        { label: columns.title, kind: 'text', isRowHeader: true }, { label: columns.code, kind: 'text' }, { label: columns.department, kind: 'text' },
        { label: columns.amount, kind: 'money' }, { label: columns.fromSubsidy, kind: 'money' }, { label: text.full, kind: 'actions' },
      ],
      rows: stored.map(({ line, key, amount, fromSubsidy, explanation }) => [
        { text: key?.title ?? '', note: explanation || undefined }, { text: key?.economicCode ?? '', note: classes.get(key?.economicCode ?? '')?.name },
        departments.get(key?.departmentId ?? '')?.name ?? '', formatMoney(amount), isZero(fromSubsidy) ? '' : formatMoney(fromSubsidy),
        { actions: open(line, key?.title ?? '') },
      ]),
      totals: stored.length === 0 ? [] : [{ label: words.sum, isGrand: true, cells: [formatMoney(totalOf(stored)), formatMoney(sum(stored.map((line) => line.fromSubsidy))), ''] }],
    }),
  }
}

export interface TaskFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notice: string
  readonly owner: string
  readonly action: string
  readonly cancelHref: string
  readonly version: string
  readonly lineEditor: LineEditor
  readonly pasted: Field
  readonly checkedTitle: string
  readonly checked: SummaryList | undefined
}

export interface TaskChoices {
  readonly document: OrdinanceHead
  readonly rules: TaskRules
  readonly judged: JudgedTask
  /** How many rows were just read from the box. */
  readonly read: number | undefined
}

export function taskForm(input: TaskInput, { document, rules, judged, read }: TaskChoices, errors: FieldErrors): TaskFormPage {
  const { task, departments } = rules
  const [title, paths] = [text.editTitle(task.code, task.name), deskOf(document).paths]
  const owner = departments.get(task.departmentId ?? '')?.name
  const view = { text: text.title(task.code, task.name), href: paths.task(document.id, task.code) }
  return {
    title, breadcrumb: crumbsOf(document, { text: expenditures.crumb, href: paths.expenditures(document.id) }, view, text.edit),
    pageHeader: { title, lead: words.unit }, ...refusals(errors), notice: read === undefined ? '' : text.read(String(read)), owner: owner ? text.owner(owner) : '',
    action: paths.taskEdit(document.id, task.code), cancelHref: view.href, version: input.version, lineEditor: editorOf(input.rows, { document, rules }, errors),
    pasted: field({ name: 'pasted', label: text.pasted, hint: text.pastedHint, value: input.pasted, error: errors.pasted, rows: 4, width: 'full' }),
    checkedTitle: text.byType, checked: judged.lines.length > 0 ? checkedOf(judged, rules) : undefined,
  }
}

function editorOf(rows: readonly TypedRow[], { document, rules }: Pick<TaskChoices, 'document' | 'rules'>, errors: FieldErrors): LineEditor {
  const codes = choosable(rules)
  const total = (cell: 'amount' | 'fromSubsidy') => formatMoney(sum(rows.map((row) => readBaht(row[cell]) ?? zero)))
  const shown = (row: TypedRow, index: number) => (
    { ...row, department: departmentIn(row.department, rules), code: namedText(codes, row.code), verdict: `lines.${index}.code` in errors ? '' : verdictOf(row.code, rules) })
  return lineEditor({
    name: 'lines', key: 'line', caption: text.caption, columns: editorColumns(document, rules), rows: rows.map(shown), blankRows: Math.max(3, 6 - rows.length), errors,
    totals: { amount: total('amount'), fromSubsidy: total('fromSubsidy') }, addRows: { name: 'again', value: '5', label: words.more },
    lists: [{ id: list, options: codes.map(({ code, name, typeCode }) => ({ value: `${code} ${name}`, text: rules.classes.get(typeCode ?? '')?.name ?? '' })) }],
  })
}

function editorColumns(document: OrdinanceHead, { task, departments }: TaskRules): EditorColumn[] {
  const { columns } = text
  const active = [...departments].filter(([, { isActive }]) => isActive).map(([id, { name }]) => ({ value: id, text: name }))
  return [
    { name: 'department', label: columns.department, kind: 'text', options: [{ value: '', text: words.none }, ...active] },
    { name: 'code', label: columns.code, kind: 'text', list }, { name: 'verdict', label: columns.verdict, kind: 'output', ask: deskOf(document).paths.code(document.id, task.code), of: 'code' },
    { name: 'title', label: columns.title, kind: 'text' }, { name: 'amount', label: columns.amount, kind: 'money', isTotalled: true },
    { name: 'fromSubsidy', label: columns.fromSubsidy, kind: 'money', isTotalled: true }, { name: 'explanation', label: columns.explanation, kind: 'text' },
  ]
}

/** Of งบกลาง in its own task, of all the others elsewhere. */
function choosable(rules: TaskRules): BudgetClass[] {
  const isCentral = rules.task.planCode === rules.codes.centralPlan
  return economicsIn(rules).filter(({ isActive, typeCode }) => isActive && (typeCode === rules.codes.centralType) === isCentral)
}

/** What is told beside a code: its งบ, or why it cannot be taken. */
export function verdictOf(code: string, rules: TaskRules): string {
  if (code.trim() === '') return ''
  const row = { line: '', department: '', code, title: '-', amount: '1', fromSubsidy: '', explanation: '' }
  const { faults } = judgeTask([row], { ...rules, stored: [] })
  const found = findNamed(economicsIn(rules), code)
  const name = found && found !== 'ambiguous' ? rules.classes.get(found.typeCode ?? '')?.name : undefined
  return faults['lines.0.code'] ?? name ?? ''
}

function checkedOf({ lines }: JudgedTask, { classes }: TaskRules): SummaryList {
  const items = typesOf(lines, classes).map(({ name, amount }) => ({ label: name, text: formatMoney(amount), isMoney: true }))
  return { items: [...items, { label: words.sum, text: formatMoney(totalOf(lines)), isMoney: true }] }
}

/** Stored lines of the task in the boxes. */
export function inputOf({ version }: OrdinanceHead, { stored }: TaskRules): TaskInput {
  return {
    version: String(version), pasted: '',
    rows: stored.map((each) => {
      const { department, code, title, amount, fromSubsidy, explanation } = typedOf(each)
      return { line: String(each.line), department, code, title, amount, fromSubsidy, explanation }
    }),
  }
}

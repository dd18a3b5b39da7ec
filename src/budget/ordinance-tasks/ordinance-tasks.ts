// The expenditure of an ordinance by plan, task and type, and the grid of one task. Pure.
import { type FieldErrors } from '../../platform/errors.ts'
import { sum, type Money } from '../../platform/money.ts'
import { type DocumentLine, type LineKey, type NewDocumentLine } from '../document/document.ts'
import { blankLine, judgeLine, keyText, typedOf, type LineRules } from '../ordinance-form/ordinance-form.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { type BudgetClass } from '../settings/settings.ts'

const { errors } = ordinanceFormText

export interface Node {
  readonly code: string
  readonly name: string
  readonly count: number
  readonly amount: Money
}

export interface TaskNode extends Node {
  readonly types: readonly Node[]
}

export interface PlanNode extends Node {
  readonly tasks: readonly TaskNode[]
}

type Classes = ReadonlyMap<string, BudgetClass>

/** Plans with their tasks and types in the order of codes; tasks in use without a line too, where they may still be filled. */
export function treeOf(lines: readonly DocumentLine[], classes: Classes, withEmpty: boolean): PlanNode[] {
  const isShown = (task: BudgetClass) => lines.some(({ key }) => key?.taskCode === task.code) || (withEmpty && task.isActive)
  const tasks = [...classes.values()].filter((each) => each.level === 'task' && isShown(each))
  return [...new Set(tasks.map(({ planCode }) => planCode ?? ''))].map((plan) => {
    const own = tasks.filter(({ planCode }) => planCode === plan).map((task) => taskNode(task, { lines, classes }))
    const count = own.reduce((known, task) => known + task.count, 0)
    return { code: plan, name: classes.get(plan)?.name ?? '', count, amount: sum(own.map(({ amount }) => amount)), tasks: own }
  })
}

function taskNode({ code, name }: BudgetClass, { lines, classes }: { readonly lines: readonly DocumentLine[]; readonly classes: Classes }): TaskNode {
  const own = linesOf(lines, code)
  return { ...nodeOf(code, name, own), types: typesOf(own, classes) }
}

/** By งบ, in the order of codes. */
export function typesOf(lines: readonly { readonly key: LineKey | null; readonly amount: Money }[], classes: Classes): Node[] {
  const typeOf = (key: LineKey | null) => classes.get(key?.economicCode ?? '')?.typeCode ?? ''
  return [...new Set(lines.map(({ key }) => typeOf(key)))].sort().map((type) => (
    nodeOf(type, classes.get(type)?.name ?? '', lines.filter(({ key }) => typeOf(key) === type))))
}

function nodeOf(code: string, name: string, lines: readonly { readonly amount: Money }[]): Node {
  return { code, name, count: lines.length, amount: sum(lines.map(({ amount }) => amount)) }
}

export function linesOf(lines: readonly DocumentLine[], taskCode: string): DocumentLine[] {
  return lines.filter(({ key }) => key?.taskCode === taskCode)
}

/** Hundredths of a per cent of the whole, half up. */
export function shareOf(amount: Money, total: Money): bigint | undefined {
  return total > 0n ? (amount * 20_000n + total) / (total * 2n) : undefined
}

export const gridCells = ['department', 'code', 'title', 'amount', 'fromSubsidy', 'explanation'] as const
type GridCell = (typeof gridCells)[number]

export interface TypedRow extends Readonly<Record<GridCell, string>> {
  /** Number of the stored line it was; '' for a new one. */
  readonly line: string
}

export interface TaskLine extends NewDocumentLine {
  readonly key: LineKey
  /** Undefined for a new one. */
  readonly number: number | undefined
}

export interface JudgedTask {
  readonly lines: readonly TaskLine[]
  readonly faults: FieldErrors
}

export interface TaskRules extends LineRules {
  readonly task: BudgetClass
  /** Of this task, as stored: what the grid does not show of them stays. */
  readonly stored: readonly DocumentLine[]
}

/** A department alone says nothing yet. */
export function isBlankRow(row: TypedRow): boolean {
  return gridCells.every((cell) => cell === 'department' || row[cell].trim() === '')
}

/** Rows left blank count as nothing and keep their place, so that every fault finds its cell. */
export function judgeTask(rows: readonly TypedRow[], rules: TaskRules): JudgedTask {
  const faults: Record<string, string> = {}
  const known = new Set<string>()
  const taken = new Set<number>()
  const lines = rows.flatMap((row, index): TaskLine[] => {
    if (isBlankRow(row)) return []
    const stored = rules.stored.find(({ line }) => String(line) === row.line && !taken.has(line))
    if (stored) taken.add(stored.line)
    const { line, wrong } = judgeRow(row, stored, rules)
    for (const [cell, message] of Object.entries(wrong)) faults[`lines.${index}.${cell}`] = message
    if (!line) return []
    if (known.has(keyText(line.key))) faults[`lines.${index}.title`] ??= errors.twin
    known.add(keyText(line.key))
    return [{ ...line, number: stored?.line }]
  })
  return { lines, faults }
}

function judgeRow(row: TypedRow, stored: DocumentLine | undefined, { task, ...rules }: TaskRules) {
  const { line: _number, ...cells } = row
  const before = stored ? typedOf(stored) : blankLine
  const { line, wrong } = judgeLine({ ...before, ...cells, task: task.code, department: cells.department || (task.departmentId ?? '') }, rules)
  const { task: off, ...others } = wrong
  return { line, wrong: off === undefined ? others : { code: off, ...others } }
}

/** Cells of a spreadsheet in the order of the grid. Heads and empty rows are left out. */
export function readPasted(text: string): TypedRow[] {
  const rows = text.split(/\r?\n/).map((line) => line.split('\t').map((part) => part.trim())).filter((cells) => cells.join('') !== '')
  const body = rows.filter((cells, index) => index > 0 || /[0-9\u0E50-\u0E59]/.test(cells[1] ?? '') || /[0-9\u0E50-\u0E59]/.test(cells[3] ?? ''))
  return body.map(([department = '', code = '', title = '', amount = '', fromSubsidy = '', explanation = '']) => (
    { line: '', department, code, title, amount, fromSubsidy, explanation }))
}

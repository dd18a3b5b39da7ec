// ทะเบียนคุมงบประมาณรายจ่าย: every line with all its stages and what is left.
import { withAll } from '../../documents/index.ts'
import { field, select, type Control } from '../../platform/http/components.ts'
import { sum, type Money } from '../../platform/money.ts'
import { linePaths as paths } from '../budget.paths.ts'
import { type Report, type ReportCell, type ReportColumn, type ReportTable } from '../report-table/report-table.ts'
import { reportText } from '../report.text.ts'
import { lineNumber, percentText, purseName } from '../report.view.ts'
import { placeText } from './line.schema.ts'
import { type BudgetClass } from '../settings/settings.ts'
import { paidNet, usedShare, type LineFilter, type LineWithBalance, type Register } from './line.ts'

const text = reportText.lines
const { columns: words } = text

export function registerReport(register: Register): Report {
  const { filter, office, lines, isCut, all } = register
  const last = lines.at(-1)
  return {
    title: text.title, office, fiscalYear: filter.fiscalYear, asked: askedOf(filter), controls: controlsOf(register), isLandscape: true, isCut,
    paging: { countText: text.shown(String(lines.length), String(all.count)), after: isCut && last ? placeText(last) : undefined },
    notice: text.count(String(all.count)), parts: [{ table: registerTable(register) }],
  }
}

const money = (label: string): ReportColumn => ({ label, kind: 'money', isBlankZero: true })
const moved = [words.given, words.transferred, words.reserved, words.committed, words.claimed, words.paid, words.carried]
const figures = [...moved, words.available]
const columns: readonly ReportColumn[] = [
  { label: words.title, kind: 'text', isRowHeader: true }, ...moved.map(money), { label: words.available, kind: 'money' }, { label: words.used, kind: 'number' },
]

/** Under a heading for each task. */
function registerTable({ lines, all, names }: Register): ReportTable {
  return {
    caption: text.title, empty: text.empty, columns, groups: [], rows: lines.map((line) => ({
      under: [taskName(line, names.classes)],
      cells: [{ value: `${lineNumber(line)} ${line.title}`, href: paths.show(line.organisationId, line.id), note: noteOf(line, names) }, ...figuresOf(line.balance)],
    })),
    totals: [{ label: reportText.total, cells: figuresOf(all.total) }],
    sheet: { header: [...text.sheetHeading, ...figures], rows: lines.map((line) => [...wordsOf(line, names), ...amountsOf(line.balance)]) },
  }
}

function taskName({ taskCode }: LineWithBalance, classes: ReadonlyMap<string, BudgetClass>): string {
  const task = classes.get(taskCode)
  return text.group(classes.get(task?.planCode ?? '')?.name ?? '', task?.name ?? taskCode)
}

function noteOf(line: LineWithBalance, names: Register['names']): string {
  const { classes, departments } = names
  const parts = [
    `${line.economicCode} ${classes.get(line.economicCode)?.name ?? ''}`, departments.get(line.departmentId ?? '')?.name,
    line.sourceCode === '10' ? undefined : purseName(line, names),
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

function amountsOf(balance: LineWithBalance['balance']): Money[] {
  return [
    sum([balance.approved, balance.supplemented]), sum([balance.transferred, balance.released]), balance.reserved, balance.committed, balance.claimed,
    paidNet(balance), sum([balance.carried, balance.lapsed, balance.frozen]), balance.available,
  ]
}

function figuresOf(balance: LineWithBalance['balance']): ReportCell[] {
  return [...amountsOf(balance), percentText(usedShare(balance))]
}

function controlsOf({ filter, names }: Register): Control[] {
  const classes = [...names.classes.values()]
  const named = (level: BudgetClass['level']) => classes.filter((each) => each.level === level)
  const options = (list: readonly BudgetClass[]) => withAll(list.map(({ code, name }) => ({ value: code, text: `${code} ${name}` })))
  const tasks = named('task').filter(({ planCode }) => filter.planCode === undefined || planCode === filter.planCode)
  const types = withAll(named('type').map(({ code, name }) => ({ value: code.slice(0, 2), text: name })))
  const departments = withAll([...names.departments.values()].map(({ id, name }) => ({ value: id, text: name })))
  const sources = withAll([...names.sources.values()].map(({ code, name }) => ({ value: code, text: `${code} ${name}` })))
  const { fields } = text
  return [
    { select: select({ name: 'plan', label: fields.plan, options: options(named('plan')), value: filter.planCode }) },
    { select: select({ name: 'task', label: fields.task, options: options(tasks), value: filter.taskCode }) },
    { select: select({ name: 'type', label: fields.type, options: types, value: filter.economicPrefix }) },
    ...(departments.length > 1 ? [{ select: select({ name: 'department', label: fields.department, options: departments, value: filter.departmentId }) }] : []),
    { select: select({ name: 'source', label: fields.source, options: sources, value: filter.sourceCode }) },
    { field: field({ name: 'text', label: fields.text, value: filter.text, maxLength: 100 }) },
  ]
}

function wordsOf(line: LineWithBalance, names: Register['names']): string[] {
  const { classes, departments } = names
  const task = classes.get(line.taskCode)
  return [
    String(line.fiscalYear), lineNumber(line), purseName(line, names), classes.get(task?.planCode ?? '')?.name ?? '',
    task?.name ?? line.taskCode, departments.get(line.departmentId ?? '')?.name ?? '', line.economicCode, classes.get(line.economicCode)?.name ?? '', line.title,
  ]
}

function askedOf(filter: LineFilter): Report['asked'] {
  return {
    plan: filter.planCode, task: filter.taskCode, type: filter.economicPrefix, department: filter.departmentId, source: filter.sourceCode, text: filter.text,
  }
}

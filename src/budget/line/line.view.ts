// ทะเบียนคุมงบประมาณรายจ่าย as page, print and CSV: every line with all its stages and what is left.
import { signer, withAll, type ExportTable } from '../../documents/index.ts'
import { type Instant } from '../../platform/dates.ts'
import {
  field, lineTable, select, type CellContent, type Column, type Control, type Filters, type LineTable, type PageHeader, type PrintHead,
  type RowArguments, type Signatures,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { sum, type Money } from '../../platform/money.ts'
import { linePaths as paths } from '../budget.paths.ts'
import { reportText } from '../report.text.ts'
import { freshnessAt, lineNumber, percentText, reportHeader, shown, yearControls } from '../report.view.ts'
import { type BudgetClass } from '../settings/settings.ts'
import { paidNet, totalOf, usedShare, type LineFilter, type LineWithBalance, type Register, type RegisterChoices } from './line.ts'

const text = reportText.lines
const { columns: words } = text

export interface RegisterPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly filters: Filters
  readonly unit: string
  readonly notice: string
  readonly lineTable: LineTable
}

export interface Around extends RegisterChoices {
  readonly mayPrint: boolean
  readonly now: Instant
}

export function registerPage(register: Register, around: Around): RegisterPage {
  const { filter, office } = register
  return {
    title: text.title, breadcrumb: [{ text: text.title }], freshness: freshnessAt(around.now), unit: reportText.unit,
    pageHeader: reportHeader({
      title: text.title, lead: reportText.yearOf(office.name, String(filter.fiscalYear)), path: paths.list, query: queryOf(filter), mayPrint: around.mayPrint,
    }),
    filters: { label: reportText.filters, action: paths.list, clearHref: paths.list, controls: controlsOf(register, around) },
    notice: register.isCut ? text.cut(String(register.lines.length)) : text.count(String(register.lines.length)),
    lineTable: registerTable(register, (line) => paths.show(line.organisationId, line.id)),
  }
}

export interface RegisterPrint extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function registerPrint(register: Register, now: Instant): RegisterPrint {
  const { filter, office } = register
  return {
    title: text.title, print: { backHref: `${paths.list}?${queryOf(filter)}`, isLandscape: true },
    printHead: { organisation: office.name, title: reportText.yearOf(text.title, String(filter.fiscalYear)), asOf: freshnessAt(now), unit: reportText.unit },
    lineTable: registerTable(register), signatures: { signers: reportText.signers.map(({ role }) => signer(role, null)) },
  }
}

const columns: readonly Column[] = [
  { label: words.title, kind: 'text', isRowHeader: true }, { label: words.given, kind: 'money' },
  { label: words.transferred, kind: 'money' }, { label: words.reserved, kind: 'money' }, { label: words.committed, kind: 'money' },
  { label: words.claimed, kind: 'money' }, { label: words.paid, kind: 'money' }, { label: words.carried, kind: 'money' },
  { label: words.available, kind: 'money' }, { label: words.used, kind: 'number' },
]

function registerTable(register: Register, hrefOf?: (line: LineWithBalance) => string): LineTable {
  const { lines, isCut } = register
  const total = totalOf(lines.map(({ balance }) => balance))
  return lineTable({
    caption: text.title, captionHidden: true, empty: text.empty, columns, rows: rowsOf(register, hrefOf),
    totals: isCut || lines.length === 0 ? [] : [{ label: reportText.total, isGrand: true, cells: figuresOf(total) }],
  })
}

/** Under a heading for each task. */
function rowsOf({ lines, names }: Register, hrefOf: ((line: LineWithBalance) => string) | undefined): RowArguments[] {
  return lines.flatMap((line, index): RowArguments[] => {
    const row: (string | CellContent)[] = [
      { text: `${lineNumber(line)} ${line.title}`, href: hrefOf?.(line), note: noteOf(line, names) }, ...figuresOf(line.balance),
    ]
    return lines[index - 1]?.taskCode === line.taskCode ? [row] : [{ group: taskName(line, names.classes) }, row]
  })
}

function taskName({ taskCode }: LineWithBalance, classes: ReadonlyMap<string, BudgetClass>): string {
  const task = classes.get(taskCode)
  return text.group(classes.get(task?.planCode ?? '')?.name ?? '', task?.name ?? taskCode)
}

function noteOf(line: LineWithBalance, { classes, departments, sources }: Register['names']): string {
  const parts = [
    `${line.economicCode} ${classes.get(line.economicCode)?.name ?? ''}`, departments.get(line.departmentId ?? '')?.name,
    line.sourceCode === '10' ? undefined : sources.get(line.sourceCode)?.name,
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

function amountsOf(balance: LineWithBalance['balance']): Money[] {
  return [
    sum([balance.approved, balance.supplemented]), sum([balance.transferred, balance.released]), balance.reserved, balance.committed, balance.claimed,
    paidNet(balance), sum([balance.carried, balance.lapsed, balance.frozen]), balance.available,
  ]
}

function figuresOf(balance: LineWithBalance['balance']): string[] {
  return [...amountsOf(balance).map(shown), percentText(usedShare(balance))]
}

function controlsOf({ filter, names }: Register, around: Around): Control[] {
  const classes = [...names.classes.values()]
  const named = (level: BudgetClass['level']) => classes.filter((each) => each.level === level)
  const options = (list: readonly BudgetClass[]) => withAll(list.map(({ code, name }) => ({ value: code, text: `${code} ${name}` })))
  const tasks = named('task').filter(({ planCode }) => filter.planCode === undefined || planCode === filter.planCode)
  const types = withAll(named('type').map(({ code, name }) => ({ value: code.slice(0, 2), text: name })))
  const departments = withAll([...names.departments.values()].map(({ id, name }) => ({ value: id, text: name })))
  const sources = withAll([...names.sources.values()].map(({ code, name }) => ({ value: code, text: `${code} ${name}` })))
  const { fields } = text
  return [
    ...yearControls(around, filter),
    { select: select({ name: 'plan', label: fields.plan, options: options(named('plan')), value: filter.planCode }) },
    { select: select({ name: 'task', label: fields.task, options: options(tasks), value: filter.taskCode }) },
    { select: select({ name: 'type', label: fields.type, options: types, value: filter.economicPrefix }) },
    ...(departments.length > 1 ? [{ select: select({ name: 'department', label: fields.department, options: departments, value: filter.departmentId }) }] : []),
    { select: select({ name: 'source', label: fields.source, options: sources, value: filter.sourceCode }) },
    { field: field({ name: 'text', label: fields.text, value: filter.text, maxLength: 100 }) },
  ]
}

export function exportTable({ filter, office, lines, names }: Register, now: Instant): ExportTable {
  const figures = [words.given, words.transferred, words.reserved, words.committed, words.claimed, words.paid, words.carried, words.available]
  const year = String(filter.fiscalYear)
  return {
    fileName: text.fileName(year), name: text.title, about: [office.name, reportText.yearOf(text.title, year), freshnessAt(now), reportText.unit],
    header: [...text.sheetHeading, ...figures], rows: lines.map((line) => [...wordsOf(line, names), ...amountsOf(line.balance)]),
  }
}

function wordsOf(line: LineWithBalance, { classes, departments, sources }: Register['names']): string[] {
  const task = classes.get(line.taskCode)
  return [
    String(line.fiscalYear), lineNumber(line), sources.get(line.sourceCode)?.name ?? line.sourceCode, classes.get(task?.planCode ?? '')?.name ?? '',
    task?.name ?? line.taskCode, departments.get(line.departmentId ?? '')?.name ?? '', line.economicCode, classes.get(line.economicCode)?.name ?? '', line.title,
  ]
}

function queryOf(filter: LineFilter): URLSearchParams {
  const given = {
    organisation: filter.organisationId, year: String(filter.fiscalYear), plan: filter.planCode, task: filter.taskCode, type: filter.economicPrefix,
    department: filter.departmentId, source: filter.sourceCode, text: filter.text,
  }
  const asked = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return new URLSearchParams(Object.fromEntries(asked))
}

import { withAll } from '../../documents/index.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { refusals, select, type Control, type ErrorSummary, type Filters, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, minus, sum, type Money } from '../../platform/money.ts'
import { linePaths } from '../budget.paths.ts'
import { revised } from '../line/line.ts'
import { type Report, type ReportCell, type ReportColumn } from '../report-table/report-table.ts'
import { quarterPaths as paths, reportPaths } from '../report.paths.ts'
import { reportText } from '../report.text.ts'
import { lineNumber, yearControls } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { amountIn, fieldOf, isPast, quarters, totalOf, type PlannedLine, type Quarter } from './quarter.ts'

const text = reportText.quarter
const { columns: words } = text

export interface PlanGiven {
  readonly office: Report['office']
  readonly fiscalYear: FiscalYear
  readonly taskCode: string | undefined
  readonly lines: readonly PlannedLine[]
  readonly isCut: boolean
  readonly names: Names
  readonly mayEdit: boolean
}

export function planReport({ office, fiscalYear, taskCode, lines, isCut, names, mayEdit }: PlanGiven): Report {
  const edit = `${paths.edit}?${new URLSearchParams({ year: String(fiscalYear), ...(taskCode !== undefined && { task: taskCode }) })}`
  return {
    title: text.title, office, fiscalYear, isCut, isLandscape: true, asked: { task: taskCode }, controls: [taskControl(names, taskCode)],
    actions: mayEdit ? [{ text: text.edit, href: edit, kind: 'primary' }] : [], notice: isCut ? text.cut(String(lines.length)) : text.basis,
    parts: [{ table: {
      caption: text.title, empty: text.empty, groups: [text.task], columns: columns(), totals: isCut ? [] : [{ label: reportText.total, cells: figuresOf(lines) }],
      rows: lines.map((each) => ({
        under: [nameOf(names, each.line.taskCode)],
        cells: [{ value: `${lineNumber(each.line)} ${each.line.title}`, href: linePaths.show(each.line.organisationId, each.line.id) }, ...figuresOf([each])],
      })),
    } }],
  }
}

function columns(): ReportColumn[] {
  const money = (label: string, over: string): ReportColumn => ({ label, over, kind: 'money', isBlankZero: true })
  return [
    { label: words.title, kind: 'text', isRowHeader: true },
    ...quarters.flatMap((quarter) => [money(words.plan, text.quarter(String(quarter))), money(words.used, text.quarter(String(quarter)))]),
    money(words.plan, text.year), money(words.used, text.year), money(words.difference, text.year),
  ]
}

function figuresOf(lines: readonly PlannedLine[]): ReportCell[] {
  const of = (figure: (line: PlannedLine) => Money): Money => sum(lines.map(figure))
  const [plan, used] = [of(({ planned }) => totalOf(planned)), of((line) => totalOf(line.used))]
  return [...quarters.flatMap((quarter) => [of(({ planned }) => amountIn(planned, quarter)), of((line) => amountIn(line.used, quarter))]), plan, used, minus(plan, used)]
}

function nameOf({ classes }: Names, taskCode: string): string {
  return classes.get(taskCode)?.name ?? taskCode
}

function taskControl(names: Names, taskCode: string | undefined): Control {
  const tasks = [...names.classes.values()].filter(({ level }) => level === 'task').map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))
  return { select: select({ name: 'task', label: text.task, options: withAll(tasks), value: taskCode }) }
}

export interface PlanForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly action: string
  readonly year: string
  readonly task: string
  readonly mark: string
  readonly columns: readonly { readonly label: string; readonly className: string }[]
  readonly givenLabel: string
  readonly rows: readonly { readonly title: string; readonly given: string; readonly cells: readonly PlanCell[] }[]
  readonly isEmpty: boolean
  readonly cancelHref: string
}

export interface PlanCell {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly isLocked: boolean
  readonly error: string | undefined
  readonly errorId: string
}

export interface FormGiven {
  readonly fiscalYear: FiscalYear
  readonly years: readonly number[]
  readonly today: CalendarDate
  readonly taskCode: string
  readonly tasks: readonly string[]
  readonly lines: readonly PlannedLine[]
  readonly mark: string
  readonly names: Names
  /** What was typed, after a refusal. */
  readonly typed: ((name: string) => string) | undefined
  readonly organisationId: string
}

export function planForm(given: FormGiven, errors: FieldErrors): PlanForm {
  const { fiscalYear, years, taskCode, tasks, lines, mark, names, organisationId } = given
  const options = tasks.map((code) => ({ value: code, text: `${code} ${nameOf(names, code)}` }))
  return {
    title: text.edit, breadcrumb: [{ text: reportText.index.title, href: reportPaths.index }, { text: text.title, href: paths.list }, { text: text.edit }],
    pageHeader: { title: text.edit, lead: `${nameOf(names, taskCode)} ${reportText.year} ${fiscalYear}` }, ...refusals(errors),
    filters: { label: text.choose, action: paths.edit, controls: [
      ...yearControls({ offices: [], years }, { organisationId, fiscalYear }), { select: select({ name: 'task', label: text.task, options, value: taskCode, width: 'long' }) },
    ] },
    action: paths.edit, year: String(fiscalYear), task: taskCode, mark, givenLabel: words.given,
    columns: [{ label: words.title, className: 'is-text' }, ...[words.given, ...quarters.map((quarter) => text.quarter(String(quarter)))].map((label) => ({ label, className: 'is-money' }))],
    rows: lines.map((each) => rowOf(each, given, errors)), isEmpty: lines.length === 0, cancelHref: `${paths.list}?year=${fiscalYear}&task=${taskCode}`,
  }
}

function rowOf({ line, planned }: PlannedLine, { fiscalYear, today, typed }: FormGiven, errors: FieldErrors) {
  const title = `${lineNumber(line)} ${line.title}`
  return { title, given: formatMoney(revised(line.balance)), cells: quarters.map((quarter: Quarter): PlanCell => {
    const id = fieldOf(line.id, quarter)
    const isLocked = isPast(fiscalYear, quarter, today)
    const stored = amountIn(planned, quarter)
    const value = isZero(stored) && !isLocked ? '' : formatMoney(stored)
    return { id, label: text.quarter(String(quarter)), value: typed && !isLocked ? typed(id) : value, isLocked, error: errors[id], errorId: `${id}-error` }
  }) }
}

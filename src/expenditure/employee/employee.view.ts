// The register of those who are paid as finished strings: list, file, one person.
import { exportActions, listFrame, withAll, type ExportTable, type ListFrame } from '../../documents/index.ts'
import { maskCitizenId } from '../../platform/citizen-id.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type Officer } from '../../platform/database/work.ts'
import {
  field, lineTable, select, type Actions, type Column, type LineTable, type Link, type PageHeader, type PrintHead, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, minus, sum } from '../../platform/money.ts'
import { toThaiDigits } from '../../platform/thai.ts'
import { employeeText as text } from '../employee.text.ts'
import { monthName } from '../month/month.ts'
import { type PayCreditor } from '../pay-creditor/pay-creditor.ts'
import { type PayDeduction } from '../pay-rule/pay-rule.ts'
import { payeePaths } from '../payee.paths.ts'
import { employeePaths as paths, payCreditorPaths } from '../payroll.paths.ts'
import { payRunPaths } from '../pay-run.paths.ts'
import { type AskedEmployees } from './employee.schema.ts'
import { employeeKinds, runsIn, type Employee, type EmployeeTotals, type ListedEmployee, type Months } from './employee.ts'

const { columns, fields } = text

export interface FoundEmployees {
  readonly items: readonly ListedEmployee[]
  readonly hasMore: boolean
  readonly totals: EmployeeTotals
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly officer: Officer
  readonly month: CalendarDate
}

export function listPage({ filter, typed }: AskedEmployees, found: FoundEmployees): ListFrame {
  const query = new URLSearchParams(typed)
  const last = found.items.at(-1)
  const may = (right: 'create' | 'print') => found.officer.permissions.has(`expense.payroll:${right}`)
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: {}, next: found.hasMore && last ? `${paths.list}?${query}&after=${last.id}` : undefined,
      countText: text.countText(String(found.items.length), found.totals.count.toLocaleString('en-US')),
      controls: [
        { select: select({ name: 'kind', label: fields.kind, value: typed.kind, options: withAll(employeeKinds.map((value) => ({ value, text: text.kinds[value] }))) }) },
        { select: select({ name: 'department', label: fields.department, value: typed.department, options: withAll(found.departments.map(({ id, name }) => ({ value: id, text: name }))) }) },
        { select: select({ name: 'who', label: fields.who, value: typed.who, options: [{ value: '', text: text.who.paid }, { value: 'all', text: text.who.all }] }) },
        { field: field({ name: 'search', label: fields.search, value: typed.search, maxLength: 100 }) },
      ],
      actions: [
        { text: text.runs, href: payRunPaths.list, kind: 'primary' },
        ...(may('create') ? [{ text: text.newTitle, href: paths.new, kind: 'secondary' as const }, { text: text.importTitle, href: paths.import, kind: 'secondary' as const }] : []),
        { text: text.creditors.title, href: payCreditorPaths.list, kind: 'secondary' }, ...exportActions(paths.list, query, may('print')),
      ],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: filter.search === undefined ? text.empty : text.notFound, columns: listColumns, rows: found.items.map(rowOf),
      totals: found.items.length === 0 ? [] : [{ label: text.sumOf(monthName(found.month)), isGrand: true, cells: [formatMoney(found.totals.gross), formatMoney(found.totals.deducted), ''] }],
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.kind, kind: 'text' }, { label: columns.position, kind: 'text' }, { label: columns.department, kind: 'text' },
  { label: columns.gross, kind: 'money' }, { label: columns.deducted, kind: 'money' }, { label: columns.account, kind: 'status' },
]

function rowOf(employee: ListedEmployee) {
  return [
    { text: employee.name, href: paths.show(employee.id), ...(employee.endsOn !== null && { note: text.until(monthName(employee.endsOn)) }) }, text.kinds[employee.kind], employee.position,
    employee.departmentName ?? '', formatMoney(employee.gross), formatMoney(employee.deducted), { status: employee.hasAccount ? text.account.has : text.account.none },
  ]
}

export interface Exported {
  readonly office: string
  readonly employees: readonly ListedEmployee[]
  readonly month: CalendarDate
}

export function exportTable({ office, employees, month }: Exported): ExportTable {
  return {
    fileName: text.fileName(month.slice(0, 7)), name: text.listTitle, about: [office, text.listTitle, text.sumOf(monthName(month))],
    header: [columns.name, columns.taxId, columns.kind, columns.position, columns.department, columns.startsOn, columns.endsOn, columns.gross, columns.deducted, columns.account],
    rows: employees.map((each) => [
      each.name, maskCitizenId(each.taxId ?? ''), text.kinds[each.kind], each.position, each.departmentName ?? '', { day: each.startsOn }, each.endsOn === null ? '' : { day: each.endsOn },
      each.gross, each.deducted, each.hasAccount ? text.account.has.text : text.account.none.text,
    ]),
  }
}

export interface RegisterPaper extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
}

export function registerPaper({ office, employees, month }: Exported): RegisterPaper {
  const thai = toThaiDigits
  return {
    title: text.listTitle, print: { backHref: paths.list }, printHead: { organisation: office, title: text.listTitle, unit: text.unit, asOf: thai(text.sumOf(monthName(month))) },
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns.slice(0, -1),
      rows: employees.map((each) => [each.name, text.kinds[each.kind], each.position, each.departmentName ?? '', thai(formatMoney(each.gross)), thai(formatMoney(each.deducted))]),
      totals: [{ label: text.sum, isGrand: true, cells: [thai(formatMoney(sum(employees.map(({ gross }) => gross)))), thai(formatMoney(sum(employees.map(({ deducted }) => deducted))))] }],
    }),
  }
}

export interface ShownEmployee {
  readonly employee: Employee
  readonly officer: Officer
  readonly month: CalendarDate
  readonly lineNames: ReadonlyMap<string, string>
  readonly deductions: readonly PayDeduction[]
  readonly creditors: readonly PayCreditor[]
  readonly loanNumbers: ReadonlyMap<string, string>
  /** Cards of pay: what was paid month by month. */
  readonly history: LineTable
  readonly trail: Trail
}

export interface EmployeePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly summaryList: SummaryList
  readonly tables: readonly LineTable[]
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export function showPage(shown: ShownEmployee): EmployeePage {
  const { employee, officer } = shown
  const links: Link[] = [
    ...(officer.permissions.has('expense.payroll:edit') ? [{ text: text.edit, href: paths.edit(employee.id) }] : []),
    ...(officer.permissions.has('expense.payee:view') ? [{ text: text.toPayee, href: payeePaths.show(employee.payeeId) }] : []),
  ]
  return {
    title: employee.name, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: employee.name }],
    pageHeader: { title: employee.name, status: employee.hasAccount ? text.account.has : text.account.none },
    summaryList: { items: factsOf(shown) }, tables: [paysTable(shown), deductionsTable(shown), shown.history], trail: shown.trail,
    actions: links.length === 0 ? undefined : { version: String(employee.version), buttons: [], links },
  }
}

function factsOf({ employee }: ShownEmployee): SummaryItem[] {
  const facts: readonly (readonly [string, string])[] = [
    [columns.taxId, employee.taxId === null ? '' : maskCitizenId(employee.taxId)], [columns.kind, text.kinds[employee.kind]], [columns.position, employee.position],
    [columns.department, employee.departmentName ?? ''], [fields.insured, employee.isInsured ? text.yes : text.no], [columns.startsOn, monthName(employee.startsOn)],
    [columns.endsOn, employee.endsOn === null ? '' : monthName(employee.endsOn)],
  ]
  return [
    ...facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })),
    { label: columns.gross, text: formatMoney(employee.gross), isMoney: true }, { label: columns.deducted, text: formatMoney(employee.deducted), isMoney: true },
    { label: columns.net, text: formatMoney(minus(employee.gross, employee.deducted)), isMoney: true },
  ]
}

function monthsText({ startsOn, endsOn }: Months): string {
  return [startsOn === null ? '' : text.from(monthName(startsOn)), endsOn === null ? '' : text.until(monthName(endsOn))].filter((part) => part !== '').join(' ')
}

function paysTable({ employee, lineNames, month }: ShownEmployee): LineTable {
  const words = text.pays
  return lineTable({
    caption: words.caption, empty: words.empty,
    columns: [{ label: words.title, kind: 'text', isRowHeader: true }, { label: words.kind, kind: 'text' }, { label: words.line, kind: 'text' }, { label: words.months, kind: 'text' }, { label: words.amount, kind: 'money' }],
    rows: employee.pays.map((pay) => [pay.title, words.kinds[pay.kind], pay.budgetLineId === null ? pay.subKey ?? '' : lineNames.get(pay.budgetLineId) ?? text.otherYear, monthsText(pay), formatMoney(pay.amount)]),
    totals: [{ label: text.sumOf(monthName(month)), isGrand: true, cells: [formatMoney(sum(employee.pays.filter((pay) => runsIn(pay, month)).map(({ amount }) => amount)))] }],
  })
}

function deductionsTable({ employee, deductions, creditors, loanNumbers, month }: ShownEmployee): LineTable {
  const words = text.deductions
  const nameOf = (code: string) => deductions.find((each) => each.code === code)?.name ?? code
  const whom = (each: Employee['deductions'][number]) => (each.loanId === null ? creditors.find(({ id }) => id === each.creditorId)?.name ?? '' : loanNumbers.get(each.loanId) ?? '')
  return lineTable({
    caption: words.caption, empty: words.empty,
    columns: [{ label: words.code, kind: 'text', isRowHeader: true }, { label: words.creditor, kind: 'text' }, { label: words.months, kind: 'text' }, { label: words.amount, kind: 'money' }],
    rows: employee.deductions.map((each) => [nameOf(each.code), whom(each), monthsText(each), formatMoney(each.amount)]),
    totals: [{ label: text.sumOf(monthName(month)), isGrand: true, cells: [formatMoney(sum(employee.deductions.filter((each) => runsIn(each, month)).map(({ amount }) => amount)))] }],
  })
}

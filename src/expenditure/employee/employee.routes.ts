// ข้อมูลพนักงาน: register, form, one person.
import { randomUUID } from 'node:crypto'
import { budgetLineName, findBudgetLines } from '../../budget/index.ts'
import { exportPaths, exportRoutes, findTrail, getOffice, mostExported, mostPrinted, mustFit, trailRows } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { lineTable, type LineTable } from '../../platform/http/components.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, printPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { formatMoney } from '../../platform/money.ts'
import { findDepartments } from '../../registers/index.ts'
import { inputOf } from '../employee-form/employee-form.ts'
import { editEmployeeSchema, employeeInput, newEmployeeSchema, type EmployeeInput } from '../employee-form/employee-form.schema.ts'
import { findKnownForEmployee, judgeTypedEmployee } from '../employee-form/employee-form.service.ts'
import { formPage } from '../employee-form/employee-form.view.ts'
import { employeeText as text } from '../employee.text.ts'
import { getLoan } from '../loan/loan.repository.ts'
import { loanNumber } from '../loan/loan.ts'
import { monthField, monthName, monthOf } from '../month/month.ts'
import { findPayCreditors } from '../pay-creditor/pay-creditor.repository.ts'
import { linesOfYear } from '../pay-line/pay-line.service.ts'
import { findPayDeductions } from '../pay-rule/pay-rule.repository.ts'
import { findPaidMonthsOf } from '../pay-run/pay-run.repository.ts'
import { findPayeeById } from '../payee-meant/payee-meant.repository.ts'
import { payeeText } from '../payee-meant/payee-meant.ts'
import { payRunPaths } from '../pay-run.paths.ts'
import { payRunText } from '../pay-run.text.ts'
import { employeePaths as paths } from '../payroll.paths.ts'
import { findEmployees, getEmployee, totalEmployees } from './employee.repository.ts'
import { askedEmployees } from './employee.schema.ts'
import { createEmployee, editEmployee } from './employee.service.ts'
import { employeeSource, type Employee, type EmployeeCommand } from './employee.ts'
import { exportTable, listPage, registerPaper, showPage } from './employee.view.ts'

const rights = { view: 'expense.payroll:view', create: 'expense.payroll:create', edit: 'expense.payroll:edit', print: 'expense.payroll:print' } as const
const views = { list: 'documents/list', paper: 'documents/register', form: 'expenditure/employee/form', show: 'expenditure/employee/show' } as const
const mostLinesOfAYear = 20_000

export const employeeRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const asked = askedEmployees(request.query)
    const month = monthOf(read.today)
    return page(views.list, listPage(asked, {
      ...await findEmployees(read, asked.filter, { month }), totals: await totalEmployees(read, asked.filter, month), departments: await findDepartments(read, read.actor.organisationId),
      officer: read.actor, month,
    }))
  }, menu: 'expense.payroll' }),
  ...exportRoutes(paths.list, rights.print, async (read, request) => exportTable(await wholeList(read, request, mostExported))),
  get(exportPaths(paths.list).print, rights.print, async (read, request) => printPage(views.paper, registerPaper(await wholeList(read, request, mostPrinted)))),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (moreOf(request) !== undefined) return showForm(work, request)
    const { formKey } = readForm(newEmployeeSchema, request)
    return redirect(paths.show(await createEmployee(work, { ...await soundEmployee(work, request), formKey })), text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (moreOf(request) !== undefined) return showForm(work, request)
    const id = idIn(request.params.id)
    const { version } = readForm(editEmployeeSchema, request)
    await getEmployee(work, id, monthOf(work.today))
    await editEmployee(work, id, { ...await soundEmployee(work, request), version })
    return redirect(paths.show(id), text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.showRoute, rights.view, async (read, request) => {
    const month = monthOf(read.today)
    const employee = await getEmployee(read, idIn(request.params.id), month)
    const trail = await findTrail(read, employee.organisationId, { kind: employeeSource, id: employee.id })
    return page(views.show, showPage({
      employee, officer: read.actor, month, lineNames: await namesOfPays(read, employee), deductions: await findPayDeductions(read), creditors: await findPayCreditors(read),
      loanNumbers: await numbersOfLoans(read, employee), history: historyTable(await findPaidMonthsOf(read, employee)), trail: trailRows(trail, text.trail),
    }))
  }),
]

async function wholeList(read: OfficerRead, request: FormRequest, most: number) {
  const { filter } = askedEmployees(request.query)
  const month = monthOf(read.today)
  const office = await getOffice(read, read.actor.organisationId)
  const { items, hasMore } = await findEmployees(read, { ...filter, after: undefined }, { month, most })
  mustFit(items.length + (hasMore ? 1 : 0), most)
  return { office: office.name, employees: items, month }
}

function moreOf(request: FormRequest): 'pays' | 'deductions' | undefined {
  if (typed(request, 'morePays') !== '') return 'pays'
  return typed(request, 'moreDeductions') === '' ? undefined : 'deductions'
}

async function soundEmployee(read: OfficerRead, request: FormRequest): Promise<EmployeeCommand> {
  const { command, faults } = await judgeTypedEmployee(read, employeeInput(request))
  if (!command) throw new RuleBroken(faults)
  return command
}

/** Whatever was typed stands in its boxes again. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const month = monthOf(read.today)
  const employee = request.params.id === undefined ? undefined : await getEmployee(read, idIn(request.params.id), month)
  const start = employee ? await stored(read, employee) : blank(monthField(month))
  const given = employeeInput(request)
  const input = Object.keys(request.body).length === 0 ? start : { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version }
  return page(views.form, formPage(input, { known: await findKnownForEmployee(read, input), id: employee?.id, more: moreOf(request) }, errors))
}

function blank(startsOn: string): EmployeeInput {
  return { person: '', kind: '', position: '', department: '', insured: '', startsOn, endsOn: '', pays: [], deductions: [], formKey: randomUUID(), version: '' }
}

/** Lines of an earlier year stand as those that took their place. */
async function stored(read: OfficerRead, employee: Employee): Promise<EmployeeInput> {
  const payee = await findPayeeById(read, employee.organisationId, employee.payeeId)
  const person = payee ? payeeText(payee) : employee.name
  const keys = employee.pays.flatMap(({ subKey }) => (subKey === null ? [] : [{ kind: '', title: '', line: '', key: subKey, amount: '', startsOn: '', endsOn: '' }]))
  const known = await findKnownForEmployee(read, { person, pays: keys })
  const lines = await linesOfYear(read, employee.pays.flatMap(({ budgetLineId }) => budgetLineId ?? []), known.lines)
  const pays = employee.pays.map((pay) => ({ ...pay, budgetLineId: lines.get(pay.budgetLineId ?? '')?.id ?? pay.budgetLineId }))
  return inputOf({ ...employee, pays }, known, person)
}

async function namesOfPays(read: OfficerRead, { pays }: Employee): Promise<ReadonlyMap<string, string>> {
  const lines = await findBudgetLines(read, { organisationId: read.actor.organisationId, fiscalYear: fiscalYearOf(read.today) }, mostLinesOfAYear)
  const found = await linesOfYear(read, pays.flatMap(({ budgetLineId }) => budgetLineId ?? []), lines)
  return new Map([...found].map(([id, line]) => [id, budgetLineName(line)]))
}

async function numbersOfLoans(read: OfficerRead, { organisationId, deductions }: Employee): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const id of new Set(deductions.flatMap(({ loanId }) => loanId ?? []))) found.set(id, loanNumber(await getLoan(read, organisationId, id)) ?? '')
  return found
}

function historyTable(months: Awaited<ReturnType<typeof findPaidMonthsOf>>): LineTable {
  const words = text.history
  return lineTable({
    caption: words.caption, empty: words.empty, columns: [
      { label: words.month, kind: 'text', isRowHeader: true }, { label: words.gross, kind: 'money' }, { label: words.deducted, kind: 'money' }, { label: words.net, kind: 'money' },
      { label: words.state, kind: 'status' },
    ],
    rows: months.map((each) => [
      { text: monthName(each.month), href: payRunPaths.show(each.runId) }, formatMoney(each.gross), formatMoney(each.deducted), formatMoney(each.net), { status: payRunText.states[each.state] },
    ]),
  })
}

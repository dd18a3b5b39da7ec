// The register of those who are paid by the month. Amounts are those of the month asked for.
import { type Knex } from 'knex'
import { headRows, isTwin, onePage, type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { employeeText } from '../employee.text.ts'
import {
  type Employee, type EmployeeCommand, type EmployeeDeduction, type EmployeeFilter, type EmployeeKind, type EmployeePay, type EmployeeTotals, type ListedEmployee,
} from './employee.ts'

export const employeeRows = headRows('employees')

const byName = 'p.name COLLATE "th-TH-x-icu"'

export async function findEmployees(read: OfficerRead, filter: EmployeeFilter, { month, most }: { readonly month: CalendarDate; readonly most?: number }): Promise<FoundPage<ListedEmployee>> {
  const query = listed(narrowed(read, filter, month)).orderByRaw(`${byName}, e.id`)
  if (filter.after !== undefined) {
    query.whereRaw(`(${byName}, e.id) > (SELECT ${byName}, e.id FROM employees e JOIN payees p ON p.organisation_id = e.organisation_id AND p.id = e.payee_id
      WHERE e.organisation_id = ? AND e.id = ?)`, [read.actor.organisationId, filter.after])
  }
  return onePage(query, listedOf, most)
}

export async function totalEmployees(read: OfficerRead, filter: EmployeeFilter, month: CalendarDate): Promise<EmployeeTotals> {
  const row: { count: number; gross: string; deducted: string } | undefined = await narrowed(read, filter, month)
    .select(read.db.raw('count(*)::int AS count, coalesce(sum(t.gross), 0) AS gross, coalesce(sum(t.deducted), 0) AS deducted')).first()
  return { count: row?.count ?? 0, gross: fromNumeric(row?.gross ?? '0'), deducted: fromNumeric(row?.deducted ?? '0') }
}

export async function getEmployee(read: OfficerRead, id: string, month: CalendarDate): Promise<Employee> {
  const row: FullRow | undefined = await listed(tables(read, month)).where('e.id', id).select('e.organisation_id', 'e.version', 'e.department_id', 'e.is_insured').first()
  if (!row) throw new NotFound('employee')
  const parts = await findParts(read, [id])
  return {
    ...listedOf(row), organisationId: row.organisation_id, version: row.version, departmentId: row.department_id, isInsured: row.is_insured,
    pays: parts.pays.get(id) ?? [], deductions: parts.deductions.get(id) ?? [],
  }
}

export interface EmployeeParts {
  readonly pays: ReadonlyMap<string, readonly EmployeePay[]>
  readonly deductions: ReadonlyMap<string, readonly EmployeeDeduction[]>
}

/** By employee. */
export async function findParts(read: OfficerRead, ids: readonly string[]): Promise<EmployeeParts> {
  const of = (table: string) => read.db(table).where('organisation_id', read.actor.organisationId).whereRaw('employee_id = ANY (?)', [[...ids]]).orderBy(['employee_id', 'line'])
  const pays: PayRow[] = await of('employee_pays')
  const deductions: DeductionRow[] = await of('employee_deductions')
  return { pays: byEmployee(pays, payOf), deductions: byEmployee(deductions, deductionOf) }
}

function byEmployee<R extends { employee_id: string }, T>(rows: readonly R[], of: (row: R) => T): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(row.employee_id, [...found.get(row.employee_id) ?? [], of(row)])
  return found
}

export async function insertEmployee(work: OfficerWork, employee: EmployeeCommand, formKey: string | null): Promise<string> {
  const [row] = await work.db('employees').insert({
    organisation_id: work.actor.organisationId, payee_id: employee.payeeId, kind: employee.kind, ...columnsOf(employee), form_key: formKey, made_by: work.actor.userId, made_at: work.now,
  }).returning('id').catch(orTaken)
  await insertParts(work, row.id, employee)
  return row.id
}

export async function updateEmployee(work: OfficerWork, employee: Employee, changed: EmployeeCommand): Promise<void> {
  await employeeRows.change(work, employee, { payee_id: changed.payeeId, kind: changed.kind, ...columnsOf(changed) }).catch(orTaken)
  for (const table of ['employee_pays', 'employee_deductions']) await work.db(table).where({ organisation_id: work.actor.organisationId, employee_id: employee.id }).delete()
  await insertParts(work, employee.id, changed)
}

function columnsOf(employee: EmployeeCommand): object {
  return {
    position: employee.position, department_id: employee.departmentId, is_insured: employee.isInsured, starts_on: employee.startsOn, ends_on: employee.endsOn,
  }
}

async function insertParts(work: OfficerWork, id: string, { pays, deductions }: EmployeeCommand): Promise<void> {
  const key = { organisation_id: work.actor.organisationId, employee_id: id }
  const months = (part: EmployeePay | EmployeeDeduction) => ({ starts_on: part.startsOn, ends_on: part.endsOn, amount: toNumeric(part.amount) })
  if (pays.length > 0) {
    await work.db('employee_pays').insert(pays.map((pay, index) => ({
      ...key, line: index + 1, kind: pay.kind, title: pay.title, budget_line_id: pay.budgetLineId, sub_key: pay.subKey, ...months(pay),
    })))
  }
  if (deductions.length === 0) return
  await work.db('employee_deductions').insert(deductions.map((each, index) => ({
    ...key, line: index + 1, code: each.code, creditor_id: each.creditorId, loan_id: each.loanId, ...months(each),
  })))
}

function orTaken(error: unknown): never {
  throw isTwin(error, 'employees_one_post') ? new RuleBroken({ person: employeeText.errors.taken }) : error
}

function narrowed(read: OfficerRead, filter: EmployeeFilter, month: CalendarDate): Knex.QueryBuilder {
  const query = tables(read, month)
  if (filter.kind) query.where('e.kind', filter.kind)
  if (filter.departmentId) query.where('e.department_id', filter.departmentId)
  if (filter.isPaid) query.where('e.starts_on', '<=', month).whereRaw('(e.ends_on IS NULL OR e.ends_on >= ?)', [month])
  if (filter.search) query.whereRaw('(strpos(p.name, ?) > 0 OR strpos(e.position, ?) > 0)', [filter.search, filter.search])
  return query
}

/** Nothing is paid to who is not there in the month. */
function tables(read: OfficerRead, month: CalendarDate): Knex.QueryBuilder {
  const runs = (alias: string) => `(${alias}.starts_on IS NULL OR ${alias}.starts_on <= :month) AND (${alias}.ends_on IS NULL OR ${alias}.ends_on >= :month)`
  const sum = (table: string) => `coalesce((SELECT sum(x.amount) FROM ${table} x WHERE x.organisation_id = e.organisation_id AND x.employee_id = e.id AND ${runs('x')} AND ${runs('e')}), 0)`
  return read.db('employees as e').join('payees as p', (on) => on.on('p.organisation_id', 'e.organisation_id').andOn('p.id', 'e.payee_id'))
    .leftJoin('departments as d', (on) => on.on('d.organisation_id', 'e.organisation_id').andOn('d.id', 'e.department_id')).where('e.organisation_id', read.actor.organisationId)
    .joinRaw(`CROSS JOIN LATERAL (SELECT ${sum('employee_pays')} AS gross, ${sum('employee_deductions')} AS deducted,
      EXISTS (SELECT 1 FROM payee_accounts a WHERE a.organisation_id = e.organisation_id AND a.payee_id = e.payee_id AND a.state = 'verified') AS has_account) t`, { month })
}

function listed(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.select('e.id', 'e.payee_id', 'p.name', 'p.tax_id', 'e.kind', 'e.position', 'd.name as department_name', 'e.starts_on', 'e.ends_on', 't.gross', 't.deducted', 't.has_account')
}

const dayOf = (text: string | null) => (text === null ? null : calendarDate(text))

function listedOf(row: ListedRow): ListedEmployee {
  return {
    id: row.id, payeeId: row.payee_id, name: row.name, taxId: row.tax_id, kind: row.kind, position: row.position, departmentName: row.department_name,
    startsOn: calendarDate(row.starts_on), endsOn: dayOf(row.ends_on), gross: fromNumeric(row.gross), deducted: fromNumeric(row.deducted), hasAccount: row.has_account,
  }
}

function payOf(row: PayRow): EmployeePay {
  return {
    kind: row.kind, title: row.title, budgetLineId: row.budget_line_id, subKey: row.sub_key, amount: fromNumeric(row.amount), startsOn: dayOf(row.starts_on), endsOn: dayOf(row.ends_on),
  }
}

function deductionOf(row: DeductionRow): EmployeeDeduction {
  return { code: row.code, creditorId: row.creditor_id, loanId: row.loan_id, amount: fromNumeric(row.amount), startsOn: dayOf(row.starts_on), endsOn: dayOf(row.ends_on) }
}

interface ListedRow {
  id: string
  payee_id: string
  name: string
  tax_id: string | null
  kind: EmployeeKind
  position: string
  department_name: string | null
  starts_on: string
  ends_on: string | null
  gross: string
  deducted: string
  has_account: boolean
}

interface FullRow extends ListedRow {
  organisation_id: string
  version: number
  department_id: string | null
  is_insured: boolean
}

interface PartRow {
  employee_id: string
  amount: string
  starts_on: string | null
  ends_on: string | null
}

interface PayRow extends PartRow {
  kind: EmployeePay['kind']
  title: string
  budget_line_id: string | null
  sub_key: string | null
}

interface DeductionRow extends PartRow {
  code: string
  creditor_id: string | null
  loan_id: string | null
}

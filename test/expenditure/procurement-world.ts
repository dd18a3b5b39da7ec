// An office that buys: a budget in force, who asks, who approves, who handles the contract, and documents brought as far as a test needs.
import { randomUUID } from 'node:crypto'
import { getRequest } from '../../src/expenditure/purchase-request/purchase-request.repository.ts'
import { approveRequest, createRequest, submitRequest, type RequestForm } from '../../src/expenditure/purchase-request/purchase-request.service.ts'
import { type PurchaseRequest } from '../../src/expenditure/purchase-request/purchase-request.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { toNumeric, type Money } from '../../src/platform/money.ts'
import { aBudgetOffice, anEnactedBudget, type BudgetOffice, type EnactedLine, type Person } from '../budget/world.ts'
import { type TestOffice } from '../support/app.ts'
import { demoPerson } from '../support/journey.ts'
import { type TestDatabase } from '../support/database.ts'
import { anOfficer, asOfficer, organisation, testYear } from '../support/world.ts'

export interface BuyingOffice extends BudgetOffice {
  /** LAO_DEPT_CLERK: asks. */
  readonly asking: Person
  /** LAO_DEPT_HEAD: approves requests and acceptances. */
  readonly approving: Person
  /** LAO_PROCURE: contracts, deliveries, guarantees. */
  readonly buyer: Person
  /** Ids of the budget's lines, as asked for. */
  readonly lines: readonly string[]
  /** Number of the first of them, as a clerk types it. */
  readonly firstLine: string
}

export const supplies = { code: '5330100', amount: '180000.00', title: 'วัสดุสำนักงาน' } as const
export const today = calendarDate('2026-11-20')

export async function aBuyingOffice(db: TestDatabase, budget: readonly EnactedLine[] = [supplies]): Promise<BuyingOffice> {
  const office = await aBudgetOffice(db)
  const person = async (group: string): Promise<Person> => {
    const row = await db.owner('organisations').where({ id: office.organisationId }).first('code')
    const officer = await anOfficer(db, { at: await organisation(db, row.code), groups: [group] })
    return { officer, ...asOfficer(db, officer) }
  }
  const lines = await anEnactedBudget(office, budget)
  return { ...office, lines, firstLine: '1', asking: await person('LAO_DEPT_CLERK'), approving: await person('LAO_DEPT_HEAD'), buyer: await person('LAO_PROCURE') }
}

/** The town of the demonstration with its budget in force. */
export async function aTown(office: TestOffice): Promise<BuyingOffice> {
  const at = await organisation(office, '4200103')
  const person = async (username: string): Promise<Person> => {
    const made = await anOfficer(office, { at, groups: demoPerson(username).groups })
    const { id } = await office.owner('users').where({ username }).first('id')
    const officer = { ...made, userId: id }
    return { officer, ...asOfficer(office, officer) }
  }
  const department = await office.owner('departments').where({ organisation_id: at.id }).first('id')
  const lines = await office.owner('budget_lines').where({ organisation_id: at.id, fiscal_year: testYear, title: supplies.title }).orderBy('id').select('id', 'number')
  return {
    db: office, fiscalYear: testYear, organisationId: at.id, departmentId: department.id, lines: lines.map(({ id }) => id), firstLine: String(lines[0]?.number), clerk: await person('saensuk.budget'), head: await person('saensuk.head'),
    accountant: await person('saensuk.account'), asking: await person('saensuk.clerk'), approving: await person('saensuk.depthead'), buyer: await person('saensuk.procure'),
  }
}

export interface AskedRequest {
  readonly amount?: string
  /** Number of the budget line as the clerk types it; default the first. */
  readonly line?: string
  readonly changes?: Partial<RequestForm>
  /** Left with its author. */
  readonly isDraft?: boolean
}

export function requestFormOf({ amount = '60000.00', line = '1', changes = {} }: AskedRequest = {}): RequestForm & { formKey: string } {
  return {
    documentDate: calendarDate('2026-11-02'), kind: 'buy', methodCode: 'specific-value', title: 'วัสดุสำนักงาน', reason: 'ใช้ในราชการ', medianPrice: null, deliveryDays: 15,
    rows: {
      lines: [{ line, amount }], items: [{ name: 'กระดาษ', quantity: '1', unit: 'งาน', price: amount }],
      inspectors: [{ name: 'นายตรวจ ดี', position: 'นักวิชาการพัสดุ', role: 'inspector' }],
    },
    ...changes, formKey: randomUUID(),
  }
}

export const committee = [
  { name: 'นายประธาน ดี', position: 'ปลัด', role: 'chair' }, { name: 'นายหนึ่ง ดี', position: 'ผู้อำนวยการกองช่าง', role: 'member' }, { name: 'นายสอง ดี', position: 'นายช่าง', role: 'member' },
] as const

export function showRequest(office: BuyingOffice, id: string): Promise<PurchaseRequest> {
  return office.asking.read((read) => getRequest(read, office.organisationId, id))
}

export async function aSubmittedRequest(office: BuyingOffice, asked: AskedRequest = {}): Promise<string> {
  const id = await office.asking.work((work) => createRequest(work, requestFormOf({ line: office.firstLine, ...asked })))
  if (asked.isDraft !== true) await office.asking.work((work) => submitRequest(work, id, 1))
  return id
}

export async function anApprovedRequest(office: BuyingOffice, asked: AskedRequest = {}): Promise<string> {
  const id = await aSubmittedRequest(office, asked)
  await office.approving.work((work) => approveRequest(work, id, 2))
  return id
}

/** The figures of one budget line. */
export async function figuresOf({ db, organisationId, lines }: BuyingOffice, index = 0): Promise<Record<'reserved' | 'committed' | 'claimed' | 'paid' | 'available', string>> {
  return db.owner('budget_balances').where({ organisation_id: organisationId, line_id: lines[index] }).first('reserved', 'committed', 'claimed', 'paid', 'available')
}

export const asText = (amount: Money): string => toNumeric(amount)

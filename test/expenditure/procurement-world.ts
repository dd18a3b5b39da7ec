// An office that buys: a budget in force, who asks, who approves, who handles the contract, and documents brought as far as a test needs.
import { randomUUID } from 'node:crypto'
import { acceptDelivery, createAcceptance } from '../../src/expenditure/acceptance/acceptance.service.ts'
import { getAcceptance } from '../../src/expenditure/acceptance/acceptance.repository.ts'
import { type Acceptance } from '../../src/expenditure/acceptance/acceptance.ts'
import { type AcceptanceInput } from '../../src/expenditure/acceptance/acceptance.schema.ts'
import { claimDelivery } from '../../src/expenditure/acceptance-claim/acceptance-claim.service.ts'
import { getContract } from '../../src/expenditure/contract/contract.repository.ts'
import { type ContractForm } from '../../src/expenditure/contract/contract.schema.ts'
import { createContract, signContract } from '../../src/expenditure/contract/contract.service.ts'
import { contractKey, type Contract } from '../../src/expenditure/contract/contract.ts'
import { type NewAddendum } from '../../src/expenditure/addendum/addendum.schema.ts'
import { registerGuarantee } from '../../src/expenditure/guarantee/guarantee.service.ts'
import { type NewGuarantee } from '../../src/expenditure/guarantee/guarantee.ts'
import { postLines } from '../../src/ledger/index.ts'
import { getRequest } from '../../src/expenditure/purchase-request/purchase-request.repository.ts'
import { approveRequest, createRequest, submitRequest, type RequestForm } from '../../src/expenditure/purchase-request/purchase-request.service.ts'
import { type PurchaseRequest } from '../../src/expenditure/purchase-request/purchase-request.ts'
import { calendarDate, type CalendarDate, type FiscalYear } from '../../src/platform/dates.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { type PayeeKind } from '../../src/expenditure/deduction/deduction.ts'
import { saveSubLedgerKey } from '../../src/registers/index.ts'
import { aBudgetOffice, anEnactedBudget, type BudgetOffice, type EnactedLine, type Person } from '../budget/world.ts'
import { type TestOffice } from '../support/app.ts'
import { demoPerson } from '../support/journey.ts'
import { type TestDatabase } from '../support/database.ts'
import { aPayingOffice, type PayingOffice } from './payment/paying.ts'
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


/** A company with its key in the ledger's register; its name. */
export async function aSupplier({ db, organisationId, buyer }: BuyingOffice, name = 'บริษัท วัสดุดี จำกัด', kind: PayeeKind = 'juristic'): Promise<string> {
  const [row] = await db.owner('payees').insert({
    organisation_id: organisationId, kind, name, tax_id: kind === 'state_body' ? null : '0105556000016', created_by: buyer.officer.userId, created_at: db.clock.now(),
  }).returning('id')
  await buyer.work((work) => saveSubLedgerKey(work, { kind: 'payee', key: row.id, name, registerId: row.id, isOpen: true }))
  return name
}

export interface AskedContract extends AskedRequest {
  /** Name of the other side, as the clerk types it. */
  readonly payee: string
  readonly terms?: Partial<ContractForm>
}

export const signedOn = calendarDate('2026-11-05')

export function contractFormOf(request: string, { payee, amount = '53500.00', terms = {} }: AskedContract): ContractForm & { formKey: string } {
  return {
    request, payee, kind: 'purchase-order', contractNumber: '12/2570', egpProject: '69119000001', egpControl: `691114${request.padStart(6, '0').slice(-6)}`, title: 'ซื้อวัสดุสำนักงาน', signedOn, startsOn: signedOn,
    endsOn: calendarDate('2026-11-22'), price: baht(amount), vat: 'included', fineKind: 'undelivered', fineRate: '0.2', fineReason: '', advancePercent: '0', retentionPercent: '0',
    securityKind: 'none', securityAmount: zero, securityReference: '', securityReason: '', warrantyMonths: 12, instalments: [], ...terms, formKey: randomUUID(),
  }
}

export function showContract(office: BuyingOffice, id: string): Promise<Contract> {
  return office.buyer.read((read) => getContract(read, office.organisationId, id))
}

/** Upon a request of its own price, or of `amount`. */
export async function aDraftContract(office: BuyingOffice, asked: AskedContract): Promise<string> {
  const request = await anApprovedRequest(office, asked)
  return office.buyer.work((work) => createContract(work, contractFormOf(request, asked)))
}

export async function aSignedContract(office: BuyingOffice, asked: AskedContract): Promise<string> {
  const id = await aDraftContract(office, asked)
  await office.buyer.work((work) => signContract(work, id, 1))
  return id
}

export interface AskedDelivery {
  readonly contract: string
  readonly amount: string
  readonly quantity?: string
  readonly instalment?: string
  readonly deliveredOn?: string
  readonly documentDate?: string
  readonly account?: string
  readonly invoiceNumber?: string
}

export function deliveryOf({ contract, amount, quantity = '1', instalment = '1', deliveredOn = '15/11/2569', documentDate = deliveredOn, account = '', invoiceNumber = '' }: AskedDelivery): AcceptanceInput {
  return {
    contract, instalment, documentDate, deliveredOn, deliveryNote: '', invoiceNumber, invoiceDate: '', formKey: randomUUID(), version: '',
    rows: [{ item: 'วัสดุ', quantity, unit: 'งาน', amount, line: '', account }],
  }
}

export function showAcceptance(office: BuyingOffice, id: string): Promise<Acceptance> {
  return office.buyer.read((read) => getAcceptance(read, office.organisationId, id))
}

export function aDelivery(office: BuyingOffice, asked: AskedDelivery): Promise<string> {
  return office.buyer.work((work) => createAcceptance(work, deliveryOf(asked)))
}

export async function anAcceptedDelivery(office: BuyingOffice, asked: AskedDelivery): Promise<string> {
  const id = await aDelivery(office, asked)
  await office.approving.work((work) => acceptDelivery(work, id, 1))
  return id
}

/** A claim for the whole delivery, or for a part of it. */
export async function aClaimOf(office: BuyingOffice, acceptance: string, amount?: string): Promise<string> {
  const { version, total } = await showAcceptance(office, acceptance)
  return office.asking.work((work) => claimDelivery(work, acceptance, { version, amount: amount === undefined ? total : baht(amount) }))
}

/** Another price, in one instalment. */
export function addendumOf(contract: string, price: string, changes: Partial<NewAddendum> = {}): NewAddendum {
  const endsOn = calendarDate('2026-11-30')
  return {
    contract, signedOn: calendarDate('2026-11-10'), reason: 'ปริมาณงานเปลี่ยนแปลง', price: baht(price), endsOn, waivedDays: 0,
    instalments: [{ number: 1, description: 'งวดเดียว', amount: baht(price), dueOn: endsOn }], formKey: randomUUID(), ...changes,
  }
}

export interface AskedPaper {
  readonly contract: string
  readonly amount: string
  readonly purpose?: NewGuarantee['purpose']
  readonly changes?: Partial<NewGuarantee>
}

export function paperOf({ contract, amount, purpose = 'performance', changes = {} }: AskedPaper): NewGuarantee {
  const formKey = randomUUID()
  return { contract, purpose, form: 'bank-guarantee', reference: `LG-${formKey}`, issuer: 'ธนาคารกรุงไทย', amount: baht(amount), receivedOn: signedOn, expiresOn: null, formKey, ...changes }
}

export function aGuarantee(office: BuyingOffice, asked: AskedPaper): Promise<string> {
  return office.buyer.work((work) => registerGuarantee(work, paperOf(asked)))
}

/** Cash received as security: in the ledger under the contract's key. The counter's receipt and its voucher are proved where they are made. */
export async function holdSecurity(office: BuyingOffice, { contract, amount, on, account, against }: { contract: string; amount: string; on: CalendarDate; account: string; against: string | undefined }): Promise<void> {
  const key = contractKey(await showContract(office, contract))
  await office.head.work((work) => postLines(work, {
    type: 'JV', event: 'journal.posted', documentDate: on, source: { kind: 'given', id: `8${contract}` }, description: 'รับเงินประกันสัญญา', preparedBy: office.accountant.officer.userId,
    lines: [{ side: 'D', accountCode: account, ...(against !== undefined && { subKey: against }), amount: baht(amount) }, { side: 'C', accountCode: '2112010101.001', subKey: key, amount: baht(amount) }],
  }))
}

export interface PurchasingOffice extends PayingOffice, BuyingOffice {}

/** An office that buys and pays. */
export async function aPurchasingOffice(db: TestDatabase, budget: readonly EnactedLine[], given: { readonly code?: string; readonly year: FiscalYear; readonly on: CalendarDate; readonly money?: string | null }): Promise<PurchasingOffice> {
  const office = await aPayingOffice(db, given)
  const row = await db.owner('organisations').where({ id: office.organisationId }).first('code')
  const officer = await anOfficer(db, { at: await organisation(db, row.code), groups: ['LAO_PROCURE'] })
  return {
    ...office, lines: await anEnactedBudget(office, budget), firstLine: '1', asking: office.preparer, approving: office.endorser, buyer: { officer, ...asOfficer(db, officer) },
  }
}

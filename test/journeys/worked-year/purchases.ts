// Money out upon a contract: asked for, signed, delivered, claimed.
import { randomUUID } from 'node:crypto'
import { approveTransfer, createTransfer, submitTransfer } from '../../../src/budget/index.ts'
import { type ContractForm } from '../../../src/expenditure/contract/contract.schema.ts'
import { contractKey } from '../../../src/expenditure/contract/contract.ts'
import { createContract, signContract } from '../../../src/expenditure/contract/contract.service.ts'
import { type PayeeKind } from '../../../src/expenditure/deduction/deduction.ts'
import { formatThaiDateField, type CalendarDate } from '../../../src/platform/dates.ts'
import { aClaimOf, anAcceptedDelivery, anApprovedRequest, committee, contractFormOf, requestFormOf, showContract } from '../../expenditure/procurement-world.ts'
import { carriedThrough } from '../../expenditure/world.ts'
import { keep, kept } from './claims.ts'
import { type Entity } from './books.ts'
import { payeeOf, type World } from './world.ts'

export interface AskedPurchase {
  /** By which the story's later steps find it. */
  readonly name: string
  /** Number of the control line as it is typed. */
  readonly line: string
  readonly amount: string
  /** Default: the LAO. */
  readonly at?: Entity
}

/** รายงานขอซื้อขอจ้าง, approved on the day. */
export async function requested(world: World, on: CalendarDate, { name, line, amount, at = 'LAO01' }: AskedPurchase): Promise<void> {
  const { rows } = requestFormOf({ amount, line })
  const changes = { documentDate: on, methodCode: Number(amount) > 500_000 ? 'e-bidding' : 'specific-value', title: name, rows: { ...rows, inspectors: committee } }
  keep(world, `request ${name}`, await anApprovedRequest(world.spending[at], { amount, line, changes }))
}

export interface AskedContract {
  readonly name: string
  readonly payee: readonly [name: string, kind: PayeeKind]
  readonly price: string
  readonly terms?: Partial<ContractForm>
  /** What the story calls its key. */
  readonly label?: string
  readonly at?: Entity
}

export async function contracted(world: World, on: CalendarDate, { name, payee, price, terms = {}, label = name, at = 'LAO01' }: AskedContract): Promise<void> {
  const office = world.spending[at]
  await payeeOf(world, payee[0], { kind: payee[1], at })
  const form = contractFormOf(kept(world, `request ${name}`), { payee: payee[0], amount: price, terms: { contractNumber: name, title: name, signedOn: on, startsOn: on, ...terms } })
  const id = await office.buyer.work((work) => createContract(work, form))
  await office.buyer.work((work) => signContract(work, id, 1))
  world.books.name(at, { kind: 'contract', key: contractKey(await showContract(office, id)) }, label)
  keep(world, `contract ${name}`, id)
}

export interface AskedDelivery {
  readonly name: string
  readonly amount: string
  readonly quantity?: string
  readonly instalment?: string
  readonly at?: Entity
}

/** Budget moved from one line to another by the executive. */
export async function transferred({ lao, lines }: World, on: CalendarDate, { from, to, amount }: { readonly from: string; readonly to: string; readonly amount: string }): Promise<void> {
  const typed = (item: string) => [{ line: lines.get(item)?.number ?? '', amount }]
  const id = await lao.clerk.work((work) => createTransfer(work, {
    formKey: randomUUID(), documentDate: on, title: 'โอนงบประมาณ', reason: 'งบประมาณไม่เพียงพอ', changes: false, lines: { out: typed(from), in: typed(to), items: [] } }))
  await lao.clerk.work((work) => submitTransfer(work, id, 1))
  await lao.head.work((work) => approveTransfer(work, id, { version: 2, happenedOn: on, approver: 'executive', letterNumber: 'คำสั่ง 1/2568', note: '' }))
}

/** ใบตรวจรับพัสดุ: the debt of the delivery. */
export async function delivered(world: World, on: CalendarDate, { name, at = 'LAO01', ...asked }: AskedDelivery): Promise<void> {
  const id = await anAcceptedDelivery(world.spending[at], { contract: kept(world, `contract ${name}`), deliveredOn: formatThaiDateField(on), ...asked })
  keep(world, `delivery ${name}`, id)
}

/** The approved claim of the last delivery. */
export async function deliveryClaimed({ spending, ...world }: World, name: string, at: Entity = 'LAO01'): Promise<string> {
  return carriedThrough(spending[at], await aClaimOf(spending[at], kept(world, `delivery ${name}`)))
}

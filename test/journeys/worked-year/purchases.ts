// Money out upon a contract: asked for, signed, delivered, claimed.
import { type ContractForm } from '../../../src/expenditure/contract/contract.schema.ts'
import { contractKey } from '../../../src/expenditure/contract/contract.ts'
import { createContract, signContract } from '../../../src/expenditure/contract/contract.service.ts'
import { type PayeeKind } from '../../../src/expenditure/deduction/deduction.ts'
import { formatThaiDateField, type CalendarDate } from '../../../src/platform/dates.ts'
import { aClaimOf, anAcceptedDelivery, anApprovedRequest, committee, contractFormOf, requestFormOf, showContract } from '../../expenditure/procurement-world.ts'
import { carriedThrough } from '../../expenditure/world.ts'
import { keep, kept } from './claims.ts'
import { lineNumber, payeeOf, type World } from './world.ts'

export interface AskedPurchase {
  /** By which the story's later steps find it. */
  readonly name: string
  readonly item: string
  readonly amount: string
}

/** รายงานขอซื้อขอจ้าง, approved on the day. */
export async function requested(world: World, on: CalendarDate, { name, item, amount }: AskedPurchase): Promise<void> {
  const { rows } = requestFormOf({ amount, line: lineNumber(world, item) })
  const changes = { documentDate: on, methodCode: Number(amount) > 500_000 ? 'e-bidding' : 'specific-value', title: name, rows: { ...rows, inspectors: committee } }
  keep(world, `request ${name}`, await anApprovedRequest(world.lao, { amount, line: lineNumber(world, item), changes }))
}

export interface AskedContract {
  readonly name: string
  readonly payee: readonly [name: string, kind: PayeeKind]
  readonly price: string
  readonly terms?: Partial<ContractForm>
  /** What the story calls its key. */
  readonly label?: string
}

export async function contracted(world: World, on: CalendarDate, { name, payee, price, terms = {}, label = name }: AskedContract): Promise<void> {
  const { lao, books } = world
  await payeeOf(world, ...payee)
  const form = contractFormOf(kept(world, `request ${name}`), { payee: payee[0], amount: price, terms: { contractNumber: name, title: name, signedOn: on, startsOn: on, ...terms } })
  const id = await lao.buyer.work((work) => createContract(work, form))
  await lao.buyer.work((work) => signContract(work, id, 1))
  books.name('LAO01', { kind: 'contract', key: contractKey(await showContract(lao, id)) }, label)
  keep(world, `contract ${name}`, id)
}

export interface AskedDelivery {
  readonly name: string
  readonly amount: string
  readonly quantity?: string
  readonly instalment?: string
}

/** ใบตรวจรับพัสดุ: the debt of the delivery. */
export async function delivered(world: World, on: CalendarDate, { name, ...asked }: AskedDelivery): Promise<void> {
  const id = await anAcceptedDelivery(world.lao, { contract: kept(world, `contract ${name}`), deliveredOn: formatThaiDateField(on), ...asked })
  keep(world, `delivery ${name}`, id)
}

/** The approved claim of the last delivery. */
export async function deliveryClaimed(world: World, name: string): Promise<string> {
  return carriedThrough(world.lao, await aClaimOf(world.lao, kept(world, `delivery ${name}`)))
}

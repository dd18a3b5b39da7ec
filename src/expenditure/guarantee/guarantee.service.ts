// A paper taken in as security, kept while it is needed, given back or called upon (acceptance S17, S23). Locks: contract → guarantee → counter. Nothing is posted.
import { attachmentSteps, nextNumber, recordChange, stepStarter, type Started } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, signsAlone } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, minus, plus, zero, type Money } from '../../platform/money.ts'
import { contractRows, getContract, isContractIn } from '../contract/contract.repository.ts'
import { findAdvanceOnTheWay, findFigures } from '../contract/contract.service.ts'
import { openStates, type Contract } from '../contract/contract.ts'
import { findClaimedOf } from '../contract-money/contract-money.repository.ts'
import { guaranteeText } from '../guarantee.text.ts'
import { endGuarantee, findGuaranteesOf, getGuarantee, guaranteeRows, insertGuarantee } from './guarantee.repository.ts'
import {
  guaranteeFaults, guaranteeLifecycle, guaranteeName, guaranteePapers, guaranteeSource, isGood, worthOf, type Guarantee, type GuaranteePurpose, type GuaranteeState, type GuaranteeStep,
  type NewGuarantee,
} from './guarantee.ts'

const { errors } = guaranteeText

const start = stepStarter({ rows: guaranteeRows, get: getGuarantee, lifecycle: guaranteeLifecycle, signsAlone })

/** The id; the same form sent twice gives the same one. */
export async function registerGuarantee(work: OfficerWork, given: NewGuarantee): Promise<string> {
  const earlier = await guaranteeRows.findMade(work, given.formKey)
  if (earlier !== undefined) return earlier
  const faults = guaranteeFaults(given, work.today)
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  await contractRows.lock(work, given.contract)
  if (!await isContractIn(work, given.contract, openStates)) throw new RuleBroken({ contract: errors.contract })
  const number = await nextNumber(work, 'GUA', fiscalYearOf(given.receivedOn))
  const id = await insertGuarantee(work, given, number)
  if (id === undefined) throw new RuleBroken({ reference: errors.known })
  await recordChange(work, { kind: guaranteeSource, id, action: 'create', after: { reference: given.reference, amount: given.amount } })
  return id
}

interface ReasonForm {
  readonly version: number
  readonly reason: string
}

/** S23: given back when the contract is closed or another paper stands in its place; that of an advance when the advance was taken back. */
export async function returnGuarantee(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const guarantee = await startStep(work, id, { action: 'return', version })
  if (!await isNeedless(work, guarantee)) throw new RuleBroken(errors.needed)
  await end(work, guarantee, { action: 'return', reason })
}

async function isNeedless(read: OfficerRead, guarantee: Guarantee): Promise<boolean> {
  const { organisationId, contractId, contractState, purpose } = guarantee
  if (contractState === 'closed' || contractState === 'revoked') return true
  if (purpose === 'advance' && await isAdvanceDone(read, await getContract(read, organisationId, contractId))) return true
  const others = await findGuaranteesOf(read, organisationId, contractId)
  return others.some((other) => other.id !== guarantee.id && isGood(other, read.today) && other.purpose === purpose && compare(other.amount, guarantee.amount) >= 0)
}

/** Taken back, and none is about to be paid. */
async function isAdvanceDone(read: OfficerRead, contract: Contract): Promise<boolean> {
  return isZero((await findFigures(read, contract)).advance) && isZero(await findAdvanceOnTheWay(read, contract))
}

/** The issuer is called upon to pay; the money comes in by a receipt. */
export async function forfeitGuarantee(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const guarantee = await startStep(work, id, { action: 'forfeit', version })
  await end(work, guarantee, { action: 'forfeit', reason })
}

/** Registered in error, which another person than its author says; not while money that was paid out rests on it. */
export async function cancelGuarantee(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const guarantee = await startStep(work, id, { action: 'cancel', version })
  const uncovered = await uncoveredWithout(work, guarantee)
  if (compare(uncovered, zero) > 0) throw new RuleBroken(errors.relied(formatMoney(uncovered)))
  await end(work, guarantee, { action: 'cancel', reason })
}

/** An advance not yet taken back, or cash given back before the end, that no other paper would stand for (§1.5, S17). */
async function uncoveredWithout(read: OfficerRead, guarantee: Guarantee): Promise<Money> {
  const { organisationId, contractId, purpose } = guarantee
  const others = (await findGuaranteesOf(read, organisationId, contractId)).filter((other) => other.id !== guarantee.id && isGood(other, read.today))
  return minus(await restingOn(read, await getContract(read, organisationId, contractId), purpose), worthOf(others, purpose))
}

async function restingOn(read: OfficerRead, contract: Contract, purpose: GuaranteePurpose): Promise<Money> {
  if (purpose === 'advance') return plus((await findFigures(read, contract)).advance, await findAdvanceOnTheWay(read, contract))
  if (contract.state !== 'signed') return zero
  const accountCode = accountOf(await accountsOfRoles(read, contract.fiscalYear), purpose === 'performance' ? 'security-held' : 'retention-held')
  return findClaimedOf(read, contract, { accountCode, states: 'any' })
}

async function end(work: OfficerWork, guarantee: Started<GuaranteeState, Guarantee>, { action, reason }: { readonly action: GuaranteeStep; readonly reason: string }): Promise<void> {
  await endGuarantee(work, guarantee, { state: guarantee.next, on: work.today, reason })
  await recordChange(work, { kind: guaranteeSource, id: guarantee.id, action, reason, before: { number: guaranteeName(guarantee), amount: guarantee.amount }, isAlone: action !== 'return' && guarantee.isAlone })
}

/** The contract is held first: an advance is claimed upon a paper that is not given back meanwhile. */
async function startStep(work: OfficerWork, id: string, { action, version }: { action: GuaranteeStep; version: number }): Promise<Started<GuaranteeState, Guarantee>> {
  const { contractId } = await getGuarantee(work, work.actor.organisationId, id)
  await contractRows.lock(work, contractId)
  return start(work, id, { action, version })
}

export const { attach: attachToGuarantee, detach: detachFromGuarantee } = attachmentSteps({ kind: guaranteeSource, rows: guaranteeRows, get: getGuarantee, papers: guaranteePapers })

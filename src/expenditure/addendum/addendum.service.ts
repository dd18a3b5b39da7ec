// An addendum from its draft into the contract (§1.2, S16). Locks: addendum → contract → budget lines → counter. Nothing is posted.
import { commit, release } from '../../budget/index.ts'
import { attachmentSteps, mustBeCurrent, nextNumber, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, minus, zero } from '../../platform/money.ts'
import { findAcceptedByLine } from '../acceptance/acceptance.repository.ts'
import { holdAccepted, lowerFines } from '../acceptance-fine/acceptance-fine.service.ts'
import { addendumText } from '../addendum.text.ts'
import { amendContract, contractRows, findAccepted, getContract, isSigned } from '../contract/contract.repository.ts'
import { contractSource, type Contract } from '../contract/contract.ts'
import { addendumRows, findDelivered, getAddendum, insertAddendum, moveAddendum, updateAddendum } from './addendum.repository.ts'
import { type NewAddendum } from './addendum.schema.ts'
import {
  addendumFaults, addendumLifecycle, addendumName, addendumPapers, addendumSource, changesOf, sharesAfter, type Addendum, type AddendumState, type AddendumStep, type AddendumTerms,
} from './addendum.ts'

const { errors } = addendumText

/** The id of the draft; the same form sent twice gives the same one. */
export async function createAddendum(work: OfficerWork, { formKey, contract: contractId, ...terms }: NewAddendum): Promise<string> {
  const earlier = await addendumRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const contract = await getSigned(work, contractId)
  await mustBeSound(work, contract, terms)
  const id = await insertAddendum(work, { terms, contract, formKey })
  await recordChange(work, { kind: addendumSource, id, action: 'create', after: { price: terms.price, endsOn: terms.endsOn } })
  return id
}

export async function editAddendum(work: OfficerWork, id: string, { version, ...terms }: AddendumTerms & { readonly version: number }): Promise<void> {
  const before = await startStep(work, id, { action: 'edit', version })
  const contract = await getSigned(work, before.contractId)
  await mustBeSound(work, contract, terms)
  await updateAddendum(work, before, { terms, contract })
  await recordChange(work, { kind: addendumSource, id, action: 'edit', before: { price: before.price, endsOn: before.endsOn }, after: { price: terms.price, endsOn: terms.endsOn } })
}

export async function getSigned(read: OfficerRead, contractId: string): Promise<Contract> {
  if (!/^[0-9]{1,18}$/.test(contractId) || !await isSigned(read, contractId)) throw new RuleBroken({ contract: errors.contract })
  return getContract(read, read.actor.organisationId, contractId)
}

async function mustBeSound(read: OfficerRead, contract: Contract, terms: AddendumTerms): Promise<void> {
  const { lastInstalment } = await findDelivered(read, contract.organisationId, contract.id)
  const faults = addendumFaults(terms, { contract, accepted: await findAccepted(read, contract.organisationId, contract.id), lastInstalment, today: read.today })
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
}

/** More must be available in the budget (E_BUDGET); less is free again. What waits for acceptance was judged by the old terms: it comes first. */
export async function approveAddendum(work: OfficerWork, id: string, version: number): Promise<void> {
  const addendum = await startStep(work, id, { action: 'approve', version })
  await holdAccepted(work, addendum.organisationId, addendum.contractId)
  await contractRows.lock(work, addendum.contractId)
  const contract = await getSigned(work, addendum.contractId)
  if (contract.version !== addendum.contractVersion) throw new RuleBroken(errors.overtaken)
  if ((await findDelivered(work, contract.organisationId, contract.id)).isWaiting) throw new RuleBroken(errors.waiting)
  await mustBeSound(work, contract, addendum)
  const number = await nextNumber(work, 'ADD', addendum.fiscalYear)
  const name = addendumName({ ...addendum, number })
  const shares = await moveBudget(work, contract, { addendum, description: addendumText.moved(name) })
  await amendContract(work, contract, { price: addendum.price, endsOn: addendum.endsOn, waivedDays: contract.waivedDays + addendum.waivedDays, shares, instalments: addendum.instalments })
  await lowerFines(work, await getContract(work, contract.organisationId, contract.id))
  await moveAddendum(work, addendum, { state: addendum.next, number })
  const after = { number: name, price: addendum.price, endsOn: addendum.endsOn }
  await recordChange(work, { kind: addendumSource, id, action: 'approve', after })
  await recordChange(work, { kind: contractSource, id: contract.id, action: 'amend', before: { price: contract.price, endsOn: contract.endsOn }, after })
}

async function moveBudget(work: OfficerWork, contract: Contract, { addendum, description }: { readonly addendum: Addendum; readonly description: string }) {
  const delta = minus(addendum.price, contract.price)
  const changes = changesOf(delta, contract.lines, await findAcceptedByLine(work, contract.organisationId, contract.id))
  const source = { kind: contractSource, id: contract.id }
  const act = { source, event: `amended/${addendum.id}`, date: addendum.signedOn, description }
  if (compare(delta, zero) > 0) await commit(work, act, changes)
  if (compare(delta, zero) < 0) await release(work, { ...act, of: source, stage: 'committed' }, changes)
  return sharesAfter(delta, contract.lines, changes)
}

export async function cancelAddendum(work: OfficerWork, id: string, version: number): Promise<void> {
  const addendum = await startStep(work, id, { action: 'cancel', version })
  await moveAddendum(work, addendum, { state: addendum.next })
  await recordChange(work, { kind: addendumSource, id, action: 'cancel' })
}

async function startStep(work: OfficerWork, id: string, { action, version }: { action: AddendumStep | 'edit'; version: number }): Promise<Addendum & { readonly next: AddendumState }> {
  await addendumRows.lock(work, id)
  const addendum = await getAddendum(work, work.actor.organisationId, id)
  mustBeCurrent(addendum, version)
  return { ...addendum, next: addendumLifecycle.step(work.actor, addendum, action) }
}

export const { attach: attachToAddendum, detach: detachFromAddendum } = attachmentSteps({ kind: addendumSource, rows: addendumRows, get: getAddendum, papers: addendumPapers })

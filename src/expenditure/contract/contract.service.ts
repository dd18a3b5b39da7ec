// A contract from draft to its end (§1.2, §1.6). Locks: contract → request → budget lines → counters. Nothing is posted: a promise is no debt.
import { commit, findHoldsOf, release } from '../../budget/index.ts'
import { attachmentSteps, mustBeCurrent, nextNumber, recordChange } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, balancesByKey } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { saveSubLedgerKey } from '../../registers/index.ts'
import { spread, whereHeld, type LineShare } from '../contract-terms/contract-terms.ts'
import { findContractFines } from '../contract-fine/contract-fine.service.ts'
import { fineOwed, finesOf } from '../contract-fine/contract-fine.ts'
import { findClaimedOf } from '../contract-money/contract-money.repository.ts'
import { contractText } from '../contract.text.ts'
import { isControlTaken } from '../egp/egp.repository.ts'
import { requestText } from '../purchase-request.text.ts'
import { findPayeesMeant } from '../payee-meant/payee-meant.service.ts'
import { onlyMeant } from '../payee-meant/payee-meant.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { getRequest } from '../purchase-request/purchase-request.repository.ts'
import { contractRequest, uncontractRequest } from '../purchase-request/purchase-request.service.ts'
import { requestSource, type PurchaseRequest } from '../purchase-request/purchase-request.ts'
import {
  contractRows, findAccepted, findContractClaims, findContractOf, getContract, insertContract, isUntouched, moveContract, replaceShares, updateContract, type ContractToInsert,
} from './contract.repository.ts'
import { type ContractForm } from './contract.schema.ts'
import {
  contractKey, contractLifecycle, contractName, contractPapers, contractSource, termFaults, type Contract, type ContractFigures, type ContractState, type ContractStep,
  type ContractTerms,
} from './contract.ts'

const { errors } = contractText

/** The id of the draft; the same form sent twice gives the same one. */
export async function createContract(work: OfficerWork, { formKey, ...form }: ContractForm & { readonly formKey: string }): Promise<string> {
  const earlier = await contractRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const id = await insertContract(work, await mustBeSound(work, form), formKey)
  await recordChange(work, { kind: contractSource, id, action: 'create', after: { price: form.price, endsOn: form.endsOn } })
  return id
}

export async function editContract(work: OfficerWork, id: string, { version, ...form }: ContractForm & { readonly version: number }): Promise<void> {
  const before = await startStep(work, id, { action: 'edit', version })
  await updateContract(work, before, await mustBeSound(work, form, before))
  await recordChange(work, { kind: contractSource, id, action: 'edit', before: { price: before.price, endsOn: before.endsOn }, after: { price: form.price, endsOn: form.endsOn } })
}

/** Every fault at once, each at its field; one instalment where none was typed. */
async function mustBeSound(work: OfficerWork, { request: requestId, payee: typed, ...form }: ContractForm, before?: Contract): Promise<ContractToInsert> {
  const request = await approvedRequest(work, requestId)
  const live = request && await findContractOf(work, work.actor.organisationId, requestId)
  const payees = await findPayeesMeant(work, typed)
  const payee = onlyMeant(payees, typed)
  const terms: ContractTerms = { ...form, instalments: form.instalments.length > 0 ? form.instalments : [{ number: 1, description: contractText.whole, amount: form.price, dueOn: form.endsOn }] }
  const faults = {
    ...(!request && { request: errors.request }), ...(live && live.id !== before?.id && { request: errors.taken }), ...(!payee && { payee: payees.length > 1 ? errors.manyPayees : errors.payee }),
    ...(form.egpControl !== '' && await isControlTaken(work, before?.id ?? '0', form.egpControl) && { egpControl: errors.sameEgp }),
    ...termFaults(terms, { rules: await getProcurementRules(work, form.signedOn), requestedOn: request?.documentDate ?? form.signedOn, today: work.today }),
  }
  if (Object.keys(faults).length > 0 || !request || !payee) throw new RuleBroken(faults)
  return { ...terms, requestId, payeeId: payee.id, shares: spread(form.price, await whereSetAside(work, request.id, request.lines)) }
}

/** A reservation that the budget carried into a new year, or an enforced ordinance took over, stands on other lines than it was asked for (§1.11). */
async function whereSetAside(read: OfficerRead, requestId: string, lines: readonly LineShare[]): Promise<LineShare[]> {
  return whereHeld(lines, await findHoldsOf(read, { kind: requestSource, id: requestId }, 'reserved'))
}

async function approvedRequest(read: OfficerRead, id: string): Promise<PurchaseRequest | undefined> {
  const request = await getRequest(read, read.actor.organisationId, id).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined
    throw error
  })
  return request?.state === 'approved' ? request : undefined
}

/** S12: what was set aside becomes an obligation and the rest is free; more than was set aside must be available (E_BUDGET). */
export async function signContract(work: OfficerWork, id: string, version: number): Promise<void> {
  const contract = await startStep(work, id, { action: 'sign', version })
  await contractRequest(work, contract.requestId)
  const number = await nextNumber(work, 'CON', contract.fiscalYear)
  const signed = { ...contract, number }
  const act = { source: { kind: contractSource, id }, event: 'signed', date: contract.signedOn, description: contractText.committed(contractName(signed)) }
  const shares = await whereSetAside(work, contract.requestId, contract.lines)
  await commit(work, { ...act, from: { kind: requestSource, id: contract.requestId } }, shares)
  await replaceShares(work, id, shares)
  await releaseRest(work, contract)
  await saveSubLedgerKey(work, { kind: contractSource, key: contractKey(signed), name: `${contract.contractNumber} ${contract.payeeName}`, registerId: id, isOpen: true })
  await moveContract(work, contract, { state: contract.next, number })
  await recordChange(work, { kind: contractSource, id, action: 'sign', after: { number: contractName(signed), price: contract.price } })
}

/** What was set aside on lines that the contract does not take from. */
async function releaseRest(work: OfficerWork, { id, requestId, signedOn, requestNumber }: Contract): Promise<void> {
  const request = { kind: requestSource, id: requestId }
  if ((await findHoldsOf(work, request, 'reserved')).length === 0) return
  const act = { source: request, of: request, stage: 'reserved' as const, event: `contracted/${id}`, date: signedOn, description: requestText.released(requestNumber) }
  await release(work, act, 'all')
}

export async function cancelContract(work: OfficerWork, id: string, version: number): Promise<void> {
  const contract = await startStep(work, id, { action: 'cancel', version })
  await moveContract(work, contract, { state: contract.next })
  await recordChange(work, { kind: contractSource, id, action: 'cancel' })
}

export async function completeContract(work: OfficerWork, id: string, version: number): Promise<void> {
  const contract = await startStep(work, id, { action: 'complete', version })
  const rest = minus(contract.price, await findAccepted(work, contract.organisationId, id))
  if (!isZero(rest)) throw new RuleBroken(errors.notAllAccepted(formatMoney(rest)))
  await moveContract(work, contract, { state: contract.next })
  await recordChange(work, { kind: contractSource, id, action: 'complete' })
}

export async function terminateContract(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const contract = await startStep(work, id, { action: 'terminate', version })
  await moveContract(work, contract, { state: contract.next, endReason: reason })
  await recordChange(work, { kind: contractSource, id, action: 'terminate', reason })
}

/** A signing recorded in error, upon which nothing happened: its request waits for another contract, and the money is set aside again. */
export async function revokeContract(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const contract = await startStep(work, id, { action: 'revoke', version })
  const { advance, security } = await findFigures(work, contract)
  if (!isZero(advance) || !isZero(security) || !await isUntouched(work, contract.organisationId, id)) throw new RuleBroken(errors.touched)
  const source = { kind: contractSource, id }
  const act = { date: work.today, event: 'revoked', description: contractText.released(contractName(contract)) }
  await release(work, { ...act, source, of: source, stage: 'committed' }, 'all')
  await uncontractRequest(work, contract)
  await moveContract(work, contract, { state: contract.next, endReason: reason })
  await recordChange(work, { kind: contractSource, id, action: 'revoke', reason })
}

/** S24: the obligation that nothing will be claimed on any more is available again. */
export async function closeContract(work: OfficerWork, id: string, version: number): Promise<void> {
  const contract = await startStep(work, id, { action: 'close', version })
  const { fineOwed: owed } = await findFigures(work, contract)
  if (!isZero(owed)) throw new RuleBroken(errors.fineOwed(formatMoney(owed)))
  await endContract(work, contract)
}

/** Also what a forfeited security ends. What was delivered must be claimed before, and the advance taken back. */
export async function endContract(work: OfficerWork, contract: Contract): Promise<void> {
  const figures = await findFigures(work, contract)
  const source = { kind: contractSource, id: contract.id }
  const holds = await findHoldsOf(work, source, 'committed')
  const rest = sum(holds.map(({ amount }) => amount))
  const unclaimed = minus(figures.accepted, figures.claimed)
  if (compare(unclaimed, zero) > 0) throw new RuleBroken(errors.unclaimed(formatMoney(unclaimed)))
  const advance = plus(figures.advance, await findAdvanceOnTheWay(work, contract))
  if (compare(advance, zero) > 0) throw new RuleBroken(errors.openAdvance(formatMoney(advance)))
  const act = { source, of: source, stage: 'committed' as const, event: `closed/${contract.version}`, date: work.today, description: contractText.released(contractName(contract)) }
  if (!isZero(rest)) await release(work, act, 'all')
  await moveContract(work, contract, { state: 'closed' })
  await recordChange(work, { kind: contractSource, id: contract.id, action: 'close', after: { released: rest } })
}

/** Of an advance: claimed, and not paid yet. */
export async function findAdvanceOnTheWay(read: OfficerRead, contract: Contract): Promise<Money> {
  return findClaimedOf(read, contract, { accountCode: accountOf(await accountsOfRoles(read, contract.fiscalYear), 'advance-paid'), states: 'unpaid' })
}

const rolesOfContracts = ['advance-paid', 'retention-held', 'security-held'] as const

/** What its page and the register show: deliveries and claims from their documents, the rest from the ledger. */
export async function findFigures(read: OfficerRead, contract: Contract): Promise<ContractFigures> {
  const { organisationId, id } = contract
  const accepted = await findAccepted(read, organisationId, id)
  const claims = await findContractClaims(read, organisationId, id)
  const roles = await accountsOfRoles(read, contract.fiscalYear)
  const accountCodes = rolesOfContracts.flatMap((role) => roles[role] ?? [])
  const balances = contract.number === null ? [] : await balancesByKey(read, { organisationId, accountCodes, key: contractKey(contract), until: read.today })
  const of = (role: (typeof rolesOfContracts)[number]): Money => {
    const found = balances.find(({ accountCode }) => accountCode === roles[role])
    return found ? minus(found.debit, found.credit) : zero
  }
  const owed = fineOwed(finesOf(await findContractFines(read, contract)))
  return { accepted, ...claims, fineOwed: owed, advance: of('advance-paid'), retention: minus(zero, of('retention-held')), security: minus(zero, of('security-held')) }
}

export const { attach: attachToContract, detach: detachFromContract } = attachmentSteps({ kind: contractSource, rows: contractRows, get: getContract, papers: contractPapers })

export async function startStep(work: OfficerWork, id: string, { action, version }: { action: ContractStep | 'edit'; version: number }): Promise<Contract & { readonly next: ContractState }> {
  await contractRows.lock(work, id)
  const contract = await getContract(work, work.actor.organisationId, id)
  mustBeCurrent(contract, version)
  return { ...contract, next: contractLifecycle.step(work.actor, contract, action) }
}

// Money of a contract beside its price: the advance paid out (P14, S17), security and retention given back (P15, P16, S21), each a claim drafted here;
// and a contract in force again, which must stand secured.
import { commit, getLine } from '../../budget/index.ts'
import { recordChange } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, type Role } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { fineHooks, mustBeFinedOnce } from '../acceptance-claim/acceptance-claim.service.ts'
import { acceptanceText } from '../acceptance.text.ts'
import { withheldLine } from '../claim-form/claim-form.ts'
import { draftClaim } from '../claim/claim.service.ts'
import { type Claim, type ClaimDeduction, type ClaimLine, type OriginHooks } from '../claim/claim.ts'
import { findContractFines } from '../contract-fine/contract-fine.service.ts'
import { fineDue } from '../contract-fine/contract-fine.ts'
import { findFigures, startStep } from '../contract/contract.service.ts'
import { contractRows, findFreed, findPromisedLine, getContract, isForfeited, moveContract } from '../contract/contract.repository.ts'
import { advanceOf, contractKey, contractName, contractSource, type Contract } from '../contract/contract.ts'
import { contractMoneyText } from '../contract-money.text.ts'
import { contractText } from '../contract.text.ts'
import { findWithholdingRules, getRate } from '../deduction/deduction.repository.ts'
import { deduct, rulesFor } from '../deduction/deduction.ts'
import { findGuaranteesOf } from '../guarantee/guarantee.repository.ts'
import { isGood, worthOf, type Guarantee } from '../guarantee/guarantee.ts'
import { type Held } from './contract-money.ts'
import { findClaimedOf } from './contract-money.repository.ts'
import { type AdvanceForm, type RefundForm } from './contract-money.schema.ts'

const { errors } = contractMoneyText

/** What may still be paid in advance: as agreed, less what was claimed and not given up. */
export async function findAdvanceLeft(read: OfficerRead, contract: Contract): Promise<Money> {
  const account = accountOf(await accountsOfRoles(read, contract.fiscalYear), 'advance-paid')
  return minus(advanceOf(contract), await findClaimedOf(read, contract, { accountCode: account, states: 'any' }))
}

/** The id of the draft. No acceptance: the obligation stays as it is, and the advance is taxed here and not in the instalments. */
export async function claimAdvance(work: OfficerWork, id: string, { version, amount }: AdvanceForm): Promise<string> {
  const contract = await startStep(work, id, { action: 'advance', version })
  const left = await findAdvanceLeft(work, contract)
  if (compare(amount, left) > 0) throw new RuleBroken({ amount: errors.overAdvance(formatMoney(left)) })
  await mustBeGuaranteed(work, contract)
  const roles = await accountsOfRoles(work, contract.fiscalYear)
  const [rule] = rulesFor(await findWithholdingRules(work), { kind: contract.payeeKind, on: work.today })
  const deducted = deduct({ gross: amount, vat: contract.vat, vatPercent: await getRate(work, 'vat-percent', work.today), rule, orderTotal: contract.price })
  const claim = await draftClaim(work, {
    ...await headOf(work, contract), kind: 'C2', title: contractMoneyText.advanceTitle(contractName(contract), contract.title).slice(0, 300), vat: contract.vat, orderTotal: contract.price,
    withholdingRule: rule?.code ?? null, lines: [lineOf(contract, accountOf(roles, 'advance-paid'), amount)], deductions: withheldLine(rule, deducted),
  })
  await moveContract(work, contract, { state: contract.next })
  await recordChange(work, { kind: contractSource, id, action: 'advance', after: { amount } })
  return claim
}

/** S17: a paper for the same sum. */
async function mustBeGuaranteed(read: OfficerRead, contract: Contract): Promise<void> {
  const missing = minus(advanceOf(contract), worthOf(await findPapers(read, contract), 'advance'))
  if (compare(missing, zero) > 0) throw new RuleBroken(errors.noGuarantee(formatMoney(missing)))
}

/** Held under the contract's key, less what claims on their way give back: the contract's balance is the limit, not the account's. */
export async function findRefundable(read: OfficerRead, contract: Contract, without?: string): Promise<Held> {
  const roles = await accountsOfRoles(read, contract.fiscalYear)
  const figures = await findFigures(read, contract)
  const onTheWay = (role: Role) => findClaimedOf(read, contract, { accountCode: accountOf(roles, role), states: 'unpaid', without })
  return { security: minus(figures.security, await onTheWay('security-held')), retention: minus(figures.retention, await onTheWay('retention-held')) }
}

/** The id of the draft. Nothing is withheld: it was taxed at the instalments. */
export async function claimRefund(work: OfficerWork, id: string, { version, ...asked }: RefundForm): Promise<string> {
  const contract = await startStep(work, id, { action: 'refund', version })
  const held = await findRefundable(work, contract)
  const faults = {
    ...(compare(asked.security, held.security) > 0 && { security: errors.overHeld(formatMoney(held.security)) }),
    ...(compare(asked.retention, held.retention) > 0 && { retention: errors.overHeld(formatMoney(held.retention)) }),
    ...(isZero(plus(asked.security, asked.retention)) && { security: errors.nothing }),
  }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  if (contract.state === 'signed') await mustBeReplaced(work, contract, asked)
  const roles = await accountsOfRoles(work, contract.fiscalYear)
  const lines = [lineOf(contract, accountOf(roles, 'security-held'), asked.security), lineOf(contract, accountOf(roles, 'retention-held'), asked.retention)]
  const claim = await draftClaim(work, {
    ...await headOf(work, contract), kind: 'C8', title: contractMoneyText.refundTitle(contractName(contract), contract.title).slice(0, 300), lines: lines.filter(({ amount }) => !isZero(amount)),
    deductions: await finesOf(work, contract, plus(asked.security, asked.retention)),
  })
  await moveContract(work, contract, { state: contract.next })
  await recordChange(work, { kind: contractSource, id, action: 'refund', after: { amount: plus(asked.security, asked.retention) } })
  return claim
}

/** A fine that no delivery can bear any more is kept from what is given back. */
async function finesOf(read: OfficerRead, contract: Contract, gross: Money): Promise<ClaimDeduction[]> {
  const due = fineDue(await findContractFines(read, contract))
  const amount = compare(due, gross) > 0 ? gross : due
  const accountCode = accountOf(await accountsOfRoles(read, fiscalYearOf(read.today)), 'contract-penalty')
  return isZero(amount) ? [] : [{ kind: 'fine', accountCode, subKey: null, description: acceptanceText.claim.oldFine, base: null, rate: null, ruleCode: null, amount }]
}

/** §1.5: while the contract runs, money is given back only for papers in its place. */
async function mustBeReplaced(read: OfficerRead, contract: Contract, { without, ...asked }: Held & { readonly without?: string }): Promise<void> {
  const [field] = (await findBare(read, contract, { asked, without })).filter((each) => !isZero(asked[each]))
  if (field !== undefined) throw new RuleBroken({ [field]: errors.noPaper })
}

const heldAs = { security: { purpose: 'performance', role: 'security-held' }, retention: { purpose: 'retention', role: 'retention-held' } } as const

/** What papers do not stand for: all that was ever given back and what is asked for, against all of them. */
async function findBare(read: OfficerRead, contract: Contract, { asked, without }: { readonly asked?: Held; readonly without?: string | undefined }): Promise<(keyof Held)[]> {
  const papers = await findPapers(read, contract)
  const roles = await accountsOfRoles(read, contract.fiscalYear)
  const bare: (keyof Held)[] = []
  for (const field of ['security', 'retention'] as const) {
    const { purpose, role } = heldAs[field]
    const before = await findClaimedOf(read, contract, { accountCode: accountOf(roles, role), states: 'any', without })
    if (compare(plus(before, asked?.[field] ?? zero), worthOf(papers, purpose)) > 0) bare.push(field)
  }
  return bare
}

/** Held and not run out. */
async function findPapers(read: OfficerRead, { organisationId, id }: Contract): Promise<Guarantee[]> {
  return (await findGuaranteesOf(read, organisationId, id)).filter((paper) => isGood(paper, read.today))
}

async function headOf(work: OfficerWork, { organisationId, id, payeeId, lines }: Contract) {
  const { departmentId } = await getLine(work, organisationId, lines[0]?.lineId ?? await findPromisedLine(work, organisationId, id))
  return { claimDate: work.today, origin: { kind: contractSource, id }, contractId: id, payeeId, departmentId }
}

function lineOf(contract: Contract, accountCode: string, amount: Money): ClaimLine {
  return {
    budgetLineId: null, accountCode, subKey: contractKey(contract), counterpartyId: null, fundCode: null, revenueCode: null, description: contractName(contract), amount,
    source: { kind: contractSource, id: contract.id },
  }
}

/** Completed, terminated or closed in error: in force again, with what its closing set free. */
export async function reopenContract(work: OfficerWork, id: string, version: number): Promise<void> {
  const contract = await startStep(work, id, { action: 'reopen', version })
  if (await isForfeited(work, contract.organisationId, id)) throw new RuleBroken(contractText.errors.forfeited)
  await mustStandSecured(work, contract)
  if (contract.state === 'closed') await commitAgain(work, contract)
  await moveContract(work, contract, { state: contract.next, endReason: null })
  await recordChange(work, { kind: contractSource, id, action: 'reopen' })
}

/** What was given back when it had ended is replaced by papers first, as while it runs. */
async function mustStandSecured(read: OfficerRead, contract: Contract): Promise<void> {
  const bare = await findBare(read, contract, {})
  if (bare.length > 0) throw new RuleBroken(errors.noPaper)
}

/** Only within the year of the closing: what was free on 30 September has lapsed (S24). The line must have it available. */
async function commitAgain(work: OfficerWork, contract: Contract): Promise<void> {
  const { shares, on } = await findFreed(work, contract.organisationId, contract.id)
  if (shares.length === 0) return
  if (on === undefined || fiscalYearOf(on) !== fiscalYearOf(work.today)) throw new RuleBroken(contractText.errors.lapsed)
  await commit(work, { source: { kind: contractSource, id: contract.id }, event: `reopened/${contract.version}`, date: work.today, description: contractText.committed(contractName(contract)) }, shares)
}

/** Registered in claim-origins: what others handed in or took away meanwhile is no longer there. */
export const contractHooks: OriginHooks = {
  earliestOn: async (read, claim) => (await getContract(read, claim.organisationId, claim.origin?.id ?? '')).signedOn,
  ...fineHooks,
  async onSubmitted(work: OfficerWork, claim: Claim) {
    const id = claim.origin?.id ?? ''
    await contractRows.lock(work, id)
    const contract = await getContract(work, work.actor.organisationId, id)
    return claim.kind === 'C2' ? mustBeAdvance(work, contract, claim) : mustBeHeld(work, contract, claim)
  },
  /** S17: an advance is not paid before its paper is held; it may have been given back, or have run out, since the claim was handed in. */
  async onPaying(work: OfficerWork, claim: Claim) {
    if (claim.kind !== 'C2') return
    const id = claim.origin?.id ?? ''
    await contractRows.lock(work, id)
    await mustBePayable(work, await getContract(work, work.actor.organisationId, id))
  },
}

async function mustBePayable(read: OfficerRead, contract: Contract): Promise<void> {
  if (contract.state !== 'signed') throw new RuleBroken(errors.ended)
  await mustBeGuaranteed(read, contract)
}

async function mustBeAdvance(work: OfficerWork, contract: Contract, claim: Claim): Promise<void> {
  await mustBePayable(work, contract)
  const over = minus(zero, await findAdvanceLeft(work, contract))
  if (compare(over, zero) > 0) throw new RuleBroken(errors.overAdvance(formatMoney(minus(claim.gross, over))))
}

async function mustBeHeld(work: OfficerWork, contract: Contract, claim: Claim): Promise<void> {
  const roles = await accountsOfRoles(work, contract.fiscalYear)
  const held = await findRefundable(work, contract, claim.id)
  const on = (role: Role) => sum(claim.lines.filter(({ accountCode }) => accountCode === roles[role]).map(({ amount }) => amount))
  const asked: Held = { security: on('security-held'), retention: on('retention-held') }
  for (const name of ['security', 'retention'] as const) if (compare(asked[name], held[name]) > 0) throw new RuleBroken(errors.overHeld(formatMoney(held[name])))
  mustBeFinedOnce(claim, sum((await finesOf(work, contract, claim.gross)).map(({ amount }) => amount)))
  if (contract.state === 'signed') await mustBeReplaced(work, contract, { ...asked, without: claim.id })
}

// A claim with commitment is made from an accepted delivery (C2), held to what was accepted when it is handed in, and makes the receipt of its fine when it is paid.
import { findHoldsOf, getLine } from '../../budget/index.ts'
import { recordChange } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, type Roles } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, minus, sum, zero, type Money } from '../../platform/money.ts'
import { cancelFineReceipt, issueFineReceipt } from '../../receipts/index.ts'
import { acceptanceText } from '../acceptance.text.ts'
import { acceptanceRows, findClaimedByLine, findIncomeCode, findRecoupedOnTheWay, getAcceptance, moveAcceptance } from '../acceptance/acceptance.repository.ts'
import { payableRole, startStep } from '../acceptance/acceptance.service.ts'
import { acceptanceName, acceptanceSource, type Acceptance } from '../acceptance/acceptance.ts'
import { withheldLine } from '../claim-form/claim-form.ts'
import { draftClaim } from '../claim/claim.service.ts'
import { claimSource, type Claim, type ClaimLine, type Origin, type OriginHooks } from '../claim/claim.ts'
import { findContractFines } from '../contract-fine/contract-fine.service.ts'
import { fineDue } from '../contract-fine/contract-fine.ts'
import { contractRows, getContract } from '../contract/contract.repository.ts'
import { findFigures } from '../contract/contract.service.ts'
import { contractName, contractSource, type Contract } from '../contract/contract.ts'
import { spread, whereHeld, type LineShare } from '../contract-terms/contract-terms.ts'
import { findWithholdingRules, getRate } from '../deduction/deduction.repository.ts'
import { rulesFor, type Deducted } from '../deduction/deduction.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { deductionsOf, heldBack, isLast, restOf, type ClaimBasis } from './acceptance-claim.ts'

const { errors, claim: text } = acceptanceText

/** What of the delivery may still be claimed. */
export async function findUnclaimed(read: OfficerRead, acceptance: Acceptance): Promise<Money> {
  const claimed = await findClaimedByLine(read, acceptance.organisationId, acceptance.id)
  return sum(restOf(acceptance, claimed).map(({ amount }) => amount))
}

export interface DeliveryClaim {
  readonly version: number
  readonly amount: Money
  /** What the department had told of the claim in whose place it comes. */
  readonly told?: Pick<Claim, 'payeeAccountId' | 'channel' | 'remark'>
}

/** The id of the draft. The delivery's version goes up, so that the button pressed twice drafts once. */
export async function claimDelivery(work: OfficerWork, id: string, { version, amount, told }: DeliveryClaim): Promise<string> {
  const acceptance = await startStep(work, id, { action: 'claim', version })
  const contract = await getContract(work, acceptance.organisationId, acceptance.contractId)
  if (await wantsEgp(work, contract)) throw new RuleBroken(errors.noEgp)
  const rests = restOf(acceptance, await findClaimedByLine(work, acceptance.organisationId, id))
  const rest = sum(rests.map((line) => line.amount))
  if (isZero(rest)) throw new RuleBroken({ amount: errors.allClaimed })
  if (compare(amount, rest) > 0) throw new RuleBroken({ amount: errors.overClaim(formatMoney(rest)) })
  const roles = await accountsOfRoles(work, acceptance.fiscalYear)
  const basis = await basisOf(work, { contract, acceptance, gross: amount })
  const deducted = deductionsOf(basis)
  const isPart = compare(amount, acceptance.total) < 0
  const [funded] = contract.lines
  if (!funded) throw new RuleBroken(errors.lapsed)
  const { departmentId, sourceCode } = await getLine(work, acceptance.organisationId, funded.lineId)
  const claim = await draftClaim(work, {
    kind: 'C2', claimDate: work.today, title: text.name(acceptance.title, acceptanceName(acceptance)).slice(0, 300), origin: { kind: acceptanceSource, id }, payeeId: contract.payeeId,
    departmentId, sourceCode, invoiceNumber: acceptance.invoiceNumber, invoiceDate: acceptance.invoiceDate, vat: contract.vat, withholdingRule: basis.rule?.code ?? null,
    orderTotal: contract.price, contractId: contract.id, duplicateReason: isPart ? text.part(acceptanceName(acceptance)) : '',
    ...told, lines: linesOf(whereHeld(spread(amount, rests), await findHoldsOf(work, { kind: contractSource, id: contract.id }, 'committed')), { acceptance, contract, roles }), deductions: deductionLines(basis, deducted, roles),
  })
  await moveAcceptance(work, acceptance, { state: acceptance.next })
  await recordChange(work, { kind: acceptanceSource, id, action: 'claim', after: { total: amount } })
  return claim
}

/** A claim with commitment is one upon a contract of e-GP (§1.3); below the sum of the regulation none is wanted. */
async function wantsEgp(read: OfficerRead, { egpControl, signedOn, price }: Contract): Promise<boolean> {
  return egpControl === '' && compare(price, (await getProcurementRules(read, signedOn)).amount('egp-required-from')) >= 0
}

function linesOf(shares: readonly LineShare[], { acceptance, contract, roles }: { acceptance: Acceptance; contract: Contract; roles: Roles }): ClaimLine[] {
  return shares.map(({ lineId, amount }) => ({
    budgetLineId: lineId, accountCode: accountOf(roles, payableRole(contract)), subKey: contract.payeeId, counterpartyId: null, fundCode: null, revenueCode: null,
    description: acceptanceName(acceptance), amount, source: { kind: acceptanceSource, id: acceptance.id },
  }))
}

function deductionLines(basis: ClaimBasis, deducted: Deducted, roles: Roles) {
  const accounts = { advance: accountOf(roles, 'advance-paid'), retention: accountOf(roles, 'retention-held'), penalty: accountOf(roles, 'contract-penalty') }
  const { before, after } = heldBack(basis, deducted, accounts)
  return [...before, ...withheldLine(basis.rule, deducted), ...after]
}

async function basisOf(read: OfficerRead, { contract, acceptance, gross }: Pick<ClaimBasis, 'contract' | 'acceptance' | 'gross'>): Promise<ClaimBasis> {
  const { organisationId } = contract
  const figures = await findFigures(read, contract)
  const onTheWay = await findRecoupedOnTheWay(read, organisationId, contract.id)
  const [rule] = rulesFor(await findWithholdingRules(read), { kind: contract.payeeKind, on: read.today })
  return {
    contract, acceptance, gross, rule, claimed: figures.claimed, advanceLeft: minus(figures.advance, onTheWay), vatPercent: await getRate(read, 'vat-percent', read.today),
    fineDue: fineDue(await findContractFines(read, contract), acceptance.id),
  }
}

/** As receipts call them. */
const payerKindOf = { individual: 'person', juristic: 'juristic', exempt: 'juristic', state_body: 'state', foreign_juristic: 'foreign' } as const

/** Of every claim from which a fine of its contract is deducted. */
export const fineHooks: Pick<OriginHooks, 'onBooked' | 'onReversed'> = {
  onBooked: receiptForFine,
  onReversed: (work, claim) => cancelFineReceipt(work, { kind: claimSource, id: claim.id }, acceptanceText.steps.reverse),
}

/** Registered in claim-origins. */
export const acceptanceHooks: OriginHooks = {
  earliestOn: async (read, claim) => (await getAcceptance(read, claim.organisationId, claim.origin?.id ?? '')).documentDate,
  onSubmitted: mustBeAccepted,
  ...fineHooks,
}

/** S26: what others handed in meanwhile is no longer there. S19: the last claim takes the whole advance back. */
async function mustBeAccepted(work: OfficerWork, claim: Claim): Promise<void> {
  const id = claim.origin?.id ?? ''
  await acceptanceRows.lock(work, id)
  const acceptance = await getAcceptance(work, work.actor.organisationId, id)
  if (acceptance.state !== 'accepted') throw new RuleBroken(errors.notAccepted)
  await contractRows.lock(work, acceptance.contractId)
  const contract = await getContract(work, acceptance.organisationId, acceptance.contractId)
  const rests = restOf(acceptance, await findClaimedByLine(work, acceptance.organisationId, id))
  const rest = sum(rests.map(({ amount }) => amount))
  if (compare(claim.gross, rest) > 0) throw new RuleBroken(errors.overClaim(formatMoney(rest)))
  const basis = await basisOf(work, { contract, acceptance, gross: claim.gross })
  const recouped = sum(claim.deductions.filter(({ kind }) => kind === 'recoupment').map(({ amount }) => amount))
  const left = minus(basis.advanceLeft, recouped)
  if (compare(left, zero) < 0 || (isLast(basis) && !isZero(left))) throw new RuleBroken(errors.advanceLeft(formatMoney(left)))
  mustBeFinedOnce(claim, deductionsOf(basis).fine)
}

/** S15: a fine is deducted once, however many claims bear it; what another claim took or gave up meanwhile, or cash has paid, is reckoned anew. */
export function mustBeFinedOnce({ deductions }: Claim, due: Money): void {
  const fined = sum(deductions.filter(({ kind }) => kind === 'fine').map(({ amount }) => amount))
  if (compare(fined, due) !== 0) throw new RuleBroken(errors.otherFine(formatMoney(fined), formatMoney(due)))
}

/** S15: no cash comes in, so no slip; before the voucher that credits the fine is posted. */
async function receiptForFine(work: OfficerWork, claim: Claim, { paidOn }: { readonly paidOn: Claim['claimDate'] }): Promise<void> {
  const fines = claim.deductions.filter(({ kind }) => kind === 'fine')
  if (fines.length === 0 || claim.contractId === null) return
  const contract = await getContract(work, claim.organisationId, claim.contractId)
  const amount = sum(fines.map((fine) => fine.amount))
  await issueContractFine(work, contract, { source: { kind: claimSource, id: claim.id }, date: paidOn, amount, description: acceptanceText.fineReceipt(contractName(contract)) })
}

export interface ContractFine {
  readonly source: Origin
  readonly date: CalendarDate
  readonly amount: Money
  readonly description: string
}

/** A receipt for what the other side lost by the contract: a fine, a forfeited security. Before the voucher that credits it. */
export async function issueContractFine(work: OfficerWork, contract: Contract, { source, date, amount, description }: ContractFine): Promise<void> {
  const accountCode = accountOf(await accountsOfRoles(work, fiscalYearOf(date)), 'contract-penalty')
  await issueFineReceipt(work, {
    source, date, payer: contract.payeeName, lines: [{ accountCode, amount, incomeCode: await findIncomeCode(work, accountCode), description }],
    payerFacts: { kind: payerKindOf[contract.payeeKind], number: contract.payeeTaxId ?? '', address: contract.payeeAddress },
  })
}

// What a claim from an accepted delivery deducts (expenditure-accounting-assets §1.5): recoupment, retention, withholding, fine. Pure.
import { compare, isNegative, isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { acceptanceText } from '../acceptance.text.ts'
import { type Acceptance } from '../acceptance/acceptance.ts'
import { type ClaimDeduction } from '../claim/claim.ts'
import { type LineShare } from '../contract-terms/contract-terms.ts'
import { contractKey, type Contract } from '../contract/contract.ts'
import { deduct, type Deducted, type WithholdingRule } from '../deduction/deduction.ts'

const text = acceptanceText.claim

/** What stands behind the claim on the day it is made. */
export interface ClaimBasis {
  readonly contract: Contract
  readonly acceptance: Acceptance
  readonly gross: Money
  /** Claimed upon the contract before. */
  readonly claimed: Money
  /** Paid in advance, less what claims on their way take back. */
  readonly advanceLeft: Money
  /** Of this delivery, and of those before that could not bear theirs. */
  readonly fineDue: Money
  readonly rule: WithholdingRule | undefined
  readonly vatPercent: string
}

export function deductionsOf(basis: ClaimBasis): Deducted {
  const { contract, gross } = basis
  return deduct({
    gross, vat: contract.vat, vatPercent: basis.vatPercent, rule: basis.rule, orderTotal: contract.price, retentionPercent: contract.retentionPercent,
    advance: { percent: contract.advancePercent, left: basis.advanceLeft, isLast: isLast(basis) }, fine: basis.fineDue,
  })
}

export function isLast({ contract, claimed, gross }: Pick<ClaimBasis, 'contract' | 'claimed' | 'gross'>): boolean {
  return compare(plus(claimed, gross), contract.price) >= 0
}

export interface DeductionAccounts {
  readonly advance: string
  readonly retention: string
  readonly penalty: string
}

/** In the order of §1.5, those that are not nothing; the tax is added by the module that knows its rule. */
export function heldBack({ contract, acceptance }: ClaimBasis, deducted: Deducted, accounts: DeductionAccounts): { readonly before: ClaimDeduction[]; readonly after: ClaimDeduction[] } {
  const [subKey, isLate] = [contractKey(contract), acceptance.lateDays > 0]
  const line = (kind: ClaimDeduction['kind'], given: Pick<ClaimDeduction, 'accountCode' | 'subKey' | 'description' | 'rate' | 'amount'>): ClaimDeduction[] => (
    isZero(given.amount) || isNegative(given.amount) ? [] : [{ kind, base: null, ruleCode: null, ...given }])
  return {
    before: [
      ...line('recoupment', { accountCode: accounts.advance, subKey, description: text.recoupment, rate: contract.advancePercent, amount: deducted.recoupment }),
      ...line('retention', { accountCode: accounts.retention, subKey, description: text.retention, rate: contract.retentionPercent, amount: deducted.retention }),
    ],
    after: line('fine', { accountCode: accounts.penalty, subKey: null, description: isLate ? text.fine(String(acceptance.lateDays)) : text.oldFine, rate: isLate ? contract.fineRate : null, amount: deducted.fine }),
  }
}

/** What of a delivery is still to be claimed; nothing less than nothing. What was claimed on lines its rest was carried to is claimed of the first ones. */
export function restOf(acceptance: Pick<Acceptance, 'lines'>, claimed: ReadonlyMap<string, Money>): LineShare[] {
  const byLine = new Map<string, Money>()
  for (const { budgetLineId, amount } of acceptance.lines) byLine.set(budgetLineId, plus(byLine.get(budgetLineId) ?? zero, amount))
  const rests: LineShare[] = []
  let elsewhere = sum([...claimed].filter(([lineId]) => !byLine.has(lineId)).map(([, amount]) => amount))
  for (const [lineId, amount] of byLine) {
    const own = minus(amount, claimed.get(lineId) ?? zero)
    if (compare(own, elsewhere) > 0) rests.push({ lineId, amount: minus(own, elsewhere) })
    elsewhere = compare(own, elsewhere) > 0 ? zero : minus(elsewhere, isNegative(own) ? zero : own)
  }
  return rests
}

// Drafts of claims, by a clerk or by the desk of a loan, a delivery, a pay-roll; and what their payment will settle.
import { findHoldsOf } from '../../budget/index.ts'
import { attachmentSteps, recordChange } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, type SlotAmount } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { isNegative, isZero, type Money } from '../../platform/money.ts'
import { claimText } from '../claim.text.ts'
import { setsUpDebt } from '../claim-kind/claim-kind.ts'
import { whereHeld, type LineShare } from '../contract-terms/contract-terms.ts'
import { sharesOf } from '../payment/payment.ts'
import { claimRows, getClaim, insertClaim } from './claim.repository.ts'
import { asEdited, claimPapers, claimSource, commandOf, debtKeyOf, dueOf, givesBackIncome, totalsOf, type Claim, type NewClaim } from './claim.ts'

/** The id of a draft that another desk makes; the department submits it like any other. With a form key the same form makes one claim. */
export async function draftClaim(work: OfficerWork, claim: NewClaim): Promise<string> {
  const earlier = claim.formKey === undefined ? undefined : await claimRows.findMade(work, claim.formKey)
  if (earlier !== undefined) return earlier
  const command = commandOf(claim)
  const totals = totalsOf(command)
  if (isNegative(totals.net)) throw new RuleBroken(claimText.errors.negative)
  const id = await insertClaim(work, { ...command, origin: claim.origin, formKey: claim.formKey ?? null })
  await recordChange(work, { kind: claimSource, id, action: 'create', after: { title: command.title, gross: totals.gross, net: totals.net } })
  return id
}

/** What the payment debits (§1.3): the debt its approval set up, under the key of its payee; otherwise what each line names; what came back to the office, by that debt too. Income is given back only in its own year. */
export async function settleLinesOf(read: OfficerRead, claim: Claim, paidOn: CalendarDate = claim.claimDate): Promise<SlotAmount[]> {
  if (claim.reopenedBy !== null) return reopenedDebtOf(read, claim, { on: paidOn, amount: dueOf(claim).net })
  if (givesBackIncome(claim) && fiscalYearOf(paidOn) !== claim.fiscalYear) throw new RuleBroken(claimText.errors.refundOfLastYear)
  if (setsUpDebt(claim)) return [await debtOf(read, claim)]
  return claim.lines.map((line) => ({
    accountCode: line.accountCode, subKey: line.subKey ?? undefined, counterpartyId: line.counterpartyId ?? undefined, budgetLineId: line.budgetLineId ?? undefined,
    fundCode: line.fundCode ?? undefined, revenueCode: line.revenueCode ?? undefined, amount: line.amount,
  }))
}

/** Where its money stands now: a line that an enforced ordinance left out has handed it to its successor. */
export async function heldSharesOf(read: OfficerRead, claim: Pick<Claim, 'id' | 'lines'>, stage: 'claimed' | 'paid'): Promise<LineShare[]> {
  return whereHeld(sharesOf(claim), await findHoldsOf(read, { kind: claimSource, id: claim.id }, stage))
}

/** P27: what came back is owed on the account of vouchers payable of that day. */
export async function reopenedDebtOf(read: OfficerRead, claim: Pick<Claim, 'id' | 'payeeId'>, { on, amount }: { readonly on: CalendarDate; readonly amount: Money }): Promise<SlotAmount[]> {
  return isZero(amount) ? [] : [{ ...await voucherDebt(read, claim, fiscalYearOf(on)), amount }]
}

/** P1; interest is owed on an account of its own where the office has one: a pawnshop's on what it borrowed (W12). */
async function debtOf(read: OfficerRead, claim: Claim): Promise<SlotAmount> {
  const { 'loan-interest': interest, 'interest-payable': owed } = await accountsOfRoles(read, claim.fiscalYear)
  if (owed !== undefined && claim.lines.every(({ accountCode }) => accountCode === interest)) return { accountCode: owed, amount: claim.gross }
  return { ...await voucherDebt(read, claim, claim.fiscalYear), amount: claim.gross }
}

async function voucherDebt(read: OfficerRead, claim: Pick<Claim, 'id' | 'payeeId'>, year: FiscalYear): Promise<Pick<SlotAmount, 'accountCode' | 'subKey'>> {
  return { accountCode: accountOf(await accountsOfRoles(read, year), 'vouchers-payable'), subKey: debtKeyOf(claim) }
}

/** Papers are added and taken away while it is a draft. */
export const { attach: attachToClaim, detach: detachFromClaim } = attachmentSteps({ kind: claimSource, rows: claimRows, get: async (read, organisationId, id) => asEdited(await getClaim(read, organisationId, id)), papers: claimPapers })

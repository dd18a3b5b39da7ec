import { nextNumber, printedNumber } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { getClaim } from '../claim/claim.repository.ts'
import { type Claim } from '../claim/claim.ts'
import { claimText } from '../claim.text.ts'
import { findWithholdingRules } from '../deduction/deduction.repository.ts'
import { getPayee } from '../payee/payee.repository.ts'
import { addressOf } from '../payee/payee.ts'
import { withholdingText } from '../withholding.text.ts'
import { cancelWithholdings, findBeingRemitted, findRemitted, insertWithholding } from './withholding.repository.ts'

/** INV-16: a row for each credit of the tax, with the payee as it is today; one payee gets a certificate, the people of a batch theirs for the year. */
export async function withhold(work: OfficerWork, claim: Claim, { paymentId, paidOn }: { readonly paymentId: string; readonly paidOn: CalendarDate }): Promise<void> {
  const taxes = claim.deductions.map((deduction, index) => ({ deduction, line: index + 1 })).filter(({ deduction }) => deduction.kind === 'withholding')
  if (taxes.length === 0) return
  const rules = await findWithholdingRules(work)
  const payee = claim.payeeId === null ? undefined : await getPayee(work, claim.organisationId, claim.payeeId)
  for (const { deduction, line } of taxes) {
    const rule = rules.find(({ code }) => code === deduction.ruleCode)
    const year = fiscalYearOf(paidOn)
    await insertWithholding(work, {
      paymentId, claimId: claim.id, line, paidOn, form: rule?.form ?? deduction.accountCode, ruleCode: deduction.ruleCode ?? '', incomeType: rule?.incomeType ?? deduction.description,
      accountCode: deduction.accountCode, base: deduction.base ?? claim.gross, rate: deduction.rate, amount: deduction.amount, payeeId: claim.payeeId, payeeName: payee?.name ?? claim.title,
      payeeTaxId: payee?.taxId ?? '', payeeBranch: payee?.branch ?? '', payeeAddress: payee ? addressOf(payee) : '',
      remittanceId: await findRemitted(work, { claimId: claim.id, line }) ?? null, certificate: payee ? { number: await nextNumber(work, 'WHT', year), fiscalYear: year } : null,
    })
  }
}

/** Its payment is reversed, but not while a claim is handing the tax on: that would pay what nobody owes. What went out before does not go out again when the payment is made anew (§1.9). */
export async function unwithhold(work: OfficerWork, paymentId: string): Promise<void> {
  const claimId = await findBeingRemitted(work, paymentId)
  if (claimId !== undefined) throw new RuleBroken(withholdingText.remittance.errors.beingRemitted(await claimNumber(work, claimId)))
  await cancelWithholdings(work, paymentId)
}

async function claimNumber(work: OfficerWork, claimId: string): Promise<string> {
  const { number, fiscalYear } = await getClaim(work, work.actor.organisationId, claimId)
  return number === null ? claimText.noNumber : printedNumber('CLM', number, fiscalYear)
}

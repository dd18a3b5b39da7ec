import { nextNumber } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { type Claim } from '../claim/claim.ts'
import { findWithholdingRules } from '../deduction/deduction.repository.ts'
import { getPayee } from '../payee/payee.repository.ts'
import { addressOf } from '../payee/payee.ts'
import { insertWithholding } from './withholding.repository.ts'

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
      certificate: payee ? { number: await nextNumber(work, 'WHT', year), fiscalYear: year } : null,
    })
  }
}

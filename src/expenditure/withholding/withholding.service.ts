import { nextNumber, printedNumber } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, isZero, sum, zero } from '../../platform/money.ts'
import { getClaim } from '../claim/claim.repository.ts'
import { type Claim, type ClaimDeduction, type TaxedPerson } from '../claim/claim.ts'
import { hooksOf } from '../claim-origins.ts'
import { claimText } from '../claim.text.ts'
import { findWithholdingRules } from '../deduction/deduction.repository.ts'
import { getPayee } from '../payee/payee.repository.ts'
import { addressOf } from '../payee/payee.ts'
import { withholdingText } from '../withholding.text.ts'
import { cancelWithholdings, findAddresses, findBeingRemitted, findRemitted, insertWithholding } from './withholding.repository.ts'
import { type NewWithholding } from './withholding.ts'

interface PaidTax {
  readonly paymentId: string
  readonly paidOn: CalendarDate
}

/** INV-16: rows for each credit of the tax, with the payee as it is today. One payee gets a certificate; the people of a batch have a row each, and theirs for the year. */
export async function withhold(work: OfficerWork, claim: Claim, paid: PaidTax): Promise<void> {
  const taxes = claim.deductions.map((deduction, index) => ({ deduction, line: index + 1 })).filter(({ deduction }) => deduction.kind === 'withholding')
  if (taxes.length === 0) return
  const rules = await findWithholdingRules(work)
  for (const { deduction, line } of taxes) {
    const rule = rules.find(({ code }) => code === deduction.ruleCode)
    const tax = {
      ...paid, claimId: claim.id, line, form: rule?.form ?? deduction.accountCode, ruleCode: deduction.ruleCode ?? '', incomeType: rule?.incomeType ?? deduction.description,
      accountCode: deduction.accountCode, rate: deduction.rate, remittanceId: await findRemitted(work, { claimId: claim.id, line }) ?? null,
    }
    for (const person of await taxedOf(work, { claim, deduction, paidOn: paid.paidOn })) await insertWithholding(work, { ...tax, ...person })
  }
}

type Taxed = Pick<NewWithholding, 'base' | 'amount' | 'person' | 'payeeId' | 'payeeName' | 'payeeTaxId' | 'payeeBranch' | 'payeeAddress' | 'certificate'>

async function taxedOf(work: OfficerWork, { claim, deduction, paidOn }: { readonly claim: Claim; readonly deduction: ClaimDeduction; readonly paidOn: CalendarDate }): Promise<Taxed[]> {
  const whole = { base: deduction.base ?? claim.gross, amount: deduction.amount, person: 0 }
  if (claim.payeeId !== null) {
    const [payee, fiscalYear] = [await getPayee(work, claim.organisationId, claim.payeeId), fiscalYearOf(paidOn)]
    const certificate = { number: await nextNumber(work, 'WHT', fiscalYear), fiscalYear }
    return [{ ...whole, payeeId: claim.payeeId, payeeName: payee.name, payeeTaxId: payee.taxId ?? '', payeeBranch: payee.branch, payeeAddress: addressOf(payee), certificate }]
  }
  const people = await peopleOf(work, claim, deduction)
  const addresses = await findAddresses(work, people.flatMap(({ payeeId }) => payeeId ?? []))
  const bare = { payeeBranch: '', certificate: null }
  if (people.length === 0) return [{ ...whole, ...bare, payeeId: null, payeeName: claim.title, payeeTaxId: '', payeeAddress: '' }]
  return people.map(({ payeeId, name, taxId, base, amount }, index) => (
    { ...bare, base, amount, person: index + 1, payeeId, payeeName: name, payeeTaxId: taxId, payeeAddress: addresses.get(payeeId ?? '') ?? '' }))
}

/** As the desk of the claim tells, or the list of a batch: its tax, or all that is kept back where that is the tax alone. Nobody where they do not add up to the credit. */
async function peopleOf(work: OfficerWork, claim: Claim, deduction: ClaimDeduction): Promise<TaxedPerson[]> {
  const told = await hooksOf(claim)?.taxesOf?.(work, claim, deduction)
  const isAlone = claim.deductions.length === 1
  const own = claim.payees.map(({ payeeId, name, taxId, gross, deducted, tax }) => ({ payeeId, name, taxId, base: gross, amount: tax ?? (isAlone ? deducted : zero) }))
  const people = (told ?? own).filter(({ amount }) => !isZero(amount))
  return compare(sum(people.map(({ amount }) => amount)), deduction.amount) === 0 ? people : []
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

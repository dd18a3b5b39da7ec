// Locks: payment → row → counter.
import { nextNumber, printedNumber, recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../platform/errors.ts'
import { findWithholdingRules } from '../deduction/deduction.repository.ts'
import { type WithholdingRule } from '../deduction/deduction.ts'
import { paymentRows } from '../payment/payment.repository.ts'
import { paymentSource } from '../payment/payment.ts'
import { getWithholding } from '../withholding/withholding.repository.ts'
import { type Certificate, type Withholding } from '../withholding/withholding.ts'
import { withholdingText } from '../withholding.text.ts'
import { holdWithholding, replaceWithholding } from './withholding-substitute.repository.ts'
import { isSame, toldBy, type Substitute } from './withholding-substitute.ts'

const { errors } = withholdingText.substitute

export type NamedRule = WithholdingRule & { readonly form: string }

/** Kinds of income from which something is withheld on that day. */
export async function findIncomeRules(read: OfficerRead, on: CalendarDate): Promise<NamedRule[]> {
  const rules = (await findWithholdingRules(read)).flatMap((rule) => (rule.form === null || compareDates(rule.validFrom, on) > 0 ? [] : [{ ...rule, form: rule.form }]))
  return [...new Map(rules.map((rule) => [rule.code, rule])).values()]
}

/** A certificate of the own office that stands. */
export async function getStanding(read: OfficerRead, id: string): Promise<Withholding & { readonly certificate: Certificate }> {
  const row = await getWithholding(read, read.actor.organisationId, id)
  if (row.certificate === null) throw new NotFound('certificate of a batch')
  if (row.state !== 'issued') throw new Conflict(errors.notStanding)
  return { ...row, certificate: row.certificate }
}

/** The old certificate is cancelled, another given; each knows the other. The number of the new one. */
export async function substituteCertificate(work: OfficerWork, id: string, wanted: Substitute): Promise<string> {
  await paymentRows.lock(work, (await getWithholding(work, work.actor.organisationId, id)).paymentId)
  await holdWithholding(work, id)
  const row = await getStanding(work, id)
  if (isSame(toldBy(row), wanted)) throw new RuleBroken(errors.same)
  const { form, incomeType } = await incomeOf(work, row, wanted)
  const fiscalYear = fiscalYearOf(work.today)
  const certificate = { number: await nextNumber(work, 'WHT', fiscalYear), fiscalYear }
  await replaceWithholding(work, id, { ...wanted, form, incomeType, certificate })
  const numberOf = (each: Certificate) => printedNumber('WHT', each.number, each.fiscalYear)
  await recordChange(work, {
    kind: paymentSource, id: row.paymentId, action: 'substitute', reason: wanted.reason,
    before: { certificate: numberOf(row.certificate), payee: row.payeeName, income: row.incomeType }, after: { certificate: numberOf(certificate), payee: wanted.payeeName, income: incomeType },
  })
  return numberOf(certificate)
}

/** As it is, or of another rule; another form only once the tax has gone out: before, the payment is made anew (§1.9). */
async function incomeOf(read: OfficerRead, row: Withholding, { rule: code }: Substitute): Promise<Pick<Withholding, 'form' | 'incomeType'>> {
  if (code === row.ruleCode) return row
  const rule = (await findIncomeRules(read, row.paidOn)).find((each) => each.code === code)
  if (!rule) throw new RuleBroken({ rule: errors.rule })
  if (rule.form !== row.form && row.remittedOn === null) throw new RuleBroken({ rule: errors.otherForm(row.form) })
  return rule
}

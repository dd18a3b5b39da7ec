import { type OfficerWork } from '../../platform/database/work.ts'
import { type Certificate } from '../withholding/withholding.ts'
import { type Substitute } from './withholding-substitute.ts'

/** Held until commit, so that nobody remits or replaces it meanwhile. */
export async function holdWithholding(work: OfficerWork, id: string): Promise<void> {
  await work.db('withholdings').where({ organisation_id: work.actor.organisationId, id }).forUpdate().select('id')
}

export interface InPlace extends Substitute {
  readonly form: string
  readonly incomeType: string
  readonly certificate: Certificate
}

/** The old row is cancelled; the new one stands for the same credit of the tax and in the same remittance. */
export async function replaceWithholding(work: OfficerWork, id: string, given: InPlace): Promise<void> {
  const own = work.actor.organisationId
  await work.db('withholdings').where({ organisation_id: own, id }).update({ state: 'cancelled' })
  await work.db.raw(`
    INSERT INTO withholdings (organisation_id, payment_id, claim_id, line, person, state, paid_on, form, rule_code, income_type, account_code, base, rate, amount, payee_id, remittance_id,
      payee_name, payee_tax_id, payee_branch, payee_address, certificate_year, certificate_number, replaces_id, replace_reason)
    SELECT organisation_id, payment_id, claim_id, line, person, 'issued', paid_on, :form, :rule, :incomeType, account_code, base, rate, amount, payee_id, remittance_id,
      :payeeName, :taxId, :branch, :address, :year, :number, id, :reason
    FROM withholdings WHERE organisation_id = :own AND id = :id`, {
    own, id, form: given.form, rule: given.rule, incomeType: given.incomeType, payeeName: given.payeeName, taxId: given.taxId, branch: given.branch, address: given.address,
    year: given.certificate.fiscalYear, number: given.certificate.number, reason: given.reason,
  })
}

import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type TaxPayer } from './tax-payer.ts'

export async function findTaxPayer(read: OfficerRead, organisationId: string): Promise<TaxPayer | undefined> {
  const row = await read.db('tax_payers').where({ organisation_id: organisationId }).first('tax_id', 'branch', 'address')
  return row && { taxId: row.tax_id, branch: row.branch, address: row.address }
}

export async function saveTaxPayer(work: OfficerWork, { taxId, branch, address }: TaxPayer): Promise<void> {
  await work.db('tax_payers').insert({ organisation_id: work.actor.organisationId, tax_id: taxId, branch, address })
    .onConflict('organisation_id').merge(['tax_id', 'branch', 'address'])
}

import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { findTaxPayer, saveTaxPayer } from './tax-payer.repository.ts'
import { type TaxPayer } from './tax-payer.ts'

/** Papers already printed keep what they said. */
export async function editTaxPayer(work: OfficerWork, payer: TaxPayer): Promise<void> {
  const { organisationId } = work.actor
  const before = await findTaxPayer(work, organisationId) ?? {}
  await saveTaxPayer(work, payer)
  await recordEvent(work, { code: 'TAX_PAYER_EDIT', objectKind: 'tax-payer', objectId: organisationId, before, after: payer })
}

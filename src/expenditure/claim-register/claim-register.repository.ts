import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { type ClaimVouchers, type VoucherNumber } from './claim-register.ts'

/** By claim: the vouchers that set up its debt and paid it, as far as they were not reversed. */
export async function findClaimVouchers(read: OfficerRead, organisationId: string, claimIds: readonly string[]): Promise<Map<string, ClaimVouchers>> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT c.id, a.type AS payable_type, a.number AS payable_number, a.fiscal_year AS payable_year, v.type AS paid_type, v.number AS paid_number, v.fiscal_year AS paid_year
    FROM claims c
    LEFT JOIN vouchers a ON a.organisation_id = c.organisation_id AND a.id = c.payable_voucher_id
      AND NOT EXISTS (SELECT 1 FROM vouchers r WHERE r.organisation_id = a.organisation_id AND r.reverses_id = a.id)
    LEFT JOIN (payment_claims pc JOIN payments p ON p.organisation_id = pc.organisation_id AND p.id = pc.payment_id AND p.state = 'posted'
      JOIN vouchers v ON v.organisation_id = p.organisation_id AND v.id = p.voucher_id) ON pc.organisation_id = c.organisation_id AND pc.claim_id = c.id
    WHERE c.organisation_id = :organisationId AND c.id = ANY (:ids)`, { organisationId, ids: [...claimIds] })
  return new Map(rows.map((row) => [row.id, {
    payable: numberOf(row.payable_type, row.payable_number, row.payable_year), paid: numberOf(row.paid_type, row.paid_number, row.paid_year),
  }]))
}

function numberOf(type: string | null, number: number | null, year: number | null): VoucherNumber | undefined {
  return type === null || number === null || year === null ? undefined : { type, number, fiscalYear: fiscalYear(year) }
}

interface Row {
  id: string
  payable_type: string | null
  payable_number: number | null
  payable_year: number | null
  paid_type: string | null
  paid_number: number | null
  paid_year: number | null
}

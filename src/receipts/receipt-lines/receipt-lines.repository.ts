import { type OfficerRead } from '../../platform/database/work.ts'

const mostBanks = 20

/** Banks and branches of the cheques taken last. */
export async function findChequeBanks(read: OfficerRead): Promise<string[]> {
  const { rows } = await read.db.raw<{ rows: { bank: string }[] }>(`
    SELECT p.bank FROM (
      SELECT c.cheque_bank AS bank, max(c.receipt_id) AS last FROM (
        SELECT cheque_bank, receipt_id FROM receipt_payments WHERE organisation_id = ? AND means = 'cheque' ORDER BY receipt_id DESC LIMIT 500
      ) c GROUP BY 1
    ) p ORDER BY p.last DESC LIMIT ?`, [read.actor.organisationId, mostBanks])
  return rows.map((row) => row.bank)
}

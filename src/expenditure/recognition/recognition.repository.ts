import { type OfficerRead } from '../../platform/database/work.ts'
import { type GrantOfLine } from './recognition.ts'

/** Of these control lines, those that a notice pays for: its key in the ledger's register, and the revenue its receipt named. */
export async function findGrantsOfLines(read: OfficerRead, lineIds: readonly string[], advance: string): Promise<GrantOfLine[]> {
  const { rows } = await read.db.raw<{ rows: { line_id: string; key: string; revenue: string | null }[] }>(`
    SELECT l.id AS line_id, k.key, received.account_code AS revenue
    FROM budget_lines l JOIN sub_ledger_keys k ON k.organisation_id = l.organisation_id AND k.kind = 'grant' AND k.register_id = l.fund_document_id
    LEFT JOIN LATERAL (SELECT c.account_code FROM voucher_lines v JOIN revenue_codes c ON c.code = v.revenue_code
      WHERE v.organisation_id = l.organisation_id AND v.account_code = :advance AND v.sub_key = k.key AND v.side = 'C' ORDER BY v.voucher_id LIMIT 1) received ON true
    WHERE l.organisation_id = :own AND l.id = ANY (:lineIds)`, { own: read.actor.organisationId, lineIds: [...lineIds], advance })
  return rows.map((row) => ({ lineId: row.line_id, key: row.key, revenue: row.revenue }))
}

/** The voucher by which a payment recognised its grants, while it stands. */
export async function findRecognition(read: OfficerRead, source: { readonly kind: string; readonly id: string }, event: string): Promise<string | undefined> {
  const row = await read.db('vouchers as v').where({ 'v.organisation_id': read.actor.organisationId, 'v.source_kind': source.kind, 'v.source_id': source.id, 'v.event': event })
    .whereNotExists(read.db('vouchers as r').whereRaw('r.organisation_id = v.organisation_id AND r.reverses_id = v.id').select(read.db.raw('1'))).first('v.id')
  return row?.id
}

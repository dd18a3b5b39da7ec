// Own units and the accounts money goes to them under.
import { type OfficerRead } from '../../platform/database/work.ts'
import { type SentTo } from './claim-lines.ts'

/** Roles in inter_agency_pairs: LAO, PAWN, SUB02 … by the unit's kind, or SUB for any of them. */
export async function findSentTo(read: OfficerRead): Promise<SentTo[]> {
  const { rows } = await read.db.raw<{ rows: { id: string; code: string; name: string; account: string | null }[] }>(`
    WITH own AS (SELECT o.id, coalesce(o.lao_id, o.id) AS lao, o.kind FROM organisations o WHERE o.id = ?)
    SELECT o.id, o.code, o.name, (SELECT min(p.from_account) FROM inter_agency_pairs p
        WHERE p.from_account LIKE '5210010121%' AND p.from_role IN (own.kind, 'SUB' || coalesce((SELECT s.sub_unit_kind FROM organisations s WHERE s.id = own.id), ''))
          AND p.to_role IN (o.kind, o.kind || coalesce(o.sub_unit_kind, ''))) AS account
    FROM own JOIN organisations o ON o.id <> own.id AND (o.lao_id = own.lao OR o.id = own.lao) ORDER BY o.lao_id IS NOT NULL, o.code`, [read.actor.organisationId])
  return rows.map(({ account, ...unit }) => ({ ...unit, account: account ?? undefined }))
}

import { type OfficerRead } from '../../platform/database/work.ts'
import { type PawnUnit, type Taking } from './pawn-lines.ts'

/** Revenue accounts of pawnshops but those that pledges earn by themselves, and what is borrowed from the own LAO. */
export async function findTakings(read: OfficerRead, earnedByPledges: readonly string[]): Promise<Taking[]> {
  const rows: { code: string; name: string; account_group: string; counterpart: string | null }[] = await read.db('accounts').where('is_postable', true)
    .whereRaw("'PAWN' = ANY (chart_kinds)").whereNotIn('code', [...earnedByPledges])
    .whereRaw("(account_group = 'revenue' OR (account_group = 'liability' AND sub_ledger = 'org'))").orderBy('code')
    .select('code', 'name', 'account_group', 'counterpart')
  return rows.map((row) => ({
    code: row.code, name: row.name, event: row.account_group === 'revenue' ? 'income' : 'loan', isBetweenUnits: row.account_group !== 'revenue' || row.counterpart !== null,
  }))
}

/** The LAO above and its other units. */
export async function findPawnUnits(read: OfficerRead): Promise<PawnUnit[]> {
  const own = read.actor.organisationId
  const lao = read.db('organisations').where({ id: own }).select('lao_id')
  return read.db('organisations as o').whereNot('o.id', own).where((any) => any.where('o.id', '=', lao).orWhere('o.lao_id', '=', lao))
    .orderByRaw('o.lao_id IS NOT NULL, o.code').select('o.id', 'o.code', 'o.name')
}

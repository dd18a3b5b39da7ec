// What lines are held against, beside the chart: keys of the office's registers, offices one has accounts with.
import { type OfficerRead } from '../../platform/database/work.ts'
import { type RegisterKey } from '../register-key/register-key.ts'
import { type Unit } from './journal-lines.ts'

export interface AskedKeys {
  readonly kinds: readonly string[]
  /** As typed: a key, a name or both; with `parts` also a piece of a name. */
  readonly texts: readonly string[]
  readonly parts: boolean
}

/** Open keys of the own office, and always the general one. */
export async function findKeysMeant(read: OfficerRead, { kinds, texts, parts }: AskedKeys): Promise<RegisterKey[]> {
  if (kinds.length === 0) return []
  const { rows } = await read.db.raw<{ rows: RegisterKey[] }>(`
    SELECT k.kind, k.key, k.name FROM sub_ledger_keys k
    WHERE k.organisation_id = :own AND k.kind = ANY (:kinds) AND k.is_open AND (k.key = 'GENERAL' OR k.key IN (SELECT unnest(:texts::text[])) OR k.name IN (SELECT unnest(:texts::text[]))
      OR k.key || ' ' || k.name IN (SELECT unnest(:texts::text[])) OR (:parts AND EXISTS (SELECT 1 FROM unnest(:texts::text[]) t (part) WHERE strpos(k.name, t.part) > 0)))
    ORDER BY k.kind, k.name, k.key LIMIT 20000`, { own: read.actor.organisationId, kinds: [...kinds], texts: [...texts], parts })
  return rows
}

/** The keys of one register whose key or name holds the text. */
export async function searchKeys(read: OfficerRead, kind: string, search: string): Promise<RegisterKey[]> {
  return read.db('sub_ledger_keys').where({ organisation_id: read.actor.organisationId, kind, is_open: true })
    .whereRaw('(strpos(key, ?) > 0 OR strpos(name, ?) > 0)', [search, search]).orderBy('name').limit(20).select('kind', 'key', 'name')
}

/** The LAO and the units below it, without oneself. */
export async function findUnits(read: OfficerRead): Promise<Unit[]> {
  const own = read.actor.organisationId
  const lao = read.db('organisations').where({ id: own }).select(read.db.raw('coalesce(lao_id, id)'))
  return read.db('organisations as o').whereNot('o.id', own).where((any) => any.where('o.id', '=', lao).orWhere('o.lao_id', '=', lao))
    .orderByRaw('o.lao_id IS NOT NULL, o.code').select('o.id', 'o.code', 'o.name')
}

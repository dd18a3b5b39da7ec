import { onePage, rowsPerPage, type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type Office, type ReconciliationFilter } from './reconciliation.ts'

/** LAOs in sight by code: row-level security knows no organisations, so the scope is asked here. */
export async function findLaos(read: OfficerRead, { provinceCode, district, after }: ReconciliationFilter, most = rowsPerPage): Promise<FoundPage<Office>> {
  const query = read.db('organisations as o').where({ 'o.kind': 'LAO', 'o.is_open': true }).whereRaw('laas_sees(o.id)').orderBy('o.code').select('o.id', 'o.code', 'o.name', 'o.district')
  if (provinceCode) query.where('o.province_code', provinceCode)
  if (district) query.where('o.district', district)
  if (after) query.where('o.code', '>', after)
  return onePage(query, (row: { id: string; code: string; name: string; district: string | null }) => ({ ...row, district: row.district ?? '' }), most)
}

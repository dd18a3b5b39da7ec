// Places to choose from.
import { type OfficerRead } from '../../platform/database/work.ts'
import { type Province } from './progress.ts'

/** Of the province that is looked at. */
export async function findDistricts(read: OfficerRead, provinceCode: string): Promise<string[]> {
  return read.db('organisations').where({ kind: 'LAO', province_code: provinceCode }).whereNotNull('district').distinct('district').orderBy('district').pluck('district')
}

export async function findProvinces(read: OfficerRead): Promise<Province[]> {
  return read.db('provinces').where('overseen', true).orderBy('code').select('code', 'name')
}

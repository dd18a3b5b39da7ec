import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { findDistricts, findProvinces } from './progress.repository.ts'
import { type Places } from './progress.ts'

/** A province chooses among its districts, the department among provinces, and then among theirs. */
export async function findPlaces(read: OfficerRead, asked: string | undefined): Promise<Places> {
  const isNation = read.actor.scope === 'nation'
  const [all, code] = [await findProvinces(read), isNation ? asked : read.actor.provinceCode]
  return {
    name: all.find((province) => province.code === code)?.name ?? '', provinces: isNation ? all : [], districts: code === undefined ? [] : await findDistricts(read, code),
    thisYear: fiscalYearOf(read.today),
  }
}

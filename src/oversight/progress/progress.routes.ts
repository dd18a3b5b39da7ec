import { findProgress, type ProgressFilter } from '../../budget/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { oversightPaths as paths } from '../oversight.paths.ts'
import { findDistricts, findProvinces } from './progress.repository.ts'
import { askedProgress } from './progress.schema.ts'
import { progressPage, type Places } from './progress.view.ts'

export const progressRoutes: readonly Route[] = [
  get(paths.progress, 'oversight.progress:view', { handle: async (read, request) => {
    const filter = askedProgress(request.query, read.today)
    return page('oversight/progress/list', progressPage(filter, await findProgress(read, filter), await findPlaces(read, filter)))
  }, menu: 'oversight.progress' }),
]

/** A province chooses among its districts, the department among provinces, and then among theirs. */
async function findPlaces(read: OfficerRead, filter: ProgressFilter): Promise<Places> {
  const isNation = read.actor.scope === 'nation'
  const [all, code] = [await findProvinces(read), isNation ? filter.provinceCode : read.actor.provinceCode]
  return {
    name: all.find((province) => province.code === code)?.name ?? '', provinces: isNation ? all : [], districts: code === undefined ? [] : await findDistricts(read, code),
    thisYear: fiscalYearOf(read.today),
  }
}

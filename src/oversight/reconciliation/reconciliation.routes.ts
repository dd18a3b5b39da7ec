import { exportPaths, exportRoutes, mostExported, mostPrinted, mustFit } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { page, printPage as paper } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { oversightPaths } from '../oversight.paths.ts'
import { findPlaces } from '../progress/progress.service.ts'
import { askedReconciliation } from './reconciliation.schema.ts'
import { findReconciled } from './reconciliation.service.ts'
import { type FoundOffices, type ReconciliationFilter } from './reconciliation.ts'
import { exportTable, listPage, printPage } from './reconciliation.view.ts'

const path = oversightPaths.reconciliation
const rights = { view: 'oversight.progress:view', print: 'oversight.progress:print' } as const

export const reconciliationRoutes: readonly Route[] = [
  get(path, rights.view, { handle: async (read, request) => {
    const filter = askedReconciliation(request.query, read.today)
    return page('documents/list', listPage(filter, await findReconciled(read, filter), { places: await findPlaces(read, filter.provinceCode), mayPrint: read.actor.permissions.has(rights.print) }))
  }, under: 'oversight.progress' }),
  get(exportPaths(path).print, rights.print, async (read, request) => {
    const filter = askedReconciliation(request.query, read.today)
    return paper('documents/summary-sheet', printPage(filter, await whole(read, filter, mostPrinted), await findPlaces(read, filter.provinceCode)))
  }),
  ...exportRoutes(path, rights.print, async (read, request) => {
    const filter = askedReconciliation(request.query, read.today)
    return exportTable(filter, await whole(read, filter, mostExported), await findPlaces(read, filter.provinceCode))
  }),
]

async function whole(read: OfficerRead, filter: ReconciliationFilter, most: number): Promise<FoundOffices> {
  const found = await findReconciled(read, { ...filter, after: undefined }, most)
  mustFit(found.offices.length + (found.hasMore ? 1 : 0), most)
  return found
}

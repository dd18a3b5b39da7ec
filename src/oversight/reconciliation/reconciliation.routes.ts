import { exportPaths, exportRoutes, mostPrinted, mustFit, rowsPerPart, type ExportPart } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { page, printPage as paper } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { oversightPaths } from '../oversight.paths.ts'
import { findPlaces } from '../progress/progress.service.ts'
import { askedReconciliation } from './reconciliation.schema.ts'
import { findReconciled } from './reconciliation.service.ts'
import { type ReconciliationFilter } from './reconciliation.ts'
import { exportRows, exportTable, listPage, printPage } from './reconciliation.view.ts'

const path = oversightPaths.reconciliation
const rights = { view: 'oversight.progress:view', print: 'oversight.progress:print' } as const

export const reconciliationRoutes: readonly Route[] = [
  get(path, rights.view, { handle: async (read, request) => {
    const filter = askedReconciliation(request.query, read.today)
    return page('documents/list', listPage(filter, await findReconciled(read, filter), { places: await findPlaces(read, filter.provinceCode), mayPrint: read.actor.permissions.has(rights.print) }))
  }, under: 'oversight.progress' }),
  get(exportPaths(path).print, rights.print, async (read, request) => {
    const filter = { ...askedReconciliation(request.query, read.today), after: undefined }
    const found = await findReconciled(read, filter, mostPrinted)
    mustFit(found.offices.length + (found.hasMore ? 1 : 0), mostPrinted)
    return paper('documents/summary-sheet', printPage(filter, found, await findPlaces(read, filter.provinceCode)))
  }),
  ...exportRoutes(path, rights.print, async (read, request) => {
    const filter = { ...askedReconciliation(request.query, read.today), after: undefined }
    return exportTable(filter, await partOf(read, filter), await findPlaces(read, filter.provinceCode))
  }),
]

/** The nation is told part by part, each with the facts of its own offices. */
async function partOf(read: OfficerRead, filter: ReconciliationFilter): Promise<ExportPart> {
  const found = await findReconciled(read, filter, rowsPerPart)
  const last = found.offices.at(-1)
  return { rows: exportRows(found), next: found.hasMore && last ? (later) => partOf(later, { ...filter, after: last.code }) : undefined }
}

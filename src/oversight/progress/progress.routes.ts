import { findProgress, type ProgressFilter } from '../../budget/index.ts'
import { exportRoutes, mostPrinted, mustFit, rowsPerPart, type ExportPart } from '../../documents/index.ts'
import { findBookStates } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { page, printPage as printReply } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { oversightPaths as paths } from '../oversight.paths.ts'
import { askedProgress } from './progress.schema.ts'
import { findPlaces } from './progress.service.ts'
import { type Followed } from './progress.ts'
import { exportRows, exportTable, printPage, progressPage } from './progress.view.ts'

const rights = { view: 'oversight.progress:view', print: 'oversight.progress:print' } as const

export const progressRoutes: readonly Route[] = [
  get(paths.progress, rights.view, { handle: async (read, request) => {
    const filter = askedProgress(request.query, read.today)
    const around = { places: await findPlaces(read, filter.provinceCode), mayPrint: read.actor.permissions.has(rights.print), now: read.now }
    return page('oversight/progress/list', progressPage(filter, await followed(read, filter), around))
  }, menu: 'oversight.progress' }),

  get(paths.progressPrint, rights.print, async (read, request) => {
    const filter = { ...askedProgress(request.query, read.today), after: undefined }
    const found = await followed(read, filter, mostPrinted)
    mustFit(found.offices.length + (found.hasMore ? 1 : 0), mostPrinted)
    return printReply('documents/summary-sheet', printPage(filter, found, { places: await findPlaces(read, filter.provinceCode), now: read.now }))
  }),

  ...exportRoutes(paths.progress, rights.print, async (read, request) => {
    const filter = { ...askedProgress(request.query, read.today), after: undefined }
    return exportTable(filter, await partOf(read, filter), { places: await findPlaces(read, filter.provinceCode), now: read.now })
  }),
]

/** The budget of each office, and beside it its books. */
async function followed(read: OfficerRead, filter: ProgressFilter, most?: number): Promise<Followed> {
  const progress = await findProgress(read, filter, most)
  return { ...progress, books: await findBookStates(read, progress.offices.map(({ organisationId }) => organisationId), filter.fiscalYear) }
}

async function partOf(read: OfficerRead, filter: ProgressFilter): Promise<ExportPart> {
  const found = await followed(read, filter, rowsPerPart)
  const last = found.offices.at(-1)
  return { rows: exportRows(found), next: found.hasMore && last ? (later) => partOf(later, { ...filter, after: last.code }) : undefined }
}

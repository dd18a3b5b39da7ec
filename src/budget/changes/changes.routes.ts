import { type Route } from '../../platform/http/route.ts'
import { reportRoutesOf } from '../report-table/report-table.routes.ts'
import { reportPaths } from '../report.paths.ts'
import { getNames } from '../settings/settings.service.ts'
import { findChanges } from './changes.repository.ts'
import { changeKinds, changesReport } from './changes.view.ts'

export const changesRoutes: readonly Route[] = reportRoutesOf({
  path: reportPaths.changes, hasFiles: true, find: async (read, { office, fiscalYear, query, most }) => {
    const { organisationId } = office
    const kind = changeKinds.find((each) => each === query.kind)
    const found = await findChanges(read, { organisationId, fiscalYear, kinds: kind ? [kind] : changeKinds, most: most + 1 })
    return changesReport({
      office, fiscalYear, kind, changes: found.slice(0, most), isCut: found.length > most, names: await getNames(read, organisationId, fiscalYear),
      isOwn: organisationId === read.actor.organisationId,
    })
  },
})

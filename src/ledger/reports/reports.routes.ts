import { getOffice } from '../../documents/index.ts'
import { page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { reportsPage } from './reports.view.ts'

export const reportsRoutes: readonly Route[] = [
  get(paths.reports, 'account.report:view', { menu: 'account.report', handle: async (read) => (
    page('documents/panels', reportsPage(await getOffice(read, read.actor.organisationId), read.today))
  ) }),
]

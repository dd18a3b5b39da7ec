import { getOffice } from '../../documents/index.ts'
import { findBookStates } from '../../ledger/index.ts'
import { idIn } from '../../platform/http/asked.ts'
import { page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { oversightPaths as paths } from '../oversight.paths.ts'
import { askedProgress } from '../progress/progress.schema.ts'
import { findBooksOf } from './office.repository.ts'
import { officePage } from './office.view.ts'

export const officeRoutes: readonly Route[] = [
  get(paths.officeRoute, 'oversight.progress:view', { under: 'oversight.progress', handle: async (read, request) => {
    const office = await getOffice(read, idIn(request.params.organisation))
    const { fiscalYear } = askedProgress(request.query, read.today)
    const units = await findBooksOf(read, office.organisationId)
    const states = await findBookStates(read, units.map(({ id }) => id), fiscalYear)
    return page('documents/table', officePage(office, { fiscalYear, units, states, now: read.now }))
  } }),
]

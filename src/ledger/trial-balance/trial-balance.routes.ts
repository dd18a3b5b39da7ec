import { exportRoutes, findOffices } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { page, printPage as printReply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { askedTrialBalance } from './trial-balance.schema.ts'
import { getTrialBalance } from './trial-balance.service.ts'
import { type MadeTrialBalance } from './trial-balance.ts'
import { exportTable, printPage, showPage } from './trial-balance.view.ts'

const rights = { view: 'account.report:view', print: 'account.report:print' } as const

export const trialBalanceRoutes: readonly Route[] = [
  get(paths.trialBalance, rights.view, { under: 'account.report', handle: async (read, request) => {
    const asked = askedTrialBalance(request.query, read.actor.organisationId, read.today)
    const made = await getTrialBalance(read, asked.query)
    const years = await findFiscalYears(read, asked.query.organisationId)
    return page('ledger/trial-balance/show', showPage(asked, made, { books: await findOffices(read), years, mayPrint: read.actor.permissions.has(rights.print) }))
  } }),

  get(paths.trialBalancePrint, rights.print, async (read, request) => printReply('ledger/trial-balance/print', printPage(await madeFor(read, request)))),

  ...exportRoutes(paths.trialBalance, rights.print, async (read, request) => exportTable(await madeFor(read, request))),
]

function madeFor(read: OfficerRead, request: FormRequest): Promise<MadeTrialBalance> {
  return getTrialBalance(read, askedTrialBalance(request.query, read.actor.organisationId, read.today).query)
}

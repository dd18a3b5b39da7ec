import { findOffices } from '../../documents/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { download, page, printPage as printReply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { trialBalanceText } from '../trial-balance.text.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { askedTrialBalance } from './trial-balance.schema.ts'
import { getTrialBalance } from './trial-balance.service.ts'
import { type MadeTrialBalance } from './trial-balance.ts'
import { csvRows, printPage, showPage } from './trial-balance.view.ts'

const rights = { view: 'account.report:view', print: 'account.report:print' } as const

export const trialBalanceRoutes: readonly Route[] = [
  get(paths.trialBalance, rights.view, { handle: async (read, request) => {
    const made = await madeFor(read, request)
    const around = { books: await findOffices(read), years: await findFiscalYears(read, made.query.organisationId), mayPrint: read.actor.permissions.has(rights.print) }
    return page('ledger/trial-balance/show', showPage(made, around))
  }, menu: 'account.report' }),

  get(paths.trialBalancePrint, rights.print, async (read, request) => printReply('ledger/trial-balance/print', printPage(await madeFor(read, request)))),

  get(paths.trialBalanceCsv, rights.print, async (read, request) => {
    const made = await madeFor(read, request)
    const name = trialBalanceText.fileName(String(made.query.fiscalYear), String(made.query.month).padStart(2, '0'))
    return download(name, 'text/csv; charset=utf-8', toCsv(csvRows(made)))
  }),
]

function madeFor(read: OfficerRead, request: FormRequest): Promise<MadeTrialBalance> {
  return getTrialBalance(read, askedTrialBalance(request.query, read.actor.organisationId, read.today))
}

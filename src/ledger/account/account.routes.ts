import { exportRoutes, findOffices, mostPrinted, type ExportPart } from '../../documents/index.ts'
import { page, printPage as printReply } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { getTrialBalance } from '../trial-balance/trial-balance.service.ts'
import { askedAccount, askedAccounts } from './account.schema.ts'
import { getAccountPage, getAccountPart, getWholeAccount, startAccount, type AccountPart } from './account.service.ts'
import { type AccountPage, type AccountQuery } from './account.ts'
import { exportRows, exportTable, listPage, printPage, showPage } from './account.view.ts'

const rights = { view: 'account.report:view', print: 'account.report:print' } as const

export const accountRoutes: readonly Route[] = [
  get(paths.accounts, rights.view, { under: 'account.report', handle: async (read, request) => {
    const asked = askedAccounts(request.query, read.actor.organisationId, read.today)
    const made = await getTrialBalance(read, { ...asked, withZeroRows: asked.search !== '', isCompared: false })
    return page('documents/list', listPage(asked, made, { books: await findOffices(read), years: await findFiscalYears(read, asked.organisationId) }))
  } }),

  get(paths.accountRoute, rights.view, async (read, request) => {
    const asked = askedAccount(request, read.today)
    const shown = await getAccountPage(read, asked.query)
    const around = { years: await findFiscalYears(read, asked.query.organisationId), mayPrint: read.actor.permissions.has(rights.print) }
    return page('ledger/day-book/show', showPage(asked, shown, around))
  }),

  get(paths.accountPrintRoute, rights.print, async (read, request) => {
    const { query } = askedAccount(request, read.today)
    return printReply('documents/sheet', printPage(query, await getWholeAccount(read, query, mostPrinted)))
  }),

  ...exportRoutes(paths.accountRoute, rights.print, async (read, request) => {
    const { query } = askedAccount(request, read.today)
    const { page: shown, ...first } = await startAccount(read, query)
    return exportTable(query, shown, partOf(query, shown, first))
  }),
]

function partOf(query: AccountQuery, shown: AccountPage, part: AccountPart): ExportPart {
  const { following } = part
  return { rows: exportRows(query, shown, part), next: following && (async (read) => partOf(query, shown, await getAccountPart(read, following.query, following.before))) }
}

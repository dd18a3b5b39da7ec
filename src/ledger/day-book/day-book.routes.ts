import { exportRoutes, findOffices, mostPrinted } from '../../documents/index.ts'
import { page, printPage as printReply } from '../../platform/http/reply.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { askedDayBook } from './day-book.schema.ts'
import { getDayBook, getWholeDayBook, mostVouchers } from './day-book.service.ts'
import { type AskedDayBook } from './day-book.ts'
import { exportTable, printPage, showPage } from './day-book.view.ts'

const rights = { view: 'account.report:view', print: 'account.report:print' } as const

export const dayBookRoutes: readonly Route[] = [
  get(paths.dayBook, rights.view, { under: 'account.report', handle: async (read, request) => {
    const asked = askedBy(read, request)
    const shown = await getDayBook(read, asked.query)
    const around = { books: await findOffices(read), years: await findFiscalYears(read, asked.query.organisationId), mayPrint: read.actor.permissions.has(rights.print) }
    return page('ledger/day-book/show', showPage(asked, shown, around))
  } }),

  get(paths.dayBookPrint, rights.print, async (read, request) => {
    const { query } = askedBy(read, request)
    return printReply('ledger/day-book/print', printPage(query, await getWholeDayBook(read, query, mostPrinted)))
  }),

  ...exportRoutes(paths.dayBook, rights.print, async (read, request) => {
    const { query } = askedBy(read, request)
    return exportTable(query, await getWholeDayBook(read, query, mostVouchers))
  }),
]

function askedBy(read: OfficerRead, request: FormRequest): AskedDayBook {
  return askedDayBook(request.query, read.actor.organisationId, read.today)
}

import { exportRoutes, findOffices, mostPrinted, type ExportPart } from '../../documents/index.ts'
import { page, printPage as printReply } from '../../platform/http/reply.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { askedDayBook } from './day-book.schema.ts'
import { getDayBook, getDayBookPart, getWholeDayBook, startDayBook, type DayBookPart } from './day-book.service.ts'
import { type AskedDayBook } from './day-book.ts'
import { exportRows, exportTable, printPage, showPage } from './day-book.view.ts'

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
    return printReply('documents/sheet', printPage(query, await getWholeDayBook(read, query, mostPrinted)))
  }),

  ...exportRoutes(paths.dayBook, rights.print, async (read, request) => {
    const { query } = askedBy(read, request)
    const { book, ...first } = await startDayBook(read, query)
    return exportTable(query, book, partOf(first))
  }),
]

function partOf({ vouchers, following }: DayBookPart): ExportPart {
  return { rows: exportRows(vouchers), next: following && (async (read) => partOf(await getDayBookPart(read, following))) }
}

function askedBy(read: OfficerRead, request: FormRequest): AskedDayBook {
  return askedDayBook(request.query, read.actor.organisationId, read.today)
}

import { exportPaths, exportRoutes, findOffices, findTrail, getOffice, mostPrinted, mustFit, printRoute, rowsPerPart, trailRows, type ExportPart } from '../../documents/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { page, printPage as printReply } from '../../platform/http/reply.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type GetOptions, type Route } from '../../platform/http/route.ts'
import { booksText } from '../books.text.ts'
import { ledgerPaths } from '../ledger.paths.ts'
import { findFiscalYears } from '../period/period.repository.ts'
import { voucherText } from '../voucher.text.ts'
import { findVouchers, getVoucher, totalVouchers } from './voucher.repository.ts'
import { askedVouchers } from './voucher.schema.ts'
import { asOnPaper, voucherTypes, type Voucher, type VoucherBook, type VoucherFilter } from './voucher.ts'
import { exportRows, exportTable, listPage, printListPage, printPage, showPage } from './voucher.view.ts'

/** Which vouchers stand under which leaf of the menu. A leaf opens the types of its book and nothing else. */
const receipts: VoucherBook = {
  leaf: 'revenue.voucher', types: ['RV', 'RX'], firstType: 'RV', isByMonth: false, title: voucherText.listTitle, list: ledgerPaths.vouchers,
  showRoute: ledgerPaths.voucherRoute, show: ledgerPaths.voucher, printRoute: ledgerPaths.voucherPrintRoute, print: ledgerPaths.voucherPrint,
}

const payables: VoucherBook = {
  leaf: 'expense.payable', types: ['AP'], firstType: 'AP', isByMonth: false, title: voucherText.payablesTitle, list: ledgerPaths.payables,
  showRoute: ledgerPaths.payableRoute, show: ledgerPaths.payable, printRoute: ledgerPaths.payablePrintRoute, print: ledgerPaths.payablePrint,
}

const payments: VoucherBook = {
  leaf: 'expense.pay', types: ['PV'], firstType: 'PV', isByMonth: false, title: voucherText.paymentsTitle, list: ledgerPaths.payments,
  showRoute: ledgerPaths.paymentRoute, show: ledgerPaths.payment, printRoute: ledgerPaths.paymentPrintRoute, print: ledgerPaths.paymentPrint,
}

const register: VoucherBook = {
  leaf: 'account.report', types: voucherTypes, firstType: undefined, isByMonth: true, title: booksText.vouchers.registerTitle, list: ledgerPaths.register,
  showRoute: ledgerPaths.registeredRoute, show: ledgerPaths.registered, printRoute: ledgerPaths.registeredPrintRoute, print: ledgerPaths.registeredPrint,
}

export const voucherRoutes: readonly Route[] = [
  ...routesOf(receipts, { menu: receipts.leaf }), ...routesOf(payables, { menu: payables.leaf }), ...routesOf(payments, { under: payments.leaf }), ...routesOf(register, { under: register.leaf }),
]

function routesOf(book: VoucherBook, options: GetOptions): Route[] {
  const rights = { view: `${book.leaf}:view`, print: `${book.leaf}:print` } as const
  return [
    get(book.list, rights.view, { ...options, handle: async (read, request) => {
      const asked = askedVouchers(request.query, { book, own: read.actor.organisationId, today: read.today })
      const { organisationId } = await getOffice(read, asked.filter.organisationId)
      const found = await findVouchers(read, asked.filter)
      const around = { totals: await totalVouchers(read, asked.filter), books: await findOffices(read), years: await findFiscalYears(read, organisationId), mayPrint: read.actor.permissions.has(rights.print) }
      return page('documents/list', listPage(book, asked, { ...found, ...around }))
    } }),

    get(exportPaths(book.list).print, rights.print, async (read, request) => {
      const { asked, ...found } = await wholeOf(book, read, { request, most: mostPrinted })
      return printReply('documents/sheet', printListPage(book, asked, found))
    }),

    ...exportRoutes(book.list, rights.print, async (read, request) => {
      const asked = askedVouchers(request.query, { book, own: read.actor.organisationId, today: read.today })
      const office = await getOffice(read, asked.filter.organisationId)
      const filter = { ...asked.filter, before: undefined, after: undefined }
      return exportTable(book, asked, { office, totals: await totalVouchers(read, filter), first: await partOf(read, filter) })
    }),

    get(book.showRoute, rights.view, async (read, request) => {
      const voucher = await voucherOf(book, read, request)
      const trail = trailRows(await findTrail(read, voucher.organisationId, { kind: 'voucher', id: voucher.id }), voucherText.trail)
      const { permissions, organisationId } = read.actor
      return page('ledger/voucher/show', showPage(voucher, {
        book, trail, isOwn: voucher.organisationId === organisationId, mayPrint: permissions.has(rights.print), opensAccounts: permissions.has('account.report:view'),
      }))
    }),

    printRoute(book.printRoute, rights.print, { kind: 'voucher', view: 'ledger/voucher/print', find: async (read, request) => {
      const voucher = await voucherOf(book, read, request)
      return { id: voucher.id, pageOf: (mark) => printPage(book, voucher, mark) }
    } }),
  ]
}

/** Newest first by id: what is posted meanwhile stands before the first part and in none of them. */
async function partOf(read: OfficerRead, filter: VoucherFilter): Promise<ExportPart> {
  const { vouchers, hasOlder } = await findVouchers(read, filter, rowsPerPart)
  return { rows: exportRows(vouchers), next: hasOlder ? (later) => partOf(later, { ...filter, after: vouchers.at(-1)?.id }) : undefined }
}

/** All that was asked for, for a print: refused when it is too much. */
async function wholeOf(book: VoucherBook, read: OfficerRead, { request, most }: { request: FormRequest; most: number }) {
  const asked = askedVouchers(request.query, { book, own: read.actor.organisationId, today: read.today })
  const office = await getOffice(read, asked.filter.organisationId)
  const { vouchers, hasOlder } = await findVouchers(read, { ...asked.filter, after: undefined, before: undefined }, most)
  mustFit(vouchers.length + (hasOlder ? 1 : 0), most)
  return { asked, office, vouchers: [...vouchers].sort(asOnPaper) }
}

async function voucherOf(book: VoucherBook, read: OfficerRead, request: FormRequest): Promise<Voucher> {
  const voucher = await getVoucher(read, idIn(request.params.organisation), idIn(request.params.id))
  if (!book.types.includes(voucher.type)) throw new NotFound('voucher')
  return voucher
}

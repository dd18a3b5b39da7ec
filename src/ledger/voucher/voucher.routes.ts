import { findTrail, printMark, recordPrint, trailRows } from '../../documents/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { page, printPage as printReply } from '../../platform/http/reply.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { idIn } from '../asked.ts'
import { findBooks, getBook } from '../book/book.repository.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { findVouchers, getVoucher } from './voucher.repository.ts'
import { askedVouchers, receiptTypes } from './voucher.schema.ts'
import { type Voucher } from './voucher.ts'
import { listPage, printPage, showPage } from './voucher.view.ts'

const rights = { view: 'revenue.voucher:view', print: 'revenue.voucher:print' } as const

export const voucherRoutes: readonly Route[] = [
  get(paths.vouchers, rights.view, { handle: async (read, request) => {
    const asked = askedVouchers(request.query, read.actor.organisationId)
    await getBook(read, asked.filter.organisationId)
    const found = await findVouchers(read, asked.filter)
    return page('ledger/voucher/list', listPage(asked, { ...found, books: await findBooks(read) }))
  }, menu: 'revenue.voucher' }),

  get(paths.voucherRoute, rights.view, async (read, request) => {
    const voucher = await receiptVoucher(read, request)
    const trail = trailRows(await findTrail(read, voucher.organisationId, { kind: 'voucher', id: voucher.id }), ledgerText.voucher.trail)
    const ownBooks = voucher.organisationId === read.actor.organisationId
    return page('ledger/voucher/show', showPage(voucher, { trail, ownBooks, mayPrint: read.actor.permissions.has(rights.print) }))
  }),

  // A print is noted, so it is asked for by POST; what comes back is the paper itself.
  post(paths.voucherPrintRoute, rights.print, async (work, request) => {
    const voucher = await receiptVoucher(work, request)
    const before = await recordPrint(work, { kind: 'voucher', id: voucher.id })
    return printReply('ledger/voucher/print', printPage(voucher, printMark(before)))
  }),
]

/** This permission opens receipt vouchers and their reversals, nothing else of the books. */
async function receiptVoucher(read: OfficerRead, request: FormRequest): Promise<Voucher> {
  const voucher = await getVoucher(read, idIn(request.params.organisation), idIn(request.params.id))
  if (!receiptTypes.some((type) => type === voucher.type)) throw new NotFound('voucher')
  return voucher
}

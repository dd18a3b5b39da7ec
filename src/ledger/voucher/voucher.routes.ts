import { findOffices, findTrail, getOffice, printRoute, trailRows } from '../../documents/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { page } from '../../platform/http/reply.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { ledgerPaths as paths } from '../ledger.paths.ts'
import { voucherText } from '../voucher.text.ts'
import { findVouchers, getVoucher } from './voucher.repository.ts'
import { askedVouchers, receiptTypes } from './voucher.schema.ts'
import { type Voucher } from './voucher.ts'
import { listPage, printPage, showPage } from './voucher.view.ts'

const rights = { view: 'revenue.voucher:view', print: 'revenue.voucher:print' } as const

export const voucherRoutes: readonly Route[] = [
  get(paths.vouchers, rights.view, { handle: async (read, request) => {
    const asked = askedVouchers(request.query, read.actor.organisationId)
    await getOffice(read, asked.filter.organisationId)
    const found = await findVouchers(read, asked.filter)
    return page('ledger/voucher/list', listPage(asked, { ...found, books: await findOffices(read) }))
  }, menu: 'revenue.voucher' }),

  get(paths.voucherRoute, rights.view, async (read, request) => {
    const voucher = await receiptVoucher(read, request)
    const trail = trailRows(await findTrail(read, voucher.organisationId, { kind: 'voucher', id: voucher.id }), voucherText.trail)
    const ownBooks = voucher.organisationId === read.actor.organisationId
    return page('ledger/voucher/show', showPage(voucher, { trail, ownBooks, mayPrint: read.actor.permissions.has(rights.print) }))
  }),

  printRoute(paths.voucherPrintRoute, rights.print, { kind: 'voucher', view: 'ledger/voucher/print', find: async (read, request) => {
    const voucher = await receiptVoucher(read, request)
    return { id: voucher.id, pageOf: (mark) => printPage(voucher, mark) }
  } }),
]

/** This permission opens receipt vouchers and their reversals, nothing else of the books. */
async function receiptVoucher(read: OfficerRead, request: FormRequest): Promise<Voucher> {
  const voucher = await getVoucher(read, idIn(request.params.organisation), idIn(request.params.id))
  if (!receiptTypes.some((type) => type === voucher.type)) throw new NotFound('voucher')
  return voucher
}

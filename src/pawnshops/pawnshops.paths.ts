// Addresses of the room.
import { documentPaths } from '../documents/index.ts'
import { type ControlStep } from './month-control/month-control.ts'
import { type PawnStep } from './pawn-document/pawn-document.ts'

export interface FromUnit {
  readonly unit: string
  readonly account: string
  readonly amount: string
}

export const bookPaths = {
  receipt: documentPaths<PawnStep>('/pawnshops/receipts'),
  pledge: documentPaths<PawnStep>('/pawnshops/vouchers'),
  forfeiture: documentPaths<PawnStep>('/pawnshops/forfeitures'),
} as const

/** Proposals for what a line of a receipt names. */
export const receiptKeys = '/pawnshops/receipt-keys/search'

export const ticketPaths = { list: '/pawnshops/tickets' } as const
const opening = '/pawnshops/opening-tickets'
export const openingTicketPaths = {
  list: opening, new: `${opening}/new`, import: `${opening}/import/new`, template: `${opening}/template/csv`, removeRoute: `${opening}/:id/remove`, remove: (id: string) => `${opening}/${id}/remove`,
} as const
export const controlPaths = documentPaths<ControlStep>('/pawnshops/month-controls')
export const sharingPaths = documentPaths<PawnStep>('/pawnshops/profit-shares')

/** Ways in for other rooms. */
export const pawnshopPaths = {
  /** Of money another unit has paid: the unit, the account it is taken in on, how much. */
  receiptFrom: ({ unit, account, amount }: FromUnit) => `${bookPaths.receipt.new}?${new URLSearchParams({ unit, account, amount })}`,
} as const

// Addresses of the room.
import { documentPaths } from '../documents/index.ts'
import { type PawnStep } from './pawn-document/pawn-document.ts'

function pathsOf(list: string) {
  return {
    ...documentPaths<PawnStep>(list),
    attachRoute: `${list}/:id/files`,
    attach: (id: string) => `${list}/${id}/files`,
    detachRoute: `${list}/:id/files/:attachment/remove`,
    detach: (id: string, attachment: string) => `${list}/${id}/files/${attachment}/remove`,
  } as const
}

export const bookPaths = {
  receipt: pathsOf('/pawnshops/receipts'),
  pledge: pathsOf('/pawnshops/vouchers'),
  forfeiture: pathsOf('/pawnshops/forfeitures'),
} as const

export const ticketPaths = { list: '/pawnshops/tickets' } as const
export const sharingPaths = documentPaths<PawnStep>('/pawnshops/profit-shares')

/** Ways in for other rooms. */
export const pawnshopPaths = { newReceipt: bookPaths.receipt.new } as const

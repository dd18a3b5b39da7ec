import { type Route } from '../platform/http/route.ts'
import { keyRoutes } from '../receipts/index.ts'
import { monthControlRoutes } from './month-control/month-control.routes.ts'
import { openingTicketRoutes } from './opening-ticket/opening-ticket.routes.ts'
import { pawnDocumentRoutes } from './pawn-document/pawn-document.routes.ts'
import { receiptKeys } from './pawnshops.paths.ts'
import { profitShareRoutes } from './profit-share/profit-share.routes.ts'
import { ticketRoutes } from './ticket/ticket.routes.ts'

export const pawnshopsRoutes: readonly Route[] = [...pawnDocumentRoutes, ...keyRoutes(receiptKeys, 'revenue.pawn:create', 'account'), ...ticketRoutes, ...openingTicketRoutes, ...profitShareRoutes, ...monthControlRoutes]

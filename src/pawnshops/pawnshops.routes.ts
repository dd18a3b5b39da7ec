import { type Route } from '../platform/http/route.ts'
import { openingTicketRoutes } from './opening-ticket/opening-ticket.routes.ts'
import { pawnDocumentRoutes } from './pawn-document/pawn-document.routes.ts'
import { profitShareRoutes } from './profit-share/profit-share.routes.ts'
import { ticketRoutes } from './ticket/ticket.routes.ts'

export const pawnshopsRoutes: readonly Route[] = [...pawnDocumentRoutes, ...ticketRoutes, ...openingTicketRoutes, ...profitShareRoutes]

import { type Route } from '../platform/http/route.ts'
import { clearingRoutes } from './clearing/clearing.routes.ts'
import { loanRoutes } from './loan/loan.routes.ts'
import { pettyRoutes } from './petty-cash/petty-cash.routes.ts'
import { loanPaperRoutes } from './loan-paper/loan-paper.routes.ts'

export const loanGroupRoutes: readonly Route[] = [...loanRoutes, ...loanPaperRoutes, ...clearingRoutes, ...pettyRoutes]

import { type Route } from '../platform/http/route.ts'
import { accountRoutes } from './account/account.routes.ts'
import { chartRoutes } from './chart/chart.routes.ts'
import { dayBookRoutes } from './day-book/day-book.routes.ts'
import { journalRoutes } from './journal/journal.routes.ts'
import { journalBooks } from './journal/journal.ts'
import { openingRoutes } from './opening/opening.routes.ts'
import { reportsRoutes } from './reports/reports.routes.ts'
import { stockRoutes } from './stock/stock.routes.ts'
import { trialBalanceRoutes } from './trial-balance/trial-balance.routes.ts'
import { verificationRoutes } from './verification/verification.routes.ts'
import { voucherRoutes } from './voucher/voucher.routes.ts'

export const ledgerRoutes: readonly Route[] = [
  ...reportsRoutes, ...voucherRoutes, ...dayBookRoutes, ...trialBalanceRoutes, ...accountRoutes,
  ...journalRoutes(journalBooks.journal), ...journalRoutes(journalBooks.adjustment), ...openingRoutes, ...stockRoutes, ...chartRoutes, ...verificationRoutes,
]

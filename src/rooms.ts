// Every room's routes, in the order of the staircase.
import { budgetRoutes, findYearSpending } from './budget/index.ts'
import { homeRoutes } from './home/index.ts'
import { identityRoutes, type IdentityTools } from './identity/index.ts'
import { documentsRoutes } from './documents/index.ts'
import { closingRoutes, ledgerRoutes } from './ledger/index.ts'
import { findOpenPairs, interagencyRoutes } from './interagency/index.ts'
import { oversightRoutes } from './oversight/index.ts'
import { pawnshopsRoutes } from './pawnshops/index.ts'
import { type Route } from './platform/http/route.ts'
import { countOutstandingCheques, expenditureRoutes, findPaidLines } from './expenditure/index.ts'
import { dailyPositionRoutes, findUnpostedReceipts, monthReportRoutes, receiptsRoutes, transferNoticeRoutes } from './receipts/index.ts'
import { registersRoutes } from './registers/index.ts'

export function allRoutes(tools: IdentityTools): readonly Route[] {
  const closing = closingRoutes({ blockers: [findUnpostedReceipts, findOpenPairs], spent: findYearSpending })
  return [
    ...identityRoutes(tools),
    ...registersRoutes,
    ...documentsRoutes,
    ...ledgerRoutes,
    ...closing,
    ...budgetRoutes,
    ...receiptsRoutes,
    ...transferNoticeRoutes,
    ...dailyPositionRoutes({ outstandingCheques: countOutstandingCheques }),
    ...monthReportRoutes({ paidLines: findPaidLines }),
    ...expenditureRoutes,
    ...pawnshopsRoutes,
    ...interagencyRoutes,
    ...oversightRoutes,
    ...homeRoutes,
  ]
}

// Every room's routes, in the order of the staircase.
import { budgetRoutes, findYearSpending } from './budget/index.ts'
import { homeRoutes } from './home/index.ts'
import { identityRoutes, type IdentityTools } from './identity/index.ts'
import { documentsRoutes } from './documents/index.ts'
import { closingRoutes, ledgerRoutes, type YearRooms } from './ledger/index.ts'
import { findOpenPairs, interagencyRoutes } from './interagency/index.ts'
import { oversightRoutes } from './oversight/index.ts'
import { findMissingControl, findOpenPawn, findOpenPawnOf, pawnshopsRoutes } from './pawnshops/index.ts'
import { type Route } from './platform/http/route.ts'
import { countOutstandingCheques, expenditureRoutes, findOpenSpending, findOpenSpendingOf, findPaidLines, findUncountedFloats } from './expenditure/index.ts'
import { dailyPositionRoutes, findUnpostedOf, findUnpostedReceipts, monthReportRoutes, receiptsRoutes, transferNoticeRoutes } from './receipts/index.ts'
import { registersRoutes } from './registers/index.ts'

/** What stands against the closing of a year, or is told before that of a month. */
export const yearRooms: YearRooms = {
  blockers: [findUnpostedReceipts, findOpenSpending, findUncountedFloats, findOpenPawn, findOpenPairs], ofMonth: [findUnpostedOf, findOpenSpendingOf, findOpenPawnOf], holdMonth: [findMissingControl],
  spent: findYearSpending,
}

export function allRoutes(tools: IdentityTools): readonly Route[] {
  return [
    ...identityRoutes(tools),
    ...registersRoutes,
    ...documentsRoutes,
    ...ledgerRoutes,
    ...closingRoutes(yearRooms),
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

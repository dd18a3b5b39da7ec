import { type Route } from '../platform/http/route.ts'
import { employeeRoutes } from './employee/employee.routes.ts'
import { employeeImportRoutes } from './employee-import/employee-import.routes.ts'
import { payCreditorRoutes } from './pay-creditor/pay-creditor.routes.ts'
import { payPaperRoutes } from './pay-paper/pay-paper.routes.ts'
import { payRunRoutes } from './pay-run/pay-run.routes.ts'
import { payRunAdjustRoutes } from './pay-run-adjust/pay-run-adjust.routes.ts'
import { welfareRoutes } from './welfare/welfare.routes.ts'
import { withheldMoneyRoutes } from './withheld-money/withheld-money.routes.ts'
import { welfareImportRoutes } from './welfare-import/welfare-import.routes.ts'

// The import's address before those with an id in the same place.
export const payrollGroupRoutes: readonly Route[] = [
  ...employeeImportRoutes, ...employeeRoutes, ...payCreditorRoutes, ...payRunRoutes, ...payRunAdjustRoutes, ...payPaperRoutes,
  ...withheldMoneyRoutes, ...welfareImportRoutes, ...welfareRoutes,
]

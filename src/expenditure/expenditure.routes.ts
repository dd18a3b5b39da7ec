// Every desk's routes, by group: <group>.list.ts.
import { type Route } from '../platform/http/route.ts'
import { claimGroupRoutes } from './claim.list.ts'
import { loanGroupRoutes } from './loan.list.ts'
import { payeeListRoutes } from './payee.list.ts'
import { paymentListRoutes } from './payment.list.ts'
import { payrollGroupRoutes } from './payroll.list.ts'
import { procurementRoutes } from './procurement.list.ts'
import { reportRoutes } from './report/report.routes.ts'

export const expenditureRoutes: readonly Route[] = [...payeeListRoutes, ...procurementRoutes, ...claimGroupRoutes, ...paymentListRoutes, ...loanGroupRoutes, ...payrollGroupRoutes, ...reportRoutes]

import { type Route } from '../platform/http/route.ts'
import { approvalRoutes } from './ordinance-approvals/ordinance-approvals.routes.ts'
import { ordinanceDeskRoutes } from './ordinance/ordinance.routes.ts'
import { annualDesk } from './ordinance/ordinance.ts'

export const ordinanceRoutes: readonly Route[] = [...ordinanceDeskRoutes(annualDesk), ...approvalRoutes]

import { type Route } from '../platform/http/route.ts'
import { approvalRoutes } from './ordinance-approvals/ordinance-approvals.routes.ts'
import { ofDesk, ordinanceDeskRoutes, ordinanceListRoute } from './ordinance/ordinance.routes.ts'
import { annualDesk, specialDesk, supplementaryDesk } from './ordinance/ordinance.ts'

export const ordinanceRoutes: readonly Route[] = [
  ordinanceListRoute(annualDesk), ...ofDesk(annualDesk, ordinanceDeskRoutes(annualDesk)), ...approvalRoutes,
  ...ofDesk(supplementaryDesk, ordinanceDeskRoutes(supplementaryDesk)),
  ordinanceListRoute(specialDesk), ...ofDesk(specialDesk, ordinanceDeskRoutes(specialDesk)),
]

import { type Route } from '../platform/http/route.ts'
import { copyRoutes } from './ordinance-copy/ordinance-copy.routes.ts'
import { importRoutes } from './ordinance-import/ordinance-import.routes.ts'
import { lineRoutes } from './ordinance-lines/ordinance-lines.routes.ts'
import { estimateRoutes, revenueRoutes } from './ordinance-revenues/ordinance-revenues.routes.ts'
import { taskRoutes } from './ordinance-tasks/ordinance-tasks.routes.ts'
import { ofDesk } from './ordinance/ordinance.routes.ts'
import { annualDesk, specialDesk, supplementaryDesk, type OrdinanceDesk } from './ordinance/ordinance.ts'

/** Everything that is typed into the ordinances of one desk. */
function formRoutes(desk: OrdinanceDesk): readonly Route[] {
  return ofDesk(desk, [...revenueRoutes(desk), ...taskRoutes(desk), ...importRoutes(desk), ...lineRoutes(desk)])
}

export const ordinanceFormRoutes: readonly Route[] = [...estimateRoutes, ...formRoutes(annualDesk), ...ofDesk(annualDesk, copyRoutes(annualDesk)), ...formRoutes(supplementaryDesk), ...formRoutes(specialDesk)]

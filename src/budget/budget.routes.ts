// Every desk's routes, by group.
import { type Route } from '../platform/http/route.ts'
import { baseRoutes } from './base.list.ts'
import { changeRoutes } from './change.list.ts'
import { fundRoutes } from './fund.list.ts'
import { ordinanceFormRoutes } from './ordinance-form.list.ts'
import { ordinanceRoutes } from './ordinance.list.ts'
import { planRoutes } from './plan.list.ts'
import { reportRoutes } from './report.list.ts'
import { yearEndRoutes } from './year-end.list.ts'

export const budgetRoutes: readonly Route[] = [
  ...baseRoutes, ...ordinanceRoutes, ...ordinanceFormRoutes, ...changeRoutes, ...fundRoutes, ...yearEndRoutes, ...planRoutes, ...reportRoutes,
]

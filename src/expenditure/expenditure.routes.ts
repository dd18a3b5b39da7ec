// Every desk's routes, by group: <group>.list.ts.
import { type Route } from '../platform/http/route.ts'

export const expenditureRoutes: readonly Route[] = []

import { type Route } from '../platform/http/route.ts'
import { bankAccountRoutes } from './bank-account/bank-account.routes.ts'
import { departmentRoutes } from './department/department.routes.ts'
import { signatoryRoutes } from './signatory/signatory.routes.ts'

export const registersRoutes: readonly Route[] = [...bankAccountRoutes, ...departmentRoutes, ...signatoryRoutes]

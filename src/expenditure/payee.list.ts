import { type Route } from '../platform/http/route.ts'
import { payeeRoutes } from './payee/payee.routes.ts'
import { payeeAccountRoutes } from './payee-account/payee-account.routes.ts'
import { payeeImportRoutes } from './payee-import/payee-import.routes.ts'

// The import's address before those with an id in the same place.
export const payeeListRoutes: readonly Route[] = [...payeeImportRoutes, ...payeeRoutes, ...payeeAccountRoutes]

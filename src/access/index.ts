export { checkRoutes } from './permissions/permissions.ts'
export { findCatalogue } from './permissions/permissions.repository.ts'
export { recordDenied } from './permissions/permissions.service.ts'

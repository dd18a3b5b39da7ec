// The door.
export { pawnshopsPosting } from './pawnshops.posting.ts'
export { pawnshopPaths } from './pawnshops.paths.ts'
export { pawnshopsRoutes } from './pawnshops.routes.ts'

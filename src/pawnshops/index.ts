// The door.
export { pawnshopsPosting } from './pawnshops.posting.ts'
export { pawnshopsRoutes } from './pawnshops.routes.ts'

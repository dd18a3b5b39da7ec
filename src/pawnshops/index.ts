// The door.
export { pawnshopsPosting } from './pawnshops.posting.ts'
export { findMissingControl } from './month-control/month-control.service.ts'
export { findOpenPawn, findOpenPawnOf, findPawnStatus, findPawnWork } from './pawn-work/pawn-work.service.ts'
export { pawnshopPaths } from './pawnshops.paths.ts'
export { pawnshopsRoutes } from './pawnshops.routes.ts'

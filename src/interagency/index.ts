// The door: the board's figures for the home page, and what holds up a closing.
export { interagencyRoutes } from './interagency.routes.ts'
export { pairPaths } from './interagency.paths.ts'
export { waitingItemsOf } from './pair/pair.view.ts'
export { findDealings, findOpenPairs } from './pair/pair.service.ts'
export { differenceOf, isOnItsWay, waitingOf, type DealingsOfYear, type Standing } from './pair/pair.ts'

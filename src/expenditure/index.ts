// The door: what later rooms need of money out.
export { expenditurePosting } from './expenditure.posting.ts'
export { expenditureRoutes } from './expenditure.routes.ts'

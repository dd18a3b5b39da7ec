// The door: what later rooms need of money out.
export { expenditurePosting } from './expenditure.posting.ts'
export { expenditureRoutes } from './expenditure.routes.ts'
export { findClaimWork } from './claim-work/claim-work.service.ts'
export type { ClaimWorkItem } from './claim-work/claim-work.ts'
export { findLoanWork } from './loan-work/loan-work.service.ts'
export type { LoanWorkItem } from './loan-work/loan-work.ts'
export { findPaymentWork } from './payment-work/payment-work.service.ts'
export type { PaymentWorkItem } from './payment-work/payment-work.ts'

// Addresses of loan contracts and what clears them.
import { documentPaths } from '../documents/index.ts'
import { type ClearingStep } from './clearing/clearing.ts'
import { type LoanStep } from './loan/loan.ts'

const loans = '/expenditure/loans'

export const loanPaths = {
  ...documentPaths<LoanStep>(loans),
  available: `${loans}/available`,
  overdue: `${loans}?standing=overdue`,
  letterRoute: `${loans}/:id/letter`,
  letter: (id: string) => `${loans}/${id}/letter`,
  clearNewRoute: `${loans}/:id/clearings/new`,
  clearNew: (id: string) => `${loans}/${id}/clearings/new`,
} as const

export const clearingPaths = documentPaths<ClearingStep>('/expenditure/clearings')

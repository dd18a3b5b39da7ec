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
  attachRoute: `${loans}/:id/attachments`,
  attach: (id: string) => `${loans}/${id}/attachments`,
  detachRoute: `${loans}/:id/attachments/:attachment/remove`,
  detach: (id: string, attachment: string) => `${loans}/${id}/attachments/${attachment}/remove`,
  clearNewRoute: `${loans}/:id/clearings/new`,
  clearNew: (id: string) => `${loans}/${id}/clearings/new`,
} as const

export const clearingPaths = documentPaths<ClearingStep>('/expenditure/clearings')

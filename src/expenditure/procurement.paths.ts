// Addresses of procurement: request, contract, addendum, acceptance, e-GP, guarantees.
import { documentPaths } from '../documents/index.ts'

export const requestPaths = documentPaths<'submit' | 'approve' | 'return' | 'cancel' | 'revoke'>('/expenditure/purchase-requests')

export const contractPaths = {
  ...documentPaths<'sign' | 'cancel' | 'complete' | 'terminate' | 'close' | 'revoke' | 'reopen' | 'advance' | 'refund'>('/expenditure/contracts'),
  newFor: (requestId: string) => `/expenditure/contracts/new?request=${requestId}`,
} as const

export const guaranteePaths = {
  ...documentPaths<'return' | 'forfeit' | 'cancel'>('/expenditure/guarantees'),
  newFor: (contractId: string) => `/expenditure/guarantees/new?contract=${contractId}`,
} as const

export const heldSecurityPaths = { list: '/expenditure/held-securities' } as const

export const forfeiturePaths = {
  ...documentPaths<'post' | 'cancel' | 'reverse'>('/expenditure/forfeitures'),
  newFor: (contractId: string) => `/expenditure/forfeitures/new?contract=${contractId}`,
} as const

/** Begun at their contract. */
export const addendumPaths = {
  ...documentPaths<'approve' | 'cancel'>('/expenditure/addenda'),
  newRoute: '/expenditure/contracts/:contract/addendum',
  newFor: (contractId: string) => `/expenditure/contracts/${contractId}/addendum`,
} as const

export const egpPaths = documentPaths<never>('/expenditure/egp')

export const acceptancePaths = {
  ...documentPaths<'accept' | 'reject' | 'cancel' | 'reverse' | 'claim'>('/expenditure/acceptances'),
  newFor: (contractId: string) => `/expenditure/acceptances/new?contract=${contractId}`,
} as const

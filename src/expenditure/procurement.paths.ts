// Addresses of procurement: request, contract, addendum, acceptance, e-GP, guarantees.
import { documentPaths } from '../documents/index.ts'

function purchasePaths<N extends string>(list: string) {
  return {
    ...documentPaths<N>(list),
    attachRoute: `${list}/:id/attachments`,
    attach: (id: string) => `${list}/${id}/attachments`,
    detachRoute: `${list}/:id/attachments/:attachment/remove`,
    detach: (id: string, attachment: string) => `${list}/${id}/attachments/${attachment}/remove`,
  } as const
}

export const requestPaths = purchasePaths<'submit' | 'approve' | 'return' | 'cancel' | 'revoke'>('/expenditure/purchase-requests')

export const contractPaths = {
  ...purchasePaths<'sign' | 'cancel' | 'complete' | 'terminate' | 'close' | 'revoke' | 'reopen' | 'advance' | 'refund'>('/expenditure/contracts'),
  newFor: (requestId: string) => `/expenditure/contracts/new?request=${requestId}`,
} as const

export const guaranteePaths = {
  ...purchasePaths<'return' | 'forfeit' | 'cancel'>('/expenditure/guarantees'),
  newFor: (contractId: string) => `/expenditure/guarantees/new?contract=${contractId}`,
} as const

export const heldSecurityPaths = { list: '/expenditure/held-securities' } as const

export const forfeiturePaths = {
  ...purchasePaths<'post' | 'cancel' | 'reverse'>('/expenditure/forfeitures'),
  newFor: (contractId: string) => `/expenditure/forfeitures/new?contract=${contractId}`,
} as const

/** Begun at their contract. */
export const addendumPaths = {
  ...purchasePaths<'approve' | 'cancel'>('/expenditure/addenda'),
  newRoute: '/expenditure/contracts/:contract/addendum',
  newFor: (contractId: string) => `/expenditure/contracts/${contractId}/addendum`,
} as const

export const egpPaths = purchasePaths<never>('/expenditure/egp')

export const acceptancePaths = {
  ...purchasePaths<'accept' | 'reject' | 'cancel' | 'reverse' | 'claim'>('/expenditure/acceptances'),
  newFor: (contractId: string) => `/expenditure/acceptances/new?contract=${contractId}`,
} as const

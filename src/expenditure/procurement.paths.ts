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

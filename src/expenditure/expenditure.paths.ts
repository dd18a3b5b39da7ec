// Addresses of the room. Documents of a sub-unit are looked at with its organisation in the address.
import { documentPaths } from '../documents/index.ts'
import { type ClaimStep } from './claim/claim.ts'

export const claimPaths = {
  ...documentPaths<ClaimStep>('/expenditure/claims'),
  attachRoute: '/expenditure/claims/:id/attachments',
  attach: (id: string) => `/expenditure/claims/${id}/attachments`,
  detachRoute: '/expenditure/claims/:id/attachments/:attachment/remove',
  detach: (id: string, attachment: string) => `/expenditure/claims/${id}/attachments/${attachment}/remove`,
} as const

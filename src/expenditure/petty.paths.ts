// Addresses of the floats and of what is paid out of them.
import { documentPaths } from '../documents/index.ts'
import { type PettyStep } from './petty-cash/petty-cash.ts'

const floats = '/expenditure/petty-cash'

export const pettyPaths = {
  ...documentPaths<PettyStep>(floats),
  keepRoute: `${floats}/:id/vouchers/new`,
  keep: (id: string) => `${floats}/${id}/vouchers/new`,
  dropRoute: `${floats}/:id/vouchers/:line/cancel`,
  drop: (id: string, voucher: string) => `${floats}/${id}/vouchers/${voucher}/cancel`,
  countRoute: `${floats}/:id/counts/new`,
  count: (id: string) => `${floats}/${id}/counts/new`,
} as const

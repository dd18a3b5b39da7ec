import { type Route } from '../platform/http/route.ts'
import { accountRoutes } from './account/account.routes.ts'
import { trialBalanceRoutes } from './trial-balance/trial-balance.routes.ts'
import { voucherRoutes } from './voucher/voucher.routes.ts'

export const ledgerRoutes: readonly Route[] = [...voucherRoutes, ...trialBalanceRoutes, ...accountRoutes]

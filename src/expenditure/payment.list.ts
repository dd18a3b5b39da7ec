import { type Route } from '../platform/http/route.ts'
import { paymentRoutes } from './payment/payment.routes.ts'
import { withholdingRoutes } from './withholding/withholding.routes.ts'

export const paymentListRoutes: readonly Route[] = [...paymentRoutes, ...withholdingRoutes]

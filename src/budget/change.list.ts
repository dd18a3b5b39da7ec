import { type Route } from '../platform/http/route.ts'
import { transferRoutes } from './transfer/transfer.routes.ts'

export const changeRoutes: readonly Route[] = transferRoutes

import { type Route } from '../platform/http/route.ts'
import { loginRoutes } from './login/login.routes.ts'
import { newsRoutes } from './news/news.routes.ts'
import { orderRoutes } from './order/order.routes.ts'
import { otpRoutes } from './otp/otp.routes.ts'
import { passwordRoutes } from './password/password.routes.ts'
import { profileRoutes } from './profile/profile.routes.ts'
import { resetRoutes } from './reset/reset.routes.ts'
import { sessionRoutes } from './session/session.routes.ts'
import { stepRoutes } from './steps/steps.routes.ts'
import { thaidRoutes } from './thaid/thaid.routes.ts'
import { type IdentityTools } from './tools.ts'

export function identityRoutes(tools: IdentityTools): readonly Route[] {
  return [
    ...loginRoutes(tools), ...stepRoutes(tools), ...thaidRoutes(tools), ...otpRoutes(tools), ...passwordRoutes(tools),
    ...resetRoutes(tools), ...sessionRoutes(tools), ...profileRoutes(tools), ...newsRoutes, ...orderRoutes,
  ]
}

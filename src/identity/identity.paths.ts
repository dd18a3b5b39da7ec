// Addresses of identity. Step pages are named after their step; the row in the database decides which one may be seen.
import { type Place } from './sign-in/journey.ts'

export const identityPaths = {
  login: '/login',
  waiting: '/login/waiting',
  cancel: '/sign-in/cancel',
  thaidReturn: '/sign-in/thaid/return',
  thaidAgain: '/sign-in/thaid/again',
  otpResend: '/sign-in/otp/resend',
  byThaid: '/sign-in/otp/by-thaid',
  byCode: '/sign-in/thaid/by-code',
  forgotten: '/forgotten-password',
  stepUp: '/step-up',
  signOut: '/sign-out',
  signOutEverywhere: '/sign-out-everywhere',
  keepAlive: '/session/keep',
  /** Where the idle warning puts what stands half-filled in a form. */
  draft: '/draft',
  profile: '/profile',
  profileEdit: '/profile/edit',
  changeEmail: '/profile/change-email',
  changePassword: '/profile/password/edit',
  orders: '/admin/orders',
  newOrder: '/admin/orders/new',
  endOrder: '/admin/orders/:kind/:id/end',
  endOrderOf: (kind: string, id: string) => `/admin/orders/${kind}/${id}/end`,
} as const

export function stepPath(place: Place): string {
  return `/sign-in/${place}`
}

/** Where to sign in, and why one is there again. */
export function loginPath(query: { ended?: string; returnTo?: string }): string {
  const search = new URLSearchParams({ ...(query.ended && { ended: query.ended }), ...(query.returnTo && { return: query.returnTo }) }).toString()
  return search === '' ? identityPaths.login : `${identityPaths.login}?${search}`
}

/** An address inside the system, or undefined: nobody is sent elsewhere by a link to our sign-in page. */
export function safeReturn(path: string | undefined): string | undefined {
  return path !== undefined && path.length <= 500 && /^\/(?![/\\])[\w\-./?=&%:]*$/.test(path) && !path.startsWith('/login') ? path : undefined
}

// Orders of the department: a closure of the system for an audience, or a service outside that is known to be down.
// Each is recorded with its letter and ends by itself (access-admin-oversight §4.11).
import { type Instant } from '../../platform/dates.ts'

export const orderKinds = ['closed', 'thaid', 'mail', 'sign_in'] as const
export type OrderKind = (typeof orderKinds)[number]

export const audiences = ['PROV', 'LAO', 'SUB', 'PAWN'] as const
export type Audience = (typeof audiences)[number]

export interface Order {
  readonly id: string
  readonly kind: OrderKind
  readonly audiences: readonly Audience[]
  readonly provinceName: string | undefined
  readonly notice: string
  readonly letter: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface NewOrder {
  readonly kind: OrderKind
  readonly audiences: readonly Audience[]
  readonly provinceCode: string | undefined
  readonly notice: string
  readonly letter: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export type OrderState = 'coming' | 'in-force' | 'over'

export function stateOf(order: Pick<Order, 'startsAt' | 'endsAt'>, now: Instant): OrderState {
  if (order.endsAt <= now) return 'over'
  return order.startsAt <= now ? 'in-force' : 'coming'
}

// วงเงินตามแผน of a school, hospital, waterworks or pawnshop (budget-and-receipts §3.10): versions, one of them in force for each kind of plan.
import { lifecycle } from '../../documents/index.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { minus, type Money } from '../../platform/money.ts'
import { type Balance } from '../control/control.ts'
import { type DeskDocument } from '../desk/desk.ts'

/** A version goes out of force by the approval of the next one, not by a step of its own. */
export const planLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'budget.spendplan:edit', onlyBy: 'author' },
    approve: { to: 'approved', may: 'budget.spendplan:approve', notBy: 'author' },
    cancel: { to: 'cancelled', may: 'budget.spendplan:edit' },
  },
  approved: {},
  superseded: {},
  cancelled: {},
})

export type PlanState = keyof typeof planLifecycle.table

/** A plan of the unit itself, or the budget enacted for its enterprise in the ordinance of its LAO. */
export const planVariants = ['plan', 'special'] as const
export type PlanVariant = (typeof planVariants)[number]

/** Kinds of money a plan may set limits for, where they are open to the unit's kind. */
export const sourcesOf: Readonly<Record<PlanVariant, readonly string[]>> = { plan: ['A1', 'A3', '70', '80'], special: ['A2'] }

export type Plan = DeskDocument<PlanState>

export function planVariantOf(text: string | null | undefined): PlanVariant {
  return text === 'special' ? 'special' : 'plan'
}

/** Who approved the plan outside the system: a school committee, the executive of the LAO, its council. */
export function authorityOf({ particulars }: Pick<Plan, 'particulars'>): string {
  return typeof particulars === 'object' && particulars !== null && 'authority' in particulars ? String(particulars.authority) : ''
}

/** A version that has taken in a special budget of the LAO. */
export interface Taking {
  readonly id: string
  readonly kind: 'plan'
  readonly number: number | null
  readonly fiscalYear: FiscalYear
  readonly state: PlanState
}

/** Special budgets of the LAO that this version has taken in, by their names. */
export function offersOf({ particulars }: Pick<Plan, 'particulars'>): string[] {
  const offers: unknown = typeof particulars === 'object' && particulars !== null && 'offers' in particulars ? particulars.offers : []
  return Array.isArray(offers) ? offers.map(String) : []
}

/** What is bound, claimed or paid of a limit: it cannot be set below. */
export function usedOf({ approved, available }: Pick<Balance, 'approved' | 'available'>): Money {
  return minus(approved, available)
}

// A notice of money given for a purpose (เงินอุดหนุนระบุวัตถุประสงค์/เฉพาะกิจ): taken in whole, allocated to lines, paid from what came in (§3.7).
import { lifecycle } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type DeskDocument } from '../desk/desk.ts'

export const grantLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'budget.supplementary:edit', onlyBy: 'author' },
    notify: { to: 'notified', may: 'budget.supplementary:create' },
    cancel: { to: 'cancelled', may: 'budget.supplementary:edit' },
  },
  // The notice stands; what is edited now, by whoever is at hand, is how it is allocated.
  notified: {
    edit: { to: 'notified', may: 'budget.supplementary:edit' },
    cash: { to: 'notified', may: 'budget.supplementary:edit' },
    uncash: { to: 'notified', may: 'budget.supplementary:edit' },
    allocate: { to: 'allocated', may: 'budget.supplementary:approve', notBy: 'hands' },
    close: { to: 'closed', may: 'budget.supplementary:approve', notBy: 'author' },
    cancel: { to: 'cancelled', may: 'budget.supplementary:edit' },
  },
  allocated: {
    cash: { to: 'allocated', may: 'budget.supplementary:edit' },
    uncash: { to: 'allocated', may: 'budget.supplementary:edit' },
    close: { to: 'closed', may: 'budget.supplementary:approve', notBy: 'author' },
  },
  closed: {},
  cancelled: {},
})

export type GrantState = keyof typeof grantLifecycle.table
export type Grant = DeskDocument<GrantState>

/** 3001 ระบุวัตถุประสงค์, 3002 เฉพาะกิจ: the source of the money and the kind of the notice are one. */
export const grantSources = ['3001', '3002'] as const
export type GrantSource = (typeof grantSources)[number]

/** What only a notice says of itself. */
export interface Notice {
  readonly agency: string
  readonly letterNumber: string
  readonly letterDate: CalendarDate
  /** The last day on which its lines are used. */
  readonly spendBy: CalendarDate
}

/** A second notice, for what contracts left over, has no money and no lines of its own: both stand with the first. */
export function fundOf({ id, parentId }: Pick<Grant, 'id' | 'parentId'>): string {
  return parentId ?? id
}

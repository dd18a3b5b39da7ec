// How far the offices in sight have come with the budget of a year: what a province and the department follow (§3.2, access-admin-oversight §5.1).
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { dayOfLaw, daysLate } from '../ordinance-deadline/ordinance-deadline.ts'
import { type OrdinanceState } from '../ordinance/ordinance.ts'
import { type Settings } from '../settings/settings.ts'

/** 'none': nothing was begun. */
export type ProgressState = Exclude<OrdinanceState, 'cancelled'> | 'none'
export const progressStates: readonly ProgressState[] = ['none', 'draft', 'proposed', 'council_approved', 'supervisor_approved', 'enforced', 'closed']

export interface ProgressFilter {
  readonly fiscalYear: FiscalYear
  /** Only where the whole nation is seen: one province. */
  readonly provinceCode?: string | undefined
  readonly district?: string | undefined
  readonly state?: ProgressState | undefined
  /** Later than the law's day with the proposal or the announcement, done or not. */
  readonly isLate?: boolean
  /** Code of the last office of the page before. */
  readonly after?: string | undefined
}

export interface DueDays {
  readonly propose: CalendarDate
  readonly enforce: CalendarDate
}

export interface OfficeProgress {
  readonly organisationId: string
  readonly code: string
  readonly name: string
  readonly district: string
  readonly kindName: string
  readonly state: ProgressState
  readonly proposedOn: CalendarDate | undefined
  readonly enforcedOn: CalendarDate | undefined
  /** Of the annual ordinance, at whatever step it is. */
  readonly total: Money | undefined
  readonly supplements: Supplements
  /** Up to the day it was done, or up to today. */
  readonly proposeLate: number
  readonly enforceLate: number
}

/** งบประมาณเพิ่มเติม of the year. */
export interface Supplements {
  readonly enforced: number
  readonly total: Money
  readonly onTheirWay: number
}

export interface StateCount {
  readonly state: ProgressState
  readonly offices: number
}

export interface Progress {
  readonly offices: readonly OfficeProgress[]
  readonly hasMore: boolean
  /** Of all offices of the province and district, whatever state was asked for. */
  readonly counts: readonly StateCount[]
  readonly due: DueDays
}

export function dueDays(year: FiscalYear, settings: Pick<Settings, 'text'>): DueDays {
  return { propose: dayOfLaw(year, settings.text('propose-by')), enforce: dayOfLaw(year, settings.text('enforce-by')) }
}

type Found = Omit<OfficeProgress, 'proposeLate' | 'enforceLate'>

export function withDelays(found: Found, due: DueDays, today: CalendarDate): OfficeProgress {
  return { ...found, proposeLate: daysLate(found.proposedOn ?? today, due.propose), enforceLate: daysLate(found.enforcedOn ?? today, due.enforce) }
}

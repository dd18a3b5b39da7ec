// ทะเบียนผู้มีสิทธิรับเบี้ยยังชีพ: who, which allowance, since when; what it is in a month by the age (expenditure-accounting-assets §1.7). Pure.
import { addDays, addMonths, compareDates, fiscalYearOf, fiscalYearPeriod, type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { monthOf } from '../month/month.ts'

/** Kind of its trail. */
export const welfareSource = 'welfare-person'

export const endReasons = ['died', 'moved', 'lost'] as const
export type EndReason = (typeof endReasons)[number]

export interface WelfareKind {
  readonly code: string
  readonly name: string
  readonly itemCode: string
}

/** From so many years of age on, to the next step. */
export interface WelfareStep {
  readonly kind: string
  readonly validFrom: CalendarDate
  readonly ageFrom: number
  readonly amount: Money
}

export interface WelfareCommand {
  readonly payeeId: string
  readonly kind: string
  readonly birthDate: CalendarDate
  readonly startsOn: CalendarDate
  /** The day of death, of moving, of the loss; the month of it is still due. */
  readonly endedOn: CalendarDate | null
  readonly endReason: EndReason | null
}

export interface WelfarePerson extends WelfareCommand {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly taxId: string | null
  readonly address: string
  readonly hasAccount: boolean
}

export interface WelfareFilter {
  readonly kind: string | undefined
  readonly search: string | undefined
  /** Only who is entitled in the month. */
  readonly isEntitled: boolean
  readonly after: string | undefined
}

export function isEntitled({ startsOn, endedOn }: Pick<WelfareCommand, 'startsOn' | 'endedOn'>, month: CalendarDate): boolean {
  return compareDates(startsOn, month) <= 0 && (endedOn === null || compareDates(month, monthOf(endedOn)) <= 0)
}

/** The age that counts in a month. `stepMonths`: 0 with the month of the birthday, 1 with the month after, 12 with the fiscal year after. */
export function countedAge(birthDate: CalendarDate, month: CalendarDate, stepMonths: number): number {
  if (stepMonths === 0) return ageOn(birthDate, addDays(addMonths(month, 1), -1))
  return ageOn(birthDate, stepMonths === 1 ? addDays(month, -1) : fiscalYearPeriod(fiscalYearOf(month)).from)
}

function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** What the allowance is at this age in this month; undefined below the first step. */
export function allowanceAt(steps: readonly WelfareStep[], { kind, age, month }: { readonly kind: string; readonly age: number; readonly month: CalendarDate }): Money | undefined {
  const valid = steps.filter((step) => step.kind === kind && compareDates(step.validFrom, month) <= 0)
  const latest = valid.reduce<CalendarDate | undefined>((found, { validFrom }) => (found === undefined || compareDates(validFrom, found) > 0 ? validFrom : found), undefined)
  return valid.filter(({ validFrom, ageFrom }) => validFrom === latest && ageFrom <= age).sort((a, b) => b.ageFrom - a.ageFrom)[0]?.amount
}

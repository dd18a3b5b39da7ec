// งวดบัญชี: sixteen a year. Closing and reopening are asked by one officer and carried out by another.
import { addMonths, fiscalYearPeriod, thaiMonthName, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { periodText } from '../period.text.ts'
import { type Module } from '../posting/gate.ts'

export const periodStates = ['open', 'soft', 'closed'] as const
export type PeriodState = (typeof periodStates)[number]

/** 0 opening · 1–12 October to September · 13 adjusting · 14 closing · 15 after the audit. */
export const lastPeriod = 15
export const auditPeriod = 15

export interface PeriodKey {
  readonly fiscalYear: FiscalYear
  readonly period: number
}

export interface Period extends PeriodKey {
  readonly state: PeriodState
  readonly closedModules: readonly Module[]
  readonly changedBy: string | null
  readonly changedAt: string | null
}

export interface NewRequest extends PeriodKey {
  readonly wanted: PeriodState
  readonly modules: readonly Module[]
  readonly reason: string
  readonly auditUntil: CalendarDate | undefined
}

export interface WaitingRequest {
  readonly id: string
  readonly fiscalYear: number
  readonly period: number
  readonly wanted: PeriodState
  readonly modules: readonly Module[]
  readonly reason: string
  readonly auditUntil: CalendarDate | null
  readonly askedBy: string
  readonly askedAt: string
}

/** Why a decided request cannot be carried out, as ledger_set_period tells it. */
export type PeriodRefusal = 'gone' | 'samePerson' | 'earlierOpen' | 'laterClosed' | 'yearClosed' | 'noOpening'

/** The first day of a month's period; undefined for the four that are no month. */
export function firstDayOf({ fiscalYear, period }: PeriodKey): CalendarDate | undefined {
  return period >= 1 && period <= 12 ? addMonths(fiscalYearPeriod(fiscalYear).from, period - 1) : undefined
}

/** The month that is closed next: they close in their order (§3.10). */
export function nextMonth(periods: readonly Period[]): Period | undefined {
  return periods.find((period) => firstDayOf(period) !== undefined && period.state !== 'closed')
}

/** access-admin-oversight §4.2: fewer than three people with work in finance. */
export const smallUnitBelow = 3

export function periodName(key: PeriodKey): string {
  const first = firstDayOf(key)
  if (first !== undefined) return `${thaiMonthName(Number(first.slice(5, 7)))} ${Number(first.slice(0, 4)) + 543}`
  if (key.period === 0) return periodText.names.opening
  return key.period === 13 ? periodText.names.adjusting : key.period === 14 ? periodText.names.closing : periodText.names.audit
}

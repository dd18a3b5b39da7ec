// What the law gives days for (budget-and-receipts §3.2): proposing by 15 August, announcing by 1 October, the supervisor's answer, the report.
import { addDays, calendarDate, compareDates, daysBetween, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Step } from '../document/document.ts'
import { reportOf, ridesAlong, rulesOf, type OrdinanceHead } from '../ordinance/ordinance.ts'
import { type Settings } from '../settings/settings.ts'

export interface Deadline {
  readonly step: 'propose' | 'supervise' | 'enforce' | 'report'
  readonly due: CalendarDate
  /** Not yet: undefined. */
  readonly doneOn: CalendarDate | undefined
  /** Up to the day it was done, or up to today; nought when in time. */
  readonly daysLate: number
  readonly reference: string
}

export interface Waiting {
  readonly ordinance: OrdinanceHead
  /** What comes next and has its days. */
  readonly next: Deadline | undefined
}

type Dated = Pick<OrdinanceHead, 'kind' | 'fiscalYear' | 'steps' | 'state'>

/** A special budget is in time when its ordinance is. */
export function deadlinesOf(ordinance: Dated, settings: Pick<Settings, 'text' | 'number' | 'reference'>, today: CalendarDate): Deadline[] {
  if (ridesAlong(ordinance)) return []
  const current = currentSteps(ordinance.steps)
  const dayOf = (action: string) => current.findLast((step) => step.action === action)?.happenedOn
  const proposed = ordinance.steps.find(({ action }) => action === 'propose')?.happenedOn
  const judged = (step: Deadline['step'], at: { readonly due: CalendarDate; readonly doneOn: CalendarDate | undefined; readonly setting: string }): Deadline => (
    { step, due: at.due, doneOn: at.doneOn, daysLate: daysLate(at.doneOn ?? today, at.due), reference: settings.reference(at.setting) })
  const ofYear = (step: 'propose' | 'enforce', doneOn: CalendarDate | undefined): Deadline => (
    judged(step, { due: dayOfLaw(ordinance.fiscalYear, settings.text(`${step}-by`)), doneOn, setting: `${step}-by` }))
  const after = (step: 'supervise' | 'report', before: 'council' | 'enforce'): Deadline[] => {
    const [start, setting] = [dayOf(before), step === 'supervise' ? 'supervisor-days' : 'report-days']
    const doneOn = step === 'report' ? reportOf(current)?.happenedOn : dayOf(step)
    return start === undefined ? [] : [judged(step, { due: addDays(start, settings.number(setting)), doneOn, setting })]
  }
  const { hasYearDays } = rulesOf(ordinance)
  return [
    ...(hasYearDays ? [ofYear('propose', proposed)] : []), ...after('supervise', 'council'), ...(hasYearDays ? [ofYear('enforce', dayOf('enforce'))] : []),
    ...after('report', 'enforce'),
  ]
}

/** What was returned does not count any more. */
function currentSteps(steps: readonly Step[]): readonly Step[] {
  return steps.slice(steps.findLastIndex(({ action }) => action === 'return') + 1)
}

/** 'MM-DD' in the calendar year before the one the fiscal year is named after. */
export function dayOfLaw(year: FiscalYear, monthDay: string): CalendarDate {
  return calendarDate(`${year - 544}-${monthDay}`)
}

export function daysLate(on: CalendarDate, due: CalendarDate): number {
  return compareDates(on, due) > 0 ? daysBetween(due, on) : 0
}

// ทะเบียนคุมภาษีหัก ณ ที่จ่าย: what was withheld, by which voucher, and whether it reached the Revenue Department in time (§2, S29). Pure.
import { compareDates, daysBetween, type CalendarDate } from '../../platform/dates.ts'
import { type ListTotals } from '../../platform/database/heads.ts'
import { type RunningNumber } from '../payment/payment.ts'
import { dueDay } from '../tax-remittance/tax-remittance.ts'
import { monthOf } from '../month/month.ts'
import { type FormTotal, type Withholding } from '../withholding/withholding.ts'

export const shownNames = ['all', 'unremitted', 'late', 'remitted', 'cancelled'] as const
export type Shown = (typeof shownNames)[number]

export interface RegisterAsked {
  readonly organisationId: string
  /** First days of the first and the last month. */
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** '' for all. */
  readonly form: string
  readonly shown: Shown
  /** Part of the payee's name, a tax id, or 'PV-00012/70'. */
  readonly search: string
  /** Id of the last row of the page before. */
  readonly after: string | undefined
}

export interface RegisteredTax extends Withholding {
  readonly voucher: RunningNumber | null
  /** The claim that hands it on. */
  readonly claimId: string | null
}

export interface RegisterTotals {
  readonly forms: readonly FormTotal[]
  readonly count: ListTotals['count']
}

export type Standing = { readonly state: 'cancelled' | 'remitted' | 'claimed' | 'waiting'; readonly due: CalendarDate } | { readonly state: 'late' | 'remittedLate'; readonly days: number }

/** Seven days after the end of its month it is late, and so it stays when it went out afterwards. */
export function standingOf(tax: Pick<RegisteredTax, 'state' | 'paidOn' | 'remittedOn' | 'claimId'>, { remitDays, today }: { readonly remitDays: number; readonly today: CalendarDate }): Standing {
  const due = dueDay(monthOf(tax.paidOn), remitDays)
  if (tax.state === 'cancelled') return { state: 'cancelled', due }
  const day = tax.remittedOn ?? today
  if (compareDates(day, due) > 0) return { state: tax.remittedOn === null ? 'late' : 'remittedLate', days: daysBetween(due, day) }
  if (tax.remittedOn !== null) return { state: 'remitted', due }
  return { state: tax.claimId === null ? 'waiting' : 'claimed', due }
}

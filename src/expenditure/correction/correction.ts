// ปรับปรุงรายจ่าย: part of what a paid claim cost belongs to another control line or account (expenditure-accounting-assets §1.9, S41). Pure.
import { type ControlLine, type LineWithBalance } from '../../budget/index.ts'
import { lifecycle, printedNumber, type DocumentHead, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { compareDates, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { compare, isNegative, isZero, minus, plus, zero, type Money } from '../../platform/money.ts'
import { setsUpDebt } from '../claim-kind/claim-kind.ts'
import { type Claim } from '../claim/claim.ts'

/** Source kind of its voucher and budget movement, kind of its trail and attachments. */
export const correctionSource = 'expense-correction'

export const correctionStates = ['submitted', 'posted', 'refused', 'cancelled', 'reversed'] as const
export type CorrectionState = (typeof correctionStates)[number]

/** The department asks, whoever approves claims decides. */
export const correctionLifecycle = lifecycle({
  submitted: {
    approve: { to: 'posted', may: 'expense.check:approve', notBy: 'author' },
    refuse: { to: 'refused', may: 'expense.check:approve' },
    cancel: { to: 'cancelled', may: 'expense.voucherreq:edit' },
  },
  posted: { reverse: { to: 'reversed', may: 'expense.check:approve', notBy: 'author' } },
  refused: {},
  cancelled: {},
  reversed: {},
})

export const correctionPapers: PaperRule<CorrectionState> = { may: 'expense.voucherreq:edit', loose: ['submitted'] }

export type CorrectionStep = 'approve' | 'refuse' | 'cancel' | 'reverse'

/** So much of a claim on one control line and one account. */
export interface Cost {
  readonly lineId: string
  readonly accountCode: string
  readonly amount: Money
}

export interface CorrectionCommand {
  readonly claimId: string
  readonly documentDate: CalendarDate
  readonly fromLineId: string
  readonly fromAccount: string
  readonly toLineId: string
  readonly toAccount: string
  readonly amount: Money
  readonly reason: string
}

export type NamedLine = Pick<ControlLine, 'number' | 'title'>

export interface Correction extends DocumentHead<CorrectionState>, CorrectionCommand {
  readonly organisationName: string
  readonly claimNumber: number | null
  readonly claimYear: FiscalYear
  readonly claimTitle: string
  readonly payeeName: string
  readonly fromLine: NamedLine
  readonly toLine: NamedLine
  readonly fromAccountName: string
  readonly toAccountName: string
  readonly voucherId: string | null
  readonly endReason: string | null
  readonly author: Person
  readonly poster: Person | null
}

/** What may be corrected, and onto what. */
export interface KnownCosts {
  readonly claim: Claim
  /** What it cost, as it is booked now. */
  readonly costs: readonly Cost[]
  /** All control lines of its year. */
  readonly lines: readonly LineWithBalance[]
  readonly isYearClosed: boolean
}

/** 'COR-00001/70' */
export function correctionName({ number, fiscalYear }: Pick<Correction, 'number' | 'fiscalYear'>): string {
  return printedNumber('COR', number ?? 0, fiscalYear)
}

/** 'CLM-00012/70' */
export function claimNameOf({ claimNumber, claimYear }: Pick<Correction, 'claimNumber' | 'claimYear'>): string {
  return printedNumber('CLM', claimNumber ?? 0, claimYear)
}

/** Its money left, or left and came back; lines on the budget whose cost is booked by an account of their own. Money to own units names the unit on both sides and is no matter of one. */
export function isCorrectable(claim: Claim): boolean {
  const isOut = claim.state === 'paid' || claim.reopenedBy !== null
  return isOut && claim.kind !== 'C13' && (setsUpDebt(claim) || claim.kind === 'C2') && claim.lines.some(({ budgetLineId }) => budgetLineId !== null)
}

/** As a form names a cost: '12:5104010112.001'. */
export function costKey({ lineId, accountCode }: Pick<Cost, 'lineId' | 'accountCode'>): string {
  return `${lineId}:${accountCode}`
}

/** What was booked first, less what was moved away, and what was moved in. */
export function costsNow(booked: readonly Cost[], moved: readonly Pick<Correction, 'fromLineId' | 'fromAccount' | 'toLineId' | 'toAccount' | 'amount'>[]): Cost[] {
  const costs = new Map<string, Cost>()
  const add = (cost: Cost) => {
    const key = costKey(cost)
    costs.set(key, { ...cost, amount: plus(costs.get(key)?.amount ?? zero, cost.amount) })
  }
  booked.forEach(add)
  for (const { fromLineId, fromAccount, toLineId, toAccount, amount } of moved) {
    add({ lineId: fromLineId, accountCode: fromAccount, amount: minus(zero, amount) })
    add({ lineId: toLineId, accountCode: toAccount, amount })
  }
  return [...costs.values()].filter(({ amount }) => !isZero(amount) && !isNegative(amount))
}

export type DayFault = 'future' | 'beforePayment' | 'otherYear'

/** Within the year of the claim and not before its money left; of a year whose books are closed, in the new one. */
export function dayFault(day: CalendarDate, { paidOn, fiscalYear, isYearClosed, today }: { readonly paidOn: CalendarDate; readonly fiscalYear: FiscalYear; readonly isYearClosed: boolean; readonly today: CalendarDate }): DayFault | undefined {
  if (compareDates(day, today) > 0) return 'future'
  if (compareDates(day, paidOn) < 0) return 'beforePayment'
  return !isYearClosed && fiscalYearOf(day) !== fiscalYear ? 'otherYear' : undefined
}

/** A line an ordinance left out has handed its money to its successor, which no cost names yet. */
export function whereStanding<C extends Pick<Cost, 'lineId'>>(costs: readonly C[], holds: readonly { readonly lineId: string }[]): C[] {
  const unnamed = holds.filter(({ lineId }) => costs.every((cost) => cost.lineId !== lineId))
  const [successor, ...others] = unnamed
  const isHeld = ({ lineId }: C) => holds.some((hold) => hold.lineId === lineId)
  return costs.map((cost) => (isHeld(cost) || successor === undefined || others.length > 0 ? cost : { ...cost, lineId: successor.lineId }))
}

/** What came back of each cost is a cost no more, and no line is left by more than the claim holds there. */
export function stillHeld(costs: readonly Cost[], { givenBack, holds }: { readonly givenBack: readonly Cost[]; readonly holds: readonly { readonly lineId: string; readonly amount: Money }[] }): Cost[] {
  const back = new Map(givenBack.map((each) => [costKey(each), each.amount]))
  const held = new Map(holds.map(({ lineId, amount }) => [lineId, amount]))
  return costs.map((cost) => {
    const [left, most] = [minus(cost.amount, back.get(costKey(cost)) ?? zero), held.get(cost.lineId) ?? zero]
    return { ...cost, amount: compare(left, most) < 0 ? left : most }
  }).filter(({ amount }) => compare(amount, zero) > 0)
}

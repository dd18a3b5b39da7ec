// The print set of an ordinance (budget-and-receipts §3.3): what its papers are made of, and the sums they share.
import { type Office } from '../../documents/index.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { minus, sum, times, zero, type Money } from '../../platform/money.ts'
import { type BudgetDocument, type DocumentLine } from '../document/document.ts'
import { type Particulars, type RevenueLine } from '../ordinance/ordinance.ts'
import { type Settings } from '../settings/settings.ts'

/** Kinds of documents that are enacted with papers of their own. */
export const paperKinds = ['annual', 'supplementary', 'special', 'interim'] as const

/** Those that are a law by themselves. */
export const enactedKinds = paperKinds.filter((kind) => kind !== 'special')

export interface RevenueName {
  readonly name: string
  readonly categoryCode: string
  readonly categoryName: string
}

export type PaperRevenue = RevenueLine & RevenueName

/** A line with the names of all it stands under. */
export interface PaperLine extends Pick<DocumentLine, 'amount' | 'fromSubsidy' | 'explanation' | 'location' | 'planReference' | 'legalReference' | 'quantity' | 'unit'> {
  readonly title: string
  readonly actuals: readonly [Money, Money, Money]
  readonly estimateNow: Money
  readonly area: string
  readonly plan: string
  readonly taskCode: string
  readonly task: string
  readonly typeCode: string
  readonly type: string
  readonly categoryCode: string
  readonly category: string
  readonly economicCode: string
  readonly item: string
  readonly isPersonnel: boolean
}

/** What the office calls itself, its law and those who sign. */
export interface Body {
  readonly code: string
  readonly name: string
  readonly kindName: string
  readonly district: string
  readonly province: string
  readonly ordinance: string
  readonly council: string
  readonly executive: string
  readonly approver: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly area: string
  readonly men: number | null
  readonly women: number | null
  readonly executiveName: string
  readonly electedOn: CalendarDate | null
  readonly termEndsOn: CalendarDate | null
  readonly staff: readonly { readonly kind: string; readonly count: number }[]
}

export interface Paper {
  readonly office: Office
  readonly body: Body
  readonly document: BudgetDocument
  /** What the author wrote for the council; a part not written is empty. */
  readonly particulars: Particulars
  readonly revenues: readonly PaperRevenue[]
  /** In the order of tasks and codes. */
  readonly lines: readonly PaperLine[]
  /** Enacted with it. */
  readonly specials: readonly SpecialBudget[]
  readonly settings: Settings
  /** Every งบ of the year's classification. */
  readonly types: readonly { readonly code: string; readonly name: string }[]
}

/** งบประมาณรายจ่ายเฉพาะการ of one enterprise. */
export interface SpecialBudget {
  readonly title: string
  readonly revenue: Money
  readonly amount: Money
}

export interface CarriedItems {
  readonly boundCount: number
  readonly bound: Money
  readonly freeCount: number
  readonly free: Money
}

/** สถานะการคลัง and last year's performance, as the speech tells them. */
export interface Position {
  readonly on: CalendarDate
  readonly bank: Money
  readonly accumulated: Money
  readonly reserve: Money
  readonly loans: Money
  readonly carried: CarriedItems
  readonly year: FiscalYear
  readonly received: readonly NamedAmount[]
  readonly spent: readonly NamedAmount[]
}

export interface NamedAmount {
  readonly name: string
  readonly amount: Money
}

export function isDraft({ state }: Pick<BudgetDocument, 'state'>): boolean {
  return !['enforced', 'closed'].includes(state)
}

export function amountOf(lines: readonly { readonly amount: Money }[]): Money {
  return sum(lines.map(({ amount }) => amount))
}

/** Section 35: what is paid to people and not from subsidies. */
export function personnelAmount(lines: readonly PaperLine[]): Money {
  return sum(lines.filter(({ isPersonnel }) => isPersonnel).map(({ amount, fromSubsidy }) => minus(amount, fromSubsidy)))
}

/** Hundredths of a per cent, half up; of nothing there is no share. */
export function shareOf(part: Money, whole: Money): bigint | undefined {
  const [share, all]: [bigint, bigint] = [part, whole]
  if (all === 0n) return undefined
  const doubled = share * 20_000n
  return (doubled + (share < 0n ? -all : all)) / (all * 2n)
}

// R7: general and purpose-tied subsidies are no own revenue.
const subsidyRevenues = ['431000', '441000']

export interface Subsidies {
  readonly given: readonly PaperLine[]
  readonly own: Money
  readonly ceiling: Money
}

/** Subsidies given out, and what the rule of the ministry allows of last year's own revenue. */
export function subsidiesOf({ lines, revenues, settings }: Paper): Subsidies {
  const own = sum(revenues.filter(({ categoryCode }) => !subsidyRevenues.includes(categoryCode)).map(({ actuals }) => actuals[2]))
  const given = lines.filter(({ categoryCode }) => categoryCode === settings.text('subsidy-category'))
  return { given, own, ceiling: times(own, settings.percent('subsidy-percent'), 'down') }
}

/** Sums by a key, in the order of first appearance. */
export function sumsBy<T extends { readonly amount: Money }>(items: readonly T[], key: (item: T) => string): Map<string, Money> {
  const sums = new Map<string, Money>()
  for (const item of items) sums.set(key(item), sum([sums.get(key(item)) ?? zero, item.amount]))
  return sums
}

// ปิดบัญชีประจำปี (expenditure-accounting-assets §3.7, §3.10): asked by one officer, carried out by another, all or nothing.
import { type OfficerRead } from '../../platform/database/work.ts'
import { type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { compare, isNegative, isZero, minus, negate, sum, times, zero, type Money, type Rate } from '../../platform/money.ts'
import { type PostingLine, type SlotAmount } from '../posting/posting.ts'
import { type Emptied, type SetAside, type Transferred } from '../ledger.posting.ts'

export type ClosingKind = 'close' | 'undo'

export interface ClosingRequest {
  readonly id: string
  readonly fiscalYear: FiscalYear
  readonly kind: ClosingKind
  /** By which the reserve of an LAO is reckoned; null for other offices. */
  readonly figures: BudgetFigures | null
  readonly reason: string
  readonly askedById: string
  readonly askedBy: string
  readonly askedAt: string
}

/** เงินรายรับและรายจ่ายตามงบประมาณ, carried commitments included. */
export interface BudgetFigures {
  readonly receipts: Money
  readonly spent: Money
}

export interface ClosingVoucher {
  readonly id: string
  readonly running: number
  readonly description: string
  readonly total: Money
}

/** Something that stands against the closing, and where it is dealt with. */
export interface Blocker {
  readonly text: string
  readonly href: string
}

/** Rooms up the stairs tell the ledger what of theirs is unfinished in a year, and what the budget paid out. */
export interface YearRooms {
  readonly blockers: readonly ((read: OfficerRead, year: FiscalYear) => Promise<readonly Blocker[]>)[]
  /** Told before a month is closed; they do not hold it up. */
  readonly ofMonth?: readonly ((read: OfficerRead, days: DayRange) => Promise<readonly Blocker[]>)[]
  /** Told too, and the month is not closed before they are dealt with. */
  readonly holdMonth?: readonly ((read: OfficerRead, days: DayRange) => Promise<readonly Blocker[]>)[]
  /** Undefined where the year has no budget: only then the accountant says it. */
  readonly spent?: (read: OfficerRead, year: FiscalYear) => Promise<Spending | undefined>
}

/** Budget spending of a year: paid less what came back, claimed and unpaid, and what was carried as far as it counts (§3.7). */
export interface Spending {
  readonly paid: Money
  readonly claimed: Money
  readonly carried: Money
}

export function spentIn({ paid, claimed, carried }: Spending): Money {
  return sum([paid, claimed, carried])
}

/** What the books and the budget tell of a year's money, before anybody says anything else. */
export interface Reckoned {
  readonly receipts: Money
  readonly spending: Spending | undefined
}

/** What somebody put in the place of a reckoned figure, or where there is none, wants a reason. */
export function wantsReason({ receipts, spending }: Reckoned, figures: BudgetFigures): boolean {
  return spending === undefined || compare(receipts, figures.receipts) !== 0
}

/** What an account holds at the end of a year, key by key: debit less credit. */
export interface YearNet {
  readonly accountCode: string
  readonly group: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
  readonly subKey: string | undefined
  readonly counterpartyId: string | undefined
  readonly net: Money
}

/** Emptied on the other side; income over expense is a surplus. */
export function emptied(nets: readonly YearNet[]): Emptied {
  const slot = ({ accountCode, subKey, counterpartyId }: YearNet, amount: Money): SlotAmount => ({ accountCode, subKey, counterpartyId, amount })
  const held = nets.filter(({ net }) => !isZero(net))
  return {
    amounts: sidesOf(negate(sum(held.map(({ net }) => net)))),
    lists: {
      debits: held.filter(({ net }) => isNegative(net)).map((each) => slot(each, negate(each.net))),
      credits: held.filter(({ net }) => !isNegative(net)).map((each) => slot(each, each.net)),
    },
  }
}

function sidesOf(surplus: Money): Transferred['amounts'] {
  return isNegative(surplus) ? { surplus: zero, deficit: negate(surplus) } : { surplus, deficit: zero }
}

export function isEmpty({ lists }: Emptied): boolean {
  return lists.debits.length + lists.credits.length === 0
}

export function transferred(nets: readonly YearNet[]): Transferred {
  return { amounts: sidesOf(resultOf(nets)) }
}

/** Income less expense, with what stands on the result's own account. */
export function resultOf(nets: readonly YearNet[]): Money {
  return negate(sum(nets.filter(isOfYear).map(({ net }) => net)))
}

/** What belongs to one year alone and never to the next. */
export function isOfYear({ group, accountCode }: Pick<YearNet, 'group' | 'accountCode'>): boolean {
  return group === 'revenue' || group === 'expense' || accountCode.startsWith('3101')
}

/** เงินทุนสำรองเงินสะสม: fifteen parts in a hundred of what is left of the year's money; nothing when nothing is (S76). */
const reserveShare: Rate = { numerator: 15n, denominator: 100n }

export function reserveOf({ receipts, spent }: BudgetFigures): Money {
  const excess = minus(receipts, spent)
  return compare(excess, zero) > 0 ? times(excess, reserveShare, 'half-up') : zero
}

export function setAside(figures: BudgetFigures): SetAside {
  return { amounts: { reserve: reserveOf(figures) } }
}

/** The next year begins with what this one ends with, account by account and key by key (INV-20). */
export function carriedLines(nets: readonly YearNet[]): PostingLine[] {
  return nets.filter(({ net }) => !isZero(net)).map(({ accountCode, subKey, counterpartyId, net }) => ({
    accountCode, subKey, counterpartyId, side: isNegative(net) ? 'C' as const : 'D' as const, amount: isNegative(net) ? negate(net) : net,
  }))
}

/** What rooms that are not built yet cannot tell, the accountant says (§3.10). */
export const declarations = ['stock', 'depreciation', 'bank', 'carried'] as const
export type Declaration = (typeof declarations)[number]

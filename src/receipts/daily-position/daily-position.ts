// รายงานสถานะการเงินประจำวัน: what was there, what came and went, what is counted; signed only when all of it agrees (budget-and-receipts §4.7, RE-9).
import { lifecycle, type DocumentHead, type RegisterFilter } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { formatMoney, fromNumeric, isZero, minus, money, plus, sum, toNumeric, zero, type Money } from '../../platform/money.ts'
import { countedTotal, type Pieces } from '../cash-count/cash-count.ts'
import { dailyPositionText } from '../daily-position.text.ts'
import { type Prepared } from '../sign/sign.ts'

const { errors } = dailyPositionText

export const positionStates = ['draft', 'signed'] as const
export type PositionState = (typeof positionStates)[number]

export const positionLifecycle = lifecycle({
  draft: {
    // Whoever counts last is who prepared it: a colleague may, for there is one report a day and no other way on.
    edit: { to: 'draft', may: 'revenue.deposit:edit' },
    sign: { to: 'signed', may: 'revenue.deposit:approve', notBy: 'author' },
  },
  // From the end: only the last one that was signed.
  signed: { reopen: { to: 'draft', may: 'revenue.deposit:approve', notBy: 'author' } },
})

export interface PositionHead extends DocumentHead<PositionState>, Prepared {
  readonly positionDate: CalendarDate
  readonly preparer: Person
  readonly signer: Person | null
  readonly signedAt: string | null
}

export interface Movement {
  readonly brought: Money
  readonly received: Money
  readonly paidIn: Money
  readonly paid: Money
}

export interface AccountBalance {
  readonly name: string
  readonly number: string
  /** Not told by what was signed before both were asked for. */
  readonly branch?: string | undefined
  readonly kind?: string | undefined
  readonly balance: Money
}

export interface Keeper {
  readonly role: 'head_of_finance' | 'safe_committee' | 'executive' | 'clerk'
  readonly name: string
  readonly position: string
}

/** Everything that is signed. */
export interface Figures {
  readonly cash: Movement
  readonly bank: Movement
  readonly accounts: readonly AccountBalance[]
  /** Approved and not yet collected. */
  readonly cheques: { readonly count: number; readonly amount: Money }
  readonly pieces: Pieces
  /** Cheques that lie in the safe: cash on hand by the books. Not told by what was signed before they were asked for. */
  readonly kept?: { readonly count: number; readonly amount: Money } | undefined
  /** Receipts and slips up to the day that no confirmed summary has. */
  readonly unsummarised: number
  readonly keepers: readonly Keeper[]
}

/** Signed before, and why that was opened again. */
export interface EarlierSigning {
  readonly signer: string
  readonly signedAt: string
  readonly digest: string
  readonly reopener: string
  readonly reopenedAt: string
  readonly reason: string
}

export interface Position extends PositionHead {
  readonly remark: string
  readonly figures: Figures
  readonly digest: string | null
}

/** What rooms up the stairs know: receipts stand before expenditure. */
export interface PositionRooms {
  outstandingCheques(read: OfficerRead, asked: { organisationId: string; day: CalendarDate }): Promise<Figures['cheques']>
}

export type PositionFilter = RegisterFilter<PositionState>

export interface PositionCommand {
  readonly positionDate: CalendarDate
  readonly pieces: Pieces
  readonly remark: string
}

export const carried = ({ brought, received, paidIn, paid }: Movement): Money => minus(plus(brought, received), plus(paidIn, paid))

/** A bank's pay-ins add, a hand's take away: so they are told apart by where they stand. */
export const bankCarried = ({ brought, received, paidIn, paid }: Movement): Money => minus(sum([brought, received, paidIn]), paid)

/** Counted less the books; the list of accounts less the books. */
export function differences(figures: Figures): { readonly cash: Money; readonly bank: Money } {
  return {
    cash: minus(plus(countedTotal(figures.pieces), figures.kept?.amount ?? zero), carried(figures.cash)), bank: minus(sum(figures.accounts.map((account) => account.balance)), bankCarried(figures.bank)),
  }
}

/** A figure that the books tell otherwise than it was signed. */
export interface Moved {
  readonly of: 'cash' | 'bank'
  readonly line: keyof Movement | 'carried'
  readonly signed: Money
  readonly now: Money
}

/** By what other rooms posted into the day meanwhile: payments, journals. */
export function movedSince(signed: Figures, now: Figures): Moved[] {
  const linesOf = ({ cash, bank }: Figures) => ({ cash: { ...cash, carried: carried(cash) }, bank: { ...bank, carried: bankCarried(bank) } })
  const [was, is] = [linesOf(signed), linesOf(now)]
  const places = (['cash', 'bank'] as const).flatMap((of) => (['brought', 'received', 'paidIn', 'paid', 'carried'] as const).map((line) => ({ of, line })))
  return places.map(({ of, line }) => ({ of, line, signed: was[of][line], now: is[of][line] })).filter(({ signed: one, now: other }) => one !== other)
}

export const fewestKeepers = 3

export type Fault = 'cash' | 'bank' | 'unsummarised' | 'committee' | 'executive'

/** All that stands against signing, not only the first. */
export function faultsOf(figures: Figures): Fault[] {
  const { cash, bank } = differences(figures)
  const keepers = (role: Keeper['role']) => figures.keepers.filter((keeper) => keeper.role === role).length
  const found: Readonly<Record<Fault, boolean>> = {
    cash: !isZero(cash), bank: !isZero(bank), unsummarised: figures.unsummarised > 0, committee: keepers('safe_committee') < fewestKeepers, executive: keepers('executive') + keepers('clerk') === 0,
  }
  return (['cash', 'bank', 'unsummarised', 'committee', 'executive'] as const).filter((fault) => found[fault])
}

/** In words, everything at once. */
export function faultWords(figures: Figures): string[] {
  const { cash, bank } = differences(figures)
  const told = {
    cash: errors.cash(formatMoney(cash)), bank: errors.bank(formatMoney(bank)), unsummarised: errors.unsummarised(String(figures.unsummarised)), committee: errors.committee,
    executive: errors.executive,
  }
  return faultsOf(figures).map((fault) => told[fault])
}

/** As text for ever: money as baht with two decimals, keys in one order. */
export function frozen(figures: Figures): string {
  return JSON.stringify(figures, (_key, value: unknown) => (typeof value === 'bigint' ? { baht: toNumeric(money(value)) } : value))
}

export function thawed(text: string): Figures {
  const isMoney = (value: unknown): value is { baht: string } => typeof value === 'object' && value !== null && 'baht' in value
  const figures: Figures = JSON.parse(text, (_key, value: unknown) => (isMoney(value) ? fromNumeric(value.baht) : value))
  return figures
}

// Budget control (budget-and-receipts §3.11): which stage moves when, and what is checked before it does. Pure.
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { isNegative, isZero, negate, plus, sum, zero, type Money } from '../../platform/money.ts'

/** The document behind a movement: 'claim' and its id. */
export interface Source {
  readonly kind: string
  readonly id: string
}

/** So much of one control line. */
export interface Share {
  readonly lineId: string
  readonly amount: Money
}

export interface Act {
  /** With the event it names one movement for ever: the same act told twice moves once. */
  readonly source: Source
  readonly event: string
  readonly date: CalendarDate
  readonly description: string
  /** The field of the form at which a refusal is shown; nothing: above the form. */
  readonly field?: string | undefined
}

export interface Moved {
  readonly movementId: string
  /** False when this source and event had moved already. */
  readonly isNew: boolean
}

export const stages = [
  'approved', 'supplemented', 'transferred', 'released', 'reserved', 'committed', 'claimed', 'paid', 'refunded', 'carried', 'lapsed', 'frozen', 'allowance',
] as const
export type Stage = (typeof stages)[number]

/** What is held for one requisition, contract or claim. */
export type HeldStage = 'reserved' | 'committed' | 'claimed' | 'paid'

export interface Entry {
  readonly lineId: string
  readonly stage: Stage
  readonly amount: Money
  readonly holder?: Source | undefined
}

/** A control line: what a claim is checked against. */
export interface ControlLine {
  readonly organisationId: string
  readonly id: string
  readonly fiscalYear: FiscalYear
  /** รหัสรายการ, running in its year. */
  readonly number: number
  /** The document that set it up. */
  readonly documentId: string
  readonly sourceCode: string
  readonly departmentId: string | null
  readonly taskCode: string
  readonly economicCode: string
  readonly title: string
  readonly explanation: string
  readonly location: string
  /** Of a special budget: whose. */
  readonly enterpriseId: string | null
  readonly fundDocumentId: string | null
  readonly carriedFrom: string | null
  readonly releasedFrom: string | null
  readonly usableFrom: CalendarDate
  /** Inclusive. */
  readonly usableUntil: CalendarDate
}

export type Balance = Readonly<Record<Stage, Money>> & {
  /** Without the allowance of an override. */
  readonly available: Money
}

export interface HeldLine extends ControlLine {
  readonly balance: Balance
  /** Available with allowance, less what was granted after the day of the act. */
  readonly availableOn: Money
  /** Of a line that lives on one notice or loan. */
  readonly fund?: { readonly kind: string; readonly received: Money; readonly paid: Money } | undefined
}

export interface Hold {
  readonly lineId: string
  readonly stage: HeldStage
  readonly holder: Source
  readonly amount: Money
}

/** Everything locked for one act. */
export interface Held {
  readonly lines: ReadonlyMap<string, HeldLine>
  readonly holds: readonly Hold[]
}

const giving: readonly Stage[] = ['approved', 'supplemented', 'transferred', 'released', 'refunded', 'allowance']

/** What an entry does to the amount still to be spent. */
export function effectOf({ stage, amount }: Pick<Entry, 'stage' | 'amount'>): Money {
  return giving.includes(stage) ? amount : negate(amount)
}

export function isSameSource(a: Source, b: Source): boolean {
  return a.kind === b.kind && a.id === b.id
}

export function restOf(held: Held, wanted: Omit<Hold, 'amount'>): Money {
  const found = held.holds.find((hold) => hold.lineId === wanted.lineId && hold.stage === wanted.stage && isSameSource(hold.holder, wanted.holder))
  return found?.amount ?? zero
}

const each = (shares: readonly Share[], stage: Stage, holder: Source): Entry[] => shares.map(({ lineId, amount }) => ({ lineId, stage, amount, holder }))

const undone = (shares: readonly Share[], stage: Stage, holder: Source): Entry[] => (
  shares.map(({ lineId, amount }) => ({ lineId, stage, amount: negate(amount), holder })))

export function reserving(act: Act, shares: readonly Share[]): Entry[] {
  return each(shares, 'reserved', act.source)
}

/** A contract takes over the whole rest of its requisition on these lines; what a grant does not need is frozen until a new notice (§3.7). */
export function committing(act: Act & { readonly from?: Source | undefined }, shares: readonly Share[], held: Held): Entry[] {
  const { from } = act
  const freed = from ? reserved(held, from, shares) : []
  return [
    ...(from ? undone(freed, 'reserved', from) : []), ...each(shares, 'committed', act.source),
    ...frozen({ ...act, from }, shares, held),
  ]
}

function reserved(held: Held, holder: Source, shares: readonly Share[]): Share[] {
  return linesIn(shares).map((lineId) => ({ lineId, amount: restOf(held, { lineId, stage: 'reserved', holder }) })).filter(({ amount }) => !isZero(amount))
}

function frozen({ from }: { readonly from: Source | undefined }, shares: readonly Share[], held: Held): Entry[] {
  return linesIn(shares).flatMap((lineId) => {
    const line = held.lines.get(lineId)
    if (line?.fund?.kind !== 'grant') return []
    const planned = from ? restOf(held, { lineId, stage: 'reserved', holder: from }) : line.balance.available
    const left = plus(planned, negate(totalOn(shares, lineId)))
    return isNegative(left) || isZero(left) ? [] : [{ lineId, stage: 'frozen' as const, amount: left }]
  })
}

export function claiming(act: Act & { readonly from?: Source | undefined }, shares: readonly Share[]): Entry[] {
  return [...(act.from ? undone(shares, 'committed', act.from) : []), ...each(shares, 'claimed', act.source)]
}

export function paying(act: { readonly of: Source }, shares: readonly Share[]): Entry[] {
  return [...undone(shares, 'claimed', act.of), ...each(shares, 'paid', act.of)]
}

/** A payment that is reversed: its claim stands open again. */
export function unpaying({ of }: { readonly of: Source }, shares: readonly Share[]): Entry[] {
  return [...undone(shares, 'paid', of), ...each(shares, 'claimed', of)]
}

export function refunding(act: { readonly of: Source }, shares: readonly Share[]): Entry[] {
  return each(shares, 'refunded', act.of)
}

export function unrefunding({ of }: { readonly of: Source }, shares: readonly Share[]): Entry[] {
  return undone(shares, 'refunded', of)
}

export interface Releasing {
  readonly stage: 'reserved' | 'committed' | 'claimed'
  readonly of: Source
  /** A claim on an obligation goes back to its contract. */
  readonly backTo?: Source | undefined
}

export function releasing({ stage, of, backTo }: Releasing, shares: readonly Share[]): Entry[] {
  return [...undone(shares, stage, of), ...(backTo ? each(shares, 'committed', backTo) : [])]
}

export interface Move {
  readonly from: string
  readonly to: string
  readonly amount: Money
}

export function repointing({ of, stage }: { readonly of: Source; readonly stage: HeldStage }, moves: readonly Move[]): Entry[] {
  return moves.flatMap(({ from, to, amount }): Entry[] => [
    { lineId: from, stage, amount: negate(amount), holder: of }, { lineId: to, stage, amount, holder: of },
  ])
}

export function linesIn(given: readonly { readonly lineId: string }[]): string[] {
  return [...new Set(given.map(({ lineId }) => lineId))]
}

export function totalOn(shares: readonly Share[], lineId: string): Money {
  return sum(shares.filter((share) => share.lineId === lineId).map(({ amount }) => amount))
}

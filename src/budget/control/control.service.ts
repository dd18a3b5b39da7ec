// The only way into the budget ledger. Whoever calls has asked for the right already; each is one use inside the caller's Work.
import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { formatMoney, isZero, zero } from '../../platform/money.ts'
import { budgetText } from '../budget.text.ts'
import {
  claiming, committing, linesIn, paying, refunding, releasing, repointing, reserving, unpaying, unrefunding, type Act, type Entry, type Held,
  type HeldStage, type Move,
  type Moved, type Releasing, type Share, type Source,
} from './control.ts'
import { findHoldsOf, findMovement, insertMovement, lockLines } from './control.repository.ts'
import { mustBeShares, mustHold } from './gate.ts'

/** A requisition (ขอซื้อขอจ้าง) sets money aside. */
export async function reserve(work: OfficerWork, act: Act, shares: readonly Share[]): Promise<Moved> {
  mustBeShares(shares, act)
  return move(work, { act, lineIds: linesIn(shares), holders: [], entriesOf: () => reserving(act, shares) })
}

/** A contract or order; the whole rest of its requisition on these lines is free again. */
export async function commit(work: OfficerWork, act: Act & { readonly from?: Source }, shares: readonly Share[]): Promise<Moved> {
  mustBeShares(shares, act)
  return move(work, { act, lineIds: linesIn(shares), holders: act.from ? [act.from] : [], entriesOf: (held) => committing(act, shares, held) })
}

/** A claim (ฎีกา) or advance: on an obligation, or freely. */
export async function claim(work: OfficerWork, act: Act & { readonly from?: Source }, shares: readonly Share[]): Promise<Moved> {
  mustBeShares(shares, act)
  return move(work, { act, lineIds: linesIn(shares), holders: act.from ? [act.from] : [], entriesOf: () => claiming(act, shares) })
}

export async function pay(work: OfficerWork, act: Act & { readonly of: Source }, shares: readonly Share[]): Promise<Moved> {
  mustBeShares(shares, act)
  return move(work, { act, lineIds: linesIn(shares), holders: [act.of], entriesOf: () => paying(act, shares) })
}

/** The payment of a claim is reversed: what was paid is claimed again. */
export async function unpay(work: OfficerWork, act: Act & { readonly of: Source }, shares: readonly Share[]): Promise<Moved> {
  mustBeShares(shares, act)
  return move(work, { act, lineIds: linesIn(shares), holders: [act.of], entriesOf: () => unpaying(act, shares) })
}

/** Money that came back in the year it was paid; of last year's it is booked to เงินสะสม by the caller, not here. */
export async function refund(work: OfficerWork, act: Act & { readonly of: Source }, shares: readonly Share[]): Promise<Moved> {
  mustBeShares(shares, act)
  return move(work, { act, lineIds: linesIn(shares), holders: [act.of], entriesOf: () => refunding(act, shares) })
}

/** The receipt of the refund was undone: the claim counts as paid again, where the line still has the money. */
export async function takeBackRefund(work: OfficerWork, act: Act & { readonly of: Source }, shares: readonly Share[]): Promise<Moved> {
  mustBeShares(shares, act)
  return move(work, { act, lineIds: linesIn(shares), holders: [act.of], entriesOf: () => unrefunding(act, shares) })
}

export async function release(work: OfficerWork, act: Act & Releasing, shares: readonly Share[] | 'all'): Promise<Moved> {
  const wanted = shares === 'all' ? await findHoldsOf(work, act.of, act.stage) : shares
  const made = wanted.length === 0 ? await findMovement(work, act) : undefined
  if (made !== undefined) return { movementId: made, isNew: false }
  if (wanted.length === 0) throw new RuleBroken({ [act.field ?? '']: budgetText.errors.overHold(formatMoney(zero)) })
  mustBeShares(wanted, act)
  return move(work, { act, lineIds: linesIn(wanted), holders: [act.of], entriesOf: (held) => releasing(act, shares === 'all' ? allOf(held, act) : shares) })
}

/** As it stands now that the lines are held. */
function allOf(held: Held, { of, stage }: Releasing): Share[] {
  return held.holds.filter((hold) => hold.stage === stage && hold.holder.kind === of.kind && hold.holder.id === of.id && !isZero(hold.amount))
}

/** Moves what is held to other lines: advance settled, wrong line (ปรับปรุงรายจ่าย), interim → annual. The other line must have it available. */
export async function repoint(
  work: OfficerWork, act: Act & { readonly of: Source; readonly stage: HeldStage }, moves: readonly Move[],
): Promise<Moved> {
  mustBeShares(moves.map(({ from, amount }) => ({ lineId: from, amount })), act)
  return move(work, {
    act, lineIds: linesIn(moves.flatMap(({ from, to }) => [{ lineId: from }, { lineId: to }])), holders: [act.of], entriesOf: () => repointing(act, moves),
  })
}

/** For documents of this room: whatever entries they make. */
export async function record(work: OfficerWork, act: Act, entries: readonly Entry[]): Promise<Moved> {
  const moving = entries.filter(({ amount }) => !isZero(amount))
  if (moving.length === 0) throw new RangeError('a movement without entries')
  const holders = moving.flatMap(({ holder }) => (holder ? [holder] : []))
  return move(work, { act, lineIds: linesIn(moving), holders, entriesOf: () => moving })
}

interface Movement {
  readonly act: Act
  readonly lineIds: readonly string[]
  readonly holders: readonly Source[]
  entriesOf(held: Held): Entry[]
}

async function move(work: OfficerWork, { act, lineIds, holders, entriesOf }: Movement): Promise<Moved> {
  const held = await lockLines(work, { act, lineIds, holders })
  if (held.made !== undefined) return { movementId: held.made, isNew: false }
  const entries = entriesOf(held)
  mustHold(held, entries, act)
  return { movementId: await insertMovement(work, act, entries), isNew: true }
}

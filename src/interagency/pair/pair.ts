// ข้อมูลระหว่างหน่วยงาน: what one side's books say of the other beside what the other's say of it (budget-and-receipts §4.12).
// Nothing is corrected by itself; pairs that do not agree are shown and hold up the closing (E_IC_MISMATCH).
import { compareDates, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { isZero, minus, negate, plus, zero, type Money } from '../../platform/money.ts'
import { interagencyText } from '../interagency.text.ts'

/** 'LAO', 'PAWN', or 'SUB05' by the kind of sub-unit. */
export type UnitRole = string

export interface Pair {
  readonly code: string
  readonly name: string
  readonly fromRoles: readonly UnitRole[]
  readonly fromAccount: string
  readonly toRoles: readonly UnitRole[]
  readonly toAccount: string
  readonly measure: 'net' | 'debit'
}

export interface Unit {
  readonly id: string
  readonly name: string
  readonly role: UnitRole
}

export interface PairLine {
  readonly organisationId: string
  readonly counterpartyId: string
  readonly accountCode: string
  readonly voucherId: string
  readonly type: string
  readonly number: number
  readonly fiscalYear: FiscalYear
  readonly documentDate: CalendarDate
  readonly description: string
  readonly side: 'D' | 'C'
  readonly amount: Money
  /** The money is on its way; set up as a debt and not yet paid it is not. */
  readonly isSent: boolean
}

/** A line of one side with what it adds to that side's amount. */
export interface CountedLine extends PairLine {
  readonly counts: Money
}

/** One kind of dealing with one other unit. */
export interface Standing {
  /** The account of the giving side, which names the dealing. */
  readonly account: string
  readonly name: string
  /** The accounts the receiving side may take it in on; none where these two have no pair. */
  readonly takes: readonly string[]
  readonly other: Unit
  /** We are the giving side. */
  readonly isGiver: boolean
  readonly ours: Money
  readonly theirs: Money
  /** Of what the giving side has set up, what it has not yet paid. */
  readonly unsent: Money
  readonly ourLines: readonly CountedLine[]
  readonly theirLines: readonly CountedLine[]
}

export interface Exception {
  readonly counterpartyId: string
  readonly account: string
  readonly difference: Money
  readonly letter: string
  readonly reason: string
  readonly recordedBy: string
  readonly recordedAt: string
}

export interface Board {
  readonly own: Unit
  readonly standings: readonly Standing[]
  readonly exceptions: readonly Exception[]
}

export interface DealingsOfYear extends Pick<Board, 'standings' | 'exceptions'> {
  readonly year: FiscalYear
}

export interface AskedStanding {
  readonly year: FiscalYear
  readonly account: string
  readonly otherId: string
}

/** Ours less theirs. */
export function differenceOf({ ours, theirs }: Pick<Standing, 'ours' | 'theirs'>): Money {
  return minus(ours, theirs)
}

export interface OpenSince {
  readonly day: CalendarDate
  /** Whose turn it is: ours, or the other unit's. */
  readonly isOurs: boolean
}

/**
 * Since when both sides have differed without a break, and whose turn it is (IC-1): who wrote nothing since has to record; where both wrote, the receiving side answers to what was given;
 * what fits no pair is for who wrote it.
 * Undefined where they agree.
 */
export function openSince({ ours, theirs, ourLines, theirLines, isGiver, takes }: Standing): OpenSince | undefined {
  if (isZero(differenceOf({ ours, theirs }))) return undefined
  const [own, others] = [ourLines.map((line) => ({ ...line, isOurs: true, adds: line.counts })), theirLines.map((line) => ({ ...line, isOurs: false, adds: negate(line.counts) }))]
  const lines = [...own, ...others].filter(({ adds }) => !isZero(adds)).sort((one, two) => compareDates(one.documentDate, two.documentDate))
  let [difference, begun] = [zero, 0]
  lines.forEach(({ adds }, place) => {
    if (isZero(difference)) begun = place
    difference = plus(difference, adds)
  })
  const open = lines.slice(begun)
  const first = open[0]
  if (!first) return undefined
  const wrote = (isOurs: boolean) => open.some((line) => line.isOurs === isOurs)
  if (takes.length === 0) return { day: first.documentDate, isOurs: wrote(true) }
  return { day: first.documentDate, isOurs: wrote(true) && wrote(false) ? !isGiver : wrote(false) }
}

/** Waits to be taken in: we receive, and they have paid more than we recorded. What fits no pair waits for nobody: it is mended by who wrote it. */
export function waitingOf(standing: Standing): Money {
  if (standing.takes.length === 0) return zero
  const missing = minus(negate(differenceOf(standing)), standing.unsent)
  return !standing.isGiver && missing > zero ? missing : zero
}

/** Nothing is wrong: what is missing on the receiving side is still to be paid by the giving one. */
export function isOnItsWay(standing: Standing): boolean {
  const missing = standing.isGiver ? differenceOf(standing) : negate(differenceOf(standing))
  return missing > zero && missing === standing.unsent
}

/** An exception counts for the difference it was written for, not for a later one. */
export function exceptionOf(standing: Standing, exceptions: readonly Exception[]): Exception | undefined {
  return exceptions.find((each) => each.counterpartyId === standing.other.id && each.account === standing.account && each.difference === differenceOf(standing))
}

export interface Known {
  /** Who asks. */
  readonly own: Unit
  readonly units: readonly Unit[]
  readonly pairs: readonly Pair[]
}

/** By dealing and other unit, in the order of accounts and units. A line that fits no pair of these two stands alone and can never agree: who wrote it named the wrong unit. */
export function standingsOf(lines: readonly PairLine[], known: Known): Standing[] {
  const standings = new Map<string, Standing>()
  for (const line of lines) {
    const placed = placeOf(line, known)
    if (!placed) continue
    const key = `${placed.pair.fromAccount} ${placed.other.id} ${placed.isGiver}`
    const before = standings.get(key) ?? blank(placed)
    const counted = { ...line, counts: countsOf(line, placed) }
    const unsent = placed.isFrom && !line.isSent ? plus(before.unsent, counted.counts) : before.unsent
    standings.set(key, placed.isOurs
      ? { ...before, unsent, ours: plus(before.ours, counted.counts), ourLines: [...before.ourLines, counted] }
      : { ...before, unsent, theirs: plus(before.theirs, counted.counts), theirLines: [...before.theirLines, counted] })
  }
  const order = known.units.map(({ id }) => id)
  return [...standings.values()].filter(({ ours, theirs, ourLines, theirLines }) => !isZero(ours) || !isZero(theirs) || ourLines.length + theirLines.length > 0)
    .sort((one, two) => one.account.localeCompare(two.account) || order.indexOf(one.other.id) - order.indexOf(two.other.id))
}

interface Placed {
  readonly pair: Pick<Pair, 'name' | 'fromAccount' | 'measure'>
  readonly takes: readonly string[]
  readonly other: Unit
  readonly isOurs: boolean
  readonly isGiver: boolean
  /** The line stands on the giving side's account. */
  readonly isFrom: boolean
}

function placeOf(line: PairLine, { own, units, pairs }: Known): Placed | undefined {
  const isOurs = line.organisationId === own.id
  const other = units.find(({ id }) => id === (isOurs ? line.counterpartyId : line.organisationId))
  if (!other) return undefined
  const [writer, named] = isOurs ? [own, other] : [other, own]
  const from = pairsBetween(pairs, writer.role, named.role).filter((pair) => pair.fromAccount === line.accountCode)
  const received = pairsBetween(pairs, named.role, writer.role)
  const to = received.find((pair) => pair.toAccount === line.accountCode)
  const pair = from[0] ?? to ?? { name: interagencyText.noPair(line.accountCode), fromAccount: line.accountCode, measure: 'net' }
  const takes = from.length > 0 ? from : received.filter(({ fromAccount }) => fromAccount === to?.fromAccount)
  const isFrom = to === undefined || from.length > 0
  return { pair, takes: takes.map(({ toAccount }) => toAccount), other, isOurs, isFrom, isGiver: isOurs === isFrom }
}

/** Of a giving and a receiving unit. A pair for this very kind of unit stands before the one for all sub-units (IA14 before IA13). */
function pairsBetween(pairs: readonly Pair[], giver: UnitRole, receiver: UnitRole): Pair[] {
  const between = pairs.filter(({ fromRoles, toRoles }) => fits(fromRoles, giver) && fits(toRoles, receiver))
  const isExact = ({ fromRoles, toRoles }: Pair) => fromRoles.includes(giver) && toRoles.includes(receiver)
  return between.filter((pair) => isExact(pair) || !between.some((other) => other.fromAccount === pair.fromAccount && isExact(other)))
}

/** 'SUB' stands for every kind of sub-unit but the pawnshop. */
function fits(roles: readonly UnitRole[], role: UnitRole): boolean {
  return roles.includes(role) || (role.startsWith('SUB') && roles.includes('SUB'))
}

/** Where only what was paid out counts, the reversal of a payment takes it back, and the reversal of what was set aside counts as little as that did. */
function countsOf({ side, amount, type }: PairLine, { pair, isFrom }: Placed): Money {
  if (!isFrom) return side === 'C' ? amount : negate(amount)
  const isReversal = pair.measure === 'debit' && type === 'RX'
  if (pair.measure === 'debit' && side === (isReversal ? 'D' : 'C')) return zero
  return side === 'D' ? amount : negate(amount)
}

function blank({ pair, takes, other, isGiver }: Placed): Standing {
  return { account: pair.fromAccount, name: pair.name, takes, other, isGiver, ours: zero, theirs: zero, unsent: zero, ourLines: [], theirLines: [] }
}

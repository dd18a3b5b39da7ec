// Lines of a pawnshop's daily document as they are keyed: text of the cells → lines, or what is wrong with each cell, all at once
// (expenditure-accounting-assets §1.12). A line names a ticket, or stands for the day's total of so many.
import { readAmount } from '../../documents/index.ts'
import { compareDates, formatThaiDate, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, plus, sum, zero, type Money } from '../../platform/money.ts'
import { nowhere, type LinePlace } from '../../receipts/index.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { isTaking, judgeTaking, type KnownTakings, type TakingEvent } from '../taking/taking.ts'
import { forfeitableFrom, halfMonths, mostInterest, type PawnRule } from '../pawn-rule/pawn-rule.ts'

const { errors } = pawnshopsText

export const pawnEvents = ['pledge', 'increase', 'redeem', 'interest', 'reduce', 'sale', 'income', 'loan', 'other', 'forfeit'] as const
export type PawnEvent = (typeof pawnEvents)[number]

export const lineCells = ['event', 'ticket', 'count', 'newTicket', 'pledgedOn', 'principal', 'interest', 'accrued', 'proceeds', 'account', 'counterparty', 'memo'] as const
export type LineCell = (typeof lineCells)[number]
export type TypedLine = Readonly<Record<LineCell, string>>

type Amount = 'principal' | 'interest' | 'accrued' | 'proceeds'

interface EventShape {
  readonly needs: readonly Amount[]
  readonly may: readonly Amount[]
  /** Of pledges: names a ticket or a number of tickets. */
  readonly isOfTickets: boolean
}

/** Which amounts a kind of line bears. */
export const shapes: Readonly<Record<PawnEvent, EventShape>> = {
  pledge: { needs: ['principal'], may: [], isOfTickets: true },
  increase: { needs: ['principal'], may: [], isOfTickets: true },
  redeem: { needs: ['principal'], may: ['interest', 'accrued'], isOfTickets: true },
  interest: { needs: ['interest'], may: ['accrued'], isOfTickets: true },
  reduce: { needs: ['principal'], may: ['interest', 'accrued'], isOfTickets: true },
  sale: { needs: ['principal', 'proceeds'], may: [], isOfTickets: true },
  income: { needs: ['proceeds'], may: [], isOfTickets: false },
  loan: { needs: ['proceeds'], may: [], isOfTickets: false },
  other: { needs: ['proceeds'], may: [], isOfTickets: false },
  forfeit: { needs: ['principal'], may: ['accrued'], isOfTickets: true },
}

export interface PawnLine {
  readonly event: PawnEvent
  /** Null: the day's total of `ticketCount` tickets. */
  readonly ticket: string | null
  /** The ticket that replaces it when only the interest is paid (ส่งดอกเบี้ย): the term begins again. */
  readonly newTicket: string | null
  readonly ticketCount: number
  readonly pledgedOn: CalendarDate | null
  readonly accountCode: string | null
  /** Of money that no ticket brings: its kind, what it names as typed, and what of the registers that is. */
  readonly incomeCode: string | null
  readonly keyText: string
  readonly place: LinePlace
  readonly principal: Money
  readonly interest: Money
  /** Of the interest (or, forfeited, beside it): what stood in the books as earned before. */
  readonly accrued: Money
  readonly proceeds: Money
  readonly memo: string
}

/** A ticket as the posted documents leave it. */
export interface KnownTicket {
  readonly ticket: string
  readonly principal: Money
  /** Of the pledge, or of the last renewal. */
  readonly pledgedOn: CalendarDate
  /** Of the last document that names it. */
  readonly movedOn: CalendarDate
  /** Forfeited and not yet sold: its cost in stock. */
  readonly inStock: Money
}

export interface Known {
  readonly day: CalendarDate
  readonly events: readonly PawnEvent[]
  readonly rule: PawnRule
  readonly tickets: ReadonlyMap<string, KnownTicket>
  /** Undefined where the book takes no such money in. */
  readonly takings: KnownTakings | undefined
}

export interface JudgedLines {
  readonly lines: readonly PawnLine[]
  /** By cell: 'lines.3.principal'. */
  readonly faults: FieldErrors
}

export function rowOf(cells: Readonly<Record<string, string>>): TypedLine {
  const cell = (name: LineCell) => cells[name] ?? ''
  return {
    event: cell('event'), ticket: cell('ticket'), count: cell('count'), newTicket: cell('newTicket'), pledgedOn: cell('pledgedOn'), principal: cell('principal'),
    interest: cell('interest'), accrued: cell('accrued'), proceeds: cell('proceeds'), account: cell('account'), counterparty: cell('counterparty'), memo: cell('memo'),
  }
}

/** A chosen kind alone is no line: the form offers one in every row. */
export function isBlank(row: TypedLine): boolean {
  return lineCells.every((cell) => cell === 'event' || row[cell] === '')
}

export function judgeLines(rows: readonly TypedLine[], known: Known): JudgedLines {
  const lines: PawnLine[] = []
  const faults: Record<string, string> = {}
  const seen = new Set<string>()
  rows.forEach((row, index) => {
    if (isBlank(row)) return
    const { line, wrong } = judgeLine(row, known)
    for (const [cell, message] of Object.entries({ ...wrong, ...(line && namedTwice(line, seen)) })) faults[`lines.${index}.${cell}`] = message
    if (line) lines.push(line)
  })
  if (lines.length === 0 && Object.keys(faults).length === 0) faults['lines.0.principal'] = errors.noLine
  return { lines, faults }
}

/** A ticket stands once in a document, the one that a renewal gives included. */
function namedTwice(line: PawnLine, seen: Set<string>): Wrong {
  const wrong: Wrong = {}
  for (const cell of ['ticket', 'newTicket'] as const) {
    const name = line[cell]
    if (name === null) continue
    if (seen.has(name)) wrong[cell] = errors.ticketTwice
    seen.add(name)
  }
  return wrong
}

type Wrong = Partial<Record<LineCell, string>>

function judgeLine(row: TypedLine, known: Known): { readonly line: PawnLine | undefined; readonly wrong: Wrong } {
  const event = known.events.find((each) => each === row.event)
  if (event === undefined) return { line: undefined, wrong: { event: errors.event } }
  const { amounts, wrong: ofAmounts } = amountsIn(row, event)
  const { line: named, wrong: ofNames } = isTaking(event) ? takingIn(row, { event, amount: amounts.proceeds }, known) : namesIn(row, event)
  const line: PawnLine = { event, ...none, ...named, ...amounts, memo: named.memo ?? row.memo }
  const wrong = { ...ofAmounts, ...ofNames }
  if (Object.keys(wrong).length > 0) return { line: undefined, wrong }
  const refused = ruleFault(line, known)
  return { line: carried(line, known), wrong: refused }
}

function amountsIn(row: TypedLine, event: PawnEvent): { readonly amounts: Record<Amount, Money>; readonly wrong: Wrong } {
  const amounts: Record<Amount, Money> = { principal: zero, interest: zero, accrued: zero, proceeds: zero }
  const wrong: Wrong = {}
  const { needs, may } = shapes[event]
  for (const name of ['principal', 'interest', 'accrued', 'proceeds'] as const) {
    const isNeeded = needs.includes(name)
    if (row[name] === '' && !isNeeded) continue
    const read = isNeeded || may.includes(name) ? readAmount(row[name]) : errors.notHere
    if (typeof read === 'string') wrong[name] = read
    else amounts[name] = read
  }
  if (event !== 'forfeit' && compare(amounts.accrued, amounts.interest) > 0) wrong.accrued = errors.accrued
  return { amounts, wrong }
}

type Named = Partial<Omit<PawnLine, Amount | 'event'>>

const none = { ticket: null, newTicket: null, ticketCount: 1, pledgedOn: null, accountCode: null, incomeCode: null, keyText: '', place: nowhere } as const

function namesIn(row: TypedLine, event: PawnEvent): { readonly line: Named; readonly wrong: Wrong } {
  const ticket = row.ticket === '' ? null : row.ticket
  const count = /^[1-9][0-9]{0,4}$/.test(toArabicDigits(row.count)) ? Number(toArabicDigits(row.count)) : undefined
  const pledgedOn = row.pledgedOn === '' ? null : readThaiDate(row.pledgedOn)
  const wrong: Wrong = {
    ...(ticket === null && count === undefined && { ticket: errors.ticketOrCount }), ...(ticket !== null && row.count !== '' && count !== 1 && { count: errors.ticketOrCount }),
    ...(pledgedOn === undefined && { pledgedOn: errors.date }), ...(row.newTicket !== '' && (event !== 'interest' || ticket === null) && { newTicket: errors.notHere }),
    ...(row.ticket.length > 40 && { ticket: errors.tooLong('40') }), ...(row.newTicket.length > 40 && { newTicket: errors.tooLong('40') }),
  }
  return { line: { ticket, ticketCount: ticket === null ? count ?? 1 : 1, newTicket: row.newTicket || null, pledgedOn: pledgedOn ?? null }, wrong }
}

function takingIn(row: TypedLine, { event, amount }: { readonly event: TakingEvent; readonly amount: Money }, { takings }: Known): { readonly line: Named; readonly wrong: Wrong } {
  if (row.counterparty.length > 200) return { line: {}, wrong: { counterparty: errors.tooLong('200') } }
  const judged = takings ? judgeTaking({ event, code: row.account, key: row.counterparty, amount, memo: row.memo }, takings) : { wrong: { account: errors.account } }
  return 'wrong' in judged ? { line: {}, wrong: judged.wrong } : { line: judged.taken, wrong: {} }
}

/** Lines that were sound when they were kept, looked at again: tickets, rates and days may have moved since. */
export function staleFault(lines: readonly PawnLine[], known: Known): string | undefined {
  const faults = lines.flatMap((line) => {
    const moved = line.newTicket !== null && compare(line.principal, carried(line, known).principal) !== 0
    return [...Object.values(ruleFault(line, known)), ...(moved ? [errors.moved] : [])]
  })
  return faults[0]
}

/** What the law and the tickets themselves say of a line that is whole. */
function ruleFault(line: PawnLine, known: Known): Wrong {
  const ticket = line.ticket === null ? undefined : known.tickets.get(line.ticket)
  if (ticket && compareDates(known.day, ticket.movedOn) < 0) return { ticket: errors.backwards(formatThaiDate(ticket.movedOn)) }
  if (line.newTicket !== null && !ticket) return { ticket: errors.unknownRenewed }
  if (line.newTicket !== null && isTaken(known.tickets.get(line.newTicket))) return { newTicket: errors.ticketTaken }
  if (line.event === 'pledge' || line.event === 'increase') return lendingFault(line, ticket, known)
  if (line.event === 'sale') return ticket && compare(line.principal, ticket.inStock) > 0 ? { principal: errors.overStock(formatMoney(ticket.inStock)) } : {}
  if (isTaking(line.event)) return {}
  if (ticket && (isZero(ticket.principal) || compare(line.principal, ticket.principal) > 0)) return { ticket: errors.overTicket(formatMoney(ticket.principal)) }
  if (line.event === 'redeem' && ticket && compare(line.principal, ticket.principal) !== 0) return { principal: errors.wholeTicket(formatMoney(ticket.principal)) }
  return line.event === 'forfeit' ? forfeitFault(line, ticket, known) : interestFault(line, ticket, known)
}

function isTaken(ticket: KnownTicket | undefined): boolean {
  return ticket !== undefined && !isZero(plus(ticket.principal, ticket.inStock))
}

/** At most the ceiling on one pledge, what is added included. */
function lendingFault({ event, principal, ticketCount }: PawnLine, ticket: KnownTicket | undefined, { rule }: Known): Wrong {
  if (event === 'pledge' && isTaken(ticket)) return { ticket: errors.ticketTaken }
  const lent = ticket && event === 'increase' ? plus(principal, ticket.principal) : principal
  const most = sum(Array.from({ length: ticketCount }, () => rule.ceiling))
  return compare(lent, most) > 0 ? { principal: errors.ceiling(formatMoney(rule.ceiling)) } : {}
}

/** A shop may ask less than the law allows, never more. */
function interestFault({ interest }: PawnLine, ticket: KnownTicket | undefined, { rule, day }: Known): Wrong {
  if (!ticket || isZero(interest)) return {}
  const most = mostInterest(ticket.principal, Math.max(1, halfMonths({ from: ticket.pledgedOn, until: day }, rule)), rule)
  return compare(interest, most) > 0 ? { interest: errors.interest(formatMoney(most)) } : {}
}

function forfeitFault({ pledgedOn }: PawnLine, ticket: KnownTicket | undefined, { rule, day }: Known): Wrong {
  const since = ticket?.pledgedOn ?? pledgedOn
  if (since === null) return { pledgedOn: errors.pledgedOn }
  const first = forfeitableFrom(since, rule)
  return compareDates(day, first) < 0 ? { pledgedOn: errors.tooEarly(formatThaiDate(first)) } : {}
}

/** A renewed pledge goes on under its new ticket with the principal it has. */
function carried(line: PawnLine, { tickets }: Known): PawnLine {
  if (line.newTicket === null) return line
  return { ...line, principal: tickets.get(line.ticket ?? '')?.principal ?? zero }
}

/** Money that the line brings in; money lent goes out and counts under `lentBy`. */
export function receivedBy({ event, principal, interest, proceeds }: Pick<PawnLine, 'event' | Amount>): Money {
  if (event === 'redeem' || event === 'reduce') return plus(principal, interest)
  if (event === 'interest') return interest
  return event === 'sale' || isTaking(event) ? proceeds : zero
}

/** What a document of these lines comes to. */
export function totalOf(lines: readonly PawnLine[]): Money {
  return sum(lines.map((line) => (['pledge', 'increase', 'forfeit'].includes(line.event) ? line.principal : receivedBy(line))))
}

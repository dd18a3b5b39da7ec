// Posting rules are data: an event and its debit and credit lines. One pure function turns a rule and its facts into lines of a voucher.
import { formatMoney, isNegative, isZero, minus, negate, plus, sum, type Money } from '../../platform/money.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { accountOf, type Role, type Roles } from '../roles.ts'
import { type Side } from '../side.ts'
import { ledgerText as text } from '../ledger.text.ts'

/** Where a line goes: an account, and what its register needs to know. */
export interface Slot {
  readonly accountCode: string
  /** A bank account as the key of its register. */
  readonly bankAccountId?: string | undefined
  /** The key in the register of the account; none means the general key, where the register has one. */
  readonly subKey?: string | undefined
  /** The unit on the other side, for amounts between an LAO and its sub-units. */
  readonly counterpartyId?: string | undefined
  readonly budgetLineId?: string | undefined
  readonly fundCode?: string | undefined
  readonly revenueCode?: string | undefined
  readonly memo?: string | undefined
}

export interface PostingLine extends Slot {
  readonly side: Side
  readonly amount: Money
}

/** A line given by the event, of which there may be none or many. */
export interface SlotAmount extends Slot {
  readonly amount: Money
}

/** What an event tells the ledger: named accounts, named amounts, named lists of lines. */
export interface PostingFacts {
  readonly slots?: Readonly<Record<string, Slot>>
  readonly amounts?: Readonly<Record<string, Money>>
  readonly lists?: Readonly<Record<string, readonly SlotAmount[]>>
}

interface OneLine<S extends string, A extends string> {
  readonly side: Side
  readonly slot: S
  readonly amount: A
}

interface EachLine<L extends string> {
  readonly side: Side
  readonly list: L
}

type NamesIn<T> = T extends object ? keyof T & string : never

/** The lines that fit these facts: any other slot, amount or list does not compile. */
export type RuleLine<F extends PostingFacts> = OneLine<NamesIn<F['slots']> | Role, NamesIn<F['amounts']>> | EachLine<NamesIn<F['lists']>>

export interface PostingRule<F extends PostingFacts> {
  readonly lines: readonly RuleLine<F>[]
}

/** Facts by event: { 'remittance-summary.confirmed': { slots: { bank: Slot }, amounts: { banked: Money } } }. */
export type EventFacts<E> = { readonly [event in keyof E]: PostingFacts }

export type PostingRules<E extends EventFacts<E>> = { readonly [event in keyof E & string]: PostingRule<E[event]> }

const known = new WeakSet<object>()

/** A room's rules, one for each of its events. */
export function rules<E extends EventFacts<E>>(table: PostingRules<E>): PostingRules<E> {
  known.add(table)
  return table
}

/** Whether a value was made by `rules`: the test of all rules finds them so. */
export function isPostingRules(value: unknown): value is Readonly<Record<string, PostingRule<PostingFacts>>> {
  return typeof value === 'object' && value !== null && known.has(value)
}

interface Of<S extends string> {
  of<A extends string>(amount: A): OneLine<S, A>
}

export function debit<S extends string>(slotOrRole: S): Of<S> {
  return { of: (amount) => ({ side: 'D', slot: slotOrRole, amount }) }
}

export function credit<S extends string>(slotOrRole: S): Of<S> {
  return { of: (amount) => ({ side: 'C', slot: slotOrRole, amount }) }
}

export function debitEach<L extends string>(list: L): EachLine<L> {
  return { side: 'D', list }
}

export function creditEach<L extends string>(list: L): EachLine<L> {
  return { side: 'C', list }
}

/** Zero amounts are dropped, lines alike in everything are added up; what is negative, empty or unbalanced is refused (INV-01). */
export function linesOf<F extends PostingFacts>(rule: PostingRule<F>, facts: F, roles: Roles = {}): PostingLine[] {
  const lines = merged(rule.lines.flatMap((line) => given(line, facts, roles)).filter((line) => !isZero(line.amount)))
  mustBalance(lines)
  return lines
}

/** Whether accounts by role are needed at all. */
export function namesRole<F extends PostingFacts>(rule: PostingRule<F>, facts: F): boolean {
  return rule.lines.some((line) => !('list' in line) && !isSlot(facts, line.slot))
}

function isSlot(facts: PostingFacts, name: string): boolean {
  return facts.slots !== undefined && Object.hasOwn(facts.slots, name)
}

export function mustBalance(lines: readonly PostingLine[]): void {
  if (lines.length < 2 || lines.some((line) => isNegative(line.amount) || isZero(line.amount))) throw new RuleBroken(text.errors.amount)
  const difference = minus(total(lines, 'D'), total(lines, 'C'))
  if (!isZero(difference)) throw new RuleBroken(text.errors.unbalanced(formatMoney(isNegative(difference) ? negate(difference) : difference)))
}

export function total(lines: readonly PostingLine[], side: Side): Money {
  return sum(lines.filter((line) => line.side === side).map((line) => line.amount))
}

function given(line: OneLine<string, string> | EachLine<string>, facts: PostingFacts, roles: Roles): PostingLine[] {
  if ('list' in line) return named(facts.lists, line.list).map((item) => ({ ...item, side: line.side }))
  const slot = isSlot(facts, line.slot) ? named(facts.slots, line.slot) : { accountCode: accountOf(roles, line.slot) }
  return [{ ...slot, side: line.side, amount: named(facts.amounts, line.amount) }]
}

function named<T>(record: Readonly<Record<string, T>> | undefined, name: string): T {
  const value = record?.[name]
  if (value === undefined) throw new RangeError(`the facts of this event lack ${name}`)
  return value
}

function merged(lines: readonly PostingLine[]): PostingLine[] {
  const byKey = new Map<string, PostingLine>()
  for (const line of lines) {
    const key = JSON.stringify([
      line.accountCode, line.side, line.bankAccountId, line.subKey, line.counterpartyId, line.budgetLineId, line.fundCode, line.revenueCode, line.memo,
    ])
    const same = byKey.get(key)
    byKey.set(key, same ? { ...same, amount: plus(same.amount, line.amount) } : line)
  }
  return [...byKey.values()]
}

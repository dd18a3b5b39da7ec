// Lines of a receipt held against what the office may collect, its registers and what it paid (budget-and-receipts §4.2, §4.8).
import { getOffice, printedNumber } from '../../documents/index.ts'
import { accountsOfRoles, findKeysMeant, findUnits, generalKey, registersOf } from '../../ledger/index.ts'
import { findOpenGrants, findRefundables, type Refundable } from '../../budget/index.ts'
import { saveUnitKey } from '../../registers/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { findItemKinds } from '../deposit/deposit.repository.ts'
import { findIncomeItems } from '../income-item/income-item.repository.ts'
import { isDeposit, itemIn, refundKind, type IncomeItem } from '../income-item/income-item.ts'
import { receiptsText } from '../receipts.text.ts'
import { mustSettleDebts, type Collecting } from '../tax-collect/tax-collect.service.ts'
import { findCharged, findStanding, findTakenBack, lockKey, lockRefund } from './income-line.repository.ts'
import { judgeIncome, refundIdIn, type KnownIncome, type LineRefund, type NamedRefund, type NewLine, type PostableLine } from './income-line.ts'

const { errors } = receiptsText
const mostRefunds = 50
const mostOfThese = 10_000

export interface LinesOfDay {
  readonly lines: readonly NewLine[]
  readonly on: CalendarDate
  /** What others than receipts took back of an over-payment of an earlier year. */
  readonly takenElsewhere?: (refund: LineRefund) => Promise<Money>
}

/** The lines as they will be credited; every fault at its cell. Registers that a line takes from are held until commit. */
export async function mustBeCollectable(work: OfficerWork, { lines, on, takenElsewhere = () => Promise.resolve(zero), ...payment }: LinesOfDay & Omit<Collecting, 'on'>): Promise<PostableLine[]> {
  const known = await findKnownIncome(work, { lines, on })
  const judged = judgeIncome(lines, known)
  if (Object.keys(judged.faults).length > 0) throw new RuleBroken(judged.faults)
  const collected = judged.lines.map(({ row, reference, accountCode, amount, place }) => ({ row, reference, accountCode, amount, subKey: place.subKey }))
  const named = await mustSettleDebts(work, collected, { on, ...payment })
  await mustStand(work, judged.lines, known.items)
  await mustBePaid(work, judged.lines, { on, takenElsewhere })
  await keepUnits(work, judged.lines, known)
  return judged.lines.map((line) => ({ ...line, reference: named.get(line.row) ?? line.reference }))
}

export async function findKnownIncome(read: OfficerRead, { lines, on }: LinesOfDay): Promise<KnownIncome> {
  const office = await getOffice(read, read.actor.organisationId)
  const items = await findIncomeItems(read, office, fiscalYearOf(on))
  const named = lines.map(({ incomeCode, key = '' }) => ({ item: itemIn(items, incomeCode), key }))
  const meant = named.flatMap(({ item, key }) => (item === undefined || item === 'ambiguous' ? [] : [{ item, key }]))
  const kinds = new Set(meant.flatMap(({ item }) => item.register?.kind ?? []))
  const texts = [...new Set(meant.map(({ key }) => key).filter((key) => key !== ''))]
  const wanted = meant.filter(({ item }) => item.code === refundKind).map(({ key }) => key)
  const keys = await findKeysMeant(read, { kinds: [...kinds], texts, parts: true })
  const registered = meant.some(({ item }) => isDeposit(item)) ? keys.map(({ key }) => key) : []
  return {
    items, registers: registersOf(keys), units: await findUnits(read),
    grants: kinds.has('grant') ? await grantsByNumber(read) : new Map(),
    deposits: await findItemKinds(read, registered),
    refunds: wanted.length === 0 ? [] : await findMeantRefunds(read, wanted, on),
  }
}

async function grantsByNumber(read: OfficerRead): Promise<Map<string, string>> {
  const grants = await findOpenGrants(read)
  return new Map(grants.flatMap(({ id, number, fiscalYear }) => (number === null ? [] : [[printedNumber('GRN', number, fiscalYear), id] as const])))
}

/**
 * What was paid and may come back, by claim, line and account; of an earlier year it becomes เงินสะสม (R14). Only a claim that charged its line by a voucher
 * of its own: money lent (C6) charged nothing yet and comes back to the debt, not here.
 */
export async function findNamedRefunds(read: OfficerRead, { search, on }: { search: string; on: CalendarDate }): Promise<NamedRefund[]> {
  return namedOf(read, await findRefundables(read, { words: search === '' ? [] : [search], most: mostRefunds }), on)
}

/** Those that the boxes name, chosen from the proposals or typed; how long ago they were paid and how many came since does not matter. */
async function findMeantRefunds(read: OfficerRead, keys: readonly string[], on: CalendarDate): Promise<NamedRefund[]> {
  const words = keys.filter((key) => key !== '').flatMap((key) => key.split(' · '))
  const chosen = await findRefundsOf(read, keys.flatMap((key) => refundIdIn(key) ?? []), on)
  const typed = words.length === 0 ? [] : await namedOf(read, await findRefundables(read, { words, most: mostRefunds }), on)
  return [...new Map([...chosen, ...typed].map((each) => [each.name, each])).values()]
}

async function findRefundsOf(read: OfficerRead, ids: readonly string[], on: CalendarDate): Promise<NamedRefund[]> {
  return ids.length === 0 ? [] : namedOf(read, await findRefundables(read, { words: [], ids, most: mostOfThese }), on)
}

async function namedOf(read: OfficerRead, paid: readonly Refundable[], on: CalendarDate): Promise<NamedRefund[]> {
  const accounts = await findCharged(read, paid.map(({ lineId, holder }) => ({ lineId, kind: holder.kind, id: holder.id })))
  const { accumulated = '' } = await accountsOfRoles(read)
  return paid.flatMap((each) => {
    const own = accounts.filter((account) => account.budgetLineId === each.lineId && account.sourceId === each.holder.id)
    const standing = own.filter(({ amount }) => compare(amount, zero) > 0)
    if (own.length === 0 || fiscalYearOf(each.paidOn) === fiscalYearOf(on)) return standing.map(({ accountCode }) => refundOf(each, { accountCode, isThisYear: true }))
    return [refundOf(each, { accountCode: accumulated, isThisYear: false })]
  })
}

function refundOf(paid: Refundable, { accountCode, isThisYear }: { accountCode: string; isThisYear: boolean }): NamedRefund {
  const { holder, lineId, lineNumber, lineTitle, description, amount } = paid
  return {
    name: receiptsText.refundName({ description, line: `${String(lineNumber).padStart(4, '0')} ${lineTitle}`, account: accountCode, id: holder.id }),
    accountCode, refund: { kind: holder.kind, id: holder.id, budgetLineId: isThisYear ? lineId : null }, paid: amount,
  }
}

/** A debt or an advance is never paid back by more than stands (E_SUBLEDGER_NEG), counting receipts that are still on their way. */
async function mustStand(work: OfficerWork, lines: readonly PostableLine[], items: readonly IncomeItem[]): Promise<void> {
  const reduced = lines.flatMap((line) => {
    const item = items.find((each) => each.bookedAs === line.incomeCode && each.accountCode === line.accountCode)
    return item?.register?.isReduced ? [{ line, item, kind: item.register.kind, key: line.place.subKey ?? generalKey }] : []
  })
  const places = [...new Map(reduced.map((each) => [`${each.kind} ${each.key} ${each.line.accountCode}`, each])).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, { line, item, kind, key }] of places) {
    const place = { accountCode: line.accountCode, subKind: kind, subKey: key }
    const name = await lockKey(work, place)
    const standing = await findStanding(work, place)
    const asked = sum(reduced.filter((each) => each.key === key && each.line.accountCode === line.accountCode).map((each) => each.line.amount))
    if (compare(asked, standing) <= 0) continue
    const isNone = item.isRetired && isZero(standing)
    throw new RuleBroken({ [`lines.${line.row}.${isNone ? 'incomeCode' : 'amount'}`]: isNone ? errors.retiredIncome : errors.overStanding(name, formatMoney(standing)) })
  }
}

/** No more comes back than was paid, by however many receipts: those on their way are counted, and what was paid is asked only once the place is held. */
async function mustBePaid(work: OfficerWork, lines: readonly PostableLine[], { on, takenElsewhere }: Required<Pick<LinesOfDay, 'on' | 'takenElsewhere'>>): Promise<void> {
  const named = lines.flatMap((line) => (line.place.refund ? [{ line, refund: line.place.refund }] : []))
  const places = [...new Map(named.map((each) => [`${each.refund.kind} ${each.refund.id} ${each.refund.budgetLineId ?? ''}`, each])).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, { refund }] of places) await lockRefund(work, refund)
  for (const [, { refund, line }] of places) {
    const isHere = (each: LineRefund) => each.kind === refund.kind && each.id === refund.id && each.budgetLineId === refund.budgetLineId
    const taken = plus(await findTakenBack(work, refund), await takenElsewhere(refund))
    const refunds = await findRefundsOf(work, [refund.id], on)
    const paid = paidOf(refunds.filter((each) => isHere(each.refund) && each.accountCode === line.accountCode), refund)
    const asked = sum(named.filter((each) => isHere(each.refund)).map((each) => each.line.amount))
    const left = minus(paid, taken)
    if (compare(asked, left) > 0) throw new RuleBroken({ [`lines.${line.row}.amount`]: errors.overRefund(formatMoney(left)) })
  }
}

/** A budget line was paid once, whichever account is meant; of an earlier year each line of the claim counts. */
function paidOf(refunds: readonly NamedRefund[], { budgetLineId }: LineRefund): Money {
  const [first] = refunds
  if (budgetLineId === null) return sum(refunds.map(({ paid }) => paid))
  return first?.paid ?? zero
}

async function keepUnits(work: OfficerWork, lines: readonly PostableLine[], { units }: KnownIncome): Promise<void> {
  const named = new Set(lines.filter((line) => line.place.subKind === 'org').map((line) => line.place.counterpartyId))
  for (const unit of units.filter(({ id }) => named.has(id))) await saveUnitKey(work, unit)
}

// A float from the request to its claims; the vouchers of the box are claimed by control line and account. Locks: float (after the claim, where a claim moves it) → budget lines by id → counters.
import { getAvailable, getLine, holdLines, type LineWithBalance } from '../../budget/index.ts'
import { nextNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountsOfRoles, signsAlone } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { saveSubLedgerKey } from '../../registers/index.ts'
import { findClaimsOf } from '../claim/claim.repository.ts'
import { claimKeyOf } from '../claim-lines/claim-lines.ts'
import { draftClaim } from '../claim/claim.service.ts'
import { type Claim, type ClaimLine, type OriginHooks } from '../claim/claim.ts'
import { pettyText as text } from '../petty.text.ts'
import { findVouchers, getFloat, insertCount, insertFloat, insertVouchers, moveFloat, moveVouchers, pettyRows, sumKept } from './petty-cash.repository.ts'
import { cashOf, pettyKeyKind, pettyKeyOf, pettyLifecycle, pettyNumber, pettySource, type NewPettyVoucher, type Petty, type PettyCommand, type PettyVoucher } from './petty-cash.ts'

const { errors } = text

const start = stepStarter({ rows: pettyRows, get: getFloat, lifecycle: pettyLifecycle, signsAlone })

/** The id; the same form sent twice gives the same one. */
export async function askForFloat(work: OfficerWork, float: PettyCommand & { readonly formKey: string }): Promise<string> {
  const earlier = await pettyRows.findMade(work, float.formKey)
  if (earlier !== undefined) return earlier
  const fiscalYear = fiscalYearOf(work.today)
  const number = await nextNumber(work, 'PTY', fiscalYear)
  const id = await insertFloat(work, { ...float, number, fiscalYear })
  await recordChange(work, { kind: pettySource, id, action: 'create', after: { number: pettyNumber({ number, fiscalYear }), amount: float.amount, purpose: float.purpose } })
  return id
}

/** From here on the float is a key of the ledger's register. */
export async function approveFloat(work: OfficerWork, id: string, version: number): Promise<void> {
  const float = await start(work, id, { action: 'approve', version })
  await saveSubLedgerKey(work, { kind: pettyKeyKind, key: pettyKeyOf(float), name: `${text.title(pettyNumber(float))} ${float.payeeName}`, registerId: id, isOpen: true })
  await moveFloat(work, float, { state: float.next, isApproved: true })
  await recordChange(work, { kind: pettySource, id, action: 'approve', after: { amount: float.amount }, isAlone: float.isAlone })
}

export async function refuseFloat(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const float = await start(work, id, { action: 'refuse', version })
  await moveFloat(work, float, { state: float.next, returnReason: reason })
  await recordChange(work, { kind: pettySource, id, action: 'refuse', reason })
}

export async function withdrawFloat(work: OfficerWork, id: string, version: number): Promise<void> {
  const float = await start(work, id, { action: 'withdraw', version })
  await moveFloat(work, float, { state: float.next })
  await recordChange(work, { kind: pettySource, id, action: 'withdraw' })
}

/** Allowed and not needed: only while no claim of its money is on its way. */
export async function cancelFloat(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const float = await start(work, id, { action: 'cancel', version })
  if (await isClaimed(work, id)) throw new RuleBroken(errors.claimed)
  await moveFloat(work, float, { state: float.next, returnReason: reason })
  await recordChange(work, { kind: pettySource, id, action: 'cancel', reason, before: { amount: float.amount } })
}

async function isClaimed(work: OfficerWork, id: string): Promise<boolean> {
  return (await findClaimsOf(work, { kind: pettySource, id })).some(({ state }) => state !== 'cancelled')
}

/** The money that makes the float: an advance, no expense and no budget; one claim at a time. */
export async function claimFloat(work: OfficerWork, id: string, version: number): Promise<void> {
  const float = await start(work, id, { action: 'claim', version })
  if (await isClaimed(work, id)) throw new RuleBroken(errors.claimed)
  const accountCode = (await accountsOfRoles(work, fiscalYearOf(work.today)))['staff-advance']
  if (accountCode === undefined) throw new RangeError('no account has the role staff-advance')
  await moveFloat(work, float, { state: float.next })
  await draftClaim(work, {
    kind: 'C8', claimDate: work.today, title: text.advanceTitle(pettyNumber(float), float.payeeName), payeeId: float.payeeId, departmentId: float.departmentId, origin: { kind: pettySource, id },
    lines: [{ ...anyLine, accountCode, subKey: pettyKeyOf(float), description: float.purpose.slice(0, 200), amount: float.amount }],
  })
  await recordChange(work, { kind: pettySource, id, action: 'claim', after: { amount: float.amount } })
}

const anyLine = { budgetLineId: null, subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, source: null } as const

/** Paid out of the box: each within its limit, together no more than there is cash. */
export async function keepVouchers(work: OfficerWork, id: string, { version, vouchers }: { readonly version: number; readonly vouchers: readonly NewPettyVoucher[] }): Promise<void> {
  const float = await start(work, id, { action: 'keep', version })
  const wrong = Object.fromEntries(vouchers.flatMap(({ amount, row }) => (compare(amount, float.mostEach) > 0 ? [[`lines.${row}.amount`, errors.tooMuch(formatMoney(float.mostEach))]] : [])))
  if (Object.keys(wrong).length > 0) throw new RuleBroken(wrong)
  await mustHaveBudget(work, vouchers)
  const total = sum(vouchers.map(({ amount }) => amount))
  if (compare(total, cashOf(float)) > 0) throw new RuleBroken(errors.noCash(formatMoney(cashOf(float))))
  await insertVouchers(work, id, vouchers)
  await moveFloat(work, float, { state: float.next })
  await recordChange(work, { kind: pettySource, id, action: 'keep', after: { vouchers: vouchers.length, amount: total } })
}

/** E_BUDGET: what leaves the box can be claimed; vouchers of all boxes that wait for their claim are counted, also those another box keeps at this moment. */
async function mustHaveBudget(work: OfficerWork, vouchers: readonly NewPettyVoucher[]): Promise<void> {
  const lines = [...new Set(vouchers.map(({ budgetLineId }) => budgetLineId))]
  await holdLines(work, lines)
  const [available, kept] = [await getAvailable(work, lines, work.today), await sumKept(work, lines)]
  const over = lines.flatMap((line) => {
    const rest = minus(available.get(line) ?? zero, kept.get(line) ?? zero)
    const asked = sum(vouchers.filter(({ budgetLineId }) => budgetLineId === line).map(({ amount }) => amount))
    const last = vouchers.findLast(({ budgetLineId }) => budgetLineId === line)
    return last && compare(asked, rest) > 0 ? [[`lines.${last.row}.amount`, errors.noBudget(formatMoney(isNegative(rest) ? zero : rest))]] : []
  })
  if (over.length > 0) throw new RuleBroken(Object.fromEntries(over))
}

/** Kept by mistake, or the money came back into the box. */
export async function dropVoucher(work: OfficerWork, id: string, { version, voucherId }: { readonly version: number; readonly voucherId: string }): Promise<void> {
  const float = await start(work, id, { action: 'keep', version })
  const voucher = (await findVouchers(work, float.organisationId, id)).find((each) => each.id === voucherId)
  if (!voucher) throw new NotFound('petty voucher')
  if (voucher.state !== 'kept') throw new RuleBroken(errors.notKept)
  await moveVouchers(work, [voucherId], { state: 'cancelled', claimId: null })
  await moveFloat(work, float, { state: float.next })
  await recordChange(work, { kind: pettySource, id, action: 'drop', before: { number: String(voucher.number), amount: voucher.amount } })
}

/** One claim for each source and type of item (§1.3), payable to who holds the float, so that the box is whole again. */
export async function topUpFloat(work: OfficerWork, id: string, version: number): Promise<void> {
  const float = await start(work, id, { action: 'top-up', version })
  const kept = (await findVouchers(work, float.organisationId, id)).filter(({ state }) => state === 'kept')
  if (kept.length === 0) throw new RuleBroken(errors.nothing)
  for (const part of await partsOf(work, kept)) await claimVouchers(work, float, part)
  await moveFloat(work, float, { state: float.next })
  await recordChange(work, { kind: pettySource, id, action: 'top-up', after: { vouchers: kept.length, amount: sum(kept.map(({ amount }) => amount)) } })
}

interface Part {
  readonly sourceCode: string
  readonly vouchers: readonly PettyVoucher[]
}

/** Vouchers that may stand in one claim. */
async function partsOf(work: OfficerWork, vouchers: readonly PettyVoucher[]): Promise<Part[]> {
  const parts = new Map<string, Part>()
  const lines = new Map<string, LineWithBalance>()
  for (const id of new Set(vouchers.map(({ budgetLineId }) => budgetLineId))) lines.set(id, await getLine(work, work.actor.organisationId, id))
  for (const voucher of vouchers) {
    const line = lines.get(voucher.budgetLineId)
    if (!line) throw new NotFound('budget line')
    const key = claimKeyOf(line)
    parts.set(key, { sourceCode: line.sourceCode, vouchers: [...parts.get(key)?.vouchers ?? [], voucher] })
  }
  return [...parts.values()]
}

async function claimVouchers(work: OfficerWork, float: Petty, { sourceCode, vouchers }: Part): Promise<void> {
  const numbers = vouchers.map(({ number }) => number)
  const claimId = await draftClaim(work, {
    kind: 'C1', claimDate: work.today, payeeId: float.payeeId, departmentId: float.departmentId, sourceCode, origin: { kind: pettySource, id: float.id },
    title: text.topUpTitle(pettyNumber(float), String(Math.min(...numbers)), String(Math.max(...numbers))), lines: claimLines(vouchers),
  })
  await moveVouchers(work, vouchers.map(({ id }) => id), { state: 'claimed', claimId })
}

function claimLines(vouchers: readonly PettyVoucher[]): ClaimLine[] {
  const amounts = new Map<string, { readonly voucher: PettyVoucher; readonly amount: Money }>()
  for (const voucher of vouchers) {
    const place = `${voucher.budgetLineId} ${voucher.accountCode}`
    amounts.set(place, { voucher, amount: plus(amounts.get(place)?.amount ?? zero, voucher.amount) })
  }
  return [...amounts.values()].map(({ voucher, amount }) => ({ ...anyLine, budgetLineId: voucher.budgetLineId, accountCode: voucher.accountCode, description: voucher.description, amount }))
}

export interface TypedCount {
  readonly version: number
  readonly countedOn: CalendarDate
  readonly counted: Money
  readonly note: string
}

/** What is in the box beside what must be; a difference says why. */
export async function countFloat(work: OfficerWork, id: string, { version, ...count }: TypedCount): Promise<void> {
  const float = await start(work, id, { action: 'count', version })
  if (isNegative(count.counted)) throw new RuleBroken({ counted: errors.counted })
  const difference = minus(count.counted, cashOf(float))
  if (!isZero(difference) && count.note === '') throw new RuleBroken({ note: errors.note })
  await insertCount(work, id, { ...count, held: float.held, onTheWay: float.onTheWay, balance: float.balance })
  await moveFloat(work, float, { state: float.next })
  await recordChange(work, { kind: pettySource, id, action: 'count', after: { counted: count.counted, difference }, ...(count.note !== '' && { reason: count.note }) })
}

/** The advance opens the float; a claim of vouchers that was cancelled gives them back. */
export const pettyHooks: OriginHooks = { onPaid: floatPaid, onReversed: floatUnpaid, onReleased: vouchersBack }

const isAdvance = ({ kind }: Claim) => kind === 'C8'

async function floatPaid(work: OfficerWork, claim: Claim): Promise<void> {
  const float = await held(work, claim)
  if (!isAdvance(claim)) return
  await moveFloat(work, float, { state: 'open' })
  await recordChange(work, { kind: pettySource, id: float.id, action: 'open', after: { amount: claim.gross } })
}

async function floatUnpaid(work: OfficerWork, claim: Claim): Promise<void> {
  const float = await held(work, claim)
  if (!isAdvance(claim)) return
  const used = (await findVouchers(work, float.organisationId, float.id)).some(({ state }) => state !== 'cancelled')
  if (used) throw new RuleBroken(errors.spent)
  await moveFloat(work, float, { state: 'approved' })
  await recordChange(work, { kind: pettySource, id: float.id, action: 'unpaid' })
}

async function vouchersBack(work: OfficerWork, claim: Claim): Promise<void> {
  if (claim.state !== 'cancelled' || isAdvance(claim)) return
  const float = await held(work, claim)
  const claimed = (await findVouchers(work, float.organisationId, float.id)).filter(({ claimId }) => claimId === claim.id)
  await moveVouchers(work, claimed.map(({ id }) => id), { state: 'kept', claimId: null })
  await recordChange(work, { kind: pettySource, id: float.id, action: 'released', after: { vouchers: claimed.length } })
}

async function held(work: OfficerWork, { origin }: Claim): Promise<Petty> {
  const id = origin?.id ?? ''
  await pettyRows.lock(work, id)
  return getFloat(work, work.actor.organisationId, id)
}

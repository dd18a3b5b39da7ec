// A debt whose money came back ends without a payment: asked for by the department, approved like a claim, and undone by a reversal (P24, P27, §1.9).
// Locks: form key → waiver → claim → loans by id → budget lines → counter → book.
import { findHoldsOf, giveOutLentMoney, refund, takeBackRefund, takeInLentMoney, type MoneyBack, type Share } from '../../budget/index.ts'
import { attachmentSteps, nextNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, isOpen, postVoucher, signsAlone, undoVoucher, type SlotAmount } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { isReported, settleLive } from '../bounce-people/bounce-people.repository.ts'
import { personKey } from '../bounce-people/bounce-people.ts'
import { setsUpDebt } from '../claim-kind/claim-kind.ts'
import { moveClaim } from '../claim-step/claim-step.repository.ts'
import { tellOrigin } from '../claim-step/claim-step.service.ts'
import { claimRows, getClaim } from '../claim/claim.repository.ts'
import { reopenedDebtOf } from '../claim/claim.service.ts'
import { claimSource, dueOf, type Claim } from '../claim/claim.ts'
import { budgetDay } from '../clearing/clearing.service.ts'
import { findAcceptedCosts } from '../correction/correction.repository.ts'
import { mustStandAsBooked, type ReasonForm } from '../correction/correction.service.ts'
import { claimNameOf, whereStanding } from '../correction/correction.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { findLastBounce } from '../payment/payment.repository.ts'
import { waiverText } from '../waiver.text.ts'
import { findWaivedCosts, findWaiversOf, getWaiver, insertWaiver, moveWaiver, waiverRows } from './waiver.repository.ts'
import { costField, type WaiverForm } from './waiver.schema.ts'
import {
  costsLeft, isOfYear, isWaivable, sharesOf, waiverLifecycle, waiverName, waiverPapers, waiverSource, type KnownWaiver, type WaivedCost, type WaiverCommand, type WholeWaiver,
} from './waiver.ts'

const { errors } = waiverText

/** A claim of the own office that waits with money that came back. */
export async function findKnownWaiver(read: OfficerRead, claimId: string): Promise<KnownWaiver> {
  const claim = await getClaim(read, read.actor.organisationId, claimId)
  if (!isWaivable(claim) || await isReported(read, [claimId])) throw new RuleBroken(errors.notWaivable)
  await mustStandAsBooked(read, claim)
  const costs = costsLeft(await findCosts(read, claim), await findWaivedCosts(read, claim.organisationId, claimId))
  const due = dueOf(claim).net
  if (compare(sum(costs.map(({ amount }) => amount)), due) < 0) throw new RuleBroken(errors.noCost)
  return { claim, costs, people: claim.payees.filter(({ isReturned }) => isReturned), due }
}

/** What its approval or its payment debited, where the money stands now; of a delivery what was accepted. */
async function findCosts(read: OfficerRead, claim: Claim): Promise<WaivedCost[]> {
  const bare = { subKey: null, counterpartyId: null, fundCode: null, revenueCode: null }
  const costs = claim.kind === 'C2' && !setsUpDebt(claim) && claim.lines.some(({ source }) => source !== null)
    ? (await findAcceptedCosts(read, claim)).map(({ lineId, accountCode, amount }, index) => ({ ...bare, line: index + 1, budgetLineId: lineId, accountCode, amount }))
    : claim.lines.map(({ budgetLineId, accountCode, subKey, counterpartyId, fundCode, revenueCode, amount }, index) => ({ line: index + 1, budgetLineId, accountCode, subKey, counterpartyId, fundCode, revenueCode, amount }))
  const onLines = costs.flatMap((cost) => (cost.budgetLineId === null ? [] : [{ ...cost, lineId: cost.budgetLineId }]))
  const standing = new Map(whereStanding(onLines, await findHoldsOf(read, { kind: claimSource, id: claim.id }, 'paid')).map(({ line, lineId }) => [line, lineId]))
  return costs.map((cost) => ({ ...cost, budgetLineId: standing.get(cost.line) ?? cost.budgetLineId }))
}

/** The id; numbered at once, it waits for its approval. The same form sent twice gives the same one. */
export async function createWaiver(work: OfficerWork, form: WaiverForm): Promise<string> {
  const earlier = await waiverRows.findMade(work, form.formKey)
  if (earlier !== undefined) return earlier
  await claimRows.lock(work, form.claim)
  const known = await findKnownWaiver(work, form.claim)
  const waiting = (await findWaiversOf(work, known.claim.organisationId, form.claim)).find(({ state }) => state === 'submitted')
  if (waiting) throw new RuleBroken(errors.waiting(waiverName(waiting)))
  const people = peopleMeant(form, known)
  const amount = people.length === 0 ? known.due : netOf(known, people)
  const command = { claimId: form.claim, documentDate: form.documentDate, amount, reason: form.reason, people, costs: sharesOf(known.costs, form.shares, amount) }
  await mustFit(work, command, known)
  const fiscalYear = fiscalYearOf(form.documentDate)
  const number = await nextNumber(work, 'WVR', fiscalYear)
  const id = await insertWaiver(work, { ...command, number, formKey: form.formKey })
  const names = known.people.filter(({ line }) => people.includes(line)).map(({ name }) => name).join(', ')
  await recordChange(work, { kind: waiverSource, id, action: 'create', after: { number: waiverName({ number, fiscalYear }), amount, ...(names !== '' && { people: names }) } })
  return id
}

/** Of a batch whose money came back as a whole all of it is waived. */
function peopleMeant({ claim: claimId, people }: WaiverForm, known: KnownWaiver): number[] {
  if (known.people.length === 0) return []
  if (people.length === 0) throw new RuleBroken({ people: errors.people })
  const meant = known.people.filter(({ line }) => people.includes(personKey({ claimId, line })))
  if (meant.length !== people.length) throw new RuleBroken({ people: errors.gone })
  return meant.map(({ line }) => line)
}

function netOf({ people }: Pick<KnownWaiver, 'people'>, lines: readonly number[]): Money {
  return sum(people.filter(({ line }) => lines.includes(line)).map(({ gross, deducted }) => minus(gross, deducted)))
}

async function mustFit(work: OfficerWork, { documentDate, amount, costs }: WaiverCommand, known: KnownWaiver): Promise<void> {
  await mustBeDay(work, documentDate, known.claim)
  const told = sum(costs.map((cost) => cost.amount))
  const [first] = known.costs
  if (first && compare(told, amount) !== 0) throw new RuleBroken({ [costField(first.line)]: errors.otherSum(formatMoney(told), formatMoney(amount)) })
  for (const cost of costs) {
    const left = known.costs.find(({ line }) => line === cost.line)?.amount ?? zero
    if (compare(cost.amount, left) > 0) throw new RuleBroken({ [costField(cost.line)]: errors.overCost(formatMoney(left)) })
  }
}

async function mustBeDay(work: OfficerWork, day: CalendarDate, { id }: Claim): Promise<void> {
  const back = await findLastBounce(work, [id])
  if (compareDates(day, work.today) > 0) throw new RuleBroken({ documentDate: errors.future })
  if (back !== null && compareDates(day, back) < 0) throw new RuleBroken({ documentDate: errors.beforeBounce(formatThaiDate(back)) })
  if (!await isOpen(work, day)) throw new RuleBroken({ documentDate: errors.closed })
}

const start = stepStarter({ rows: waiverRows, get: getWaiver, lifecycle: waiverLifecycle, signsAlone })

/** The debt is settled; where nobody else of it waits the claim is done. */
export async function approveWaiver(work: OfficerWork, id: string, version: number): Promise<void> {
  const waiver = await start(work, id, { action: 'approve', version })
  await claimRows.lock(work, waiver.claimId)
  const known = await findKnownWaiver(work, waiver.claimId)
  await mustBeSame(work, waiver, known)
  const isLast = compare(known.due, waiver.amount) === 0
  await endClaim(work, known.claim, { isLast, waiver })
  await takeBack(work, waiver, known.claim)
  const posted = await postVoucher(work, {
    rules: expenditurePosting, event: 'claim.waived', type: 'JV', documentDate: waiver.documentDate, source: { kind: waiverSource, id }, preparedBy: waiver.authorId,
    description: waiverText.booked(waiverName(waiver), claimNameOf(waiver), waiver.reason), facts: await factsOf(work, waiver, known.claim), ...(waiver.isAlone && { samePerson: 'small-unit' as const }),
  })
  await moveWaiver(work, waiver, { state: waiver.next, voucherId: posted.id })
  if (known.people.length > 0) await settleLive(work, [waiver.claimId])
  await recordChange(work, { kind: waiverSource, id, action: 'approve', after: { amount: waiver.amount, voucher: posted.number }, isAlone: waiver.isAlone })
}

/** Since it was asked for nobody of it was paid, and nothing of its costs was taken back. */
async function mustBeSame(work: OfficerWork, waiver: WholeWaiver, known: KnownWaiver): Promise<void> {
  const isWhole = waiver.lines.length === 0 && known.people.length === 0
  const standing = known.people.filter(({ line }) => waiver.lines.includes(line))
  const amount = isWhole ? known.due : netOf(known, standing.map(({ line }) => line))
  if (standing.length !== waiver.lines.length || compare(amount, waiver.amount) !== 0) throw new RuleBroken(errors.moved)
  await mustFit(work, { ...waiver, people: waiver.lines }, known)
}

async function endClaim(work: OfficerWork, claim: Claim, { isLast, waiver }: { readonly isLast: boolean; readonly waiver: WholeWaiver }): Promise<void> {
  await moveClaim(work, claim, { state: isLast ? 'paid' : 'approved' })
  await recordChange(work, { kind: claimSource, id: claim.id, action: 'waive', reason: waiver.reason, after: { net: waiver.amount } })
  if (isLast) await tellOrigin(work, { ...claim, state: 'paid', version: claim.version + 1 }, { event: 'onPaidAnew', payment: { paymentId: claim.reopenedBy ?? '', paidOn: waiver.documentDate } })
}

/** In the year of the claim its lines may spend it again; of a loan by the contract it is. */
async function takeBack(work: OfficerWork, waiver: WholeWaiver, claim: Claim): Promise<void> {
  if (!isOfSameYear(waiver, claim)) return
  const act = { source: { kind: waiverSource, id: waiver.id }, date: waiver.documentDate, description: waiverName(waiver) }
  await takeInLentMoney(work, act, lentBack(claim, waiver))
  const shares = budgetShares(claim, waiver)
  if (shares.length > 0) await refund(work, { ...act, event: 'waived', of: { kind: claimSource, id: claim.id } }, shares)
}

function isOfSameYear({ documentDate }: Pick<WholeWaiver, 'documentDate'>, { fiscalYear }: Claim): boolean {
  return fiscalYearOf(documentDate) === fiscalYear
}

function lentBack({ kind }: Claim, { costs }: Pick<WholeWaiver, 'costs'>): MoneyBack[] {
  return kind === 'C6' ? costs.map(({ subKey, amount }) => ({ subKey, amount })) : []
}

function budgetShares({ kind }: Claim, { costs }: Pick<WholeWaiver, 'costs'>): Share[] {
  const amounts = new Map<string, Money>()
  for (const { budgetLineId, amount } of kind === 'C6' ? [] : costs) if (budgetLineId !== null) amounts.set(budgetLineId, plus(amounts.get(budgetLineId) ?? zero, amount))
  return [...amounts].map(([lineId, amount]) => ({ lineId, amount }))
}

/** Of an earlier year income and expense are เงินสะสม, and no control line is told. */
async function factsOf(work: OfficerWork, waiver: WholeWaiver, claim: Claim) {
  const owed = await reopenedDebtOf(work, claim, { on: waiver.documentDate, amount: waiver.amount })
  const accumulated = accountOf(await accountsOfRoles(work, waiver.fiscalYear), 'accumulated')
  const memo = waiver.reason
  const costs = waiver.costs.map(({ accountCode, subKey, counterpartyId, fundCode, revenueCode, budgetLineId, amount }): SlotAmount => {
    if (isOfSameYear(waiver, claim)) {
      return { accountCode, subKey: subKey ?? undefined, counterpartyId: counterpartyId ?? undefined, fundCode: fundCode ?? undefined, revenueCode: revenueCode ?? undefined, budgetLineId: budgetLineId ?? undefined, amount, memo }
    }
    return isOfYear(accountCode) ? { accountCode: accumulated, amount, memo } : { accountCode, subKey: subKey ?? undefined, counterpartyId: counterpartyId ?? undefined, fundCode: fundCode ?? undefined, amount, memo }
  })
  return { lists: { owed, costs } }
}

export async function refuseWaiver(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const waiver = await start(work, id, { action: 'refuse', version })
  await moveWaiver(work, waiver, { state: waiver.next, endReason: reason })
  await recordChange(work, { kind: waiverSource, id, action: 'refuse', reason })
}

export async function cancelWaiver(work: OfficerWork, id: string, version: number): Promise<void> {
  const waiver = await start(work, id, { action: 'cancel', version })
  await moveWaiver(work, waiver, { state: waiver.next })
  await recordChange(work, { kind: waiverSource, id, action: 'cancel' })
}

/** The debt waits again, where the lines still have its money. */
export async function reverseWaiver(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const waiver = await start(work, id, { action: 'reverse', version })
  if (waiver.voucherId === null) throw new RangeError('a posted waiver without voucher')
  await claimRows.lock(work, waiver.claimId)
  const claim = await getClaim(work, waiver.organisationId, waiver.claimId)
  await mustStandAsBooked(work, claim)
  const isDone = claim.state === 'paid'
  if (!isDone && (claim.state !== 'approved' || await isReported(work, [claim.id]))) throw new RuleBroken(errors.paidAnew)
  await moveClaim(work, claim, { state: 'approved' })
  await recordChange(work, { kind: claimSource, id: claim.id, action: 'unwaive', reason, after: { net: waiver.amount } })
  if (isDone) await tellOrigin(work, { ...claim, state: 'approved', version: claim.version + 1 }, { event: 'onReopened', payment: { paymentId: claim.reopenedBy ?? '', paidOn: waiver.documentDate } })
  await takeOut(work, waiver, claim)
  const posted = await undoVoucher(work, waiver.voucherId, reason)
  await moveWaiver(work, waiver, { state: waiver.next, endReason: reason })
  if (waiver.lines.length > 0) await settleLive(work, [claim.id])
  await recordChange(work, { kind: waiverSource, id, action: 'reverse', reason, after: { voucher: posted.number }, isAlone: waiver.isAlone })
}

async function takeOut(work: OfficerWork, waiver: WholeWaiver, claim: Claim): Promise<void> {
  if (!isOfSameYear(waiver, claim)) return
  const act = { date: budgetDay(claim, work.today), description: waiverName(waiver) }
  const source = { kind: waiverSource, id: waiver.id }
  await giveOutLentMoney(work, { ...act, source, reversedBy: { kind: `${waiverSource}-reversed`, id: waiver.id } }, lentBack(claim, waiver))
  const shares = budgetShares(claim, waiver)
  if (shares.length > 0) await takeBackRefund(work, { ...act, source, event: 'unwaived', of: { kind: claimSource, id: claim.id } }, shares)
}

export const { attach: attachToWaiver, detach: detachFromWaiver } = attachmentSteps({ kind: waiverSource, rows: waiverRows, get: getWaiver, papers: waiverPapers })

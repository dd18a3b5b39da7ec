// ปรับปรุงรายจ่าย: asked for by the department, approved like a claim; account and control line move together, and back (§1.9, S41).
// Locks: form key → correction → claim → its refunds → budget lines → counter → book.
import { budgetLineName, findBudgetLines, findHoldsOf, readBudgetLine, repoint, type LineWithBalance } from '../../budget/index.ts'
import { attachmentSteps, nextNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountOf, accountsOfRoles, isOpen, isYearClosed, postVoucher, signsAlone, undoVoucher, type SlotAmount } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, negate, zero } from '../../platform/money.ts'
import { lockRefund } from '../../receipts/index.ts'
import { budgetDay } from '../clearing/clearing.service.ts'
import { claimRows, getClaim } from '../claim/claim.repository.ts'
import { claimSource, type Claim } from '../claim/claim.ts'
import { claimText } from '../claim.text.ts'
import { claimKeyOf } from '../claim-lines/claim-lines.ts'
import { setsUpDebt } from '../claim-kind/claim-kind.ts'
import { correctionText } from '../correction.text.ts'
import { findExpenseAccounts } from '../expense-account/expense-account.repository.ts'
import { accountText, choicesOf, chosenAccount } from '../expense-account/expense-account.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { findWaivedCosts } from '../waiver/waiver.repository.ts'
import { correctionRows, findAcceptedCosts, findCorrectionsOf, findGivenBack, findPaidOn, getCorrection, insertCorrection, moveCorrection } from './correction.repository.ts'
import { type CorrectionForm } from './correction.schema.ts'
import {
  claimNameOf, correctionLifecycle, correctionName, correctionPapers, correctionSource, costKey, costsNow, dayFault, isCorrectable, stillHeld, whereStanding, type Correction, type Cost, type KnownCosts,
} from './correction.ts'

const { errors } = correctionText
const mostLinesOfAYear = 20_000

/** A claim of the own office whose money left. */
export async function findKnownCosts(read: OfficerRead, claimId: string): Promise<KnownCosts> {
  const claim = await getClaim(read, read.actor.organisationId, claimId)
  if (!isCorrectable(claim)) throw new RuleBroken(errors.notCorrectable)
  const costs = await findCosts(read, claim)
  if (costs.length === 0) throw new RuleBroken(errors.notCorrectable)
  return {
    claim, costs, lines: await findBudgetLines(read, { organisationId: claim.organisationId, fiscalYear: claim.fiscalYear }, mostLinesOfAYear),
    isYearClosed: await isYearClosed(read, claim.fiscalYear),
  }
}

async function findCosts(read: OfficerRead, claim: Claim): Promise<Cost[]> {
  const booked = setsUpDebt(claim)
    ? claim.lines.flatMap(({ budgetLineId, subKey, accountCode, amount }) => (budgetLineId === null || subKey !== null ? [] : [{ lineId: budgetLineId, accountCode, amount }]))
    : await findAcceptedCosts(read, claim)
  const posted = (await findCorrectionsOf(read, claim.organisationId, claim.id)).filter(({ state }) => state === 'posted')
  const holds = await findHoldsOf(read, { kind: claimSource, id: claim.id }, stageOf(claim))
  const standing = whereStanding(costsNow([...booked, ...await findTakenBack(read, claim)], posted), holds)
  return stillHeld(standing, { givenBack: await findGivenBack(read, claim), holds })
}

/** What was waived after its money came back is spent no more. */
async function findTakenBack(read: OfficerRead, { organisationId, id }: Claim): Promise<Cost[]> {
  return (await findWaivedCosts(read, organisationId, id)).flatMap(({ budgetLineId, accountCode, amount }) => (budgetLineId === null ? [] : [{ lineId: budgetLineId, accountCode, amount: negate(amount) }]))
}

/** Until commit nobody corrects it, nor takes back at a counter what was paid too much. */
async function lockClaim(work: OfficerWork, id: string): Promise<void> {
  await claimRows.lock(work, id)
  await lockRefund(work, { kind: claimSource, id, budgetLineId: null })
}

/** Reversed after its correction, its payment leaves the claim owed where the money stands. */
function stageOf({ state, reopenedBy }: Claim): 'paid' | 'claimed' {
  return state === 'paid' || reopenedBy !== null ? 'paid' : 'claimed'
}

/** The id; numbered at once, it waits for its approval. The same form sent twice gives the same one. */
export async function createCorrection(work: OfficerWork, form: CorrectionForm): Promise<string> {
  const earlier = await correctionRows.findMade(work, form.formKey)
  if (earlier !== undefined) return earlier
  await lockClaim(work, form.claim)
  const known = await findKnownCosts(work, form.claim)
  const from = known.costs.find((cost) => costKey(cost) === form.cost)
  if (!from) throw new RuleBroken({ cost: errors.cost })
  const line = lineMeant(form, known, from)
  const toAccount = await accountMeant(work, form, { line, from })
  if (line.id === from.lineId && toAccount === from.accountCode) throw new RuleBroken({ [form.line === '' ? 'account' : 'line']: errors.nothing })
  const command = {
    claimId: known.claim.id, documentDate: form.documentDate, fromLineId: from.lineId, fromAccount: from.accountCode, toLineId: line.id, toAccount, amount: form.amount, reason: form.reason,
  }
  await mustFit(work, command, known)
  const fiscalYear = fiscalYearOf(form.documentDate)
  const number = await nextNumber(work, 'COR', fiscalYear)
  const id = await insertCorrection(work, { ...command, number, formKey: form.formKey })
  const wrong = known.lines.find((each) => each.id === from.lineId) ?? line
  await recordChange(work, { kind: correctionSource, id, action: 'create', after: {
    number: correctionName({ number, fiscalYear }), amount: form.amount, from: `${budgetLineName(wrong)} · ${from.accountCode}`, to: `${budgetLineName(line)} · ${toAccount}`,
  } })
  return id
}

/** One claim, one source of money (§1.3): the right line has the source of the wrong one. */
function lineMeant({ line: typed }: CorrectionForm, { lines, isYearClosed: isClosed }: KnownCosts, from: Cost): LineWithBalance {
  const wrong = lines.find(({ id }) => id === from.lineId)
  if (!wrong) throw new RangeError(`control line ${from.lineId} is of another year`)
  if (typed === '') return wrong
  const line = readBudgetLine(lines, typed)
  if (typeof line === 'string') throw new RuleBroken({ line })
  if (isClosed && line.id !== wrong.id) throw new RuleBroken({ line: errors.lineOfLastYear })
  if (sourceKeyOf(line) !== sourceKeyOf(wrong)) throw new RuleBroken({ line: errors.otherSource })
  return line
}

/** Whatever the item. */
function sourceKeyOf(line: LineWithBalance): string {
  return claimKeyOf({ ...line, economicCode: '' })
}

/** Nothing typed: the account stays where the right line's item takes it, otherwise the usual one of that item. */
async function accountMeant(read: OfficerRead, { account: typed, documentDate }: CorrectionForm, { line, from }: { readonly line: LineWithBalance; readonly from: Cost }): Promise<string> {
  const item = (await findExpenseAccounts(read, { itemCodes: [line.economicCode], fiscalYear: fiscalYearOf(documentDate) })).get(line.economicCode)
  if (!item) throw new RuleBroken({ account: claimText.errors.noAccount(line.economicCode) })
  if (typed === '' && choicesOf(item).some(({ code }) => code === from.accountCode)) return from.accountCode
  const account = chosenAccount(item, typed)
  if (!account) throw new RuleBroken({ account: claimText.errors.otherAccount(choicesOf(item).map(accountText).join(' · ')) })
  return account.code
}

type Asked = Pick<Correction, 'documentDate' | 'fromLineId' | 'fromAccount' | 'toAccount' | 'amount'>

/** Asked when it is made and again when it is approved. */
async function mustFit(work: OfficerWork, asked: Asked, { claim, costs, isYearClosed: isClosed }: KnownCosts): Promise<void> {
  await mustBeDay(work, asked.documentDate, { claim, isClosed })
  const cost = costs.find((each) => costKey(each) === costKey({ lineId: asked.fromLineId, accountCode: asked.fromAccount }))
  if (compare(asked.amount, cost?.amount ?? zero) > 0) throw new RuleBroken({ amount: errors.overCost(formatMoney(cost?.amount ?? zero)) })
  if (isClosed && isClosedOut(asked.fromAccount) && isClosedOut(asked.toAccount)) throw new RuleBroken({ account: errors.lastYear })
}

async function mustBeDay(work: OfficerWork, day: CalendarDate, { claim, isClosed }: { readonly claim: Claim; readonly isClosed: boolean }): Promise<void> {
  const paidOn = await findPaidOn(work, claim)
  if (paidOn === undefined) throw new RuleBroken(errors.notCorrectable)
  const fault = dayFault(day, { paidOn, fiscalYear: claim.fiscalYear, isYearClosed: isClosed, today: work.today })
  if (fault === 'beforePayment') throw new RuleBroken({ documentDate: errors.beforePayment(formatThaiDate(paidOn)) })
  if (fault !== undefined) throw new RuleBroken({ documentDate: fault === 'future' ? errors.future : errors.otherYear(String(claim.fiscalYear)) })
  if (!await isOpen(work, day)) throw new RuleBroken({ documentDate: errors.closed })
}

/** Income and expense become accumulated money when their year is closed. */
function isClosedOut(accountCode: string): boolean {
  return /^[45]/.test(accountCode)
}

const start = stepStarter({ rows: correctionRows, get: getCorrection, lifecycle: correctionLifecycle, signsAlone })

/** The right line must have it available (E_BUDGET); the JV carries both lines. */
export async function approveCorrection(work: OfficerWork, id: string, version: number): Promise<void> {
  const correction = await start(work, id, { action: 'approve', version })
  await lockClaim(work, correction.claimId)
  const known = await findKnownCosts(work, correction.claimId)
  await mustFit(work, correction, known)
  if (!known.isYearClosed) await moveBudget(work, correction, { claim: known.claim, event: 'corrected' })
  const posted = await postVoucher(work, {
    rules: expenditurePosting, event: 'expense.corrected', type: 'JV', documentDate: correction.documentDate, source: { kind: correctionSource, id }, preparedBy: correction.authorId,
    description: correctionText.booked(correctionName(correction), claimNameOf(correction), correction.reason), facts: await factsOf(work, correction, known),
    ...(correction.isAlone && { samePerson: 'small-unit' as const }),
  })
  await moveCorrection(work, correction, { state: correction.next, voucherId: posted.id })
  await recordChange(work, { kind: correctionSource, id, action: 'approve', after: { amount: correction.amount, voucher: posted.number }, isAlone: correction.isAlone })
}

/** Where the claim's money is held now, there or back. */
async function moveBudget(work: OfficerWork, correction: Correction, { claim, event }: { readonly claim: Claim; readonly event: 'corrected' | 'uncorrected' }): Promise<void> {
  const { fromLineId, toLineId, amount } = correction
  if (fromLineId === toLineId) return
  const move = event === 'corrected' ? { from: fromLineId, to: toLineId, amount } : { from: toLineId, to: fromLineId, amount }
  await repoint(work, {
    source: { kind: correctionSource, id: correction.id }, event, date: event === 'corrected' ? correction.documentDate : budgetDay(claim, work.today), description: correctionName(correction),
    of: { kind: claimSource, id: claim.id }, stage: stageOf(claim),
  }, [move])
}

/** Of a closed year the expense of both sides is accumulated money, and no control line is told (§1.9). */
async function factsOf(work: OfficerWork, correction: Correction, { isYearClosed: isClosed }: KnownCosts) {
  const { fromAccount, fromLineId, toAccount, toLineId, amount, reason: memo } = correction
  const accumulated = isClosed ? accountOf(await accountsOfRoles(work, correction.fiscalYear), 'accumulated') : undefined
  const sideOf = (accountCode: string, budgetLineId: string): SlotAmount => (
    accumulated === undefined ? { accountCode, budgetLineId, amount, memo } : { accountCode: isClosedOut(accountCode) ? accumulated : accountCode, amount, memo })
  return { lists: { right: [sideOf(toAccount, toLineId)], wrong: [sideOf(fromAccount, fromLineId)] } }
}

export interface ReasonForm {
  readonly version: number
  readonly reason: string
}

export async function refuseCorrection(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const correction = await start(work, id, { action: 'refuse', version })
  await moveCorrection(work, correction, { state: correction.next, endReason: reason })
  await recordChange(work, { kind: correctionSource, id, action: 'refuse', reason })
}

export async function cancelCorrection(work: OfficerWork, id: string, version: number): Promise<void> {
  const correction = await start(work, id, { action: 'cancel', version })
  await moveCorrection(work, correction, { state: correction.next })
  await recordChange(work, { kind: correctionSource, id, action: 'cancel' })
}

/** RX, and the money of the claim on its first line again; not what another correction moved on meanwhile. */
export async function reverseCorrection(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const correction = await start(work, id, { action: 'reverse', version })
  if (correction.voucherId === null) throw new RangeError('a posted correction without voucher')
  await lockClaim(work, correction.claimId)
  const claim = await getClaim(work, correction.organisationId, correction.claimId)
  const isClosed = await isYearClosed(work, claim.fiscalYear)
  const here = (await findCosts(work, claim)).find((cost) => costKey(cost) === costKey({ lineId: correction.toLineId, accountCode: correction.toAccount }))
  if (compare(correction.amount, here?.amount ?? zero) > 0) throw new RuleBroken(errors.overCost(formatMoney(here?.amount ?? zero)))
  if (isClosed && isClosedOut(correction.fromAccount) && isClosedOut(correction.toAccount)) throw new RuleBroken(errors.lastYear)
  if (!isClosed) await moveBudget(work, correction, { claim, event: 'uncorrected' })
  const posted = await undoVoucher(work, correction.voucherId, reason)
  await moveCorrection(work, correction, { state: correction.next, endReason: reason })
  await recordChange(work, { kind: correctionSource, id, action: 'reverse', reason, after: { voucher: posted.number }, isAlone: correction.isAlone })
}

/** For whoever reverses the debt: it goes back upon the accounts it was set up on. */
export async function mustStandAsBooked(read: OfficerRead, { organisationId, id }: Pick<Claim, 'organisationId' | 'id'>): Promise<void> {
  const posted = (await findCorrectionsOf(read, organisationId, id)).find(({ state }) => state === 'posted')
  if (posted) throw new RuleBroken(errors.corrected(correctionName(posted)))
}

export const { attach: attachToCorrection, detach: detachFromCorrection } = attachmentSteps({ kind: correctionSource, rows: correctionRows, get: getCorrection, papers: correctionPapers })

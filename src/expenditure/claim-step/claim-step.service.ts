// A claim from the department to the treasury's approval and back (expenditure-accounting-assets §1.1, §1.6, §1.9).
// Locks: claim → the receipt it gives back, what stands in the books → what its origin locks → budget lines → counters → book.
import { asSigned, mustBeCurrent, nextNumber, printedNumber, recordChange, type Started } from '../../documents/index.ts'
import { claim as claimBudget, release, type Share, type Source } from '../../budget/index.ts'
import { getVoucher, isOpen, linesOf, maySignAlone, postLines, undoVoucher, type SlotAmount } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, formatThaiDate } from '../../platform/dates.ts'
import { Conflict, RuleBroken } from '../../platform/errors.ts'
import { formatMoney, plus, zero } from '../../platform/money.ts'
import { saveSubLedgerKey } from '../../registers/index.ts'
import { setsUpDebt } from '../claim-kind/claim-kind.ts'
import { dayFaults, hooksOf } from '../claim-origins.ts'
import { claimRows, getClaim } from '../claim/claim.repository.ts'
import { settleLinesOf } from '../claim/claim.service.ts'
import { claimLifecycle, claimSource, debtKeyOf, type Claim, type ClaimPayment, type ClaimState, type ClaimStep } from '../claim/claim.ts'
import { findWantedDocuments, getClaimSettings } from '../claim-settings/claim-settings.repository.ts'
import { mustGiveBack, refundFaultsHeld } from '../claim-refund/claim-refund.service.ts'
import { standingFaultsHeld } from '../claim-standing/claim-standing.service.ts'
import { claimText } from '../claim.text.ts'
import { mustStandAsBooked } from '../correction/correction.service.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { findSameBill, moveClaim, nextDepartmentNumber, saveChecks, type PaperCheck } from './claim-step.repository.ts'
import { debtDay, faultsOf, taxFaults } from './claim-step.ts'

const { errors } = claimText

type StartedClaim = Started<ClaimState, Claim>

/** Row locked, version compared, lifecycle asked. In a small unit one person may prepare, check and approve. */
async function start(work: OfficerWork, id: string, { action, version }: { readonly action: ClaimStep | 'check'; readonly version: number }): Promise<StartedClaim> {
  await claimRows.lock(work, id)
  const claim = await getClaim(work, work.actor.organisationId, id)
  if (action === 'approve') await mustNotBePosted(work, claim)
  mustBeCurrent(claim, version)
  const isSmall = await maySignAlone(work)
  const [isAuthor, isChecker] = [claim.authorId === work.actor.userId, action === 'approve' && claim.checkerId === work.actor.userId]
  const next = claimLifecycle.step(work.actor, asSigned(claim, isSmall && isAuthor), action)
  if (isChecker && !isSmall) throw new RuleBroken(errors.sameChecker)
  return { ...claim, next, isAlone: isSmall && (isAuthor || isChecker) }
}

/** E_DUP_SOURCE: pressed twice, it tells the voucher that stands (INV-12). */
async function mustNotBePosted(work: OfficerWork, { state, payableVoucherId }: Claim): Promise<void> {
  if (state === 'checked' || payableVoucherId === null) return
  const { number } = await getVoucher(work, work.actor.organisationId, payableVoucherId)
  throw new RuleBroken(errors.posted(number))
}

const sourceOf = ({ id }: Pick<Claim, 'id'>): Source => ({ kind: claimSource, id })
const contractOf = ({ contractId }: Claim): Source | undefined => (contractId === null ? undefined : { kind: 'contract', id: contractId })

/** The budget is claimed; numbers are given the first time. */
export async function submitClaim(work: OfficerWork, id: string, version: number): Promise<void> {
  const claim = await start(work, id, { action: 'submit', version })
  await mustBeReady(work, claim)
  await hooksOf(claim)?.onSubmitted?.(work, claim)
  const shares = sharesOf(claim)
  if (shares.length > 0) {
    const act = { source: sourceOf(claim), event: `submitted/${claim.version}`, date: claim.claimDate, description: claim.title }
    const from = contractOf(claim)
    await claimBudget(work, { ...act, ...(from && { from }) }, shares)
  }
  const numbers = await numbersOf(work, claim)
  const { isEndorsed } = await getClaimSettings(work)
  await moveClaim(work, claim, { state: isEndorsed ? claim.next : 'endorsed', numbers, isSubmitted: true, returnReason: null })
  await recordChange(work, { kind: claimSource, id, action: 'submit', after: { number: printedNumber('CLM', numbers.number, claim.fiscalYear), departmentNumber: numbers.departmentNumber, gross: claim.gross } })
}

async function mustBeReady(work: OfficerWork, claim: Claim): Promise<void> {
  const faults = { ...claim.origin === null && taxFaults(claim), ...await dayFaults(work, claim), ...faultsOf(claim, work.today) }
  const closed = await isOpen(work, claim.claimDate, 'expenditure') ? {} : { documentDate: errors.closed }
  const [twin] = claim.duplicateReason === '' ? await findSameBill(work, claim) : []
  const taken = { ...await refundFaultsHeld(work, claim), ...await standingFaultsHeld(work, claim) }
  const refused = { ...closed, ...faults, ...taken, ...(twin && { duplicateReason: errors.sameBill(twinName(twin)) }) }
  if (Object.keys(refused).length > 0) throw new RuleBroken(refused)
}

/** 'CLM-00012/70 วันที่ 5 พฤศจิกายน 2569 จำนวน 10,700.00 บาท' */
export function twinName(twin: Awaited<ReturnType<typeof findSameBill>>[number]): string {
  const number = twin.number === null ? claimText.noNumber : printedNumber('CLM', twin.number, fiscalYearOf(twin.claimDate))
  return claimText.twin(number, formatThaiDate(twin.claimDate), formatMoney(twin.gross))
}

/** So much of each control line. */
function sharesOf({ lines }: Claim): Share[] {
  const byLine = new Map<string, Share>()
  for (const { budgetLineId: lineId, amount } of lines) {
    if (lineId !== null) byLine.set(lineId, { lineId, amount: plus(byLine.get(lineId)?.amount ?? zero, amount) })
  }
  return [...byLine.values()]
}

async function numbersOf(work: OfficerWork, claim: Claim) {
  const { number, departmentNumber } = claim
  if (number !== null && departmentNumber !== null) return { number, departmentNumber }
  return { number: await nextNumber(work, 'CLM', claim.fiscalYear), departmentNumber: await nextDepartmentNumber(work, claim) }
}

/** The department takes it back before anybody has endorsed it. */
export async function withdrawClaim(work: OfficerWork, id: string, version: number): Promise<void> {
  await sendBack(work, id, { action: 'withdraw', version, reason: null })
}

export interface ReasonForm {
  readonly version: number
  readonly reason: string
}

/** By the head of the department. */
export const rejectClaim = (work: OfficerWork, id: string, form: ReasonForm) => sendBack(work, id, { action: 'reject', ...form })
/** By the checker. */
export const returnClaim = (work: OfficerWork, id: string, form: ReasonForm) => sendBack(work, id, { action: 'return', ...form })
/** By the approver. */
export const refuseClaim = (work: OfficerWork, id: string, form: ReasonForm) => sendBack(work, id, { action: 'refuse', ...form })

/** A draft again, which keeps its numbers; the budget is free until it is submitted anew. */
async function sendBack(work: OfficerWork, id: string, { reason, ...step }: { action: 'withdraw' | 'reject' | 'return' | 'refuse'; version: number; reason: string | null }): Promise<void> {
  const claim = await start(work, id, step)
  await free(work, claim)
  await moveClaim(work, claim, { state: claim.next, isUnsigned: true, returnReason: reason })
  await undoDebt(work, claim, reason ?? claimText.withdrawn)
  await recordChange(work, { kind: claimSource, id, action: step.action, ...(reason !== null && { reason }) })
}

/** Origin told, budget back where it came from. */
async function free(work: OfficerWork, claim: StartedClaim): Promise<void> {
  await hooksOf(claim)?.onReleased?.(work, { ...claim, state: claim.next })
  if (sharesOf(claim).length === 0) return
  const act = { source: sourceOf(claim), event: `released/${claim.version}`, date: claim.claimDate, description: claim.title }
  await release(work, { ...act, stage: 'claimed', of: sourceOf(claim), backTo: contractOf(claim) }, 'all')
}

async function undoDebt(work: OfficerWork, claim: Claim, reason: string): Promise<void> {
  if (claim.payableVoucherId === null || !await isOwed(work, claim)) return
  await undoVoucher(work, claim.payableVoucherId, reason)
}

/** The number stays used and shows ยกเลิก. */
export async function cancelClaim(work: OfficerWork, id: string, version: number): Promise<void> {
  const claim = await start(work, id, { action: 'cancel', version })
  await hooksOf(claim)?.onReleased?.(work, { ...claim, state: claim.next })
  await moveClaim(work, claim, { state: claim.next })
  await recordChange(work, { kind: claimSource, id, action: 'cancel', before: { gross: claim.gross } })
}

export async function endorseClaim(work: OfficerWork, id: string, version: number): Promise<void> {
  const claim = await start(work, id, { action: 'endorse', version })
  await moveClaim(work, claim, { state: claim.next, signs: 'endorsed' })
  await recordChange(work, { kind: claimSource, id, action: 'endorse', isAlone: claim.isAlone })
}

export interface CheckForm {
  readonly version: number
  readonly papers: readonly PaperCheck[]
}

/** เลขที่คลังรับ is given when every paper that must be there is there; one that was checked before keeps it. */
export async function checkClaim(work: OfficerWork, id: string, { version, papers }: CheckForm): Promise<void> {
  const claim = await start(work, id, { action: 'check', version })
  await mustHavePapers(work, claim, papers)
  const treasury = { number: claim.treasuryNumber ?? await nextNumber(work, 'TRN', claim.fiscalYear), date: claim.treasuryDate ?? work.today }
  await saveChecks(work, id, papers)
  const { debtAt } = await getClaimSettings(work)
  const posted = debtAt === 'checked' ? await postDebt(work, claim) : {}
  await moveClaim(work, claim, { state: claim.next, treasury, signs: 'checked', ...posted })
  await recordChange(work, { kind: claimSource, id, action: 'check', after: { treasuryNumber: treasury.number }, isAlone: claim.isAlone })
}

async function mustHavePapers(work: OfficerWork, claim: Claim, papers: readonly PaperCheck[]): Promise<void> {
  const wanted = await findWantedDocuments(work, claim.organisationId, claim.kind)
  const present = new Set(papers.filter(({ isPresent }) => isPresent).map(({ code }) => code))
  const missing = wanted.filter(({ need, code }) => need === 'mandatory' && !present.has(code))
  if (missing.length > 0) throw new RuleBroken({ papers: errors.papers(missing.map(({ name }) => name).join(' · ')) })
}

/** The treasury's word: from here on the money is owed. */
export async function approveClaim(work: OfficerWork, id: string, version: number): Promise<void> {
  const claim = await start(work, id, { action: 'approve', version })
  await mustGiveBack(work, claim)
  await hooksOf(claim)?.onApproved?.(work, claim)
  const posted = await isOwed(work, claim) ? {} : await postDebt(work, claim)
  await moveClaim(work, claim, { state: claim.next, signs: 'approved', ...posted })
  await recordChange(work, { kind: claimSource, id, action: 'approve', after: { net: claim.net, ...(posted.voucher !== undefined && { voucher: posted.voucher }) }, isAlone: claim.isAlone })
}

/** The debt was set up when the papers were checked, and stands. */
async function isOwed(work: OfficerWork, { organisationId, payableVoucherId }: Claim): Promise<boolean> {
  return payableVoucherId !== null && (await getVoucher(work, organisationId, payableVoucherId)).reversedById === null
}

interface Owed {
  readonly payableVoucherId?: string
  readonly voucher?: string
}

/** P1. Posted anew after a return, it is another event: the voucher of the first stands reversed. */
async function postDebt(work: OfficerWork, claim: Claim): Promise<Owed> {
  if (!setsUpDebt(claim)) return {}
  const owed = await settleLinesOf(work, claim)
  await saveDebtKey(work, claim)
  const posted = await postLines(work, {
    lines: linesOf(expenditurePosting['claim.approved'], { lists: { costs: costsOf(claim), owed } }), type: 'AP', documentDate: debtDay(claim, work.today),
    source: sourceOf(claim), event: claim.payableVoucherId === null ? 'claim.approved' : `claim.approved/${claim.version}`,
    description: claimText.debt(printedNumber('CLM', claim.number ?? 0, claim.fiscalYear), claim.title), preparedBy: claim.authorId,
    ...(claim.authorId === work.actor.userId && { samePerson: 'small-unit' as const }),
  })
  return { payableVoucherId: posted.id, voucher: posted.number }
}

/** The debt to the people of a batch stands under a key of its own. */
async function saveDebtKey(work: OfficerWork, claim: Claim): Promise<void> {
  if (claim.payeeId === null) await saveSubLedgerKey(work, { kind: 'payee', key: debtKeyOf(claim), name: claim.title, registerId: null, isOpen: true })
}

function costsOf({ lines }: Claim): SlotAmount[] {
  return lines.map((line) => ({
    accountCode: line.accountCode, subKey: line.subKey ?? undefined, counterpartyId: line.counterpartyId ?? undefined, budgetLineId: line.budgetLineId ?? undefined,
    fundCode: line.fundCode ?? undefined, amount: line.amount, memo: line.description,
  }))
}

/** Approved and not paid: the debt is reversed, then the claim cancelled (§1.9). */
export async function revokeClaim(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const claim = await start(work, id, { action: 'revoke', version })
  if (claim.reopenedBy !== null) throw new RuleBroken(errors.reopened)
  await mustStandAsBooked(work, claim)
  await free(work, claim)
  await moveClaim(work, claim, { state: claim.next })
  await undoDebt(work, claim, reason)
  await recordChange(work, { kind: claimSource, id, action: 'revoke', reason, before: { net: claim.net }, isAlone: claim.isAlone })
}

/** For the desks of payment: claims that wait in one state go to the next, their rows held in the order of their ids. */
export async function moveClaims(work: OfficerWork, ids: readonly string[], { from, to }: { readonly from: ClaimState; readonly to: ClaimState }): Promise<Claim[]> {
  const moved: Claim[] = []
  for (const id of [...ids].sort((a, b) => Number(a) - Number(b))) {
    await claimRows.lock(work, id)
    const claim = await getClaim(work, work.actor.organisationId, id)
    if (claim.state !== from) throw new Conflict(errors.moved(printedNumber('CLM', claim.number ?? 0, claim.fiscalYear)))
    await moveClaim(work, claim, { state: to })
    await recordChange(work, { kind: claimSource, id, action: to })
    moved.push({ ...claim, state: to, version: claim.version + 1 })
  }
  return moved
}

/** Money of theirs came back (P27): approved as before, and owed their net. The budget stays paid, the cost and the tax are what they were. */
export async function reopenClaims(work: OfficerWork, ids: readonly string[], { paymentId, reason }: { readonly paymentId: string; readonly reason: string }): Promise<Claim[]> {
  const moved: Claim[] = []
  for (const claim of await moveClaims(work, ids, { from: 'paid', to: 'approved' })) {
    const reopenedBy = claim.reopenedBy ?? paymentId
    await moveClaim(work, claim, { state: 'approved', reopenedBy })
    await saveDebtKey(work, claim)
    await recordChange(work, { kind: claimSource, id: claim.id, action: 'reopen', reason, after: { net: claim.net } })
    moved.push({ ...claim, reopenedBy, version: claim.version + 1 })
  }
  return moved
}

/** Money of more of its people came back while it waits for the payment of others. */
export async function keepWaiting(work: OfficerWork, claim: Claim, reason: string): Promise<Claim> {
  await moveClaim(work, claim, { state: 'approved' })
  await recordChange(work, { kind: claimSource, id: claim.id, action: 'reopen', reason })
  return { ...claim, version: claim.version + 1 }
}

interface Closing {
  readonly paymentId: string
  readonly reason: string
  /** Of this payment the money of others had come back too, and they were paid anew: it stays the one that was opened again. */
  readonly stillBack?: ReadonlySet<string>
}

/** That their money came back was told by mistake: paid as before. */
export async function closeClaims(work: OfficerWork, ids: readonly string[], { paymentId, reason, stillBack }: Closing): Promise<Claim[]> {
  const moved: Claim[] = []
  for (const claim of await moveClaims(work, ids, { from: 'approved', to: 'paid' })) {
    const reopenedBy = claim.reopenedBy === paymentId && !stillBack?.has(claim.id) ? null : claim.reopenedBy
    await moveClaim(work, claim, { state: 'paid', reopenedBy })
    await recordChange(work, { kind: claimSource, id: claim.id, action: 'unreopen', reason })
    moved.push({ ...claim, reopenedBy, version: claim.version + 1 })
  }
  return moved
}

/** Asked before each payment of the claim: of the receipt it gives back, and of the desk that drafted it. */
export async function askOrigin(work: OfficerWork, claim: Claim): Promise<void> {
  await mustGiveBack(work, claim)
  await hooksOf(claim)?.onPaying?.(work, claim)
}

/** What the desk that drafted the claim has to do about its payment, or about its reversal. */
export async function tellOrigin(work: OfficerWork, claim: Claim, told: { readonly event: 'onPaid' | 'onBooked' | 'onReversed' | 'onReopened' | 'onPaidAnew'; readonly payment: ClaimPayment }): Promise<void> {
  await hooksOf(claim)?.[told.event]?.(work, claim, told.payment)
}

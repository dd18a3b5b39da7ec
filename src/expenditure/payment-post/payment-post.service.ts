// A recorded payment enters the books as its PV, and leaves them again as a whole (§1.1, §1.9).
// Locks: payment → report → claims by id → loans by id → cheque → budget lines → number counters → book.
import { giveOutLentMoney, pay, takeInLentMoney, unpay } from '../../budget/index.ts'
import { printedNumber, recordChange } from '../../documents/index.ts'
import { accountsOfRoles, postVoucher, reverseVoucher, type SlotAmount } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { isZero } from '../../platform/money.ts'
import { revenueCodeOf } from '../../receipts/index.ts'
import { getBankAccount } from '../../registers/index.ts'
import { findIncomeCode } from '../acceptance/acceptance.repository.ts'
import { closeRow, holdReportOf, openRow } from '../cheque-report/cheque-report.service.ts'
import { changeCheque } from '../cheque/cheque.repository.ts'
import { cancelCheque, mustBeSigned } from '../cheque/cheque.service.ts'
import { heldSharesOf, settleLinesOf } from '../claim/claim.service.ts'
import { claimSource, givesBackIncome, type Claim } from '../claim/claim.ts'
import { claimText } from '../claim.text.ts'
import { askOrigin, moveClaims, tellOrigin } from '../claim-step/claim-step.service.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { findLastBounce, movePayment } from '../payment/payment.repository.ts'
import { startStep, type ReasonForm } from '../payment/payment.service.ts'
import { isBefore, laterOf, paymentSource, spentBy, type Payment } from '../payment/payment.ts'
import { mustReachAll } from '../payment-reach/payment-reach.service.ts'
import { paymentText } from '../payment.text.ts'
import { recogniseGrants, unrecogniseGrants } from '../recognition/recognition.service.ts'
import { unwithhold, withhold } from '../withholding/withholding.service.ts'

const { errors } = paymentText

/** The money has left: budget paid, tax withheld, the PV in the books. What the claims and their report tell is held before the budget, numbers are taken after it. */
export async function postPayment(work: OfficerWork, id: string, version: number): Promise<void> {
  const payment = await startStep(work, id, { action: 'post', version })
  if (payment.reportRowId !== null) await holdReportOf(work, payment.reportRowId)
  const claims = await moveClaims(work, payment.claims.map((claim) => claim.id), { from: 'paying', to: 'paid' })
  await mustReachAll(work, claims, payment)
  if (isBefore(payment.paymentDate, await findLastBounce(work, claims.map(({ id }) => id)))) throw new RuleBroken({ paymentDate: errors.faults.beforeBounce })
  for (const claim of claims) await askOrigin(work, claim)
  const first = claims.filter(isFirst)
  const facts = { lists: { settled: await settledBy(work, claims, payment.paymentDate), deductions: await deductedFrom(work, first), money: await moneyOf(work, payment) } }
  const told = { paymentId: id, paidOn: payment.paymentDate }
  for (const claim of claims) await tellOrigin(work, claim, { event: isFirst(claim) ? 'onPaid' : 'onPaidAnew', payment: told })
  await takeInLentMoney(work, backBy(payment, payment.paymentDate), keptBackIn(first))
  for (const claim of first) {
    const shares = await heldSharesOf(work, claim, 'claimed')
    if (shares.length > 0) await pay(work, { ...actOf(payment, `paid/${claim.id}`), of: { kind: claimSource, id: claim.id } }, shares)
  }
  for (const claim of first) await tellOrigin(work, claim, { event: 'onBooked', payment: told })
  for (const claim of first) await withhold(work, claim, { paymentId: id, paidOn: payment.paymentDate })
  if (payment.chequeId !== null && payment.reportRowId !== null) await mustBeSigned(work, payment.chequeId)
  if (payment.chequeId !== null) await changeCheque(work, payment.chequeId, { state: 'handed_over', handedOverOn: payment.paymentDate })
  const posted = await postVoucher(work, {
    rules: expenditurePosting, event: 'payment.posted', facts, type: 'PV', documentDate: payment.paymentDate, source: { kind: paymentSource, id },
    description: descriptionOf(payment), preparedBy: payment.authorId, ...(payment.isAlone && { samePerson: 'small-unit' as const }),
  })
  await recogniseGrants(work, { source: { kind: paymentSource, id }, paidOn: payment.paymentDate, preparedBy: payment.authorId, isAlone: payment.isAlone, shares: spentBy(first) })
  await movePayment(work, payment, { state: payment.next, voucherId: posted.id })
  if (payment.reportRowId !== null) await closeRow(work, payment.reportRowId)
  await recordChange(work, { kind: paymentSource, id, action: 'post', after: { net: payment.net, voucher: posted.number }, isAlone: payment.isAlone })
}

/** Paid anew after its money came back, a claim spends, withholds and tells nothing a second time. */
function isFirst({ reopenedBy }: Claim): boolean {
  return reopenedBy === null
}

async function settledBy(work: OfficerWork, claims: readonly Claim[], paidOn: CalendarDate): Promise<SlotAmount[]> {
  const settled: SlotAmount[] = []
  for (const claim of claims) settled.push(...await settleLinesOf(work, claim, paidOn))
  return settled
}

/** A fine is income: it stands in the register of revenues under its code. */
async function deductedFrom(work: OfficerWork, claims: readonly Claim[]): Promise<SlotAmount[]> {
  const deductions = claims.flatMap((claim) => claim.deductions)
  const fine = deductions.find(({ kind }) => kind === 'fine')
  const revenueCode = fine && revenueCodeOf(await findIncomeCode(work, fine.accountCode))
  return deductions.map(({ kind, accountCode, subKey, description, amount }) => (
    { accountCode, subKey: subKey ?? undefined, amount, memo: description, revenueCode: kind === 'fine' ? revenueCode : undefined }))
}

/** Out of the bank account or the cash of the office. */
export async function moneyOf(work: OfficerWork, { bankAccountId, net, paymentDate }: Payment): Promise<SlotAmount[]> {
  if (isZero(net)) return []
  if (bankAccountId !== null) return [{ accountCode: (await getBankAccount(work, bankAccountId)).accountCode, subKey: bankAccountId, amount: net }]
  const accountCode = (await accountsOfRoles(work, fiscalYearOf(paymentDate)))['cash-on-hand']
  if (accountCode === undefined) throw new RangeError('no account has the role cash-on-hand')
  return [{ accountCode, amount: net }]
}

function actOf(payment: Payment, event: string) {
  return { source: { kind: paymentSource, id: payment.id }, event, date: payment.paymentDate, description: descriptionOf(payment) }
}

/** What is kept back for a loan gives its control line the money back (S36). */
const keptBackIn = (claims: readonly Claim[]) => claims.flatMap(({ deductions }) => deductions)

function backBy({ id, payeeNames }: Payment, date: CalendarDate) {
  return { source: { kind: paymentSource, id }, date, description: paymentText.keptBack(payeeNames) }
}

function descriptionOf({ payeeNames, claims }: Payment): string {
  return paymentText.description(payeeNames, claims.map(({ number, fiscalYear }) => printedNumber('CLM', number ?? 0, fiscalYear)).join(', '))
}

/** RX of the PV, all lines; cheque, withheld rows and certificates cancelled; the claims can be paid again (S38). */
export async function reversePayment(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const payment = await startStep(work, id, { action: 'reverse', version })
  if (payment.isBouncedInPart) throw new RuleBroken(errors.bouncedInPart)
  const claims = await moveClaims(work, payment.claims.map((claim) => claim.id), { from: 'paid', to: 'approved' })
  await giveOutLentMoney(work, { ...backBy(payment, laterOf(payment.paymentDate, work.today)), reversedBy: { kind: paymentSource, id } }, keptBackIn(claims.filter(isFirst)))
  for (const claim of claims.filter(isFirst)) {
    mustBeOfThisYear(claim, work.today)
    await tellOrigin(work, claim, { event: 'onReversed', payment: { paymentId: id, paidOn: payment.paymentDate } })
    const shares = await heldSharesOf(work, claim, 'paid')
    const act = { ...actOf(payment, `reversed/${claim.id}`), date: laterOf(payment.paymentDate, work.today) }
    if (shares.length > 0) await unpay(work, { ...act, of: { kind: claimSource, id: claim.id } }, shares)
  }
  for (const claim of claims) if (!isFirst(claim)) await tellOrigin(work, claim, { event: 'onReopened', payment: { paymentId: id, paidOn: payment.paymentDate } })
  await unwithhold(work, id)
  if (payment.reportRowId !== null) await openRow(work, payment.reportRowId, reason)
  if (payment.chequeId !== null) await cancelCheque(work, payment.chequeId, reason)
  await movePayment(work, payment, { state: payment.next, reason })
  const reversal = { reason, documentDate: laterOf(payment.paymentDate, work.today) }
  await unrecogniseGrants(work, { kind: paymentSource, id }, reversal)
  const { number } = await reverseVoucher(work, payment.voucherId ?? '', reversal)
  await recordChange(work, { kind: paymentSource, id, action: 'reverse', reason, after: { voucher: number }, isAlone: payment.isAlone })
}

/** Reversed in a later year, a refund would credit the income of that year. */
function mustBeOfThisYear(claim: Claim, today: CalendarDate): void {
  if (givesBackIncome(claim) && fiscalYearOf(today) > claim.fiscalYear) throw new RuleBroken(claimText.errors.refundReversed)
}

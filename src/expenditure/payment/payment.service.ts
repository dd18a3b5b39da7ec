// Payments: recorded by finance when the creditor was paid, approved by the head into the books, reversed as a whole (§1.1, §1.9, §1.10).
// Locks: form key → payment → report → claims by id → bank account → cheque → budget lines → number counters → book.
import { addAttachments, asSigned, documentsText, mustBeCurrent, printedNumber, recordChange, removeAttachment } from '../../documents/index.ts'
import { pay, unpay } from '../../budget/index.ts'
import { accountsOfRoles, getVoucher, isOpen, postVoucher, reverseVoucher, signsAlone, type SlotAmount } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { addSeconds, compareDates, fiscalYearOf, formatThaiDate, secondsBetween, type CalendarDate } from '../../platform/dates.ts'
import { Conflict, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { isZero, money, type Money } from '../../platform/money.ts'
import { getBankAccount, type BankAccount } from '../../registers/index.ts'
import { revenueCodeOf } from '../../receipts/index.ts'
import { findIncomeCode } from '../acceptance/acceptance.repository.ts'
import { mustHaveMoney } from '../bank-money/bank-money.service.ts'
import { claimRows, getClaim } from '../claim/claim.repository.ts'
import { heldSharesOf, settleLinesOf } from '../claim/claim.service.ts'
import { claimSource, dueOf, givesBackIncome, peopleDue, type Claim } from '../claim/claim.ts'
import { claimText } from '../claim.text.ts'
import { closeRow, getRowToPay, holdReportOf, openRow } from '../cheque-report/cheque-report.service.ts'
import { type RowToPay } from '../cheque-report/cheque-report.ts'
import { changeCheque, getCheque } from '../cheque/cheque.repository.ts'
import { cancelCheque, mustBeSigned, writeCheque } from '../cheque/cheque.service.ts'
import { staleBefore } from '../cheque/cheque.ts'
import { askOrigin, moveClaims, tellOrigin } from '../claim-step/claim-step.service.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { findUsablePlaces, getPaymentSetting } from '../payee-account/payee-account.repository.ts'
import { findPayeeAccounts, mustGoTo } from '../payee-account/payee-account.service.ts'
import { mustBePayable } from '../payee/payee.service.ts'
import { getPayee } from '../payee/payee.repository.ts'
import { paymentText } from '../payment.text.ts'
import { recogniseGrants, unrecogniseGrants } from '../recognition/recognition.service.ts'
import { unwithhold, withhold } from '../withholding/withholding.service.ts'
import { findCancelledCheque, findLastBounce, findLastDebt, getPayment, insertPayment, movePayment, paymentRows } from './payment.repository.ts'
import { faultsOf, isBefore, laterOf, paymentLifecycle, paymentSource, spentBy, totalsOf, type Payment, type PaymentCommand, type PaymentState, type PaymentStep } from './payment.ts'

const { errors } = paymentText
const namesTold = 5

/** The same form sent twice records one payment. Claims that somebody else pays at the same moment are refused. */
export async function recordPayment(work: OfficerWork, { formKey, ...asked }: PaymentCommand & { readonly formKey: string }): Promise<string> {
  const earlier = await paymentRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const paid = asked.reportRowId === null ? undefined : await getRowToPay(work, asked.reportRowId)
  const command = paid ? await asReported(work, asked, paid) : asked
  const claims = await claimsOf(work, command)
  const bank = command.bankAccountId === null ? undefined : await activeBank(work, command.bankAccountId)
  await mustFit(work, command, { claims, bank, reportDate: paid?.report.reportDate ?? null })
  await mustReachAll(work, claims, command)
  const totals = totalsOf(claims.map(dueOf))
  if (bank) await mustHaveMoney(work, bank, { date: command.paymentDate, net: totals.net, exceptRowId: paid?.row.id })
  const chequeId = bank ? await chequeOf(work, command, { bank, claims, net: totals.net, written: paid?.row.chequeId ?? undefined }) : null
  const id = await insertPayment(work, command, { ...totals, chequeId, formKey })
  await recordChange(work, { kind: paymentSource, id, action: 'create', after: { date: command.paymentDate, net: totals.net, cheque: command.chequeNumber } })
  return id
}

/** What the report says stands: account, paper and claims are not asked again. */
async function asReported(work: OfficerWork, command: PaymentCommand, { report, row }: RowToPay): Promise<PaymentCommand> {
  const cheque = row.chequeId === null ? undefined : await getCheque(work, report.organisationId, row.chequeId)
  return {
    ...command, claimIds: row.claims.map(({ id }) => id), channel: row.channel, bankAccountId: report.bankAccountId, chequeNumber: cheque?.number ?? '', chequeDate: cheque?.chequeDate ?? null,
    reference: command.reference || (cheque ? '' : row.documentNumber),
  }
}

/** Held in the order of their ids; those of a report are being paid since its approval. */
async function claimsOf(work: OfficerWork, { claimIds, reportRowId }: PaymentCommand): Promise<Claim[]> {
  if (reportRowId === null) return claimIds.length === 0 ? [] : moveClaims(work, claimIds, { from: 'approved', to: 'paying' })
  const claims: Claim[] = []
  for (const id of claimIds) {
    await claimRows.lock(work, id)
    claims.push(await getClaim(work, work.actor.organisationId, id))
  }
  if (claims.some(({ state }) => state !== 'paying')) throw new Conflict(errors.taken)
  return claims
}

async function activeBank(work: OfficerWork, id: string): Promise<BankAccount | undefined> {
  const account = await getBankAccount(work, id)
  return account.isActive ? account : undefined
}

interface Around {
  readonly claims: readonly Claim[]
  readonly bank: BankAccount | undefined
  readonly reportDate: CalendarDate | null
}

async function mustFit(work: OfficerWork, command: PaymentCommand, { claims, bank, reportDate }: Around): Promise<void> {
  const cashMost = money(BigInt(await getPaymentSetting(work, 'cash-most', work.today)) * 100n)
  const faults = faultsOf({ command, claims: claims.map((claim) => ({ ...claim, ...dueOf(claim) })), bankKind: bank?.kind, officeKind: work.actor.organisationKind, reportDate, backOn: await findLastBounce(work, claims.map(({ id }) => id)), today: work.today, cashMost })
  const told = Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, errors.faults[fault]]))
  const closed = await isOpen(work, command.paymentDate, 'expenditure') ? {} : { paymentDate: errors.closed }
  const refused = { ...closed, ...await debtFault(work, command.paymentDate, claims), ...told }
  if (Object.keys(refused).length > 0) throw new RuleBroken(refused)
}

/** INV-14: nothing is paid on a day on which the books do not owe it yet. */
async function debtFault(work: OfficerWork, paymentDate: CalendarDate, claims: readonly Claim[]): Promise<FieldErrors> {
  const owedSince = await findLastDebt(work, claims.map(({ id }) => id))
  return owedSince !== null && isBefore(paymentDate, owedSince) ? { paymentDate: errors.beforeDebt(formatThaiDate(owedSince)) } : {}
}

async function mustReachAll(work: OfficerWork, claims: readonly Claim[], paid: Pick<PaymentCommand, 'channel'>): Promise<void> {
  for (const payeeId of new Set(claims.flatMap((claim) => claim.payeeId ?? []))) await mustReach(work, payeeId, paid)
  if (paid.channel === 'transfer') for (const { payeeId, payeeAccountId } of claims) if (payeeId !== null) await mustGoTo(work, { payeeId, payeeAccountId })
  const people = paid.channel === 'transfer' ? claims.flatMap(peopleDue) : []
  if (people.length === 0) return
  const reached = await findUsablePlaces(work, people)
  const [first, ...others] = people.filter((_person, place) => !reached.has(place)).map(({ name }) => name)
  if (first !== undefined) throw new RuleBroken(errors.unverified([first, ...others.slice(0, namesTold - 1)].join(' · '), String(others.length + 1)))
}

/** E_PAYEE_UNVERIFIED, and INV-13: who changed where the money goes does not send it there. */
async function mustReach(work: OfficerWork, payeeId: string, { channel }: Pick<PaymentCommand, 'channel'>): Promise<void> {
  await mustBePayable(work, payeeId, channel)
  if (channel !== 'transfer') return
  const hours = await getPaymentSetting(work, 'account-cooling-hours', work.today)
  const accounts = await findPayeeAccounts(work, work.actor.organisationId, payeeId)
  const changed = accounts.filter(({ state, decidedAt }) => state === 'verified' && decidedAt !== null && secondsBetween(work.now, addSeconds(decidedAt, hours * 3600)) > 0)
  if (changed.some(({ authorId, deciderId }) => [authorId, deciderId].includes(work.actor.userId))) throw new RuleBroken(errors.changer)
}

async function payeeNameOf(work: OfficerWork, [claim]: readonly Claim[]): Promise<string> {
  if (claim === undefined) return ''
  return claim.payeeId === null ? claim.title : (await getPayee(work, claim.organisationId, claim.payeeId)).name
}

interface ToWrite {
  readonly bank: BankAccount
  readonly claims: readonly Claim[]
  readonly net: Money
  /** By the report. */
  readonly written: string | undefined
}

/** The cheque that is handed over, and to whom: written by the report, or now where reports are kept on paper. */
async function chequeOf(work: OfficerWork, command: PaymentCommand, { bank, claims, net, written }: ToWrite): Promise<string | null> {
  if (command.channel !== 'cheque' || command.chequeDate === null) return null
  const stale = staleBefore(command.paymentDate, await getPaymentSetting(work, 'cheque-stale-months', command.paymentDate))
  if (compareDates(command.chequeDate, stale) < 0) throw new RuleBroken({ paymentDate: errors.stale })
  if (written !== undefined) await mustBeSigned(work, written)
  const id = written ?? await writeCheque(work, {
    bankAccountId: bank.id, number: command.chequeNumber, chequeDate: command.chequeDate, payeeName: await payeeNameOf(work, claims), amount: net,
    replacesId: await findCancelledCheque(work, command.claimIds),
  }, 'chequeNumber')
  await changeCheque(work, id, { handedTo: command.handedTo, receiverId: command.receiverId })
  return id
}

export interface StartedPayment extends Payment {
  readonly next: PaymentState
  readonly isAlone: boolean
}

/** Row locked, version compared, lifecycle asked; in a small unit one person may record and approve. */
export async function startStep(work: OfficerWork, id: string, { action, version }: { readonly action: PaymentStep; readonly version: number }): Promise<StartedPayment> {
  await paymentRows.lock(work, id)
  const payment = await getPayment(work, work.actor.organisationId, id)
  if (action === 'post') await mustNotBePosted(work, payment)
  mustBeCurrent(payment, version)
  const isAlone = await signsAlone(work, payment)
  return { ...payment, isAlone, next: paymentLifecycle.step(work.actor, asSigned(payment, isAlone), action) }
}

/** E_DUP_SOURCE: pressed twice, it tells the voucher that stands (INV-12). */
async function mustNotBePosted(work: OfficerWork, { state, voucherId }: Payment): Promise<void> {
  if (state !== 'posted' || voucherId === null) return
  const { number } = await getVoucher(work, work.actor.organisationId, voucherId)
  throw new RuleBroken(errors.posted(number))
}

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

function descriptionOf({ payeeNames, claims }: Payment): string {
  return paymentText.description(payeeNames, claims.map(({ number, fiscalYear }) => printedNumber('CLM', number ?? 0, fiscalYear)).join(', '))
}

export interface ReasonForm {
  readonly version: number
  readonly reason: string
}

/** Recorded and not approved: claims wait again, in their report with its cheque, or without one and the cheque cancelled; a transfer the bank rejected leaves its reason (S44). Nothing was posted. */
export async function cancelPayment(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const payment = await startStep(work, id, { action: 'cancel', version })
  const isReported = payment.reportRowId !== null
  if (!isReported) await moveClaims(work, payment.claims.map((claim) => claim.id), { from: 'paying', to: 'approved' })
  if (payment.chequeId !== null) await (isReported ? changeCheque(work, payment.chequeId, { handedTo: '', receiverId: '' }) : cancelCheque(work, payment.chequeId, reason))
  await movePayment(work, payment, { state: payment.next, reason })
  await recordChange(work, { kind: paymentSource, id, action: 'cancel', reason, before: { net: payment.net } })
}

/** RX of the PV, all lines; cheque, withheld rows and certificates cancelled; the claims can be paid again (S38). */
export async function reversePayment(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const payment = await startStep(work, id, { action: 'reverse', version })
  if (payment.isBouncedInPart) throw new RuleBroken(errors.bouncedInPart)
  const claims = await moveClaims(work, payment.claims.map((claim) => claim.id), { from: 'paid', to: 'approved' })
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

/** The receiver's receipt, the bank's slip: papers come while the payment stands, and go before its voucher is posted upon them. */
export async function attachToPayment(work: OfficerWork, id: string, files: readonly UploadedFile[]): Promise<void> {
  await mustStand(work, id)
  await addAttachments(work, { kind: paymentSource, id }, files)
}

export async function detachFromPayment(work: OfficerWork, id: string, attachmentId: string): Promise<void> {
  if ((await mustStand(work, id)).state !== 'recorded') throw new RuleBroken({ files: documentsText.attachments.kept })
  await removeAttachment(work, { kind: paymentSource, id }, attachmentId)
}

async function mustStand(work: OfficerWork, id: string): Promise<Payment> {
  await paymentRows.lock(work, id)
  const payment = await getPayment(work, work.actor.organisationId, id)
  if (payment.state === 'cancelled' || payment.state === 'reversed') throw new Conflict(errors.notStanding)
  return payment
}

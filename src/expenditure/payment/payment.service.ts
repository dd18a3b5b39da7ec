// Payments as finance records them when the creditor was paid, until the head decides (§1.1, §1.10).
// Locks: form key → payment → report → claims by id → bank account → cheque.
import { asSigned, attachmentSteps, mustBeCurrent, recordChange } from '../../documents/index.ts'
import { getVoucher, isOpen, signsAlone } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { Conflict, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { money, type Money } from '../../platform/money.ts'
import { getBankAccount, type BankAccount } from '../../registers/index.ts'
import { mustHaveMoney } from '../bank-money/bank-money.service.ts'
import { claimRows, getClaim } from '../claim/claim.repository.ts'
import { dueOf, type Claim } from '../claim/claim.ts'
import { getRowToPay } from '../cheque-report/cheque-report.service.ts'
import { type RowToPay } from '../cheque-report/cheque-report.ts'
import { changeCheque, getCheque } from '../cheque/cheque.repository.ts'
import { cancelCheque, mustBeSigned, writeCheque } from '../cheque/cheque.service.ts'
import { staleBefore } from '../cheque/cheque.ts'
import { moveClaims } from '../claim-step/claim-step.service.ts'
import { getPaymentSetting } from '../payee-account/payee-account.repository.ts'
import { getPayee } from '../payee/payee.repository.ts'
import { mustReachAll } from '../payment-reach/payment-reach.service.ts'
import { paymentText } from '../payment.text.ts'
import { findCancelledCheque, findLastBounce, findLastDebt, getPayment, insertPayment, movePayment, paymentRows } from './payment.repository.ts'
import { faultsOf, isBefore, paymentLifecycle, paymentPapers, paymentSource, totalsOf, type Payment, type PaymentCommand, type PaymentState, type PaymentStep } from './payment.ts'

const { errors } = paymentText

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

export const { attach: attachToPayment, detach: detachFromPayment } = attachmentSteps({ kind: paymentSource, rows: paymentRows, get: getPayment, papers: paymentPapers })

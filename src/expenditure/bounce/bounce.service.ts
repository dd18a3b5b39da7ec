// เงินตีกลับ: what was paid and posted did not reach the payee (P27, S45). The payment stands, the debt is open again; the tax withheld and the budget spent stay as they are.
// Locks: payment → claims by id → report → cheque → book.
import { recordChange } from '../../documents/index.ts'
import { getVoucher, isOpen, linesOf, postLines, reverseVoucher, type SlotAmount } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { isZero, zero } from '../../platform/money.ts'
import { openRow, restoreRow } from '../cheque-report/cheque-report.service.ts'
import { cancelCheque, restoreCheque } from '../cheque/cheque.service.ts'
import { closeClaims, reopenClaims, tellOrigin } from '../claim-step/claim-step.service.ts'
import { reopenedDebtOf } from '../claim/claim.service.ts'
import { type Claim } from '../claim/claim.ts'
import { expenditurePosting } from '../expenditure.posting.ts'
import { isPaidAnew, movePayment } from '../payment/payment.repository.ts'
import { startStep, type ReasonForm, type StartedPayment } from '../payment/payment.service.ts'
import { moneyOf } from '../payment-post/payment-post.service.ts'
import { paymentSource } from '../payment/payment.ts'
import { paymentText } from '../payment.text.ts'

const { errors, bounce: text } = paymentText

export interface BounceForm {
  readonly version: number
  readonly reason: string
  /** The day on the bank's statement. */
  readonly bouncedOn: CalendarDate
}

/** A transfer came back, a slip was not paid out, a cheque was dishonoured: all of the payment's net. A cheque the bank has paid does not come back. */
export async function bouncePayment(work: OfficerWork, id: string, { version, reason, bouncedOn }: BounceForm): Promise<void> {
  const payment = await startStep(work, id, { action: 'bounce', version })
  if (payment.isBouncedInPart) throw new RuleBroken(errors.bouncedInPart)
  await mustFit(work, payment, bouncedOn)
  const claims = await reopenClaims(work, owedIds(payment), { paymentId: id, reason })
  for (const claim of claims) await tellOrigin(work, claim, { event: 'onReopened', payment: { paymentId: id, paidOn: payment.paymentDate } })
  if (payment.reportRowId !== null) await openRow(work, payment.reportRowId, reason)
  if (payment.chequeId !== null) await cancelCheque(work, payment.chequeId, reason)
  const { number } = await getVoucher(work, payment.organisationId, payment.voucherId ?? '')
  const posted = await postLines(work, {
    lines: linesOf(expenditurePosting['payment.bounced'], { lists: { money: await moneyOf(work, payment), owed: await owedFor(work, payment, { claims, on: bouncedOn }) } }), type: 'JV', documentDate: bouncedOn,
    source: { kind: paymentSource, id }, event: `payment.bounced/${payment.version}`, description: text.description(payment.payeeNames, number, reason), preparedBy: payment.authorId,
    ...(payment.isAlone && { samePerson: 'small-unit' as const }),
  })
  await movePayment(work, payment, { state: payment.next, reason, bounce: { on: bouncedOn, voucherId: posted.id } })
  await recordChange(work, { kind: paymentSource, id, action: 'bounce', reason, after: { on: bouncedOn, net: payment.net, voucher: posted.number }, isAlone: payment.isAlone })
}

/** Claims of which something was to reach the payee. */
const owedIds = ({ claims }: StartedPayment): string[] => claims.filter(({ net }) => !isZero(net)).map(({ id }) => id)

/** It had reached the payee after all: everything as before, the cheque with who holds it. Only while its claims wait and nothing pays them anew. */
export async function unbouncePayment(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const payment = await startStep(work, id, { action: 'unbounce', version })
  if (await isPaidAnew(work, payment)) throw new RuleBroken(errors.unbounceTaken)
  const claims = await closeClaims(work, owedIds(payment), { paymentId: id, reason })
  for (const claim of claims) await tellOrigin(work, claim, { event: 'onPaidAnew', payment: { paymentId: id, paidOn: payment.paymentDate } })
  await movePayment(work, payment, { state: payment.next, reason: '', bounce: null })
  if (payment.reportRowId !== null) await restoreRow(work, payment.reportRowId)
  if (payment.chequeId !== null) await restoreCheque(work, payment.chequeId, reason)
  const { number } = await reverseVoucher(work, payment.bounceVoucherId ?? '', { reason, documentDate: work.today })
  await recordChange(work, { kind: paymentSource, id, action: 'unbounce', reason, before: { on: payment.bouncedOn }, after: { voucher: number }, isAlone: payment.isAlone })
}

/** Also of what came back of some of its people. */
export async function mustFit(work: OfficerWork, { bankAccountId, net, paymentDate }: StartedPayment, bouncedOn: CalendarDate): Promise<void> {
  if (bankAccountId === null || isZero(net)) throw new RuleBroken(errors.bounceCash)
  if (compareDates(bouncedOn, work.today) > 0) throw new RuleBroken({ bouncedOn: errors.bounceFuture })
  if (compareDates(bouncedOn, paymentDate) < 0) throw new RuleBroken({ bouncedOn: errors.bounceBefore })
  if (!await isOpen(work, bouncedOn, 'expenditure')) throw new RuleBroken({ bouncedOn: errors.closed })
}

/** What this payment paid of each, as the next one will settle it. */
async function owedFor(work: OfficerWork, payment: StartedPayment, { claims, on }: { readonly claims: readonly Claim[]; readonly on: CalendarDate }): Promise<SlotAmount[]> {
  const paid = new Map(payment.claims.map(({ id, net }) => [id, net]))
  const owed: SlotAmount[] = []
  for (const claim of claims) owed.push(...await reopenedDebtOf(work, claim, { on, amount: paid.get(claim.id) ?? zero }))
  return owed
}

// Cheques: written from an own book, signed, cleared, replaced. Payments hand them over. Locks: document → cheque → book.
import { mustBeCurrent, recordChange } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { Conflict, RuleBroken } from '../../platform/errors.ts'
import { chequeText } from '../cheque.text.ts'
import { findBookOf } from '../cheque-book/cheque-book.repository.ts'
import { leafFault } from '../cheque-book/cheque-book.ts'
import { getPaymentSetting } from '../payee-account/payee-account.repository.ts'
import { changeCheque, chequeRows, findCheques, getCheque, insertCheque, moveChequeRefs } from './cheque.repository.ts'
import { chequeLifecycle, chequeSource, staleBefore, standingOf, type Cheque, type ChequeFilter, type ChequeState, type ChequeStep, type ListedCheque, type NewCheque } from './cheque.ts'

const { errors } = chequeText

/** Cheques dated before this day are stale. */
export async function getStaleDay(read: OfficerRead): Promise<CalendarDate> {
  return staleBefore(read.today, await getPaymentSetting(read, 'cheque-stale-months', read.today))
}

export async function findRegister(read: OfficerRead, filter: ChequeFilter, most?: number): Promise<FoundPage<ListedCheque>> {
  const stale = await getStaleDay(read)
  const found = await findCheques(read, { ...filter, stale }, most)
  return { ...found, items: found.items.map((cheque) => ({ ...cheque, standing: standingOf(cheque, stale) })) }
}

/** From an own book of that account, a number once for ever; refused at `field`. */
export async function writeCheque(work: OfficerWork, cheque: NewCheque, field: string): Promise<string> {
  const bookId = await mustStandInBook(work, cheque, field)
  const id = await insertCheque(work, { ...cheque, bookId })
  if (id === undefined) throw new RuleBroken({ [field]: errors.used(cheque.number) })
  await recordChange(work, { kind: chequeSource, id, action: 'write', after: { payee: cheque.payeeName, amount: cheque.amount } })
  return id
}

/** The book it is a leaf of. */
export async function mustStandInBook(read: OfficerRead, { bankAccountId, number }: Pick<NewCheque, 'bankAccountId' | 'number'>, field: string): Promise<string> {
  const book = await findBookOf(read, { bankAccountId, number })
  const fault = leafFault(book, bankAccountId)
  if (fault !== undefined || book === undefined) throw new RuleBroken({ [field]: errors.leaf[fault ?? 'noBook'](number, book?.bankName ?? '') })
  return book.id
}

interface Started extends Cheque {
  readonly next: ChequeState
}

async function start(work: OfficerWork, id: string, { action, version }: { readonly action: ChequeStep; readonly version: number }): Promise<Started> {
  await chequeRows.lock(work, id)
  const cheque = await getCheque(work, work.actor.organisationId, id)
  mustBeCurrent(cheque, version)
  return { ...cheque, next: chequeLifecycle.step(work.actor, cheque, action) }
}

export async function signCheque(work: OfficerWork, id: string, version: number): Promise<void> {
  const cheque = await start(work, id, { action: 'sign', version })
  await changeCheque(work, id, { state: cheque.next, signedOn: work.today })
  await recordChange(work, { kind: chequeSource, id, action: 'sign' })
}

/** Nobody is handed a cheque that was not signed: also not the one that took another's place. */
export async function mustBeSigned(read: OfficerRead, id: string): Promise<void> {
  const { state, number } = await getCheque(read, read.actor.organisationId, id)
  if (state !== 'signed') throw new RuleBroken(errors.unsigned(number))
}

export interface DrawForm {
  readonly version: number
  readonly crossed: boolean
  readonly struck: boolean
  /** Wanted where either is left out. */
  readonly why: string
}

/** Crossed and to nobody but the payee, unless there is a reason (ระเบียบ มท. ว่าด้วยการรับเงิน การเบิกจ่ายเงินฯ ว่าด้วยการเขียนเช็ค). */
export async function drawCheque(work: OfficerWork, id: string, { version, crossed, struck, why }: DrawForm): Promise<void> {
  const cheque = await start(work, id, { action: 'draw', version })
  if ((!crossed || !struck) && why === '') throw new RuleBroken({ why: errors.drawnWhy })
  await changeCheque(work, id, { isCrossed: crossed, isBearerStruck: struck })
  await recordChange(work, { kind: chequeSource, id, action: 'draw', reason: why, before: { drawn: chequeText.drawn(cheque) }, after: { drawn: chequeText.drawn({ isCrossed: crossed, isBearerStruck: struck }) } })
}

/** The bank has paid it: on the day of the statement. A stale one no bank pays. */
export async function clearCheque(work: OfficerWork, id: string, { version, clearedOn }: { readonly version: number; readonly clearedOn: CalendarDate }): Promise<void> {
  const cheque = await start(work, id, { action: 'clear', version })
  const months = await getPaymentSetting(work, 'cheque-stale-months', clearedOn)
  if (compareDates(clearedOn, work.today) > 0) throw new RuleBroken({ clearedOn: errors.future })
  if (cheque.handedOverOn !== null && compareDates(clearedOn, cheque.handedOverOn) < 0) throw new RuleBroken({ clearedOn: errors.beforeHandOver })
  if (standingOf(cheque, staleBefore(clearedOn, months)) === 'stale') throw new RuleBroken({ clearedOn: errors.stale })
  await changeCheque(work, id, { state: cheque.next, clearedOn })
  await recordChange(work, { kind: chequeSource, id, action: 'clear', after: { clearedOn } })
}

export interface ReasonForm {
  readonly version: number
  readonly reason: string
}

/** The clearing was noted by mistake. */
export async function unclearCheque(work: OfficerWork, id: string, { version, reason }: ReasonForm): Promise<void> {
  const cheque = await start(work, id, { action: 'unclear', version })
  await changeCheque(work, id, { state: cheque.next, clearedOn: null })
  await recordChange(work, { kind: chequeSource, id, action: 'unclear', reason })
}

/** Written wrong, spoiled or lost before it was handed over: cancelled, its number used for ever, another leaf in its place (§1.9). */
export async function replaceCheque(work: OfficerWork, id: string, form: ReasonForm & Pick<NewCheque, 'number' | 'chequeDate'>): Promise<string> {
  const cheque = await start(work, id, { action: 'replace', version: form.version })
  const { bankAccountId, payeeName, amount, isCrossed, isBearerStruck, handedTo, receiverId } = cheque
  if (amount === null) throw new Conflict(errors.spoiled)
  if (compareDates(form.chequeDate, work.today) > 0) throw new RuleBroken({ chequeDate: errors.future })
  await changeCheque(work, id, { state: cheque.next, cancelReason: form.reason })
  const next = await writeCheque(work, { bankAccountId, payeeName, amount, number: form.number, chequeDate: form.chequeDate, replacesId: id, isCrossed, isBearerStruck }, 'number')
  if (handedTo !== '') await changeCheque(work, next, { handedTo, receiverId })
  await moveChequeRefs(work, id, next)
  await recordChange(work, { kind: chequeSource, id, action: 'replace', reason: form.reason, after: { number: form.number } })
  return next
}

/** By a payment or a report that is undone; the leaf stays used. What the bank has paid is gone: nothing of it is undone as long as that stands. */
export async function cancelCheque(work: OfficerWork, id: string, reason: string): Promise<void> {
  await chequeRows.lock(work, id)
  const { state, number } = await getCheque(work, work.actor.organisationId, id)
  if (state === 'cleared') throw new RuleBroken(errors.cleared(number))
  await changeCheque(work, id, { state: 'cancelled', cancelReason: reason })
  await recordChange(work, { kind: chequeSource, id, action: 'cancel', reason })
}

/** That the bank refused it was told by mistake: the payee holds it as before. Not once another leaf was written in its place. */
export async function restoreCheque(work: OfficerWork, id: string, reason: string): Promise<void> {
  await chequeRows.lock(work, id)
  const { state, number, replacedBy } = await getCheque(work, work.actor.organisationId, id)
  if (state !== 'cancelled' || replacedBy !== null) throw new RuleBroken(errors.notRestorable(number))
  await changeCheque(work, id, { state: 'handed_over', cancelReason: null })
  await recordChange(work, { kind: chequeSource, id, action: 'restore', reason })
}

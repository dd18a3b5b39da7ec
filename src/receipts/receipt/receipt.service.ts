// Recording money that came in, and cancelling what was recorded. A recorded receipt is never edited (budget-and-receipts §4.3).
import { addAttachments, mustBeCurrent, nextNumber, printedNumber, recordChange } from '../../documents/index.ts'
import { maySignAlone } from '../../ledger/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { formatMoney, sum, zero } from '../../platform/money.ts'
import { mustBeInOpenMonth, mustBeOpen } from '../day-close/day-close.service.ts'
import { mustBeCollectable } from '../income-line/income-line.service.ts'
import { mustBeInHand } from '../receipt-book/receipt-book.service.ts'
import { linkName, paperName } from '../receipts.names.ts'
import { receiptsText } from '../receipts.text.ts'
import { mustTakeNotice } from '../transfer-notice/transfer-notice.service.ts'
import {
  askCancel, findClaimedBack, findOfSheet, getReceiptForChange, insertReceipt, markCancelled, receiptRows, refuseCancel,
} from './receipt.repository.ts'
import { isDone, isMiskeyed, isOwn, mayDecide, receiptLifecycle, type CancelForm, type NewReceipt, type Receipt, type ReceiptHead } from './receipt.ts'

const { errors } = receiptsText

/** The id of the receipt; the same form sent twice gives the same one. */
export async function recordReceipt(work: OfficerWork, command: NewReceipt, files: readonly UploadedFile[] = []): Promise<string> {
  const earlier = await receiptRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  const keyed = await findKeyed(work, command)
  await mustBeOpen(work, { date: command.receiptDate, field: 'receiptDate' })
  mustBeNewSheet(command, keyed)
  if (command.paper.kind === 'handwritten' && keyed.length === 0) await mustBeInHand(work, { ...command.paper, date: command.receiptDate })
  const lines = await mustBeCollectable(work, { lines: command.lines, on: command.receiptDate, payerNumber: command.payerFacts?.number ?? '', isReckoned: false })
  await mustTakePayments(work, command)
  const number = command.paper.kind === 'evidence' ? await nextNumber(work, 'EVD', fiscalYearOf(command.receiptDate)) : null
  const notice = command.noticeId === undefined ? undefined : await mustTakeNotice(work, command.noticeId, lines)
  const id = await insertReceipt(work, { ...command, lines, number, notice })
  const total = sum(lines.map((line) => line.amount))
  await recordChange(work, { kind: 'receipt', id, action: 'record', after: { date: command.receiptDate, payer: command.payer, total } })
  if (command.paper.kind === 'evidence') await addAttachments(work, { kind: 'receipt', id }, files)
  return id
}

/** What was keyed of the sheet before. */
async function findKeyed(work: OfficerWork, { paper, receiptDate }: NewReceipt): Promise<ReceiptHead[]> {
  if (paper.kind !== 'handwritten') return []
  const { book, sheet } = paper
  return findOfSheet(work, { organisationId: work.actor.organisationId, fiscalYear: fiscalYearOf(receiptDate), book, sheet })
}

function mustBeNewSheet({ paper }: NewReceipt, keyed: readonly ReceiptHead[]): void {
  const standing = keyed.find((earlier) => !isMiskeyed(earlier))
  if (paper.kind !== 'handwritten' || !standing) return
  const day = formatThaiDate(standing.receiptDate)
  const earlier = { name: paperName(paper), day, payer: standing.payer, total: formatMoney(standing.total) }
  throw new RuleBroken({ sheet: errors.sheetTaken(earlier) })
}

/** Into own accounts that are in use, and no cheque of a day to come. */
export async function mustTakePayments(work: OfficerWork, { payments, receiptDate }: Pick<NewReceipt, 'payments' | 'receiptDate'>): Promise<void> {
  const own = new Set((await findBankAccounts(work, { activeOnly: true })).map((account) => account.id))
  const isLater = (date: CalendarDate | undefined) => date !== undefined && compareDates(date, receiptDate) > 0
  const refused = payments.flatMap(({ row, bankAccountId, cheque, valueDate }) => [
    ...(bankAccountId !== null && !own.has(bankAccountId) ? [[`transfers.${row}.bankAccountId`, errors.bank]] : []),
    ...(isLater(valueDate) ? [[`transfers.${row}.valueDate`, errors.valueLater]] : []),
    ...(isLater(cheque?.date) ? [[`cheques.${row}.date`, errors.chequeLater]] : []),
  ])
  if (refused.length > 0) throw new RuleBroken(Object.fromEntries(refused))
}

/**
 * Only while it is in no slip; otherwise what was made of it is undone first, from the end (scenario 41).
 * A cancelled paper counts until a second person has confirmed it; what was only miskeyed its keeper undoes alone, for the sheet is keyed anew.
 */
export async function cancelReceipt(work: OfficerWork, id: string, form: CancelForm): Promise<void> {
  const receipt = await getReceiptForChange(work, id)
  if (isDone(receipt, { ...form, officerId: work.actor.userId })) return
  const documents = documentsMadeOf(receipt)
  if (documents.length > 0) throw new RuleBroken(errors.undoFirst(documents))
  mustBeCurrent(receipt, form.version)
  const isKeying = form.cause === 'miskeyed'
  receiptLifecycle.step(work.actor, receipt, isKeying ? 'miskey' : 'cancel')
  if (isKeying && receipt.paper.kind !== 'handwritten') throw new RuleBroken(errors.noSheet)
  await mustBeInOpenMonth(work, { date: receipt.receiptDate, field: '' })
  if (isKeying) await markCancelled(work, receipt, { reason: form.reason, isMiskeyed: true })
  else await askCancel(work, receipt, form.reason)
  const values = isKeying ? { before: { total: receipt.total }, after: { total: zero } } : {}
  await recordChange(work, { kind: 'receipt', id, action: isKeying ? 'cancel-miskeyed' : 'ask-cancel', reason: form.reason, ...values })
}

/** The head of treasury has seen original and copy: the number stays with 0.00. Never who asked for it (E_SOD). */
export async function confirmCancel(work: OfficerWork, id: string, version: number): Promise<void> {
  const receipt = await startDecision(work, { id, version, action: 'confirm-cancel' })
  await mustBeInOpenMonth(work, { date: receipt.receiptDate, field: '' })
  const isAlone = isOwn(work.actor, receipt)
  await markCancelled(work, receipt, { isMiskeyed: false, isAlone })
  const reason = receipt.cancelled?.reason ?? ''
  await recordChange(work, { kind: 'receipt', id, action: 'cancel', reason, before: { total: receipt.total }, after: { total: zero }, isAlone })
}

/** It stands as it was. */
export async function refuseCancellation(work: OfficerWork, id: string, form: { version: number; reason: string }): Promise<void> {
  const receipt = await startDecision(work, { id, version: form.version, action: 'refuse-cancel' })
  await refuseCancel(work, receipt)
  await recordChange(work, { kind: 'receipt', id, action: 'refuse-cancel', reason: form.reason })
}

interface Decision {
  readonly id: string
  readonly version: number
  readonly action: 'confirm-cancel' | 'refuse-cancel'
}

async function startDecision(work: OfficerWork, { id, version, action }: Decision): Promise<Receipt> {
  const receipt = await getReceiptForChange(work, id)
  mustBeCurrent(receipt, version)
  receiptLifecycle.step(work.actor, receipt, action)
  if (!mayDecide(work.actor, receipt, await maySignAlone(work))) throw new RuleBroken(errors.ownCancel)
  return receipt
}

function documentsMadeOf(receipt: Receipt): string[] {
  const chain = [['RV', receipt.voucher], ['RSV', receipt.summary], ['RMT', receipt.slip]] as const
  return chain.flatMap(([series, link]) => (link ? [linkName(series, link)] : []))
}

/** RE-7: the receipts are held by now, so no refund of them is handed in meanwhile; one that stands is cancelled first, from the end. */
export async function mustNotBeClaimedBack(work: OfficerWork, receiptIds: readonly string[]): Promise<void> {
  const claims = await findClaimedBack(work, receiptIds)
  if (claims.length > 0) throw new RuleBroken(errors.undoFirst(claims.map(({ number, fiscalYear }) => printedNumber('CLM', number, fiscalYear))))
}

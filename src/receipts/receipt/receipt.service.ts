// Recording money that came in, and cancelling what was recorded. A recorded receipt is never edited (budget-and-receipts §4.3).
import { addAttachments, getOffice, mustBeCurrent, nextNumber, recordChange } from '../../documents/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, formatThaiDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type UploadedFile } from '../../platform/http/request.ts'
import { formatMoney, sum, zero } from '../../platform/money.ts'
import { mustBeOpen, mustTakeReceipts } from '../day-close/day-close.service.ts'
import { findIncomeItems } from '../income-item/income-item.repository.ts'
import { linkName, paperName } from '../receipts.names.ts'
import { receiptsText } from '../receipts.text.ts'
import { findOfSheet, getReceiptForChange, insertReceipt, markCancelled, receiptRows } from './receipt.repository.ts'
import {
  isDone, isMiskeyed, matchIncome, receiptLifecycle, type CancelForm, type NewReceipt, type PostableLine, type Receipt, type ReceiptHead,
} from './receipt.ts'

const { errors } = receiptsText

/** The id of the receipt; the same form sent twice gives the same one. */
export async function recordReceipt(work: OfficerWork, command: NewReceipt, files: readonly UploadedFile[] = []): Promise<string> {
  const earlier = await receiptRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  const keyed = await findKeyed(work, command)
  await mustTakeDay(work, command, keyed)
  mustBeNewSheet(command, keyed)
  const lines = await collectable(work, command)
  await mustBeOwnAccounts(work, command)
  const number = command.paper.kind === 'evidence' ? await nextNumber(work, 'EVD', fiscalYearOf(command.receiptDate)) : null
  const id = await insertReceipt(work, { ...command, lines, number })
  const total = sum(lines.map((line) => line.amount))
  await recordChange(work, { kind: 'receipt', id, action: 'record', after: { date: command.receiptDate, payer: command.payer, total } })
  if (command.paper.kind === 'evidence') await addAttachments(work, { kind: 'receipt', id }, files)
  return id
}

/** What was keyed of the sheet before. */
async function findKeyed(work: OfficerWork, { paper, receiptDate }: NewReceipt): Promise<ReceiptHead[]> {
  if (paper.kind === 'evidence') return []
  const { book, sheet } = paper
  return findOfSheet(work, { organisationId: work.actor.organisationId, fiscalYear: fiscalYearOf(receiptDate), book, sheet })
}

/** A sheet that was miskeyed on a day of its own may be keyed anew for that day, summed up or not: the day had it before. */
async function mustTakeDay(work: OfficerWork, { receiptDate }: NewReceipt, keyed: readonly ReceiptHead[]): Promise<void> {
  const day = { date: receiptDate, field: 'receiptDate' }
  const stoodThere = keyed.some((earlier) => earlier.receiptDate === receiptDate)
  await (stoodThere ? mustBeOpen(work, day) : mustTakeReceipts(work, day))
}

function mustBeNewSheet({ paper }: NewReceipt, keyed: readonly ReceiptHead[]): void {
  const standing = keyed.find((earlier) => !isMiskeyed(earlier))
  if (paper.kind === 'evidence' || !standing) return
  const day = formatThaiDate(standing.receiptDate)
  const earlier = { name: paperName(paper), day, payer: standing.payer, total: formatMoney(standing.total) }
  throw new RuleBroken({ sheet: errors.sheetTaken(earlier) })
}

async function collectable(work: OfficerWork, command: NewReceipt): Promise<PostableLine[]> {
  const office = await getOffice(work, work.actor.organisationId)
  const { lines, strangers } = matchIncome(command.lines, await findIncomeItems(work, office, fiscalYearOf(command.receiptDate)))
  const refused = strangers.map((row) => [`lines.${row}.incomeCode`, errors.strangeIncome])
  if (refused.length > 0) throw new RuleBroken(Object.fromEntries(refused))
  return lines
}

async function mustBeOwnAccounts(work: OfficerWork, { payments }: NewReceipt): Promise<void> {
  const own = new Set((await findBankAccounts(work, { activeOnly: true })).map((account) => account.id))
  const strange = payments.filter((payment) => payment.bankAccountId !== null && !own.has(payment.bankAccountId))
  const refused = strange.map(({ row }) => [`transfers.${row}.bankAccountId`, errors.bank])
  if (refused.length > 0) throw new RuleBroken(Object.fromEntries(refused))
}

/** Only while it is in no slip; otherwise what was made of it is undone first, from the end (scenario 41). */
export async function cancelReceipt(work: OfficerWork, id: string, form: CancelForm): Promise<void> {
  const receipt = await getReceiptForChange(work, id)
  if (isDone(receipt, { ...form, officerId: work.actor.userId })) return
  const documents = documentsMadeOf(receipt)
  if (documents.length > 0) throw new RuleBroken(errors.undoFirst(documents))
  mustBeCurrent(receipt, form.version)
  const state = receiptLifecycle.step(work.actor, receipt, 'cancel')
  const isKeying = form.cause === 'miskeyed'
  if (isKeying && receipt.paper.kind === 'evidence') throw new RuleBroken(errors.noSheet)
  await mustBeOpen(work, { date: receipt.receiptDate, field: '' })
  await markCancelled(work, receipt, { state, reason: form.reason, isMiskeyed: isKeying })
  const [before, after] = [{ total: receipt.total }, { total: zero }]
  await recordChange(work, { kind: 'receipt', id, action: isKeying ? 'cancel-miskeyed' : 'cancel', reason: form.reason, before, after })
}

function documentsMadeOf(receipt: Receipt): string[] {
  const chain = [['RV', receipt.voucher], ['RSV', receipt.summary], ['RMT', receipt.slip]] as const
  return chain.flatMap(([series, link]) => (link ? [linkName(series, link)] : []))
}

// ใบเสร็จรับเงิน of the system: its number is taken in the transaction that issues it, and nothing is edited after (budget-and-receipts §4.3).
// Locks: form key → the day's summary (share) → keys of registers → number counter.
import { randomUUID } from 'node:crypto'
import { nextNumber, recordChange } from '../../documents/index.ts'
import { type Source } from '../../budget/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { sum, zero } from '../../platform/money.ts'
import { mustBeOpen, takeDay } from '../day-close/day-close.service.ts'
import { nowhere, type PostableLine } from '../income-line/income-line.ts'
import { mustBeCollectable } from '../income-line/income-line.service.ts'
import { getReceipt, insertReceipt, markCancelled, receiptRows } from '../receipt/receipt.repository.ts'
import { mustNotBeClaimedBack, mustTakePayments } from '../receipt/receipt.service.ts'
import { type PayerFacts, type ReceiptToInsert } from '../receipt/receipt.ts'
import { findWithheld } from './counter.repository.ts'
import { type NewIssued } from './counter.ts'

/** The id of the receipt, dated today, or tomorrow where today is summed up already (scenario 42); the same form sent twice gives the same one. */
export async function issueReceipt(work: OfficerWork, command: NewIssued): Promise<string> {
  mustBeLao(work)
  const earlier = await receiptRows.findMade(work, command.formKey)
  if (earlier !== undefined) return earlier
  const receiptDate = await takeDay(work)
  const lines = await mustBeCollectable(work, { lines: command.lines, on: receiptDate, payerNumber: command.payerFacts?.number ?? '', isReckoned: true })
  await mustTakePayments(work, { ...command, receiptDate })
  return issue(work, { ...command, lines, receiptDate })
}

/** Sub-units write receipts by hand or have programs of their own (§4.1). */
function mustBeLao({ actor }: Pick<OfficerWork, 'actor'>): void {
  if (actor.organisationKind !== 'LAO') throw new NotFound('a counter of the system')
}

async function issue(work: OfficerWork, receipt: Omit<ReceiptToInsert, 'number' | 'paper'>): Promise<string> {
  const number = await nextNumber(work, 'RCPT', fiscalYearOf(receipt.receiptDate))
  const id = await insertReceipt(work, { ...receipt, paper: { kind: 'issued' }, number })
  const total = sum(receipt.lines.map((line) => line.amount))
  await recordChange(work, { kind: 'receipt', id, action: 'issue', after: { date: receipt.receiptDate, payer: receipt.payer, total } })
  return id
}

export interface NewFineReceipt {
  /** The payment that withheld it: 'payment' and its id. Told twice, one receipt. */
  readonly source: Source
  readonly date: CalendarDate
  readonly payer: string
  readonly payerFacts: PayerFacts
  /** With the account each is credited to in the payment voucher. */
  readonly lines: readonly (Pick<PostableLine, 'incomeCode' | 'accountCode' | 'description' | 'amount'>)[]
}

/**
 * A fine withheld at a payment makes its receipt in the same transaction and without a slip: no cash came in, and the payment voucher credits the fine
 * (acceptance S15). Called before the voucher is posted. The id of the receipt.
 */
export async function issueFineReceipt(work: OfficerWork, { source, date, payer, payerFacts, lines }: NewFineReceipt): Promise<string> {
  const earlier = await findWithheld(work, source)
  if (earlier !== undefined) return earlier
  await mustBeOpen(work, { date, field: '' })
  const amount = sum(lines.map((line) => line.amount))
  return issue(work, {
    formKey: randomUUID(), receiptDate: date, payer, payerFacts, remark: '', withheldBy: source,
    lines: lines.map((line, row) => ({ ...line, row, reference: '', place: nowhere })),
    payments: [{ row: 0, means: 'withheld', bankAccountId: null, reference: '', amount }],
  })
}

/** The payment was reversed, by whoever may: its receipt goes with it and keeps its number with 0.00. */
export async function cancelFineReceipt(work: OfficerWork, source: Source, reason: string): Promise<void> {
  const id = await findWithheld(work, source)
  if (id === undefined) return
  await receiptRows.lock(work, id)
  await mustNotBeClaimedBack(work, [id])
  const receipt = await getReceipt(work, work.actor.organisationId, id)
  await markCancelled(work, receipt, { reason, isMiskeyed: false })
  await recordChange(work, { kind: 'receipt', id, action: 'cancel', reason, before: { total: receipt.total }, after: { total: zero } })
}

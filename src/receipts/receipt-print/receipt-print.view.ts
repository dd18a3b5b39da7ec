// ใบเสร็จรับเงิน on paper (budget-and-receipts §5.1): the total on the last sheet, every sheet numbered, the mark of original or copy.
import { signer } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { lineTable, type LineTable, type Signatures } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { handedOver, type Receipt, type ReceiptLine, type ReceiptPayment } from '../receipt/receipt.ts'
import { counterText } from '../counter.text.ts'
import { assessmentText } from '../receipt-lines/receipt-lines.view.ts'
import { paperName } from '../receipts.names.ts'
import { receiptsText } from '../receipts.text.ts'
import { type Heading, type PrintedReceipt } from './receipt-print.ts'

const text = counterText.print
export const receiptPrintView = 'receipts/receipt/print'

export interface ReceiptPrint extends PageModel {
  readonly print: { readonly backHref: string }
  readonly organisation: string
  readonly address: string
  readonly mark: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly payerFacts: readonly { readonly label: string; readonly text: string }[]
  readonly linesTable: LineTable
  readonly words: string
  readonly means: readonly string[]
  readonly remark: string
  /** The word stamped across a cancelled one. */
  readonly stamp: string
  readonly signatures: Signatures
}

export interface Printing {
  readonly mark: string
  readonly before: number
  readonly backHref: string
}

export function printPage({ receipt, heading }: PrintedReceipt, { mark, before, backHref }: Printing): ReceiptPrint {
  return {
    title: `${receiptsText.documents.RCPT} ${paperName(receipt.paper)}`, print: { backHref }, organisation: heading.name, address: addressOf(heading),
    mark: before < 2 ? mark : text.copyTimes(mark, String(before + 1)), facts: factsOf(receipt), payerFacts: payerOf(receipt), linesTable: linesTable(receipt),
    words: bahtText(receipt.total), means: handedOver(receipt.payments).map(meansText), remark: receipt.remark,
    stamp: receipt.state === 'cancelled' ? text.cancelled : '', signatures: { signers: [signer(text.collector, receipt.recordedBy)] },
  }
}

function addressOf({ address, province, postcode, phone, taxId }: Heading): string {
  const parts = [address, province === '' ? '' : text.province(province), postcode, phone === '' ? '' : text.phone(phone), taxId === '' ? '' : `${text.taxId} ${taxId}`]
  return parts.filter((part) => part !== '').join(' ')
}

function factsOf(receipt: Receipt) {
  return [
    { label: text.number, text: paperName(receipt.paper) }, { label: text.date, text: formatThaiDate(receipt.receiptDate) },
    { label: text.time, text: formatInstant(instant(receipt.recordedAt)) },
  ]
}

function payerOf({ payer, payerFacts }: Receipt) {
  const facts = [{ label: text.payer, text: payer }, { label: text.taxId, text: payerFacts.number }, { label: text.address, text: payerFacts.address }]
  return facts.filter((fact) => fact.text !== '')
}

function linesTable({ lines, total }: Receipt): LineTable {
  return lineTable({
    caption: text.item, captionHidden: true, empty: '', columns: [
      { label: receiptsText.order, kind: 'number' }, { label: text.item, kind: 'text', isRowHeader: true }, { label: text.amount, kind: 'money' },
    ],
    rows: lines.map((line, index) => [String(index + 1), { text: line.name, note: noteOf(line) }, formatMoney(line.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(total)] }],
  })
}

function noteOf({ description, reference, keyName, ...line }: ReceiptLine): string | undefined {
  return [description, reference, keyName, ...assessmentText(line)].filter((part) => part !== '').join(' · ') || undefined
}

function meansText({ means, bank, cheque, reference, valueDate, amount }: ReceiptPayment): string {
  const where = bank ? `${bank.name} ${bank.accountNumber}` : cheque ? `${cheque.bank} ${receiptsText.receipt.chequeOf(cheque.number, formatThaiDateShort(cheque.date))}` : ''
  const when = valueDate === null ? '' : receiptsText.receipt.valueOf(formatThaiDateShort(valueDate))
  return [receiptsText.means[means], where, reference, when, formatMoney(amount)].filter((part) => part !== '').join(' ')
}

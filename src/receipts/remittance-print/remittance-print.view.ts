// ใบนำส่งเงิน on paper (budget-and-receipts §5.1).
import { signer } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { lineTable, type Column, type LineTable, type PrintHead, type Signatures } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { placeTable } from '../money-in/money-in.view.ts'
import { linkName, numberName, papersName } from '../receipts.names.ts'
import { remittancePaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { foreignReceipts, type Remittance, type SlipReceipt } from '../remittance/remittance.ts'

const text = receiptsText.remittance
const { columns } = text

export interface RemittancePrint extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly cancelled: string
  readonly recorders: string
  readonly placesTable: LineTable
  readonly total: string
  readonly words: string
  readonly remark: string
  readonly signatures: Signatures
}

interface PrintedBy {
  readonly organisation: string
  readonly mark: string
}

export function printPage(slip: Remittance, given: PrintedBy): RemittancePrint {
  return {
    title: linkName('RMT', slip), print: { backHref: paths.show(slip.id) }, printHead: printHeadOf(slip, given),
    lineTable: incomesTable(slip), cancelled: cancelledText(slip), recorders: recordersText(slip), placesTable: placeTable(slip.places),
    total: formatMoney(slip.total), words: bahtText(slip.total), remark: slip.remark || receiptsText.dash,
    signatures: { signers: [signer(text.signers.remitter, slip.remitter), signer(text.signers.receiver, slip.receiver)] },
  }
}

function printHeadOf(slip: Remittance, { organisation, mark }: PrintedBy): PrintHead {
  return {
    organisation, title: receiptsText.documents.RMT, unit: receiptsText.unit,
    facts: [
      { label: columns.number, text: numberName('RMT', slip) }, { label: columns.date, text: formatThaiDate(slip.slipDate) },
      { label: columns.remitter, text: slip.remitter.name }, { label: receiptsText.copy, text: mark },
    ],
  }
}

const printColumns: readonly Column[] = [
  { label: receiptsText.order, kind: 'number' }, { label: text.papers, kind: 'text' }, { label: columns.count, kind: 'number' },
  { label: columns.income, kind: 'text', isRowHeader: true }, { label: columns.amount, kind: 'money' },
]

function incomesTable(slip: Remittance): LineTable {
  const receipts = new Map(slip.receipts.map((receipt) => [receipt.id, receipt]))
  const papersBy = (ids: readonly string[]) => papersText(ids.flatMap((id) => receipts.get(id) ?? []))
  return lineTable({
    caption: text.receiptsTitle, captionHidden: true, empty: '', columns: printColumns,
    rows: slip.incomes.map((income, index) => [
      String(index + 1), papersBy(income.receiptIds), String(income.receiptIds.length), `${income.incomeCode} ${income.name}`,
      formatMoney(income.amount),
    ]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(slip.total)] }],
  })
}

function papersText(receipts: readonly SlipReceipt[]): string {
  return papersName(receipts.map((receipt) => receipt.paper))
}

function cancelledText({ receipts }: Remittance): string {
  const cancelled = receipts.filter((receipt) => receipt.state === 'cancelled')
  return cancelled.length === 0 ? text.noneCancelled : text.cancelledPapers(papersText(cancelled))
}

/** Whose receipts go along: by name, each with their papers. */
function recordersText(slip: Remittance): string {
  const foreign = foreignReceipts(slip)
  const names = [...new Set(foreign.map((receipt) => receipt.recorder))]
  return names.map((name) => `${name} (${papersText(foreign.filter((receipt) => receipt.recorder === name))})`).join(', ')
}

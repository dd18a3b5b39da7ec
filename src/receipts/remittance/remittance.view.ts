// Slips as finished strings: the register and one slip (budget-and-receipts §4.5).
import { type Officer } from '../../platform/database/work.ts'
import {
  asSigned, exportActions, registerFrame, seenFrom, stepActions, totalsLine, totalsRow, type AskedRegister, type ExportTable, type FoundRegister, type ListFrame, type StepButton,
} from '../../documents/index.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  lineTable, refusals, type Actions, type Column, type ErrorSummary, type LineTable, type PageHeader, type SummaryItem, type SummaryList,
  type Trail,
} from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { type ListTotals } from '../../platform/database/heads.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { incomeTable, placeTable } from '../money-in/money-in.view.ts'
import { amountOf } from '../receipt/receipt.ts'
import { withActions } from '../desk-page/desk-page.view.ts'
import { linkName, numberName, paperName, papersName } from '../receipts.names.ts'
import { receiptPaths, remittancePaths as paths, summaryPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf } from '../receipts.view.ts'
import {
  foreignReceipts, mayDo, remittanceLifecycle, type Remittance, type RemittanceHead, type SlipAsk, type SlipReceipt,
} from './remittance.ts'

const text = receiptsText.remittance
const { columns, fields } = text

export function listPage(asked: AskedRegister<SlipAsk>, found: FoundRegister<RemittanceHead> & { readonly listTotals: ListTotals }, { organisationId: own, permissions }: Officer): ListFrame {
  const query = new URLSearchParams({ organisation: asked.filter.organisationId, state: asked.filter.state ?? '', ...asked.days.typed })
  return {
    ...withActions(registerFrame({ text: { ...text, states: { ...text.states, waiting: text.waiting } }, paths }, asked, found), exportActions(paths.list, query, permissions.has('revenue.remit:print'))),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.items.map((slip) => [
        { text: numberName('RMT', slip), href: seenFrom(own, slip.organisationId, paths.show(slip.id)) },
        formatThaiDateShort(slip.slipDate),
        slip.remitter.name, countText(slip), formatMoney(slip.total), { status: text.states[slip.state] },
      ]),
      totals: totalsRow(found.listTotals),
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' },
  { label: columns.remitter, kind: 'text' },
  { label: columns.count, kind: 'number' }, { label: columns.amount, kind: 'money' }, { label: columns.state, kind: 'status' },
]

export function exportTable(slips: readonly RemittanceHead[], { office, totals }: { readonly office: string; readonly totals: ListTotals }): ExportTable {
  return {
    fileName: 'remittances', name: text.listTitle, about: [office, text.listTitle], header: listColumns.map(({ label }) => label),
    rows: slips.map((slip) => [numberName('RMT', slip), { day: slip.slipDate }, slip.remitter.name, countText(slip), slip.total, text.states[slip.state].text]),
    closing: totalsLine(totals, { width: listColumns.length }),
  }
}

function countText(slip: RemittanceHead): string {
  return text.receipts(String(slip.count), slip.cancelled === 0 ? '' : String(slip.cancelled))
}

export interface RemittancePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly returned: string
  readonly summaryList: SummaryList
  readonly receiptsTable: LineTable
  readonly incomesTable: LineTable
  readonly placesTable: LineTable
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface ShownRemittance {
  readonly slip: Remittance
  /** This officer brought it and may receive it all the same: a small unit. */
  readonly isAlone: boolean
  readonly trail: Trail
  readonly officer: Officer
}

export function showPage(shown: ShownRemittance, errors: FieldErrors = {}): RemittancePage {
  const { slip, officer } = shown
  const title = linkName('RMT', slip)
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: numberName('RMT', slip) }],
    pageHeader: { title, status: text.states[slip.state] }, ...refusals(errors),
    returned: slip.state === 'draft' && slip.returnReason ? text.returned(slip.returnReason) : '',
    summaryList: { items: [...factsOf(slip), ...linkOf(slip, officer)] }, receiptsTable: receiptsTable(slip, officer),
    incomesTable: incomeTable(slip.incomes), placesTable: placeTable(slip.places), actions: actionsOf(shown), trail: shown.trail,
  }
}

function factsOf(slip: Remittance): SummaryItem[] {
  const when = (moment: string | null) => (moment === null ? '' : formatInstant(instant(moment)))
  return [
    ...itemsOf([
      [fields.slipDate, formatThaiDate(slip.slipDate)], [receiptsText.fiscalYear, String(slip.fiscalYear)],
      [columns.remitter, slip.remitter.name],
      [text.submittedAt, when(slip.submittedAt)], [text.receiver, slip.receiver ? `${slip.receiver.name} ${when(slip.receivedAt)}` : ''],
      [text.papers, papersName(slip.receipts.map((receipt) => receipt.paper))], [columns.count, countText(slip)],
      [fields.remark, slip.remark],
    ]),
    { label: columns.amount, text: formatMoney(slip.total), isMoney: true },
  ]
}

function linkOf(slip: Remittance, officer: Officer): SummaryItem[] {
  if (!slip.summary) return []
  const href = seenFrom(officer.organisationId, slip.organisationId, summaryPaths.show(slip.summary.id))
  return [{ label: receiptsText.documents.RSV, text: numberName('RSV', slip.summary), href }]
}

function receiptsTable(slip: Remittance, officer: Officer): LineTable {
  const foreign = new Set(foreignReceipts(slip))
  const href = (receipt: SlipReceipt) => seenFrom(officer.organisationId, slip.organisationId, receiptPaths.show(receipt.id))
  return lineTable({
    caption: text.receiptsTitle, empty: text.noReceipts, columns: [
      { label: columns.paper, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' },
      { label: columns.payer, kind: 'text' },
      { label: columns.state, kind: 'status' }, { label: columns.amount, kind: 'money' },
    ],
    rows: slip.receipts.map((receipt) => [
      { text: paperName(receipt.paper), href: href(receipt) }, formatThaiDateShort(receipt.receiptDate),
      { text: receipt.payer, note: foreign.has(receipt) ? text.recordedBy(receipt.recorder) : undefined },
      { status: receiptsText.receipt.states[receipt.state] }, formatMoney(amountOf(receipt)),
    ]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(slip.total)] }],
  })
}

function actionsOf({ slip, officer, isAlone }: ShownRemittance): Actions | undefined {
  const allowed: string[] = remittanceLifecycle.allows(officer, asSigned(slip, isAlone)).filter((step) => mayDo(officer, slip, step) && !(step === 'return' && slip.summary))
  const mayPrint = slip.number !== null && officer.permissions.has('revenue.remit:print')
  return stepActions({
    document: slip, officer, paths, allowed, buttons, print: mayPrint ? text.print : undefined,
    links: allowed.includes('edit') ? [{ text: text.edit, href: paths.edit(slip.id) }] : [],
  })
}

const buttons: readonly StepButton<'submit' | 'receive' | 'return' | 'cancel'>[] = [
  { step: 'submit', label: text.submit, kind: 'primary' }, { step: 'receive', label: text.receive, kind: 'primary' },
  { step: 'return', label: text.return, kind: 'danger', reason: text.reason }, { step: 'cancel', label: text.cancel, kind: 'danger' },
]

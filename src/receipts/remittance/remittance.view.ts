// Slips as finished strings: the register, the form, one slip, its print (budget-and-receipts §4.5, §5.1).
import { type Officer } from '../../platform/database/work.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { formatInstant, formatThaiDate, formatThaiDateField, formatThaiDateShort, instant, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, lineTable, select, type ActionButton, type Actions, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader,
  type PrintHead, type Signatures, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { incomeTable, placeTable } from '../money-in/money-in.view.ts'
import { amountOf, runsOf } from '../receipt/receipt.ts'
import { linkName, numberName, paperName, runName } from '../receipts.names.ts'
import { receiptPaths, remittancePaths as paths, seenFrom, summaryPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { dayControls, itemsOf, listFrame, organisationControls, refusals, signer, stateControl, type ListFrame, type Offices } from '../receipts.view.ts'
import { inSafe, type AskedRemittances } from './remittance.schema.ts'
import { mayEdit, remittanceLifecycle, remittanceStates, type Remittance, type RemittanceHead, type SlipReceipt } from './remittance.ts'

const text = receiptsText.remittance
const { columns, fields } = text

export interface FoundRemittances extends Offices {
  readonly remittances: readonly RemittanceHead[]
  readonly hasMore: boolean
  readonly mayCreate: boolean
}

export function listPage({ filter, days, errors }: AskedRemittances, found: FoundRemittances, own: string): ListFrame {
  const last = found.remittances.at(-1)
  const query = new URLSearchParams({ organisation: filter.organisationId, state: filter.state ?? '', ...days.typed, after: last?.id ?? '' })
  const states = remittanceStates.map((state) => ({ value: state, text: text.states[state].text }))
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors, next: found.hasMore ? `${paths.list}?${query}` : undefined,
      countText: receiptsText.shown(String(found.remittances.length)), actions: found.mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' }] : [],
      controls: [...organisationControls(found, filter.organisationId), ...dayControls(days), stateControl(states, filter.state)],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.remittances.map((slip) => [
        { text: numberName('RMT', slip), href: seenFrom(own, slip.organisationId, paths.show(slip.id)) }, formatThaiDateShort(slip.slipDate), slip.remitter.name,
        countText(slip), formatMoney(slip.total), { status: text.states[slip.state] },
      ]),
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.remitter, kind: 'text' },
  { label: columns.count, kind: 'number' }, { label: columns.amount, kind: 'money' }, { label: columns.state, kind: 'status' },
]

function countText(slip: RemittanceHead): string {
  return text.receipts(String(slip.count), slip.cancelled === 0 ? '' : String(slip.cancelled))
}

/** What stands in the boxes: as offered, as stored or as typed. */
export interface RemittanceInput {
  readonly slipDate: string
  readonly cashPlace: string
  readonly remark: string
  readonly receiptIds: readonly string[]
  readonly formKey: string
  readonly version: string
}

export function blankInput(formKey: string, today: CalendarDate, offered: readonly SlipReceipt[]): RemittanceInput {
  const receiptIds = offered.filter((receipt) => receipt.receiptDate <= today).map((receipt) => receipt.id)
  return { formKey, version: '', slipDate: formatThaiDateField(today), cashPlace: '', remark: '', receiptIds }
}

export function inputOf(slip: Remittance): RemittanceInput {
  return {
    formKey: '', version: String(slip.version), slipDate: formatThaiDateField(slip.slipDate), cashPlace: slip.cashBankAccountId ?? inSafe, remark: slip.remark,
    receiptIds: slip.receipts.map((receipt) => receipt.id),
  }
}

export interface RemittanceChoices {
  readonly receipts: readonly SlipReceipt[]
  readonly banks: readonly { readonly id: string; readonly bankName: string; readonly accountNumber: string }[]
  /** Absent: a new slip. */
  readonly slip?: RemittanceHead | undefined
}

export interface RemittanceForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly remark: Control
  readonly hasReceipts: boolean
  readonly receiptsError: string
  readonly receipts: readonly ReceiptBox[]
}

interface ReceiptBox {
  /** The first carries the name as its id, so that the error summary reaches the boxes. */
  readonly boxId: string
  readonly id: string
  readonly checked: boolean
  readonly name: string
  readonly date: string
  readonly payer: string
  readonly state: string
  readonly amount: string
}

export function formPage(input: RemittanceInput, { receipts, banks, slip }: RemittanceChoices, errors: FieldErrors = {}): RemittanceForm {
  const title = slip ? text.editTitle(numberName('RMT', slip)) : text.newTitle
  const places = [
    { value: '', text: text.choosePlace }, ...banks.map((bank) => ({ value: bank.id, text: text.payIn(`${bank.bankName} ${bank.accountNumber}`) })), { value: inSafe, text: text.keep },
  ]
  const ticked = new Set(input.receiptIds)
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: slip ? paths.edit(slip.id) : paths.new, cancelHref: slip ? paths.show(slip.id) : paths.list, formKey: input.formKey, version: input.version,
    controls: [
      { date: date({ name: 'slipDate', label: fields.slipDate, value: input.slipDate, error: errors.slipDate, required: true }) },
      { select: select({ name: 'cashPlace', label: fields.cashPlace, hint: text.placeHint, options: places, value: input.cashPlace, error: errors.cashPlace, width: 'long' }) },
    ],
    remark: { field: field({ name: 'remark', label: fields.remark, value: input.remark, error: errors.remark, maxLength: 500, width: 'full' }) },
    hasReceipts: receipts.length > 0, receiptsError: errors.receiptIds ?? '',
    receipts: receipts.map((receipt, index) => boxOf(receipt, { index, checked: ticked.has(receipt.id) })),
  }
}

function boxOf(receipt: SlipReceipt, { index, checked }: { index: number; checked: boolean }): ReceiptBox {
  return {
    boxId: index === 0 ? 'receiptIds' : `receiptIds-${index}`, id: receipt.id, checked, name: paperName(receipt.paper), date: formatThaiDateShort(receipt.receiptDate),
    payer: receipt.payer, state: receiptsText.receipt.states[receipt.state].text, amount: formatMoney(amountOf(receipt)),
  }
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
  readonly trail: Trail
  readonly officer: Officer
}

export function showPage(shown: ShownRemittance, errors: FieldErrors = {}): RemittancePage {
  const { slip, officer } = shown
  const title = linkName('RMT', slip)
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: numberName('RMT', slip) }], pageHeader: { title, status: text.states[slip.state] },
    ...refusals(errors), returned: slip.state === 'draft' && slip.returnReason ? text.returned(slip.returnReason) : '',
    summaryList: { items: [...factsOf(slip), ...linkOf(slip, officer)] }, receiptsTable: receiptsTable(slip, officer),
    incomesTable: incomeTable(slip.incomes), placesTable: placeTable(slip.places), actions: actionsOf(shown), trail: shown.trail,
  }
}

function factsOf(slip: Remittance): SummaryItem[] {
  const when = (moment: string | null) => (moment === null ? '' : formatInstant(instant(moment)))
  return [
    ...itemsOf([
      [fields.slipDate, formatThaiDate(slip.slipDate)], [receiptsText.fiscalYear, String(slip.fiscalYear)], [columns.remitter, slip.remitter.name],
      [text.submittedAt, when(slip.submittedAt)], [text.receiver, slip.receiver ? `${slip.receiver.name} ${when(slip.receivedAt)}` : ''],
      [text.papers, papersText(slip.receipts)], [columns.count, countText(slip)], [fields.remark, slip.remark],
    ]),
    { label: columns.amount, text: formatMoney(slip.total), isMoney: true },
  ]
}

function papersText(receipts: readonly SlipReceipt[]): string {
  return runsOf(receipts.map((receipt) => receipt.paper)).map(runName).join(', ')
}

function linkOf(slip: Remittance, officer: Officer): SummaryItem[] {
  if (!slip.summary) return []
  const href = seenFrom(officer.organisationId, slip.organisationId, summaryPaths.show(slip.summary.id))
  return [{ label: receiptsText.documents.RSV, text: numberName('RSV', slip.summary), href }]
}

function receiptsTable(slip: Remittance, officer: Officer): LineTable {
  const href = (receipt: SlipReceipt) => seenFrom(officer.organisationId, slip.organisationId, receiptPaths.show(receipt.id))
  return lineTable({
    caption: text.receiptsTitle, empty: text.noReceipts, columns: [
      { label: columns.paper, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.payer, kind: 'text' },
      { label: columns.state, kind: 'status' }, { label: columns.amount, kind: 'money' },
    ],
    rows: slip.receipts.map((receipt) => [
      { text: paperName(receipt.paper), href: href(receipt) }, formatThaiDateShort(receipt.receiptDate), receipt.payer,
      { status: receiptsText.receipt.states[receipt.state] }, formatMoney(amountOf(receipt)),
    ]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(slip.total)] }],
  })
}

/** Those who only look see no buttons; a draft is its author's. */
function actionsOf({ slip, officer }: ShownRemittance): Actions | undefined {
  if (slip.organisationId !== officer.organisationId) return undefined
  const allowed = new Set<string>(mayEdit(officer, slip) ? remittanceLifecycle.allows(officer, slip) : [])
  const buttons = stepButtons(slip).filter((button) => allowed.has(button.step)).map(({ step, ...button }) => button)
  const mayPrint = slip.number !== null && officer.permissions.has('revenue.remit:print')
  const print: ActionButton[] = mayPrint ? [{ label: text.print, action: paths.print(slip.id), kind: 'secondary' }] : []
  const links = allowed.has('edit') ? [{ text: text.edit, href: paths.edit(slip.id) }] : []
  return buttons.length + print.length + links.length === 0 ? undefined : { version: String(slip.version), buttons: [...buttons, ...print], links }
}

function stepButtons({ id, summary }: Remittance): (ActionButton & { step: string })[] {
  const reason = { id: 'reason', label: text.reason }
  return [
    { step: 'submit', label: text.submit, action: paths.step(id, 'submit'), kind: 'primary' },
    { step: 'receive', label: text.receive, action: paths.step(id, 'receive'), kind: 'primary' },
    ...(summary ? [] : [{ step: 'return', label: text.return, action: paths.step(id, 'return'), kind: 'danger' as const, reason }]),
    { step: 'cancel', label: text.cancel, action: paths.step(id, 'cancel'), kind: 'danger' },
  ]
}

export interface RemittancePrint extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly cancelled: string
  readonly placesTable: LineTable
  readonly words: string
  readonly remark: string
  readonly signatures: Signatures
}

export function printPage(slip: Remittance, given: { organisation: string; mark: string }): RemittancePrint {
  const papers = new Map(slip.receipts.map((receipt) => [receipt.id, receipt.paper]))
  const cancelled = slip.receipts.filter((receipt) => receipt.state === 'cancelled')
  const runsBy = (ids: readonly string[]) => runsOf(ids.flatMap((id) => papers.get(id) ?? [])).map(runName).join(', ')
  return {
    title: linkName('RMT', slip), print: { backHref: paths.show(slip.id) }, printHead: printHeadOf(slip, given),
    lineTable: lineTable({
      caption: text.receiptsTitle, captionHidden: true, empty: '', columns: printColumns,
      rows: slip.incomes.map((income, index) => [
        String(index + 1), runsBy(income.receiptIds), String(income.receiptIds.length), `${income.incomeCode} ${income.name}`, formatMoney(income.amount),
      ]),
      totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(slip.total)] }],
    }),
    cancelled: cancelled.length === 0 ? text.noneCancelled : text.cancelledPapers(papersText(cancelled)), placesTable: placeTable(slip.places),
    words: bahtText(slip.total), remark: slip.remark || receiptsText.dash,
    signatures: { signers: [signer(text.signers.remitter, slip.remitter), signer(text.signers.receiver, slip.receiver)] },
  }
}

const printColumns: readonly Column[] = [
  { label: receiptsText.order, kind: 'number' }, { label: text.papers, kind: 'text' }, { label: columns.count, kind: 'number' },
  { label: columns.income, kind: 'text', isRowHeader: true }, { label: columns.amount, kind: 'money' },
]

function printHeadOf(slip: Remittance, { organisation, mark }: { organisation: string; mark: string }): PrintHead {
  return {
    organisation, title: receiptsText.documents.RMT, unit: receiptsText.unit,
    facts: [
      { label: columns.number, text: numberName('RMT', slip) }, { label: columns.date, text: formatThaiDate(slip.slipDate) },
      { label: columns.remitter, text: slip.remitter.name }, { label: receiptsText.copy, text: mark },
    ],
  }
}

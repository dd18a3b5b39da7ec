// Pay-ins as finished strings: the register, one pay-in, its paper.
import {
  exportActions, papersView, registerFrame, seenFrom, signer, stepActions, totalsLine, totalsRow, type AskedRegister, type Attachment, type ConfirmPage, type ExportTable, type FoundRegister, type ListFrame, type StepButton,
} from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type ListTotals } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, formatThaiDate, formatThaiDateField, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, type Column, type LineTable, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { countTable } from '../cash-count/cash-count.view.ts'
import { dailyPositionText } from '../daily-position.text.ts'
import { deskPage, withActions, type DeskPage, type DeskPaper } from '../desk-page/desk-page.view.ts'
import { payInText as text } from '../pay-in.text.ts'
import { linkName, numberName } from '../receipts.names.ts'
import { payInPaths as paths, positionPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf, voucherItem } from '../receipts.view.ts'
import { payInLifecycle, payInPapers, type Bank, type PayIn, type PayInHead, type PayInState } from './pay-in.ts'

const { columns, fields } = text

export const bankName = ({ name, accountNumber }: Bank) => `${name} ${accountNumber}`
const sourceName = ({ from }: PayInHead) => (from ? bankName(from) : text.cashOnHand)

export function listPage(asked: AskedRegister<PayInState>, found: FoundRegister<PayInHead> & { readonly listTotals: ListTotals }, officer: Officer): ListFrame {
  const { organisationId, state = '' } = asked.filter
  const query = new URLSearchParams({ organisation: organisationId, state, ...asked.days.typed })
  const frame = withActions(registerFrame({ text, paths }, asked, found), [
    ...(found.mayCreate ? [{ text: text.newTransferTitle, href: paths.newTransfer, kind: 'secondary' as const }] : []),
    { text: dailyPositionText.listTitle, href: positionPaths.list, kind: 'secondary' as const },
    ...exportActions(paths.list, query, officer.permissions.has('revenue.deposit:print')),
  ])
  return { ...frame, lineTable: lineTable({
    caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
    rows: found.items.map((payIn) => [
      { text: numberName('PIN', payIn), href: seenFrom(officer.organisationId, payIn.organisationId, paths.show(payIn.id)) }, formatThaiDateShort(payIn.payInDate),
      sourceName(payIn), bankName(payIn.bank), formatMoney(payIn.total), { status: text.states[payIn.state] },
    ]),
    totals: totalsRow(found.listTotals),
  }) }
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.from, kind: 'text' },
  { label: columns.bank, kind: 'text' }, { label: columns.amount, kind: 'money' }, { label: columns.state, kind: 'status' },
]

export function exportTable(payIns: readonly PayInHead[], { office, totals }: { readonly office: string; readonly totals: ListTotals }): ExportTable {
  return {
    fileName: 'pay-ins', name: text.listTitle, about: [office, text.listTitle], header: listColumns.map((column) => column.label), closing: totalsLine(totals, { width: listColumns.length }),
    rows: payIns.map((payIn) => [numberName('PIN', payIn), { day: payIn.payInDate }, sourceName(payIn), bankName(payIn.bank), payIn.total, text.states[payIn.state].text]),
  }
}

export interface ShownPayIn {
  readonly payIn: PayIn
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
  readonly officer: Officer
  readonly voucherPath: (organisationId: string, id: string) => string
}

export function showPage(shown: ShownPayIn, errors: FieldErrors = {}): DeskPage {
  const { payIn, officer, trail } = shown
  const allowed: string[] = payInLifecycle.allows(officer, payIn)
  const mayPrint = payIn.state !== 'cancelled' && officer.permissions.has('revenue.deposit:print')
  return deskPage({
    title: linkName('PIN', payIn), crumbs: [{ text: text.listTitle, href: paths.list }, { text: numberName('PIN', payIn) }], status: text.states[payIn.state],
    items: factsOf(shown), tables: payIn.from ? [] : [countTable(payIn.pieces), chequeTable(payIn)], trail, errors,
    attachments: papersView({ papers: payInPapers, officer, document: payIn, attachments: shown.attachments, paths, error: errors.files }),
    actions: stepActions({
      document: payIn, officer, paths, allowed, buttons, print: mayPrint ? text.print : undefined,
      links: allowed.includes('edit') ? [{ text: text.edit, href: paths.edit(payIn.id) }] : [],
    }),
  })
}

const buttons: readonly StepButton<'pay' | 'cancel' | 'reverse'>[] = [
  { step: 'pay', label: text.pay, kind: 'primary', isConfirmed: true }, { step: 'cancel', label: text.cancel, kind: 'danger' },
  { step: 'reverse', label: text.reverse, kind: 'danger', reason: text.reason },
]

function factsOf({ payIn, voucherPath, officer }: ShownPayIn): SummaryItem[] {
  const { voucher, organisationId, paidOn, confirmer, confirmedAt } = payIn
  return [
    ...itemsOf([
      [fields.payInDate, formatThaiDate(payIn.payInDate)], [columns.from, sourceName(payIn)], [columns.bank, bankName(payIn.bank)],
      [text.preparer, `${payIn.preparer.name} ${formatInstant(instant(payIn.preparedAt))}`], [columns.paidOn, paidOn ? formatThaiDate(paidOn) : ''],
      [columns.reference, payIn.bankReference], [text.confirmer, confirmer && confirmedAt ? `${confirmer.name} ${formatInstant(instant(confirmedAt))}` : ''],
      [fields.remark, payIn.remark],
    ]),
    ...(voucher ? [voucherItem(voucher, officer.permissions.has('account.report:view') ? voucherPath(organisationId, voucher.id) : undefined)] : []),
    { label: text.total, text: formatMoney(payIn.total), isMoney: true },
  ]
}

function chequeTable({ cheques }: PayIn): LineTable {
  return lineTable({
    caption: text.cheques, empty: text.noCheques,
    columns: [
      { label: columns.chequeNumber, kind: 'code', isRowHeader: true }, { label: columns.chequeBank, kind: 'text' }, { label: columns.chequeDate, kind: 'date' },
      { label: columns.amount, kind: 'money' },
    ],
    rows: cheques.map((cheque) => [cheque.number, cheque.bank, formatThaiDateShort(cheque.chequeDate), formatMoney(cheque.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(cheques.map((cheque) => cheque.amount)))] }],
  })
}

export interface TypedPaid {
  readonly paidOn: string
  readonly bankReference: string
}

/** Asked once more with the bank's stamp before it. */
export function payPage(payIn: PayIn, typed: TypedPaid, errors: FieldErrors = {}): ConfirmPage {
  const number = numberName('PIN', payIn)
  return {
    title: text.pay, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: number, href: paths.show(payIn.id) }, { text: text.pay }],
    confirm: {
      question: text.payQuestion(number), consequences: text.payConsequences, action: paths.step(payIn.id, 'pay'), version: String(payIn.version), label: text.pay, kind: 'primary',
      cancel: { text: receiptsText.back, href: paths.show(payIn.id) },
      facts: { items: [{ label: columns.bank, text: bankName(payIn.bank) }, { label: text.total, text: formatMoney(payIn.total), isMoney: true }] },
      controls: [
        { date: date({ name: 'paidOn', label: fields.paidOn, value: typed.paidOn || formatThaiDateField(payIn.payInDate), error: errors.paidOn, required: true }) },
        { field: field({ name: 'bankReference', label: fields.reference, value: typed.bankReference, error: errors.bankReference, required: true, maxLength: 60 }) },
      ],
    },
  }
}

export function printPage({ payIn, officer }: Pick<ShownPayIn, 'payIn' | 'officer'>, mark: string): DeskPaper {
  const title = payIn.from ? text.newTransferTitle : receiptsText.documents.PIN
  return {
    title: linkName('PIN', payIn), print: { backHref: paths.show(payIn.id) },
    printHead: {
      organisation: officer.organisationName, title, unit: receiptsText.unit,
      facts: [
        { label: columns.number, text: numberName('PIN', payIn) }, { label: columns.date, text: formatThaiDate(payIn.payInDate) },
        { label: columns.from, text: sourceName(payIn) }, { label: columns.bank, text: bankName(payIn.bank) }, { label: receiptsText.copy, text: mark },
      ],
    },
    tables: payIn.from ? [] : [countTable(payIn.pieces), ...(payIn.cheques.length > 0 ? [chequeTable(payIn)] : [])],
    lines: [text.totalLine(formatMoney(payIn.total), bahtText(payIn.total)), ...(payIn.paidOn ? [text.stampLine(formatThaiDate(payIn.paidOn), payIn.bankReference)] : [])],
    signatures: { signers: [signer(text.signers.depositor, payIn.preparer), signer(text.signers.bank, null), signer(text.signers.head, payIn.confirmer)] },
  }
}

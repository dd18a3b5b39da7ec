// Cheque reports as finished strings: register, one report, its paper.
import { asSigned, attachmentsView, papersOpen, printedNumber, seenFrom, signer, stepActions, type Attachment, type ConfirmPage, type StepButton } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineTable, refusals, select, type CellContent, type LineTable, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { chequePaperText } from '../cheque-paper.text.ts'
import { chequeReportText as text } from '../cheque-report.text.ts'
import { chequePaths, chequeReportPaths as paths, paymentPaths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'
import { inThaiDigits, linkTo, type PurchasePage, type PurchasePaper, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { hasSlips, reportLifecycle, reportPapers, type ChequeReport, type ReportHead, type ReportRow, type ReportStep } from './cheque-report.ts'

const { columns, fields, paper, drop } = text

export function reportNumber({ number, fiscalYear }: Pick<ReportHead, 'number' | 'fiscalYear'>): string {
  return number === null ? text.noNumber : printedNumber('CHR', number, fiscalYear)
}

export function reportColumns(own: string): RegisterColumn<ReportHead>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (item) => linkTo(own, item, { text: reportNumber(item), path: paths.show(item.id) }), value: reportNumber },
    { label: columns.date, kind: 'date', cell: ({ reportDate }) => formatThaiDateShort(reportDate), value: ({ reportDate }) => ({ day: reportDate }) },
    { label: columns.bank, kind: 'text', cell: ({ bankName }) => bankName, value: ({ bankName }) => bankName },
    { label: columns.author, kind: 'text', cell: ({ author }) => author.name, value: ({ author }) => author.name },
    { label: columns.rows, kind: 'number', cell: ({ rowCount }) => String(rowCount), value: ({ rowCount }) => String(rowCount) },
    { label: columns.net, kind: 'money', cell: ({ net }) => formatMoney(net), value: ({ net }) => net, total: ({ net }) => net },
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}

export interface ShownReport {
  readonly report: ChequeReport
  readonly officer: Officer
  readonly isAlone: boolean
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

const buttons: readonly StepButton<ReportStep>[] = [
  { step: 'approve', label: text.steps.approve, kind: 'primary' }, { step: 'issue', label: text.steps.issue, kind: 'primary' },
  { step: 'return', label: text.steps.return, kind: 'danger', reason: text.returnReason }, { step: 'drop', label: text.steps.drop, kind: 'danger', isConfirmed: true },
  { step: 'cancel', label: text.steps.cancel, kind: 'danger' },
]

export function reportPage(shown: ShownReport, errors: FieldErrors = {}): PurchasePage {
  const { report, officer } = shown
  const [number, allowed] = [reportNumber(report), allowedOf(shown)]
  const papers = papersOpen(reportPapers, officer, report)
  const files = { add: paths.attach(report.id), remove: papers === 'change' ? (attachment: string) => paths.detach(report.id, attachment) : undefined, error: errors.files }
  return {
    title: `${text.listTitle} ${number}`, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: number }],
    pageHeader: { title: `${text.listTitle} ${number}`, status: text.states[report.state] }, ...refusals(errors),
    notices: report.state === 'draft' && report.returnReason !== '' ? [text.returned(report.returnReason)] : [], summaryList: { items: factsOf(report) },
    tables: [rowsTable(report, { officer }), ...takenOutTables(report), signersTable(report)],
    actions: stepActions({
      document: report, officer, paths, buttons, allowed, print: report.number !== null && officer.permissions.has('expense.cheque:print') ? text.steps.print : undefined,
      more: hasSlips(report) && officer.permissions.has('expense.cheque:print') ? [{ label: chequePaperText.slips, action: paths.slips(report.id), kind: 'secondary' }] : [],
      links: allowed.includes('edit') && report.organisationId === officer.organisationId ? [{ text: text.edit, href: paths.edit(report.id) }] : [],
    }),
    attachments: attachmentsView(shown.attachments, papers && files), trail: shown.trail,
  }
}

/** Once something of it is paid a report is not returned, and the last row not dropped by mistake. */
function allowedOf({ report, officer, isAlone }: ShownReport): string[] {
  const signed = asSigned(report, isAlone)
  const isPaid = report.rows.some(({ payment }) => payment !== null)
  const isLeft = report.rows.some(({ payment }) => payment === null)
  return reportLifecycle.allows(officer, signed).filter((step) => (step === 'return' ? !isPaid : step !== 'drop' || isLeft))
}

function factsOf(report: ChequeReport): SummaryItem[] {
  const facts: readonly (readonly [string, string])[] = [
    [columns.date, formatThaiDate(report.reportDate)], [columns.bank, report.bankName], [columns.author, report.author.name], [text.facts.approver, report.approver?.name ?? ''],
    [text.facts.issuedOn, report.issuedOn === null ? '' : formatThaiDate(report.issuedOn)], [fields.remark, report.remark],
  ]
  return [...facts.filter(([, said]) => said !== '').map(([label, said]) => ({ label, text: said })), { label: columns.net, text: formatMoney(report.net), isMoney: true }]
}

function claimsOf({ claims }: ReportRow): string {
  return claims.map(({ number, fiscalYear }) => printedNumber('CLM', number ?? 0, fiscalYear)).join(', ')
}

/** Without an officer: as it is printed. */
function rowsTable(report: ChequeReport, { officer }: { readonly officer?: Officer }): LineTable {
  return lineTable({
    caption: text.captions.rows, empty: text.noClaims, columns: [
      { label: columns.order, kind: 'number' }, { label: columns.payee, kind: 'text', isRowHeader: true }, { label: columns.claim, kind: 'code' }, { label: columns.channel, kind: 'text' },
      { label: columns.document, kind: 'code' }, { label: columns.gross, kind: 'money' }, { label: columns.deducted, kind: 'money' }, { label: columns.net, kind: 'money' },
      ...(officer ? [{ label: columns.payment, kind: 'status' as const }] : []),
    ],
    rows: report.rows.map((row, index) => [
      String(index + 1), row.payeeName, claimsOf(row), paymentText.channels[row.channel], documentOf(report, row, officer), formatMoney(row.gross), formatMoney(row.deducted), formatMoney(row.net),
      ...(officer ? [paymentOf(report, row, officer)] : []),
    ]),
    totals: [{ label: text.sum, isGrand: true, cells: [
      formatMoney(sum(report.rows.map(({ gross }) => gross))), formatMoney(sum(report.rows.map(({ deducted }) => deducted))), formatMoney(report.net), ...(officer ? [''] : []),
    ] }],
  })
}

/** None when nothing was taken out. */
function takenOutTables({ takenOut }: ChequeReport): LineTable[] {
  if (takenOut.length === 0) return []
  return [lineTable({
    caption: text.captions.takenOut, empty: '', columns: [
      { label: columns.payee, kind: 'text', isRowHeader: true }, { label: columns.claim, kind: 'code' }, { label: columns.channel, kind: 'text' }, { label: columns.document, kind: 'code' },
      { label: columns.net, kind: 'money' }, { label: fields.reason, kind: 'text' },
    ],
    rows: takenOut.map((row) => [row.payeeName, claimsOf(row), paymentText.channels[row.channel], row.documentNumber, formatMoney(row.net), row.reason]),
  })]
}

function documentOf({ organisationId }: ChequeReport, { chequeId, documentNumber }: ReportRow, officer: Officer | undefined): CellContent {
  const isLink = officer !== undefined && chequeId !== null && officer.permissions.has('expense.pay:view')
  return { text: documentNumber, href: isLink ? seenFrom(officer.organisationId, organisationId, chequePaths.show(chequeId)) : undefined }
}

function paymentOf({ organisationId, state }: ChequeReport, { id, payment }: ReportRow, officer: Officer): CellContent {
  const mayPay = state === 'issued' && organisationId === officer.organisationId && officer.permissions.has('expense.pay:create')
  if (payment === null) return mayPay ? { text: text.pay, href: paymentPaths.newOf(id) } : {}
  const href = officer.permissions.has('expense.pay:view') ? seenFrom(officer.organisationId, organisationId, paymentPaths.show(payment.id)) : undefined
  return { text: text.payments[payment.state].text, href }
}

function signersTable({ signers }: ChequeReport): LineTable {
  return lineTable({
    caption: text.captions.signers, empty: text.noSignatories, columns: [
      { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.position, kind: 'text' }, { label: columns.role, kind: 'text' },
    ],
    rows: signers.map(({ role, name, position }) => [name, position, Object.entries(text.roles).find(([each]) => each === role)?.[1] ?? role]),
  })
}

export function dropPage(report: ChequeReport, typed: { readonly rowId: string; readonly reason: string }, errors: FieldErrors = {}): ConfirmPage {
  const number = reportNumber(report)
  const options = report.rows.filter(({ payment }) => payment === null).map((row) => ({ value: row.id, text: `${row.payeeName} ${row.documentNumber} ${formatMoney(row.net)}` }))
  return {
    title: text.steps.drop, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: number, href: paths.show(report.id) }, { text: text.steps.drop }],
    confirm: {
      question: drop.question(number), consequences: drop.notes, action: paths.step(report.id, 'drop'), version: String(report.version), label: text.steps.drop, kind: 'danger',
      cancel: { text: number, href: paths.show(report.id) }, controls: [
        { select: select({ name: 'rowId', label: fields.rowId, options: [{ value: '', text: drop.choose }, ...options], value: typed.rowId, error: errors.rowId, required: true, width: 'long' }) },
        { field: field({ name: 'reason', label: fields.reason, value: typed.reason, error: errors.reason, required: true, maxLength: 300, width: 'long' }) },
      ],
    },
  }
}

/** Rows in their order, then who signs. */
export function reportPaper(report: ChequeReport, mark: string): PurchasePaper {
  return {
    title: `${text.listTitle} ${reportNumber(report)}`, print: { backHref: paths.show(report.id), isLandscape: true },
    ...inThaiDigits({
      printHead: { organisation: report.organisationName, title: text.listTitle, facts: [
        { label: columns.number, text: reportNumber(report) }, { label: columns.date, text: formatThaiDate(report.reportDate) }, { label: columns.bank, text: report.bankName },
        { label: paper.copy, text: mark }, ...(report.state === 'cancelled' ? [{ label: columns.state, text: text.states.cancelled.text }] : []),
      ] },
      parts: [], tables: [rowsTable(report, {}), ...takenOutTables(report)], closing: [paper.words(bahtText(report.net)), paper.ask],
      signatures: { signers: [
        signer(paper.author, report.author), signer(paper.approver, report.approver), ...report.signers.map(({ name, position }) => ({ role: paper.signer, name, position })),
      ] },
    }),
  }
}

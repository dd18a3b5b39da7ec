// Summaries as finished strings: the register, the form, one summary, its print (budget-and-receipts §4.6, §5.1).
import {
  asSigned, exportActions, registerFrame, seenFrom, signer, stepActions, totalsLine, totalsRow, type AskedRegister, type ExportTable, type FoundRegister, type ListFrame, type StepButton,
} from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type ListTotals } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, refusals, select, type Actions, type Column, type Control, type ErrorSummary, type LineTable, type Option,
  type PageHeader, type PrintHead, type Signatures, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { keptInSafe } from '../money-in/money-in.ts'
import { accountTable, incomeTable, placeTable } from '../money-in/money-in.view.ts'
import { withActions } from '../desk-page/desk-page.view.ts'
import { linkName, numberName } from '../receipts.names.ts'
import { remittancePaths, summaryPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf } from '../receipts.view.ts'
import { summaryLifecycle, type Summary, type SummaryHead, type SummaryState, type WaitingDay } from './remittance-summary.ts'

const text = receiptsText.summary
const { columns, fields } = text

export function listPage(asked: AskedRegister<SummaryState>, found: FoundRegister<SummaryHead> & { readonly listTotals: ListTotals }, { organisationId: own, permissions }: Officer): ListFrame {
  const query = new URLSearchParams({ organisation: asked.filter.organisationId, state: asked.filter.state ?? '', ...asked.days.typed })
  return {
    ...withActions(registerFrame({ text, paths }, asked, found), exportActions(paths.list, query, permissions.has('revenue.remitsum:print'))),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.items.map((summary) => [
        { text: numberName('RSV', summary), href: seenFrom(own, summary.organisationId, paths.show(summary.id)) },
        formatThaiDateShort(summary.summaryDate),
        summary.preparer.name, formatMoney(summary.total), { status: text.states[summary.state] },
      ]),
      totals: totalsRow(found.listTotals),
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' },
  { label: columns.preparer, kind: 'text' },
  { label: columns.amount, kind: 'money' }, { label: columns.state, kind: 'status' },
]

export function exportTable(summaries: readonly SummaryHead[], { office, totals }: { readonly office: string; readonly totals: ListTotals }): ExportTable {
  return {
    fileName: 'remittance-summaries', name: text.listTitle, about: [office, text.listTitle], header: listColumns.map(({ label }) => label),
    rows: summaries.map((summary) => [numberName('RSV', summary), { day: summary.summaryDate }, summary.preparer.name, summary.total, text.states[summary.state].text]),
    closing: totalsLine(totals, { width: listColumns.length }),
  }
}

export interface SummaryInput {
  readonly formKey: string
  readonly summaryDate: string
  readonly remark: string
}

export interface SummaryForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly hasDays: boolean
  readonly controls: readonly Control[]
}

function dayOption({ date, slips, total }: WaitingDay): Option {
  return { value: date, text: text.waitingDay({ day: formatThaiDate(date), slips: String(slips), total: formatMoney(total) }) }
}

export function formPage(input: SummaryInput, days: readonly WaitingDay[], errors: FieldErrors = {}): SummaryForm {
  const options = days.map(dayOption)
  const day = { name: 'summaryDate', label: fields.summaryDate, value: input.summaryDate, error: errors.summaryDate }
  return {
    title: text.newTitle, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: text.newTitle }],
    pageHeader: { title: text.newTitle },
    ...refusals(errors), action: paths.new, cancelHref: paths.list, formKey: input.formKey, hasDays: days.length > 0,
    controls: [
      { select: select({ ...day, options, required: true, width: 'long' }) },
      { field: field({ name: 'remark', label: fields.remark, value: input.remark, error: errors.remark, maxLength: 500, width: 'long' }) },
    ],
  }
}

export interface SummaryPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly late: string
  readonly isUndone: boolean
  readonly summaryList: SummaryList
  readonly slipsTable: LineTable
  readonly accountsTable: LineTable
  /** Only where it tells more than the accounts do: a sub-unit keeps by account alone. */
  readonly incomesTable: LineTable | undefined
  readonly placesTable: LineTable
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface ShownSummary {
  readonly summary: Summary
  /** This officer prepared it and may confirm it all the same: a small unit. */
  readonly isAlone: boolean
  readonly trail: Trail
  readonly officer: Officer
  readonly voucherPath: (organisationId: string, id: string) => string
}

export function showPage(shown: ShownSummary, errors: FieldErrors = {}): SummaryPage {
  const { summary } = shown
  const title = linkName('RSV', summary)
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: numberName('RSV', summary) }],
    pageHeader: { title, status: text.states[summary.state] },
    ...refusals(errors), late: summary.late.length === 0 ? '' : text.late(summary.late.map((slip) => numberName('RMT', slip)).join(', ')),
    isUndone: summary.state === 'reversed' || summary.state === 'cancelled', summaryList: { items: factsOf(shown) },
    slipsTable: slipsTable(shown),
    accountsTable: accountTable(summary.incomes), incomesTable: tellsMore(summary) ? incomeTable(summary.incomes) : undefined,
    placesTable: placeTable(summary.places),
    actions: actionsOf(shown), trail: shown.trail,
  }
}

function tellsMore({ incomes }: Summary): boolean {
  return incomes.some((income) => income.incomeCode !== income.accountCode)
}

function factsOf({ summary, voucherPath }: ShownSummary): SummaryItem[] {
  const { voucher, confirmer, confirmedAt, organisationId } = summary
  return [
    ...itemsOf([
      [fields.summaryDate, formatThaiDate(summary.summaryDate)], [receiptsText.fiscalYear, String(summary.fiscalYear)],
      [columns.preparer, `${summary.preparer.name} ${formatInstant(instant(summary.preparedAt))}`],
      [text.confirmer, confirmer && confirmedAt ? `${confirmer.name} ${formatInstant(instant(confirmedAt))}` : ''],
      [fields.remark, summary.remark],
    ]),
    ...(voucher ? [{
      label: receiptsText.documents.RV, text: numberName('RV', voucher), href: voucherPath(organisationId, voucher.id),
    }] : []),
    { label: text.kept, text: formatMoney(keptInSafe(summary.places)), isMoney: true },
    { label: columns.amount, text: formatMoney(summary.total), isMoney: true },
  ]
}

function slipsTable({ summary, officer }: ShownSummary): LineTable {
  const from = (path: string) => seenFrom(officer.organisationId, summary.organisationId, path)
  return lineTable({
    caption: text.slips, empty: text.noSlips, columns: slipColumns,
    rows: summary.slips.map((slip) => [
      { text: numberName('RMT', slip), href: from(remittancePaths.show(slip.id)) }, slip.remitter.name, String(slip.count),
      formatMoney(slip.total),
    ]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(summary.total)] }],
  })
}

const slipColumns: readonly Column[] = [
  { label: columns.slip, kind: 'code', isRowHeader: true }, { label: columns.remitter, kind: 'text' },
  { label: columns.count, kind: 'number' },
  { label: columns.amount, kind: 'money' },
]

function actionsOf({ summary, officer, isAlone }: ShownSummary): Actions | undefined {
  const allowed = summaryLifecycle.allows(officer, asSigned(summary, isAlone)).filter((step) => step !== 'gather' || summary.late.length > 0)
  const mayPrint = summary.number !== null && summary.slips.length > 0 && officer.permissions.has('revenue.remitsum:print')
  return stepActions({ document: summary, officer, paths, allowed, buttons, print: mayPrint ? text.print : undefined })
}

const buttons: readonly StepButton<'gather' | 'confirm' | 'cancel' | 'reverse'>[] = [
  { step: 'gather', label: text.gather, kind: 'secondary' }, { step: 'confirm', label: text.confirm, kind: 'primary' },
  { step: 'cancel', label: text.cancel, kind: 'danger' }, { step: 'reverse', label: text.reverse, kind: 'danger', reason: text.reason },
]

export interface SummaryPrint extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly slipsTable: LineTable
  readonly accountsTable: LineTable
  readonly placesTable: LineTable
  readonly kept: string
  readonly total: string
  readonly words: string
  readonly signatures: Signatures
}

export function printPage(shown: ShownSummary, mark: string): SummaryPrint {
  const { summary, officer } = shown
  return {
    title: linkName('RSV', summary), print: { backHref: paths.show(summary.id) },
    printHead: {
      organisation: officer.organisationName, title: receiptsText.documents.RSV, unit: receiptsText.unit,
      facts: [
        { label: columns.number, text: numberName('RSV', summary) }, { label: columns.date, text: formatThaiDate(summary.summaryDate) },
        { label: receiptsText.copy, text: mark },
      ],
    },
    slipsTable: slipsTable(shown), accountsTable: accountTable(summary.incomes), placesTable: placeTable(summary.places),
    kept: formatMoney(keptInSafe(summary.places)), total: formatMoney(summary.total), words: bahtText(summary.total),
    signatures: { signers: [
      signer(text.signers.preparer, summary.preparer), signer(text.signers.checker, null), signer(text.signers.approver, summary.confirmer),
    ] },
  }
}

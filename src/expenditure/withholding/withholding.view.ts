// The register of withheld tax by month with the totals of each form, and the certificate (50 ทวิ), as finished strings.
import { printedNumber, type ExportTable } from '../../documents/index.ts'
import { formatThaiDateShort } from '../../platform/dates.ts'
import { field, lineTable, type CellContent, type Column, type Filters, type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { paymentPaths, withholdingPaths as paths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'
import { withholdingText } from '../withholding.text.ts'
import { totalsByForm, type Month, type Withholding } from './withholding.ts'

const text = paymentText.withholding

export function certificateNumber({ certificate: given }: Withholding): string {
  return given === null ? '' : printedNumber('WHT', given.number, given.fiscalYear)
}

const columns: readonly Column[] = [
  { label: text.columns.day, kind: 'date', isRowHeader: true }, { label: text.columns.payee, kind: 'text' }, { label: text.columns.taxId, kind: 'code' }, { label: text.columns.form, kind: 'text' },
  { label: text.columns.certificate, kind: 'actions' }, { label: text.columns.state, kind: 'status' }, { label: text.columns.remitted, kind: 'date' }, { label: text.columns.rate, kind: 'number' }, { label: text.columns.base, kind: 'money' },
  { label: text.columns.tax, kind: 'money' },
]

/** Rows with the totals of each form; what was cancelled stays and counts nothing. */
export function withholdingTable(rows: readonly Withholding[], mayPrint: boolean): LineTable {
  const totals = totalsByForm(rows)
  return lineTable({
    caption: text.listTitle, empty: text.empty, columns,
    rows: rows.map((row) => [
      { text: formatThaiDateShort(row.paidOn), href: paymentPaths.show(row.paymentId) }, row.payeeName, row.payeeTaxId, row.form,
      certificateCell(row, mayPrint), { status: text.states[row.state] }, row.remittedOn ? formatThaiDateShort(row.remittedOn) : '', rateText(row), formatMoney(row.base), formatMoney(row.amount),
    ]),
    totals: [
      ...totals.map(({ form, base, amount }) => ({ label: text.sum(form), cells: [formatMoney(base), formatMoney(amount)] })),
      ...(totals.length > 1 ? [{ label: text.all, isGrand: true, cells: [formatMoney(sum(totals.map(({ base }) => base))), formatMoney(sum(totals.map(({ amount }) => amount)))] }] : []),
    ],
  })
}

/** Its number; printing is counted, so it is a button. */
function certificateCell(row: Withholding, mayPrint: boolean): CellContent {
  const number = certificateNumber(row)
  if (number === '' || !mayPrint) return { text: number }
  return { text: number, buttons: [{ text: withholdingText.certificate.print, about: number, action: paths.certificate(row.id) }] }
}

/** '1.0000' → '1'. */
function rateText({ rate }: Withholding): string {
  return rate === null ? '' : rate.replace(/\.?0+$/, '')
}

export interface MonthPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly filters: Filters
  readonly lineTable: LineTable
}

export function monthPage(rows: readonly Withholding[], month: Month, { actions, mayPrint }: { readonly actions: NonNullable<PageHeader['actions']>; readonly mayPrint: boolean }): MonthPage {
  return {
    title: text.listTitle, breadcrumb: [{ text: paymentText.listTitle, href: paymentPaths.list }, { text: text.listTitle }], pageHeader: { title: text.listTitle, lead: text.about(month.name), actions },
    filters: { label: text.month, action: paths.list, clearHref: paths.list, controls: [{ field: field({ name: 'month', label: text.month, value: month.typed, maxLength: 7, width: 'short' }) }] },
    lineTable: withholdingTable(rows, mayPrint),
  }
}

export function exportTable(rows: readonly Withholding[], month: Month, organisation: string): ExportTable {
  const totals = totalsByForm(rows)
  return {
    closing: [text.all, ...columns.slice(3).map(() => ''), sum(totals.map(({ base }) => base)), sum(totals.map(({ amount }) => amount))],
    fileName: text.fileName(month.typed.replace('/', '-')), name: text.listTitle, about: [organisation, text.listTitle, text.about(month.name)], header: columns.map(({ label }) => label),
    rows: rows.map((row) => [{ day: row.paidOn }, row.payeeName, row.payeeTaxId, row.form, certificateNumber(row), text.states[row.state].text, row.remittedOn ? { day: row.remittedOn } : '', rateText(row), row.base, row.amount]),
  }
}

// The register of withheld tax by month with the totals of each form, and the certificate (50 ทวิ), as finished strings.
import { printedNumber, signer, type ExportTable } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { field, lineTable, type Column, type Filters, type LineTable, type PageHeader, type PrintHead, type Signatures } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { paymentPaths, withholdingPaths as paths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'
import { totalsByForm, type Withholding } from './withholding.ts'

const text = paymentText.withholding
const { certificate } = paymentText

export function certificateNumber({ certificate: given }: Withholding): string {
  return given === null ? '' : printedNumber('WHT', given.number, given.fiscalYear)
}

const columns: readonly Column[] = [
  { label: text.columns.day, kind: 'date', isRowHeader: true }, { label: text.columns.payee, kind: 'text' }, { label: text.columns.taxId, kind: 'code' }, { label: text.columns.form, kind: 'text' },
  { label: text.columns.certificate, kind: 'code' }, { label: text.columns.state, kind: 'status' }, { label: text.columns.rate, kind: 'number' }, { label: text.columns.base, kind: 'money' },
  { label: text.columns.tax, kind: 'money' },
]

/** Rows with the totals of each form; what was cancelled stays and counts nothing. */
export function withholdingTable(rows: readonly Withholding[]): LineTable {
  const totals = totalsByForm(rows)
  return lineTable({
    caption: text.listTitle, empty: text.empty, columns,
    rows: rows.map((row) => [
      { text: formatThaiDateShort(row.paidOn), href: paymentPaths.show(row.paymentId) }, row.payeeName, row.payeeTaxId, row.form,
      { text: certificateNumber(row), href: row.certificate === null ? undefined : paths.certificate(row.id) }, { status: text.states[row.state] }, rateText(row), formatMoney(row.base), formatMoney(row.amount),
    ]),
    totals: [
      ...totals.map(({ form, base, amount }) => ({ label: text.sum(form), cells: [formatMoney(base), formatMoney(amount)] })),
      ...(totals.length > 1 ? [{ label: text.all, isGrand: true, cells: [formatMoney(sum(totals.map(({ base }) => base))), formatMoney(sum(totals.map(({ amount }) => amount)))] }] : []),
    ],
  })
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

export interface Month {
  /** '11/2569', as it is typed. */
  readonly typed: string
  readonly name: string
}

export function monthPage(rows: readonly Withholding[], month: Month, actions: NonNullable<PageHeader['actions']>): MonthPage {
  return {
    title: text.listTitle, breadcrumb: [{ text: paymentText.listTitle, href: paymentPaths.list }, { text: text.listTitle }], pageHeader: { title: text.listTitle, lead: text.about(month.name), actions },
    filters: { label: text.month, action: paths.list, clearHref: paths.list, controls: [{ field: field({ name: 'month', label: text.month, value: month.typed, maxLength: 7, width: 'short' }) }] },
    lineTable: withholdingTable(rows),
  }
}

export function exportTable(rows: readonly Withholding[], month: Month, organisation: string): ExportTable {
  return {
    fileName: text.fileName(month.typed.replace('/', '-')), name: text.listTitle, about: [organisation, text.listTitle, text.about(month.name)], header: columns.map(({ label }) => label),
    rows: rows.map((row) => [{ day: row.paidOn }, row.payeeName, row.payeeTaxId, row.form, certificateNumber(row), text.states[row.state].text, rateText(row), row.base, row.amount]),
  }
}

export interface CertificatePage extends PageModel {
  readonly print: { readonly backHref: string; readonly isLandscape: boolean }
  readonly sheets: readonly { readonly copy: string; readonly printHead: PrintHead; readonly payer: string; readonly payee: string; readonly lineTable: LineTable; readonly words: string; readonly signatures: Signatures }[]
}

export interface Payer {
  readonly name: string
  readonly address: string
}

/** Two copies for the payee: to hand in with the return, and to keep. */
export function certificatePage(row: Withholding, payer: Payer): CertificatePage {
  const number = certificateNumber(row)
  const sheet = (copy: string, place: number) => ({
    copy, payer: [payer.name, payer.address].join(' ').trim(), payee: [row.payeeName, row.payeeTaxId, row.payeeAddress].filter((part) => part !== '').join(' '), words: certificate.sum(bahtText(row.amount)),
    printHead: { organisation: payer.name, title: certificate.title, isFurther: place > 0, facts: [
      { label: certificate.number, text: number }, { label: text.columns.form, text: row.form }, ...(row.state === 'cancelled' ? [{ label: text.columns.state, text: certificate.cancelled }] : []),
    ] },
    lineTable: lineTable({
      caption: certificate.law, empty: '', columns: [
        { label: certificate.columns.income, kind: 'text', isRowHeader: true }, { label: certificate.columns.day, kind: 'date' }, { label: certificate.columns.base, kind: 'money' }, { label: certificate.columns.tax, kind: 'money' },
      ],
      rows: [[row.incomeType, formatThaiDate(row.paidOn), formatMoney(row.base), formatMoney(row.amount)]],
    }),
    signatures: { signers: [signer(certificate.signer, null)] },
  })
  return { title: `${certificate.title} ${number}`, print: { backHref: paymentPaths.show(row.paymentId), isLandscape: false }, sheets: certificate.copies.map(sheet) }
}

// What was withheld at a payment, with the totals of each form, as finished strings.
import { printedNumber } from '../../documents/index.ts'
import { formatThaiDateShort } from '../../platform/dates.ts'
import { lineTable, type CellContent, type Column, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { paymentPaths, withholdingPaths as paths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'
import { withholdingText } from '../withholding.text.ts'
import { totalsByForm, type Withholding } from './withholding.ts'

const text = paymentText.withholding

export function certificateNumber({ certificate: given }: Pick<Withholding, 'certificate'>): string {
  return given === null ? '' : printedNumber('WHT', given.number, given.fiscalYear)
}

/** Which certificate it stands for, or which stands for it; '' for most. */
export function replacementNote({ replaces, replacedBy }: Pick<Withholding, 'replaces' | 'replacedBy'>): string {
  const { inPlaceOf, replacedBy: after } = withholdingText.substitute
  return [replaces && inPlaceOf(certificateNumber({ certificate: replaces })), replacedBy && after(certificateNumber({ certificate: replacedBy }))].filter(Boolean).join(' ')
}

/** What the looker may do with a certificate. */
export interface CertificateRights {
  readonly mayPrint: boolean
  readonly mayReplace: boolean
}

const columns: readonly Column[] = [
  { label: text.columns.day, kind: 'date', isRowHeader: true }, { label: text.columns.payee, kind: 'text' }, { label: text.columns.taxId, kind: 'code' }, { label: text.columns.form, kind: 'text' },
  { label: text.columns.certificate, kind: 'code' }, { label: text.columns.state, kind: 'status' }, { label: text.columns.remitted, kind: 'date' }, { label: text.columns.rate, kind: 'number' }, { label: text.columns.base, kind: 'money' },
  { label: text.columns.tax, kind: 'money' },
]

/** Rows with the totals of each form; what was cancelled stays and counts nothing. */
export function withholdingTable(rows: readonly Withholding[], may: CertificateRights): LineTable {
  const totals = totalsByForm(rows)
  return lineTable({
    caption: text.listTitle, empty: text.empty, columns,
    rows: rows.map((row) => [
      { text: formatThaiDateShort(row.paidOn), href: paymentPaths.show(row.paymentId) }, row.payeeName, row.payeeTaxId, row.form,
      certificateCell(row, may), { status: text.states[row.state] }, row.remittedOn ? formatThaiDateShort(row.remittedOn) : '', rateText(row), formatMoney(row.base), formatMoney(row.amount),
    ]),
    totals: [
      ...totals.map(({ form, base, amount }) => ({ label: text.sum(form), cells: [formatMoney(base), formatMoney(amount)] })),
      ...(totals.length > 1 ? [{ label: text.all, isGrand: true, cells: [formatMoney(sum(totals.map(({ base }) => base))), formatMoney(sum(totals.map(({ amount }) => amount)))] }] : []),
    ],
  })
}

/** Its number; printing is counted, so it is a button. */
export function certificateCell(row: Withholding, { mayPrint, mayReplace }: CertificateRights): CellContent {
  const number = certificateNumber(row)
  if (number === '') return { text: '' }
  return {
    text: number, note: replacementNote(row) || undefined, ...(mayPrint && { buttons: [{ text: withholdingText.certificate.print, about: number, action: paths.certificate(row.id) }] }),
    ...(mayReplace && row.state === 'issued' && { actions: [{ text: withholdingText.substitute.open, href: paths.substitute(row.id), about: number }] }),
  }
}

/** '1.0000' → '1'. */
export function rateText({ rate }: Withholding): string {
  return rate === null ? '' : rate.replace(/\.?0+$/, '')
}

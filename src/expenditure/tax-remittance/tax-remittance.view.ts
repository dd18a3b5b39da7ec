// Returns of a month as finished strings: the page, the list that goes with a return, its file.
import { documentsText, signer, type ExportTable } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineTable, refusals, select, type CellContent, type Column, type Control, type ErrorSummary, type Filters, type LineTable, type PageHeader, type PrintHead, type Signatures } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { type Department } from '../../registers/index.ts'
import { type ClaimHead } from '../claim/claim.ts'
import { claimNumber } from '../claim/claim.view.ts'
import { claimPaths } from '../expenditure.paths.ts'
import { withholdingPaths } from '../payment.paths.ts'
import { inThaiDigits } from '../purchase-desk/purchase-desk.view.ts'
import { layoutOf } from '../tax-file/tax-file.ts'
import { type TaxPayer } from '../tax-payer/tax-payer.ts'
import { withholdingText } from '../withholding.text.ts'
import { type Month, type TaxRow } from '../withholding/withholding.ts'
import { differenceOf, type FormReturn } from './tax-remittance.ts'

const text = withholdingText.remittance
const blank = documentsText.print.blankName
const { columns, lines: words, paper } = text

export interface ReturnsPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  /** What the papers will lack. */
  readonly notice: string
  readonly lineTable: LineTable
  readonly claims: readonly { readonly text: string; readonly href: string | undefined }[]
  /** Where something of the month is left, for who may draft the claim. */
  readonly draft: { readonly action: string; readonly month: string; readonly controls: readonly Control[]; readonly none: string } | undefined
}

export interface ShownReturns {
  readonly returns: readonly FormReturn[]
  /** By which they are handed on. */
  readonly claims: readonly ClaimHead[]
  readonly maySeeClaims: boolean
  readonly month: Month
  readonly due: CalendarDate
  readonly payer: TaxPayer | undefined
  readonly mayPrint: boolean
  readonly mayDraft: boolean
  readonly payees: readonly { readonly id: string; readonly name: string }[]
  readonly departments: readonly Department[]
  readonly typed: { readonly payeeId: string; readonly departmentId: string }
}

export function returnsPage(shown: ShownReturns, errors: FieldErrors = {}): ReturnsPage {
  const { claims, month } = shown
  return {
    title: text.title, breadcrumb: [{ text: withholdingText.certificate.title, href: withholdingPaths.list }, { text: text.title }],
    pageHeader: { title: text.title, lead: text.about(month.name), actions: [{ text: withholdingText.yearly.title, href: withholdingPaths.yearly, kind: 'secondary' }] }, ...refusals(errors), claims: claims.map((claim) => ({ text: `${text.claims} ${claimNumber(claim)}`, href: shown.maySeeClaims ? claimPaths.show(claim.id) : undefined })),
    notice: shown.payer ? '' : withholdingText.payer.missing,
    filters: { label: text.month, action: withholdingPaths.returns, clearHref: withholdingPaths.returns, controls: [{ field: field({ name: 'month', label: text.month, value: month.typed, maxLength: 7, width: 'short' }) }] },
    lineTable: returnsTable(shown), draft: draftOf(shown, errors),
  }
}

function returnsTable({ returns, month, due, mayPrint }: ShownReturns): LineTable {
  const money = (label: string): Column => ({ label, kind: 'money' })
  return lineTable({
    caption: text.title, captionHidden: true, empty: text.empty, columns: [
      { label: columns.form, kind: 'text', isRowHeader: true }, { label: columns.due, kind: 'date' }, { label: columns.count, kind: 'number' }, money(columns.base), money(columns.tax), money(columns.booked),
      money(columns.difference), money(columns.unremitted), { label: columns.state, kind: 'status' }, ...(mayPrint ? [{ label: columns.paper, kind: 'actions' as const }] : []),
    ],
    rows: returns.map((each) => [
      each.form, formatThaiDateShort(due), String(each.rows.length), formatMoney(each.base), formatMoney(each.tax), formatMoney(each.booked), formatMoney(differenceOf(each)),
      formatMoney(each.unremitted), { status: text.states[each.state] }, ...(mayPrint ? [papersOf(each, month)] : []),
    ]),
    totals: returns.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [
      formatMoney(sum(returns.map(({ base }) => base))), formatMoney(sum(returns.map(({ tax }) => tax))), formatMoney(sum(returns.map(({ booked }) => booked))),
      formatMoney(sum(returns.map(differenceOf))), formatMoney(sum(returns.map(({ unremitted }) => unremitted))), '', ...(mayPrint ? [''] : []),
    ] }],
  })
}

function papersOf({ form, rows }: FormReturn, month: Month): CellContent {
  const query = new URLSearchParams({ month: month.typed, form })
  const link = (label: string, path: string) => ({ text: label, href: `${path}?${query}`, about: form })
  return { actions: [link(text.cover, withholdingPaths.returnCover), link(text.print, withholdingPaths.returnPrint), link('Excel', `${withholdingPaths.returns}/xlsx`), link('CSV', `${withholdingPaths.returns}/csv`), ...(layoutOf(form) && rows.length > 0 ? [link(text.file, withholdingPaths.file)] : [])] }
}

function draftOf({ returns, month, mayDraft, payees, departments, typed }: ShownReturns, errors: FieldErrors): ReturnsPage['draft'] {
  const isLeft = returns.some(({ rows }) => rows.some(({ remittanceId }) => remittanceId === null))
  if (!mayDraft || !isLeft) return undefined
  const options = (label: string, from: readonly { readonly id: string; readonly name: string }[]) => [{ value: '', text: label }, ...from.map(({ id, name }) => ({ value: id, text: name }))]
  return {
    action: withholdingPaths.remit, month: month.typed, none: payees.length === 0 ? text.noPayees : '', controls: [
      { select: select({ name: 'payeeId', label: text.payee, options: options(text.choosePayee, payees), value: typed.payeeId, error: errors.payeeId, required: true, width: 'long' }) },
      ...(departments.length === 0 ? [] : [{ select: select({ name: 'departmentId', label: text.department, options: options(text.department, departments), value: typed.departmentId, error: errors.departmentId, required: true, width: 'long' }) }]),
    ],
  }
}

export interface ReturnPaper extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly words: string
  readonly signatures: Signatures
}

/** The list that is filed with the return, and what its cover says. */
export function returnPaper({ form, rows, tax }: FormReturn, { month, office, payer }: { readonly month: Month; readonly office: string; readonly payer: TaxPayer | undefined }): ReturnPaper {
  return {
    title: paper.title(form), print: { backHref: `${withholdingPaths.returns}?${new URLSearchParams({ month: month.typed })}`, isLandscape: true },
    ...inThaiDigits({
      printHead: { organisation: office, title: paper.title(form), unit: text.unit, facts: [
        { label: paper.taxId, text: payer?.taxId ?? blank }, { label: words.branch, text: payer?.branch ?? blank }, { label: paper.address, text: payer?.address ?? blank },
        { label: paper.month, text: month.name }, { label: paper.people, text: String(rows.length) },
      ] },
      lineTable: lineTable({
        caption: paper.title(form), captionHidden: true, empty: text.empty, columns: listColumns, rows: rows.map(listRow),
        totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(sum(rows.map(({ base }) => base))), formatMoney(tax), ''] }],
      }),
      words: paper.words(bahtText(tax)), signatures: { signers: [signer(paper.signer, null)] },
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: words.order, kind: 'number' }, { label: words.taxId, kind: 'code' }, { label: words.branch, kind: 'code' }, { label: words.name, kind: 'text', isRowHeader: true }, { label: words.address, kind: 'text' },
  { label: words.day, kind: 'date' }, { label: words.income, kind: 'text' }, { label: words.rate, kind: 'number' }, { label: words.base, kind: 'money' }, { label: words.tax, kind: 'money' },
  { label: words.condition, kind: 'number' },
]

const rateOf = ({ rate }: TaxRow) => (rate === null ? '' : rate.replace(/\.?0+$/, ''))
/** 1: withheld from what is paid, as public payers always do. */
const condition = '1'

function listRow(row: TaxRow, index: number): string[] {
  return [
    String(index + 1), row.payeeTaxId, row.payeeBranch, row.payeeName, row.payeeAddress, formatThaiDateShort(row.paidOn), row.incomeType, rateOf(row), formatMoney(row.base), formatMoney(row.amount), condition,
  ]
}

export function returnTable({ form, rows }: FormReturn, { month, office }: { readonly month: Month; readonly office: string }): ExportTable {
  return {
    fileName: text.fileName(form.replace(/[^0-9]/g, ''), month.typed.replace('/', '-')), name: paper.title(form), about: [office, paper.title(form), text.about(month.name)],
    header: listColumns.map(({ label }) => label),
    rows: rows.map((row, index) => [
      String(index + 1), row.payeeTaxId, row.payeeBranch, row.payeeName, row.payeeAddress, { day: row.paidOn }, row.incomeType, rateOf(row), row.base, row.amount, condition,
    ]),
  }
}

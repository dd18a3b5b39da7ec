// ทะเบียนเลขที่ผู้เบิก/เลขที่คลังรับ as finished strings: on the screen the newest first, on paper and in files in the order of the numbers.
import { exportActions, registerFrame, seenFrom, withAll, type ExportTable, type ListFrame } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { lineTable, select, type Column, type Control, type LineTable, type PrintHead } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { toThaiDigits } from '../../platform/thai.ts'
import { type AskedClaims } from '../claim/claim.schema.ts'
import { type ClaimHead } from '../claim/claim.ts'
import { claimNumber, filterControls, payeeOf, queryOf, statusOf, type FoundClaims } from '../claim/claim.view.ts'
import { claimText } from '../claim.text.ts'
import { claimPaths, claimRegisterPaths as paths, reportPaths } from '../expenditure.paths.ts'
import { reportText } from '../report.text.ts'
import { voucherNames, type ClaimVouchers } from './claim-register.ts'

const text = reportText.register
const { columns } = claimText
const register = { text: { ...claimText, listTitle: text.title }, paths: { ...claimPaths, list: paths.list } }

export interface FoundRegisterOfClaims extends FoundClaims {
  readonly vouchers: ReadonlyMap<string, ClaimVouchers>
}

export function registerPage(asked: AskedClaims, found: FoundRegisterOfClaims): ListFrame {
  const frame = registerFrame(register, asked, { ...found, mayCreate: false })
  const query = queryOf(asked)
  const last = found.items.at(-1)
  return {
    ...frame, breadcrumb: [{ text: reportText.title, href: reportPaths.list }, { text: text.title }], pageHeader: { title: text.title, actions: exportActions(paths.list, query, found.mayPrint) },
    filters: { ...frame.filters, controls: [...frame.filters.controls, ...filterControls(asked, found.departments), unpaidControl(asked)] },
    pagination: {
      countText: claimText.countText(String(found.items.length), found.count.count.toLocaleString('en-US')),
      nextHref: found.hasMore && last ? `${paths.list}?${query}&after=${last.id}` : undefined,
    },
    lineTable: lineTable({
      caption: text.title, captionHidden: true, empty: text.empty, columns: screenColumns, rows: found.items.map((claim) => screenRow(claim, found)),
      totals: found.items.length === 0 ? [] : [{ label: claimText.sum, isGrand: true, cells: [formatMoney(found.count.gross), '', '', ''] }],
    }),
  }
}

function unpaidControl({ typed }: AskedClaims): Control {
  return { select: select({ name: 'unpaid', label: text.unpaid, options: withAll([{ value: 'yes', text: text.unpaidOnly }]), value: typed.unpaid }) }
}

/** On the screen two numbers share a cell, so that the row fits. */
const screenColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.department, kind: 'text' }, { label: columns.payee, kind: 'text' },
  { label: columns.title, kind: 'text' }, { label: columns.gross, kind: 'money' }, { label: columns.treasuryNumber, kind: 'code' }, { label: text.columns.vouchers, kind: 'code' },
  { label: columns.state, kind: 'status' },
]

function screenRow(claim: ClaimHead, { own, vouchers }: FoundRegisterOfClaims) {
  const { payable, paid } = voucherNames(vouchers.get(claim.id))
  const note = (shown: string) => (shown === '' ? undefined : shown)
  return [
    { text: claimNumber(claim), href: seenFrom(own, claim.organisationId, claimPaths.show(claim.id)), note: text.department(String(claim.departmentNumber ?? '')) }, formatThaiDateShort(claim.claimDate),
    claim.departmentName ?? '', payeeOf(claim), claim.title, formatMoney(claim.gross),
    { text: String(claim.treasuryNumber ?? ''), note: claim.treasuryDate === null ? undefined : formatThaiDateShort(claim.treasuryDate) }, { text: payable || paid, note: note(payable === '' ? '' : paid) },
    { status: statusOf(claim) },
  ]
}

const tableColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.departmentNumber, kind: 'code' }, { label: columns.date, kind: 'date' }, { label: columns.department, kind: 'text' },
  { label: columns.payee, kind: 'text' }, { label: columns.title, kind: 'text' }, { label: columns.gross, kind: 'money' }, { label: columns.treasuryNumber, kind: 'code' },
  { label: columns.treasuryDate, kind: 'date' }, { label: text.columns.payable, kind: 'code' }, { label: text.columns.paid, kind: 'code' },
]

function cellsOf(claim: ClaimHead, vouchers: ReadonlyMap<string, ClaimVouchers>): [string, ...string[]] {
  const { payable, paid } = voucherNames(vouchers.get(claim.id))
  return [
    claimNumber(claim), String(claim.departmentNumber ?? ''), formatThaiDateShort(claim.claimDate), claim.departmentName ?? '', payeeOf(claim), claim.title, formatMoney(claim.gross),
    String(claim.treasuryNumber ?? ''), claim.treasuryDate === null ? '' : formatThaiDateShort(claim.treasuryDate), payable, paid,
  ]
}

export interface ListedClaims {
  readonly office: string
  /** In the order of their numbers. */
  readonly claims: readonly ClaimHead[]
  readonly vouchers: ReadonlyMap<string, ClaimVouchers>
  readonly today: CalendarDate
}

export function registerTable({ office, claims, vouchers, today }: ListedClaims): ExportTable {
  return {
    fileName: text.fileName(today), name: text.title, about: [office, text.title, text.asOf(formatThaiDate(today))], header: [...tableColumns.map(({ label }) => label), columns.state],
    rows: claims.map((claim) => {
      const { payable, paid } = voucherNames(vouchers.get(claim.id))
      return [
        claimNumber(claim), String(claim.departmentNumber ?? ''), { day: claim.claimDate }, claim.departmentName ?? '', payeeOf(claim), claim.title, claim.gross, String(claim.treasuryNumber ?? ''),
        claim.treasuryDate === null ? '' : { day: claim.treasuryDate }, payable, paid, statusOf(claim).text,
      ]
    }),
  }
}

export interface RegisterPaper extends PageModel {
  readonly print: { readonly backHref: string; readonly isLandscape: true }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
}

export function registerPaper({ office, claims, vouchers, today }: ListedClaims): RegisterPaper {
  return {
    title: text.title, print: { backHref: paths.list, isLandscape: true }, printHead: { organisation: office, title: text.title, unit: text.unit, asOf: toThaiDigits(text.asOf(formatThaiDate(today))) },
    lineTable: lineTable({
      caption: text.title, captionHidden: true, empty: text.empty, columns: [...tableColumns, { label: columns.state, kind: 'text' }],
      rows: claims.map((claim) => [...cellsOf(claim, vouchers).map(toThaiDigits), statusOf(claim).text]),
      totals: [{ label: claimText.sum, isGrand: true, cells: [toThaiDigits(formatMoney(sum(claims.filter(({ state }) => state !== 'cancelled').map(({ gross }) => gross)))), '', '', '', '', ''] }],
    }),
  }
}

import { organisationControls, printedNumber, type Office } from '../../documents/index.ts'
import { type CsvCell } from '../../platform/csv.ts'
import { fiscalYear, formatInstant, instant } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { lineTable, type Filters, type LineTable, type PageHeader, type Status, type SummaryList } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { ledgerPaths } from '../ledger.paths.ts'
import { verificationText as text } from '../verification.text.ts'
import { checks, type Check, type ExportedVoucher, type Fault, type ShownSeal, type Verified } from './verification.ts'

export interface Proof {
  readonly office: Office
  readonly verified: Verified
  readonly seals: readonly ShownSeal[]
}

export interface Around {
  readonly offices: readonly Office[]
  readonly years: readonly number[]
  readonly mayPrint: boolean
}

export interface ProofPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly filters: Filters
  readonly verdict: string
  readonly summaryList: SummaryList
  readonly tables: readonly LineTable[]
}

export function proofPage(proof: Proof, around: Around): ProofPage {
  const { office, verified: { book, faults } } = proof
  const links = around.years.map((year) => ({ text: text.csv(String(year)), href: `${ledgerPaths.verificationExport}?organisation=${office.organisationId}&fiscalYear=${year}`, kind: 'secondary' as const }))
  const verdict = faults.length === 0 ? text.clean(String(book?.vouchers ?? 0)) : text.dirty(String(faults.length))
  return {
    title: text.title, breadcrumb: [{ text: text.title }], verdict: book ? verdict : text.noBook,
    pageHeader: { title: text.title, lead: office.name, ...(around.mayPrint && { actions: links }) },
    filters: { label: text.filters, action: ledgerPaths.verification, controls: organisationControls({ offices: around.offices }, office.organisationId) },
    summaryList: { items: book ? [{ label: text.count, text: String(book.vouchers) }, { label: text.head, text: grouped(book.head) }] : [] },
    tables: [checksTable(faults), sealsTable(proof.seals)],
  }
}

/** Eight by eight, so that it breaks on a narrow screen and two people can read it to each other. */
function grouped(hash: Buffer): string {
  return hash.toString('hex').replace(/.{8}(?=.)/g, '$& ')
}

function checksTable(faults: readonly Fault[]): LineTable {
  const { columns } = text
  return lineTable({
    caption: text.caption, empty: '', columns: [
      { label: columns.check, kind: 'code', isRowHeader: true }, { label: columns.sentence, kind: 'text' }, { label: columns.result, kind: 'status' }, { label: columns.what, kind: 'text' },
    ],
    rows: checks.map((check) => [check, text.checks[check], { status: resultOf(faults, check) }, placesOf(faults, check)]),
  })
}

function resultOf(faults: readonly Fault[], check: Check): Status {
  return faults.some((fault) => fault.check === check) ? { kind: 'refused', text: text.failed } : { kind: 'done', text: text.passed }
}

const placesShown = 10

function placesOf(faults: readonly Fault[], check: Check): string {
  const places = faults.filter((fault) => fault.check === check).map(({ what }) => what)
  const more = places.length > placesShown ? text.more(String(places.length - placesShown)) : ''
  return places.slice(0, placesShown).join(', ') + more
}

function sealsTable(seals: readonly ShownSeal[]): LineTable {
  const { period, vouchers, head, at, caption, empty } = text.seals
  return lineTable({
    caption, empty, columns: [
      { label: period, kind: 'code', isRowHeader: true }, { label: vouchers, kind: 'text' }, { label: head, kind: 'text' }, { label: at, kind: 'text' },
    ],
    rows: seals.map((seal) => [`${seal.period}/${seal.fiscalYear}`, String(seal.vouchers), grouped(seal.head), formatInstant(instant(seal.sealedAt))]),
  })
}

export function exportRows(vouchers: readonly ExportedVoucher[]): CsvCell[][] {
  return [[...text.csvColumns], ...vouchers.map((voucher) => [
    printedNumber(voucher.type, Number(voucher.number), fiscalYear(Number(voucher.fiscal_year))), voucher.document_date, fromNumeric(voucher.total), voucher.digest, voucher.head,
  ])]
}

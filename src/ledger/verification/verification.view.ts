import { organisationControls, printedNumber, type ExportPart, type ExportTable, type Office } from '../../documents/index.ts'
import { fiscalYear, formatInstant, instant } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { lineTable, type Filters, type LineTable, type PageHeader, type Status, type SummaryItem, type SummaryList } from '../../platform/http/components.ts'
import { type SheetRow } from '../../platform/spreadsheet.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { booksText } from '../books.text.ts'
import { ledgerPaths } from '../ledger.paths.ts'
import { verificationText as text } from '../verification.text.ts'
import { checks, type Book, type Check, type ExportedVoucher, type Fault, type KeptProof, type ShownSeal } from './verification.ts'

export interface Proof {
  readonly office: Office
  readonly book: Book | undefined
  /** Undefined before the first. */
  readonly proof: KeptProof | undefined
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
  /** Walks the book now. */
  readonly prove: { readonly action: string; readonly organisation: string; readonly label: string } | undefined
}

export function proofPage(proof: Proof, around: Around): ProofPage {
  const { office, book, proof: kept } = proof
  const links = around.years.map((year) => ({ text: text.csv(String(year)), href: `${ledgerPaths.verificationExport}?organisation=${office.organisationId}&fiscalYear=${year}`, kind: 'secondary' as const }))
  return {
    title: text.title, breadcrumb: [{ text: booksText.reports.title, href: ledgerPaths.reports }, { text: text.title }], verdict: book ? verdictOf(kept) : text.noBook,
    pageHeader: { title: text.title, lead: office.name, ...(around.mayPrint && { actions: links }) },
    filters: { label: text.filters, action: ledgerPaths.verification, controls: organisationControls({ offices: around.offices }, office.organisationId) },
    summaryList: { items: book ? bookFacts(book, kept) : [] }, tables: [...kept ? [checksTable(kept.faults)] : [], sealsTable(proof.seals)],
    prove: book && around.mayPrint ? { action: ledgerPaths.verification, organisation: office.organisationId, label: text.prove } : undefined,
  }
}

function verdictOf(kept: KeptProof | undefined): string {
  if (!kept) return text.never
  return kept.count === 0 ? text.clean(String(kept.vouchers)) : text.dirty(String(kept.count))
}

function bookFacts(book: Book, kept: KeptProof | undefined): SummaryItem[] {
  const since = kept === undefined ? 0 : book.vouchers - kept.vouchers
  return [
    ...kept ? [{ label: text.provenAt, text: formatInstant(instant(kept.provenAt)) }] : [], ...since > 0 ? [{ label: text.since, text: String(since) }] : [],
    { label: text.count, text: String(book.vouchers) }, { label: text.head, text: grouped(book.head) },
  ]
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

export function exportTable({ name, organisationId, fiscalYear: year }: Pick<Office, 'name' | 'organisationId'> & { fiscalYear: number }, first: ExportPart): ExportTable {
  return { fileName: text.fileName(organisationId, String(year)), name: text.title, about: [name, text.title], header: text.csvColumns, ...first }
}

export function exportRows(vouchers: readonly ExportedVoucher[]): SheetRow[] {
  return vouchers.map((voucher) => [
    printedNumber(voucher.type, Number(voucher.number), fiscalYear(Number(voucher.fiscal_year))), voucher.document_date, fromNumeric(voucher.total), voucher.digest, voucher.head,
  ])
}

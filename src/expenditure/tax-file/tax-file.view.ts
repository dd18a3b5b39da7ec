// What stands in a file for the Revenue Department: its control totals, what keeps it from being read, its lines.
import { lineTable, type LineTable, type PageHeader, type SummaryList } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, minus, sum, type Money } from '../../platform/money.ts'
import { withholdingPaths as paths } from '../payment.paths.ts'
import { withholdingText } from '../withholding.text.ts'
import { encodings, faultsOf, fileNameOf, fileText, type Encoding, layoutOf, type FileRow } from './tax-file.ts'

const text = withholdingText.file
const mostShown = 100

export interface FoundFile {
  readonly form: string
  readonly office: string
  /** 'พฤศจิกายน 2569' */
  readonly period: string
  /** '256911' */
  readonly stamp: string
  readonly rows: readonly FileRow[]
  readonly booked: Money
  /** What was asked for, for the links that ask the same. */
  readonly asked: Readonly<Record<string, string>>
  readonly backHref: string
}

export interface FilePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly notices: readonly { readonly kind: 'info' | 'warning'; readonly text: string }[]
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
}

export function linesOf({ form, rows }: Pick<FoundFile, 'form' | 'rows'>): string {
  const layout = layoutOf(form)
  return layout === undefined ? '' : fileText(rows, layout, text.titles)
}

export function nameOf({ form, stamp }: Pick<FoundFile, 'form' | 'stamp'>): string {
  const layout = layoutOf(form)
  return layout === undefined ? '' : fileNameOf(layout, stamp)
}

/** Empty when the file can be read in this encoding. */
export function noticesOf({ rows }: Pick<FoundFile, 'rows'>, encoding: Encoding): string[] {
  return [...new Set(faultsOf(rows, encoding).map(({ kind, name }) => text.faults[kind](name)))]
}

export function filePage(found: FoundFile, mayPrint: boolean): FilePage {
  const { form, rows, booked, office, period, asked } = found
  const [title, base, tax] = [text.title(form), sum(rows.map((row) => row.base)), sum(rows.map((row) => row.tax))]
  const difference = minus(tax, booked)
  const usable = encodings.filter((encoding) => noticesOf(found, encoding).length === 0)
  const lines = linesOf(found).split('\r\n').slice(0, rows.length)
  return {
    title, breadcrumb: [{ text: withholdingText.remittance.title, href: found.backHref }, { text: title }],
    pageHeader: {
      title, lead: text.lead(office, period),
      actions: mayPrint && rows.length > 0 ? usable.map((encoding) => ({ text: text.save[encoding], href: `${paths.fileText}?${new URLSearchParams({ ...asked, encoding })}`, kind: 'secondary' as const })) : [],
    },
    notices: [
      { kind: 'info', text: text.about }, ...[...noticesOf(found, 'windows-874'), ...(isZero(difference) ? [] : [text.differs])].map((said) => ({ kind: 'warning' as const, text: said })),
    ],
    summaryList: { items: [
      { label: text.name, text: `${nameOf(found)}.txt` }, { label: text.count, text: String(rows.length) }, { label: text.base, text: formatMoney(base), isMoney: true },
      { label: text.tax, text: formatMoney(tax), isMoney: true }, { label: text.booked, text: formatMoney(booked), isMoney: true }, { label: text.difference, text: formatMoney(difference), isMoney: true },
    ] },
    lineTable: lineTable({
      caption: text.rows, empty: text.empty, columns: [{ label: text.line, kind: 'number' }, { label: text.text, kind: 'text', isRowHeader: true }],
      rows: [...lines.slice(0, mostShown).map((line, index) => [String(index + 1), line]), ...(lines.length > mostShown ? [['', text.more(String(lines.length - mostShown))]] : [])],
    }),
  }
}

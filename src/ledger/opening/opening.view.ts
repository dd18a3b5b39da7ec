// The page a file is read in by, its faults row by row, and the question before the opening is locked.
import { type ConfirmPage } from '../../documents/index.ts'
import { type CsvCell } from '../../platform/csv.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { date, file, lineTable, refusals, type Control, type ErrorSummary, type LineTable, type PageHeader, type SummaryItem } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { differenceOf, type StockSum } from '../stock/stock.ts'
import { stockText } from '../stock.text.ts'
import { numberOf, type Journal } from '../journal/journal.ts'
import { journalText } from '../journal.text.ts'
import { bookAddresses, openingPaths, stockPaths } from '../ledger.paths.ts'
import { rowFaults, type TemplateRow } from './opening.ts'

const { opening: text, books, errors: messages, fields, columns } = journalText
const paths = bookAddresses.opening
const mostShown = 200

export interface ImportPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly faults: LineTable | undefined
  readonly action: string
  readonly templateHref: string
  readonly cancelHref: string
  readonly controls: readonly Control[]
}

export function importPage(documentDate: string, errors: FieldErrors = {}): ImportPage {
  const faults = rowFaults(errors)
  const whole = Object.fromEntries(Object.entries(errors).filter(([name]) => !name.startsWith('rows.')))
  const told = faults.length === 0 ? whole : { ...whole, file: messages.import(faults.length.toLocaleString('en-US')) }
  return {
    title: text.import, breadcrumb: [{ text: books.opening.listTitle, href: paths.list }, { text: text.import }], pageHeader: { title: text.import }, ...refusals(told),
    faults: faults.length === 0 ? undefined : faultTable(faults), action: openingPaths.import, templateHref: openingPaths.template, cancelHref: paths.list,
    controls: [
      { date: date({ name: 'documentDate', label: fields.documentDate, value: documentDate, required: true, error: told.documentDate }) },
      { file: file({ name: 'file', label: text.file, hint: text.fileHint, accept: '.csv,.xlsx', required: true, error: told.file }) },
    ],
  }
}

function faultTable(faults: ReturnType<typeof rowFaults>): LineTable {
  const shown = faults.slice(0, mostShown)
  return lineTable({
    caption: text.faults.caption(faults.length.toLocaleString('en-US'), String(shown.length)), empty: '',
    columns: [{ label: text.faults.row, kind: 'number', isRowHeader: true }, { label: text.faults.column, kind: 'text' }, { label: text.faults.reason, kind: 'text' }],
    rows: shown.map(({ row, cell, message }) => [String(row), text.heads[cell], message]),
  })
}

/** The file as it came, with a column that says what is wrong in each row. */
export function faultRows(sheet: Sheet, errors: FieldErrors): CsvCell[][] {
  const byRow = new Map<number, string[]>()
  for (const { row, cell, message } of rowFaults(errors)) byRow.set(row, [...byRow.get(row) ?? [], `${text.heads[cell]}: ${message}`])
  const whole = errors.file === undefined ? [] : [[errors.file]]
  const rows = sheet.map((row, index) => [...row, (byRow.get(index + 1) ?? []).join(' · ')])
  return [...whole, ...rows, ...(Object.keys(errors).length === 0 ? [[text.passed]] : [])]
}

export function templateRows(rows: readonly TemplateRow[]): CsvCell[][] {
  const { account, name, key, counterparty, debit, credit, memo } = text.heads
  return [[account, name, key, counterparty, debit, credit, memo], ...rows.map((row) => [row.code, row.name, row.key, '', '', '', row.keyName])]
}

/** What stands beside the registers, so that who says 'right and complete' sees where it is not. */
export function confirmPage(journal: Journal, differing: readonly StockSum[]): ConfirmPage {
  const number = numberOf(journal)
  return {
    title: text.confirm, breadcrumb: [{ text: books.opening.listTitle, href: paths.list }, { text: number, href: paths.show(journal.id) }],
    confirm: {
      action: openingPaths.confirm(journal.id), version: String(journal.version), question: text.confirmQuestion(String(journal.fiscalYear)), consequences: text.consequences,
      facts: { items: [{ label: columns.number, text: number }, { label: columns.total, text: formatMoney(journal.total), isMoney: true }, ...stockFacts(differing)] },
      label: text.confirm, kind: 'primary', cancel: { text: text.back, href: paths.show(journal.id) },
    },
  }
}

function stockFacts(differing: readonly StockSum[]): SummaryItem[] {
  if (differing.length === 0) return [{ label: stockText.listTitle, text: stockText.agrees }]
  return differing.map((each) => ({
    label: `${stockText.listTitle}: ${each.code} ${each.name}`, text: stockText.differs(formatMoney(each.listed), formatMoney(each.opened), formatMoney(differenceOf(each))), href: stockPaths.accounts,
  }))
}

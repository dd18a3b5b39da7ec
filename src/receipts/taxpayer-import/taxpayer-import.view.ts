import { type CsvCell } from '../../platform/csv.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { file, lineTable, refusals, type Control, type ErrorSummary, type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { taxpayerPaths as paths } from '../receipts.paths.ts'
import { taxpayerText as words } from '../taxpayer.text.ts'
import { importedCells, rowFaults } from './taxpayer-import.ts'

const { import: text, errors: messages } = words
const mostShown = 200

export interface ImportPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly templateHref: string
  readonly cancelHref: string
  readonly controls: readonly Control[]
  readonly faults: LineTable | undefined
}

export function importPage(errors: FieldErrors = {}): ImportPage {
  const faults = rowFaults(errors)
  const told = faults.length === 0 ? errors : { file: messages.import(String(faults.length)) }
  return {
    title: text.title, breadcrumb: [{ text: words.listTitle, href: paths.list }, { text: text.title }], pageHeader: { title: text.title }, ...refusals(told), action: paths.import,
    templateHref: paths.template, cancelHref: paths.list,
    controls: [{ file: file({ name: 'file', label: text.file, hint: text.hint, accept: '.csv,.xlsx', required: true, error: told.file }) }],
    faults: faults.length === 0 ? undefined : lineTable({
      caption: text.faults(String(faults.length), String(Math.min(faults.length, mostShown))), empty: '',
      columns: [{ label: text.row, kind: 'number', isRowHeader: true }, { label: text.column, kind: 'text' }, { label: text.reason, kind: 'text' }],
      rows: faults.slice(0, mostShown).map(({ row, cell, message }) => [String(row), text.heads[cell], message]),
    }),
  }
}

/** The file to begin with: its heads. */
export function templateRows(): readonly (readonly CsvCell[])[] {
  return [importedCells.map((cell) => text.heads[cell])]
}

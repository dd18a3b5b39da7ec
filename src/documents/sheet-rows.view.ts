// The page a register is filled from: a file or what was copied from a spreadsheet, and the faults row by row.
import { type FieldErrors } from '../platform/errors.ts'
import { field, file, lineTable, refusals, type Control, type ErrorSummary, type LineTable, type PageHeader } from '../platform/http/components.ts'
import { type PageModel } from '../platform/http/reply.ts'
import { faultsOfSheet } from './sheet-rows.ts'

const mostShown = 200

export interface ImportText {
  readonly hint: string
  readonly file: string
  readonly pasted: string
  readonly fileName: string
  readonly faults: { caption(all: string, shown: string): string; readonly row: string; readonly column: string; readonly reason: string }
  readonly errors: { readonly noFile: string; faults(count: string): string; readonly files: Readonly<Record<'kind' | 'large' | 'unreadable', string>> }
}

export interface ImportDesk {
  readonly title: string
  readonly list: { readonly text: string; readonly href: string }
  readonly paths: { readonly import: string; readonly template: string }
  readonly heads: Readonly<Record<string, string>>
  readonly text: ImportText
}

export interface SheetImportPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly templateHref: string
  readonly cancelHref: string
  readonly controls: readonly Control[]
  readonly faults: LineTable | undefined
}

export function sheetImportPage({ title, list, paths, heads, text }: ImportDesk, pasted: string, errors: FieldErrors = {}): SheetImportPage {
  const faults = faultsOfSheet(errors, heads)
  const whole = Object.fromEntries(Object.entries(errors).filter(([name]) => !name.startsWith('rows.')))
  const told = faults.length === 0 ? whole : { ...whole, file: text.errors.faults(String(faults.length)) }
  return {
    title, breadcrumb: [list, { text: title }], pageHeader: { title, lead: text.hint }, ...refusals(told), action: paths.import, templateHref: paths.template, cancelHref: list.href,
    controls: [
      { file: file({ name: 'file', label: text.file, accept: '.csv,.xlsx', error: told.file }) },
      { field: field({ name: 'pasted', label: text.pasted, value: pasted, rows: 8, width: 'full', error: told.pasted }) },
    ],
    faults: faults.length === 0 ? undefined : lineTable({
      caption: text.faults.caption(String(faults.length), String(Math.min(faults.length, mostShown))), empty: '',
      columns: [{ label: text.faults.row, kind: 'number', isRowHeader: true }, { label: text.faults.column, kind: 'text' }, { label: text.faults.reason, kind: 'text' }],
      rows: faults.slice(0, mostShown).map(({ row, column, message }) => [String(row), column, message]),
    }),
  }
}

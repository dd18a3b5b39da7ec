// The page a file is read in by, its faults row by row, and the file to begin with.
import { type FieldErrors } from '../../platform/errors.ts'
import { file, lineTable, refusals, type Control, type ErrorSummary, type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { payeePaths as paths } from '../payee.paths.ts'
import { payeeText } from '../payee.text.ts'
import { heads, importedCells, rowFaults } from './payee-import.ts'

const text = payeeText.import
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

export function importPage(errors: FieldErrors): ImportPage {
  const faults = rowFaults(errors)
  const whole = Object.fromEntries(Object.entries(errors).filter(([name]) => !name.startsWith('rows.')))
  const told = faults.length === 0 ? whole : { ...whole, file: text.errors.faults(String(faults.length)) }
  const title = payeeText.importTitle
  return {
    title, breadcrumb: [{ text: payeeText.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(told),
    action: paths.import, templateHref: paths.template, cancelHref: paths.list,
    controls: [{ file: file({ name: 'file', label: text.file, hint: text.fileHint, accept: '.csv,.xlsx', required: true, error: told.file }) }],
    faults: faults.length === 0 ? undefined : lineTable({
      caption: text.faults.caption(String(faults.length), String(Math.min(faults.length, mostShown))), empty: '',
      columns: [{ label: text.faults.row, kind: 'number', isRowHeader: true }, { label: text.faults.column, kind: 'text' }, { label: text.faults.reason, kind: 'text' }],
      rows: faults.slice(0, mostShown).map(({ row, cell, message }) => [String(row), heads[cell], message]),
    }),
  }
}

export const templateRows = [importedCells.map((cell) => heads[cell])]

// The page a file is read in by, its faults row by row, and the file to begin with.
import { type CsvCell } from '../../platform/csv.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { file, lineTable, refusals, type Control, type ErrorSummary, type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type LineRules, type TypedDocument } from '../ordinance-form/ordinance-form.ts'
import { crumbsOf } from '../ordinance-form/ordinance-form.view.ts'
import { ordinanceFormText as words } from '../ordinance-form.text.ts'
import { deskOf, type OrdinanceHead } from '../ordinance/ordinance.ts'
import { importedCells, rowFaults } from './ordinance-import.ts'

const { import: text, expenditures, errors: messages } = words
const mostShown = 200

export interface ImportPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly version: string
  readonly templateHref: string
  readonly cancelHref: string
  readonly controls: readonly Control[]
  readonly faults: LineTable | undefined
}

export function importPage(document: OrdinanceHead, version: string, errors: FieldErrors): ImportPage {
  const { paths } = deskOf(document)
  const faults = rowFaults(errors)
  const whole = Object.fromEntries(Object.entries(errors).filter(([name]) => !name.startsWith('rows.')))
  const told = faults.length === 0 ? whole : { ...whole, file: messages.import(String(faults.length)) }
  const tree = { text: expenditures.crumb, href: paths.expenditures(document.id) }
  return {
    title: text.title, breadcrumb: crumbsOf(document, tree, text.title), pageHeader: { title: text.title }, ...refusals(told), action: paths.import(document.id), version,
    templateHref: paths.linesCsv(document.id), cancelHref: tree.href,
    controls: [{ file: file({ name: 'file', label: text.file, hint: text.fileHint, accept: '.csv,.xlsx', required: true, error: told.file }) }],
    faults: faults.length === 0 ? undefined : lineTable({
      caption: text.faults.caption(String(faults.length), String(Math.min(faults.length, mostShown))), empty: '',
      columns: [{ label: text.faults.row, kind: 'number', isRowHeader: true }, { label: text.faults.column, kind: 'text' }, { label: text.faults.reason, kind: 'text' }],
      rows: faults.slice(0, mostShown).map(({ row, cell, message }) => [String(row), text.heads[cell], message]),
    }),
  }
}

/** The lines that stand there, in the shape in which they are read in again. */
export function templateRows({ lines }: TypedDocument, { departments }: LineRules): CsvCell[][] {
  return [importedCells.map((cell) => text.heads[cell]), ...lines.map((line): CsvCell[] => [
    line.key?.taskCode ?? '', departments.get(line.key?.departmentId ?? '')?.name ?? '', line.key?.economicCode ?? '', line.key?.title ?? '', line.amount, line.fromSubsidy,
    line.explanation, line.planReference, line.quantity ?? '', line.unit, line.location, line.legalReference,
  ])]
}

// The papers of an office's banks as finished strings: which there are, and one to be set up.
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineEditor, lineTable, refusals, select, type CellContent, type Control, type ErrorSummary, type LineEditor, type LineTable, type PageHeader, type Trail } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { chequePaperText as text } from '../cheque-paper.text.ts'
import { chequePaths, chequeFormPaths as paths } from '../payment.paths.ts'
import { chequeText } from '../cheque.text.ts'
import { paperNames, type ChequeForm, type ListedForm, type Place } from './cheque-form.ts'

const { columns, placeColumns } = text
const crumbs = { text: text.listTitle, href: paths.list }

export interface FormsPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

export function formsPage(forms: readonly ListedForm[], may: { readonly edit: boolean; readonly print: boolean }): FormsPage {
  return {
    title: text.listTitle, breadcrumb: [{ text: chequeText.register.listTitle, href: chequePaths.list }, { text: text.listTitle }], pageHeader: { title: text.listTitle, lead: text.lead },
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: [
        { label: columns.bank, kind: 'text', isRowHeader: true }, { label: columns.kind, kind: 'text' }, { label: columns.book, kind: 'text' }, { label: columns.state, kind: 'status' },
        { label: columns.shift, kind: 'text' }, ...(may.edit || may.print ? [{ label: columns.actions, kind: 'actions' as const }] : []),
      ],
      rows: forms.map((form) => [
        form.bankName, text.kinds[form.kind], usedFor(form), { status: text.states[form.kept ? 'own' : form.bookId === null ? 'usual' : 'ofBank'] },
        form.kept ? `${form.kept.shiftX} · ${form.kept.shiftY}` : '', ...(may.edit || may.print ? [actionsOf(form, may)] : []),
      ]),
    }),
  }
}

function usedFor({ bookId, book }: ListedForm): string {
  return bookId === null ? text.wholeBank : text.bookNumber(book)
}

function actionsOf(form: ListedForm, may: { readonly edit: boolean; readonly print: boolean }): CellContent {
  const about = nameOf(form)
  return { actions: [
    ...(may.edit ? [{ text: text.set, href: paths.edit(form.key), about }] : []), ...(may.print ? [{ text: text.test, href: paths.test(form.key), about }] : []),
  ] }
}

function nameOf(form: ListedForm): string {
  return text.title(text.kinds[form.kind], form.bookId === null ? form.bankName : `${form.bankName} ${text.bookNumber(form.book)}`)
}

/** As it was typed, or as it is kept. */
export interface FormInput {
  readonly version: string
  readonly paper: string
  readonly shiftX: string
  readonly shiftY: string
  readonly places: readonly Readonly<Record<string, string>>[]
}

export function inputOf(form: ChequeForm): FormInput {
  return { version: String(form.version), paper: form.paper, shiftX: String(form.shiftX), shiftY: String(form.shiftY), places: form.places.map(placeInput) }
}

function placeInput({ field: name, x, y, width, size, isPrinted }: Place): Readonly<Record<string, string>> {
  return { field: name, x: String(x), y: String(y), width: String(width), size: String(size), printed: isPrinted ? 'yes' : 'no' }
}

export interface FormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly lineEditor: LineEditor
  readonly save: string
  readonly cancelHref: string
  readonly trail: Trail
}

export function formPage({ target, input, trail }: { readonly target: ListedForm; readonly input: FormInput; readonly trail: Trail }, errors: FieldErrors = {}): FormPage {
  const title = nameOf(target)
  const shift = (name: 'shiftX' | 'shiftY'): Control => (
    { field: field({ name, label: text[name], value: input[name], error: errors[name], required: true, maxLength: 5, inputmode: 'decimal', width: 'short', hint: name === 'shiftX' ? text.shiftHint : undefined }) })
  return {
    title, breadcrumb: [crumbs, { text: title }], pageHeader: { title, lead: text.formLead, actions: [{ text: text.test, href: paths.test(target.key), kind: 'secondary' }] }, ...refusals(errors),
    action: paths.edit(target.key), version: input.version, save: text.save, cancelHref: paths.list, trail,
    controls: [
      { select: select({ name: 'paper', label: text.paperLabel, options: paperNames.map((name) => ({ value: name, text: text.papers[name] })), value: input.paper, error: errors.paper, required: true }) },
      shift('shiftX'), shift('shiftY'),
    ],
    lineEditor: placesEditor(input, errors),
  }
}

function placesEditor(input: FormInput, errors: FieldErrors): LineEditor {
  const number = (name: 'x' | 'y' | 'width' | 'size') => ({ name, label: placeColumns[name], kind: 'number' as const })
  return lineEditor({
    name: 'places', caption: text.placesCaption, errors, key: 'field', blankRows: 0, rows: input.places.map((row) => ({ ...row, name: labelOf(row.field) })), columns: [
      { name: 'name', label: placeColumns.field, kind: 'output', of: 'field' },
      number('x'), number('y'), number('width'), number('size'),
      { name: 'printed', label: placeColumns.printed, kind: 'text', options: [{ value: 'yes', text: text.printed.yes }, { value: 'no', text: text.printed.no }] },
    ],
  })
}

function labelOf(name: string | undefined): string {
  return Object.entries(text.fields).find(([each]) => each === name)?.[1] ?? ''
}

import { formatThaiDateField, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, refusals, select, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { bankAccountPaths, signatoryPaths as paths } from '../registers.paths.ts'
import { registersText } from '../registers.text.ts'
import { signatoryRoles, signingPosition, type Signatory } from './signatory.ts'

const text = registersText.signatory
const { fields } = text
const crumbs = [{ text: registersText.bankAccount.listTitle, href: bankAccountPaths.list }, { text: text.listTitle, href: paths.list }]

export interface SignatoryList extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

const columns: readonly Column[] = [
  { label: fields.role, kind: 'text' }, { label: fields.name, kind: 'text', isRowHeader: true }, { label: fields.position, kind: 'text' }, { label: fields.orderNumber, kind: 'text' },
  { label: fields.validFrom, kind: 'date' }, { label: fields.validUntil, kind: 'date' },
]

export function listPage(signatories: readonly Signatory[], mayEdit: boolean): SignatoryList {
  const edit: Column = { label: text.actions, kind: 'actions' }
  return {
    title: text.listTitle, breadcrumb: [{ text: registersText.bankAccount.listTitle, href: bankAccountPaths.list }, { text: text.listTitle }],
    pageHeader: { title: text.listTitle, ...(mayEdit && { actions: [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }] }) },
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: mayEdit ? [...columns, edit] : columns,
      rows: signatories.map((signatory) => [
        text.roles[signatory.role], signatory.name, signingPosition(signatory, text.acting), signatory.orderNumber, formatThaiDateShort(signatory.validFrom),
        signatory.validUntil === null ? text.noEnd : formatThaiDateShort(signatory.validUntil),
        ...(mayEdit ? [{ actions: [{ text: text.edit, href: paths.edit(signatory.id), about: signatory.name }] }] : []),
      ]),
    }),
  }
}

export const inputNames = ['role', 'name', 'position', 'actingFor', 'orderNumber', 'validFrom', 'validUntil', 'version'] as const
export type SignatoryInput = Readonly<Record<(typeof inputNames)[number], string>>

export function inputOf(signatory: Signatory): SignatoryInput {
  const { validFrom, validUntil } = signatory
  return { ...signatory, validFrom: formatThaiDateField(validFrom), validUntil: validUntil === null ? '' : formatThaiDateField(validUntil), version: String(signatory.version) }
}

export interface SignatoryForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly cancelHref: string
}

/** Without an id: a new one. */
export function formPage(id: string | undefined, input: SignatoryInput, errors: FieldErrors = {}): SignatoryForm {
  const title = id === undefined ? text.newTitle : text.editTitle
  const roles = [{ value: '', text: text.chooseRole }, ...signatoryRoles.map((role) => ({ value: role, text: text.roles[role] }))]
  const box = (name: 'name' | 'position' | 'actingFor' | 'orderNumber', required = false): Control => (
    { field: field({ name, label: fields[name], value: input[name], error: errors[name], required, maxLength: 100, width: 'long' }) })
  return {
    title, breadcrumb: [...crumbs, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: id === undefined ? paths.new : paths.edit(id), version: input.version, cancelHref: paths.list,
    controls: [
      { select: select({ name: 'role', label: fields.role, options: roles, value: input.role, error: errors.role, required: true }) },
      box('name', true), box('position', true), box('actingFor'), box('orderNumber'),
      { date: date({ name: 'validFrom', label: fields.validFrom, value: input.validFrom, error: errors.validFrom, required: true }) },
      { date: date({ name: 'validUntil', label: fields.validUntil, value: input.validUntil, error: errors.validUntil }) },
    ],
  }
}

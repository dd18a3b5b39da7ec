import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, field, lineTable, refusals, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { departmentPaths as paths } from '../registers.paths.ts'
import { registersText } from '../registers.text.ts'
import { type Department } from './department.ts'

const text = registersText.department

export interface DepartmentList extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

export function listPage(departments: readonly Department[], may: { readonly create: boolean; readonly edit: boolean }): DepartmentList {
  const columns: readonly Column[] = [{ label: text.name, kind: 'text', isRowHeader: true }, { label: text.state, kind: 'status' }]
  const edit: Column = { label: text.actions, kind: 'actions' }
  return {
    title: text.listTitle, breadcrumb: [{ text: text.listTitle }],
    pageHeader: { title: text.listTitle, ...(may.create && { actions: [{ text: text.add, href: paths.new, kind: 'primary' as const }] }) },
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: may.edit ? [...columns, edit] : columns,
      rows: departments.map((department) => [
        { text: department.name }, { status: department.isActive ? text.active : text.inactive },
        ...(may.edit ? [{ actions: [{ text: text.edit, href: paths.edit(department.id), about: department.name }] }] : []),
      ]),
    }),
  }
}

/** As stored, or as typed. */
export interface DepartmentInput {
  readonly name: string
  readonly isActive: string
  readonly version: string
}

export interface DepartmentForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly cancelHref: string
}

export const emptyInput: DepartmentInput = { name: '', isActive: 'yes', version: '' }

export function inputOf(department: Department): DepartmentInput {
  return { name: department.name, isActive: department.isActive ? 'yes' : '', version: String(department.version) }
}

/** Without an id: a new one. */
export function formPage(id: string | undefined, input: DepartmentInput, errors: FieldErrors = {}): DepartmentForm {
  const title = id === undefined ? text.newTitle : text.editTitle
  const use = choice({ name: 'isActive', type: 'checkbox', label: text.state, options: [{ value: 'yes', text: text.use }], values: [input.isActive] })
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: id === undefined ? paths.new : paths.edit(id), version: input.version, cancelHref: paths.list,
    controls: [
      { field: field({ name: 'name', label: text.name, value: input.name, error: errors.name, required: true, maxLength: 100, width: 'long' }) },
      ...(id === undefined ? [] : [{ choice: use }]),
    ],
  }
}

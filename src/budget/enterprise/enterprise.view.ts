import { type Office } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, field, lineTable, refusals, select, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { baseText } from '../base.text.ts'
import { basePaths as paths } from '../budget.paths.ts'
import { type Enterprise } from './enterprise.ts'

const text = baseText.enterprises

export interface EnterpriseList extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

export interface ListAround {
  readonly offices: readonly Office[]
  readonly may: { readonly create: boolean; readonly edit: boolean }
}

export function listPage(enterprises: readonly Enterprise[], { offices, may }: ListAround): EnterpriseList {
  const columns: readonly Column[] = [
    { label: text.name, kind: 'text', isRowHeader: true }, { label: text.subUnit, kind: 'text' }, { label: text.state, kind: 'status' },
  ]
  const nameOf = (id: string | null) => offices.find((office) => office.organisationId === id)?.name ?? text.none
  return {
    title: text.title, breadcrumb: [{ text: baseText.title, href: paths.index }, { text: text.title }],
    pageHeader: { title: text.title, ...(may.create && { actions: [{ text: text.add, href: paths.enterpriseNew, kind: 'primary' as const }] }) },
    lineTable: lineTable({
      caption: text.title, captionHidden: true, empty: text.empty, columns: may.edit ? [...columns, { label: text.actions, kind: 'actions' }] : columns,
      rows: enterprises.map((enterprise) => [
        { text: enterprise.name }, { text: nameOf(enterprise.subUnitId) }, { status: enterprise.isActive ? text.active : text.inactive },
        ...(may.edit ? [{ actions: [{ text: text.edit, href: paths.enterpriseEdit(enterprise.id), about: enterprise.name }] }] : []),
      ]),
    }),
  }
}

/** As stored, or as typed. */
export interface EnterpriseInput {
  readonly name: string
  readonly subUnitId: string
  readonly isActive: string
  readonly version: string
}

export interface EnterpriseForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly cancelHref: string
}

export function inputOf(enterprise: Enterprise): EnterpriseInput {
  return {
    name: enterprise.name, subUnitId: enterprise.subUnitId ?? '', isActive: enterprise.isActive ? 'yes' : '', version: String(enterprise.version),
  }
}

export interface FormGiven {
  /** Absent: a new one. */
  readonly id?: string
  readonly input: EnterpriseInput
  /** Those below. */
  readonly offices: readonly Office[]
}

export function formPage({ id, input, offices }: FormGiven, errors: FieldErrors = {}): EnterpriseForm {
  const title = id === undefined ? text.newTitle : text.editTitle
  const units = [{ value: '', text: text.none }, ...offices.map((office) => ({ value: office.organisationId, text: office.name }))]
  const use = choice({ name: 'isActive', type: 'checkbox', label: text.state, options: [{ value: 'yes', text: text.use }], values: [input.isActive] })
  return {
    title, breadcrumb: [{ text: text.title, href: paths.enterprises }, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: id === undefined ? paths.enterpriseNew : paths.enterpriseEdit(id), version: input.version, cancelHref: paths.enterprises,
    controls: [
      { field: field({ name: 'name', label: text.name, value: input.name, error: errors.name, required: true, maxLength: 100, width: 'long' }) },
      { select: select({ name: 'subUnitId', label: text.subUnit, hint: text.subUnitHint, options: units, value: input.subUnitId, error: errors.subUnitId, width: 'long' }) },
      ...(id === undefined ? [] : [{ choice: use }]),
    ],
  }
}

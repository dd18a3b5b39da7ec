// The base data as finished strings: three ways in, the classification, and the page on which codes are chosen.
import { type Department } from '../../registers/index.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  lineTable, refusals, select, type Column, type ErrorSummary, type Filters, type LineTable, type PageHeader, type Panel, type RowArguments,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { baseText } from '../base.text.ts'
import { basePaths as paths } from '../budget.paths.ts'
import { type BudgetClass } from '../settings/settings.ts'
import { codesOf, partsOf, versionOf } from './base.ts'

const text = baseText.classes

export interface BaseIndex extends PageModel {
  readonly pageHeader: PageHeader
  readonly panel: Panel
}

export interface Counts {
  readonly classes: number
  readonly enterprises: number
  readonly types: number
}

export function indexPage(counts: Counts): BaseIndex {
  const { links } = baseText
  return {
    title: baseText.title, breadcrumb: [{ text: baseText.title }], pageHeader: { title: baseText.title },
    panel: { id: 'base', heading: baseText.heading, rows: [
      { ...links.classes, href: paths.classes, count: baseText.count(String(counts.classes)) },
      { ...links.types, href: paths.types, count: baseText.count(String(counts.types)) },
      { ...links.enterprises, href: paths.enterprises, count: baseText.count(String(counts.enterprises)) },
    ] },
  }
}

export interface ClassList extends PageModel {
  readonly pageHeader: PageHeader
  readonly filters: Filters
  readonly lineTable: LineTable
}

export interface ListGiven {
  readonly classes: readonly BudgetClass[]
  readonly departments: readonly Department[]
  readonly fiscalYear: FiscalYear
  readonly mayEdit: boolean
}

export function classesPage(given: ListGiven): ClassList {
  const { fiscalYear, classes } = given
  const years = [fiscalYear - 1, fiscalYear, fiscalYear + 1].map((year) => ({ value: String(year), text: String(year) }))
  return {
    title: text.title, breadcrumb: [{ text: baseText.title, href: paths.index }, { text: text.title }], pageHeader: { title: text.title },
    filters: {
      label: text.filters, action: paths.classes,
      controls: [{ select: select({ name: 'year', label: text.year, options: years, value: String(fiscalYear), width: 'short' }) }],
    },
    lineTable: lineTable({
      caption: text.title, captionHidden: true, empty: text.empty, columns,
      rows: partsOf(classes).flatMap((part): RowArguments[] => [partRow(part, given), ...codesOf(classes, part.code).map((code) => codeRow(code, given))]),
    }),
  }
}

const columns: readonly Column[] = [
  { label: text.columns.code, kind: 'code' }, { label: text.columns.name, kind: 'text', isRowHeader: true },
  { label: text.columns.department, kind: 'text' }, { label: text.columns.state, kind: 'status' },
]

function partRow(part: BudgetClass, { fiscalYear, mayEdit }: ListGiven): RowArguments {
  const href = `${paths.classesEdit}?year=${fiscalYear}&part=${part.code}`
  const group = `${part.code} ${part.name}`
  return mayEdit ? { group: text.edit(group), href } : { group }
}

function codeRow(code: BudgetClass, { departments }: ListGiven): RowArguments {
  const owner = departments.find(({ id }) => id === code.departmentId)
  return [code.code, { text: code.name }, { text: owner?.name ?? '' }, { status: code.isActive ? text.active : text.inactive }]
}

export interface ClassForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly year: string
  readonly part: string
  readonly version: string
  readonly rows: readonly ClassRow[]
}

export interface ClassRow {
  readonly id: string
  readonly use: string
  readonly isTicked: boolean
  readonly error: string | undefined
  readonly owner: { readonly id: string; readonly label: string; readonly error: string | undefined; readonly options: readonly OwnerOption[] } | undefined
}

interface OwnerOption {
  readonly value: string
  readonly text: string
  readonly selected: boolean
}

export interface FormGiven {
  readonly part: BudgetClass
  readonly codes: readonly BudgetClass[]
  readonly departments: readonly Department[]
  readonly fiscalYear: FiscalYear
  /** What was typed, in place of what is stored. */
  readonly typed?: { readonly version: string; readonly active: readonly string[]; departmentOf(code: string): string } | undefined
}

export function classForm(given: FormGiven, errors: FieldErrors = {}): ClassForm {
  const { part, codes, fiscalYear, typed } = given
  const title = text.editTitle(part.name)
  return {
    title, breadcrumb: [{ text: text.title, href: paths.classes }, { text: title }], pageHeader: { title, lead: `${text.year} ${fiscalYear}` },
    ...refusals(errors), action: paths.classesEdit, cancelHref: `${paths.classes}?year=${fiscalYear}`, year: String(fiscalYear), part: part.code, version: typed?.version || versionOf(codes),
    rows: codes.map((code) => rowOf(code, given, errors)),
  }
}

function rowOf({ code, name, level, isActive, departmentId }: BudgetClass, { departments, typed }: FormGiven, errors: FieldErrors): ClassRow {
  const owner = typed ? typed.departmentOf(code) : departmentId ?? ''
  const [tick, choice] = [`active.${code}`, `department.${code}`]
  const options = [{ id: '', name: text.noDepartment }, ...departments.filter((department) => department.isActive || department.id === owner)]
  return {
    id: tick, use: text.use(`${code} ${name}`), isTicked: typed ? typed.active.includes(code) : isActive, error: errors[tick],
    owner: level !== 'task' ? undefined : {
      id: choice, label: text.department(name), error: errors[choice],
      options: options.map((option) => ({ value: option.id, text: option.name, selected: option.id === owner })),
    },
  }
}

// Revenue types in use as finished strings: the list, and the page on which they are ticked.
import { type Report } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, refusals, type Control, type ErrorSummary, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { baseText } from '../base.text.ts'
import { basePaths as paths } from '../budget.paths.ts'
import { groupsOf, type RevenueType } from './revenue-type.ts'

const { types: text } = baseText

export interface ShownTypes {
  readonly types: readonly RevenueType[]
  readonly chosen: ReadonlySet<string>
  readonly office: string
  readonly mayEdit: boolean
}

export function typesReport({ types, chosen, office, mayEdit }: ShownTypes): Report {
  const state = (code: string) => (chosen.size === 0 || chosen.has(code) ? text.used : text.unused)
  const used = chosen.size === 0 ? types.length : chosen.size
  return {
    fileName: text.fileName, title: text.title, organisation: office, about: chosen.size === 0 ? text.all : text.some, asked: {}, errors: {}, controls: [],
    columns: [{ label: text.columns.code, kind: 'code', isRowHeader: true }, { label: text.columns.name, kind: 'text' }, { label: text.columns.state, kind: 'status' }],
    rows: groupsOf(types).flatMap(([group, own]) => [{ group }, ...own.map(({ code, name }) => [code, name, { status: state(code) }])]),
    totals: [], empty: text.empty, count: text.count(String(used), String(types.length)), actions: mayEdit ? [{ text: text.editTitle, href: paths.typesEdit, kind: 'primary' }] : [],
  }
}

export interface TypesForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly version: string
  readonly controls: readonly Control[]
}

export function typesForm({ types, ticked, version }: { readonly types: readonly RevenueType[]; readonly ticked: readonly string[]; readonly version: string }, errors: FieldErrors = {}): TypesForm {
  return {
    title: text.editTitle, breadcrumb: [{ text: text.title, href: paths.types }, { text: text.editTitle }], pageHeader: { title: text.editTitle, lead: text.lead }, ...refusals(errors),
    action: paths.typesEdit, cancelHref: paths.types, version,
    controls: groupsOf(types).map(([name, own]) => ({ choice: choice({
      name: `use.${own[0]?.group ?? ''}`, label: name, type: 'checkbox', values: ticked, options: own.map((each) => ({ value: each.code, text: `${each.code} ${each.name}` })),
    }) })),
  }
}

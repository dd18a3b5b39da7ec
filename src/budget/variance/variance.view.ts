import { type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, refusals, type ErrorSummary, type Field, type Filters, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { varianceOf, type Actual } from '../budget-actual/budget-actual.ts'
import { reportPaths, variancePaths as paths } from '../report.paths.ts'
import { reportText } from '../report.text.ts'
import { yearControls } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { fieldOf, type Variances } from './variance.ts'

const text = reportText.variance

export interface ReasonForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly action: string
  readonly year: string
  readonly reasons: readonly { readonly version: string; readonly versionName: string; readonly field: Field }[]
  readonly isEmpty: boolean
  readonly cancelHref: string
}

export interface ReasonGiven {
  readonly fiscalYear: FiscalYear
  readonly years: readonly number[]
  readonly organisationId: string
  readonly rows: readonly Actual[]
  readonly known: Variances
  readonly names: Names
  /** What was typed, after a refusal. */
  readonly typed: ((name: string) => string) | undefined
}

export function reasonForm(given: ReasonGiven, errors: FieldErrors): ReasonForm {
  const { fiscalYear, years, organisationId, rows } = given
  const list = `${reportPaths.actual}?year=${fiscalYear}`
  return {
    title: text.title, pageHeader: { title: text.title, lead: `${reportText.year} ${fiscalYear}` }, ...refusals(errors),
    breadcrumb: [{ text: reportText.index.title, href: reportPaths.index }, { text: reportText.actual.title, href: list }, { text: text.title }],
    filters: { label: reportText.filters, action: paths.edit, controls: yearControls({ offices: [], years }, { organisationId, fiscalYear }) },
    action: paths.edit, year: String(fiscalYear), reasons: rows.map((row) => reasonOf(row, given, errors)), isEmpty: rows.length === 0, cancelHref: list,
  }
}

function reasonOf(row: Actual, { known, names, typed }: ReasonGiven, errors: FieldErrors) {
  const [name, versionName] = [fieldOf(row.key), `version.${row.key}`]
  const stored = known.get(row.key)
  const hint = text.hint(formatMoney(row.final), formatMoney(sum([row.paid, row.owed])), formatMoney(varianceOf(row)))
  return {
    versionName, version: typed ? typed(versionName) || '0' : String(stored?.version ?? 0),
    field: field({
      name, label: `${row.key} ${names.classes.get(row.key)?.name ?? ''}`, hint, value: typed ? typed(name) : stored?.reason, error: errors[name], rows: 2, width: 'full', maxLength: 500,
    }),
  }
}

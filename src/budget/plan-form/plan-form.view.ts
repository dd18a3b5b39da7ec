// The form of a plan as finished strings: head, kind and year of a new one, and the rows.
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, field, lineEditor, select, type Control, type LineEditor } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { readAmount } from '../../documents/index.ts'
import { planPaths as paths } from '../budget.paths.ts'
import { formFrame, headControls, type FormPage } from '../desk/desk.view.ts'
import { type DocumentLine } from '../document/document.ts'
import { classLists, keyLists } from '../line-key/line-key.view.ts'
import { type KnownOfPlan, type TypedPlanRow } from '../plan-lines/plan-lines.ts'
import { planText as text } from '../plan.text.ts'
import { type AskedPlan, type PlanInput } from '../plan/plan.schema.ts'
import { authorityOf, planVariants, type Plan } from '../plan/plan.ts'

const { fields, columns } = text

export interface PlanFormGiven {
  readonly plan: Plan | undefined
  readonly asked: AskedPlan
  readonly known: KnownOfPlan
  /** The years a new plan may be of; the first is this one. */
  readonly years: readonly number[]
}

export function formPage(input: PlanInput, given: PlanFormGiven, errors: FieldErrors): FormPage {
  const { plan, asked } = given
  return {
    ...formFrame({ paths, text }, { document: plan, input, fiscalYear: asked.fiscalYear, errors }),
    controls: [...plan ? [] : chosenOnce(input, given, errors), ...headControls(input, errors), authorityControl(input, errors)], hint: text.hint,
    editors: [rowsEditor(input.rows, given, errors)], check: plan ? undefined : text.check, checkedTitle: undefined, checked: undefined,
  }
}

/** Year and kind; a plan keeps those it was made with. */
function chosenOnce(input: PlanInput, { years }: PlanFormGiven, errors: FieldErrors): Control[] {
  const options = planVariants.map((variant) => ({ value: variant, text: text.variants[variant] }))
  return [
    { select: select({ name: 'year', label: fields.year, options: years.map((year) => ({ value: String(year), text: String(year) })), value: input.year, error: errors.year, width: 'short' }) },
    { choice: choice({ name: 'variant', label: fields.variant, type: 'radio', options, values: [input.variant], error: errors.variant, required: true }) },
  ]
}

function authorityControl(input: PlanInput, errors: FieldErrors): Control {
  const hint = fields.authorityHint
  return { field: field({ name: 'authority', label: fields.authority, hint, value: input.authority, error: errors.authority, required: true, width: 'full', maxLength: 200 }) }
}

function rowsEditor(rows: readonly TypedPlanRow[], { known }: PlanFormGiven, errors: FieldErrors): LineEditor {
  const amounts = rows.map(({ amount }) => readAmount(amount)).filter((amount) => typeof amount !== 'string')
  return lineEditor({
    name: 'rows', caption: text.caption, errors, rows: rows.map((row) => ({ ...row })), blankRows: Math.max(2, 4 - rows.length),
    columns: [
      { name: 'source', label: columns.source, kind: 'text', options: known.sources.map(({ code, name }) => ({ value: code, text: `${code} ${name}` })) },
      { name: 'task', label: columns.task, kind: 'code', list: keyLists.tasks }, { name: 'code', label: columns.code, kind: 'code', list: keyLists.codes },
      { name: 'title', label: columns.item, kind: 'text' }, { name: 'amount', label: columns.amount, kind: 'money', isTotalled: true },
      { name: 'explanation', label: columns.explanation, kind: 'text' },
    ],
    totals: { amount: formatMoney(sum(amounts)) }, lists: classLists(known.rules.classes), addRows: { name: 'again', value: 'more', label: text.more },
  })
}

/** A new one begins with what stands: the first with nothing, a revision with the lines in force. */
export function startingInput(asked: AskedPlan, standing: Plan | undefined, { formKey, today }: { readonly formKey: string; readonly today: CalendarDate }): PlanInput {
  return {
    documentDate: formatThaiDateField(today), title: standing?.title ?? '', authority: standing ? authorityOf(standing) : '', reason: '', year: String(asked.fiscalYear),
    variant: asked.variant, formKey, version: '', rows: (standing?.lines ?? []).map(rowOf),
  }
}

/** A stored draft in the boxes. */
export function inputOf(plan: Plan): PlanInput {
  return {
    documentDate: formatThaiDateField(plan.documentDate), title: plan.title, authority: authorityOf(plan), reason: plan.reason, year: String(plan.fiscalYear),
    variant: plan.variant ?? '', formKey: '', version: String(plan.version), rows: plan.lines.map(rowOf),
  }
}

function rowOf({ key, amount, explanation }: DocumentLine): TypedPlanRow {
  return {
    source: key?.sourceCode ?? '', task: key?.taskCode ?? '', code: key?.economicCode ?? '', title: key?.title ?? '', amount: formatMoney(amount), explanation,
  }
}

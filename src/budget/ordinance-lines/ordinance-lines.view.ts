// One line as finished strings: the form while it is a draft, and what stands once it is in force (§6, scenario 8).
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, field, money, refusals, select, type Control, type ErrorSummary, type Link, type Option, type PageHeader, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { amendmentPaths, fundPaths, transferPaths } from '../budget.paths.ts'
import { type DocumentLine } from '../document/document.ts'
import { statusOf } from '../document/document.view.ts'
import { economicsIn, pastYearsOf, tasksIn, type LineCell, type LineRules, type TypedDocument, type TypedLine } from '../ordinance-form/ordinance-form.ts'
import { crumbsOf } from '../ordinance-form/ordinance-form.view.ts'
import { ordinanceFormText as words } from '../ordinance-form.text.ts'
import { deskOf } from '../ordinance/ordinance.ts'
import { type BudgetClass } from '../settings/settings.ts'
import { type LineInput } from './ordinance-lines.schema.ts'

const { line: text } = words
const { fields } = text

export interface LineFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly removeAction: string
  readonly cancelHref: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly capital: readonly Control[]
  readonly past: readonly Control[]
}

export interface LineChoices {
  readonly document: TypedDocument
  readonly rules: LineRules
  /** Undefined for a new one. */
  readonly number: number | undefined
}

export function lineForm({ version, line }: LineInput, { document, rules, number }: LineChoices, errors: FieldErrors): LineFormPage {
  const [title, paths] = [number === undefined ? text.newTitle : text.editTitle, deskOf(document).paths]
  const back = line.task === '' ? paths.expenditures(document.id) : paths.task(document.id, line.task)
  return {
    title, breadcrumb: crumbsOf(document, { text: words.expenditures.crumb, href: paths.expenditures(document.id) }, title), pageHeader: { title, lead: words.unit },
    ...refusals(errors), version, cancelHref: back,
    action: number === undefined ? paths.lineNew(document.id, line.task) : paths.line(document.id, number),
    removeAction: number === undefined ? '' : paths.lineRemove(document.id, number),
    controls: mainControls(line, { rules, errors }), capital: capitalControls(line, errors), past: pastControls(line, { document, errors }),
  }
}

interface Boxes {
  readonly rules: LineRules
  readonly errors: FieldErrors
}

function mainControls(line: TypedLine, { rules, errors }: Boxes): Control[] {
  const box = boxes(line, errors)
  const departments = [...rules.departments].filter(([id, { isActive }]) => isActive || id === line.department).map(([id, { name }]) => ({ value: id, text: name }))
  return [
    { select: select({ ...box('task'), required: true, width: 'long', options: optionsOf(tasksIn(rules), line.task) }) },
    { select: select({ ...box('code'), required: true, width: 'long', options: optionsOf(economicsIn(rules), line.code) }) },
    { select: select({ ...box('department'), options: [{ value: '', text: words.none }, ...departments] }) },
    { field: field({ ...box('title'), hint: text.titleHint, maxLength: 300, width: 'long' }) },
    { money: money({ ...box('amount'), required: true }) }, { money: money(box('fromSubsidy')) },
    { field: field({ ...box('explanation'), rows: 5, maxLength: 2000, width: 'full' }) },
    { field: field({ ...box('legalReference'), maxLength: 500, width: 'full' }) },
    { choice: choice({ ...box('isNew'), type: 'checkbox', options: [{ value: 'yes', text: text.newOption }], values: [line.isNew === '' ? '' : 'yes'] }) },
  ]
}

function capitalControls(line: TypedLine, errors: FieldErrors): Control[] {
  const box = boxes(line, errors)
  return [
    { field: field({ ...box('planReference'), hint: text.planHint, maxLength: 300, width: 'full' }) }, { field: field({ ...box('quantity'), inputmode: 'decimal', width: 'short' }) },
    { field: field({ ...box('unit'), maxLength: 50, width: 'short' }) }, { field: field({ ...box('location'), maxLength: 300, width: 'full' }) },
  ]
}

function pastControls(line: TypedLine, { document, errors }: { readonly document: TypedDocument; readonly errors: FieldErrors }): Control[] {
  const years = pastYearsOf(document.fiscalYear).map(String)
  const past = (['actual1', 'actual2', 'actual3'] as const).map((name, index): Control => (
    { money: money({ name, label: fields.actual(years[index] ?? ''), value: line[name], error: errors[name] }) }))
  const now = { name: 'estimateNow', label: fields.estimateNow(String(document.fiscalYear - 1)), value: line.estimateNow, error: errors.estimateNow }
  return [...past, { money: money(now) }]
}

type Plain = Exclude<LineCell, 'actual1' | 'actual2' | 'actual3' | 'estimateNow'>

function boxes(line: TypedLine, errors: FieldErrors) {
  return (name: Plain) => ({ name, label: fields[name], value: line[name], error: errors[name] })
}

/** Those in use, and the one that stands there. */
function optionsOf(classes: readonly BudgetClass[], chosen: string): Option[] {
  const open = classes.filter(({ code, isActive }) => isActive || code === chosen)
  return [{ value: '', text: words.choose }, ...open.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))]
}

export interface FrozenPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly notice: string
  readonly links: readonly Link[]
  readonly summaryList: SummaryList
}

/** Nothing is typed any more; what may be done instead is offered. */
export function frozenPage(document: TypedDocument, line: DocumentLine, { classes, departments }: LineRules): FrozenPage {
  const { key } = line
  const named = (code: string) => `${code} ${classes.get(code)?.name ?? ''}`
  const facts: readonly (readonly [string, string])[] = [
    [fields.task, named(key?.taskCode ?? '')], [fields.code, named(key?.economicCode ?? '')],
    [fields.department, departments.get(key?.departmentId ?? '')?.name ?? words.none], [fields.title, key?.title ?? ''], [fields.explanation, line.explanation],
    [fields.planReference, line.planReference], [fields.legalReference, line.legalReference], [fields.quantity, `${line.quantity ?? ''} ${line.unit}`.trim()],
    [fields.location, line.location], [fields.isNew, line.isNewItem ? text.yes : text.no],
  ]
  const title = text.values
  const paths = deskOf(document).paths
  return {
    title, breadcrumb: crumbsOf(document, { text: words.expenditures.crumb, href: paths.expenditures(document.id) }, title), pageHeader: { title, status: statusOf(document) },
    notice: text.frozen, links: [
      { text: text.transfer, href: transferPaths.new }, { text: text.amend, href: amendmentPaths.new }, { text: text.supplement, href: fundPaths.of('supplementary') },
    ],
    summaryList: { items: [
      ...facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })),
      { label: fields.amount, text: formatMoney(line.amount), isMoney: true }, { label: fields.fromSubsidy, text: formatMoney(line.fromSubsidy), isMoney: true },
    ] },
  }
}

// Register, form, page and confirmations of an ordinance as finished strings.
import { attachmentsView, listFrame, stateControl, stepActions, withAll, type Attachment, type ListFrame, type StepButton } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, lineTable, refusals, select, type Actions, type Attachments, type Column, type Control, type ErrorSummary, type LineTable, type Link, type Panel,
  type PageHeader, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, plus, sum, zero } from '../../platform/money.ts'
import { amendmentPaths, linePaths, transferPaths } from '../budget.paths.ts'
import { budgetText } from '../budget.text.ts'
import { type BudgetDocument, type DocumentFilter, type Kind } from '../document/document.ts'
import { type Enterprise } from '../enterprise/enterprise.ts'
import { headItems, numberOf, returnedText, stepsTable } from '../document/document.view.ts'
import { personnelShare, type Finding } from '../ordinance-check/ordinance-check.ts'
import { deadlinesTable, findingsTable } from '../ordinance-check/ordinance-check.view.ts'
import { usableOf, type ReceiptFacts } from '../ordinance-receipts/ordinance-receipts.ts'
import { type Deadline } from '../ordinance-deadline/ordinance-deadline.ts'
import { closePath, specialPaths, type OrdinanceStep } from '../ordinance.paths.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { ordinanceText as text } from '../ordinance.text.ts'
import { specialItems, specialsTable } from '../ordinance-special/ordinance-special.view.ts'
import { type Specials } from '../ordinance-special/ordinance-special.ts'
import { type Orphan } from '../ordinance-successor/ordinance-successor.ts'
import { orphansTable } from '../ordinance-successor/ordinance-successor.view.ts'
import { papersPanel } from '../paper/paper.view.ts'
import { percentText, shown as orBlank } from '../report.view.ts'
import { type BudgetClass } from '../settings/settings.ts'
import { closingText } from '../year-end.text.ts'
import { type OrdinanceInput } from './ordinance.schema.ts'
import {
  deskOf, ordinanceStates, partsBy, ridesAlong, surplusOf, totalsOf, type Ordinance, knowsStep, type OrdinanceDesk, type OrdinanceHead, type OrdinanceKind,
  type OrdinanceState, type Part, type Totals,
} from './ordinance.ts'

const { columns, fields } = text

export interface FoundOrdinances extends FoundPage<BudgetDocument<OrdinanceState>> {
  readonly totals: ReadonlyMap<string, Totals>
  /** In which there are budget documents. */
  readonly years: readonly number[]
  readonly mayCreate: boolean
}

export function listPage(desk: OrdinanceDesk, { state, fiscalYear }: DocumentFilter, found: FoundOrdinances): ListFrame {
  const { paths } = desk
  const query = new URLSearchParams({ year: String(fiscalYear ?? ''), state: state ?? '', after: found.items.at(-1)?.id ?? '' })
  const shownState = ordinanceStates.find((each) => each === state)
  return {
    ...listFrame({
      title: text.lists[desk.name], path: paths.list, errors: {}, next: found.hasMore ? `${paths.list}?${query}` : undefined,
      countText: text.shown(String(found.items.length)), controls: [yearControl(found.years, fiscalYear), stateControl(text.states, shownState)],
      actions: [...(found.mayCreate ? newLinks(desk) : []), ...(desk.name === 'annual' ? [{ text: text.lists.special, href: specialPaths.list, kind: 'secondary' as const }] : [])],
    }),
    lineTable: lineTable({
      caption: text.lists[desk.name], captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.items.map((ordinance) => [
        { text: numberOf(ordinance), href: paths.show(ordinance.id) }, String(ordinance.fiscalYear), ordinance.title,
        ...totalCells(found.totals.get(ordinance.id)), { status: text.states[ordinance.state] },
      ]),
    }),
  }
}

export function yearControl(years: readonly number[], asked: number | undefined): Control {
  const options = [...new Set([...years, ...(asked === undefined ? [] : [asked])])].sort((one, other) => other - one).map((year) => ({ value: String(year), text: String(year) }))
  return { select: select({ name: 'year', label: columns.year, options: withAll(options), value: asked === undefined ? '' : String(asked), width: 'short' }) }
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.year, kind: 'number' }, { label: columns.title, kind: 'text' },
  { label: columns.revenue, kind: 'money' }, { label: columns.expenditure, kind: 'money' }, { label: columns.gap, kind: 'money' },
  { label: columns.state, kind: 'status' },
]

function totalCells(totals: Totals = { revenue: zero, expenditure: zero }): string[] {
  return [formatMoney(totals.revenue), formatMoney(totals.expenditure), formatMoney(surplusOf(totals))]
}

function newLinks({ kinds, paths }: OrdinanceDesk) {
  return kinds.map((kind, index) => ({ text: text.newTitles[kind], href: index === 0 ? paths.new : `${paths.new}?kind=${kind}`, kind: index === 0 ? 'primary' : 'secondary' } as const))
}

/** In a register shared with other kinds of document. */
export function tabOf({ name, paths, lifecycle }: OrdinanceDesk) {
  return {
    desk: { kind: name, lifecycle }, paths, text: { listTitle: text.lists[name], newTitle: text.newTitles[name], empty: text.empty, states: text.states },
  }
}

export interface OrdinanceFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly kind: string
  readonly version: string
  readonly controls: readonly Control[]
}

export interface FormChoices {
  readonly desk: OrdinanceDesk
  readonly kind: OrdinanceKind
  readonly ordinance: OrdinanceHead | undefined
  /** To choose from when it is made. */
  readonly years: readonly number[]
  readonly enterprises: readonly Enterprise[]
}

export function formPage(input: OrdinanceInput, choices: FormChoices, errors: FieldErrors = {}): OrdinanceFormPage {
  const { desk: { paths, name }, kind, ordinance } = choices
  const title = ordinance ? text.editTitle : text.newTitles[kind]
  return {
    title, breadcrumb: [{ text: text.lists[name], href: paths.list }, ...(ordinance ? [{ text: numberOf(ordinance), href: paths.show(ordinance.id) }] : []), { text: title }],
    pageHeader: { title }, ...refusals(errors), action: ordinance ? paths.edit(ordinance.id) : paths.new,
    cancelHref: ordinance ? paths.show(ordinance.id) : paths.list, formKey: input.formKey, kind: input.kind, version: input.version,
    controls: [...(ordinance ? [] : chosenOnce(input, choices, errors)), ...(ridesAlong({ kind }) ? specialControls(input, choices, errors) : ordinanceControls(input, errors))],
  }
}

/** The year, and whose special budget it is. */
function chosenOnce(input: OrdinanceInput, { kind, years, enterprises }: FormChoices, errors: FieldErrors): Control[] {
  const year = { select: select({
    name: 'fiscalYear', label: fields.fiscalYear, options: years.map((each) => ({ value: String(each), text: String(each) })), value: input.fiscalYear,
    error: errors.fiscalYear, required: true, width: 'short',
  }) }
  if (!ridesAlong({ kind })) return [year]
  const options = [{ value: '', text: text.specials.choose }, ...enterprises.map(({ id, name }) => ({ value: id, text: name }))]
  return [year, { select: select({
    name: 'enterpriseId', label: text.specials.enterprise, hint: text.specials.register, options, value: input.enterpriseId, error: errors.enterpriseId, required: true, width: 'long',
  }) }]
}

function titleControl(input: OrdinanceInput, errors: FieldErrors): Control {
  return { field: field({ name: 'title', label: fields.title, value: input.title, error: errors.title, required: true, width: 'full', maxLength: 300 }) }
}

function longControl(name: 'principle' | 'position' | 'performance', input: OrdinanceInput, errors: FieldErrors): Control {
  return { field: field({ name, label: fields[name], hint: text.hints[name], value: input[name], error: errors[name], width: 'full', maxLength: 4000, rows: 4 }) }
}

/** Its title is made from the enterprise and may be mended afterwards. */
function specialControls(input: OrdinanceInput, { ordinance }: FormChoices, errors: FieldErrors): Control[] {
  return [...(ordinance ? [titleControl(input, errors)] : []), longControl('principle', input, errors)]
}

function ordinanceControls(input: OrdinanceInput, errors: FieldErrors): Control[] {
  return [
    titleControl(input, errors),
    ...(input.kind === 'supplementary' ? [{ date: date({
      name: 'effectiveOn', label: fields.effectiveOn, hint: text.hints.effectiveOn, value: input.effectiveOn, error: errors.effectiveOn, required: true,
    }) }] : []),
    ...(['principle', 'position', 'performance'] as const).map((name) => longControl(name, input, errors)),
    { field: field({
      name: 'personnelExplanation', label: fields.personnelExplanation, hint: text.hints.personnelExplanation, value: input.personnelExplanation,
      error: errors.personnelExplanation, width: 'full', maxLength: 1000, rows: 2,
    }) },
  ]
}

export function blankInput({ formKey, kind, year }: { readonly formKey: string; readonly kind: Kind; readonly year: number }): OrdinanceInput {
  const title = text.titleOf(budgetText.document.kinds[kind], String(year))
  return { kind, formKey, version: '', fiscalYear: String(year), enterpriseId: '', effectiveOn: '', title, principle: '', position: '', performance: '', personnelExplanation: '' }
}

/** A stored draft in the boxes. */
export function inputOf({ kind, details, title, fiscalYear, enterpriseId, effectiveOn, version }: Ordinance): OrdinanceInput {
  return { kind, effectiveOn: effectiveOn ? formatThaiDateField(effectiveOn) : '', formKey: '', version: String(version), fiscalYear: String(fiscalYear), enterpriseId: enterpriseId ?? '', title, ...details }
}

export interface ShownOrdinance {
  readonly ordinance: Ordinance
  readonly officer: Officer
  readonly classes: ReadonlyMap<string, BudgetClass>
  readonly findings: readonly Finding[]
  readonly specials: Specials
  /** Used under the interim budget, and not in this one. */
  readonly orphans: readonly Orphan[]
  readonly receipts: ReceiptFacts | undefined
  readonly deadlines: readonly Deadline[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

export interface OrdinancePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly unit: string
  readonly tables: readonly LineTable[]
  /** The print set. */
  readonly papers: Panel | undefined
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

export function showPage(shown: ShownOrdinance, errors: FieldErrors = {}): OrdinancePage {
  const { ordinance, officer, classes, findings, orphans, specials: { riders, special } } = shown
  const { paths, lifecycle, name } = deskOf(ordinance)
  const isDraft = ordinance.state === 'draft'
  const mayChange = lifecycle.allows(officer, ordinance).includes('edit')
  return {
    title: ordinance.title, breadcrumb: [{ text: text.lists[name], href: paths.list }, { text: numberOf(ordinance) }],
    pageHeader: { title: ordinance.title, status: text.states[ordinance.state] }, ...refusals(errors),
    notices: [returnedText(ordinance), special && isDraft ? text.specials.rides : '', orphans.length > 0 ? text.successors.notice : ''].filter((notice) => notice !== ''), summaryList: { items: [...(special ? specialItems(special, ordinance) : []), ...summaryOf(ordinance, classes), ...(isDraft && shown.receipts ? receiptItems(shown.receipts) : [])] }, unit: text.unit,
    tables: [
      partsTable(partsBy(ordinance.lines, ({ taskCode }) => classes.get(taskCode)?.planCode ?? taskCode), { caption: text.byPlan, label: text.plan, classes }),
      partsTable(partsBy(ordinance.lines, ({ economicCode }) => classes.get(economicCode)?.typeCode ?? economicCode), { caption: text.byType, label: text.type, classes }),
      ...(riders.length > 0 ? [specialsTable(riders)] : []), ...(orphans.length > 0 ? [orphansTable(orphans, classes)] : []), ...(isDraft ? [findingsTable(findings)] : []), ...(shown.deadlines.length > 0 ? [deadlinesTable(shown.deadlines)] : []), stepsTable(ordinance.steps, text.trail.actions),
    ],
    papers: papersPanel(ordinance, officer), actions: actionsOf(shown),
    attachments: attachmentsView(shown.attachments, mayChange ? {
      add: paths.attach(ordinance.id), remove: (id) => paths.detach(ordinance.id, id), error: errors.files,
    } : undefined),
    trail: shown.trail,
  }
}

/** Number, head and what it comes to. */
export function summaryOf(ordinance: Ordinance, classes: ReadonlyMap<string, BudgetClass>): SummaryItem[] {
  const totals = totalsOf(ordinance)
  const { details } = ordinance
  const said = (['principle', 'position', 'performance', 'personnelExplanation'] as const).filter((name) => details[name] !== '')
  return [
    { label: columns.number, text: numberOf(ordinance) }, ...(ordinance.ordinal === null ? [] : [{ label: fields.ordinal, text: String(ordinance.ordinal) }]),
    ...headItems({ ...ordinance, total: null }), ...said.map((name) => ({ label: fields[name], text: details[name] })),
    { label: fields.revenue, text: formatMoney(totals.revenue), isMoney: true },
    { label: fields.expenditure, text: formatMoney(totals.expenditure), isMoney: true },
    { label: fields.surplus, text: formatMoney(surplusOf(totals)), isMoney: true },
    ...(ridesAlong(ordinance) ? [] : [{ label: fields.personnel, text: percentText(personnelShare({ lines: ordinance.lines, classes }).hundredths) }]),
  ]
}

function receiptItems(receipts: ReceiptFacts): SummaryItem[] {
  return [
    { label: fields.received, text: formatMoney(receipts.received), isMoney: true }, { label: fields.estimated, text: formatMoney(receipts.estimated), isMoney: true },
    { label: fields.usable, text: formatMoney(usableOf(receipts)), isMoney: true },
  ]
}

interface PartsGiven {
  readonly caption: string
  readonly label: string
  readonly classes: ReadonlyMap<string, BudgetClass>
}

function partsTable(parts: readonly Part[], { caption, label, classes }: PartsGiven): LineTable {
  const totals = { own: sum(parts.map(({ own }) => own)), subsidy: sum(parts.map(({ subsidy }) => subsidy)) }
  return lineTable({
    caption, empty: text.noExpenditures,
    columns: [
      { label, kind: 'text', isRowHeader: true }, { label: columns.own, kind: 'money' }, { label: columns.subsidy, kind: 'money' }, { label: columns.total, kind: 'money' },
    ],
    rows: parts.map(({ code, own, subsidy }) => [classes.get(code)?.name ?? code, orBlank(own), orBlank(subsidy), formatMoney(plus(own, subsidy))]),
    totals: parts.length === 0 ? [] : [{
      label: text.sum, isGrand: true, cells: [orBlank(totals.own), orBlank(totals.subsidy), formatMoney(plus(totals.own, totals.subsidy))],
    }],
  })
}

const buttons: readonly StepButton<OrdinanceStep>[] = [
  { step: 'propose', label: text.steps.propose, kind: 'primary', isConfirmed: true }, { step: 'begin', label: text.steps.begin, kind: 'primary', isConfirmed: true },
  { step: 'council', label: text.steps.council, kind: 'primary', isConfirmed: true },
  { step: 'supervise', label: text.steps.supervise, kind: 'primary', isConfirmed: true }, { step: 'enforce', label: text.steps.enforce, kind: 'primary', isConfirmed: true },
  { step: 'report', label: text.steps.report, kind: 'primary', isConfirmed: true },
  { step: 'correct', label: text.steps.correct, kind: 'secondary', isConfirmed: true }, { step: 'return', label: text.steps.return, kind: 'secondary', reason: text.reason },
  { step: 'cancel', label: text.steps.cancel, kind: 'danger', isConfirmed: true },
]

function actionsOf({ ordinance, officer }: ShownOrdinance): Actions | undefined {
  const { lifecycle, paths } = deskOf(ordinance)
  const allowed: string[] = lifecycle.allows(officer, ordinance).filter((step) => knowsStep(ordinance, step))
  return stepActions({ document: ordinance, officer, paths, allowed, buttons, links: linksOf(ordinance, officer, allowed) })
}

/** After the announcement amounts and codes stand; what may still be changed is changed by documents of its own (scenario 8). */
function linksOf({ id, kind, state, fiscalYear }: Ordinance, { permissions }: Officer, allowed: readonly string[]): Link[] {
  const { paths, leaves } = deskOf({ kind })
  const isOpenFor = (step: string) => allowed.includes(step)
  const [isEnforced, has] = [state === 'enforced', (right: string) => permissions.has(right)]
  const links: readonly (Link & { readonly isOpen: boolean })[] = [
    { text: ordinanceFormText.revenues.crumb, href: paths.revenues(id), isOpen: has(`${leaves.revenues}:view`) },
    { text: ordinanceFormText.expenditures.crumb, href: paths.expenditures(id), isOpen: true },
    { text: text.editTitle, href: paths.edit(id), isOpen: isOpenFor('edit') },
    { text: text.specials.more, href: specialPaths.newOf(fiscalYear), isOpen: isOpenFor('edit') && ['annual', 'supplementary'].includes(kind) && has('budget.expest:create') },
    { text: text.links.lines, href: `${linePaths.list}?year=${fiscalYear}`, isOpen: isEnforced && has('budget.report:view') },
    { text: text.links.transfer, href: transferPaths.new, isOpen: isEnforced && has('budget.transfer:create') },
    { text: text.links.amend, href: amendmentPaths.new, isOpen: isEnforced && has('budget.amend:create') },
    { text: closingText.step, href: closePath(id), isOpen: isEnforced && kind === 'annual' && has('budget.approve:approve') },
  ]
  return links.filter(({ isOpen }) => isOpen).map(({ text: said, href }) => ({ text: said, href }))
}

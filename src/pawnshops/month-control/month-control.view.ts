// The monthly control as finished strings: the papers of a year, the form, one paper, its print.
import { asSigned, signer, stepActions, type Report, type StepButton } from '../../documents/index.ts'
import { yearControl } from '../../ledger/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, formatThaiDate, instant, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, money, refusals, select, type Actions, type Control, type ErrorSummary, type LineTable, type PageHeader, type PrintHead, type Signatures, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, money as satang, times, type Money } from '../../platform/money.ts'
import { monthControlText as text } from '../month-control.text.ts'
import { controlPaths as paths } from '../pawnshops.paths.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { controlLifecycle, controlRows, hasMoved, interestRate, monthOf, type ControlStep, type MonthControl, type MonthFigures } from './month-control.ts'

const { fields, columns } = text

export interface FoundControls {
  readonly items: readonly MonthControl[]
  readonly year: FiscalYear
  readonly years: readonly number[]
  readonly office: string
  readonly mayCreate: boolean
}

export function controlReport({ items, year, years, office, mayCreate }: FoundControls): Report {
  return {
    fileName: text.fileName(String(year)), title: text.listTitle, organisation: office, about: text.about(String(year)), asked: { fiscalYear: String(year) }, errors: {}, controls: [yearControl(year, years)],
    columns: [
      { label: fields.month, kind: 'text', isRowHeader: true }, { label: fields.counted, kind: 'money' }, { label: fields.openTickets, kind: 'money' }, { label: fields.openCount, kind: 'number' },
      { label: fields.forfeited, kind: 'money' }, { label: fields.author, kind: 'text' }, { label: fields.signer, kind: 'text' }, { label: fields.state, kind: 'status' },
    ],
    rows: items.map((control) => [
      { text: monthOf(control.documentDate), href: paths.show(control.id) }, control.counted, control.openTickets, control.openCount.toLocaleString('en-US'), control.forfeited, control.author.name,
      control.signer?.name ?? '', { status: text.states[control.state] },
    ]),
    totals: [], empty: text.empty, count: text.count(items.length.toLocaleString('en-US')), isLandscape: true,
    actions: mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' }] : [],
  }
}

export type ControlInput = Readonly<Record<'month' | 'counted' | 'openTickets' | 'openCount' | 'forfeited' | 'reason' | 'formKey' | 'version', string>>

export interface ControlForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly save: string
}

export function formPage(input: ControlInput, { control, months }: { readonly control: MonthControl | undefined; readonly months: readonly CalendarDate[] }, errors: FieldErrors = {}): ControlForm {
  const title = control ? text.editTitle : text.newTitle
  const amount = (name: 'counted' | 'openTickets' | 'forfeited'): Control => ({ money: money({ name, label: fields[name], value: input[name], error: errors[name], required: true }) })
  const month: Control = { select: select({ name: 'month', label: fields.month, options: months.map((day) => ({ value: day, text: monthOf(day) })), value: input.month, error: errors.month }) }
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title: control ? `${title} ${monthOf(control.documentDate)}` : title, lead: text.lead }, ...refusals(errors),
    action: control ? paths.edit(control.id) : paths.new, cancelHref: control ? paths.show(control.id) : paths.list, formKey: input.formKey, version: input.version, save: text.save,
    controls: [
      ...(control ? [] : [month]), amount('counted'), amount('openTickets'),
      { field: field({ name: 'openCount', label: fields.openCount, value: input.openCount, error: errors.openCount, type: 'number', required: true, maxLength: 6 }) }, amount('forfeited'),
      { field: field({ name: 'reason', label: fields.reason, hint: fields.reasonHint, value: input.reason, error: errors.reason, maxLength: 500, width: 'full', rows: 3 }) },
    ],
  }
}

export function blankInput(key: string, month: CalendarDate): ControlInput {
  return { month, counted: '', openTickets: '', openCount: '', forfeited: '', reason: '', formKey: key, version: '' }
}

export function inputOf({ documentDate, counted, openTickets, openCount, forfeited, reason, version }: MonthControl): ControlInput {
  return {
    month: documentDate, counted: formatMoney(counted), openTickets: formatMoney(openTickets), openCount: String(openCount), forfeited: formatMoney(forfeited), reason, formKey: '', version: String(version),
  }
}

export interface ControlPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notice: string
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface ShownControl {
  readonly control: MonthControl
  readonly figures: MonthFigures
  readonly band: { readonly low: bigint; readonly high: bigint }
  readonly officer: Officer
  readonly isAlone: boolean
  readonly trail: Trail
}

export function showPage(shown: ShownControl, errors: FieldErrors = {}): ControlPage {
  const { control, officer, isAlone, trail } = shown
  const title = `${text.title} ${monthOf(control.documentDate)}`
  const allowed = controlLifecycle.allows(officer, asSigned(control, isAlone))
  const links = allowed.includes('edit') ? [{ text: text.buttons.edit, href: paths.edit(control.id) }] : []
  const print = officer.permissions.has('expense.pawn:print') && control.state !== 'cancelled' ? text.buttons.print : undefined
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: monthOf(control.documentDate) }], pageHeader: { title, status: text.states[control.state] }, ...refusals(errors),
    notice: noticeOf(shown), summaryList: { items: factsOf(shown) }, lineTable: figuresTable(shown),
    actions: stepActions({ document: control, officer, paths, allowed: allowed.filter((step) => step !== 'edit'), buttons, links, print }), trail,
  }
}

function noticeOf({ control, figures, band }: ShownControl): string {
  if (control.state === 'draft' && control.returnReason) return pawnshopsText.returned(control.returnReason)
  if (hasMoved(control, figures)) return text.moved
  const rate = interestRate(figures)
  return rate !== undefined && (rate < band.low || rate > band.high) ? text.outOfBand(percent(rate)) : ''
}

const percent = (hundredths: bigint): string => formatMoney(satang(hundredths))

function factsOf({ control, figures, band }: Pick<ShownControl, 'control' | 'figures' | 'band'>): SummaryItem[] {
  const { author, signer: by, signedAt, openCount, openTickets, reason } = control
  const rate = interestRate(figures)
  const average = openCount === 0 ? undefined : times(openTickets, { numerator: 1n, denominator: BigInt(openCount) }, 'half-up')
  const facts: SummaryItem[] = [
    { label: fields.month, text: monthOf(control.documentDate) }, { label: fields.openCount, text: text.tickets(openCount.toLocaleString('en-US')) },
    { label: fields.average, text: average === undefined ? '' : formatMoney(average) },
    { label: fields.interest, text: rate === undefined ? text.noLoans : text.percent(percent(rate), percent(band.low), percent(band.high)) }, { label: fields.reason, text: reason },
    { label: fields.author, text: author.name }, { label: fields.signer, text: by && signedAt ? `${by.name} ${formatInstant(instant(signedAt))}` : '' },
  ]
  return facts.filter((fact) => fact.text !== '')
}

/** A signed paper stands beside the books as they were then. */
function figuresTable({ control, figures }: Pick<ShownControl, 'control' | 'figures'>): LineTable {
  const amount = (value: Money) => formatMoney(value)
  return lineTable({
    caption: text.asOf(formatThaiDate(control.documentDate)), empty: text.empty,
    columns: [{ label: columns.what, kind: 'text', isRowHeader: true }, { label: columns.counted, kind: 'money' }, { label: columns.books, kind: 'money' }, { label: columns.difference, kind: 'money' }],
    rows: controlRows(control, control.signedBooks ?? figures).map(({ what, counted, books, difference }) => [text.rows[what], amount(counted), amount(books), amount(difference)]),
  })
}

const buttons: readonly StepButton<ControlStep>[] = [
  { step: 'submit', label: text.buttons.submit, kind: 'primary' }, { step: 'sign', label: text.buttons.sign, kind: 'primary' },
  { step: 'return', label: text.buttons.return, kind: 'secondary', reason: text.buttons.returnReason }, { step: 'withdraw', label: text.buttons.withdraw, kind: 'secondary' },
  { step: 'reopen', label: text.buttons.reopen, kind: 'danger', reason: text.buttons.reopenReason }, { step: 'cancel', label: text.buttons.cancel, kind: 'danger' },
]

export interface ControlPrint extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function printPage(shown: Pick<ShownControl, 'control' | 'figures' | 'band'>, mark: string): ControlPrint {
  const { control } = shown
  return {
    title: `${text.title} ${monthOf(control.documentDate)}`, print: { backHref: paths.show(control.id) },
    printHead: {
      organisation: control.organisationName, title: text.title, unit: pawnshopsText.unit,
      facts: [{ label: fields.month, text: monthOf(control.documentDate) }, { label: fields.state, text: text.states[control.state].text }, { label: pawnshopsText.mark, text: mark }],
    },
    summaryList: { items: factsOf(shown).filter(({ label }) => label !== fields.month) }, lineTable: figuresTable(shown),
    signatures: { signers: [signer(pawnshopsText.signers.preparer, control.author), signer(fields.signer, control.signer)] },
  }
}

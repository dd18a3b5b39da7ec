// The register of the entitled as finished strings: list, file, paper, form, one person.
import { exportActions, listFrame, withAll, type ExportTable, type ListFrame } from '../../documents/index.ts'
import { maskCitizenId } from '../../platform/citizen-id.ts'
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, compareDates, type CalendarDate } from '../../platform/dates.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, refusals, select, type Actions, type Column, type Control, type ErrorSummary, type LineTable, type Link, type PageHeader, type PrintHead, type SummaryList, type Trail } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, sum, zero, type Money } from '../../platform/money.ts'
import { toThaiDigits } from '../../platform/thai.ts'
import { monthField, monthName, monthOf } from '../month/month.ts'
import { payRunPaths } from '../pay-run.paths.ts'
import { payRunText } from '../pay-run.text.ts'
import { type RunState } from '../pay-run/pay-run.ts'
import { personChooser } from '../payee-meant/payee-meant.ts'
import { payeePaths } from '../payee.paths.ts'
import { welfarePaths as paths } from '../payroll.paths.ts'
import { welfareText as text } from '../welfare.text.ts'
import { type AskedWelfare, type WelfareInput } from './welfare.schema.ts'
import { allowanceAt, countedAge, endReasons, isEntitled, type WelfareKind, type WelfarePerson, type WelfareStep } from './welfare.ts'

const { columns, fields } = text

/** What a person gets is reckoned for the month that is shown. */
export interface WelfareMonth {
  readonly month: CalendarDate
  readonly kinds: readonly WelfareKind[]
  readonly steps: readonly WelfareStep[]
  readonly stepMonths: number
}

export interface FoundWelfare extends WelfareMonth {
  readonly items: readonly WelfarePerson[]
  readonly hasMore: boolean
  readonly count: number
  readonly officer: Officer
}

const ageOf = (person: WelfarePerson, { month, stepMonths }: WelfareMonth) => countedAge(person.birthDate, month, stepMonths)

function amountOf(person: WelfarePerson, shown: WelfareMonth): Money {
  if (!isEntitled(person, shown.month)) return zero
  return allowanceAt(shown.steps, { kind: person.kind, age: ageOf(person, shown), month: shown.month }) ?? zero
}

export function listPage({ filter, typed }: AskedWelfare, found: FoundWelfare): ListFrame {
  const query = new URLSearchParams(typed)
  const last = found.items.at(-1)
  const may = (right: 'create' | 'print') => found.officer.permissions.has(`expense.payroll:${right}`)
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: {}, next: found.hasMore && last ? `${paths.list}?${query}&after=${last.id}` : undefined,
      countText: text.countText(String(found.items.length), found.count.toLocaleString('en-US')),
      controls: [
        { select: select({ name: 'kind', label: fields.kind, value: typed.kind, options: withAll(found.kinds.map(({ code, name }) => ({ value: code, text: name }))) }) },
        { select: select({ name: 'who', label: fields.who, value: typed.who, options: [{ value: '', text: text.who.entitled }, { value: 'all', text: text.who.all }] }) },
        { field: field({ name: 'search', label: fields.search, value: typed.search, maxLength: 100 }) },
      ],
      actions: [
        ...(may('create') ? [
          { text: text.newRun, href: payRunPaths.newOf('welfare'), kind: 'primary' as const }, { text: text.newTitle, href: paths.new, kind: 'secondary' as const },
          { text: text.importTitle, href: paths.import, kind: 'secondary' as const },
        ] : []),
        ...exportActions(paths.list, query, may('print')),
      ],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: filter.search === undefined ? text.empty : text.notFound, columns: listColumns, rows: found.items.map((person) => rowOf(person, found)),
      totals: found.items.length === 0 ? [] : [{ label: text.sumOf(monthName(found.month)), isGrand: true, cells: [formatMoney(sum(found.items.map((person) => amountOf(person, found)))), ''] }],
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.kind, kind: 'text' }, { label: columns.birthDate, kind: 'date' }, { label: columns.age, kind: 'text' },
  { label: columns.startsOn, kind: 'text' }, { label: columns.amount, kind: 'money' }, { label: columns.account, kind: 'status' },
]

const kindName = (kinds: readonly WelfareKind[], kind: string) => kinds.find(({ code }) => code === kind)?.name ?? kind

function rowOf(person: WelfarePerson, found: WelfareMonth) {
  return [
    { text: person.name, href: paths.show(person.id), ...(person.endedOn !== null && { note: endText(person) }) }, kindName(found.kinds, person.kind), formatThaiDateShort(person.birthDate),
    text.years(String(ageOf(person, found))), monthName(person.startsOn), formatMoney(amountOf(person, found)), { status: person.hasAccount ? text.account.has : text.account.none },
  ]
}

function endText({ endedOn, endReason }: WelfarePerson): string {
  return endedOn === null || endReason === null ? '' : `${text.reasons[endReason]} ${formatThaiDateShort(endedOn)}`
}

export interface ExportedWelfare extends WelfareMonth {
  readonly office: string
  readonly people: readonly WelfarePerson[]
}

export function exportTable(given: ExportedWelfare): ExportTable {
  return {
    fileName: text.fileName(given.month.slice(0, 7)), name: text.listTitle, about: [given.office, text.listTitle, text.asOf(monthName(given.month))],
    header: [columns.name, columns.taxId, columns.address, columns.kind, columns.birthDate, columns.age, columns.startsOn, columns.endedOn, columns.endReason, columns.amount, columns.account],
    rows: given.people.map((person) => [
      person.name, maskCitizenId(person.taxId ?? ''), person.address, kindName(given.kinds, person.kind), { day: person.birthDate }, String(ageOf(person, given)), { day: person.startsOn },
      person.endedOn === null ? '' : { day: person.endedOn }, person.endReason === null ? '' : text.reasons[person.endReason], amountOf(person, given),
      person.hasAccount ? text.account.has.text : text.account.none.text,
    ]),
  }
}

export interface WelfarePaper extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
}

export function registerPaper(given: ExportedWelfare): WelfarePaper {
  const thai = toThaiDigits
  return {
    title: text.listTitle, print: { backHref: paths.list }, printHead: { organisation: given.office, title: text.listTitle, unit: text.unit, asOf: thai(text.asOf(monthName(given.month))) },
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns.slice(0, -1),
      rows: given.people.map((person) => [
        person.name, kindName(given.kinds, person.kind), thai(formatThaiDateShort(person.birthDate)), thai(text.years(String(ageOf(person, given)))), thai(monthName(person.startsOn)),
        thai(formatMoney(amountOf(person, given))),
      ]),
      totals: [{ label: text.sum, isGrand: true, cells: [thai(formatMoney(sum(given.people.map((person) => amountOf(person, given)))))] }],
    }),
  }
}

export interface WelfareFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly save: string
  readonly controls: readonly Control[]
}

export function formPage(input: WelfareInput, { kinds, id }: { readonly kinds: readonly WelfareKind[]; readonly id: string | undefined }, errors: FieldErrors = {}): WelfareFormPage {
  const title = id === undefined ? text.newTitle : text.editTitle
  const choose = { value: '', text: text.choose }
  const ending: Control[] = [
    { date: date({ name: 'endedOn', label: fields.endedOn, hint: fields.endedHint, value: input.endedOn, error: errors.endedOn }) },
    { select: select({ name: 'endReason', label: fields.endReason, options: [choose, ...endReasons.map((value) => ({ value, text: text.reasons[value] }))], value: input.endReason, error: errors.endReason }) },
  ]
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors), action: id === undefined ? paths.new : paths.edit(id),
    cancelHref: id === undefined ? paths.list : paths.show(id), formKey: input.formKey, version: input.version, save: text.save,
    controls: [
      { field: field({ name: 'person', label: fields.person, hint: fields.personHint, value: input.person, error: errors.person, required: true, width: 'full', list: personChooser }) },
      { select: select({ name: 'kind', label: fields.kind, options: [choose, ...kinds.map(({ code, name }) => ({ value: code, text: name }))], value: input.kind, error: errors.kind, required: true }) },
      { date: date({ name: 'birthDate', label: fields.birthDate, value: input.birthDate, error: errors.birthDate, required: true }) },
      { field: field({ name: 'startsOn', label: fields.startsOn, hint: fields.monthHint, value: input.startsOn, error: errors.startsOn, required: true, inputmode: 'numeric', maxLength: 10, width: 'short' }) },
      ...(id === undefined ? [] : ending),
    ],
  }
}

export function inputOf(person: WelfarePerson, named: string): WelfareInput {
  return {
    person: named, kind: person.kind, birthDate: formatThaiDateField(person.birthDate), startsOn: monthField(person.startsOn), endedOn: person.endedOn === null ? '' : formatThaiDateField(person.endedOn),
    endReason: person.endReason ?? '', formKey: '', version: String(person.version),
  }
}

export interface ShownWelfare extends WelfareMonth {
  readonly person: WelfarePerson
  readonly officer: Officer
  readonly paid: readonly { readonly runId: string; readonly month: CalendarDate; readonly state: RunState; readonly amount: Money }[]
  readonly trail: Trail
}

export interface WelfarePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export function showPage(shown: ShownWelfare): WelfarePage {
  const { person, officer } = shown
  const over = shown.paid.filter(({ month, state }) => state === 'paid' && person.endedOn !== null && compareDates(month, monthOf(person.endedOn)) > 0)
  const back = sum(over.map(({ amount }) => amount))
  const links: Link[] = [
    ...(officer.permissions.has('expense.payroll:edit') ? [{ text: text.edit, href: paths.edit(person.id) }] : []),
    ...(officer.permissions.has('expense.payee:view') ? [{ text: text.toPayee, href: payeePaths.show(person.payeeId) }] : []),
  ]
  return {
    title: person.name, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: person.name }],
    pageHeader: { title: person.name, status: isEntitled(person, shown.month) ? text.standing.entitled : text.standing.ended },
    notices: isZero(back) ? [] : [text.overpaid(formatMoney(back), over.map(({ month }) => monthName(month)).join(', '))],
    summaryList: { items: factsOf(shown).filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })) }, lineTable: historyTable(shown, over), trail: shown.trail,
    actions: links.length === 0 ? undefined : { version: String(person.version), buttons: [], links },
  }
}

function factsOf(shown: ShownWelfare): readonly (readonly [string, string])[] {
  const { person } = shown
  return [
    [columns.taxId, maskCitizenId(person.taxId ?? '')], [columns.address, person.address], [columns.kind, kindName(shown.kinds, person.kind)], [columns.birthDate, formatThaiDate(person.birthDate)],
    [columns.age, text.years(String(ageOf(person, shown)))], [columns.startsOn, monthName(person.startsOn)], [columns.endedOn, endText(person)], [columns.amount, formatMoney(amountOf(person, shown))],
  ]
}

function historyTable({ paid }: ShownWelfare, over: ShownWelfare['paid']): LineTable {
  const words = text.history
  return lineTable({
    caption: words.caption, empty: words.empty, columns: [{ label: words.month, kind: 'text', isRowHeader: true }, { label: words.amount, kind: 'money' }, { label: words.state, kind: 'status' }],
    rows: paid.map((each) => [
      { text: monthName(each.month), href: payRunPaths.show(each.runId), ...(over.includes(each) && { note: words.over }) }, formatMoney(each.amount), { status: payRunText.states[each.state] },
    ]),
  })
}

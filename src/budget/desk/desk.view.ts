// Register, page, form and confirmations of a budget document as finished strings; its tables are the kind's.
import {
  attachmentsView, listFrame, makerControls, seenFrom, signer, stateControl, stepActions, type Attachment, type ConfirmPage, type ListFrame, type Office, type StepButton,
} from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, date, field, lineTable, refusals, select, type Actions, type Attachments, type Column, type Control, type ErrorSummary, type LineEditor,
  type LineTable, type Link, type PageHeader, type PrintHead, type Signatures, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { budgetText } from '../budget.text.ts'
import { deskText } from '../desk.text.ts'
import { type BudgetDocument, type DocumentFilter } from '../document/document.ts'
import { headItems, numberOf, returnedText, stepsTable } from '../document/document.view.ts'
import { yearControls } from '../report.view.ts'
import { type FormInput } from './desk.schema.ts'
import { rightsOf, type Box, type DeskDocument, type DeskPaths, type DeskText, type DeskWords, type DocumentDesk, type Lateness } from './desk.ts'

const { columns, fields } = deskText

/** A kind as the register needs it; several may share one register. */
export interface Tab {
  readonly desk: Pick<DocumentDesk<string>, 'kind'>
  readonly paths: Pick<DeskPaths<never>, 'list' | 'new' | 'show'>
  readonly text: Pick<DeskText<never>, 'listTitle' | 'newTitle' | 'empty' | 'states'>
  /** Ways on, beside the button. */
  readonly links?: readonly Link[]
}

export interface FoundDocuments extends FoundPage<BudgetDocument> {
  readonly tabs: readonly Tab[]
  readonly offices: readonly Office[]
  readonly years: readonly number[]
  readonly officer: Officer
}

export function listPage({ desk, paths, text, links = [] }: Tab, filter: DocumentFilter & { readonly fiscalYear: number }, found: FoundDocuments): ListFrame {
  const { organisationId, fiscalYear, state, by } = filter
  const [list = ''] = paths.list.split('?')
  const query = new URLSearchParams({ kind: desk.kind, organisation: organisationId, year: String(fiscalYear), state: state ?? '', by: by ?? '', after: found.items.at(-1)?.id ?? '' })
  const mayCreate = found.officer.permissions.has(rightsOf(desk.kind).create)
  return {
    ...listFrame({
      title: text.listTitle, path: list, errors: {}, next: found.hasMore ? `${list}?${query}` : undefined,
      countText: deskText.shown(String(found.items.length)), actions: [...(mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }] : []), ...links],
      controls: [...tabControls(found.tabs, desk.kind), ...yearControls(found, { organisationId, fiscalYear }), stateControl(text.states, state), ...makerControls(by)],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns(desk.kind),
      rows: found.items.map((document) => [
        { text: numberOf(document), href: seenFrom(found.officer.organisationId, document.organisationId, paths.show(document.id)) },
        formatThaiDateShort(document.documentDate), document.title, ...(lacks[desk.kind] === 'total' ? [] : [document.total === null ? '' : formatMoney(document.total)]),
        ...(lacks[desk.kind] === 'approver' ? [] : [approverName(document)]), { status: text.states[document.state] },
      ]),
    }),
  }
}

/** What a kind has none of: an amendment moves no money, the others are approved by neither the executive nor the council. */
const lacks: Readonly<Record<string, 'total' | 'approver'>> = { amendment: 'total', grant: 'approver', lapse: 'approver', plan: 'approver', supplementary: 'approver' }

const listColumns = (kind: string): Column[] => [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.title, kind: 'text' },
  ...(lacks[kind] === 'total' ? [] : [{ label: columns.total, kind: 'money' as const }]),
  ...(lacks[kind] === 'approver' ? [] : [{ label: columns.approver, kind: 'text' as const }]), { label: columns.state, kind: 'status' },
]

/** Shown only where there is a choice. */
function tabControls(tabs: readonly Tab[], kind: string): Control[] {
  const options = tabs.map(({ desk, text }) => ({ value: desk.kind, text: text.listTitle }))
  return tabs.length > 1 ? [{ select: select({ name: 'kind', label: deskText.kind, options, value: kind }) }] : []
}

export function approverName({ approver }: Pick<BudgetDocument, 'approver'>): string {
  return approver === null ? '' : budgetText.approvers[approver]
}

/** What a kind adds to its page. */
export interface More {
  readonly notices?: readonly string[]
  readonly items?: readonly SummaryItem[]
  readonly tables?: readonly LineTable[]
  /** What its correction is called, where it is not one. */
  readonly edit?: string
  readonly links?: readonly Link[]
}

export interface Shown<S extends string> {
  readonly document: DeskDocument<S>
  readonly officer: Officer
  readonly lines: LineTable
  readonly more: More
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

export interface DeskPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly unit: string | undefined
  readonly lineTable: LineTable
  readonly tables: readonly LineTable[]
  readonly stepsTable: LineTable
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

export function showPage<S extends string, N extends string>(words: DeskWords<S, N>, shown: Shown<S>, errors: FieldErrors = {}): DeskPage {
  const { document, officer, more } = shown
  const { paths, text, desk } = words
  const title = `${text.listTitle} ${numberOf(document)}`
  const mayChange = desk.lifecycle.allows(officer, document).includes('edit') && officer.organisationId === document.organisationId
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: numberOf(document) }],
    pageHeader: { title, status: text.states[document.state] }, ...refusals(errors),
    notices: [returnedText(document), ...more.notices ?? []].filter((notice) => notice !== ''),
    summaryList: { items: [...headItems(document), ...more.items ?? []] }, unit: document.total === null ? undefined : deskText.unit,
    lineTable: shown.lines, tables: more.tables ?? [], stepsTable: stepsTable(document.steps, text.trail.actions), actions: actionsOf(words, shown),
    attachments: attachmentsView(shown.attachments, mayChange ? {
      add: paths.attach(document.id), remove: (id) => paths.detach(document.id, id), error: errors.files,
    } : undefined),
    trail: shown.trail,
  }
}

function actionsOf<S extends string, N extends string>({ desk, paths, text, steps }: DeskWords<S, N>, { document, officer, more }: Shown<S>): Actions | undefined {
  const allowed = desk.lifecycle.allows(officer, document)
  const mayPrint = document.number !== null && officer.permissions.has(rightsOf(desk.kind).print)
  const buttons = namesOf(steps).map((step): StepButton<N> => {
    const { kind, asks } = steps[step]
    return { step, label: text.steps[step], kind, ...(asks === 'reason' ? { reason: fields.stepReason } : { isConfirmed: asks !== 'nothing' }) }
  })
  return stepActions({
    document, officer, paths, allowed, buttons, print: mayPrint ? text.print : undefined,
    links: [...allowed.includes('edit') ? [{ text: more.edit ?? deskText.edit, href: paths.edit(document.id) }] : [], ...more.links ?? []],
  })
}

export function namesOf<N extends string>(steps: Readonly<Record<N, unknown>>): N[] {
  return Object.keys(steps).filter((name): name is N => Object.hasOwn(steps, name))
}

/** What the report to the supervisor owes. */
export function lateNotice(lateness: (Lateness & { readonly days: number }) | undefined): string {
  if (!lateness) return ''
  const [days, late] = [String(lateness.days), String(lateness.late)]
  return lateness.isReported ? deskText.reportedLate(days, late) : deskText.overdue(days, late)
}

export interface AskedStepPage<S extends string, N extends string> {
  readonly step: N
  readonly document: DeskDocument<S>
  readonly today: CalendarDate
  typed(name: string): string
  readonly errors: FieldErrors
}

/** The page that asks once more, with what has to be said of the step. */
export function stepPage<S extends string, N extends string>({ paths, text, steps }: DeskWords<S, N>, asked: AskedStepPage<S, N>): ConfirmPage {
  const { step, document } = asked
  const [number, words, { asks, kind, controls }] = [numberOf(document), text.asks[step], steps[step]]
  if (!words || typeof asks === 'string') throw new Error(`the step '${step}' has no page of its own`)
  return {
    title: words.title(number), breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: number, href: paths.show(document.id) }],
    confirm: {
      action: paths.step(document.id, step), version: String(document.version), question: words.question(number), consequences: words.consequences,
      facts: { items: headItems(document) }, controls: [...asks.map((box) => boxOf(box, asked)), ...controls?.(asked) ?? []], label: text.steps[step],
      kind: kind === 'danger' ? 'danger' : 'primary', cancel: { text: deskText.back, href: paths.show(document.id) },
    },
  }
}

function boxOf<S extends string, N extends string>(box: Box, { document, today, typed, errors }: AskedStepPage<S, N>): Control {
  const asked = { name: box, label: fields[box], value: typed(box), error: errors[box] }
  if (box === 'happenedOn') return { date: date({ ...asked, value: typed(box) || formatThaiDateField(today), required: true }) }
  if (box === 'letterDate') return { date: date(asked) }
  if (box !== 'approver') return { field: field({ ...asked, hint: box === 'meeting' ? fields.meetingHint : undefined, width: 'long' }) }
  const options = [{ value: 'executive', text: budgetText.approvers.executive }, { value: 'council', text: budgetText.approvers.council }]
  const values = [typed(box) || (document.approver ?? '')]
  return { choice: choice({ name: box, label: fields[box], hint: document.legalReference, type: 'radio', options, values, error: errors[box], required: true }) }
}

export interface FormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly fiscalYear: string
  readonly controls: readonly Control[]
  /** Two and two beside each other, where there is room. */
  readonly beside: readonly Control[] | undefined
  /** Above the tables. */
  readonly hint: string | undefined
  readonly editors: readonly LineEditor[]
  /** The button that shows what would come of it; nothing is saved. */
  readonly check: string | undefined
  readonly checkedTitle: string | undefined
  readonly checked: SummaryList | undefined
  /** The button that saves. */
  readonly save: string
  /** Instead of the boxes: why no such document can be made now. */
  readonly shut: string | undefined
}

export interface FormAround {
  readonly document: BudgetDocument | undefined
  readonly input: FormInput
  readonly fiscalYear: number
  readonly errors: FieldErrors
}

/** Everything about a form but its boxes. */
export function formFrame(
  { paths, text }: Pick<DeskWords<string, never>, 'paths' | 'text'>, { document, input, fiscalYear, errors }: FormAround,
): Omit<FormPage, 'controls' | 'editors' | 'hint' | 'check' | 'checkedTitle' | 'checked'> {
  const title = document ? text.editTitle(numberOf(document)) : text.newTitle
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: document ? paths.edit(document.id) : paths.new, cancelHref: document ? paths.show(document.id) : paths.list, formKey: input.formKey,
    version: input.version, fiscalYear: String(fiscalYear), beside: undefined, save: deskText.save, shut: undefined,
  }
}

export interface HeadInput {
  readonly documentDate: string
  readonly title: string
  readonly reason: string
}

/** Day, title and reason: the boxes of every draft, some of which a kind calls otherwise. */
export function headControls(input: HeadInput, errors: FieldErrors, labels: Partial<HeadInput & { readonly titleHint: string }> = {}): Control[] {
  return [
    { date: date({ name: 'documentDate', label: labels.documentDate ?? fields.documentDate, value: input.documentDate, error: errors.documentDate, required: true }) },
    { field: field({
      name: 'title', label: labels.title ?? fields.title, hint: labels.titleHint, value: input.title, error: errors.title, required: true, width: 'full', maxLength: 300,
    }) },
    { field: field({
      name: 'reason', label: labels.reason ?? fields.reason, value: input.reason, error: errors.reason, required: true, width: 'full', maxLength: 2000, rows: 3,
    }) },
  ]
}

export interface MemoPart {
  readonly heading: string
  readonly text: string
}

export interface MemoGiven {
  readonly title: string
  readonly backHref: string
  readonly organisation: string
  readonly mark: string
  /** What its parts say; the rules cited are the document's. */
  readonly background: string
  readonly facts: string
  readonly proposal: string
  readonly lineTable: LineTable
  /** Below it. */
  readonly tables?: readonly LineTable[]
}

export interface MemoPrint extends PageModel {
  readonly print: { readonly backHref: string; readonly isLandscape: boolean }
  readonly printHead: PrintHead
  readonly parts: readonly MemoPart[]
  readonly lineTable: LineTable
  readonly tables: readonly LineTable[]
  readonly proposal: MemoPart
  readonly signatures: Signatures
}

/** A memo in four parts: background, facts, rules, proposal (§5.1). */
export function memoPage(document: BudgetDocument, given: MemoGiven): MemoPrint {
  const { paper } = deskText
  return {
    title: `${given.title} ${numberOf(document)}`, print: { backHref: given.backHref, isLandscape: true },
    printHead: {
      organisation: given.organisation, title: given.title, unit: document.total === null ? undefined : deskText.unit, facts: [
        { label: columns.number, text: numberOf(document) }, { label: columns.date, text: formatThaiDate(document.documentDate) },
        { label: columns.title, text: document.title }, { label: paper.copy, text: given.mark },
      ],
    },
    parts: [
      { heading: paper.parts.background, text: given.background }, { heading: paper.parts.facts, text: given.facts },
      { heading: paper.parts.law, text: document.legalReference },
    ],
    lineTable: given.lineTable, tables: given.tables ?? [], proposal: { heading: paper.parts.proposal, text: given.proposal },
    signatures: { signers: [signer(paper.maker, document.preparedBy), signer(paper.checker, document.approvedBy), signer(paper.approver, null)] },
  }
}

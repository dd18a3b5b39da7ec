// Register, page, confirmations and paper of a transfer as finished strings.
import {
  attachmentsView, listFrame, seenFrom, signer, stateControl, stepActions, type Attachment, type ConfirmPage, type ListFrame, type Office,
  type StepButton,
} from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, date, field, lineTable, refusals, type Actions, type Attachments, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader,
  type PrintHead, type Signatures, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { linePaths, transferPaths as paths } from '../budget.paths.ts'
import { budgetText } from '../budget.text.ts'
import { transferText as text } from '../change.text.ts'
import { type DocumentFilter, type DocumentLine } from '../document/document.ts'
import { headItems, numberOf, returnedText, stepsTable } from '../document/document.view.ts'
import { revised } from '../line/line.ts'
import { lineNumber, shown as orBlank, yearControls } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { transferLifecycle, type Transfer } from './transfer.ts'

const { columns, fields } = text

export interface FoundTransfers extends FoundPage<Omit<Transfer, 'lines'>> {
  readonly offices: readonly Office[]
  readonly years: readonly number[]
  readonly own: string
  readonly mayCreate: boolean
}

export function listPage(filter: DocumentFilter & { readonly fiscalYear: number }, found: FoundTransfers): ListFrame {
  const { organisationId, fiscalYear, state } = filter
  const query = new URLSearchParams({ organisation: organisationId, year: String(fiscalYear), state: state ?? '', after: found.items.at(-1)?.id ?? '' })
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: {}, next: found.hasMore ? `${paths.list}?${query}` : undefined,
      countText: text.shown(String(found.items.length)), actions: found.mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' }] : [],
      controls: [...yearControls(found, { organisationId, fiscalYear }), stateControl(text.states, state)],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.items.map((transfer) => [
        { text: numberOf(transfer), href: seenFrom(found.own, transfer.organisationId, paths.show(transfer.id)) }, formatThaiDateShort(transfer.documentDate),
        transfer.title, formatMoney(transfer.total ?? zero), approverName(transfer), { status: text.states[transfer.state] },
      ]),
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.title, kind: 'text' },
  { label: columns.total, kind: 'money' }, { label: columns.approver, kind: 'text' }, { label: columns.state, kind: 'status' },
]

function approverName({ approver }: Pick<Transfer, 'approver'>): string {
  return approver === null ? '' : budgetText.approvers[approver]
}

export interface ShownTransfer {
  readonly transfer: Transfer
  readonly names: Names
  readonly officer: Officer
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
  /** Days the law gives for the report, where they are over. */
  readonly overdue: number | undefined
}

export interface TransferPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly unit: string
  readonly lineTable: LineTable
  readonly stepsTable: LineTable
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

export function showPage(shown: ShownTransfer, errors: FieldErrors = {}): TransferPage {
  const { transfer, officer, overdue } = shown
  const title = `${text.listTitle} ${numberOf(transfer)}`
  const mayChange = transferLifecycle.allows(officer, transfer).includes('edit') && officer.organisationId === transfer.organisationId
  const notices = [returnedText(transfer), overdue === undefined ? '' : text.overdue(String(overdue))].filter((notice) => notice !== '')
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: numberOf(transfer) }],
    pageHeader: { title, status: text.states[transfer.state] }, ...refusals(errors), notices, summaryList: { items: headItems(transfer) }, unit: text.unit,
    lineTable: linesTable(transfer, shown.names, true), stepsTable: stepsTable(transfer.steps, text.trail.actions), actions: actionsOf(shown),
    attachments: attachmentsView(shown.attachments, mayChange ? {
      add: paths.attach(transfer.id), remove: (id) => paths.detach(transfer.id, id), error: errors.files,
    } : undefined),
    trail: shown.trail,
  }
}

/** The columns of the ministry's form (§3.5). */
export function linesTable(transfer: Transfer, names: Names, isLinked: boolean): LineTable {
  const of = (direction: string) => sum(transfer.lines.filter((line) => line.direction === direction).map(({ amount }) => amount))
  return lineTable({
    caption: text.captions.lines, empty: '', columns: lineColumns, rows: transfer.lines.map((line) => cellsOf(line, { transfer, names, isLinked })),
    totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(of('out')), formatMoney(of('in')), ''] }],
  })
}

const lineColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.department, kind: 'text' }, { label: columns.plan, kind: 'text' },
  { label: columns.category, kind: 'text' }, { label: columns.set, kind: 'money' }, { label: columns.before, kind: 'money' },
  { label: columns.out, kind: 'money' }, { label: columns.in, kind: 'money' }, { label: columns.after, kind: 'money' },
]

interface Around {
  readonly transfer: Transfer
  readonly names: Names
  readonly isLinked: boolean
}

function cellsOf(line: DocumentLine, { transfer, names, isLinked }: Around) {
  const { control, key, amount, direction, isNewItem } = line
  const at = control ?? key
  const nameOf = (code: string | null | undefined) => (code ? names.classes.get(code)?.name ?? code : '')
  const [task, economic] = [names.classes.get(at?.taskCode ?? ''), names.classes.get(at?.economicCode ?? '')]
  const before = line.availableBefore ?? (isNewItem ? zero : control?.balance.available ?? zero)
  const title = control ? `${lineNumber(control)} ${control.title}` : key?.title ?? ''
  const href = control && isLinked ? linePaths.show(transfer.organisationId, control.id) : undefined
  return [
    { text: title, href, note: isNewItem ? `${text.newItem}: ${line.explanation}` : undefined }, names.departments.get(at?.departmentId ?? '')?.name ?? '',
    { text: nameOf(task?.planCode), note: task ? `${task.code} ${task.name}` : undefined },
    { text: nameOf(economic?.typeCode), note: economic ? `${economic.code} ${economic.name}` : undefined },
    control && !isNewItem ? formatMoney(revised(control.balance)) : '', formatMoney(before), orBlank(direction === 'out' ? amount : zero),
    orBlank(direction === 'in' ? amount : zero), formatMoney(afterOf(before, line)),
  ]
}

function afterOf(before: Money, { direction, amount }: DocumentLine): Money {
  return direction === 'out' ? minus(before, amount) : plus(before, amount)
}

type Button = 'submit' | 'cancel' | 'approve' | 'reject' | 'return' | 'announce' | 'report' | 'revoke'

const buttons: readonly StepButton<Button>[] = [
  { step: 'submit', label: text.steps.submit, kind: 'primary' }, { step: 'approve', label: text.steps.approve, kind: 'primary', isConfirmed: true },
  { step: 'announce', label: text.steps.announce, kind: 'primary', isConfirmed: true }, { step: 'report', label: text.steps.report, kind: 'primary', isConfirmed: true },
  { step: 'return', label: text.steps.return, kind: 'secondary', reason: fields.stepReason }, { step: 'reject', label: text.steps.reject, kind: 'danger', reason: fields.stepReason },
  { step: 'cancel', label: text.steps.cancel, kind: 'danger' }, { step: 'revoke', label: text.steps.revoke, kind: 'danger', reason: fields.stepReason },
]

function actionsOf({ transfer, officer }: ShownTransfer): Actions | undefined {
  const allowed: string[] = transferLifecycle.allows(officer, transfer)
  const mayPrint = transfer.number !== null && officer.permissions.has('budget.transfer:print')
  return stepActions({
    document: transfer, officer, paths, allowed, buttons, print: mayPrint ? text.print : undefined,
    links: allowed.includes('edit') ? [{ text: text.edit, href: paths.edit(transfer.id) }] : [],
  })
}

export interface TypedStep {
  readonly happenedOn: string
  readonly approver: string
  readonly meeting: string
  readonly letterNumber: string
  readonly note: string
}

export interface AskedStepPage {
  readonly transfer: Transfer
  readonly today: CalendarDate
  readonly typed: TypedStep
  readonly errors: FieldErrors
}

/** The page that asks once more, with what has to be said of the step. */
export function stepPage(step: 'approve' | 'announce' | 'report', asked: AskedStepPage): ConfirmPage {
  const { transfer } = asked
  const [number, words] = [numberOf(transfer), text[step]]
  return {
    title: words.title(number), breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: number, href: paths.show(transfer.id) }],
    confirm: {
      action: paths.step(transfer.id, step), version: String(transfer.version), question: words.question(number), consequences: words.consequences,
      facts: { items: headItems(transfer) }, controls: stepControls(step, asked), label: text.steps[step], kind: 'primary',
      cancel: { text: text.back, href: paths.show(transfer.id) },
    },
  }
}

function stepControls(step: 'approve' | 'announce' | 'report', { transfer, today, typed, errors }: AskedStepPage): Control[] {
  const box = (name: 'letterNumber' | 'note' | 'meeting', hint?: string): Control => (
    { field: field({ name, label: fields[name], hint, value: typed[name], error: errors[name], width: 'long' }) })
  const day = { date: date({ name: 'happenedOn', label: fields.happenedOn, value: typed.happenedOn || formatThaiDateField(today), error: errors.happenedOn, required: true }) }
  if (step !== 'approve') return [day, box('letterNumber'), box('note')]
  const options = [{ value: 'executive', text: budgetText.approvers.executive }, { value: 'council', text: budgetText.approvers.council }]
  const values = [typed.approver || (transfer.approver ?? '')]
  const approver = choice({ name: 'approver', label: fields.approver, hint: transfer.legalReference, type: 'radio', options, values, error: errors.approver, required: true })
  return [{ choice: approver }, day, box('meeting', fields.meetingHint), box('letterNumber'), box('note')]
}

export interface TransferPrint extends PageModel {
  readonly print: { readonly backHref: string; readonly isLandscape: boolean }
  readonly printHead: PrintHead
  readonly parts: readonly { readonly heading: string; readonly text: string }[]
  readonly lineTable: LineTable
  readonly proposal: { readonly heading: string; readonly text: string }
  readonly signatures: Signatures
}

/** A memo in four parts: background, facts, rules, proposal (§5.1). */
export function printPage(transfer: Transfer, names: Names, given: { readonly organisation: string; readonly mark: string }): TransferPrint {
  const { paper } = text
  const total = transfer.total ?? zero
  return {
    title: `${paper.title} ${numberOf(transfer)}`, print: { backHref: paths.show(transfer.id), isLandscape: true },
    printHead: {
      organisation: given.organisation, title: paper.title, unit: text.unit, facts: [
        { label: columns.number, text: numberOf(transfer) }, { label: columns.date, text: formatThaiDate(transfer.documentDate) },
        { label: columns.title, text: transfer.title }, { label: paper.copy, text: given.mark },
      ],
    },
    parts: [
      { heading: paper.parts.background, text: paper.background(String(transfer.fiscalYear)) }, { heading: paper.parts.facts, text: paper.facts(transfer.reason) },
      { heading: paper.parts.law, text: transfer.legalReference },
    ],
    lineTable: linesTable(transfer, names, false),
    proposal: { heading: paper.parts.proposal, text: paper.proposal(approverName(transfer), formatMoney(total), bahtText(total)) },
    signatures: { signers: [signer(paper.signers.maker, transfer.preparedBy), signer(paper.signers.checker, transfer.approvedBy), signer(paper.signers.approver, null)] },
  }
}

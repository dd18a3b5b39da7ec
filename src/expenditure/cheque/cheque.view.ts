// Cheques as finished strings: the columns of the register, one cheque, and the pages that ask once more.
import { seenFrom, stepActions, type ConfirmPage, type StepButton } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { isCitizenId, maskCitizenId } from '../../platform/citizen-id.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, date, field, refusals, type Actions, type Control, type CellContent, type ErrorSummary, type LineTable, type PageHeader, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, zero } from '../../platform/money.ts'
import { chequePaperText } from '../cheque-paper.text.ts'
import { chequeText as text } from '../cheque.text.ts'
import { bookPaths, chequePaths as paths, paymentPaths } from '../payment.paths.ts'
import { linkTo, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { chequeLifecycle, isPrintable, standingOf, type Cheque, type ChequeLink, type ChequeStep, type ListedCheque } from './cheque.ts'

const { columns, fields, ask } = text

const shown = (on: CalendarDate | null) => (on === null ? '' : formatThaiDateShort(on))
const value = (on: CalendarDate | null) => (on === null ? '' : { day: on })

export function chequeColumns(own: string): RegisterColumn<ListedCheque>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (item) => linkTo(own, item, { text: item.number, path: paths.show(item.id) }), value: ({ number }) => number },
    { label: columns.book, kind: 'text', cell: ({ book, bankName }): CellContent => ({ text: book, note: bankName }), value: ({ book, bankName }) => `${book} ${bankName}` },
    { label: columns.date, kind: 'date', cell: ({ chequeDate }) => shown(chequeDate), value: ({ chequeDate }) => value(chequeDate) },
    { label: columns.payee, kind: 'text', cell: ({ payeeName, amount }) => (amount === null ? text.blank : payeeName), value: ({ payeeName }) => payeeName },
    { label: columns.handedTo, kind: 'text', cell: ({ handedTo, handedOverOn }): CellContent => ({ text: handedTo, note: shown(handedOverOn) || undefined }), value: ({ handedTo }) => handedTo },
    { label: columns.clearedOn, kind: 'date', cell: ({ clearedOn }) => shown(clearedOn), value: ({ clearedOn }) => value(clearedOn) },
    {
      label: columns.amount, kind: 'money', cell: ({ amount }) => (amount === null ? '' : formatMoney(amount)), value: ({ amount }) => amount ?? '',
      total: ({ amount }) => amount ?? zero,
    },
    { label: columns.state, kind: 'status', cell: ({ standing }) => ({ status: text.standings[standing] }), value: ({ standing }) => text.standings[standing].text },
  ]
}

export interface ChequePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
  readonly tables: readonly LineTable[]
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface ShownCheque {
  readonly cheque: Cheque
  readonly stale: CalendarDate
  readonly officer: Officer
  readonly trail: Trail
}

const buttons: readonly StepButton<ChequeStep>[] = [
  { step: 'sign', label: text.steps.sign, kind: 'primary' }, { step: 'draw', label: text.steps.draw, kind: 'secondary', isConfirmed: true }, { step: 'clear', label: text.steps.clear, kind: 'primary', isConfirmed: true },
  { step: 'replace', label: text.steps.replace, kind: 'danger', isConfirmed: true }, { step: 'unclear', label: text.steps.unclear, kind: 'danger', reason: text.unclearReason },
]

export function showPage({ cheque, stale, officer, trail }: ShownCheque, errors: FieldErrors = {}): ChequePage {
  const title = `${text.title} ${cheque.number}`
  return {
    title, breadcrumb: [{ text: text.register.listTitle, href: paths.list }, { text: cheque.number }], pageHeader: { title, status: text.standings[standingOf(cheque, stale)] },
    ...refusals(errors), summaryList: { items: factsOf(cheque, officer.organisationId) }, tables: [], trail,
    actions: stepActions({ document: cheque, officer, paths, buttons, allowed: chequeLifecycle.allows(officer, cheque), print: isPrintable(cheque) && officer.permissions.has('expense.pay:print') ? chequePaperText.print.cheque : undefined }),
  }
}

function factsOf(cheque: Cheque, own: string): SummaryItem[] {
  const day = (on: CalendarDate | null) => (on === null ? '' : formatThaiDate(on))
  const seen = (path: string) => seenFrom(own, cheque.organisationId, path)
  const link = (label: string, to: ChequeLink | null): SummaryItem[] => (to === null ? [] : [{ label, text: to.number, href: seen(paths.show(to.id)) }])
  const facts: readonly SummaryItem[] = [
    { label: columns.bank, text: cheque.bankName }, { label: columns.book, text: cheque.book, ...(cheque.bookId !== null && { href: seen(bookPaths.show(cheque.bookId)) }) },
    { label: columns.date, text: day(cheque.chequeDate) }, { label: columns.payee, text: cheque.amount === null ? text.blank : cheque.payeeName }, { label: columns.signedOn, text: day(cheque.signedOn) },
    { label: columns.drawn, text: cheque.amount === null ? '' : text.drawn(cheque) }, { label: columns.handedTo, text: cheque.handedTo }, { label: columns.receiverId, text: shownId(cheque.receiverId) },
    { label: columns.handedOverOn, text: day(cheque.handedOverOn) }, { label: columns.clearedOn, text: day(cheque.clearedOn) },
    { label: columns.cancelledOn, text: day(cheque.cancelledOn) }, { label: columns.reason, text: cheque.cancelReason }, ...link(columns.replaces, cheque.replaces),
    ...link(columns.replacedBy, cheque.replacedBy), ...(cheque.paymentId === null ? [] : [{ label: columns.voucher, text: text.open, href: seen(paymentPaths.show(cheque.paymentId)) }]),
    { label: columns.amount, text: cheque.amount === null ? '' : formatMoney(cheque.amount), isMoney: true },
  ]
  return facts.filter((item) => item.text !== '')
}

/** A citizen id by its last digits only. */
function shownId(id: string): string {
  return isCitizenId(id) ? maskCitizenId(id) : id
}

export interface TypedDrawing {
  readonly crossed: string
  readonly struck: string
  readonly why: string
}

export function drawPage(cheque: Cheque, typed: TypedDrawing, errors: FieldErrors = {}): ConfirmPage {
  const options = [{ value: 'yes', text: text.yes }, { value: 'no', text: text.no }]
  const tick = (name: 'crossed' | 'struck'): Control => (
    { choice: choice({ name, type: 'radio', inline: true, label: fields[name], options, values: [typed[name]], error: errors[name], required: true }) })
  return {
    ...headOf(cheque, text.steps.draw),
    confirm: {
      ...confirmOf(cheque, 'draw'), question: ask.draw(cheque.number), consequences: ask.drawNotes, kind: 'primary', controls: [
        tick('crossed'), tick('struck'), { field: field({ name: 'why', label: fields.why, value: typed.why, error: errors.why, maxLength: 300, width: 'long' }) },
      ],
    },
  }
}

export function clearPage(cheque: Cheque, clearedOn: string, errors: FieldErrors = {}): ConfirmPage {
  return {
    ...headOf(cheque, text.steps.clear),
    confirm: {
      ...confirmOf(cheque, 'clear'), question: ask.clear(cheque.number), consequences: [ask.clearNote], kind: 'primary',
      controls: [{ date: date({ name: 'clearedOn', label: fields.clearedOn, value: clearedOn, error: errors.clearedOn, required: true }) }],
    },
  }
}

export interface TypedReplacement {
  readonly number: string
  readonly chequeDate: string
  readonly reason: string
  /** The next leaf of the account's books. */
  readonly proposed: string | undefined
}

export function replacePage(cheque: Cheque, typed: TypedReplacement, errors: FieldErrors = {}): ConfirmPage {
  return {
    ...headOf(cheque, text.steps.replace),
    confirm: {
      ...confirmOf(cheque, 'replace'), question: ask.replace(cheque.number), consequences: ask.replaceNotes, kind: 'danger', controls: [
        { field: field({ name: 'number', label: fields.number, value: typed.number || (typed.proposed ?? ''), error: errors.number, required: true, inputmode: 'numeric', maxLength: 20 }) },
        { date: date({ name: 'chequeDate', label: fields.chequeDate, value: typed.chequeDate, error: errors.chequeDate, required: true }) },
        { field: field({ name: 'reason', label: fields.reason, value: typed.reason, error: errors.reason, required: true, maxLength: 300, width: 'long' }) },
      ],
    },
  }
}

function headOf(cheque: Cheque, title: string) {
  return { title, breadcrumb: [{ text: text.register.listTitle, href: paths.list }, { text: cheque.number, href: paths.show(cheque.id) }, { text: title }] }
}

function confirmOf(cheque: Cheque, step: 'clear' | 'draw' | 'replace') {
  return {
    action: paths.step(cheque.id, step), version: String(cheque.version), label: text.steps[step], cancel: { text: text.back, href: paths.show(cheque.id) },
    facts: { items: [
      { label: columns.bank, text: cheque.bankName }, { label: columns.payee, text: cheque.payeeName },
      { label: columns.date, text: cheque.chequeDate === null ? '' : formatThaiDate(cheque.chequeDate) }, { label: columns.amount, text: formatMoney(cheque.amount ?? zero), isMoney: true },
    ] },
  }
}

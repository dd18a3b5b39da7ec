// Cheque books as finished strings.
import { stepActions, type ConfirmPage, type StepButton } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, refusals, select, type Control, type ErrorSummary, type PageHeader, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type BankAccount } from '../../registers/index.ts'
import { chequeText } from '../cheque.text.ts'
import { chequeColumns, type ChequePage } from '../cheque/cheque.view.ts'
import { type ListedCheque } from '../cheque/cheque.ts'
import { bookPaths as paths } from '../payment.paths.ts'
import { linkTo, registerTable, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { bookLifecycle, type BookStep, type ChequeBook } from './cheque-book.ts'

const text = chequeText.bookText
const { columns, fields } = text
const crumbs = { text: text.listTitle, href: paths.list }

const leftOf = ({ leaves, written, cancelled }: ChequeBook) => String(leaves - written - cancelled)

export function bookColumns(own: string): RegisterColumn<ChequeBook>[] {
  const number = (label: string, of: (book: ChequeBook) => string): RegisterColumn<ChequeBook> => ({ label, kind: 'number', cell: of, value: of })
  const code = (label: string, of: (book: ChequeBook) => string): RegisterColumn<ChequeBook> => ({ label, kind: 'code', cell: of, value: of })
  return [
    { label: columns.book, kind: 'text', isRowHeader: true, cell: (item) => linkTo(own, item, { text: item.book, path: paths.show(item.id) }), value: ({ book }) => book },
    { label: columns.bank, kind: 'text', cell: ({ bankName }) => bankName, value: ({ bankName }) => bankName },
    code(columns.first, ({ firstNumber }) => firstNumber), code(columns.last, ({ lastNumber }) => lastNumber),
    { label: columns.receivedOn, kind: 'date', cell: ({ receivedOn }) => formatThaiDateShort(receivedOn), value: ({ receivedOn }) => ({ day: receivedOn }) },
    number(columns.leaves, ({ leaves }) => String(leaves)), number(columns.written, ({ written }) => String(written)), number(columns.cancelled, ({ cancelled }) => String(cancelled)),
    number(columns.left, leftOf),
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}

export interface ShownBook {
  readonly book: ChequeBook
  /** What was written or spoiled of it. */
  readonly cheques: readonly ListedCheque[]
  readonly officer: Officer
  readonly trail: Trail
}

const buttons: readonly StepButton<BookStep>[] = [
  { step: 'spoil', label: text.steps.spoil, kind: 'secondary', isConfirmed: true }, { step: 'close', label: text.steps.close, kind: 'danger', reason: text.closeReason },
]

export function bookPage({ book, cheques, officer, trail }: ShownBook, errors: FieldErrors = {}): ChequePage {
  const title = `${text.title} ${book.book}`
  return {
    title, breadcrumb: [crumbs, { text: book.book }], pageHeader: { title, status: text.states[book.state] }, ...refusals(errors), summaryList: { items: factsOf(book) },
    tables: [registerTable({
      text: { ...chequeText.register, listTitle: text.cheques, states: chequeText.standings }, paths, columns: chequeColumns(officer.organisationId),
    }, cheques, chequeText.bookText.sum)],
    actions: stepActions({ document: book, officer, paths, buttons, allowed: bookLifecycle.allows(officer, book) }), trail,
  }
}

function factsOf(book: ChequeBook): SummaryItem[] {
  const facts: readonly (readonly [string, string])[] = [
    [columns.bank, book.bankName], [columns.first, book.firstNumber], [columns.last, book.lastNumber], [columns.receivedOn, formatThaiDate(book.receivedOn)],
    [columns.leaves, String(book.leaves)], [columns.written, String(book.written)], [columns.cancelled, String(book.cancelled)], [columns.left, leftOf(book)], [columns.author, book.author.name],
    [columns.remark, book.remark], [columns.reason, book.closeReason],
  ]
  return facts.filter(([, said]) => said !== '').map(([label, said]) => ({ label, text: said }))
}

export const inputNames = ['bankAccountId', 'book', 'firstNumber', 'lastNumber', 'receivedOn', 'remark', 'formKey'] as const
export type BookInput = Readonly<Record<(typeof inputNames)[number], string>>

export interface BookForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly formKey: string
  readonly controls: readonly Control[]
  readonly saveLabel: string
  readonly cancelHref: string
}

export function formPage(input: BookInput, banks: readonly BankAccount[], errors: FieldErrors = {}): BookForm {
  const options = [{ value: '', text: chequeText.chooseBank }, ...banks.map(({ id, bankName, accountNumber }) => ({ value: id, text: `${bankName} ${accountNumber}` }))]
  const box = (name: 'book' | 'firstNumber' | 'lastNumber' | 'remark', more: object): Control => (
    { field: field({ name, label: fields[name], value: input[name], error: errors[name], ...more }) })
  return {
    title: text.newTitle, breadcrumb: [crumbs, { text: text.newTitle }], pageHeader: { title: text.newTitle }, ...refusals(errors), action: paths.new, formKey: input.formKey,
    saveLabel: text.save, cancelHref: paths.list,
    controls: [
      { select: select({ name: 'bankAccountId', label: fields.bankAccountId, options, value: input.bankAccountId, error: errors.bankAccountId, required: true, width: 'long' }) },
      box('book', { required: true, maxLength: 30 }), box('firstNumber', { required: true, maxLength: 20, inputmode: 'numeric', hint: text.hint }),
      box('lastNumber', { required: true, maxLength: 20, inputmode: 'numeric' }),
      { date: date({ name: 'receivedOn', label: fields.receivedOn, value: input.receivedOn, error: errors.receivedOn, required: true }) }, box('remark', { maxLength: 300, width: 'long' }),
    ],
  }
}

export function spoilPage(book: ChequeBook, typed: { readonly number: string; readonly reason: string }, errors: FieldErrors = {}): ConfirmPage {
  return {
    title: text.steps.spoil, breadcrumb: [crumbs, { text: book.book, href: paths.show(book.id) }, { text: text.steps.spoil }],
    confirm: {
      question: text.spoilQuestion(book.book), consequences: text.spoilNotes, action: paths.step(book.id, 'spoil'), version: String(book.version), label: text.steps.spoil, kind: 'danger',
      cancel: { text: text.back, href: paths.show(book.id) }, controls: [
        { field: field({ name: 'number', label: fields.number, value: typed.number, error: errors.number, required: true, maxLength: 20, inputmode: 'numeric' }) },
        { field: field({ name: 'reason', label: fields.reason, value: typed.reason, error: errors.reason, required: true, maxLength: 300, width: 'long' }) },
      ],
    },
  }
}

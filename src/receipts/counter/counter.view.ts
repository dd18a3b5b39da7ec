// The form of the counter as finished strings, its boxes in the order of the paper.
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, money, refusals, select, type Control, type ErrorSummary, type Field, type LineEditor, type PageHeader,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type CounterOffer } from '../counter-offer/counter-offer.ts'
import { amountCells, chequesEditor, linesEditor, transfersEditor, type Cells } from '../receipt-lines/receipt-lines.view.ts'
import { type LineChoices } from '../receipt-lines/receipt-lines.ts'
import { payerKinds, type Receipt } from '../receipt/receipt.ts'
import { counterText as text } from '../counter.text.ts'
import { counterPaths as paths, receiptPaths, slaughterPaths, taxpayerPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { remarkField } from '../receipts.view.ts'

const { fields } = receiptsText.receipt

/** What stands in the boxes: as offered or as typed. */
export interface CounterInput {
  readonly formKey: string
  readonly payer: string
  readonly payerKind: string
  readonly payerNumber: string
  readonly payerAddress: string
  readonly remark: string
  readonly cash: string
  readonly lines: readonly Cells[]
  readonly transfers: readonly Cells[]
  readonly cheques: readonly Cells[]
}

export function blankInput(formKey: string): CounterInput {
  return { formKey, payer: '', payerKind: '', payerNumber: '', payerAddress: '', remark: '', cash: '', lines: [], transfers: [], cheques: [] }
}

/** The next in the line mostly pays for the same: what it is for stays; who pays, for what assessment or time and how much is another's. */
export function nextInput(formKey: string, { lines }: Receipt): CounterInput {
  return { ...blankInput(formKey), lines: lines.map(({ incomeCode }) => ({ incomeCode })) }
}

/** Opened for somebody of the register, for a debt, or for animals brought: what is known stands there, to be read before it is issued. */
export function offeredInput(formKey: string, { payer, lines }: CounterOffer): CounterInput {
  const known = payer && { payer: payer.name, payerKind: payer.personKind, payerNumber: payer.personNumber, payerAddress: payer.address }
  return { ...blankInput(formKey), ...known, lines: lines.map(({ incomeCode, key, description, reference, ...line }) => ({ incomeCode, key, description, reference, ...amountCells(line) })) }
}

export interface CounterChoices extends LineChoices {
  /** The day the receipt will bear, and the day it is. */
  readonly day: CalendarDate
  readonly today: CalendarDate
  readonly mayPrint: boolean
}

export interface CounterForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly payer: Field
  readonly startsAtPayer: boolean
  readonly payerControls: readonly Control[]
  readonly linesEditor: LineEditor
  readonly cash: Control
  readonly transfersEditor: LineEditor
  readonly hasTransfers: boolean
  readonly chequesEditor: LineEditor
  readonly hasCheques: boolean
  readonly remark: Control
  readonly mayPrint: boolean
}

export function formPage(input: CounterInput, choices: CounterChoices, errors: FieldErrors = {}): CounterForm {
  const { day, today, mayPrint } = choices
  const lead = compareDates(day, today) > 0 ? text.closed(formatThaiDate(day)) : text.date(formatThaiDate(day))
  const has = (name: string) => Object.keys(errors).some((key) => key.startsWith(`${name}.`))
  return {
    title: text.title, breadcrumb: [{ text: receiptsText.receipt.listTitle, href: receiptPaths.list }, { text: text.title }],
    pageHeader: { title: text.title, lead, actions: [{ text: text.fromRegister, href: taxpayerPaths.list, kind: 'secondary' }, { text: text.slaughter, href: slaughterPaths.form, kind: 'secondary' }] }, ...refusals(errors), action: paths.form, cancelHref: receiptPaths.list, formKey: input.formKey,
    payer: field({ name: 'payer', label: fields.payer, value: input.payer, error: errors.payer, maxLength: 200, required: true }),
    startsAtPayer: Object.keys(errors).length === 0, payerControls: payerControls(input, errors),
    linesEditor: linesEditor(input.lines, choices, errors), transfersEditor: transfersEditor(input.transfers, choices, errors),
    hasTransfers: isTyped(input.transfers) || choices.moreTransfers !== undefined || has('transfers'),
    chequesEditor: chequesEditor(input.cheques, choices, errors), hasCheques: isTyped(input.cheques) || choices.moreCheques !== undefined || has('cheques'),
    cash: { money: money({ name: 'cash', label: fields.cash, value: input.cash, hint: text.cashHint, error: errors.cash }) },
    remark: { field: remarkField(input.remark, errors.remark) }, mayPrint,
  }
}

/** Rows of blank boxes come back with every refusal. */
function isTyped(rows: readonly Cells[]): boolean {
  return rows.some((row) => Object.values(row).some((text) => text !== ''))
}

function payerControls(input: CounterInput, errors: FieldErrors): Control[] {
  const kinds = [{ value: '', text: text.payerKindNone }, ...payerKinds.map((kind) => ({ value: kind, text: receiptsText.receipt.payerKinds[kind] }))]
  const number = { name: 'payerNumber', label: fields.payerNumber, value: input.payerNumber, error: errors.payerNumber }
  const address = { name: 'payerAddress', label: fields.payerAddress, value: input.payerAddress, error: errors.payerAddress }
  return [
    { select: select({ name: 'payerKind', label: fields.payerKind, value: input.payerKind, options: kinds }) },
    { field: field({ ...number, maxLength: 20, type: 'number' }) }, { field: field({ ...address, maxLength: 300, width: 'full' }) },
  ]
}

// The form of an acceptance: contract and instalment, days and papers, what was delivered and where it is booked.
import { budgetLineName } from '../../budget/index.ts'
import { formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineEditor, select, type Control, type EditorColumn, type LineEditor } from '../../platform/http/components.ts'
import { compare, formatMoney, readBaht, sum, zero, type Money } from '../../platform/money.ts'
import { acceptanceText as text } from '../acceptance.text.ts'
import { type Acceptance } from '../acceptance/acceptance.ts'
import { type AcceptanceInput } from '../acceptance/acceptance.schema.ts'
import { contractName, type Contract, type ContractHead } from '../contract/contract.ts'
import { accountText, choicesOf } from '../expense-account/expense-account.ts'
import { acceptancePaths as paths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { purchaseForm, type PurchaseForm } from '../purchase-desk/purchase-desk.view.ts'
import { amountOf } from '../purchase-request-rows/purchase-request-rows.ts'
import { type RequestItem } from '../purchase-request/purchase-request.ts'
import { formatQuantity } from '../../platform/quantity.ts'
import { type KnownForAcceptance } from './acceptance-form.ts'

const { fields, columns, captions } = text

export interface AcceptanceChoices {
  readonly known: KnownForAcceptance
  readonly contracts: readonly ContractHead[]
  readonly acceptance: Acceptance | undefined
  readonly isMore: boolean
}

export function acceptanceForm(input: AcceptanceInput, choices: AcceptanceChoices, errors: FieldErrors): PurchaseForm {
  const { acceptance, known } = choices
  const title = acceptance ? text.editTitle : text.newTitle
  return {
    ...purchaseForm({ listTitle: text.registerTitle, title, paths, id: acceptance?.id, formKey: input.formKey, version: input.version, errors }),
    hint: known.contract ? '' : text.chooseFirst, hidden: [], controls: controlsOf(input, choices, errors), editors: [linesEditor(input, choices, errors)],
  }
}

function controlsOf(input: AcceptanceInput, { known: { contract }, contracts }: AcceptanceChoices, errors: FieldErrors): Control[] {
  const options = contracts.map((each) => ({ value: each.id, text: `${contractName(each)} ${each.contractNumber} ${each.payeeName}` }))
  const instalments = (contract?.instalments ?? []).map(({ number, amount, dueOn }) => ({ value: String(number), text: text.instalmentOf(String(number), formatMoney(amount), formatThaiDateShort(dueOn)) }))
  const asked = <N extends Exclude<keyof AcceptanceInput & keyof typeof fields, 'rows'>>(name: N) => ({ name, label: fields[name], value: input[name], error: errors[name] })
  return [
    { select: select({ ...asked('contract'), options: [{ value: '', text: text.choose }, ...options], width: 'full', required: true }) },
    { select: select({ ...asked('instalment'), options: [{ value: '', text: text.choose }, ...instalments], width: 'full', required: true }) },
    { date: date({ ...asked('deliveredOn'), required: true }) }, { date: date({ ...asked('documentDate'), required: true }) }, { field: field({ ...asked('deliveryNote'), maxLength: 100 }) },
    { field: field({ ...asked('invoiceNumber'), maxLength: 100 }) }, { date: date(asked('invoiceDate')) },
  ]
}

function linesEditor(input: AcceptanceInput, { known, isMore }: AcceptanceChoices, errors: FieldErrors): LineEditor {
  return lineEditor({
    name: 'lines', caption: captions.lines, errors, rows: input.rows.map((row) => ({ ...row })), blankRows: Math.max(isMore ? 2 : 0, 1 - input.rows.length),
    columns: columnsFor(known), addRows: { name: 'again', value: 'more', label: procurementText.more }, totals: { amount: formatMoney(sum(input.rows.map(({ amount }) => readBaht(amount) ?? zero))) },
  })
}

function columnsFor({ contract, accounts }: KnownForAcceptance): EditorColumn[] {
  const lines = contract?.lines ?? []
  const named = new Map([...accounts.values()].flatMap(choicesOf).map((account) => [account.code, account]))
  const choices = [{ value: '', text: text.usual }, ...[...named.values()].map((account) => ({ value: account.code, text: accountText(account) }))]
  const budget: EditorColumn[] = lines.length < 2 ? [] : [{ name: 'line', label: columns.line, kind: 'text', options: lines.map((line) => ({ value: line.lineId, text: budgetLineName(line) })) }]
  return [
    { name: 'item', label: columns.item, kind: 'text' }, { name: 'quantity', label: columns.quantity, kind: 'number' }, { name: 'unit', label: columns.unit, kind: 'text' },
    { name: 'amount', label: columns.amount, kind: 'money', isTotalled: true }, ...budget, { name: 'account', label: columns.account, kind: 'text', options: choices },
  ]
}

export interface BegunAcceptance {
  readonly contract: Contract
  /** Number of the instalment that nothing was accepted for yet. */
  readonly next: number
  /** What was asked for. */
  readonly items: readonly RequestItem[]
}

/** The next instalment: the goods that were asked for where it is all of them at their price, otherwise its amount in one row. */
export function blankAcceptance(formKey: string, today: CalendarDate, begun: BegunAcceptance | undefined): AcceptanceInput {
  const instalment = begun?.contract.instalments.find(({ number }) => number === begun.next)
  const row = begun && instalment ? rowsFor(begun, instalment.amount) : []
  return {
    contract: begun?.contract.id ?? '', instalment: instalment ? String(instalment.number) : '', documentDate: formatThaiDateField(today), deliveredOn: formatThaiDateField(today),
    deliveryNote: '', invoiceNumber: '', invoiceDate: '', formKey, version: '', rows: row,
  }
}

function rowsFor({ contract, items }: BegunAcceptance, amount: Money): AcceptanceInput['rows'] {
  const [line] = contract.lines
  const booked = { line: line?.lineId ?? '', account: '' }
  const isWhole = contract.lines.length === 1 && compare(sum(items.map(amountOf)), amount) === 0
  if (!isWhole) return [{ item: contract.title, quantity: '1', unit: text.work, amount: formatMoney(amount), ...booked }]
  return items.map((item) => ({ item: item.name, quantity: formatQuantity(item.quantity), unit: item.unit, amount: formatMoney(amountOf(item)), ...booked }))
}

/** A stored draft in the boxes. */
export function acceptanceInput(acceptance: Acceptance): AcceptanceInput {
  const { invoiceDate } = acceptance
  return {
    contract: acceptance.contractId, instalment: String(acceptance.instalment), documentDate: formatThaiDateField(acceptance.documentDate),
    deliveredOn: formatThaiDateField(acceptance.deliveredOn), deliveryNote: acceptance.deliveryNote, invoiceNumber: acceptance.invoiceNumber,
    invoiceDate: invoiceDate === null ? '' : formatThaiDateField(invoiceDate), formKey: '', version: String(acceptance.version),
    rows: acceptance.lines.map((line) => ({
      item: line.item, quantity: formatQuantity(line.quantity), unit: line.unit, amount: formatMoney(line.amount), line: line.budgetLineId, account: line.accountCode,
    })),
  }
}

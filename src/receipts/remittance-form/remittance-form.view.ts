// The form of a slip as finished strings: which receipts, and where their cash goes.
import { formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, refusals, select, type Control, type ErrorSummary, type PageHeader } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { amountOf } from '../receipt/receipt.ts'
import { numberName, paperName } from '../receipts.names.ts'
import { remittancePaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { remarkField } from '../receipts.view.ts'
import { inSafe } from '../remittance/remittance.schema.ts'
import { totalOf, type Remittance, type RemittanceHead, type SlipReceipt } from '../remittance/remittance.ts'

const text = receiptsText.remittance
const { fields } = text

/** What stands in the boxes: as offered, as stored or as typed. */
export interface RemittanceInput {
  readonly slipDate: string
  readonly cashPlace: string
  readonly remark: string
  readonly receiptIds: readonly string[]
  readonly formKey: string
  readonly version: string
  /** What colleagues recorded is offered too. */
  readonly isForAll: boolean
}

export function blankInput(formKey: string, today: CalendarDate, offered: readonly SlipReceipt[]): RemittanceInput {
  const receiptIds = offered.filter((receipt) => receipt.receiptDate <= today).map((receipt) => receipt.id)
  return { formKey, version: '', slipDate: formatThaiDateField(today), cashPlace: '', remark: '', receiptIds, isForAll: false }
}

export function inputOf(slip: Remittance, isForAll: boolean): RemittanceInput {
  return {
    formKey: '', version: String(slip.version), slipDate: formatThaiDateField(slip.slipDate), cashPlace: slip.cashBankAccountId ?? inSafe,
    remark: slip.remark, receiptIds: slip.receipts.map((receipt) => receipt.id), isForAll,
  }
}

export interface RemittanceChoices {
  readonly receipts: readonly SlipReceipt[]
  readonly others: readonly SlipReceipt[]
  readonly banks: readonly { readonly id: string; readonly bankName: string; readonly accountNumber: string }[]
  /** Absent: a new slip. */
  readonly slip?: RemittanceHead | undefined
}

export interface RemittanceForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly remark: Control
  readonly isForAll: boolean
  readonly mayAskForOthers: boolean
  readonly hasReceipts: boolean
  readonly receiptsError: string
  readonly receipts: readonly ReceiptBox[]
  /** Of everything in the list. */
  readonly total: string
  /** Columns left of the amount. */
  readonly labelSpan: string
}

interface ReceiptBox {
  /** The first carries the name as its id, so that the error summary reaches the boxes. */
  readonly boxId: string
  readonly id: string
  readonly checked: boolean
  readonly name: string
  readonly date: string
  readonly payer: string
  readonly recorder: string
  readonly state: string
  readonly amount: string
}

export function formPage(input: RemittanceInput, choices: RemittanceChoices, errors: FieldErrors = {}): RemittanceForm {
  const { slip, others } = choices
  const title = slip ? text.editTitle(numberName('RMT', slip)) : text.newTitle
  const ticked = new Set(input.receiptIds)
  const receipts = input.isForAll ? [...choices.receipts, ...others] : choices.receipts
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: slip ? paths.edit(slip.id) : paths.new, cancelHref: slip ? paths.show(slip.id) : paths.list,
    formKey: input.formKey, version: input.version, controls: controlsOf(input, choices, errors),
    remark: { field: remarkField(input.remark, errors.remark) },
    isForAll: input.isForAll, mayAskForOthers: !input.isForAll && others.length > 0,
    hasReceipts: receipts.length > 0, receiptsError: errors.receiptIds ?? '',
    receipts: receipts.map((receipt, index) => boxOf(receipt, { index, checked: ticked.has(receipt.id) })),
    total: formatMoney(totalOf(receipts)), labelSpan: input.isForAll ? '6' : '5',
  }
}

function controlsOf(input: RemittanceInput, { banks }: RemittanceChoices, errors: FieldErrors): Control[] {
  const options = [
    { value: '', text: text.choosePlace },
    ...banks.map((bank) => ({ value: bank.id, text: text.payIn(`${bank.bankName} ${bank.accountNumber}`) })),
    { value: inSafe, text: text.keep },
  ]
  const place = { name: 'cashPlace', label: fields.cashPlace, hint: text.placeHint, value: input.cashPlace, error: errors.cashPlace }
  return [
    { date: date({ name: 'slipDate', label: fields.slipDate, value: input.slipDate, error: errors.slipDate, required: true }) },
    { select: select({ ...place, options, width: 'long' }) },
  ]
}

function boxOf(receipt: SlipReceipt, { index, checked }: { index: number; checked: boolean }): ReceiptBox {
  return {
    boxId: index === 0 ? 'receiptIds' : `receiptIds-${index}`, id: receipt.id, checked, name: paperName(receipt.paper),
    date: formatThaiDateShort(receipt.receiptDate), payer: receipt.payer, recorder: receipt.recorder,
    state: receiptsText.receipt.states[receipt.state].text, amount: formatMoney(amountOf(receipt)),
  }
}

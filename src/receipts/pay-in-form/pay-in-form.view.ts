// The two forms of money on its way to the bank: cash by note and coin with cheques, and a transfer between own accounts.
import { formatThaiDateField, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, date, lineEditor, money, select, type Control } from '../../platform/http/components.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { countControls, countValues } from '../cash-count/cash-count.view.ts'
import { cashCountText } from '../cash-count.text.ts'
import { deskForm, type DeskForm } from '../desk-page/desk-page.view.ts'
import { type PayIn } from '../pay-in/pay-in.ts'
import { payInText as text } from '../pay-in.text.ts'
import { numberName, paperName } from '../receipts.names.ts'
import { payInPaths as paths } from '../receipts.paths.ts'
import { remarkField } from '../receipts.view.ts'
import { chequeKeyText, type ReceivedCheque } from '../returned-cheque/returned-cheque.ts'

const { columns, fields } = text

export interface PayInInput {
  readonly isTransfer: boolean
  /** As typed or stored, by the names of the boxes. */
  readonly values: Readonly<Record<string, string>>
  readonly cheques: readonly Readonly<Record<string, string>>[]
  /** Keys of the cheques ticked in the safe. */
  readonly chosen: readonly string[]
  /** Absent: a new one. */
  readonly payIn?: PayIn | undefined
}

export interface PayInChoices {
  readonly banks: readonly { readonly id: string; readonly bankName: string; readonly accountNumber: string }[]
  readonly onHand: Money
  readonly inSafe: readonly ReceivedCheque[]
}

export function inputOf(payIn: PayIn): PayInInput {
  return {
    isTransfer: payIn.from !== null, payIn,
    values: {
      version: String(payIn.version), payInDate: formatThaiDateField(payIn.payInDate), bankAccountId: payIn.bank.id, fromAccountId: payIn.from?.id ?? '',
      amount: formatMoney(payIn.total), remark: payIn.remark, ...countValues(payIn.pieces),
    },
    chosen: payIn.cheques.flatMap(({ key }) => (key ? [chequeKeyText(key)] : [])),
    cheques: payIn.cheques.filter(({ key }) => !key).map((cheque) => ({ bank: cheque.bank, number: cheque.number, date: formatThaiDateField(cheque.chequeDate), amount: formatMoney(cheque.amount) })),
  }
}

export function formPage(input: PayInInput, choices: PayInChoices, errors: FieldErrors = {}): DeskForm {
  const { isTransfer, values, payIn } = input
  const fresh = isTransfer ? { title: text.newTransferTitle, action: paths.newTransfer } : { title: text.newTitle, action: paths.new }
  const head = payIn ? { title: text.editTitle(numberName('PIN', payIn)), action: paths.edit(payIn.id) } : fresh
  const of = (name: string) => values[name] ?? ''
  return deskForm({
    ...head, list: { text: text.listTitle, href: paths.list }, cancelHref: payIn ? paths.show(payIn.id) : paths.list, saveLabel: text.save, errors,
    hidden: { formKey: of('formKey'), version: of('version') }, notice: isTransfer ? undefined : { kind: 'info', text: text.onHand(formatMoney(choices.onHand)) },
    controls: [
      { date: date({ name: 'payInDate', label: fields.payInDate, value: of('payInDate'), error: errors.payInDate, required: true }) },
      ...(isTransfer ? [bankControl({ name: 'fromAccountId', label: fields.from, value: of('fromAccountId') }, choices, errors)] : []),
      bankControl({ name: 'bankAccountId', label: fields.bank, value: of('bankAccountId') }, choices, errors),
      ...(isTransfer ? [{ money: money({ name: 'amount', label: fields.amount, value: of('amount'), error: errors.amount, required: true }) }] : []),
      { field: remarkField(of('remark'), errors.remark) },
    ],
    groups: isTransfer ? [] : [{ legend: cashCountText.caption, controls: countControls(of, errors) }, ...chequeGroup(input, choices, errors)],
    editors: isTransfer ? [] : [chequeEditor(input, errors)],
  })
}

function bankControl(given: { name: string; label: string; value: string }, { banks }: PayInChoices, errors: FieldErrors): Control {
  const options = [{ value: '', text: text.choose }, ...banks.map((bank) => ({ value: bank.id, text: `${bank.bankName} ${bank.accountNumber}` }))]
  return { select: select({ ...given, options, error: errors[given.name], required: true, width: 'long' }) }
}

/** What lies in the safe by the receipts, to be ticked; nothing where there is none. */
function chequeGroup({ chosen }: PayInInput, { inSafe }: PayInChoices, errors: FieldErrors) {
  if (inSafe.length === 0 && errors.chequeKeys === undefined) return []
  const options = inSafe.map(({ key, cheque, amount, paper, payer }) => ({
    value: chequeKeyText(key), text: text.chequeInSafe({ number: cheque.number, bank: cheque.bank, day: formatThaiDateShort(cheque.date), amount: formatMoney(amount) }),
    hint: `${paperName(paper)} ${payer}`,
  }))
  return [{ legend: text.inSafe, controls: [{ choice: choice({ name: 'chequeKeys', label: text.chooseInSafe, type: 'checkbox' as const, options, values: [...chosen], error: errors.chequeKeys }) }] }]
}

function chequeEditor({ cheques }: PayInInput, errors: FieldErrors) {
  return lineEditor({
    name: 'cheques', caption: text.otherCheques, rows: cheques, blankRows: 2, errors,
    columns: [
      { name: 'bank', label: columns.chequeBank, kind: 'text' }, { name: 'number', label: columns.chequeNumber, kind: 'code' },
      { name: 'date', label: columns.chequeDate, kind: 'date' }, { name: 'amount', label: columns.amount, kind: 'money', isTotalled: true },
    ],
    addRows: { name: 'rows', value: 'more', label: text.moreCheques },
  })
}


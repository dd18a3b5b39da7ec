// The form of an item: who left the money, for what, until when.
import { formatThaiDateField } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, select } from '../../platform/http/components.ts'
import { takesItems, type Deposit, type DepositKind } from '../deposit/deposit.ts'
import { deskForm, type DeskForm } from '../desk-page/desk-page.view.ts'
import { depositText as text } from '../deposit.text.ts'
import { depositPaths as paths } from '../receipts.paths.ts'
import { remarkField } from '../receipts.view.ts'

const { fields } = text
type Values = Readonly<Record<string, string>>

export function valuesOf(deposit: Deposit): Values {
  return {
    version: String(deposit.version), depositor: deposit.depositor, depositorNumber: deposit.depositorNumber, reference: deposit.reference,
    dueDate: deposit.dueDate ? formatThaiDateField(deposit.dueDate) : '', remark: deposit.remark,
  }
}

/** The kind is chosen once: its account cannot change under money already there. */
export function formPage(values: Values, of: { deposit?: Deposit; kinds: readonly DepositKind[] }, errors: FieldErrors = {}): DeskForm {
  const { deposit, kinds } = of
  const value = (name: string) => values[name] ?? ''
  const options = [{ value: '', text: text.choose }, ...kinds.filter(takesItems).map((kind) => ({ value: kind.code, text: `${kind.code} ${kind.name}` }))]
  return deskForm({
    title: deposit ? text.editTitle(deposit.key) : text.newTitle, action: deposit ? paths.edit(deposit.id) : paths.new, cancelHref: deposit ? paths.show(deposit.id) : paths.list,
    list: { text: text.listTitle, href: paths.list }, saveLabel: text.save, errors, hidden: { formKey: value('formKey'), version: value('version') },
    controls: [
      ...(deposit ? [] : [{ select: select({ name: 'kindCode', label: fields.kind, value: value('kindCode'), options, error: errors.kindCode, required: true, width: 'long' }) }]),
      { field: field({ name: 'depositor', label: fields.depositor, value: value('depositor'), error: errors.depositor, required: true, width: 'long', maxLength: 200 }) },
      { field: field({ name: 'depositorNumber', label: fields.depositorNumber, value: value('depositorNumber'), error: errors.depositorNumber, type: 'number', maxLength: 17 }) },
      { field: field({ name: 'reference', label: fields.reference, value: value('reference'), error: errors.reference, required: true, width: 'long', maxLength: 200 }) },
      { date: date({ name: 'dueDate', label: fields.dueDate, value: value('dueDate'), hint: fields.dueHint, error: errors.dueDate }) },
      { field: remarkField(value('remark'), errors.remark) },
    ],
  })
}

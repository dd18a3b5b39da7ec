// The form of an assessment: a signboard's tax from its signs, any other as it was assessed.
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, date, field, lineEditor, money, select } from '../../platform/http/components.ts'
import { deskForm, type DeskForm } from '../desk-page/desk-page.view.ts'
import { taxDebtPaths as paths } from '../receipts.paths.ts'
import { remarkField } from '../receipts.view.ts'
import { type TaxKind } from '../tax-debt/tax-debt.ts'
import { scripts } from '../tax-rule/tax-rule.ts'
import { taxDebtText as text } from '../tax-debt.text.ts'

const { fields } = text
type Values = Readonly<Record<string, string>>

export interface DebtChoices {
  readonly kinds: readonly TaxKind[]
  readonly taxpayers: readonly { readonly id: string; readonly key: string; readonly name: string }[]
}

export function formPage({ values, signs }: { values: Values; signs: readonly Values[] }, { kinds, taxpayers }: DebtChoices, errors: FieldErrors = {}): DeskForm {
  const of = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] })
  const first = { value: '', text: text.choose }
  return deskForm({
    title: text.newTitle, action: paths.new, cancelHref: paths.list, list: { text: text.listTitle, href: paths.list }, saveLabel: text.save, errors, hidden: { formKey: values.formKey ?? '' },
    controls: [
      { select: select({ ...of('taxpayerId'), label: fields.taxpayer, options: [first, ...taxpayers.map(({ id, key, name }) => ({ value: id, text: `${key} ${name}` }))], required: true, width: 'full' }) },
      { select: select({ ...of('taxKind'), label: fields.taxKind, options: [first, ...kinds.map((kind) => ({ value: kind.code, text: kind.name }))], required: true, width: 'long' }) },
      { field: field({ ...of('taxYear'), label: fields.taxYear, type: 'number', required: true, width: 'short', maxLength: 4 }) },
      { money: money({ ...of('assessed'), label: fields.assessed, hint: fields.assessedHint }) }, { money: money({ ...of('discount'), label: fields.discount }) },
      { date: date({ ...of('noticeDate'), label: fields.noticeDate, required: true }) }, { date: date({ ...of('dueDate'), label: fields.dueDate, required: true }) },
      { select: select({ ...of('parts'), label: fields.parts, hint: fields.partsHint, options: ['1', '2', '3'].map((count) => ({ value: count, text: count })) }) },
      { choice: choice({ name: 'opening', label: fields.opening, type: 'checkbox', options: [{ value: 'yes', text: fields.openingHint }], values: [values.opening ?? ''] }) },
      { choice: choice({ name: 'filedLate', label: fields.filedLate, type: 'checkbox', options: [{ value: 'yes', text: fields.filedLateHint }], values: [values.filedLate ?? ''] }) },
      { field: remarkField(values.remark ?? '', errors.remark) },
    ],
    editors: [lineEditor({
      name: 'signs', caption: text.signs, rows: signs, blankRows: 3, errors, addRows: { name: 'rows', value: 'more', label: text.moreSigns },
      columns: [
        { name: 'width', label: text.sign.width, kind: 'number' }, { name: 'height', label: text.sign.height, kind: 'number' },
        { name: 'script', label: text.sign.script, kind: 'text', options: [first, ...scripts.map((script) => ({ value: script, text: text.scripts[script] }))] },
        { name: 'moving', label: text.sign.moving, kind: 'text', options: (['still', 'moving'] as const).map((each) => ({ value: each, text: text.moving[each] })) },
      ],
    })],
  })
}

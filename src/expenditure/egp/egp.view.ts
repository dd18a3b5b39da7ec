// Records of e-GP as finished strings: the register and the form of one.
import { formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field } from '../../platform/http/components.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { contractName } from '../contract/contract.ts'
import { egpText as text } from '../egp.text.ts'
import { egpPaths as paths } from '../procurement.paths.ts'
import { linkTo, purchaseForm, type PurchaseForm, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { egpStateOf, type EgpRecord } from './egp.ts'

const { columns, fields } = text

/** `from`: the price from which the numbers are wanted. */
export function egpColumns(own: string, from: Money): readonly RegisterColumn<EgpRecord>[] {
  const advance = ({ hasAdvance }: EgpRecord) => (hasAdvance ? text.advance.yes : text.advance.no)
  const state = (record: EgpRecord) => text.states[egpStateOf(record, from)]
  return [
    { label: columns.contract, kind: 'code', isRowHeader: true, cell: (each) => linkTo(own, each, { text: contractName(each), path: paths.show(each.id) }), value: contractName },
    { label: columns.project, kind: 'code', cell: ({ egpProject }) => egpProject, value: ({ egpProject }) => egpProject },
    { label: columns.control, kind: 'code', cell: ({ egpControl }) => egpControl, value: ({ egpControl }) => egpControl },
    { label: columns.title, kind: 'text', cell: (each) => ({ text: each.title, note: each.methodName }), value: ({ title }) => title },
    { label: columns.winner, kind: 'text', cell: (each) => ({ text: each.payeeName, note: each.payeeTaxId ?? '' }), value: ({ payeeName }) => payeeName },
    { label: columns.date, kind: 'date', cell: ({ signedOn }) => formatThaiDateShort(signedOn), value: ({ signedOn }) => ({ day: signedOn }) },
    { label: columns.price, kind: 'money', cell: ({ price }) => formatMoney(price), value: ({ price }) => price, total: ({ price }) => price },
    { label: columns.advance, kind: 'text', cell: advance, value: advance },
    { label: columns.state, kind: 'status', cell: (each) => ({ status: state(each) }), value: (each) => state(each).text },
  ]
}

export function egpForm(record: EgpRecord, typed: { readonly egpProject: string; readonly egpControl: string; readonly version: string }, errors: FieldErrors): PurchaseForm {
  const title = text.formTitle(`${contractName(record)} ${record.title}`)
  const asked = <N extends 'egpProject' | 'egpControl'>(name: N) => ({ name, label: fields[name], value: typed[name], error: errors[name], inputmode: 'numeric' as const, maxLength: 50 })
  return {
    ...purchaseForm({ listTitle: text.listTitle, title, paths: { ...paths, edit: paths.show }, id: record.id, formKey: '', version: typed.version, errors }), cancelHref: paths.list, save: text.save,
    hint: text.hint, hidden: [], editors: [],
    controls: [{ field: field({ ...asked('egpProject'), hint: fields.projectHint }) }, { field: field({ ...asked('egpControl'), hint: fields.controlHint }) }],
  }
}

// The form of a contract in the order of the paper: request, parties, days, price, terms, instalments.
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, date, field, lineEditor, money, select, type Control, type LineEditor } from '../../platform/http/components.ts'
import { formatMoney, isZero } from '../../platform/money.ts'
import { contractText as text } from '../contract.text.ts'
import { fineKinds } from '../late-fine/late-fine.ts'
import { payeeChooser, payeeText } from '../payee-meant/payee-meant.ts'
import { contractPaths as paths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { purchaseForm, type PurchaseForm } from '../purchase-desk/purchase-desk.view.ts'
import { requestNumber, type PurchaseRequest, type RequestHead } from '../purchase-request/purchase-request.ts'
import { type ContractInput } from '../contract/contract.schema.ts'
import { contractKinds, securityKinds, type Contract } from '../contract/contract.ts'

const { fields, columns, captions } = text

export interface ContractChoices {
  /** Approved, without a contract yet. */
  readonly requests: readonly RequestHead[]
  readonly contract: Contract | undefined
  readonly isMore: boolean
}

export function contractForm(input: ContractInput, { requests, contract, isMore }: ContractChoices, errors: FieldErrors): PurchaseForm {
  const title = contract ? text.editTitle : text.newTitle
  return {
    ...purchaseForm({ listTitle: text.registerTitle, title, paths, id: contract?.id, formKey: input.formKey, version: input.version, errors }),
    hint: text.instalmentHint, hidden: [], controls: [...headControls(input, requests, errors), ...termControls(input, errors)], editors: [instalmentEditor(input, { errors, isMore })],
  }
}

const named = <N extends string>(values: readonly N[], names: Readonly<Record<N, string>>) => values.map((value) => ({ value, text: names[value] }))

function headControls(input: ContractInput, requests: readonly RequestHead[], errors: FieldErrors): Control[] {
  const options = requests.map((request) => ({ value: request.id, text: `${requestNumber(request)} ${request.title} ${formatMoney(request.total)} ${procurementText.baht}` }))
  const asked = askedIn(input, errors)
  return [
    { select: select({ ...asked('request'), options: [{ value: '', text: text.choose }, ...options], width: 'full', required: true }) },
    { select: select({ ...asked('kind'), options: named(contractKinds, text.kinds), required: true }) },
    { field: field({ ...asked('contractNumber'), required: true, maxLength: 100 }) }, { field: field({ ...asked('egpProject'), maxLength: 50 }) },
    { field: field({ ...asked('egpControl'), maxLength: 50 }) }, { field: field({ ...asked('payee'), hint: fields.payeeHint, required: true, width: 'full', maxLength: 300, list: payeeChooser }) },
    { field: field({ ...asked('title'), required: true, width: 'full', maxLength: 300 }) }, { date: date({ ...asked('signedOn'), required: true }) },
    { date: date({ ...asked('startsOn'), required: true }) }, { date: date({ ...asked('endsOn'), required: true }) }, { money: money({ ...asked('price'), required: true }) },
    { choice: choice({ ...asked('vat'), type: 'radio', inline: true, options: named(['included', 'none'] as const, text.vats), values: [input.vat], required: true }) },
  ]
}

function termControls(input: ContractInput, errors: FieldErrors): Control[] {
  const asked = askedIn(input, errors)
  return [
    { select: select({ ...asked('fineKind'), options: named(fineKinds, text.fineKinds), width: 'full', required: true }) },
    { field: field({ ...asked('fineRate'), inputmode: 'decimal', suffix: fields.fineSuffix, required: true }) }, { field: field({ ...asked('fineReason'), maxLength: 500 }) },
    { field: field({ ...asked('advancePercent'), inputmode: 'decimal', suffix: fields.percent }) }, { field: field({ ...asked('retentionPercent'), inputmode: 'decimal', suffix: fields.percent }) },
    { select: select({ ...asked('securityKind'), options: named(securityKinds, text.securityKinds), required: true }) }, { money: money(asked('securityAmount')) },
    { field: field({ ...asked('securityReference'), maxLength: 100 }) }, { field: field({ ...asked('securityReason'), maxLength: 500 }) }, { field: field({ ...asked('warrantyMonths'), type: 'number', suffix: fields.months }) },
  ]
}

function askedIn(input: ContractInput, errors: FieldErrors) {
  return <N extends Exclude<keyof ContractInput & keyof typeof fields, 'rows'>>(name: N) => ({ name, label: fields[name], value: input[name], error: errors[name] })
}

export function instalmentEditor({ rows }: Pick<ContractInput, 'rows'>, { errors, isMore }: { readonly errors: FieldErrors; readonly isMore: boolean }): LineEditor {
  return lineEditor({
    name: 'instalments', caption: captions.instalments, errors, rows, blankRows: Math.max(isMore ? 3 : 0, 2 - rows.length), addRows: { name: 'again', value: 'more', label: procurementText.more },
    columns: [
      { name: 'description', label: columns.description, kind: 'text' }, { name: 'amount', label: columns.amount, kind: 'money', isTotalled: true },
      { name: 'dueOn', label: columns.due, kind: 'date' },
    ],
  })
}

const none = {
  kind: 'purchase-order', contractNumber: '', egpProject: '', egpControl: '', payee: '', startsOn: '', endsOn: '', vat: 'included', fineKind: 'undelivered', fineRate: '0.2', fineReason: '',
  advancePercent: '', retentionPercent: '', securityKind: 'none', securityAmount: '', securityReference: '', securityReason: '', warrantyMonths: '', version: '', rows: [],
} as const

/** Begun upon a request: its title and its amount. */
export function blankContract(formKey: string, today: CalendarDate, request: PurchaseRequest | undefined): ContractInput {
  return {
    ...none, formKey, request: request?.id ?? '', title: request?.title ?? '', price: request ? formatMoney(request.total) : '', signedOn: formatThaiDateField(today),
    kind: request && request.kind !== 'buy' ? 'hire-order' : 'purchase-order',
  }
}

/** A stored draft in the boxes. */
export function contractInput(contract: Contract): ContractInput {
  const amount = isZero(contract.securityAmount) ? '' : formatMoney(contract.securityAmount)
  const share = (percent: string) => (percent === '0' ? '' : percent)
  return {
    request: contract.requestId, kind: contract.kind, contractNumber: contract.contractNumber, egpProject: contract.egpProject, egpControl: contract.egpControl,
    payee: payeeText({ name: contract.payeeName, taxId: contract.payeeTaxId }), title: contract.title, signedOn: formatThaiDateField(contract.signedOn),
    startsOn: formatThaiDateField(contract.startsOn), endsOn: formatThaiDateField(contract.endsOn), price: formatMoney(contract.price), vat: contract.vat, fineKind: contract.fineKind,
    fineRate: contract.fineRate, fineReason: contract.fineReason, advancePercent: share(contract.advancePercent), retentionPercent: share(contract.retentionPercent),
    securityKind: contract.securityKind, securityAmount: amount, securityReference: contract.securityReference, securityReason: contract.securityReason,
    warrantyMonths: contract.warrantyMonths === 0 ? '' : String(contract.warrantyMonths), formKey: '', version: String(contract.version),
    rows: instalmentInput(contract.instalments),
  }
}

export function instalmentInput(instalments: Contract['instalments']): ContractInput['rows'] {
  return instalments.map(({ description, amount: sum, dueOn }) => ({ description, amount: formatMoney(sum), dueOn: formatThaiDateField(dueOn) }))
}

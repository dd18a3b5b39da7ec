// A guarantee as finished strings: its register, its page and its form.
import { asSigned, papersOpen, stepActions, type Attachment, type StepButton } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, money, select, type Actions, type CellContent, type LineTable, type Link, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { contractName, type ContractHead } from '../contract/contract.ts'
import { guaranteeText as text } from '../guarantee.text.ts'
import { guaranteePaths as paths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { linkTo, purchaseForm, purchasePage, type PurchaseForm, type PurchasePage, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { type GuaranteeInput } from './guarantee.schema.ts'
import { daysLeft, guaranteeForms, guaranteeLifecycle, guaranteeName, guaranteePapers, guaranteePurposes, type Guarantee, type GuaranteeStep } from './guarantee.ts'

const { columns, fields, steps } = text

export function guaranteeColumns(own: string, today: CalendarDate): readonly RegisterColumn<Guarantee>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (each) => linkTo(own, each, { text: guaranteeName(each), path: paths.show(each.id) }), value: guaranteeName },
    { label: columns.received, kind: 'date', cell: ({ receivedOn }) => formatThaiDateShort(receivedOn), value: ({ receivedOn }) => ({ day: receivedOn }) },
    { label: columns.contract, kind: 'text', cell: ({ contractName: name, contractNumber }) => ({ text: name, note: contractNumber }), value: ({ contractName: name }) => name },
    { label: columns.payee, kind: 'text', cell: ({ payeeName, purpose }) => ({ text: payeeName, note: text.purposes[purpose] }), value: ({ payeeName }) => payeeName },
    { label: columns.paper, kind: 'text', cell: (each) => ({ text: text.forms[each.form], note: `${each.reference} ${each.issuer}` }), value: (each) => `${text.forms[each.form]} ${each.reference} ${each.issuer}` },
    { label: columns.amount, kind: 'money', cell: ({ amount }) => formatMoney(amount), value: ({ amount }) => amount, total: ({ amount }) => amount },
    { label: columns.expires, kind: 'date', cell: (each) => expiryCell(each, today), value: ({ expiresOn }) => (expiresOn === null ? '' : { day: expiresOn }) },
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}

function expiryCell(guarantee: Guarantee, today: CalendarDate): string | CellContent {
  if (guarantee.expiresOn === null) return text.unlimited
  const day = formatThaiDateShort(guarantee.expiresOn)
  const note = leftText(guarantee, today)
  return note === '' ? day : { text: day, note }
}

function leftText(guarantee: Guarantee, today: CalendarDate): string {
  const days = daysLeft(guarantee, today)
  if (days === undefined) return ''
  return days < 0 ? text.over(String(-days)) : text.left(String(days))
}

export interface ShownGuarantee {
  readonly guarantee: Guarantee
  readonly officer: Officer
  readonly isAlone: boolean
  readonly today: CalendarDate
  readonly alarmDays: number
  readonly links: readonly Link[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

export function guaranteePage(shown: ShownGuarantee, errors: FieldErrors = {}): PurchasePage {
  const { guarantee, officer, today, alarmDays } = shown
  const days = daysLeft(guarantee, today)
  return purchasePage({
    title: text.listTitle, number: guaranteeName(guarantee), status: text.states[guarantee.state], listTitle: text.registerTitle, paths, id: guarantee.id,
    notices: days !== undefined && days <= alarmDays ? [leftText(guarantee, today)] : [], items: itemsOf(guarantee), tables: [], actions: actionsOf(shown), attachments: shown.attachments,
    papers: papersOpen(guaranteePapers, officer, guarantee), trail: shown.trail,
  }, errors)
}

function itemsOf(guarantee: Guarantee): SummaryItem[] {
  return [
    { label: fields.contract, text: `${guarantee.contractName} (${guarantee.contractNumber})` }, { label: fields.payee, text: guarantee.payeeName }, { label: fields.purpose, text: text.purposes[guarantee.purpose] },
    { label: fields.form, text: text.forms[guarantee.form] }, { label: fields.reference, text: guarantee.reference }, { label: fields.issuer, text: guarantee.issuer },
    { label: fields.amount, text: formatMoney(guarantee.amount), isMoney: true }, { label: fields.receivedOn, text: formatThaiDate(guarantee.receivedOn) },
    { label: fields.expiresOn, text: guarantee.expiresOn === null ? text.unlimited : formatThaiDate(guarantee.expiresOn) },
    { label: fields.endedOn, text: guarantee.endedOn === null ? '' : formatThaiDate(guarantee.endedOn) }, { label: fields.endReason, text: guarantee.endReason ?? '' },
    { label: procurementText.fields.author, text: guarantee.author.name },
  ]
}

/** Beneath their contract. */
export function guaranteesTable(guarantees: readonly Guarantee[], { actor, today }: { readonly actor: Officer; readonly today: CalendarDate }): LineTable {
  const maySee = actor.permissions.has('expense.guarantee:view')
  return lineTable({
    caption: text.listTitle, empty: text.none, columns: [
      { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.purpose, kind: 'text' }, { label: columns.paper, kind: 'text' }, { label: columns.amount, kind: 'money' },
      { label: columns.expires, kind: 'date' }, { label: columns.state, kind: 'status' },
    ],
    rows: guarantees.map((each) => [
      { text: guaranteeName(each), ...(maySee && { href: paths.show(each.id) }) }, text.purposes[each.purpose], { text: text.forms[each.form], note: `${each.reference} ${each.issuer}` },
      formatMoney(each.amount), expiryCell(each, today), { status: text.states[each.state] },
    ]),
  })
}

const buttons: readonly StepButton<GuaranteeStep>[] = [
  { step: 'return', label: steps.return, kind: 'primary', reason: steps.returnReason }, { step: 'forfeit', label: steps.forfeit, kind: 'danger', reason: steps.forfeitReason },
  { step: 'cancel', label: steps.cancel, kind: 'danger', reason: steps.cancelReason },
]

function actionsOf({ guarantee, officer, isAlone, links }: ShownGuarantee): Actions | undefined {
  const allowed: readonly string[] = guaranteeLifecycle.allows(officer, asSigned(guarantee, isAlone))
  return stepActions({ document: guarantee, officer, paths, allowed, buttons, print: undefined, links })
}

export function guaranteeForm(input: GuaranteeInput, contracts: readonly ContractHead[], errors: FieldErrors): PurchaseForm {
  const asked = <N extends Exclude<keyof GuaranteeInput, 'formKey'>>(name: N) => ({ name, label: fields[name], value: input[name], error: errors[name], required: true })
  const choose = { value: '', text: text.choose }
  const options = contracts.map((each) => ({ value: each.id, text: `${contractName(each)} ${each.contractNumber} ${each.payeeName}` }))
  return {
    ...purchaseForm({ listTitle: text.registerTitle, title: text.newTitle, paths, id: undefined, formKey: input.formKey, version: '', errors }), hint: text.hint, hidden: [], editors: [],
    controls: [
      { select: select({ ...asked('contract'), options: [choose, ...options], width: 'full' }) },
      { select: select({ ...asked('purpose'), options: [choose, ...guaranteePurposes.map((value) => ({ value, text: text.purposes[value] }))] }) },
      { select: select({ ...asked('form'), options: [choose, ...guaranteeForms.map((value) => ({ value, text: text.forms[value] }))] }) },
      { field: field({ ...asked('reference'), maxLength: 100 }) }, { field: field({ ...asked('issuer'), maxLength: 200 }) }, { money: money(asked('amount')) },
      { date: date(asked('receivedOn')) }, { date: date({ ...asked('expiresOn'), hint: fields.expiresHint, required: false }) },
    ],
  }
}

export function blankGuarantee(formKey: string, today: CalendarDate, contract: string): GuaranteeInput {
  return { contract, purpose: 'performance', form: '', reference: '', issuer: '', amount: '', receivedOn: formatThaiDateField(today), expiresOn: '', formKey }
}

// A forfeiture as finished strings: its register, its page and its form.
import { asSigned, papersOpen, stepActions, type Attachment, type StepButton } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, money, select, type Link, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { contractName, type ContractHead } from '../contract/contract.ts'
import { forfeitureText as text } from '../forfeiture.text.ts'
import { forfeiturePaths as paths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { linkTo, purchaseForm, purchasePage, type PurchaseForm, type PurchasePage, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { type ForfeitureInput } from './forfeiture.schema.ts'
import { forfeitureLifecycle, forfeitureName, forfeiturePapers, type Forfeiture, type ForfeitureStep } from './forfeiture.ts'

const { columns, fields, steps } = text

export function forfeitureColumns(own: string): readonly RegisterColumn<Forfeiture>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (each) => linkTo(own, each, { text: forfeitureName(each), path: paths.show(each.id) }), value: forfeitureName },
    { label: columns.date, kind: 'date', cell: ({ documentDate }) => formatThaiDateShort(documentDate), value: ({ documentDate }) => ({ day: documentDate }) },
    { label: columns.order, kind: 'text', cell: ({ orderReference }) => orderReference, value: ({ orderReference }) => orderReference },
    { label: columns.contract, kind: 'text', cell: (each) => ({ text: each.contractName, note: each.contractNumber }), value: (each) => each.contractName },
    { label: columns.payee, kind: 'text', cell: ({ payeeName }) => payeeName, value: ({ payeeName }) => payeeName },
    { label: columns.amount, kind: 'money', cell: ({ amount }) => formatMoney(amount), value: ({ amount }) => amount, total: ({ amount }) => amount },
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}

export interface ShownForfeiture {
  readonly forfeiture: Forfeiture
  readonly officer: Officer
  readonly isAlone: boolean
  readonly links: readonly Link[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

const buttons: readonly StepButton<ForfeitureStep>[] = [
  { step: 'post', label: steps.post, kind: 'primary' }, { step: 'cancel', label: steps.cancel, kind: 'danger', reason: steps.cancelReason },
  { step: 'reverse', label: steps.reverse, kind: 'danger', reason: steps.reverseReason },
]

export function forfeiturePage({ forfeiture, officer, isAlone, links, attachments, trail }: ShownForfeiture, errors: FieldErrors = {}): PurchasePage {
  const allowed: readonly string[] = forfeitureLifecycle.allows(officer, asSigned(forfeiture, isAlone))
  return purchasePage({
    title: text.listTitle, number: forfeitureName(forfeiture), status: text.states[forfeiture.state], listTitle: text.listTitle, paths, id: forfeiture.id, notices: [], items: itemsOf(forfeiture),
    tables: [], actions: stepActions({ document: forfeiture, officer, paths, allowed, buttons, print: undefined, links }), attachments,
    papers: papersOpen(forfeiturePapers, officer, forfeiture), trail,
  }, errors)
}

function itemsOf(forfeiture: Forfeiture): SummaryItem[] {
  return [
    { label: fields.contract, text: `${forfeiture.contractName} (${forfeiture.contractNumber})` }, { label: fields.payee, text: forfeiture.payeeName },
    { label: fields.documentDate, text: formatThaiDate(forfeiture.documentDate) }, { label: fields.orderReference, text: forfeiture.orderReference }, { label: fields.reason, text: forfeiture.reason },
    { label: fields.amount, text: formatMoney(forfeiture.amount), isMoney: true }, { label: fields.endReason, text: forfeiture.endReason ?? '' },
    { label: procurementText.fields.author, text: forfeiture.author.name },
  ]
}

export function forfeitureForm(input: ForfeitureInput, contracts: readonly ContractHead[], errors: FieldErrors): PurchaseForm {
  const asked = <N extends Exclude<keyof ForfeitureInput, 'formKey'>>(name: N) => ({ name, label: fields[name], value: input[name], error: errors[name], required: true })
  const options = contracts.map((each) => ({ value: each.id, text: `${contractName(each)} ${each.contractNumber} ${each.payeeName}` }))
  return {
    ...purchaseForm({ listTitle: text.listTitle, title: text.newTitle, paths, id: undefined, formKey: input.formKey, version: '', errors }), hint: text.hint, hidden: [], editors: [],
    controls: [
      { select: select({ ...asked('contract'), options: [{ value: '', text: text.choose }, ...options], width: 'full' }) }, { date: date(asked('documentDate')) },
      { field: field({ ...asked('orderReference'), maxLength: 100 }) }, { money: money(asked('amount')) }, { field: field({ ...asked('reason'), width: 'full', maxLength: 500 }) },
    ],
  }
}

export function blankForfeiture(formKey: string, today: CalendarDate, contract: string): ForfeitureInput {
  return { contract, documentDate: formatThaiDateField(today), orderReference: '', reason: '', amount: '', formKey }
}

// An addendum as finished strings: its register, its page, its form.
import { papersOpen, signer, stepActions, type Attachment, type StepButton } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, money, type LineTable, type Link, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { compare, formatMoney } from '../../platform/money.ts'
import { addendumText as text } from '../addendum.text.ts'
import { contractText } from '../contract.text.ts'
import { contractName, type Contract } from '../contract/contract.ts'
import { instalmentTable } from '../contract/contract.view.ts'
import { instalmentEditor, instalmentInput } from '../contract-form/contract-form.view.ts'
import { addendumPaths as paths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { inThaiDigits, linkTo, purchaseForm, purchasePage, type PurchaseForm, type PurchasePage, type PurchasePaper, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { type AddendumInput } from './addendum.schema.ts'
import { addendumLifecycle, addendumName, addendumPapers, type Addendum, type AddendumHead, type AddendumStep } from './addendum.ts'

const { columns, fields, paper, steps } = text

export function addendumColumns(own: string): readonly RegisterColumn<AddendumHead>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (each) => linkTo(own, each, { text: addendumName(each), path: paths.show(each.id) }), value: addendumName },
    { label: columns.date, kind: 'date', cell: ({ signedOn }) => formatThaiDateShort(signedOn), value: ({ signedOn }) => ({ day: signedOn }) },
    { label: columns.contract, kind: 'text', cell: (each) => ({ text: each.contractName, note: each.contractNumber }), value: (each) => each.contractName },
    { label: columns.payee, kind: 'text', cell: ({ payeeName, reason }) => ({ text: payeeName, note: reason }), value: ({ payeeName }) => payeeName },
    { label: columns.before, kind: 'money', cell: ({ priceBefore }) => formatMoney(priceBefore), value: ({ priceBefore }) => priceBefore, total: ({ priceBefore }) => priceBefore },
    { label: columns.after, kind: 'money', cell: ({ price }) => formatMoney(price), value: ({ price }) => price, total: ({ price }) => price },
    { label: columns.ends, kind: 'date', cell: ({ endsOn, endsBefore }) => ({ text: formatThaiDateShort(endsOn), ...(endsOn !== endsBefore && { note: text.from(formatThaiDateShort(endsBefore)) }) }), value: ({ endsOn }) => ({ day: endsOn }) },
    { label: columns.waived, kind: 'number', cell: ({ waivedDays }) => String(waivedDays), value: ({ waivedDays }) => String(waivedDays) },
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}

/** Beneath their contract. */
export function addendaTable(own: string, addenda: readonly AddendumHead[]): LineTable {
  const shown = addendumColumns(own).filter(({ label }) => label !== columns.contract)
  return lineTable({ caption: text.listTitle, empty: text.none, columns: shown, rows: addenda.map((each) => shown.map((column) => column.cell(each))) })
}

export interface ShownAddendum {
  readonly addendum: Addendum
  readonly officer: Officer
  readonly links: readonly Link[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

const buttons: readonly StepButton<AddendumStep>[] = [{ step: 'approve', label: steps.approve, kind: 'primary' }, { step: 'cancel', label: steps.cancel, kind: 'danger' }]

export function addendumPage({ addendum, officer, links, attachments, trail }: ShownAddendum, errors: FieldErrors = {}): PurchasePage {
  const allowed: readonly string[] = addendumLifecycle.allows(officer, addendum)
  const edit = allowed.includes('edit') ? [{ text: procurementText.edit, href: paths.edit(addendum.id) }] : []
  return purchasePage({
    title: text.listTitle, number: addendumName(addendum), status: text.states[addendum.state], listTitle: text.registerTitle, paths, id: addendum.id, notices: [], items: itemsOf(addendum),
    tables: [instalmentTable(addendum)], actions: stepActions({ document: addendum, officer, paths, allowed, buttons, print: addendum.number !== null && officer.permissions.has('expense.contract:print') ? steps.print : undefined, links: [...edit, ...links] }), attachments,
    papers: papersOpen(addendumPapers, officer, addendum), trail,
  }, errors)
}

function itemsOf(addendum: Addendum): SummaryItem[] {
  return [
    { label: fields.contract, text: `${addendum.contractName} (${addendum.contractNumber})` }, { label: fields.payee, text: addendum.payeeName }, { label: fields.signedOn, text: formatThaiDate(addendum.signedOn) },
    { label: fields.reason, text: addendum.reason }, { label: fields.priceBefore, text: formatMoney(addendum.priceBefore), isMoney: true }, { label: fields.price, text: formatMoney(addendum.price), isMoney: true },
    { label: fields.endsBefore, text: formatThaiDate(addendum.endsBefore) }, { label: fields.endsOn, text: formatThaiDate(addendum.endsOn) },
    { label: fields.waivedDays, text: addendum.waivedDays === 0 ? '' : procurementText.days(String(addendum.waivedDays)) }, { label: procurementText.fields.author, text: addendum.author.name },
  ]
}

/** What both sides sign: the change, and the instalments as they become. */
export function addendumPaper(addendum: Addendum, mark: string): PurchasePaper {
  return {
    title: `${paper.title} ${addendumName(addendum)}`, print: { backHref: paths.show(addendum.id) },
    ...inThaiDigits({
      printHead: { organisation: addendum.organisationName, title: paper.title, facts: [
        { label: columns.number, text: addendumName(addendum) }, { label: columns.date, text: formatThaiDate(addendum.signedOn) }, { label: procurementText.paper.copy, text: mark },
      ] },
      parts: [
        { heading: paper.contract, text: paper.of(addendum.contractNumber, addendum.contractName) }, { heading: fields.payee, text: addendum.payeeName }, { heading: fields.reason, text: addendum.reason },
      ],
      tables: [changesTable(addendum), instalmentTable(addendum)], closing: [paper.amount(formatMoney(addendum.price), bahtText(addendum.price)), paper.rest],
      signatures: { signers: [signer(contractText.paper.buyer, null), signer(contractText.paper.seller, { name: addendum.payeeName, position: '' })] },
    }),
  }
}

/** Only what changes. */
function changesTable({ price, priceBefore, endsOn, endsBefore, waivedDays }: Addendum): LineTable {
  const rows: readonly (readonly [isChanged: boolean, label: string, before: string, after: string])[] = [
    [compare(price, priceBefore) !== 0, columns.after, formatMoney(priceBefore), formatMoney(price)], [endsOn !== endsBefore, columns.ends, formatThaiDate(endsBefore), formatThaiDate(endsOn)],
    [waivedDays > 0, fields.waivedDays, '', procurementText.days(String(waivedDays))],
  ]
  return lineTable({
    caption: paper.changes, empty: text.none, columns: [{ label: paper.item, kind: 'text', isRowHeader: true }, { label: paper.before, kind: 'text' }, { label: paper.after, kind: 'text' }],
    rows: rows.filter(([isChanged]) => isChanged).map(([, ...cells]) => cells),
  })
}

export function addendumForm(input: AddendumInput, { contract, id, isMore }: { readonly contract: Contract; readonly id: string | undefined; readonly isMore: boolean }, errors: FieldErrors): PurchaseForm {
  const asked = <N extends Exclude<keyof AddendumInput & keyof typeof fields, 'rows'>>(name: N) => ({ name, label: fields[name], value: input[name], error: errors[name] })
  return {
    ...purchaseForm({ listTitle: text.registerTitle, title: text.formTitle(`${contractName(contract)} ${contract.payeeName}`), paths, id, formKey: input.formKey, version: input.version, errors }),
    hint: text.hint, hidden: [{ name: 'contract', value: contract.id }], editors: [instalmentEditor(input, { errors, isMore })],
    controls: [
      { date: date({ ...asked('signedOn'), required: true }) }, { date: date({ ...asked('endsOn'), required: true }) }, { money: money({ ...asked('price'), required: true }) },
      { field: field({ ...asked('waivedDays'), type: 'number', suffix: fields.daysSuffix }) }, { field: field({ ...asked('reason'), width: 'full', required: true, maxLength: 500 }) },
    ],
  }
}

/** As the contract stands. */
export function blankAddendum(formKey: string, today: CalendarDate, contract: Contract): AddendumInput {
  return {
    contract: contract.id, signedOn: formatThaiDateField(today), reason: '', price: formatMoney(contract.price), endsOn: formatThaiDateField(contract.endsOn), waivedDays: '', formKey, version: '',
    rows: instalmentInput(contract.instalments),
  }
}

/** What the draft left as it was is shown as the contract has it since; otherwise saving would take the other addendum back. */
export function addendumInput(addendum: Addendum, contract: Contract): AddendumInput {
  const isSamePrice = compare(addendum.price, addendum.priceBefore) === 0
  const isSamePlan = !isSamePrice || compare(contract.price, addendum.priceBefore) === 0
  return {
    contract: addendum.contractId, signedOn: formatThaiDateField(addendum.signedOn), reason: addendum.reason, price: formatMoney(isSamePrice ? contract.price : addendum.price),
    endsOn: formatThaiDateField(addendum.endsOn === addendum.endsBefore ? contract.endsOn : addendum.endsOn), waivedDays: addendum.waivedDays === 0 ? '' : String(addendum.waivedDays),
    formKey: '', version: String(addendum.version), rows: instalmentInput(isSamePlan ? addendum.instalments : contract.instalments),
  }
}

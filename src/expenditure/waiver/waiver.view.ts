// A waiver as finished strings: its register, its page, its form and its paper.
import { asSigned, papersOpen, seenFrom, signer, stepActions, type Attachment, type StepButton } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { choice, date, field, lineTable, money, type Control, type LineTable, type Link, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { allocate, formatMoney, minus } from '../../platform/money.ts'
import { personKey } from '../bounce-people/bounce-people.ts'
import { claimNameOf } from '../correction/correction.ts'
import { claimPaths, waiverPaths as paths } from '../expenditure.paths.ts'
import { inThaiDigits, linkTo, purchaseForm, purchasePage, type PurchaseForm, type PurchasePage, type PurchasePaper, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { procurementText } from '../procurement.text.ts'
import { waiverText as text } from '../waiver.text.ts'
import { costField, type WaiverInput } from './waiver.schema.ts'
import { waiverLifecycle, waiverName, waiverPapers, type KnownWaiver, type WaivedCost, type Waiver, type WaiverStep, type WholeWaiver } from './waiver.ts'

const { columns, fields, paper, steps } = text

const peopleOf = ({ people, payeeName }: Waiver) => (people.length === 0 ? payeeName || text.whole : people.join(', '))

export function waiverColumns(own: string): readonly RegisterColumn<Waiver>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (each) => linkTo(own, each, { text: waiverName(each), path: paths.show(each.id) }), value: waiverName },
    { label: columns.date, kind: 'date', cell: ({ documentDate }) => formatThaiDateShort(documentDate), value: ({ documentDate }) => ({ day: documentDate }) },
    { label: columns.claim, kind: 'text', cell: (each) => ({ text: claimNameOf(each), href: seenFrom(own, each.organisationId, claimPaths.show(each.claimId)), note: each.claimTitle }), value: claimNameOf },
    { label: columns.people, kind: 'text', cell: peopleOf, value: peopleOf },
    { label: columns.reason, kind: 'text', cell: ({ reason }) => reason, value: ({ reason }) => reason },
    { label: columns.amount, kind: 'money', cell: ({ amount }) => formatMoney(amount), value: ({ amount }) => amount, total: ({ amount }) => amount },
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}

/** On the page of its claim. */
export function waiversTable(waivers: readonly Waiver[], own: string): LineTable[] {
  if (waivers.length === 0) return []
  const shown = waiverColumns(own).filter(({ label }) => label !== columns.claim)
  return [lineTable({ caption: text.ofClaim, empty: '', columns: shown, rows: waivers.map((each) => shown.map((column) => column.cell(each))) })]
}

export interface ShownWaiver {
  readonly waiver: WholeWaiver
  readonly officer: Officer
  readonly isAlone: boolean
  readonly links: readonly Link[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

const buttons: readonly StepButton<WaiverStep>[] = [
  { step: 'approve', label: steps.approve, kind: 'primary' }, { step: 'refuse', label: steps.refuse, kind: 'danger', reason: steps.refuseReason },
  { step: 'reverse', label: steps.reverse, kind: 'danger', reason: steps.reverseReason }, { step: 'cancel', label: steps.cancel, kind: 'danger' },
]

export function waiverPage({ waiver, officer, isAlone, links, attachments, trail }: ShownWaiver, errors: FieldErrors = {}): PurchasePage {
  const isPrinted = officer.permissions.has('expense.voucherreq:print') && waiver.state !== 'cancelled'
  return purchasePage({
    title: text.title, number: waiverName(waiver), status: text.states[waiver.state], listTitle: text.registerTitle, paths, id: waiver.id, notices: [], items: itemsOf(waiver, officer),
    tables: [costsTable(waiver)],
    actions: stepActions({ document: waiver, officer, paths, allowed: waiverLifecycle.allows(officer, asSigned(waiver, isAlone)), buttons, print: isPrinted ? text.print : undefined, links }),
    attachments, papers: papersOpen(waiverPapers, officer, waiver), trail,
  }, errors)
}

function itemsOf(waiver: WholeWaiver, officer: Officer): SummaryItem[] {
  return [
    { label: fields.claim, text: claimNameOf(waiver), href: seenFrom(officer.organisationId, waiver.organisationId, claimPaths.show(waiver.claimId)) },
    { label: fields.claimTitle, text: waiver.claimTitle }, { label: fields.payee, text: waiver.payeeName }, { label: fields.people, text: waiver.people.join(', ') },
    { label: fields.documentDate, text: formatThaiDate(waiver.documentDate) }, { label: fields.amount, text: formatMoney(waiver.amount), isMoney: true },
    { label: fields.reason, text: waiver.reason }, { label: fields.endReason, text: waiver.endReason ?? '' }, { label: fields.author, text: waiver.author.name },
    { label: fields.approver, text: waiver.poster?.name ?? '' },
  ]
}

function costsTable({ costs, amount }: WholeWaiver): LineTable {
  return lineTable({
    caption: text.costsCaption, empty: '', columns: [{ label: columns.line, kind: 'text', isRowHeader: true }, { label: columns.account, kind: 'text' }, { label: columns.amount, kind: 'money' }],
    rows: costs.map((cost) => [cost.lineName, `${cost.accountCode} ${cost.accountName}`, formatMoney(cost.amount)]), totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(amount)] }],
  })
}

export interface WaiverNames {
  readonly claimName: string
  readonly accountNames: ReadonlyMap<string, string>
  /** By id of the control line. */
  readonly lineNames: ReadonlyMap<string, string>
}

export function waiverForm(input: WaiverInput, known: KnownWaiver, { names, errors }: { readonly names: WaiverNames; readonly errors: FieldErrors }): PurchaseForm {
  const { claim, people } = known
  const options = people.map((person) => ({ value: personKey({ claimId: claim.id, line: person.line }), text: text.person(person.name, formatMoney(minus(person.gross, person.deducted))) }))
  return {
    ...purchaseForm({ listTitle: text.registerTitle, title: text.newTitle, paths, id: undefined, formKey: input.formKey, version: '', errors }), save: text.save,
    cancelHref: claimPaths.show(claim.id), hint: text.hint, hidden: [{ name: 'claim', value: claim.id }], editors: [],
    pageHeader: { title: text.newTitle, lead: `${names.claimName} ${claim.title} ${claim.payeeName ?? ''} ${fields.amount} ${formatMoney(known.due)}` },
    controls: [
      ...(options.length === 0 ? [] : [{ choice: choice({ name: 'people', label: fields.people, type: 'checkbox', options, values: [...input.people], error: errors.people, required: true }) }]),
      ...costControls(input, known, { names, errors }),
      { date: date({ name: 'documentDate', label: fields.documentDate, value: input.documentDate, error: errors.documentDate, required: true }) },
      { field: field({ name: 'reason', label: fields.reason, value: input.reason, error: errors.reason, required: true, width: 'full', maxLength: 500 }) },
    ],
  }
}

/** Only where there is something to tell: an only cost takes all of it back. */
function costControls({ shares }: WaiverInput, { costs }: KnownWaiver, { names, errors }: { readonly names: WaiverNames; readonly errors: FieldErrors }): Control[] {
  if (costs.length < 2) return []
  const accountOf = ({ accountCode }: WaivedCost) => `${accountCode} ${names.accountNames.get(accountCode) ?? ''}`.trim()
  const named = (cost: WaivedCost) => text.cost(names.lineNames.get(cost.budgetLineId ?? '') ?? cost.subKey ?? '')
  return costs.map((cost) => ({ money: money({ name: costField(cost.line), label: named(cost), hint: text.costHint(accountOf(cost), formatMoney(cost.amount)), value: shares.get(cost.line) ?? '', error: errors[costField(cost.line)] }) }))
}

/** What came back of the whole claim is proposed by what each cost is of it; of some people the clerk knows. */
export function blankWaiver(formKey: string, today: CalendarDate, { claim, costs, due, people }: KnownWaiver): WaiverInput {
  const parts = people.length > 0 ? [] : allocate(due, costs.map(({ amount }) => amount))
  return {
    claim: claim.id, documentDate: formatThaiDateField(today), reason: '', formKey, people: people.length === 1 ? people.map(({ line }) => personKey({ claimId: claim.id, line })) : [],
    shares: new Map(parts.map((part, index) => [costs[index]?.line ?? 0, formatMoney(part)])),
  }
}

export function waiverPaper(waiver: WholeWaiver, mark: string): PurchasePaper {
  return {
    title: `${text.title} ${waiverName(waiver)}`, print: { backHref: paths.show(waiver.id) },
    ...inThaiDigits({
      printHead: { organisation: waiver.organisationName, title: text.title, facts: [
        { label: columns.number, text: waiverName(waiver) }, { label: columns.date, text: formatThaiDate(waiver.documentDate) }, { label: procurementText.paper.copy, text: mark },
      ] },
      parts: [
        { heading: paper.facts, text: `${claimNameOf(waiver)} ${waiver.claimTitle}` }, { heading: paper.payee, text: peopleOf(waiver) }, { heading: paper.reason, text: waiver.reason }, { heading: '', text: paper.request },
      ],
      tables: [costsTable(waiver)], closing: [paper.amount(formatMoney(waiver.amount), bahtText(waiver.amount))],
      signatures: { signers: [signer(paper.signers.author, waiver.author), signer(paper.signers.approver, waiver.poster)] },
    }),
  }
}

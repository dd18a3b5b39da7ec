// A correction of expenditure as finished strings: its register, its page, its form and its paper.
import { budgetLineList, budgetLineName, budgetLineOptions } from '../../budget/index.ts'
import { asSigned, papersOpen, seenFrom, signer, stepActions, type Attachment, type StepButton } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, money, select, type LineTable, type Link, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { correctionText as text } from '../correction.text.ts'
import { accountText, choicesOf, type ExpenseAccount } from '../expense-account/expense-account.ts'
import { claimPaths, correctionPaths as paths } from '../expenditure.paths.ts'
import { inThaiDigits, linkTo, purchaseForm, purchasePage, type PurchaseForm, type PurchasePage, type PurchasePaper, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { procurementText } from '../procurement.text.ts'
import { type CorrectionInput } from './correction.schema.ts'
import { claimNameOf, correctionLifecycle, correctionName, correctionPapers, costKey, type Correction, type CorrectionStep, type Cost, type KnownCosts } from './correction.ts'

const { columns, fields, paper, steps } = text

export function correctionColumns(own: string): readonly RegisterColumn<Correction>[] {
  const sides = ({ fromLine, toLine }: Correction) => ({ from: budgetLineName(fromLine), to: budgetLineName(toLine) })
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (each) => linkTo(own, each, { text: correctionName(each), path: paths.show(each.id) }), value: correctionName },
    { label: columns.date, kind: 'date', cell: ({ documentDate }) => formatThaiDateShort(documentDate), value: ({ documentDate }) => ({ day: documentDate }) },
    { label: columns.claim, kind: 'text', cell: (each) => ({ text: claimNameOf(each), href: seenFrom(own, each.organisationId, claimPaths.show(each.claimId)), note: each.payeeName }), value: claimNameOf },
    { label: columns.from, kind: 'text', cell: (each) => ({ text: sides(each).from, note: each.fromAccount }), value: (each) => sides(each).from },
    { label: columns.fromAccount, kind: 'code', onlyOn: 'files', cell: ({ fromAccount }) => fromAccount, value: ({ fromAccount }) => fromAccount },
    { label: columns.to, kind: 'text', cell: (each) => ({ text: sides(each).to, note: each.toAccount }), value: (each) => sides(each).to },
    { label: columns.toAccount, kind: 'code', onlyOn: 'files', cell: ({ toAccount }) => toAccount, value: ({ toAccount }) => toAccount },
    { label: columns.reason, kind: 'text', onlyOn: 'files', cell: ({ reason }) => reason, value: ({ reason }) => reason },
    { label: columns.amount, kind: 'money', cell: ({ amount }) => formatMoney(amount), value: ({ amount }) => amount, total: ({ amount }) => amount },
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}

export interface ShownCorrection {
  readonly correction: Correction
  readonly officer: Officer
  readonly isAlone: boolean
  readonly links: readonly Link[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

const buttons: readonly StepButton<CorrectionStep>[] = [
  { step: 'approve', label: steps.approve, kind: 'primary' }, { step: 'refuse', label: steps.refuse, kind: 'danger', reason: steps.refuseReason },
  { step: 'reverse', label: steps.reverse, kind: 'danger', reason: steps.reverseReason }, { step: 'cancel', label: steps.cancel, kind: 'danger' },
]

export function correctionPage({ correction, officer, isAlone, links, attachments, trail }: ShownCorrection, errors: FieldErrors = {}): PurchasePage {
  const isPrinted = officer.permissions.has('expense.voucherreq:print') && correction.state !== 'cancelled'
  return purchasePage({
    title: text.title, number: correctionName(correction), status: text.states[correction.state], listTitle: text.registerTitle, paths, id: correction.id, notices: [], items: itemsOf(correction, officer),
    tables: [movedTable(correction)],
    actions: stepActions({ document: correction, officer, paths, allowed: correctionLifecycle.allows(officer, asSigned(correction, isAlone)), buttons, print: isPrinted ? text.print : undefined, links }),
    attachments, papers: papersOpen(correctionPapers, officer, correction), trail,
  }, errors)
}

function itemsOf(correction: Correction, officer: Officer): SummaryItem[] {
  return [
    { label: fields.claim, text: claimNameOf(correction), href: seenFrom(officer.organisationId, correction.organisationId, claimPaths.show(correction.claimId)) },
    { label: fields.claimTitle, text: correction.claimTitle }, { label: fields.payee, text: correction.payeeName },
    { label: fields.documentDate, text: formatThaiDate(correction.documentDate) }, { label: fields.amount, text: formatMoney(correction.amount), isMoney: true },
    { label: fields.reason, text: correction.reason }, { label: fields.endReason, text: correction.endReason ?? '' }, { label: fields.author, text: correction.author.name },
    { label: fields.approver, text: correction.poster?.name ?? '' },
  ]
}

/** Where it stood, and where it belongs. */
function movedTable(correction: Correction): LineTable {
  const amount = formatMoney(correction.amount)
  return lineTable({
    caption: text.movedCaption, empty: '', columns: [
      { label: columns.side, kind: 'text', isRowHeader: true }, { label: columns.line, kind: 'text' }, { label: columns.account, kind: 'text' }, { label: columns.amount, kind: 'money' },
    ],
    rows: [
      [columns.wrong, budgetLineName(correction.fromLine), `${correction.fromAccount} ${correction.fromAccountName}`, amount],
      [columns.right, budgetLineName(correction.toLine), `${correction.toAccount} ${correction.toAccountName}`, amount],
    ],
  })
}

/** On the page of its claim. */
export function correctionsTable(corrections: readonly Correction[], own: string): LineTable[] {
  if (corrections.length === 0) return []
  const shown = correctionColumns(own).filter(({ onlyOn, label }) => onlyOn === undefined && label !== columns.claim)
  return [lineTable({ caption: text.ofClaim, empty: '', columns: shown, rows: corrections.map((each) => shown.map((column) => column.cell(each))) })]
}

export interface FormChoices {
  readonly known: KnownCosts
  readonly claimName: string
  readonly accountNames: ReadonlyMap<string, string>
  readonly accounts: ReadonlyMap<string, ExpenseAccount>
}

const accountList = 'correction-accounts'

export function correctionForm(input: CorrectionInput, { known, claimName, accountNames, accounts }: FormChoices, errors: FieldErrors): PurchaseForm {
  const { claim, costs, lines, isYearClosed } = known
  const lineName = new Map(lines.map((line) => [line.id, budgetLineName(line)]))
  const named = (cost: Cost) => text.cost(lineName.get(cost.lineId) ?? '', `${cost.accountCode} ${accountNames.get(cost.accountCode) ?? ''}`.trim(), formatMoney(cost.amount))
  const asked = <N extends Exclude<keyof CorrectionInput, 'formKey' | 'claim'>>(name: N) => ({ name, label: fields[name], value: input[name], error: errors[name] })
  const options = costs.map((cost) => ({ value: costKey(cost), text: named(cost) }))
  const proposed = new Map([...accounts.values()].flatMap(choicesOf).map((account) => [account.code, account]))
  return {
    ...purchaseForm({ listTitle: text.registerTitle, title: text.newTitle, paths, id: undefined, formKey: input.formKey, version: '', errors }), save: text.save,
    cancelHref: claimPaths.show(claim.id), hint: isYearClosed ? text.lastYearHint : text.hint, hidden: [{ name: 'claim', value: claim.id }], editors: [],
    pageHeader: { title: text.newTitle, lead: `${claimName} ${claim.title} ${claim.payeeName ?? ''}`.trim() },
    controls: [
      { select: select({ ...asked('cost'), options: [...(options.length === 1 ? [] : [{ value: '', text: text.choose }]), ...options], required: true, width: 'full' }) },
      { field: field({ ...asked('line'), hint: fields.lineHint, width: 'full', list: { id: budgetLineList, options: budgetLineOptions(lines) } }) },
      { field: field({ ...asked('account'), hint: fields.accountHint, width: 'full', list: { id: accountList, options: [...proposed.values()].map((account) => ({ value: accountText(account), text: '' })) } }) },
      { money: money({ ...asked('amount'), required: true }) }, { date: date({ ...asked('documentDate'), required: true }) },
      { field: field({ ...asked('reason'), required: true, width: 'full', maxLength: 500 }) },
    ],
  }
}

export function blankCorrection(formKey: string, today: CalendarDate, known: KnownCosts): CorrectionInput {
  const [only, ...others] = known.costs
  const isOnly = only !== undefined && others.length === 0
  return {
    claim: known.claim.id, documentDate: formatThaiDateField(today), cost: isOnly ? costKey(only) : '', line: '', account: '', amount: isOnly ? formatMoney(only.amount) : '', reason: '', formKey,
  }
}

export function correctionPaper(correction: Correction, mark: string): PurchasePaper {
  return {
    title: `${text.title} ${correctionName(correction)}`, print: { backHref: paths.show(correction.id) },
    ...inThaiDigits({
      printHead: { organisation: correction.organisationName, title: text.title, facts: [
        { label: columns.number, text: correctionName(correction) }, { label: columns.date, text: formatThaiDate(correction.documentDate) }, { label: procurementText.paper.copy, text: mark },
      ] },
      parts: [
        { heading: paper.facts, text: `${claimNameOf(correction)} ${correction.claimTitle}` }, ...(correction.payeeName === '' ? [] : [{ heading: paper.payee, text: correction.payeeName }]),
        { heading: paper.reason, text: correction.reason }, { heading: '', text: paper.request },
      ],
      tables: [movedTable(correction)], closing: [paper.amount(formatMoney(correction.amount), bahtText(correction.amount))],
      signatures: { signers: [signer(paper.signers.author, correction.author), signer(paper.signers.approver, correction.poster)] },
    }),
  }
}

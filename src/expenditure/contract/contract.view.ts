// A contract as finished strings: its register, its page with what came of it, and the order on paper.
import { budgetLineName } from '../../budget/index.ts'
import { papersOpen, signer, stepActions, type Attachment, type StepButton } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Officer } from '../../platform/database/work.ts'
import { compareDates, formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { lineTable, type Actions, type LineTable, type Link, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { compare, formatMoney, isZero, plus } from '../../platform/money.ts'
import { asksForTermination } from '../late-fine/late-fine.ts'
import { contractMoneyText } from '../contract-money.text.ts'
import { contractText as text } from '../contract.text.ts'
import { payeeText } from '../payee-meant/payee-meant.ts'
import { contractPaths as paths, requestPaths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { type ProcurementRules } from '../procurement-rules/procurement-rules.ts'
import { inThaiDigits, purchasePage, type PurchasePage, type PurchasePaper } from '../purchase-desk/purchase-desk.view.ts'
import { itemsTable } from '../purchase-request/purchase-request.view.ts'
import { type PurchaseRequest } from '../purchase-request/purchase-request.ts'
import { advanceOf, contractLifecycle, contractName, contractPapers, type Contract, type ContractFigures, type ContractStep } from './contract.ts'

const { columns, fields, paper } = text

export interface ShownContract {
  readonly contract: Contract
  readonly figures: ContractFigures
  readonly rules: ProcurementRules
  readonly officer: Officer
  readonly today: CalendarDate
  readonly links: readonly Link[]
  readonly tables: readonly LineTable[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

export function contractPage(shown: ShownContract, errors: FieldErrors = {}): PurchasePage {
  const { contract, officer } = shown
  return purchasePage({
    title: text.kinds[contract.kind], number: contractName(contract), status: text.states[contract.state], listTitle: text.registerTitle, paths, id: contract.id, notices: noticesOf(shown),
    items: itemsOf(contract), tables: [...(contract.number === null ? [] : [figuresTable(shown)]), instalmentTable(contract), budgetTable(contract), ...shown.tables],
    actions: actionsOf(shown), attachments: shown.attachments, papers: papersOpen(contractPapers, officer, contract), trail: shown.trail,
  }, errors)
}

function noticesOf({ contract, figures, rules, today }: ShownContract): string[] {
  const [warning, fines] = [rules.text('fine-warning'), plus(figures.fined, figures.fineOwed)]
  return [
    ...(asksForTermination(fines, contract.price, warning) ? [text.warnFine(formatMoney(fines), warning)] : []),
    ...(isZero(figures.fineOwed) ? [] : [text.fineOwed(formatMoney(figures.fineOwed), contractName(contract))]),
    ...(contract.state === 'signed' && compareDates(contract.endsOn, today) < 0 && compare(figures.accepted, contract.price) < 0 ? [text.expired] : []),
  ]
}

function itemsOf(contract: Contract): SummaryItem[] {
  const percent = (rate: string) => (rate === '0' ? '' : procurementText.percent(rate))
  const advance = isZero(advanceOf(contract)) ? '' : `${percent(contract.advancePercent)} (${formatMoney(advanceOf(contract))} ${procurementText.baht})`
  const security = contract.securityKind === 'none' ? text.securityKinds.none : paper.securityOf(text.securityKinds[contract.securityKind], formatMoney(contract.securityAmount))
  return [
    { label: fields.contractNumber, text: contract.contractNumber }, { label: fields.request, text: contract.requestNumber, href: requestPaths.show(contract.requestId) },
    { label: fields.egpProject, text: contract.egpProject }, { label: fields.egpControl, text: contract.egpControl },
    { label: fields.payee, text: payeeText({ name: contract.payeeName, taxId: contract.payeeTaxId }) }, { label: fields.title, text: contract.title },
    { label: fields.signedOn, text: formatThaiDate(contract.signedOn) }, { label: fields.startsOn, text: formatThaiDate(contract.startsOn) }, { label: fields.endsOn, text: formatThaiDate(contract.endsOn) },
    { label: fields.price, text: formatMoney(contract.price), isMoney: true }, { label: fields.vat, text: text.vats[contract.vat] },
    { label: fields.fineRate, text: paper.fineOf(contract.fineRate, text.fineKinds[contract.fineKind]) }, { label: fields.fineReason, text: contract.fineReason },
    { label: fields.waivedDays, text: contract.waivedDays === 0 ? '' : procurementText.days(String(contract.waivedDays)) },
    { label: fields.advancePercent, text: advance }, { label: fields.retentionPercent, text: percent(contract.retentionPercent) }, { label: fields.securityKind, text: security },
    { label: fields.securityReference, text: contract.securityReference }, { label: fields.securityReason, text: contract.securityReason }, { label: fields.warrantyMonths, text: contract.warrantyMonths === 0 ? '' : `${contract.warrantyMonths} ${fields.months}` },
    { label: procurementText.fields.author, text: contract.author.name }, { label: fields.endReason, text: contract.endReason ?? '' },
  ]
}

const figureNames = ['accepted', 'claimed', 'paid', 'fined', 'fineOwed', 'advance', 'retention', 'security'] as const

function figuresTable({ contract, figures }: ShownContract): LineTable {
  return lineTable({
    caption: text.captions.figures, empty: text.none, columns: [{ label: columns.title, kind: 'text', isRowHeader: true }, { label: columns.amount, kind: 'money' }],
    rows: [[text.figures.price, formatMoney(contract.price)], ...figureNames.map((name) => [text.figures[name], formatMoney(figures[name])])],
  })
}

export function instalmentTable({ instalments, price }: Pick<Contract, 'instalments' | 'price'>): LineTable {
  return lineTable({
    caption: text.captions.instalments, empty: text.none, columns: [
      { label: columns.instalment, kind: 'number', isRowHeader: true }, { label: columns.description, kind: 'text' }, { label: columns.due, kind: 'date' }, { label: columns.amount, kind: 'money' },
    ],
    rows: instalments.map(({ number, description, dueOn, amount }) => [String(number), description, formatThaiDateShort(dueOn), formatMoney(amount)]),
    totals: [{ label: procurementText.sum, isGrand: true, cells: [formatMoney(price)] }],
  })
}

function budgetTable({ lines, price }: Contract): LineTable {
  return lineTable({
    caption: text.captions.budget, empty: text.none, columns: [{ label: procurementText.fields.line, kind: 'text', isRowHeader: true }, { label: columns.amount, kind: 'money' }],
    rows: lines.map((line) => [budgetLineName(line), formatMoney(line.amount)]), totals: [{ label: procurementText.sum, isGrand: true, cells: [formatMoney(price)] }],
  })
}

const { steps } = text
const buttons: readonly StepButton<ContractStep>[] = [
  { step: 'sign', label: steps.sign, kind: 'primary' }, { step: 'complete', label: steps.complete, kind: 'primary' }, { step: 'close', label: steps.close, kind: 'primary' },
  { step: 'advance', label: contractMoneyText.advance.label, kind: 'secondary', isConfirmed: true }, { step: 'refund', label: contractMoneyText.refund.label, kind: 'secondary', isConfirmed: true },
  { step: 'terminate', label: steps.terminate, kind: 'danger', reason: steps.terminateReason }, { step: 'reopen', label: steps.reopen, kind: 'secondary' },
  { step: 'revoke', label: steps.revoke, kind: 'danger', reason: steps.revokeReason }, { step: 'cancel', label: steps.cancel, kind: 'danger' },
]

/** Steps are offered where there is something to take them for. */
function isUseful(step: string, { contract, figures }: ShownContract): boolean {
  if (step === 'complete') return compare(figures.accepted, contract.price) >= 0
  if (step === 'advance') return !isZero(advanceOf(contract)) && isZero(figures.advance)
  return step !== 'refund' || !isZero(figures.security) || !isZero(figures.retention)
}

function actionsOf(shown: ShownContract): Actions | undefined {
  const { contract, officer, links } = shown
  const allowed: readonly string[] = contractLifecycle.allows(officer, contract).filter((step) => isUseful(step, shown))
  const edit = allowed.includes('edit') ? [{ text: procurementText.edit, href: paths.edit(contract.id) }] : []
  const mayPrint = contract.number !== null && officer.permissions.has('expense.contract:print')
  return stepActions({ document: contract, officer, paths, allowed, buttons, print: mayPrint ? steps.print : undefined, links: [...edit, ...links] })
}

/** ใบสั่งซื้อ/ใบสั่งจ้าง, with the goods of the request. */
export function orderPaper(contract: Contract, request: PurchaseRequest, mark: string): PurchasePaper {
  const title = paper.order[contract.kind]
  return {
    title: `${title} ${contractName(contract)}`, print: { backHref: paths.show(contract.id) },
    ...inThaiDigits({
      printHead: { organisation: contract.organisationName, title, facts: [
        { label: paper.number, text: contract.contractNumber }, { label: columns.date, text: formatThaiDate(contract.signedOn) }, { label: procurementText.paper.copy, text: mark },
      ] },
      parts: [
        { heading: paper.payee, text: contract.payeeName }, { heading: paper.address, text: contract.payeeAddress || '-' }, { heading: paper.taxId, text: contract.payeeTaxId ?? '-' },
        { heading: paper.request, text: `${contract.requestNumber} ${contract.title}` }, ...(contract.egpProject === '' ? [] : [{ heading: paper.egp, text: `${contract.egpProject} / ${contract.egpControl}` }]),
      ],
      tables: [itemsTable(request), instalmentTable(contract)],
      closing: [paper.amount(formatMoney(contract.price), bahtText(contract.price)), `${paper.delivery} ${paper.until(formatThaiDate(contract.endsOn))}`, ...termsOf(contract)],
      signatures: { signers: [signer(paper.buyer, null), signer(paper.seller, { name: contract.payeeName, position: '' })] },
    }),
  }
}

function termsOf(contract: Contract): string[] {
  const { warrantyMonths, securityKind } = contract
  return [
    `${paper.fine} ${paper.fineOf(contract.fineRate, text.fineKinds[contract.fineKind])}`,
    ...(warrantyMonths === 0 ? [] : [`${paper.warranty} ${paper.warrantyOf(String(warrantyMonths))}`]),
    ...(securityKind === 'none' ? [] : [`${paper.security} ${paper.securityOf(text.securityKinds[securityKind], formatMoney(contract.securityAmount))}`]),
  ]
}

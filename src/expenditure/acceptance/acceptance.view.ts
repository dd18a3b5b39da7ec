// An acceptance as finished strings: its register, its page, the step to a claim, and the paper the committee signs.
import { asSigned, papersOpen, printedNumber, signer, stepActions, type Attachment, type ConfirmPage, type StepButton } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { lineTable, money, type Actions, type LineTable, type Link, type SummaryItem, type Trail } from '../../platform/http/components.ts'
import { compare, formatMoney, isZero, sum, type Money } from '../../platform/money.ts'
import { acceptanceText as text } from '../acceptance.text.ts'
import { claimText } from '../claim.text.ts'
import { type ClaimHead } from '../claim/claim.ts'
import { claimPaths } from '../expenditure.paths.ts'
import { asksForTermination } from '../late-fine/late-fine.ts'
import { acceptancePaths as paths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { inThaiDigits, linkTo, purchasePage, type PurchasePage, type PurchasePaper, type RegisterColumn } from '../purchase-desk/purchase-desk.view.ts'
import { type Inspector } from '../purchase-request/purchase-request.ts'
import { requestText } from '../purchase-request.text.ts'
import { formatQuantity } from '../../platform/quantity.ts'
import { acceptanceLifecycle, acceptanceName, acceptancePapers, type Acceptance, type AcceptanceHead, type AcceptanceStep } from './acceptance.ts'

const { columns, fields, paper, claim: claiming } = text

export function acceptanceColumns(own: string): readonly RegisterColumn<AcceptanceHead>[] {
  return [
    { label: columns.number, kind: 'code', isRowHeader: true, cell: (acceptance) => linkTo(own, acceptance, { text: acceptanceName(acceptance), path: paths.show(acceptance.id) }), value: acceptanceName },
    { label: columns.date, kind: 'date', cell: ({ documentDate }) => formatThaiDateShort(documentDate), value: ({ documentDate }) => ({ day: documentDate }) },
    { label: columns.contract, kind: 'text', cell: ({ contractName, instalment }) => ({ text: contractName, note: `${fields.instalment} ${instalment}` }), value: ({ contractName, instalment }) => `${contractName} ${instalment}` },
    { label: columns.payee, kind: 'text', cell: ({ payeeName, title }) => ({ text: payeeName, note: title }), value: ({ payeeName }) => payeeName },
    { label: columns.total, kind: 'money', cell: ({ total }) => formatMoney(total), value: ({ total }) => total, total: ({ total }) => total },
    { label: columns.fine, kind: 'money', cell: ({ fine }) => formatMoney(fine), value: ({ fine }) => fine, total: ({ fine }) => fine },
    { label: columns.state, kind: 'status', cell: ({ state }) => ({ status: text.states[state] }), value: ({ state }) => text.states[state].text },
  ]
}

export interface ShownAcceptance {
  readonly acceptance: Acceptance
  readonly inspectors: readonly Inspector[]
  readonly claims: readonly ClaimHead[]
  readonly officer: Officer
  readonly isAlone: boolean
  /** Above this share of the price a fine asks for the end of the contract. */
  readonly warning: { readonly percent: string; readonly price: Money }
  readonly links: readonly Link[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

export function acceptancePage(shown: ShownAcceptance, errors: FieldErrors = {}): PurchasePage {
  const { acceptance, officer, warning } = shown
  const isMuch = asksForTermination(acceptance.fine, warning.price, warning.percent)
  return purchasePage({
    title: text.listTitle, number: acceptanceName(acceptance), status: text.states[acceptance.state], listTitle: text.registerTitle, paths, id: acceptance.id,
    notices: isMuch ? [text.warnFine(formatMoney(acceptance.fine), warning.percent)] : [], items: itemsOf(acceptance),
    tables: [linesTable(acceptance), inspectorsTable(shown.inspectors), ...(acceptance.number === null ? [] : [claimsTable(shown)])], actions: actionsOf(shown),
    attachments: shown.attachments, papers: papersOpen(acceptancePapers, officer, acceptance), trail: shown.trail,
  }, errors)
}

const lateText = ({ lateDays }: Acceptance) => (lateDays === 0 ? text.notLate : procurementText.days(String(lateDays)))

function itemsOf(acceptance: Acceptance): SummaryItem[] {
  const { invoiceDate } = acceptance
  return [
    { label: fields.contract, text: `${acceptance.contractName} (${acceptance.contractNumber})` }, { label: fields.payee, text: acceptance.payeeName }, { label: fields.title, text: acceptance.title },
    { label: fields.instalment, text: String(acceptance.instalment) }, { label: fields.dueOn, text: formatThaiDate(acceptance.dueOn) }, { label: fields.deliveredOn, text: formatThaiDate(acceptance.deliveredOn) },
    { label: fields.documentDate, text: formatThaiDate(acceptance.documentDate) }, { label: fields.deliveryNote, text: acceptance.deliveryNote }, { label: fields.invoiceNumber, text: acceptance.invoiceNumber },
    { label: fields.invoiceDate, text: invoiceDate === null ? '' : formatThaiDate(invoiceDate) }, { label: fields.lateDays, text: lateText(acceptance) },
    { label: fields.fine, text: isZero(acceptance.fine) ? '' : formatMoney(acceptance.fine), isMoney: true }, { label: fields.total, text: formatMoney(acceptance.total), isMoney: true },
    { label: procurementText.fields.author, text: acceptance.author.name }, { label: fields.decider, text: acceptance.decider?.name ?? '' }, { label: fields.endReason, text: acceptance.endReason ?? '' },
  ]
}

function linesTable({ lines, total }: Acceptance, isPaper = false): LineTable {
  const account = isPaper ? [] : [{ label: columns.account, kind: 'text' as const }]
  return lineTable({
    caption: text.captions.lines, empty: text.none, columns: [
      { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.quantity, kind: 'number' }, { label: columns.unit, kind: 'text' }, ...account, { label: columns.amount, kind: 'money' },
    ],
    rows: lines.map((line) => [
      line.item, formatQuantity(line.quantity), line.unit, ...(isPaper ? [] : [{ text: line.accountName, note: line.accountCode }]), formatMoney(line.amount),
    ]),
    totals: [{ label: procurementText.sum, isGrand: true, cells: [formatMoney(total)] }],
  })
}

/** Beneath their contract. */
export function acceptancesTable(acceptances: readonly AcceptanceHead[], { permissions }: Officer): LineTable {
  const maySee = permissions.has('expense.accept:view')
  return lineTable({
    caption: text.registerTitle, empty: text.none, columns: [
      { label: columns.number, kind: 'code', isRowHeader: true }, { label: fields.instalment, kind: 'number' }, { label: columns.date, kind: 'date' }, { label: columns.total, kind: 'money' },
      { label: columns.fine, kind: 'money' }, { label: columns.state, kind: 'status' },
    ],
    rows: acceptances.map((each) => [
      { text: acceptanceName(each), ...(maySee && { href: paths.show(each.id) }) }, String(each.instalment), formatThaiDateShort(each.documentDate), formatMoney(each.total), formatMoney(each.fine),
      { status: text.states[each.state] },
    ]),
  })
}

function inspectorsTable(inspectors: readonly Inspector[]): LineTable {
  return lineTable({
    caption: text.captions.inspectors, empty: text.none, columns: [
      { label: requestText.columns.name, kind: 'text', isRowHeader: true }, { label: requestText.columns.position, kind: 'text' }, { label: requestText.columns.role, kind: 'text' },
    ],
    rows: inspectors.map(({ name, position, role }) => [name, position, requestText.roles[role]]),
  })
}

function claimsTable({ claims, officer }: ShownAcceptance): LineTable {
  const maySee = officer.permissions.has('expense.voucherreq:view')
  return lineTable({
    caption: text.captions.claims, empty: text.none, columns: [
      { label: columns.claim, kind: 'code', isRowHeader: true }, { label: columns.gross, kind: 'money' }, { label: columns.net, kind: 'money' }, { label: columns.state, kind: 'status' },
    ],
    rows: claims.map((claim) => [
      { text: claim.number === null ? procurementText.noNumber : printedNumber('CLM', claim.number, claim.fiscalYear), ...(maySee && { href: claimPaths.show(claim.id) }) }, formatMoney(claim.gross), formatMoney(claim.net),
      { status: claimText.states[claim.state] },
    ]),
  })
}

const { steps } = text
const buttons: readonly StepButton<AcceptanceStep>[] = [
  { step: 'accept', label: steps.accept, kind: 'primary' }, { step: 'claim', label: steps.claim, kind: 'primary', isConfirmed: true },
  { step: 'reject', label: steps.reject, kind: 'danger', reason: steps.rejectReason }, { step: 'reverse', label: steps.reverse, kind: 'danger', reason: steps.reverseReason },
  { step: 'cancel', label: steps.cancel, kind: 'danger' },
]

/** What living claims leave of it. */
function isClaimed({ acceptance, claims }: ShownAcceptance): boolean {
  return compare(sum(claims.filter(({ state }) => state !== 'cancelled').map(({ gross }) => gross)), acceptance.total) >= 0
}

function actionsOf(shown: ShownAcceptance): Actions | undefined {
  const { acceptance, officer, isAlone, links } = shown
  const allowed: readonly string[] = acceptanceLifecycle.allows(officer, asSigned(acceptance, isAlone)).filter((step) => step !== 'claim' || !isClaimed(shown))
  const mayPrint = acceptance.number !== null && officer.permissions.has('expense.accept:print')
  const edit = allowed.includes('edit') ? [{ text: procurementText.edit, href: paths.edit(acceptance.id) }] : []
  return stepActions({ document: acceptance, officer, paths, allowed, buttons, print: mayPrint ? steps.print : undefined, links: [...edit, ...links] })
}

/** How much of it is claimed: offered is what nobody claimed yet. */
export function claimPage(acceptance: Acceptance, given: { readonly rest: Money; readonly typed: string; readonly errors: FieldErrors }): ConfirmPage {
  const name = acceptanceName(acceptance)
  return {
    title: claiming.title(name), breadcrumb: [{ text: text.registerTitle, href: paths.list }, { text: name, href: paths.show(acceptance.id) }],
    confirm: {
      action: paths.step(acceptance.id, 'claim'), version: String(acceptance.version), question: claiming.question(name), consequences: claiming.consequences,
      facts: { items: [{ label: fields.payee, text: acceptance.payeeName }, { label: fields.total, text: formatMoney(acceptance.total), isMoney: true }, { label: claiming.rest, text: formatMoney(given.rest), isMoney: true }] },
      controls: [{ money: money({ name: 'amount', label: fields.amount, value: given.typed || formatMoney(given.rest), required: true, error: given.errors.amount }) }],
      label: steps.claim, kind: 'primary', cancel: { text: claiming.back, href: paths.show(acceptance.id) },
    },
  }
}

/** ใบตรวจรับพัสดุ, signed by everybody who looked. */
export function acceptancePaper(acceptance: Acceptance, inspectors: readonly Inspector[], mark: string): PurchasePaper {
  const fine = isZero(acceptance.fine) ? paper.noFine : paper.fine(String(acceptance.lateDays), formatMoney(acceptance.fine))
  return {
    title: `${text.listTitle} ${acceptanceName(acceptance)}`, print: { backHref: paths.show(acceptance.id) },
    ...inThaiDigits({
      printHead: { organisation: acceptance.organisationName, title: text.listTitle, facts: [
        { label: columns.number, text: acceptanceName(acceptance) }, { label: columns.date, text: formatThaiDate(acceptance.documentDate) }, { label: procurementText.paper.copy, text: mark },
      ] },
      parts: [
        { heading: paper.facts, text: `${acceptance.contractNumber} ${acceptance.title}` }, { heading: fields.payee, text: acceptance.payeeName },
        { heading: paper.delivered, text: `${formatThaiDate(acceptance.deliveredOn)} ${acceptance.deliveryNote}` }, { heading: paper.accepted, text: formatThaiDate(acceptance.documentDate) },
      ],
      tables: [linesTable(acceptance, true)], closing: [paper.amount(formatMoney(acceptance.total), bahtText(acceptance.total)), fine, paper.result],
      signatures: { signers: inspectors.map((inspector) => signer(requestText.roles[inspector.role], inspector)) },
    }),
  }
}

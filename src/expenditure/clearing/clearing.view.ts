// Clearings as finished strings: beside their contract, one of them, its paper.
import { budgetLineList, budgetLineOptions, type LineWithBalance } from '../../budget/index.ts'
import { asSigned, papersView, signer, stepActions, type Attachment, type ConfirmPage, type StepButton } from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, refusals, type Actions, type Attachments, type ErrorSummary, type LineTable, type PageHeader, type PrintHead, type Signatures, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, minus, sum } from '../../platform/money.ts'
import { toThaiDigits as thai } from '../../platform/thai.ts'
import { type ClaimHead } from '../claim/claim.ts'
import { claimNumber, statusOf } from '../claim/claim.view.ts'
import { clearingText as text } from '../clearing.text.ts'
import { claimPaths } from '../expenditure.paths.ts'
import { clearingPaths as paths, loanPaths } from '../loan.paths.ts'
import { loanText } from '../loan.text.ts'
import { loanNumber, type Loan } from '../loan/loan.ts'
import { clearingLifecycle, clearingNumber, clearingPapers, type Clearing, type ClearingHead, type ClearingStep } from './clearing.ts'

const { columns, paper } = text

export function clearingsTable(clearings: readonly ClearingHead[]): LineTable {
  const counted = clearings.filter(({ state }) => state === 'posted')
  return lineTable({
    caption: text.listCaption, empty: text.empty, columns: [
      { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.amount, kind: 'money' }, { label: columns.settled, kind: 'money' },
      { label: columns.state, kind: 'status' },
    ],
    rows: clearings.map((each) => [
      { text: clearingNumber(each), href: paths.show(each.id) }, formatThaiDateShort(each.clearingDate), formatMoney(each.amount), formatMoney(each.settled), { status: text.states[each.state] },
    ]),
    totals: counted.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [formatMoney(sum(counted.map(({ amount }) => amount))), formatMoney(sum(counted.map(({ settled }) => settled))), ''] }],
  })
}

export interface ShownClearing {
  readonly clearing: Clearing
  readonly loan: Loan
  readonly officer: Officer
  readonly isAlone: boolean
  readonly lineNames: ReadonlyMap<string, string>
  readonly accountNames: ReadonlyMap<string, string>
  readonly claims: readonly ClaimHead[]
  /** Its excess is claimed on a line of another year. */
  readonly isYearOver: boolean
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

export interface ClearingPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly tables: readonly LineTable[]
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

const buttons: readonly StepButton<ClearingStep>[] = [
  { step: 'approve', label: text.steps.approve, kind: 'primary' }, { step: 'claim', label: text.steps.claim, kind: 'primary' },
  { step: 'return', label: text.steps.return, kind: 'danger', reason: text.reason }, { step: 'reverse', label: text.steps.reverse, kind: 'danger', reason: text.reason },
  { step: 'cancel', label: text.steps.cancel, kind: 'danger' },
]

export function showPage(shown: ShownClearing, errors: FieldErrors = {}): ClearingPage {
  const { clearing, loan, officer, claims } = shown
  const number = clearingNumber(clearing)
  const loanName = loanNumber(loan) ?? ''
  return {
    title: text.title(number), breadcrumb: [{ text: loanText.listTitle, href: loanPaths.list }, { text: loanName, href: loanPaths.show(loan.id) }, { text: number }],
    pageHeader: { title: text.title(number), status: text.states[clearing.state] }, ...refusals(errors),
    notices: clearing.returnReason === null ? [] : [text.returned(clearing.returnReason)], summaryList: factsOf(shown),
    attachments: papersView({ papers: clearingPapers, officer, document: clearing, attachments: shown.attachments, paths, error: errors.files }),
    tables: [vouchersTable(shown), ...(claims.length > 0 ? [claimsTable(claims)] : [])], trail: shown.trail,
    actions: stepActions({
      document: clearing, officer, paths, buttons: buttons.map((button) => (button.step === 'claim' ? { ...button, isConfirmed: shown.isYearOver } : button)), allowed: clearingLifecycle.allows(officer, asSigned(clearing, shown.isAlone)).filter((step) => step !== 'claim' || mayClaim(shown)),
      print: officer.permissions.has('expense.loan:print') && clearing.state !== 'cancelled' ? text.print : undefined,
    }),
  }
}

/** Undefined lines: those of the loan pay. */
export function excessPage(clearing: Clearing, { lines, typed, errors }: { readonly lines: readonly LineWithBalance[] | undefined; readonly typed: string; readonly errors: FieldErrors }): ConfirmPage {
  const number = clearingNumber(clearing)
  const box = lines && field({ name: 'line', label: columns.line, hint: text.excess.lineHint, value: typed, error: errors.line, required: true, width: 'full', list: { id: budgetLineList, options: budgetLineOptions(lines) } })
  return {
    title: text.excess.title, breadcrumb: [{ text: loanText.listTitle, href: loanPaths.list }, { text: number, href: paths.show(clearing.id) }],
    confirm: {
      action: paths.step(clearing.id, 'claim'), version: String(clearing.version), question: text.excess.question(number), consequences: text.excess.consequences,
      facts: { items: [{ label: columns.excess, text: formatMoney(minus(clearing.amount, clearing.settled)), isMoney: true }] },
      controls: box ? [{ field: box }] : [], label: text.steps.claim, kind: 'primary', cancel: { text: text.excess.back, href: paths.show(clearing.id) },
    },
  }
}

function mayClaim({ clearing, claims }: ShownClearing): boolean {
  return !isZero(minus(clearing.amount, clearing.settled)) && claims.every(({ state }) => state === 'cancelled')
}

function factsOf({ clearing, loan }: ShownClearing): SummaryList {
  const facts: readonly (readonly [string, string])[] = [
    [columns.borrower, loan.payeeName], [loanText.columns.purpose, loan.purpose], [columns.date, formatThaiDate(clearing.clearingDate)],
    [text.fields.receiptReference, clearing.receiptReference], [text.fields.remark, clearing.remark], [columns.author, clearing.author.name], [columns.approver, clearing.approver?.name ?? ''],
  ]
  const excess = minus(clearing.amount, clearing.settled)
  return { items: [
    { label: columns.loan, text: loanNumber(loan) ?? '', href: loanPaths.show(loan.id) },
    ...facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })),
    ...(clearing.voucherId === null ? [] : [{ label: columns.voucher, text: text.open, href: ledgerPaths.registered(clearing.organisationId, clearing.voucherId) }]),
    { label: columns.amount, text: formatMoney(clearing.amount), isMoney: true }, { label: columns.settled, text: formatMoney(clearing.settled), isMoney: true },
    ...(isZero(excess) ? [] : [{ label: columns.excess, text: formatMoney(excess), isMoney: true }]), { label: columns.owed, text: formatMoney(loan.balance), isMoney: true },
  ] }
}

function vouchersTable({ clearing, lineNames, accountNames }: ShownClearing): LineTable {
  return lineTable({
    caption: text.lines.caption, empty: '', columns: [
      { label: columns.description, kind: 'text', isRowHeader: true }, { label: columns.line, kind: 'text' }, { label: columns.account, kind: 'text' }, { label: columns.money, kind: 'money' },
    ],
    rows: clearing.lines.map((line) => [
      line.description, lineNames.get(line.budgetLineId) ?? '', `${line.accountCode} ${accountNames.get(line.accountCode) ?? ''}`.trim(), formatMoney(line.amount),
    ]),
    totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(clearing.amount)] }],
  })
}

function claimsTable(claims: readonly ClaimHead[]): LineTable {
  return lineTable({
    caption: text.claims, empty: '', columns: [
      { label: loanText.claimColumns.number, kind: 'code', isRowHeader: true }, { label: loanText.claimColumns.date, kind: 'date' }, { label: columns.money, kind: 'money' }, { label: columns.state, kind: 'status' },
    ],
    rows: claims.map((claim) => [{ text: claimNumber(claim), href: claimPaths.show(claim.id) }, formatThaiDateShort(claim.claimDate), formatMoney(claim.gross), { status: statusOf(claim) }]),
  })
}

export interface ClearingPaper extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly received: string
  readonly lineTable: LineTable
  readonly words: string
  readonly signatures: Signatures
}

export function paperOf({ clearing, loan, mark }: { readonly clearing: Clearing; readonly loan: Loan; readonly mark: string }): ClearingPaper {
  const number = clearingNumber(clearing)
  const excess = minus(clearing.amount, clearing.settled)
  return {
    title: text.title(number), print: { backHref: paths.show(clearing.id) },
    printHead: {
      organisation: clearing.organisationName, title: paper.title, unit: paper.unit,
      facts: [{ label: columns.number, text: thai(number) }, { label: columns.date, text: thai(formatThaiDate(clearing.clearingDate)) }, { label: paper.copy, text: mark }],
    },
    received: thai(paper.received(loan.payeeName, loanNumber(loan) ?? '')),
    lineTable: lineTable({
      caption: text.lines.caption, captionHidden: true, empty: '', columns: [{ label: columns.description, kind: 'text', isRowHeader: true }, { label: columns.money, kind: 'money' }],
      rows: clearing.lines.map((line) => [line.description, thai(formatMoney(line.amount))]),
      totals: [
        { label: columns.amount, cells: [thai(formatMoney(clearing.amount))] }, { label: columns.settled, isGrand: true, cells: [thai(formatMoney(clearing.settled))] },
        ...(isZero(excess) ? [] : [{ label: columns.excess, cells: [thai(formatMoney(excess))] }]),
      ],
    }),
    words: bahtText(clearing.settled),
    signatures: { signers: [
      { role: paper.signers.borrower, name: loan.payeeName, position: loan.position }, signer(paper.signers.receiver, clearing.author), signer(paper.signers.approver, clearing.approver),
    ] },
  }
}

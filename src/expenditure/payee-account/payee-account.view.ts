// Bank accounts of payees as finished strings.
import { attachmentsView, listFrame, seenFrom, type Attachment, type ListFrame } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatInstant, type Instant } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, file, lineTable, refusals, select, type Actions, type Attachments, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader, type SummaryItem, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type Payee } from '../payee/payee.ts'
import { accountPaths as paths, payeePaths } from '../payee.paths.ts'
import { payeeText } from '../payee.text.ts'
import { accountLifecycle, type AccountOfPayee, type PayeeAccount } from './payee-account.ts'

const text = payeeText.account
const { columns, fields } = text

/** All accounts a payee ever had. */
export function accountsTable(accounts: readonly PayeeAccount[], hrefOf: (account: PayeeAccount) => string): LineTable {
  return lineTable({
    caption: text.caption, empty: text.empty, columns: [numberColumn, ...restColumns, decidedColumn, usableColumn, stateColumn],
    rows: accounts.map((account) => [
      { text: account.accountNumber, href: hrefOf(account) }, account.accountName, { text: account.bankName, note: account.branch },
      { text: account.author.name, note: formatInstant(account.requestedAt) }, { text: account.decider?.name ?? '', note: moment(account.decidedAt) },
      moment(account.usableFrom) ?? '', { status: text.states[account.state] },
    ]),
  })
}

const numberColumn: Column = { label: columns.number, kind: 'code', isRowHeader: true }
const restColumns: readonly Column[] = [{ label: columns.name, kind: 'text' }, { label: columns.bank, kind: 'text' }, { label: columns.requested, kind: 'text' }]
const decidedColumn: Column = { label: columns.decided, kind: 'text' }
const usableColumn: Column = { label: columns.usable, kind: 'date' }
const stateColumn: Column = { label: columns.state, kind: 'status' }

function moment(at: Instant | null): string | undefined {
  return at === null ? undefined : formatInstant(at)
}

export function waitingPage(found: FoundPage<AccountOfPayee>): ListFrame {
  const next = `${paths.list}?after=${found.items.at(-1)?.id ?? ''}`
  const frame = listFrame({
    title: text.listTitle, path: paths.list, errors: {}, next: found.hasMore ? next : undefined, countText: payeeText.shown(String(found.items.length), String(found.items.length)),
    actions: [], controls: [],
  })
  return {
    ...frame, breadcrumb: [{ text: payeeText.listTitle, href: payeePaths.list }, { text: text.listTitle }],
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.noneWaiting, columns: [numberColumn, { label: columns.payee, kind: 'text' }, ...restColumns],
      rows: found.items.map((account) => [
        { text: account.accountNumber, href: paths.show(account.id) }, account.payeeName, account.accountName, { text: account.bankName, note: account.branch },
        { text: account.author.name, note: formatInstant(account.requestedAt) },
      ]),
    }),
  }
}

export interface AccountPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly warning: string
  readonly summaryList: SummaryList
  readonly actions: Actions | undefined
  readonly attachments: Attachments
}

export interface ShownAccount {
  readonly account: AccountOfPayee
  /** Others that are paid into it. */
  readonly sharers: readonly string[]
  readonly attachments: readonly Attachment[]
  readonly officer: Officer
}

export function showPage({ account, sharers, attachments, officer }: ShownAccount, errors: FieldErrors = {}): AccountPage {
  const payee = { text: account.payeeName, href: seenFrom(officer.organisationId, account.organisationId, payeePaths.show(account.payeeId)) }
  const title = text.title(account.accountNumber)
  return {
    title, breadcrumb: [{ text: payeeText.listTitle, href: payeePaths.list }, payee, { text: title }],
    pageHeader: { title, status: text.states[account.state] }, ...refusals(errors), warning: sharers.length > 0 ? text.shared(sharers.join(', ')) : '',
    summaryList: { items: [{ label: columns.payee, ...payee }, ...factsOf(account)] }, actions: actionsOf(account, officer), attachments: attachmentsView(attachments),
  }
}

function factsOf(account: AccountOfPayee): SummaryItem[] {
  const facts: readonly (readonly [string, string])[] = [
    [fields.bankCode, account.bankName], [fields.branch, account.branch], [fields.accountNumber, account.accountNumber], [fields.accountName, account.accountName],
    [fields.reason, account.reason], [columns.requested, `${account.author.name} ${formatInstant(account.requestedAt)}`],
    [columns.decided, account.decider ? `${account.decider.name} ${moment(account.decidedAt) ?? ''}` : ''], [text.decision, account.decision], [columns.usable, moment(account.usableFrom) ?? ''],
  ]
  return facts.filter(([, said]) => said !== '').map(([label, said]) => ({ label, text: said }))
}

function actionsOf(account: AccountOfPayee, officer: Officer): Actions | undefined {
  const allowed = account.organisationId === officer.organisationId ? accountLifecycle.allows(officer, account) : []
  if (allowed.length === 0) return undefined
  return { version: '1', buttons: [
    { label: text.verify, action: paths.step(account.id, 'verify'), kind: 'primary' },
    { label: text.refuse, action: paths.step(account.id, 'refuse'), kind: 'danger', reason: { id: 'reason', label: text.refuseReason } },
  ] }
}

export type AccountInput = Readonly<Record<'bankCode' | 'branch' | 'accountNumber' | 'accountName' | 'replacesId' | 'reason' | 'formKey', string>>

export interface AccountForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly formKey: string
  readonly controls: readonly Control[]
  readonly cancelHref: string
}

export interface AccountChoices {
  readonly payee: Pick<Payee, 'id' | 'name'>
  readonly banks: readonly { readonly code: string; readonly name: string }[]
  /** Verified accounts it may take the place of. */
  readonly accounts: readonly PayeeAccount[]
}

export function formPage({ payee, banks, accounts }: AccountChoices, input: AccountInput, errors: FieldErrors = {}): AccountForm {
  const box = (name: 'branch' | 'accountNumber' | 'accountName', more: object = {}): Control => (
    { field: field({ name, label: fields[name], value: input[name], error: errors[name], required: true, maxLength: 200, ...more }) })
  const replaced = [{ value: '', text: text.addOnly }, ...accounts.map(({ id, bankName, accountNumber }) => ({ value: id, text: `${bankName} ${accountNumber}` }))]
  const replaces: Control[] = accounts.length === 0 ? [] : [
    { select: select({ name: 'replacesId', label: fields.replacesId, options: replaced, value: input.replacesId, error: errors.replacesId, width: 'long' }) },
    { field: field({ name: 'reason', label: fields.reason, hint: text.reasonHint, value: input.reason, error: errors.reason, maxLength: 300, width: 'long' }) },
  ]
  return {
    title: text.newTitle, breadcrumb: [{ text: payeeText.listTitle, href: payeePaths.list }, { text: payee.name, href: payeePaths.show(payee.id) }, { text: text.newTitle }],
    pageHeader: { title: text.newTitle, lead: payee.name }, ...refusals(errors), action: payeePaths.accountNew(payee.id), formKey: input.formKey, cancelHref: payeePaths.show(payee.id),
    controls: [
      { select: select({
        name: 'bankCode', label: fields.bankCode, options: [{ value: '', text: text.chooseBank }, ...banks.map(({ code, name }) => ({ value: code, text: name }))], value: input.bankCode,
        error: errors.bankCode, required: true, width: 'long',
      }) },
      box('branch'), box('accountNumber', { hint: text.numberHint, inputmode: 'numeric', maxLength: 25 }), box('accountName', { width: 'long' }), ...replaces,
      { file: file({ name: 'files', label: fields.files, hint: text.filesHint, accept: '.pdf,.png,.jpg,.jpeg', multiple: true, error: errors.files, required: true }) },
    ],
  }
}

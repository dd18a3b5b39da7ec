// Bank accounts as finished strings for the pages.
import { type AuditEntry } from '../../platform/audit/audit.ts'
import { formatInstant, instant } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, refusals, select, type Actions, type CellContent, type Column, type Control, type ErrorSummary, type LineTable,
  type PageHeader, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { bankAccountPaths as paths, signatoryPaths } from '../registers.paths.ts'
import { registersText } from '../registers.text.ts'
import { bankAccountKinds, type BankAccount } from './bank-account.ts'

const text = registersText.bankAccount

export interface BankAccountList extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

export function listPage(accounts: readonly BankAccount[], may: { create: boolean; edit: boolean }): BankAccountList {
  return {
    title: text.listTitle, breadcrumb: [{ text: text.listTitle }],
    pageHeader: { title: text.listTitle, actions: [
      ...(may.create ? [{ text: text.add, href: paths.new, kind: 'primary' as const }] : []), { text: text.signatories, href: signatoryPaths.list, kind: 'secondary' as const },
    ] },
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: may.edit ? [...columns, editColumn] : columns,
      rows: accounts.map((account) => (may.edit ? [...cellsOf(account), editCell(account)] : cellsOf(account))),
    }),
  }
}

const columns: readonly Column[] = [
  { label: text.columns.number, kind: 'code', isRowHeader: true },
  { label: text.columns.name, kind: 'text' },
  { label: text.columns.bank, kind: 'text' },
  { label: text.columns.kind, kind: 'text' },
  { label: text.columns.code, kind: 'code' },
  { label: text.columns.state, kind: 'status' },
]
const editColumn: Column = { label: text.columns.actions, kind: 'actions' }

function cellsOf(account: BankAccount): CellContent[] {
  return [
    { text: account.accountNumber }, { text: account.accountName }, { text: account.bankName, note: account.branch },
    { text: text.kinds[account.kind] }, { text: account.accountCode }, { status: stateOf(account) },
  ]
}

function editCell(account: BankAccount): CellContent {
  return { actions: [{ text: text.edit, href: paths.edit(account.id), about: account.accountNumber }] }
}

function stateOf(account: BankAccount) {
  return account.isActive ? { kind: 'done', text: text.active } as const : { kind: 'refused', text: text.inactive } as const
}

/** What stands in the boxes: as stored, or as typed. */
export interface BankAccountInput {
  readonly bankName: string
  readonly branch: string
  readonly accountNumber: string
  readonly accountName: string
  readonly kind: string
}

export interface BankAccountForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly cancelHref: string
  /** On the page of an existing account: taking it out of use, and its history. */
  readonly existing: { readonly use: Actions; readonly trail: Trail } | undefined
}

export const emptyInput: BankAccountInput = { bankName: '', branch: '', accountNumber: '', accountName: '', kind: '' }

export function newPage(input: BankAccountInput, errors: FieldErrors = {}): BankAccountForm {
  const kinds = [{ value: '', text: text.chooseKind }, ...bankAccountKinds.map((kind) => ({ value: kind, text: text.kinds[kind] }))]
  const kind = select({ name: 'kind', label: text.fields.kind, hint: text.kindHint, options: kinds, value: input.kind, error: errors.kind, required: true })
  return {
    ...frameOf(text.newTitle, errors), action: paths.new, version: '', existing: undefined,
    controls: [...commonControls(input, errors), { select: kind }],
  }
}

export interface Existing {
  readonly account: BankAccount
  readonly trail: readonly AuditEntry[]
}

export function editPage({ account, trail }: Existing, input: BankAccountInput = account, errors: FieldErrors = {}): BankAccountForm {
  const version = String(account.version)
  const kind = field({ name: 'kind', label: text.fields.kind, hint: text.kindHint, value: text.kinds[account.kind], readOnly: true })
  return {
    ...frameOf(text.editTitle, errors), action: paths.edit(account.id), version,
    controls: [...commonControls(input, errors), { field: kind }],
    existing: { use: { version, buttons: [useButton(account)] }, trail: { heading: text.trail, entries: trail.map(trailEntry) } },
  }
}

function frameOf(title: string, errors: FieldErrors) {
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title },
    ...refusals(errors), cancelHref: paths.list,
  }
}

function commonControls(input: BankAccountInput, errors: FieldErrors): Control[] {
  const { fields } = text
  const banks = [{ value: '', text: text.chooseBank }, ...registersText.banks.map((bank) => ({ value: bank, text: bank }))]
  return [
    { select: select({ name: 'bankName', label: fields.bankName, options: banks, value: input.bankName, error: errors.bankName, required: true, width: 'long' }) },
    { field: field({ name: 'branch', label: fields.branch, value: input.branch, error: errors.branch, required: true, maxLength: 100 }) },
    { field: field({
      name: 'accountNumber', label: fields.accountNumber, hint: text.numberHint, value: input.accountNumber, error: errors.accountNumber,
      required: true, inputmode: 'numeric', maxLength: 25,
    }) },
    { field: field({ name: 'accountName', label: fields.accountName, value: input.accountName, error: errors.accountName, required: true, maxLength: 200, width: 'long' }) },
  ]
}

function useButton(account: BankAccount): Actions['buttons'][number] {
  if (account.isActive) return { label: text.deactivate, action: paths.deactivate(account.id), kind: 'danger' }
  return { label: text.activate, action: paths.activate(account.id), kind: 'secondary' }
}

function trailEntry(entry: AuditEntry): Trail['entries'][number] {
  const words: Readonly<Record<string, string>> = text.events
  return {
    what: words[entry.code] ?? entry.code, who: [entry.userName, entry.position].filter((part) => part !== '').join(' '),
    when: formatInstant(instant(entry.occurredAt)), changes: entry.before === null ? [] : changesOf(entry.before, entry.after ?? {}),
  }
}

function changesOf(before: object, after: object) {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return Object.entries(text.fields)
    .map(([name, label]) => ({ label, before: String(old.get(name) ?? text.none), after: String(now.get(name) ?? text.none) }))
    .filter((change) => change.before !== change.after)
}

// Payees as finished strings: register, page, form, file.
import { listFrame, seenFrom, stepActions, withAll, type ExportTable, type ListFrame, type StepButton } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, field, lineTable, refusals, select, type Actions, type Column, type Control, type ErrorSummary, type LineTable, type Link, type PageHeader, type PrintHead,
  type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { accountsTable } from '../payee-account/payee-account.view.ts'
import { type PayeeAccount } from '../payee-account/payee-account.ts'
import { accountPaths, payeePaths as paths } from '../payee.paths.ts'
import { payeeText as text } from '../payee.text.ts'
import { addressOf, payeeKinds, shownTaxId, type ListedPayee, type Payee, type PayeeFilter } from './payee.ts'

const { columns, fields, hints } = text

export interface FoundPayees extends FoundPage<ListedPayee> {
  readonly count: number
  readonly officer: Officer
  readonly actions: NonNullable<PageHeader['actions']>
}

export function listPage(filter: PayeeFilter, found: FoundPayees): ListFrame {
  const query = queryOf(filter)
  query.set('after', found.items.at(-1)?.id ?? '')
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: {}, next: found.hasMore ? `${paths.list}?${query}` : undefined,
      countText: text.shown(String(found.items.length), String(found.count)), actions: found.actions, controls: filterControls(filter),
    }),
    lineTable: payeesTable(found.items, (payee) => seenFrom(found.officer.organisationId, filter.organisationId, paths.show(payee.id))),
  }
}

export function queryOf(filter: PayeeFilter): URLSearchParams {
  return new URLSearchParams({
    organisation: filter.organisationId, search: filter.search, kind: filter.kind ?? '', isActive: filter.isActive === undefined ? '' : filter.isActive ? 'yes' : 'no',
  })
}

function filterControls({ search, kind, isActive }: PayeeFilter): Control[] {
  const states = withAll([{ value: 'yes', text: text.states.active.text }, { value: 'no', text: text.states.inactive.text }])
  return [
    { field: field({ name: 'search', label: fields.search, value: search, maxLength: 100, width: 'long' }) },
    { select: select({ name: 'kind', label: fields.kind, options: withAll(kindOptions), value: kind }) },
    { select: select({ name: 'isActive', label: fields.state, options: states, value: isActive === undefined ? '' : isActive ? 'yes' : 'no' }) },
  ]
}

const kindOptions = payeeKinds.map((kind) => ({ value: kind, text: text.kinds[kind] }))

/** With links where it is read on a screen. */
export function payeesTable(payees: readonly ListedPayee[], hrefOf?: (payee: ListedPayee) => string): LineTable {
  return lineTable({
    caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
    rows: payees.map((payee) => [
      { text: payee.name, href: hrefOf?.(payee), note: payee.isStaff ? text.isStaff : undefined }, text.kinds[payee.kind], shownTaxId(payee), payee.branch, payee.province,
      accountsText(payee), { status: stateOf(payee) },
    ]),
  })
}

const listColumns: readonly Column[] = [
  { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.kind, kind: 'text' }, { label: columns.taxId, kind: 'code' }, { label: columns.branch, kind: 'code' },
  { label: columns.province, kind: 'text' }, { label: columns.accounts, kind: 'text' }, { label: columns.state, kind: 'status' },
]

function accountsText({ verified, waiting }: ListedPayee): string {
  const said = [verified > 0 ? text.accounts.verified(String(verified)) : '', waiting > 0 ? text.accounts.waiting(String(waiting)) : ''].filter((part) => part !== '')
  return said.join(' · ') || text.accounts.none
}

function stateOf({ isActive }: Pick<Payee, 'isActive'>) {
  return isActive ? text.states.active : text.states.inactive
}

export function exportTable(payees: readonly ListedPayee[], organisation: string, today: CalendarDate): ExportTable {
  return {
    fileName: text.fileName(today), name: text.listTitle, about: [organisation, text.listTitle, text.about(formatThaiDate(today))],
    header: [columns.name, columns.kind, columns.taxId, columns.branch, columns.province, columns.vat, columns.staff, columns.accounts, columns.state],
    rows: payees.map((payee) => [
      payee.name, text.kinds[payee.kind], shownTaxId(payee), payee.branch, payee.province, yesNo(payee.isVatRegistered), yesNo(payee.isStaff), accountsText(payee), stateOf(payee).text,
    ]),
  }
}

function yesNo(is: boolean): string {
  return is ? text.yes : text.no
}

export interface RegisterPrint extends PageModel {
  readonly print: { readonly backHref: string; readonly isLandscape: boolean }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
}

export function printedList(payees: readonly ListedPayee[], organisation: string, today: CalendarDate): RegisterPrint {
  return {
    title: text.listTitle, print: { backHref: paths.list, isLandscape: true }, lineTable: payeesTable(payees),
    printHead: { organisation, title: text.listTitle, facts: [{ label: '', text: text.about(formatThaiDate(today)) }] },
  }
}

export interface PayeePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
  readonly accountsTable: LineTable
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface ShownPayee {
  readonly payee: Payee
  readonly accounts: readonly PayeeAccount[]
  readonly trail: Trail
  readonly officer: Officer
}

export function showPage({ payee, accounts, trail, officer }: ShownPayee, errors: FieldErrors = {}): PayeePage {
  const mayEdit = officer.permissions.has('expense.payee:edit')
  return {
    title: payee.name, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: payee.name }],
    pageHeader: { title: payee.name, status: stateOf(payee) }, ...refusals(errors), summaryList: { items: factsOf(payee, officer) },
    accountsTable: accountsTable(accounts, (account) => seenFrom(officer.organisationId, payee.organisationId, accountPaths.show(account.id))), trail,
    actions: stepActions({
      document: payee, officer, paths, buttons: [useButton(payee)], allowed: mayEdit ? ['activate', 'deactivate'] : [],
      links: linksOf(payee, officer),
    }),
  }
}

function linksOf(payee: Payee, { permissions }: Officer): Link[] {
  return [
    ...(permissions.has('expense.payee:edit') ? [{ text: text.edit, href: paths.edit(payee.id) }] : []),
    ...(permissions.has('expense.payee:create') && payee.isActive ? [{ text: text.account.add, href: paths.accountNew(payee.id) }] : []),
  ]
}

function useButton({ isActive }: Payee): StepButton<'activate' | 'deactivate'> {
  return isActive ? { step: 'deactivate', label: text.deactivate, kind: 'danger' } : { step: 'activate', label: text.activate, kind: 'secondary' }
}

/** The whole number of a person is for those who keep the register. */
function factsOf(payee: Payee, { permissions }: Officer): SummaryItem[] {
  const taxId = permissions.has('expense.payee:edit') || permissions.has('expense.payee:approve') ? payee.taxId ?? '' : shownTaxId(payee)
  const facts: readonly (readonly [string, string])[] = [
    [fields.kind, text.kinds[payee.kind]], [columns.taxId, taxId], [columns.branch, payee.branch], [fields.englishName, payee.englishName],
    [text.trail.fields.address, addressOf(payee)], [fields.phone, payee.phone], [fields.email, payee.email],
    [columns.vat, yesNo(payee.isVatRegistered)], [columns.staff, yesNo(payee.isStaff)],
  ]
  return facts.filter(([, said]) => said !== '').map(([label, said]) => ({ label, text: said }))
}

export const inputNames = [
  'kind', 'taxId', 'branch', 'name', 'englishName', 'address', 'subdistrict', 'district', 'province', 'postcode', 'phone', 'email', 'isVatRegistered', 'isStaff', 'version', 'formKey',
] as const
export type PayeeInput = Readonly<Record<(typeof inputNames)[number], string>>

export function inputOf(payee: Payee): PayeeInput {
  return { ...payee, taxId: payee.taxId ?? '', isVatRegistered: payee.isVatRegistered ? 'yes' : '', isStaff: payee.isStaff ? 'yes' : '', version: String(payee.version), formKey: '' }
}

export interface PayeeForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly version: string
  readonly formKey: string
  readonly controls: readonly Control[]
  readonly cancelHref: string
}

/** Without a payee: a new one. */
export function formPage(payee: Payee | undefined, input: PayeeInput, errors: FieldErrors = {}): PayeeForm {
  const title = payee ? text.editTitle(payee.name) : text.newTitle
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    action: payee ? paths.edit(payee.id) : paths.new, version: input.version, formKey: input.formKey, controls: controlsOf(input, errors),
    cancelHref: payee ? paths.show(payee.id) : paths.list,
  }
}

function controlsOf(input: PayeeInput, errors: FieldErrors): Control[] {
  const box = (name: keyof typeof fields & keyof PayeeInput, more: object = {}): Control => (
    { field: field({ name, label: fields[name], value: input[name], error: errors[name], maxLength: 100, ...more }) })
  const tick = (name: 'isVatRegistered' | 'isStaff'): Control => (
    { choice: choice({ name, type: 'checkbox', label: fields[name], options: [{ value: 'yes', text: text[name] }], values: [input[name]], error: errors[name] }) })
  return [
    { select: select({
      name: 'kind', label: fields.kind, hint: hints.kind, options: [{ value: '', text: text.chooseKind }, ...kindOptions], value: input.kind, error: errors.kind, required: true, width: 'long',
    }) },
    box('taxId', { hint: hints.taxId, inputmode: 'numeric', maxLength: 25 }), box('branch', { inputmode: 'numeric', maxLength: 5, width: 'short' }),
    box('name', { required: true, maxLength: 200, width: 'long' }), box('englishName', { hint: hints.englishName, width: 'long' }),
    box('address', { maxLength: 200, width: 'long' }), box('subdistrict'), box('district'), box('province'), box('postcode', { inputmode: 'numeric', maxLength: 5, width: 'short' }),
    box('phone', { type: 'tel' }), box('email', { type: 'email' }), tick('isVatRegistered'), tick('isStaff'),
  ]
}

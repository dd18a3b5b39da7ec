// The form of an entry: it asks for what its kind needs.
import { formatThaiDateField } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, money, select, type Control, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { type Deposit } from '../deposit/deposit.ts'
import { deskForm, type DeskForm } from '../desk-page/desk-page.view.ts'
import { debtNumber, type TaxDebt } from '../tax-debt/tax-debt.ts'
import { chequeKeyText, type ReceivedCheque } from '../returned-cheque/returned-cheque.ts'
import { asksFor, entryKinds, type Entry, type EntryKind, type Target } from '../money-entry/money-entry.ts'
import { moneyEntryText as text } from '../money-entry.text.ts'
import { numberName, paperName } from '../receipts.names.ts'
import { moneyEntryPaths as paths } from '../receipts.paths.ts'

const { fields } = text
type Values = Readonly<Record<string, string>>

export interface EntryChoices {
  readonly deposits: readonly { readonly deposit: Deposit; readonly balance: Money }[]
  /** Debtors in the books with something open. */
  readonly debts: readonly TaxDebt[]
  readonly targets: readonly Pick<Target, 'code' | 'name'>[]
  readonly cheques: readonly ReceivedCheque[]
}

export function valuesOf(entry: Entry): Values {
  return {
    version: String(entry.version), entryDate: formatThaiDateField(entry.entryDate), depositId: entry.deposit?.id ?? '', targetCode: entry.target?.code ?? '',
    targetKey: entry.target?.words ?? '', targetReference: entry.target?.reference ?? '', debtId: entry.debt?.id ?? '', covered: entry.debt ? formatMoney(entry.debt.covered) : '',
    chequeKey: entry.bounced ? chequeKeyText(entry.bounced.cheque) : '', amount: formatMoney(entry.amount), reason: entry.reason, authority: entry.authority,
  }
}

export function formPage(values: Values, of: { kind: EntryKind; entry?: Entry | undefined; choices: EntryChoices }, errors: FieldErrors = {}): DeskForm {
  const { kind, entry, choices } = of
  const value = (name: string) => values[name] ?? ''
  const title = entry ? text.editTitle(numberName('MNE', entry)) : text.kinds[kind]
  return deskForm({
    title, action: entry ? paths.edit(entry.id) : paths.new, cancelHref: entry ? paths.show(entry.id) : paths.list, list: { text: text.listTitle, href: paths.list },
    saveLabel: text.save, errors, hidden: { formKey: value('formKey'), version: value('version'), kind }, notice: { kind: 'info', text: text.hints[kind] },
    controls: [
      { date: date({ name: 'entryDate', label: fields.entryDate, value: value('entryDate'), error: errors.entryDate, required: true }) },
      { money: money({ name: 'amount', label: fields.amount, value: value('amount'), error: errors.amount, required: true }) },
      ...depositControls(asksFor[kind].deposit, { value, choices, errors }), ...targetControls(asksFor[kind].target, { value, choices, errors }),
      ...debtControls(asksFor[kind].debt, { value, choices, errors }), ...chequeControls(asksFor[kind].cheque ?? false, { value, choices, errors }),
      { field: field({ name: 'reason', label: fields.reason, value: value('reason'), error: errors.reason, required: true, maxLength: 500, width: 'full' }) },
      { field: field({ name: 'authority', label: fields.authority, value: value('authority'), error: errors.authority, maxLength: 200, width: 'full' }) },
    ],
  })
}

export interface KindChoices extends PageModel {
  readonly pageHeader: PageHeader
  readonly choices: readonly { readonly text: string; readonly hint: string; readonly href: string }[]
}

export function choosePage(): KindChoices {
  return {
    title: text.newTitle, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: text.newTitle }], pageHeader: { title: text.newTitle, lead: text.chooseKind },
    choices: entryKinds.map((kind) => ({ text: text.kinds[kind], hint: text.hints[kind], href: paths.newOf(kind) })),
  }
}

interface Filled {
  readonly value: (name: string) => string
  readonly choices: EntryChoices
  readonly errors: FieldErrors
}

function depositControls(isAsked: boolean, { value, choices, errors }: Filled): Control[] {
  const options = choices.deposits.map(({ deposit, balance }) => (
    { value: deposit.id, text: text.depositOption({ key: deposit.key, depositor: deposit.depositor, balance: formatMoney(balance) }) }))
  const asked = select({
    name: 'depositId', label: fields.deposit, value: value('depositId'), options: [{ value: '', text: text.choose }, ...options], error: errors.depositId, required: true, width: 'full',
  })
  return isAsked ? [{ select: asked }] : []
}

function targetControls(isAsked: boolean, { value, choices, errors }: Filled): Control[] {
  const options = [{ value: '', text: text.choose }, ...choices.targets.map((target) => ({ value: target.code, text: `${target.code} ${target.name}` }))]
  return isAsked ? [
    { select: select({ name: 'targetCode', label: fields.target, value: value('targetCode'), options, error: errors.targetCode, required: true, width: 'full' }) },
    { field: field({ name: 'targetKey', label: fields.targetKey, value: value('targetKey'), hint: fields.targetKeyHint, error: errors.targetKey, maxLength: 300, width: 'full' }) },
    { field: field({ name: 'targetReference', label: fields.targetReference, value: value('targetReference'), hint: fields.targetReferenceHint, error: errors.targetReference, maxLength: 60 }) },
  ] : []
}

function debtControls(isAsked: boolean, { value, choices, errors }: Filled): Control[] {
  const options = choices.debts.map((debt) => (
    { value: debt.id, text: text.debtOption({ number: debtNumber(debt), name: debt.taxpayer.name, balance: formatMoney(debt.standing) }) }))
  return isAsked ? [
    { select: select({ name: 'debtId', label: fields.debt, value: value('debtId'), options: [{ value: '', text: text.choose }, ...options], error: errors.debtId, required: true, width: 'full' }) },
    { money: money({ name: 'covered', label: fields.covered, value: value('covered'), hint: fields.coveredHint, error: errors.covered }) },
  ] : []
}

function chequeControls(isAsked: boolean, { value, choices, errors }: Filled): Control[] {
  if (!isAsked) return []
  const cheques = choices.cheques.map(({ key, cheque, payer, paper, amount }) => (
    { value: chequeKeyText(key), text: text.chequeOption({ ...cheque, payer, paper: paperName(paper), amount: formatMoney(amount) }) }))
  return [{ select: select({
    name: 'chequeKey', value: value('chequeKey'), error: errors.chequeKey, width: 'full', label: text.chequeFields.cheque, hint: text.chequeFields.hint,
    options: [{ value: '', text: text.choose }, ...cheques], required: true,
  }) }]
}

// ทะเบียนเจ้าหนี้ by age, and the debts behind it, as one report each: page, paper and files.
import { organisationControls, printedNumber, seenFrom, withAll, type Offices, type Report, type ReportCell } from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { daysBetween, formatThaiDate } from '../../platform/dates.ts'
import { date, field, select, type Column, type Control } from '../../platform/http/components.ts'
import { isZero, minus, sum, type Money } from '../../platform/money.ts'
import { creditorText as text } from '../creditor.text.ts'
import { claimPaths, creditorPaths as paths } from '../expenditure.paths.ts'
import { paymentPaths } from '../payment.paths.ts'
import { acceptancePaths } from '../procurement.paths.ts'
import { type AskedRegister } from './creditor.schema.ts'
import { bandSums, restOf, type Creditor, type Debt, type DebtVoucher, type PayableAccount } from './creditor.ts'

const { columns, fields } = text

export interface FoundCreditors<T> extends Offices {
  readonly asked: AskedRegister
  readonly office: { readonly organisationId: string; readonly name: string }
  readonly accounts: readonly PayableAccount[]
  readonly items: readonly T[]
  /** All that match, for the sums. */
  readonly debts: readonly Debt[]
  readonly all: number
  readonly after: string | undefined
  /** Of the account itself; absent where only a part of it was asked for. */
  readonly ledger: Money | undefined
  readonly own: string
  readonly permissions: ReadonlySet<string>
}

export function creditorsReport(found: FoundCreditors<Creditor>): Report {
  const { asked, items } = found
  const money = [...text.bands, columns.balance].map((label): Column => ({ label, kind: 'money' }))
  const sums = bandSums(found.debts, asked.day)
  const debtsOf = ({ accountCode, key }: Creditor) => `${paths.debts}?${new URLSearchParams({ ...askedOf(asked), account: accountCode, key, search: '' })}`
  return {
    ...reportOf(found), fileName: text.fileName(asked.day), title: text.listTitle,
    actions: [{ text: text.debtsTitle, href: `${paths.debts}?${new URLSearchParams(askedOf(asked))}`, kind: 'secondary' }, { text: text.payables, href: ledgerPaths.payables, kind: 'secondary' }],
    columns: [{ label: columns.payee, kind: 'text', isRowHeader: true }, { label: columns.account, kind: 'text' }, ...money],
    rows: items.map((item) => [
      { text: item.name, note: item.taxId || undefined, href: debtsOf(item) }, { text: item.accountName, note: item.accountCode }, ...[...item.bands, item.balance].map(blank),
    ]),
    totals: [{ label: text.sum, cells: [...sums, sum(sums)] }, ...proof(sum(sums), found.ledger).map(({ label, amount }) => ({ label, cells: [...text.bands.map(() => ''), amount] }))],
    sheet: {
      columns: [columns.key, columns.payee, columns.taxId, columns.account].map((label): Column => ({ label, kind: 'text' })).concat(money),
      rows: items.map((item) => [item.key, item.name, item.taxId, `${item.accountCode} ${item.accountName}`, ...item.bands, item.balance]),
    },
  }
}

/** Beside the sum of the keys what the account says: INV-08. */
function proof(total: Money, ledger: Money | undefined): { readonly label: string; readonly amount: Money }[] {
  if (ledger === undefined) return []
  const difference = minus(total, ledger)
  return [{ label: text.ledger, amount: ledger }, ...(isZero(difference) ? [] : [{ label: text.difference, amount: difference }])]
}

const blank = (amount: Money): ReportCell => (isZero(amount) ? '' : amount)

export function debtsReport(found: FoundCreditors<Debt>): Report {
  const { asked, items } = found
  const total = sum(found.debts.map(restOf))
  const [first] = found.debts
  const isOne = asked.key !== undefined && first !== undefined
  return {
    ...reportOf(found), fileName: text.debtsFileName(asked.day), title: isOne ? text.debtsOf(first.name) : text.debtsTitle,
    actions: [{ text: text.listTitle, href: `${paths.list}?${new URLSearchParams({ ...askedOf(asked), key: '', account: '' })}`, kind: 'secondary' }],
    columns: [
      { label: columns.voucher, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.payee, kind: 'text' }, { label: columns.description, kind: 'text' },
      { label: columns.invoice, kind: 'code' }, { label: columns.source, kind: 'text' }, { label: columns.days, kind: 'number' }, { label: columns.amount, kind: 'money' }, { label: columns.settled, kind: 'money' },
      { label: columns.balance, kind: 'money' },
    ],
    rows: items.map((debt) => [
      voucherCell(debt.voucher, found), { day: debt.voucher.date }, { text: debt.name, note: debt.accountName }, debt.voucher.description, debt.invoiceNumber, sourceCell(debt.voucher, found),
      String(daysBetween(debt.voucher.date, asked.day)), debt.amount, blank(debt.settled), restOf(debt),
    ]),
    totals: [
      { label: text.sum, cells: [sum(found.debts.map(({ amount }) => amount)), sum(found.debts.map(({ settled }) => settled)), total] },
      ...proof(total, found.ledger).map(({ label, amount }) => ({ label, cells: ['', '', amount] })),
    ],
  }
}

function voucherCell({ id, type, number, fiscalYear }: DebtVoucher, { office, permissions }: FoundCreditors<Debt>): ReportCell {
  const printed = printedNumber(type, number, fiscalYear)
  if (type === 'AP') return { text: printed, href: ledgerPaths.payable(office.organisationId, id) }
  return { text: printed, href: permissions.has('account.report:view') ? ledgerPaths.registered(office.organisationId, id) : undefined }
}

/** The document that made the debt. */
function sourceCell({ source: { kind, id } }: DebtVoucher, { office, own, permissions }: FoundCreditors<Debt>): ReportCell {
  const seen = (right: string, path: string) => (permissions.has(right) ? seenFrom(own, office.organisationId, path) : undefined)
  if (kind === 'claim') return { text: text.sources.claim, href: seen('expense.voucherreq:view', claimPaths.show(id)) }
  if (kind === 'acceptance') return { text: text.sources.acceptance, href: seen('expense.accept:view', acceptancePaths.show(id)) }
  return kind === 'payment' ? { text: text.sources.payment, href: seen('expense.pay:view', paymentPaths.show(id)) } : ''
}

function reportOf<T>({ asked, office, after, items, all, ...found }: FoundCreditors<T>) {
  return {
    organisation: office.name, about: text.asOf(formatThaiDate(asked.day)), empty: text.empty, errors: asked.errors, asked: askedOf(asked), after, isLandscape: true,
    controls: [...organisationControls(found, office.organisationId), ...controlsOf(asked, found.accounts)], count: text.count(String(items.length), String(all)),
  }
}

function askedOf({ organisationId, typedDay, accountCode = '', key = '', search }: AskedRegister): Record<string, string> {
  return { organisation: organisationId, day: typedDay, account: accountCode, key, search }
}

function controlsOf(asked: AskedRegister, accounts: readonly PayableAccount[]): Control[] {
  return [
    { date: date({ name: 'day', label: fields.day, value: asked.typedDay, error: asked.errors.day }) },
    { select: select({ name: 'account', label: fields.account, value: asked.accountCode ?? '', options: withAll(accounts.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))), width: 'long' }) },
    { field: field({ name: 'search', label: fields.search, value: asked.search, maxLength: 100 }) },
  ]
}

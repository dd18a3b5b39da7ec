import { listFrame, organisationControls, printedNumber, seenFrom, type ExportTable, type ListFrame, type Offices } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { field, lineTable, select, type Column, type Control, type PageHeader, type Status } from '../../platform/http/components.ts'
import { formatMoney, sum, type Money } from '../../platform/money.ts'
import { monthField, monthName } from '../month/month.ts'
import { paymentPaths, withholdingPaths as paths } from '../payment.paths.ts'
import { paymentText } from '../payment.text.ts'
import { certificateCell, certificateNumber, rateText, replacementNote } from '../withholding/withholding.view.ts'
import { withholdingRegisterText as text } from '../withholding-register.text.ts'
import { type AskedTaxes } from './withholding-register.schema.ts'
import { shownNames, standingOf, type RegisterAsked, type RegisteredTax, type RegisterTotals } from './withholding-register.ts'

export interface FoundTaxes extends FoundPage<RegisteredTax>, Offices {
  readonly totals: RegisterTotals
  readonly forms: readonly string[]
  readonly remitDays: number
  readonly today: CalendarDate
  readonly own: string
  readonly mayPrint: boolean
  readonly mayReplace: boolean
  readonly actions: NonNullable<PageHeader['actions']>
}

const columns: readonly Column[] = [
  { label: text.columns.voucher, kind: 'code', isRowHeader: true }, { label: text.columns.day, kind: 'date' }, { label: text.columns.payee, kind: 'text' }, { label: text.columns.form, kind: 'text' },
  { label: text.columns.certificate, kind: 'code' }, { label: text.columns.rate, kind: 'number' }, { label: text.columns.base, kind: 'money' }, { label: text.columns.tax, kind: 'money' },
  { label: text.columns.remitted, kind: 'date' }, { label: text.columns.state, kind: 'status' },
]

/** The links that ask for the same. */
export function queryOf({ asked, typed }: AskedTaxes): Record<string, string> {
  return { organisation: asked.organisationId, month: typed.month, until: typed.until, form: asked.form, shown: asked.shown, search: asked.search }
}

export function registerPage(given: AskedTaxes, found: FoundTaxes): ListFrame {
  const { asked, errors } = given
  const { items, hasMore, totals } = found
  const frame = listFrame({
    title: text.title, path: paths.list, controls: controlsOf(given, found), errors, actions: found.actions,
    next: hasMore ? `${paths.list}?${new URLSearchParams({ ...queryOf(given), after: items.at(-1)?.id ?? '' })}` : undefined, countText: text.shownCount(String(items.length), totals.count.toLocaleString('en')),
  })
  const isOwn = asked.organisationId === found.own
  const may = { mayPrint: found.mayPrint && isOwn, mayReplace: found.mayReplace && isOwn }
  return {
    ...frame, breadcrumb: [{ text: paymentText.listTitle, href: paymentPaths.list }, { text: text.title }], pageHeader: { ...frame.pageHeader, lead: aboutOf(asked) },
    lineTable: lineTable({
      caption: text.title, captionHidden: true, empty: text.empty, columns, rows: items.map((tax) => [
        { text: voucherNumber(tax), href: seenFrom(found.own, tax.organisationId, paymentPaths.show(tax.paymentId)) }, formatThaiDateShort(tax.paidOn), { text: tax.payeeName, note: tax.payeeTaxId || undefined }, tax.form,
        certificateCell(tax, may), rateText(tax), formatMoney(tax.base), formatMoney(tax.amount), tax.remittedOn === null ? '' : formatThaiDateShort(tax.remittedOn), { status: statusOf(tax, found) },
      ]),
      totals: sumsOf(totals).map(({ label, base, amount, isGrand }) => ({ label, isGrand, cells: [formatMoney(base), formatMoney(amount), '', ''] })),
    }),
  }
}

function controlsOf({ asked, typed, errors }: AskedTaxes, found: FoundTaxes): Control[] {
  const month = (name: 'month' | 'until'): Control => ({ field: field({ name, label: text.fields[name], value: typed[name], error: errors[name], maxLength: 7, width: 'short', placeholder: text.monthHint }) })
  const forms = [{ value: '', text: text.allForms }, ...found.forms.map((form) => ({ value: form, text: form }))]
  return [
    ...organisationControls(found, asked.organisationId), month('month'), month('until'), { select: select({ name: 'form', label: text.fields.form, options: forms, value: asked.form }) },
    { select: select({ name: 'shown', label: text.fields.shown, options: shownNames.map((name) => ({ value: name, text: text.shown[name] })), value: asked.shown }) },
    { field: field({ name: 'search', label: text.fields.search, value: asked.search, maxLength: 100 }) },
  ]
}

function aboutOf({ from, until }: RegisterAsked): string {
  return text.about(monthName(from), monthName(until))
}

function voucherNumber({ voucher }: RegisteredTax): string {
  return voucher === null ? paymentText.unposted : printedNumber('PV', voucher.number, voucher.fiscalYear)
}

/** In words, so that paper and file tell it too. */
function statusOf(tax: RegisteredTax, on: Pick<FoundTaxes, 'remitDays' | 'today'>): Status {
  const standing = standingOf(tax, on)
  switch (standing.state) {
    case 'cancelled': case 'remitted': return text.states[standing.state]
    case 'claimed': case 'waiting': return text.states[standing.state](formatThaiDateShort(standing.due))
    case 'late': case 'remittedLate': return text.states[standing.state](String(standing.days))
  }
}

function sumsOf({ forms }: RegisterTotals): readonly { readonly label: string; readonly base: Money; readonly amount: Money; readonly isGrand: boolean }[] {
  const all = { label: text.all, base: sum(forms.map(({ base }) => base)), amount: sum(forms.map(({ amount }) => amount)), isGrand: true }
  return [...forms.map(({ form, base, amount }) => ({ label: text.sum(form), base, amount, isGrand: forms.length === 1 })), ...(forms.length > 1 ? [all] : [])]
}

export function exportTable({ asked }: AskedTaxes, found: Pick<FoundTaxes, 'items' | 'totals' | 'remitDays' | 'today'> & { readonly office: string }): ExportTable {
  const { columns: names } = text
  const all = sumsOf(found.totals).at(-1)
  const [from, until] = [monthField(asked.from), monthField(asked.until)].map((month) => month.replace('/', '-'))
  return {
    fileName: text.fileName(from ?? '', until ?? ''), name: text.title, about: [found.office, text.title, aboutOf(asked)],
    header: [names.voucher, names.day, names.payee, names.taxId, names.form, names.certificate, names.rate, names.base, names.tax, names.remitted, names.state],
    rows: found.items.map((tax) => [
      voucherNumber(tax), { day: tax.paidOn }, tax.payeeName, tax.payeeTaxId, tax.form, [certificateNumber(tax), replacementNote(tax)].filter((part) => part !== '').join(' '), rateText(tax), tax.base, tax.amount, tax.remittedOn === null ? '' : { day: tax.remittedOn },
      statusOf(tax, found).text,
    ]),
    ...(all && { closing: [all.label, '', '', '', '', '', '', all.base, all.amount, '', ''] }),
  }
}

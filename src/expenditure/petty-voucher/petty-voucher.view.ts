// The pages on which vouchers of the box are kept and the box is counted.
import { budgetLineList, budgetLineOptions } from '../../budget/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineEditor, money, refusals, type Control, type ErrorSummary, type LineEditor, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, readBaht, sum, zero } from '../../platform/money.ts'
import { loanPaths } from '../loan.paths.ts'
import { pettyPaths as paths } from '../petty.paths.ts'
import { cashOf, pettyNumber, type Petty } from '../petty-cash/petty-cash.ts'
import { type TypedVoucher } from '../petty-cash/petty-cash.schema.ts'
import { pettyText as text } from '../petty.text.ts'
import { type KnownForVouchers } from './petty-voucher.ts'

const { vouchers: words, counts, fields } = text

export interface VoucherPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly version: string
  readonly lineEditor: LineEditor
  readonly save: string
}

export interface VoucherForm {
  readonly float: Petty
  readonly rows: readonly TypedVoucher[]
  readonly known: KnownForVouchers
  readonly version: string
  readonly isMore: boolean
}

const crumbs = (float: Petty, title: string) => [{ text: text.listTitle, href: paths.list }, { text: pettyNumber(float), href: paths.show(float.id) }, { text: title }]

export function voucherPage({ float, rows, known, version, isMore }: VoucherForm, errors: FieldErrors = {}): VoucherPage {
  return {
    title: words.title, breadcrumb: crumbs(float, words.title), pageHeader: { title: words.title, lead: `${text.columns.cash} ${formatMoney(cashOf(float))} · ${text.columns.mostEach} ${formatMoney(float.mostEach)}` },
    ...refusals(errors), action: paths.keep(float.id), cancelHref: paths.show(float.id), version, save: words.save,
    lineEditor: lineEditor({
      name: 'lines', caption: words.caption, errors, rows: rows.map((row) => ({ ...row })), blankRows: isMore ? 5 : Math.max(1, 4 - rows.length),
      columns: [
        { name: 'date', label: words.date, kind: 'date' }, { name: 'paidTo', label: words.paidTo, kind: 'text' }, { name: 'receipt', label: words.receipt, kind: 'text' },
        { name: 'description', label: words.description, kind: 'text' }, { name: 'line', label: words.line, kind: 'text', list: budgetLineList },
        { name: 'available', label: words.available, kind: 'output', ask: loanPaths.available, of: 'line' }, { name: 'amount', label: words.amount, kind: 'money', isTotalled: true },
      ],
      totals: { amount: formatMoney(sum(rows.map(({ amount }) => readBaht(amount) ?? zero))) }, addRows: { name: 'moreLines', value: '5', label: words.more },
      lists: [{ id: budgetLineList, options: budgetLineOptions(known.lines) }],
    }),
  }
}

export interface CountPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly version: string
  readonly formKey: string
  readonly save: string
  readonly controls: readonly Control[]
}

export function countPage(float: Petty, input: { readonly countedOn: string; readonly counted: string; readonly note: string; readonly version: string }, errors: FieldErrors = {}): CountPage {
  return {
    title: counts.title, breadcrumb: crumbs(float, counts.title), pageHeader: { title: counts.title, lead: `${counts.must} ${formatMoney(cashOf(float))}` }, ...refusals(errors),
    action: paths.count(float.id), cancelHref: paths.show(float.id), version: input.version, formKey: '', save: counts.save,
    controls: [
      { date: date({ name: 'countedOn', label: fields.countedOn, value: input.countedOn, error: errors.countedOn, required: true }) },
      { money: money({ name: 'counted', label: fields.counted, value: input.counted, error: errors.counted, required: true }) },
      { field: field({ name: 'note', label: fields.note, hint: fields.noteHint, value: input.note, error: errors.note, maxLength: 300, width: 'full' }) },
    ],
  }
}

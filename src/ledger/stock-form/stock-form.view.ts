// The grid new rows of stock are typed into, and the form of a single one.
import { formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineEditor, money, refusals, select, type Control, type ErrorSummary, type LineEditor, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, readBaht, sum, zero } from '../../platform/money.ts'
import { formatQuantity } from '../../platform/quantity.ts'
import { stockPaths as paths } from '../ledger.paths.ts'
import { blankStock, type StockAccount, type StoredStockItem, type TypedStock } from '../stock/stock.ts'
import { stockText as text } from '../stock.text.ts'

const { columns, fields } = text
const crumb = { text: text.listTitle, href: paths.list }

export interface StockChoices {
  readonly accounts: readonly StockAccount[]
  readonly eve: CalendarDate
  readonly isConfirmed: boolean
}

export interface GridPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly version: string
  readonly lineEditor: LineEditor
  readonly save: string
}

export function gridPage(rows: readonly TypedStock[], { isMore, ...choices }: StockChoices & { readonly isMore: boolean }, errors: FieldErrors = {}): GridPage {
  return {
    title: text.newTitle, breadcrumb: [crumb, { text: text.newTitle }], pageHeader: { title: text.newTitle, lead: leadOf(choices) }, ...refusals(errors),
    action: paths.new, cancelHref: paths.list, version: '', save: text.save,
    lineEditor: lineEditor({
      name: 'lines', caption: text.caption, errors, rows: rows.map((row) => ({ ...row })), blankRows: isMore ? 5 : Math.max(1, 5 - rows.length),
      columns: [
        { name: 'code', label: columns.code, kind: 'text' }, { name: 'name', label: columns.name, kind: 'text' },
        { name: 'account', label: columns.account, kind: 'text', options: optionsOf(choices.accounts) },
        { name: 'quantity', label: columns.quantity, kind: 'number' }, { name: 'unit', label: columns.unit, kind: 'text' }, { name: 'unitCost', label: columns.unitCost, kind: 'money' },
        { name: 'total', label: columns.total, kind: 'money', isTotalled: true }, ...(choices.isConfirmed ? [{ name: 'reason', label: columns.reason, kind: 'text' as const }] : []),
      ],
      totals: { total: formatMoney(sum(rows.map(({ total }) => readBaht(total) ?? zero))) }, addRows: { name: 'moreLines', value: '5', label: text.more },
    }),
  }
}

function leadOf({ eve, isConfirmed }: StockChoices): string {
  return isConfirmed ? `${text.kept(formatThaiDate(eve))} · ${text.confirmed}` : text.kept(formatThaiDate(eve))
}

function optionsOf(accounts: readonly StockAccount[]) {
  return [{ value: '', text: text.choose }, ...accounts.map(({ code, name }) => ({ value: code, text: `${name} (${code})` }))]
}

export interface StockForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly version: string
  readonly controls: readonly Control[]
}

export function formPage(item: StoredStockItem, { input, version, ...choices }: StockChoices & { readonly input: TypedStock; readonly version: string }, errors: FieldErrors = {}): StockForm {
  const title = text.editTitle(item.code)
  const box = (name: 'code' | 'name' | 'unit' | 'quantity', maxLength: number): Control => ({ field: field({ name, label: columns[name], value: input[name], error: errors[name], maxLength, required: true }) })
  const why: Control[] = choices.isConfirmed ? [{ field: field({ name: 'reason', label: fields.reason, value: input.reason, error: errors.reason, maxLength: 500, required: true, width: 'full' }) }] : []
  return {
    title, breadcrumb: [crumb, { text: title }], ...refusals(errors), action: paths.edit(item.id), cancelHref: paths.list, version,
    pageHeader: { title, lead: leadOf(choices), actions: choices.isConfirmed ? [] : [{ text: text.remove, href: paths.remove(item.id), kind: 'secondary' }] },
    controls: [
      box('code', 40), box('name', 200), { select: select({ name: 'account', label: columns.account, options: optionsOf(choices.accounts), value: input.account, error: errors.account, required: true }) },
      box('quantity', 20), box('unit', 40),
      { money: money({ name: 'unitCost', label: columns.unitCost, value: input.unitCost, error: errors.unitCost, required: true }) },
      { money: money({ name: 'total', label: columns.total, value: input.total, error: errors.total }) }, ...why,
    ],
  }
}

/** A kept row in its boxes. */
export function inputOf({ code, name, unit, quantity, unitCost, total, account }: StoredStockItem): TypedStock {
  return { ...blankStock, code, name, unit, account, quantity: formatQuantity(quantity), unitCost: formatMoney(unitCost), total: formatMoney(total) }
}

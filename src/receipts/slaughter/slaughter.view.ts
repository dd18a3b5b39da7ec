// How many heads of which animal, and the rates, as finished strings.
import { formatThaiDateField, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, money, type Control, type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { deskForm, type DeskForm } from '../desk-page/desk-page.view.ts'
import { counterPaths, receiptPaths, slaughterPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { slaughterText as text } from '../slaughter.text.ts'
import { slaughterFees, type SlaughterRate } from './slaughter.ts'

export interface HeadsPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly action: string
  readonly cancelHref: string
  readonly hasRates: boolean
  readonly controls: readonly Control[]
  readonly ratesTable: LineTable
}

/** Who enters the rates sees them; heads are counted by who issues receipts. */
export function headsPage(rates: readonly SlaughterRate[], all: readonly SlaughterRate[], mayIssue: boolean): HeadsPage {
  return {
    title: text.title, breadcrumb: [{ text: receiptsText.receipt.listTitle, href: receiptPaths.list }, { text: text.title }], action: counterPaths.form, cancelHref: receiptPaths.list,
    pageHeader: { title: text.title, lead: mayIssue ? text.lead : '', actions: [{ text: text.newRate, href: paths.newRate, kind: 'secondary' }] }, hasRates: mayIssue && rates.length > 0,
    controls: rates.map((rate) => ({ field: field({
      name: `heads.${rate.id}`, label: text.headsOf(rate.animal), value: '', type: 'number', maxLength: 3, width: 'short', hint: text.rates(slaughterFees.map((fee) => formatMoney(rate[fee]))),
    }) })),
    ratesTable: lineTable({
      caption: text.ratesTitle, empty: text.noRates, columns: [
        { label: text.fields.animal, kind: 'text', isRowHeader: true }, { label: text.fields.validFrom, kind: 'date' },
        ...slaughterFees.map((fee) => ({ label: text.fields[fee], kind: 'money' as const })), { label: text.fields.authority, kind: 'text' },
      ],
      rows: all.map((rate) => [rate.animal, formatThaiDateShort(rate.validFrom), ...slaughterFees.map((fee) => formatMoney(rate[fee])), rate.authority]),
    }),
  }
}

export function ratePage(values: Readonly<Record<string, string>>, today: CalendarDate, errors: FieldErrors = {}): DeskForm {
  const of = (name: string) => values[name] ?? ''
  return deskForm({
    title: text.newRate, action: paths.newRate, cancelHref: paths.form, saveLabel: text.saveRate, list: { text: text.title, href: paths.form }, errors, hidden: {},
    controls: [
      { field: field({ name: 'animal', label: text.fields.animal, value: of('animal'), error: errors.animal, hint: text.animalHint, required: true, maxLength: 60 }) },
      { date: date({ name: 'validFrom', label: text.fields.validFrom, value: of('validFrom') || formatThaiDateField(today), error: errors.validFrom, required: true }) },
      ...slaughterFees.map((fee): Control => ({ money: money({ name: fee, label: text.fields[fee], value: of(fee), error: errors[fee] }) })),
      { field: field({ name: 'authority', label: text.fields.authority, value: of('authority'), error: errors.authority, required: true, maxLength: 200, width: 'full' }) },
    ],
  })
}

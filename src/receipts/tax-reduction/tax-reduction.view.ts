// What an assessment shows of reductions, and the page that asks for one, as finished strings.
import { type ConfirmPage } from '../../documents/index.ts'
import { formatThaiDateShort } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { date, field, lineTable, money, type Control, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { receiptsText } from '../receipts.text.ts'
import { taxDebtPaths as paths } from '../receipts.paths.ts'
import { taxDebtText } from '../tax-debt.text.ts'
import { debtNumber, type TaxDebt } from '../tax-debt/tax-debt.ts'
import { type Late } from '../tax-rule/tax-rule.ts'
import { taxReductionText as text } from '../tax-reduction.text.ts'
import { type Reduction } from './tax-reduction.ts'

const { columns, fields } = text

export function reductionTable(reductions: readonly Reduction[]): LineTable {
  const granted = reductions.filter(({ state }) => state === 'granted')
  const total = (of: keyof Late) => formatMoney(sum(granted.map((reduction) => reduction[of])))
  return lineTable({
    caption: text.title, empty: text.empty,
    columns: [
      { label: columns.order, kind: 'text', isRowHeader: true }, { label: columns.orderDate, kind: 'date' }, { label: columns.penalty, kind: 'money' }, { label: columns.surcharge, kind: 'money' },
      { label: columns.reason, kind: 'text' }, { label: columns.people, kind: 'text' }, { label: columns.state, kind: 'status' },
    ],
    rows: reductions.map((reduction) => [
      reduction.orderNumber, formatThaiDateShort(reduction.orderDate), formatMoney(reduction.penalty), formatMoney(reduction.surcharge), reduction.reason,
      [reduction.asker, reduction.decider].filter((name) => name !== '').join(' · '), { status: text.states[reduction.state] },
    ]),
    totals: granted.length > 0 ? [{ label: receiptsText.sum, isGrand: true, cells: ['', total('penalty'), total('surcharge'), '', '', ''] }] : [],
  })
}

export type ReductionBoxes = Readonly<Record<'penalty' | 'surcharge' | 'orderNumber' | 'orderDate' | 'reason', string>>

export function reducePage({ debt, late }: { debt: TaxDebt; late: Late }, typed: ReductionBoxes, errors: FieldErrors = {}): ConfirmPage {
  const number = debtNumber(debt)
  const of = (name: keyof ReductionBoxes) => ({ name, label: fields[name], value: typed[name], error: errors[name] })
  const controls: Control[] = [
    { money: money(of('penalty')) }, { money: money(of('surcharge')) }, { field: field({ ...of('orderNumber'), required: true, maxLength: 100 }) },
    { date: date({ ...of('orderDate'), required: true }) }, { field: field({ ...of('reason'), required: true, maxLength: 500, width: 'full' }) },
  ]
  return {
    title: text.title, breadcrumb: [{ text: taxDebtText.listTitle, href: paths.list }, { text: number, href: paths.show(debt.id) }, { text: text.title }],
    confirm: {
      question: text.question(number), consequences: text.consequences(formatMoney(late.penalty), formatMoney(late.surcharge)), action: paths.step(debt.id, 'reduce'),
      version: String(debt.version), label: text.ask, kind: 'primary', cancel: { text: receiptsText.back, href: paths.show(debt.id) }, controls,
    },
  }
}

import { listFrame, saveActions, type ExportTable, type ListFrame } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineTable } from '../../platform/http/components.ts'
import { formatMoney, isZero, sum } from '../../platform/money.ts'
import { monthField, monthName } from '../month/month.ts'
import { withheldPaths as paths } from '../payroll.paths.ts'
import { withheldText as text } from '../withheld.text.ts'
import { balanceOf, leftOf, type Withheld } from './withheld-money.ts'

const { columns } = text

export interface ShownWithheld {
  readonly rows: readonly Withheld[]
  readonly month: CalendarDate
  readonly officer: Officer
}

const figuresOf = (each: Withheld) => [each.ofMonth, each.kept, each.remitted, balanceOf(each), each.onTheWay, leftOf(each)] as const

export function withheldPage({ rows, month, officer }: ShownWithheld, errors: FieldErrors = {}): ListFrame {
  const mayClaim = officer.permissions.has('expense.voucherreq:create')
  const totals = [0, 1, 2, 3, 4, 5].map((index) => formatMoney(sum(rows.map((each) => figuresOf(each)[index] ?? each.ofMonth))))
  const frame = listFrame({
    title: text.title, path: paths.list, errors, next: undefined, countText: '', controls: [{ field: field({ name: 'month', label: text.month, hint: text.monthHint, value: monthField(month), maxLength: 10, width: 'short' }) }],
    actions: saveActions(paths.list, new URLSearchParams({ month: monthField(month) }), officer.permissions.has('expense.payroll:print')),
  })
  return {
    ...frame, pageHeader: { ...frame.pageHeader, lead: text.lead },
    lineTable: lineTable({
      caption: text.title, captionHidden: true, empty: text.empty,
      columns: [
        { label: columns.deduction, kind: 'text' }, { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.ofMonth(monthName(month)), kind: 'money' }, { label: columns.kept, kind: 'money' },
        { label: columns.remitted, kind: 'money' }, { label: columns.balance, kind: 'money' }, { label: columns.onTheWay, kind: 'money' }, { label: columns.left, kind: 'money' },
        ...(mayClaim ? [{ label: columns.actions, kind: 'actions' as const }] : []),
      ],
      rows: rows.map((each) => [
        each.deduction, each.name, ...figuresOf(each).map(formatMoney),
        ...(mayClaim ? [isZero(leftOf(each)) ? '' : { buttons: [{ text: text.claim, about: each.name, action: paths.claim(each.creditorId) }] }] : []),
      ]),
      totals: rows.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [...totals, ...(mayClaim ? [''] : [])] }],
    }),
  }
}

export function exportTable({ rows, month, office }: Omit<ShownWithheld, 'officer'> & { readonly office: string }): ExportTable {
  return {
    fileName: text.fileName(month.slice(0, 7)), name: text.title, about: [office, text.title],
    header: [columns.deduction, columns.name, columns.ofMonth(monthName(month)), columns.kept, columns.remitted, columns.balance, columns.onTheWay, columns.left],
    rows: rows.map((each) => [each.deduction, each.name, ...figuresOf(each)]),
  }
}

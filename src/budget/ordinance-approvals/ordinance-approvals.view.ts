// อนุมัติงบประมาณ: what waits, for which step, and how many days the law leaves for it.
import { type Officer } from '../../platform/database/work.ts'
import { daysBetween, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { lineTable, type Column, type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, zero } from '../../platform/money.ts'
import { numberOf } from '../document/document.view.ts'
import { punctuality } from '../ordinance-check/ordinance-check.view.ts'
import { type Waiting } from '../ordinance-deadline/ordinance-deadline.ts'
import { ordinanceText as text } from '../ordinance.text.ts'
import { deskOf } from '../ordinance/ordinance.ts'

const { columns, approvals } = text

export interface ApprovalsPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly lineTable: LineTable
}

export function approvalsPage(waiting: readonly Waiting[], { officer, today }: { readonly officer: Officer; readonly today: CalendarDate }): ApprovalsPage {
  return {
    title: approvals.title, breadcrumb: [{ text: approvals.title }], pageHeader: { title: approvals.title, lead: approvals.lead },
    lineTable: lineTable({
      caption: approvals.title, captionHidden: true, empty: approvals.none, columns: approvalColumns, rows: waiting.map((each) => cellsOf(each, { officer, today })),
    }),
  }
}

const approvalColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.title, kind: 'text' }, { label: columns.expenditure, kind: 'money' },
  { label: columns.state, kind: 'status' }, { label: approvals.due, kind: 'date' }, { label: approvals.left, kind: 'status' }, { label: approvals.step, kind: 'actions' },
]

function cellsOf({ ordinance, next }: Waiting, { officer, today }: { readonly officer: Officer; readonly today: CalendarDate }) {
  const { paths, lifecycle } = deskOf(ordinance)
  const allowed = lifecycle.allows(officer, ordinance)
  const steps = (['council', 'supervise', 'enforce', 'report'] as const).filter((step) => allowed.includes(step))
  return [
    { text: numberOf(ordinance), href: paths.show(ordinance.id) }, ordinance.title, formatMoney(ordinance.total ?? zero),
    { status: text.states[ordinance.state] }, next ? formatThaiDateShort(next.due) : '',
    next ? { status: leftOf(next, today) } : '',
    { actions: steps.map((step) => ({ text: text.steps[step], about: numberOf(ordinance), href: paths.step(ordinance.id, step) })) },
  ]
}

function leftOf(next: NonNullable<Waiting['next']>, today: CalendarDate) {
  return next.daysLate > 0 ? punctuality(next) : { kind: 'waiting', text: approvals.daysLeft(String(daysBetween(today, next.due))) } as const
}

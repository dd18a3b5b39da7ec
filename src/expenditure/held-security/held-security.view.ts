import { organisationControls, type Offices, type Report, type ReportCell } from '../../documents/index.ts'
import { formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { field, select, type Column, type Status } from '../../platform/http/components.ts'
import { formatMoney, isZero, sum } from '../../platform/money.ts'
import { heldSecurityText as text } from '../held-security.text.ts'
import { contractPaths } from '../procurement.paths.ts'
import { daysOverdue, dueOn, type HeldSecurity } from './held-security.ts'

export const shownNames = ['held', 'late', 'all'] as const
export type Shown = (typeof shownNames)[number]

export interface FoundHeld extends Offices {
  readonly office: { readonly organisationId: string; readonly name: string }
  readonly asked: { readonly shown: Shown; readonly search: string }
  readonly rows: readonly HeldSecurity[]
  readonly returnDays: number
  readonly today: CalendarDate
  readonly from: number
  readonly most: number
  /** Where contracts of the own office are opened. */
  readonly mayOpen: boolean
}

export function heldReport(found: FoundHeld): Report {
  const { office, asked, rows, returnDays, today, from, most } = found
  const late = rows.filter((row) => !isZero(row.held) && daysOverdue(dueOn(row, returnDays), today) > 0)
  const listed = asked.shown === 'late' ? late : rows
  const total = (name: 'taken' | 'given' | 'held') => sum(listed.map((row) => row[name]))
  return {
    fileName: text.fileName, title: text.title, organisation: office.name, about: text.about(formatThaiDate(today)), errors: {}, isLandscape: true, empty: text.empty, columns,
    asked: { organisation: office.organisationId, shown: asked.shown, search: asked.search },
    controls: [
      ...organisationControls(found, office.organisationId), { select: select({ name: 'shown', label: text.show, options: shownNames.map((name) => ({ value: name, text: text.shown[name] })), value: asked.shown }) },
      { field: field({ name: 'search', label: text.search, value: asked.search, maxLength: 100 }) },
    ],
    count: late.length === 0 ? text.count(String(listed.length)) : `${text.count(String(listed.length))} · ${text.late(String(late.length), formatMoney(sum(late.map(({ held }) => held))))}`,
    rows: listed.slice(from, from + most).map((row) => cellsOf(row, found)), after: from + most < listed.length ? String(from + most) : undefined,
    totals: [{ label: text.sum, cells: [total('taken'), total('given'), total('held'), '', ''], isGrand: true }],
  }
}

const columns: readonly Column[] = [
  { label: text.columns.contract, kind: 'text', isRowHeader: true }, { label: text.columns.payee, kind: 'text' }, { label: text.columns.kind, kind: 'text' }, { label: text.columns.taken, kind: 'money' },
  { label: text.columns.given, kind: 'money' }, { label: text.columns.held, kind: 'money' }, { label: text.columns.due, kind: 'date' }, { label: text.columns.state, kind: 'status' },
]

function cellsOf(row: HeldSecurity, { returnDays, today, mayOpen }: FoundHeld): ReportCell[] {
  const due = dueOn(row, returnDays)
  return [
    { text: row.contractName, note: row.contractNumber, href: mayOpen ? contractPaths.show(row.contractId) : undefined }, row.payeeName, { text: text.kinds[row.kind], note: text.forms[row.form] },
    row.taken, row.given, row.held, due === null ? '' : { day: due }, { status: statusOf(row, due, today) },
  ]
}

function statusOf({ held }: HeldSecurity, due: CalendarDate | null, today: CalendarDate): Status {
  if (isZero(held)) return text.states.ended
  if (due === null) return text.states.bound
  const days = daysOverdue(due, today)
  return days > 0 ? text.states.late(String(days)) : text.states.due
}

// รายงานและทะเบียนรายรับ: where the registers and reports of money in begin.
import { type Officer } from '../../platform/database/work.ts'
import { type PageHeader, type Panel } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type Permission } from '../../platform/http/route.ts'
import { bookPaths, depositPaths, positionPaths, reportPaths, taxDebtPaths, taxpayerPaths } from '../receipts.paths.ts'
import { receiptReportText as text } from '../receipt-report.text.ts'

export interface ReportIndex extends PageModel {
  readonly pageHeader: PageHeader
  readonly panels: readonly Panel[]
}

interface Entry {
  readonly name: keyof typeof text.index.reports
  readonly href: string
  readonly may: Permission
  /** Pawnshops write no receipts. */
  readonly isForAll?: boolean
}

const here = 'revenue.report:view'

/** In the order of the department's list. */
const reports: readonly Entry[] = [
  { name: 'detail', href: reportPaths.detail, may: here }, { name: 'revenues', href: reportPaths.revenues, may: here }, { name: 'cashBook', href: reportPaths.cashBook, may: here, isForAll: true },
  { name: 'month', href: reportPaths.month, may: here }, { name: 'positions', href: positionPaths.list, may: 'revenue.deposit:view' },
]

const registers: readonly Entry[] = [
  { name: 'books', href: bookPaths.list, may: here }, { name: 'debts', href: taxDebtPaths.list, may: 'revenue.debtor:view' },
  { name: 'deposits', href: depositPaths.list, may: 'revenue.trust:view' }, { name: 'taxpayers', href: taxpayerPaths.list, may: 'revenue.debtor:view' },
]

export function indexPage(officer: Officer): ReportIndex {
  const rowsOf = (entries: readonly Entry[]) => entries
    .filter(({ may, isForAll }) => officer.permissions.has(may) && (isForAll === true || officer.organisationKind !== 'PAWN'))
    .map(({ name, href }) => ({ ...text.index.reports[name], href }))
  const panels = [{ id: 'reports', heading: text.index.headings.reports, rows: rowsOf(reports) }, { id: 'registers', heading: text.index.headings.registers, rows: rowsOf(registers) }]
  return { title: text.title, breadcrumb: [{ text: text.title }], pageHeader: { title: text.title }, panels: panels.filter(({ rows }) => rows.length > 0) }
}

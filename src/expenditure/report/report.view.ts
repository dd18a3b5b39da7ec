// สมุดเงินสดจ่าย/ทะเบียนต่าง ๆ: where the registers of money out begin; a reader sees those they may open.
import { type Office } from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { type PageHeader, type Panel } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type Permission } from '../../platform/http/route.ts'
import { claimRegisterPaths, creditorPaths, disbursementPaths, grantRegisterPaths } from '../expenditure.paths.ts'
import { loanPaths } from '../loan.paths.ts'
import { payeePaths } from '../payee.paths.ts'
import { payRunPaths } from '../pay-run.paths.ts'
import { bookPaths, chequePaths, chequeReportPaths, paymentPaths, withholdingPaths } from '../payment.paths.ts'
import { employeePaths, welfarePaths, withheldPaths } from '../payroll.paths.ts'
import { pettyPaths } from '../petty.paths.ts'
import { acceptancePaths, addendumPaths, contractPaths, egpPaths, guaranteePaths, requestPaths } from '../procurement.paths.ts'
import { reportText as text } from '../report.text.ts'

export interface ReportsPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly panels: readonly Panel[]
}

type Report = keyof typeof text.reports
type Entry = readonly [Report, string, Permission]

const groups: Readonly<Record<keyof typeof text.groups, readonly Entry[]>> = {
  claims: [
    ['disbursements', disbursementPaths.list, 'expense.report:view'], ['claims', claimRegisterPaths.list, 'expense.report:view'], ['payables', ledgerPaths.payables, 'expense.payable:view'], ['payments', paymentPaths.list, 'expense.pay:view'],
    ['chequeReports', chequeReportPaths.list, 'expense.cheque:view'], ['cheques', chequePaths.list, 'expense.pay:view'], ['chequeBooks', bookPaths.list, 'expense.pay:view'],
    ['pettyCash', pettyPaths.list, 'expense.loan:view'], ['grants', grantRegisterPaths.list, 'expense.report:view'],
  ],
  purchases: [
    ['requests', requestPaths.list, 'expense.request:view'], ['contracts', contractPaths.list, 'expense.contract:view'], ['addenda', addendumPaths.list, 'expense.contract:view'],
    ['egp', egpPaths.list, 'expense.egp:view'], ['acceptances', acceptancePaths.list, 'expense.accept:view'], ['guarantees', guaranteePaths.list, 'expense.guarantee:view'],
  ],
  payroll: [
    ['employees', employeePaths.list, 'expense.payroll:view'], ['payRuns', payRunPaths.list, 'expense.payroll:view'], ['welfare', welfarePaths.list, 'expense.payroll:view'],
    ['withheldMoney', withheldPaths.list, 'expense.payroll:view'],
  ],
  people: [['creditors', creditorPaths.list, 'expense.payable:view'], ['loans', loanPaths.list, 'expense.loan:view'], ['withholdings', withholdingPaths.list, 'expense.pay:view'], ['payees', payeePaths.list, 'expense.payee:view']],
}

export function reportsPage(office: Office, { today, permissions }: { readonly today: CalendarDate; readonly permissions: ReadonlySet<string> }): ReportsPage {
  const panel = (id: keyof typeof groups): Panel => ({
    id, heading: text.groups[id], rows: groups[id].filter(([, , right]) => permissions.has(right))
      .map(([report, href]) => ({ text: text.reports[report].title, note: text.reports[report].note, href })),
  })
  return {
    title: text.title, breadcrumb: [{ text: text.title }], pageHeader: { title: text.title, lead: text.lead(office.name, String(fiscalYearOf(today))) },
    panels: [panel('claims'), panel('purchases'), panel('payroll'), panel('people')].filter(({ rows }) => rows.length > 0),
  }
}

// รายงานงบการเงิน: where the reports of the books begin, by what a reader looks for.
import { type Office } from '../../documents/index.ts'
import { fiscalMonthOf, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { type PageHeader, type Panel } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { asOfQuery, upToNames } from '../asked.ts'
import { booksText } from '../books.text.ts'
import { ledgerPaths } from '../ledger.paths.ts'

const text = booksText.reports

export interface ReportsPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly panels: readonly Panel[]
}

type Report = keyof typeof text.titles

export function reportsPage(office: Office, today: CalendarDate): ReportsPage {
  const row = (report: Report, href: string) => ({ text: text.titles[report], note: text.notes[report], href })
  return {
    title: text.title, breadcrumb: [{ text: text.title }],
    pageHeader: { title: text.title, lead: text.lead(office.name, String(fiscalYearOf(today))) },
    panels: [
      { id: 'trial-balance', heading: text.groups.trialBalance, rows: trialBalances(today).map(([report, query]) => row(report, `${ledgerPaths.trialBalance}?${query}`)) },
      { id: 'books', heading: text.groups.books, rows: [
        row('accounts', ledgerPaths.accounts), row('dayBook', ledgerPaths.dayBook), row('register', ledgerPaths.register), row('verification', ledgerPaths.verification),
      ] },
    ],
  }
}

function trialBalances(today: CalendarDate): readonly (readonly [Report, URLSearchParams])[] {
  const month = { fiscalYear: fiscalYearOf(today), month: fiscalMonthOf(today), day: undefined, upTo: 'normal' } as const
  const of = (asked: Parameters<typeof asOfQuery>[0], more: Record<string, string> = {}) => new URLSearchParams({ ...asOfQuery(asked), ...more })
  return [
    ['month', of(month)], ['day', of({ ...month, day: today })], ...upToNames.map((upTo) => [upTo, of({ ...month, month: 12, upTo })] as const),
    ['compare', of(month, { compare: 'yes' })],
  ]
}

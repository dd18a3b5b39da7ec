// What pages of the registers and reports have in common.
import { exportActions, organisationControls, type Office } from '../documents/index.ts'
import { formatInstant, type Instant } from '../platform/dates.ts'
import { select, type Control, type PageHeader } from '../platform/http/components.ts'
import { formatMoney, isZero, money, type Money } from '../platform/money.ts'
import { type ControlLine } from './control/control.ts'
import { reportText } from './report.text.ts'
import { type Names } from './settings/settings.ts'

/** Zero is left blank, as registers on paper do. */
export function shown(amount: Money): string {
  return isZero(amount) ? '' : formatMoney(amount)
}

/** '12.34'; a hundredth of a per cent is written as satang are. */
export function percentText(hundredths: bigint | undefined): string {
  return hundredths === undefined ? '' : formatMoney(money(hundredths))
}

/** รหัสรายการ, four digits at least. */
export function lineNumber({ number }: { readonly number: number }): string {
  return String(number).padStart(4, '0')
}

/** Of a special budget with its enterprise: เงินงบประมาณเฉพาะการ – กิจการประปา. */
export function purseName({ sourceCode, enterpriseId }: Pick<ControlLine, 'sourceCode' | 'enterpriseId'>, { sources, enterprises }: Pick<Names, 'sources' | 'enterprises'>): string {
  const source = sources.get(sourceCode)?.name ?? sourceCode
  return enterpriseId === null ? source : `${source} – ${enterprises.get(enterpriseId) ?? ''}`
}

export interface YearChoice {
  readonly offices: readonly Office[]
  readonly years: readonly number[]
}

export function yearControls({ offices, years }: YearChoice, asked: { readonly organisationId: string; readonly fiscalYear: number }): Control[] {
  const all = [...new Set([asked.fiscalYear, ...years])].sort((a, b) => b - a)
  const options = all.map((year) => ({ value: String(year), text: String(year) }))
  return [
    ...organisationControls({ offices }, asked.organisationId),
    { select: select({ name: 'year', label: reportText.year, options, value: String(asked.fiscalYear), width: 'short' }) },
  ]
}

export interface HeaderGiven {
  readonly title: string
  readonly lead: string
  readonly path: string
  readonly query: URLSearchParams
  readonly mayPrint: boolean
  /** False: running text, printed only. */
  readonly hasFiles?: boolean
}

export function reportHeader({ title, lead, path, query, mayPrint, hasFiles = true }: HeaderGiven): PageHeader {
  const actions = exportActions(path, query, mayPrint)
  return { title, lead, actions: hasFiles ? actions : actions.slice(0, 1) }
}

export function freshnessAt(now: Instant): string {
  return reportText.asOf(formatInstant(now))
}

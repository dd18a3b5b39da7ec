import { organisationControls, type Offices, type Report } from '../../documents/index.ts'
import { field, type Column } from '../../platform/http/components.ts'
import { isZero, minus, sum, type Money } from '../../platform/money.ts'
import { withholdingPaths } from '../payment.paths.ts'
import { withholdingText } from '../withholding.text.ts'
import { type YearPerson } from './tax-year.ts'

const text = withholdingText.yearly
const { lines } = withholdingText.remittance

export interface FoundTaxYear extends Offices {
  readonly office: { readonly organisationId: string; readonly name: string }
  readonly year: number
  readonly people: readonly YearPerson[]
  readonly booked: Money
  /** Whose cover may be printed: the own office's. */
  readonly isOwn: boolean
  readonly from: number
  readonly most: number
}

export function yearReport({ office, year, people, booked, isOwn, from, most, ...found }: FoundTaxYear): Report {
  const shown = people.slice(from, from + most)
  const [income, tax] = [sum(people.map((person) => person.income)), sum(people.map((person) => person.tax))]
  const difference = minus(tax, booked)
  return {
    fileName: text.fileName(String(year)), title: text.title, organisation: office.name, about: text.ofYear(String(year)), empty: text.empty, errors: {}, isLandscape: true, columns,
    asked: { organisation: office.organisationId, taxYear: String(year) }, count: text.count(String(people.length)), actions: isOwn ? actionsOf(String(year), people.length > 0) : [], after: from + most < people.length ? String(from + most) : undefined,
    controls: [...organisationControls(found, office.organisationId), { field: field({ name: 'taxYear', label: text.year, value: String(year), maxLength: 4, width: 'short', inputmode: 'numeric' }) }],
    rows: shown.map((person, index) => [String(from + index + 1), person.taxId, person.name, person.address, text.condition, person.income, person.tax]),
    totals: [
      { label: withholdingText.remittance.sum, cells: [income, tax] }, { label: withholdingText.remittance.columns.booked, cells: ['', booked] },
      ...(isZero(difference) ? [] : [{ label: withholdingText.remittance.columns.difference, cells: ['', difference] }]),
    ],
  }
}

const columns: readonly Column[] = [
  { label: lines.order, kind: 'number' }, { label: lines.taxId, kind: 'code' }, { label: lines.name, kind: 'text', isRowHeader: true }, { label: lines.address, kind: 'text' },
  { label: lines.condition, kind: 'number' }, { label: text.income, kind: 'money' }, { label: text.tax, kind: 'money' },
]

function actionsOf(taxYear: string, isAny: boolean): NonNullable<Report['actions']> {
  const [cover, file] = [`${withholdingPaths.yearlyCover}?${new URLSearchParams({ taxYear })}`, withholdingPaths.fileOf({ form: withholdingText.certificate.yearly, taxYear })]
  return [{ text: withholdingText.remittance.cover, href: cover, kind: 'secondary' }, ...(isAny ? [{ text: withholdingText.remittance.file, href: file, kind: 'secondary' as const }] : [])]
}

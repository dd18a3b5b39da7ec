// แฟ้มยื่นแบบ ภ.ง.ด. for the Revenue Department: one line a row, fields between vertical bars (file-formats §1). Pure.
import { addDays, formatThaiDateField, type CalendarDate, type DayRange } from '../../platform/dates.ts'
import { toNumeric, type Money } from '../../platform/money.ts'
import { withoutByte } from '../../platform/thai-bytes.ts'
import { withholdingText } from '../withholding.text.ts'
import { type TaxRow } from '../withholding/withholding.ts'

type Column = 'code' | 'index' | 'taxId' | 'branch' | 'title' | 'firstName' | 'lastName' | 'street' | 'street2' | 'city' | 'province' | 'postcode' | 'day' | 'income' | 'rate' | 'base' | 'tax' | 'condition'

export interface Layout {
  readonly name: string
  readonly columns: readonly Column[]
  /** How "withheld from what is paid" is written. */
  readonly condition: string
}

const ofPay: readonly Column[] = ['code', 'index', 'taxId', 'title', 'firstName', 'lastName', 'day', 'base', 'tax', 'condition']
const ofIncome: readonly Column[] = [
  'index', 'taxId', 'branch', 'title', 'firstName', 'lastName', 'street', 'street2', 'city', 'province', 'postcode', 'day', 'income', 'rate', 'base', 'tax', 'condition',
]

/** What is withheld from the payment is 1 on every form; only paying it for the payee is written otherwise by form. */
const withheld = '1'
const columnsOf: Readonly<Record<string, readonly Column[]>> = { P01: ofPay, P01A: ofPay, P03: ofIncome, P53: ofIncome }

/** A form without one has no file. */
export function layoutOf(form: string): Layout | undefined {
  const name = withholdingText.file.layouts[form] ?? ''
  const columns = columnsOf[name]
  return columns && { name, columns, condition: withheld }
}

/** Code of the income of pay: ม.40(1) in general, ม.40(2) of who lives in the country. */
const incomeCodes: Readonly<Record<string, string>> = { 'W1-FEE': '402I' }
const usualCode = '401N'

export interface AddressParts {
  readonly street: string
  readonly street2: string
  readonly city: string
  readonly province: string
  readonly postcode: string
}

/** A row of the file before it is written. */
export interface FileRow {
  readonly taxId: string
  readonly branch: string
  readonly name: string
  readonly address: AddressParts
  readonly day: CalendarDate
  readonly ruleCode: string
  readonly income: string
  /** Per cent; null where the amount was computed elsewhere. */
  readonly rate: string | null
  readonly base: Money
  readonly tax: Money
}

/** Parts where the register of payees still says what the certificate says; otherwise the whole stands as the street. */
export function fileRowOf(row: TaxRow, parts: AddressParts | undefined): FileRow {
  const whole = { street: row.payeeAddress, street2: '', city: '', province: '', postcode: '' }
  const address = parts && joined(parts) === row.payeeAddress ? parts : whole
  return {
    taxId: row.payeeTaxId, branch: row.payeeBranch || '00000', name: row.payeeName, address, day: row.paidOn, ruleCode: row.ruleCode, income: row.incomeType, rate: row.rate, base: row.base, tax: row.amount,
  }
}

function joined({ street, street2, city, province, postcode }: AddressParts): string {
  return [street, street2, city, province, postcode].filter((part) => part !== '').join(' ')
}

/** A person of the year's list: the day is the last of the year. */
export function yearRowOf(person: { readonly taxId: string; readonly name: string; readonly income: Money; readonly tax: Money; readonly isFee: boolean }, { until }: DayRange): FileRow {
  const address = { street: '', street2: '', city: '', province: '', postcode: '' }
  return {
    taxId: person.taxId, branch: '', name: person.name, address, day: addDays(until, -1), ruleCode: person.isFee ? 'W1-FEE' : '', income: '', rate: null, base: person.income, tax: person.tax,
  }
}

export interface NameParts {
  readonly title: string
  readonly firstName: string
  readonly lastName: string
}

/** The longest title the name begins with; what follows a company's stays one name. */
export function namePartsOf(name: string, titles: { readonly people: readonly string[]; readonly companies: readonly string[] }): NameParts {
  const whole = name.replace(/\s+/g, ' ').trim()
  const titleIn = (all: readonly string[]) => [...all].sort((one, other) => other.length - one.length).find((each) => whole.startsWith(each) && whole.length > each.length)
  const company = titleIn(titles.companies)
  if (company !== undefined) return { title: company, firstName: whole.slice(company.length).trim(), lastName: '' }
  const title = titleIn(titles.people) ?? ''
  const [firstName = '', ...rest] = whole.slice(title.length).trim().split(' ')
  return { title, firstName, lastName: rest.join(' ') }
}

export type Titles = Parameters<typeof namePartsOf>[1]

/** Lines end in CR LF; amounts have two decimals and no commas, rates as many as they have, at least two. */
export function fileText(rows: readonly FileRow[], layout: Layout, titles: Titles): string {
  return rows.map((row, index) => layout.columns.map((column) => fieldsOf(row, { index, layout, titles })[column]).join('|') + '\r\n').join('')
}

function fieldsOf(row: FileRow, { index, layout, titles }: { readonly index: number; readonly layout: Layout; readonly titles: Titles }): Readonly<Record<Column, string>> {
  return {
    code: incomeCodes[row.ruleCode] ?? usualCode, index: String(index + 1), taxId: row.taxId, branch: row.branch, ...namePartsOf(row.name, titles), ...row.address,
    day: formatThaiDateField(row.day).replaceAll('/', ''), income: row.income, rate: rateOf(row), base: toNumeric(row.base), tax: toNumeric(row.tax), condition: layout.condition,
  }
}

function rateOf({ rate }: FileRow): string {
  if (rate === null) return '0.00'
  const [whole = '0', decimals = ''] = rate.split('.')
  return `${whole}.${decimals.replace(/0+$/, '').padEnd(2, '0')}`
}

export const encodings = ['windows-874', 'utf-8'] as const
export type Encoding = (typeof encodings)[number]

export interface FileFault {
  readonly kind: 'taxId' | 'bar' | 'letters'
  readonly name: string
}

/** What the Revenue Department would not read. */
export function faultsOf(rows: readonly FileRow[], encoding: Encoding): FileFault[] {
  return rows.flatMap(({ taxId, name, address, income }): FileFault[] => {
    const words = [name, joined(address), income].join(' ')
    return [
      ...(/^[0-9]{13}$/.test(taxId) ? [] : [{ kind: 'taxId' as const, name }]), ...(/[|\r\n]/.test(words) ? [{ kind: 'bar' as const, name }] : []),
      ...(encoding === 'windows-874' && withoutByte(words).length > 0 ? [{ kind: 'letters' as const, name }] : []),
    ]
  })
}

/** 'WHT-P03-256911', of a year 'WHT-P01A-2569'. */
export function fileNameOf({ name }: Layout, period: string): string {
  return `WHT-${name}-${period}`
}

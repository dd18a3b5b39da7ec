// What a list of vouchers may be asked for.
import { daysIn, documentsText } from '../../documents/index.ts'
import { fiscalYear, fiscalYearOf, fiscalYearPeriod, type CalendarDate, type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId, organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { readBaht, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { daysOf, isMonth } from '../asked.ts'
import { stages, voucherStates, voucherTypes, type VoucherBook, type VoucherFilter, type VoucherType } from './voucher.ts'

type Query = FormRequest['query']

export interface AskedVouchers {
  readonly filter: VoucherFilter & { readonly organisationId: string }
  readonly fiscalYear: FiscalYear
  /** As typed or chosen, for the boxes and for the next page. */
  readonly typed: Readonly<Record<'type' | 'stage' | 'state' | 'from' | 'until' | 'month' | 'least' | 'most' | 'search', string>>
  readonly errors: FieldErrors
}

export interface Asking {
  readonly book: VoucherBook
  readonly own: string
  readonly today: CalendarDate
}

export function askedVouchers(query: Query, { book, own, today }: Asking): AskedVouchers {
  const days = daysIn(query)
  const year = /^2[5-6][0-9]{2}$/.test(query.fiscalYear ?? '') ? fiscalYear(Number(query.fiscalYear)) : fiscalYearOf(today)
  const month = isMonth(query.month) ? query.month : ''
  const range = book.isByMonth ? rangeOf(year, month) : days
  const type = book.types.find((one) => one === query.type) ?? book.firstType
  const stage = stages.find((one) => one === query.stage)
  const state = voucherStates.find((one) => one === query.state)
  const [least, most] = [amountIn(query, 'least'), amountIn(query, 'most')]
  const search = normalizeThai(query.search ?? '').slice(0, 100)
  return {
    fiscalYear: year, errors: { ...(book.isByMonth ? {} : days.errors), ...least.errors, ...most.errors },
    filter: {
      organisationId: organisationIn(query, own), types: type ? [type] : typesOf(book), stage, state, from: range.from, until: range.until,
      least: least.amount, most: most.amount, search: search || undefined,
      after: isId(query.after) ? query.after : undefined, before: isId(query.before) ? query.before : undefined,
    },
    typed: { ...days.typed, type: type ?? '', stage: stage ?? '', state: state ?? '', month, least: least.typed, most: most.typed, search },
  }
}

/** No narrowing where the book holds every type. */
function typesOf({ types }: VoucherBook): readonly VoucherType[] | undefined {
  return types.length === voucherTypes.length ? undefined : types
}

function rangeOf(year: FiscalYear, month: string): DayRange {
  return month === '' ? fiscalYearPeriod(year) : daysOf({ fiscalYear: year, month: Number(month) })
}

function amountIn(query: Query, name: 'least' | 'most'): { typed: string; amount: Money | undefined; errors: FieldErrors } {
  const typed = (query[name] ?? '').trim().slice(0, 30)
  const amount = typed === '' ? undefined : readBaht(typed)
  return { typed, amount, errors: typed !== '' && amount === undefined ? { [name]: documentsText.errors.amount } : {} }
}
